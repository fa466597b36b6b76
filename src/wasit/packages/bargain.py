"""The bargain: issues with their options, what they are worth to each party, and what must hold.

All numbers are exact rationals. A package takes one option of every issue; it is written as the
positions of its options, in the order of the issues.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Literal

from wasit.entries import Mistake

if TYPE_CHECKING:
    from wasit.record import Record

Package = tuple[int, ...]
"""The position of the option taken, for each issue."""

Choice = tuple[int, int]
"""An option: the position of its issue, and its own position there."""

Words = Mapping[str, str]
"""What something is called, by language."""

Relation = Literal["requires", "excludes", "at_most_one", "at_least_one", "if_then"]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue."""

    label: str
    name: Words | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter to be settled."""

    label: str
    options: tuple[Option, ...]
    name: Words | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party, and what each option is worth to it."""

    name: str
    worth: tuple[tuple[Fraction, ...], ...]
    """By issue and option; the utility of a package is the sum over its options."""
    reservation: Fraction | None = None
    """The utility below which it would rather have no deal; none: not known."""
    title: Words | None = None
    """What it is called in words, where that is more than its name."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold between options.

    ``requires`` and ``if_then``: where all of ``options`` are taken, all of ``then`` are.
    ``excludes``: all of ``options`` are never taken together; where there is a ``then``, none of
    it is taken with them. ``at_most_one`` and ``at_least_one`` are about ``options`` alone.
    """

    relation: Relation
    options: tuple[Choice, ...]
    then: tuple[Choice, ...] = ()
    name: str = ""
    """How messages name it."""


