"""GENIUS 10: a domain file and one profile per party, as its own evaluator reads them.

Discrete issues: ``weight * evaluation / largest evaluation of the issue``; integer issues:
``weight * (slope * (value - lower bound) + offset)``, kept between 0 and 1 before the weight.
Issues are matched by index, values by their text; weights count as written; without a reservation
it is 0; discounts are left aside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.sax.saxutils import quoteattr

from wasit.entries import Mistake
from wasit.entries.errors import Place
from wasit.packages.bargain import Bargain, Issue, Option, Party
from wasit.packages.files.amounts import number, written
from wasit.packages.files.xml import Element, read

WIDEST = 10_000
"""How many values an integer issue may have."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, without folder, and what is in it."""

    name: str
    data: bytes


def is_domain(data: bytes) -> bool:
    """Whether it looks like a domain file."""
    return b"<negotiation_template" in data[:4000]


def is_profile(data: bytes) -> bool:
    """Whether it looks like a profile of a party."""
    return b"<utility_space" in data[:4000] and not is_domain(data)


def bargain(domain: Source, profiles: Sequence[Source], name: str = "") -> Bargain:
    """The bargain of a domain and its profiles, parties in the order given.

    Raises :class:`wasit.entries.Mistake` with file and line.
    """
    issues = _Domain(domain)
    parties = []
    for profile in profiles:
        party = profile.name.rsplit(".", 1)[0]
        parties.append(_party(issues, profile, party))
    return Bargain(tuple(issues.issues.values()), tuple(parties), name=name)


class _Domain:
    """The issues by index, in the order of the file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.issues: dict[str, Issue] = {}
        self.lower: dict[str, int] = {}
        root = read(source.data, source.name)
        found = list(root.all("issue"))
        names = [element.attributes.get("name", "") for element in found]
        for element, name in zip(found, names, strict=True):
            index = _attribute(element, "index", source)
            if index in self.issues:
                raise Mistake("issue {issue} stands twice", place=_at(source, element), issue=index)
            # The name, or where two issues share it, the index: labels are told apart.
            label = name if name and names.count(name) == 1 else index
            self.issues[index] = Issue(label, tuple(map(Option, self._values(element, index))))
        if not self.issues:
            raise Mistake("the domain has no issues", place=Place(source.name))

    def _values(self, element: Element, index: str) -> list[str]:
        if _kind(element) == "integer":
            low = _integer(element, "lowerbound", self.source)
            high = _integer(element, "upperbound", self.source)
            if not 0 <= high - low < WIDEST:
                raise Mistake(
                    "the bounds {low} and {high} leave no options, or too many",
                    place=_at(self.source, element),
                    low=low,
                    high=high,
                )
            self.lower[index] = low
            return [str(value) for value in range(low, high + 1)]
        if _kind(element) != "discrete":
            raise Mistake(
                "issues of type {kind} are not read; expected discrete or integer",
                place=_at(self.source, element),
                kind=_kind(element),
            )
        items = [item for item in element.children if item.name == "item"]
        return [_attribute(item, "value", self.source) for item in items]


def _party(domain: _Domain, source: Source, name: str) -> Party:
    root = read(source.data, source.name)
    weights = {
        _attribute(element, "index", source): number(
            _attribute(element, "value", source), _at(source, element)
        )
        for element in root.all("weight")
    }
    worth: dict[str, tuple[Fraction, ...]] = {}
    for element in root.all("issue"):
        index = _attribute(element, "index", source)
        place = _at(source, element)
        if index not in domain.issues:
            raise Mistake("issue {issue} is not in the domain", place=place, issue=index)
        if index in worth:
            raise Mistake("issue {issue} stands twice", place=place, issue=index)
        if index not in weights:
            raise Mistake("issue {issue} has no weight", place=place, issue=index)
        shares = _shares(domain, index, element, source)
        worth[index] = tuple(weights[index] * share for share in shares)
    for index, issue in domain.issues.items():
        if index not in worth:
            raise Mistake(
                "the profile says nothing of issue {issue}",
                place=Place(source.name),
                issue=issue.label,
            )
    reserves = [
        number(_attribute(element, "value", source), _at(source, element))
        for element in root.all("reservation")
    ]
    return Party(
        name,
        tuple(worth[index] for index in domain.issues),
        reserves[-1] if reserves else Fraction(),
    )


def _shares(domain: _Domain, index: str, element: Element, source: Source) -> list[Fraction]:
    """What each option is worth of the issue's weight."""
    issue = domain.issues[index]
    if index in domain.lower:
        return _linear(element, source, len(issue.options))
    given: dict[str, Fraction] = {}
    known = {option.label for option in issue.options}
    for item in element.children:
        if item.name != "item":
            continue
        value, place = _attribute(item, "value", source), _at(source, item)
        if value not in known:
            raise Mistake(
                "issue {issue} has no option {name}; expected one of {known}",
                place=place,
                issue=issue.label,
                name=value,
                known=", ".join(option.label for option in issue.options),
            )
        given[value] = number(_attribute(item, "evaluation", source), place)
    most = max(given.values(), default=Fraction())
    shares = []
    for option in issue.options:
        if option.label not in given:
            raise Mistake(
                "option {option} of issue {issue} has no evaluation",
                place=_at(source, element),
                option=option.label,
                issue=issue.label,
            )
        shares.append(given[option.label] / most if most > 0 else Fraction())
    return shares


