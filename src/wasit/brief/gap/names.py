"""How the parts of a bargain are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from wasit.brief.content import Code, Figure, Many, Pair, Term, Words, term
from wasit.packages import Bargain, Package, SolutionName

SOLUTION_NAMES: Mapping[SolutionName, Term] = {
    "nash": term("Nash solution"),
    "kalai_smorodinsky": term("Kalai-Smorodinsky solution"),
    "egalitarian": term("egalitarian solution"),
    "utilitarian": term("utilitarian solution"),
}

MEANINGS: Mapping[SolutionName, Term] = {
    "nash": term("the largest product of the gains over the reservation values"),
    "kalai_smorodinsky": term(
        "of each party's largest possible gain, the smallest share as large as can be"
    ),
    "egalitarian": term("the smallest gain as large as can be"),
    "utilitarian": term("the largest sum of utilities"),
}
"""Short forms of :data:`wasit.packages.DEFINITIONS`, for a page."""


class Names:
    """Names of the parties, issues and options of one bargain."""

    def __init__(self, bargain: Bargain) -> None:
        self.bargain = bargain

    def party(self, place: int) -> Words | Code:
        """A party, by its position."""
        party = self.bargain.parties[place]
        return party.title or Code(party.name)

    def party_named(self, name: str) -> Words | Code:
        """A party or seat, by its name."""
        if name in self.bargain.names:
            return self.party(self.bargain.names.index(name))
        return Code(name)

    def parties(self, places: Iterable[int]) -> Many:
        """Several parties."""
        return Many(tuple(self.party(place) for place in places))

    def issue(self, place: int) -> Words | Code:
        """An issue, by its position."""
        issue = self.bargain.issues[place]
        return issue.name or Code(issue.label)

    def issues(self, places: Iterable[int]) -> Many:
        """Several issues."""
        return Many(tuple(self.issue(place) for place in places))

    def option(self, issue: int, option: int) -> Words | Code:
        """An option, by its position and that of its issue."""
        found = self.bargain.issues[issue].options[option]
        return found.name or Code(found.label)

    def package(self, package: Package) -> Many:
        """The options that a package takes, each with its issue."""
        return self.taken((issue, option) for issue, option in enumerate(package))

    def taken(self, choices: Iterable[tuple[int, int]]) -> Many:
        """Options, each with its issue."""
        return Many(tuple(Pair(self.issue(i), self.option(i, o)) for i, o in choices))


def figure(value: Fraction) -> Figure:
    """A number to be read: exact up to three places, else to the nearest thousandth."""
    rounded = round(value, 3)
    text = format(float(rounded), ".3f").rstrip("0").rstrip(".")
    return Figure(text if text != "-0" else "0")


def count(number: int) -> Figure:
    """How many there are: in figures, beyond a billion as a power of ten."""
    if number < 10**9:
        return Figure(str(number))
    digits = str(number)
    return Figure(f"{digits[0]}.{digits[1]} × 10^{len(digits) - 1}")
