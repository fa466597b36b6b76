"""A bargain as JSON of our own: everything it holds, and nothing lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from wasit.entries import Mistake
from wasit.entries.errors import Place
from wasit.packages.bargain import (
    Acceptance,
    Bargain,
    Choice,
    Issue,
    Option,
    Party,
    RedLine,
    Relation,
    Rule,
    Words,
)
from wasit.packages.files.amounts import exactly, number

FORMAT = "bargain"
"""What stands under ``wasit`` in such a file."""


def is_own(found: Mapping[str, Any]) -> bool:
    """Whether plain data is a bargain of ours."""
    return found.get("wasit") == FORMAT


def as_plain(bargain: Bargain) -> dict[str, Any]:
    """The bargain as plain data; numbers as text, decimals or fractions."""

    def named(label: str, name: Words | None) -> dict[str, Any]:
        return {"label": label} | ({"name": dict(name)} if name is not None else {})

    def told(choices: Sequence[Choice]) -> list[list[str]]:
        return [_labels(bargain, choice) for choice in choices]

    parties = []
    for party in bargain.parties:
        worth = {
            issue.label: {o.label: exactly(x) for o, x in zip(issue.options, row, strict=True)}
            for issue, row in zip(bargain.issues, party.worth, strict=True)
        }
        reserve = None if party.reservation is None else exactly(party.reservation)
        title = {"title": dict(party.title)} if party.title is not None else {}
        parties.append({"name": party.name, **title, "reservation": reserve, "worth": worth})
    acceptance = bargain.acceptance
    return {
        "wasit": FORMAT,
        "name": bargain.name,
        "issues": [
            {
                **named(issue.label, issue.name),
                "options": [named(option.label, option.name) for option in issue.options],
            }
            for issue in bargain.issues
        ],
        "parties": parties,
        "rules": [
            {
                "relation": rule.relation,
                "options": told(rule.options),
                "then": told(rule.then),
                "name": rule.name,
            }
            for rule in bargain.rules
        ],
        "red_lines": [
            {"party": line.party, "option": _labels(bargain, line.choice)}
            for line in bargain.red_lines
        ],
        "acceptance": {
            "seats": list(acceptance.seats),
            "all_but": acceptance.all_but,
            "vetoes": list(acceptance.vetoes),
        },
    }


def _labels(bargain: Bargain, choice: Choice) -> list[str]:
    issue = bargain.issues[choice[0]]
    return [issue.label, issue.options[choice[1]].label]


def bargain(found: Mapping[str, Any], file: str) -> Bargain:
    """The bargain of such data. Raises :class:`wasit.entries.Mistake` with the file."""
    place = Place(file)
    try:
        return _bargain(found, place)
    except Mistake as mistake:
        raise mistake.in_place(place) from None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Mistake(
            "the file is not as a bargain is written; see {what}", place=place, what=error
        ) from None


def _bargain(found: Mapping[str, Any], place: Place) -> Bargain:
    issues = tuple(
        Issue(
            str(each["label"]),
            tuple(Option(str(o["label"]), o.get("name")) for o in each["options"]),
            each.get("name"),
        )
        for each in found["issues"]
    )
    parties = []
    for each in found["parties"]:
        worth = []
        for issue in issues:
            row = each["worth"][issue.label]
            strange = set(row) - {option.label for option in issue.options}
            if strange:
                raise Mistake(
                    "issue {issue} has no option {name}; expected one of {known}",
                    issue=issue.label,
                    name=min(strange),
                    known=", ".join(option.label for option in issue.options),
                )
            worth.append(tuple(number(str(row[o.label]), place) for o in issue.options))
        given = each.get("reservation")
        reserve = None if given is None else number(str(given), place)
        parties.append(Party(str(each["name"]), tuple(worth), reserve, each.get("title")))
    plain = Bargain(issues, tuple(parties), name=str(found.get("name", "")))
    return Bargain(
        issues,
        tuple(parties),
        tuple(_rule(plain, each) for each in found.get("rules", ())),
        tuple(
            RedLine(str(each["party"]), plain.choice(*map(str, each["option"])))
            for each in found.get("red_lines", ())
        ),
        _acceptance(found.get("acceptance", {})),
        name=plain.name,
    )


def _rule(plain: Bargain, given: Mapping[str, Any]) -> Rule:
    relation = next((r for r in get_args(Relation) if r == given["relation"]), None)
    if relation is None:
        raise Mistake(
            "{text} is no relation; expected one of {known}",
            text=given["relation"],
            known=", ".join(get_args(Relation)),
        )
    options = tuple(plain.choice(*map(str, each)) for each in given["options"])
    then = tuple(plain.choice(*map(str, each)) for each in given.get("then", ()))
    return Rule(relation, options, then, str(given.get("name", "")))


def _acceptance(given: Mapping[str, Any]) -> Acceptance:
    return Acceptance(
        tuple(map(str, given.get("seats", ()))),
        int(given.get("all_but", 0)),
        tuple(map(str, given.get("vetoes", ()))),
    )
