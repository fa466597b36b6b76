"""Packages: which combination of options could close the gap."""

from wasit.packages.answer import DEFINITIONS, SOLUTIONS, Answer, Deal, Solution, SolutionName
from wasit.packages.bargain import (
    Acceptance,
    Bargain,
    Choice,
    Issue,
    Option,
    Package,
    Party,
    RedLine,
    Rule,
)
from wasit.packages.solving import solve

__all__ = [
    "DEFINITIONS",
    "SOLUTIONS",
    "Acceptance",
    "Answer",
    "Bargain",
    "Choice",
    "Deal",
    "Issue",
    "Option",
    "Package",
    "Party",
    "RedLine",
    "Rule",
    "Solution",
    "SolutionName",
    "solve",
]