@dataclass(frozen=True, slots=True)
class RedLine:
    """An option that a party has ruled out."""

    party: str
    """Its name; it may be one whose utilities are not known, and who is no party here."""
    choice: Choice


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whose acceptance makes a deal; a party accepts what meets its reservation value."""

    seats: tuple[str, ...] = ()
    """The parties that count; none named: all."""
    all_but: int = 0
    """How many of them may refuse."""
    vetoes: tuple[str, ...] = ()
    """Those that may not be passed over."""


@dataclass(frozen=True)
class Bargain:
    """What is to be settled, between whom, and under which rules.

    Raises :class:`wasit.entries.Mistake` where its parts do not fit each other.
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    rules: tuple[Rule, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    acceptance: Acceptance = Acceptance()
    relaxed: frozenset[tuple[str, int]] = frozenset()
    """Parties and issues (by position) whose red lines may be crossed."""
    name: str = ""

    def __post_init__(self) -> None:
        _check_issues(self)
        _check_parties(self)
        _check_rules(self)

    @classmethod
    def of(cls, record: Record) -> Bargain:
        """The bargain on a seat's record: only estimates that the seat may read are in it.

        Ranges and orders count by their middle. Raises :class:`wasit.entries.Mistake` where the
        record holds no issue with options.
        """
        from wasit.packages.onrecord import bargain_on_record

        return bargain_on_record(record)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many options each issue has."""
        return tuple(len(issue.options) for issue in self.issues)

    @property
    def outcomes(self) -> int:
        """How many packages there are, whether or not a rule forbids them."""
        return prod(self.sizes)

    @property
    def names(self) -> tuple[str, ...]:
        """The parties' names, in order."""
        return tuple(party.name for party in self.parties)

    @property
    def reserved(self) -> bool:
        """Whether every party has a reservation value."""
        return all(party.reservation is not None for party in self.parties)

    @property
    def barred(self) -> frozenset[Choice]:
        """The options that a red line excludes, but for relaxed ones."""
        return frozenset(line.choice for line in self.red_lines if not self.is_relaxed(line))

    def is_relaxed(self, line: RedLine) -> bool:
        """Whether packages may cross it."""
        return (line.party, line.choice[0]) in self.relaxed

    def crossed(self, package: Package) -> tuple[RedLine, ...]:
        """The red lines that the package crosses, relaxed ones included."""
        return tuple(one for one in self.red_lines if package[one.choice[0]] == one.choice[1])

    def utilities(self, package: Package) -> tuple[Fraction, ...]:
        """What the package is worth to each party."""
        return tuple(
            sum((row[option] for row, option in zip(party.worth, package, strict=True)), Fraction())
            for party in self.parties
        )

    def refusals(self, package: Package) -> tuple[str, ...]:
        """The parties whose reservation value the package does not meet."""
        pairs = zip(self.parties, self.utilities(package), strict=True)
        return tuple(p.name for p, u in pairs if p.reservation is not None and u < p.reservation)

    def is_accepted(self, package: Package) -> bool:
        """Whether enough parties would accept the package."""
        counted = set(self.acceptance.seats or self.names)
        refusing = [name for name in self.refusals(package) if name in counted]
        may_not = set(self.acceptance.vetoes)
        return len(refusing) <= self.acceptance.all_but and may_not.isdisjoint(refusing)

    def labels(self, package: Package) -> dict[str, str]:
        """The label of the option taken, by the label of its issue."""
        pairs = zip(self.issues, package, strict=True)
        return {issue.label: issue.options[option].label for issue, option in pairs}

    def package(self, labels: Mapping[str, str]) -> Package:
        """The package that takes these options, by label.

        Raises :class:`wasit.entries.Mistake` for an unknown issue or option, or a missing one.
        """
        taken = dict(self.choice(issue, option) for issue, option in labels.items())
        for position, issue in enumerate(self.issues):
            if position not in taken:
                raise Mistake("package takes no option of issue {issue}", issue=issue.label)
        return tuple(taken[position] for position in range(len(self.issues)))

    def issue(self, label: str) -> int:
        """The position of an issue. Raises :class:`wasit.entries.Mistake` where there is none."""
        known = [issue.label for issue in self.issues]
        if label not in known:
            raise Mistake(
                "there is no issue {name}; expected one of {known}",
                name=label,
                known=", ".join(known),
            )
        return known.index(label)

    def choice(self, issue: str, option: str) -> Choice:
        """An option by its labels. Raises :class:`wasit.entries.Mistake` where there is none."""
        position = self.issue(issue)
        known = [o.label for o in self.issues[position].options]
        if option not in known:
            raise Mistake(
                "issue {issue} has no option {name}; expected one of {known}",
                issue=issue,
                name=option,
                known=", ".join(known),
            )
        return position, known.index(option)

    def party(self, name: str) -> int:
        """The position of a party. Raises :class:`wasit.entries.Mistake` where there is none."""
        if name not in self.names:
            raise Mistake(
                "{name} is no party of this bargain; expected one of {known}",
                name=name,
                known=", ".join(self.names),
            )
        return self.names.index(name)

    def relax(self, asked: Iterable[str]) -> Bargain:
        """The bargain where these red lines, each ``PARTY:ISSUE``, may be crossed.

        Raises :class:`wasit.entries.Mistake` where that party has none on that issue.
        """
        relaxed = set(self.relaxed)
        for each in asked:
            name, colon, issue = each.rpartition(":")
            if not colon:
                raise Mistake("cannot relax {what}; expected SEAT:ISSUE", what=each)
            pair = name, self.issue(issue)
            if pair not in {(line.party, line.choice[0]) for line in self.red_lines}:
                raise Mistake("{seat} has no red line on issue {issue}", seat=name, issue=issue)
            relaxed.add(pair)
        return replace(self, relaxed=frozenset(relaxed))


def _twice(labels: Iterable[str]) -> str | None:
    return next((label for label, times in Counter(labels).items() if times > 1), None)


def _check_issues(bargain: Bargain) -> None:
    if not bargain.issues:
        raise Mistake("there is nothing to settle; expected at least one issue")
    twice = _twice(issue.label for issue in bargain.issues)
    if twice is not None:
        raise Mistake("issue {issue} stands twice", issue=twice)
    for issue in bargain.issues:
        if not issue.options:
            raise Mistake("issue {issue} has no options; expected at least one", issue=issue.label)
        twice = _twice(option.label for option in issue.options)
        if twice is not None:
            raise Mistake(
                "option {option} stands twice in issue {issue}", option=twice, issue=issue.label
            )


def _check_parties(bargain: Bargain) -> None:
    twice = _twice(bargain.names)
    if twice is not None:
        raise Mistake("party {party} stands twice", party=twice)
    for party in bargain.parties:
        if len(party.worth) != len(bargain.issues):
            raise Mistake(
                "party {party} values {found} issues; expected {expected}",
                party=party.name,
                found=len(party.worth),
                expected=len(bargain.issues),
            )
        for issue, row in zip(bargain.issues, party.worth, strict=True):
            if len(row) != len(issue.options):
                raise Mistake(
                    "party {party} values {found} options of issue {issue}; expected {expected}",
                    party=party.name,
                    found=len(row),
                    issue=issue.label,
                    expected=len(issue.options),
                )


def _check_rules(bargain: Bargain) -> None:
    sizes = bargain.sizes
    named = [choice for rule in bargain.rules for choice in rule.options + rule.then]
    for issue, option in named + [line.choice for line in bargain.red_lines]:
        if not (0 <= issue < len(sizes) and 0 <= option < sizes[issue]):
            raise Mistake("a rule names option {option} of issue {issue}, which is not there",
                          option=option, issue=issue)  # fmt: skip
    for rule in bargain.rules:
        if not rule.options or (rule.relation in ("requires", "if_then") and not rule.then):
            raise Mistake("rule {rule} is about no options", rule=rule.name or rule.relation)
    acceptance = bargain.acceptance
    for name in (*acceptance.seats, *acceptance.vetoes):
        bargain.party(name)
