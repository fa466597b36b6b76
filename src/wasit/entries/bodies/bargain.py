"""What could be traded: issues and their options, rules, estimates, packages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints

from wasit.entries.bodies.base import Body, model
from wasit.entries.errors import Mistake
from wasit.entries.links import IssueLink, OptionRef, PointRef, SeatName
from wasit.entries.words import Label, Name, Words


def _as_text(value: Any) -> Any:
    """The one spelling of an amount: plain decimals, European digits."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, int | Fraction):
        return str(value)
    return value.translate(_DIGITS) if isinstance(value, str) else value


_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
_NUMBER = r"-?[0-9]{1,30}(\.[0-9]{1,30}|/[1-9][0-9]{0,29})?"

Amount = Annotated[
    str,
    BeforeValidator(_as_text, json_schema_input_type=str | int | float),
    StringConstraints(pattern=rf"^{_NUMBER}(\.\.{_NUMBER})?$"),
]
"""An exact number, a fraction or a range, held as text: ``12``, ``0.1``, ``1/3``, ``10..25``.
Arabic digits may be typed."""


@model
class Option:
    """One way to settle an issue."""

    label: Label
    """Its label in the issue."""
    name: Name
    """What it is called."""
    words: Words | None = None
    """What it would mean, or its wording."""
    points: tuple[PointRef, ...] = ()
    """Points of drafts that say this."""


@model
class Issue(Body):
    """A matter to be settled and the ways to settle it. The entry's label names it."""

    kind: ClassVar[str] = "issue"

    name: Name
    """What it is called."""
    options: tuple[Option, ...] = ()
    """The ways to settle it that are on the table."""
    points: tuple[PointRef, ...] = ()
    """Points of drafts that are about it."""
    words: Words | None = None
    """What it is about."""

    def check(self) -> None:
        labels = [o.label for o in self.options]
        twice = next((x for x in labels if labels.count(x) > 1), None)
        if twice:
            raise Mistake("option {label} stands twice in the issue", label=twice)


@model
class Rule(Body):
    """What must hold across issues, or what makes a package acceptable."""

    kind: ClassVar[str] = "rule"

    relation: Literal[
        "requires", "excludes", "at_most_one", "at_least_one", "if_then", "accepted_by"
    ]
    """How the options hang together; ``accepted_by``: which seats must accept."""
    options: tuple[OptionRef, ...] = ()
    """The options it is about; for ``requires`` and ``if_then``, the condition."""
    then: tuple[OptionRef, ...] = ()
    """What follows, for ``requires`` and ``if_then``."""
    seats: tuple[SeatName, ...] = ()
    """The seats that must accept, for ``accepted_by``; none named: all."""
    all_but: Literal[0, 1] = 0
    """How many of them may refuse."""
    vetoes: tuple[SeatName, ...] = ()
    """Seats that may not be passed over."""
    words: Words | None = None
    """Why."""


@model
class Example:
    """A sample package, at its place among others from best to worst."""

    options: tuple[OptionRef, ...]
    """The options it takes, one per issue."""
    alike: bool = False
    """Whether it is as good as the example before it; else that one is better."""


@model
class Estimate(Body):
    """What an issue's options are worth to a seat: its own, private, or somebody's guess."""

    kind: ClassVar[str] = "estimate"

    seat: SeatName
    """To whom they are worth this."""
    issue: IssueLink | None = None
    """The issue; none when only the reservation value is given."""
    weight: Amount | None = None
    """How much the issue weighs."""
    values: Mapping[Label, Amount] | None = None
    """What each option is worth, by its label; a number, or a range ``10..25``."""
    order: tuple[Label, ...] = ()
    """The options from best to worst, where only their order is known."""
    examples: tuple[Example, ...] = ()
    """Sample packages from best to worst, all over the same issues, where only they are known."""
    reservation: Amount | None = None
    """The value below which the seat would rather have no deal."""
    rule: Words | None = None
    """How the estimate was made."""

    def check(self) -> None:
        if not self.examples:
            return
        if len(self.examples) == 1:
            raise Mistake("estimate has one example; expected two or more, from best to worst")
        first = {one.issue for one in self.examples[0].options}
        for number, example in enumerate(self.examples, start=1):
            issues = [one.issue for one in example.options]
            if len(set(issues)) < len(issues):
                raise Mistake(
                    "example {number} takes two options of one issue; expected one per issue",
                    number=number,
                )
            if set(issues) != first:
                raise Mistake(
                    "example {number} is not over the issues of example 1; expected the same "
                    "issues in all",
                    number=number,
                )
        if self.examples[0].alike:
            raise Mistake("example 1 has none before it that it could be as good as")


@model
class Package(Body):
    """One option per issue, put forward together."""

    kind: ClassVar[str] = "package"

    name: Name
    """What it is called."""
    options: tuple[OptionRef, ...]
    """The options it takes, one per issue."""
    by: tuple[SeatName, ...] = ()
    """The seats that put it forward."""
    words: Words | None = None
    """What it would mean."""

    def check(self) -> None:
        issues = [o.issue for o in self.options]
        if len(set(issues)) < len(issues):
            raise Mistake("package takes two options of one issue; expected one per issue")