def _linear(element: Element, source: Source, options: int) -> list[Fraction]:
    for child in element.children:
        if child.name == "evaluator":
            place = _at(source, child)
            slope = number(_attribute(child, "slope", source), place)
            offset = number(_attribute(child, "offset", source), place)
            return [
                min(max(slope * step + offset, Fraction()), Fraction(1)) for step in range(options)
            ]
    raise Mistake("the issue has no evaluator", place=_at(source, element))


def _kind(element: Element) -> str:
    given = element.attributes
    return given.get("vtype") or given.get("type") or given.get("etype") or "discrete"


def _attribute(element: Element, name: str, source: Source) -> str:
    if name not in element.attributes:
        raise Mistake(
            "{element} has no {attribute}",
            place=_at(source, element),
            element=element.name,
            attribute=name,
        )
    return element.attributes[name]


def _integer(element: Element, name: str, source: Source) -> int:
    value = number(_attribute(element, name, source), _at(source, element))
    if value.denominator != 1:
        raise Mistake("{text} is not a whole number", place=_at(source, element), text=value)
    return int(value)


def _at(source: Source, element: Element) -> Place:
    return Place(source.name, element.line)


# --- writing --------------------------------------------------------------------------------------


def files(bargain: Bargain) -> Mapping[str, str]:
    """The files of a GENIUS folder, by name; parties keep their order by file name.

    The weight of an issue is its best option's worth, and evaluations are the worths as they
    are. Raises :class:`wasit.entries.Mistake` for what the format cannot hold: rules and red
    lines, worth below 0, numbers without an end as decimals.
    """
    if bargain.rules or bargain.red_lines:
        raise Mistake("GENIUS files hold no rules and no red lines")
    return {
        "domain.xml": _domain_file(bargain),
        **{
            f"profile{number_:02d}-{safe_name(party.name)}.xml": _profile_file(bargain, party)
            for number_, party in enumerate(bargain.parties, 1)
        },
    }


def safe_name(name: str) -> str:
    """A name as a part of a file's name."""
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:60] or "party"


def _domain_file(bargain: Bargain) -> str:
    lines = [
        "<negotiation_template>",
        f'<utility_space number_of_issues="{len(bargain.issues)}">',
        _ROOT,
    ]
    for index, issue in enumerate(bargain.issues, 1):
        lines.append(_issue_tag(index, issue))
        for place, option in enumerate(issue.options, 1):
            lines.append(f'<item index="{place}" value={quoteattr(option.label)}/>')
        lines.append("</issue>")
    return "\n".join([*lines, "</objective>", "</utility_space>", "</negotiation_template>", ""])


_ROOT = '<objective index="0" name="root" type="objective" etype="objective">'


def _issue_tag(index: int, issue: Issue) -> str:
    name = quoteattr(issue.label)
    return f'<issue index="{index}" name={name} type="discrete" etype="discrete" vtype="discrete">'


def _profile_file(bargain: Bargain, party: Party) -> str:
    lines = [f'<utility_space number_of_issues="{len(bargain.issues)}">', _ROOT]
    for index, row in enumerate(party.worth, 1):
        lines.append(f'<weight index="{index}" value="{_decimal(max(row), party)}"/>')
    for index, (issue, row) in enumerate(zip(bargain.issues, party.worth, strict=True), 1):
        lines.append(_issue_tag(index, issue))
        for place, (option, value) in enumerate(zip(issue.options, row, strict=True), 1):
            label, amount = quoteattr(option.label), _decimal(value, party)
            lines.append(f'<item index="{place}" value={label} evaluation="{amount}"/>')
        lines.append("</issue>")
    reserve = _decimal(party.reservation or Fraction(), party)
    lines += ["</objective>", f'<reservation value="{reserve}"/>', "</utility_space>", ""]
    return "\n".join(lines)


def _decimal(value: Fraction, party: Party) -> str:
    text = written(value)
    if text is None or value < 0:
        raise Mistake(
            "GENIUS files cannot hold {value}, which {party} has; expected a decimal, not below 0",
            value=value,
            party=party.name,
        )
    return text
