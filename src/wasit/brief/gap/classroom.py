"""For teaching: a secret role sheet for each seat of a scored game, and where deals lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.brief.content import Code, Item, Many, Page, Pair, Section, Sentence, item, say
from wasit.brief.gap.names import Names, figure
from wasit.packages import Bargain
from wasit.packages.deals import Struck
from wasit.packages.winner import Division


def role_sheet(bargain: Bargain, place: int, day: str) -> Page:
    """What one party is told: the issues, the rules all know, and its own scores alone."""
    names = Names(bargain)
    party = bargain.parties[place]
    return Page(
        title=say("Role of {party}", party=names.party(place)),
        talks=None,
        at=day,
        seat=party.name,
        front=(say("For {seat} alone: do not show it to the others.", seat=names.party(place)),),
        caution=None,
        sections=(_scores(names, place), _frame(names, place)),
        sources=(),
    )


def _scores(names: Names, place: int) -> Section:
    party = names.bargain.parties[place]
    items = []
    for i, row in enumerate(party.worth):
        below = tuple(
            item(say("{option}: {value}.", option=names.option(i, o), value=figure(value)))
            for o, value in enumerate(row)
        )
        items.append(item(say("{issue}:", issue=names.issue(i)), below=below))
    if party.reservation is not None:
        items.append(
            item(
                say(
                    "Without a deal you have {value}: agree to nothing that gives you less.",
                    value=figure(party.reservation),
                )
            )
        )
    for line in names.bargain.red_lines:
        if line.party == party.name:
            option = names.option(*line.choice)
            items.append(item(say("You may not agree to “{option}”.", option=option)))
    return Section("scores", say("Your scores"), tuple(items), top=True)


def _frame(names: Names, place: int) -> Section:
    bargain = names.bargain
    others = [p for p in range(len(bargain.parties)) if p != place]
    items = [item(say("At the table with you: {parties}.", parties=names.parties(others)))]
    acceptance = bargain.acceptance
    if acceptance.all_but:
        items.append(item(say("A deal needs all parties but one.")))
    else:
        items.append(item(say("A deal needs every party.")))
    if acceptance.vetoes:
        seats = [bargain.names.index(name) for name in acceptance.vetoes]
        items.append(
            item(say("These may not be passed over: {parties}.", parties=names.parties(seats)))
        )
    for rule in bargain.rules:
        options = names.taken(rule.options)
        if rule.then:
            then = names.taken(rule.then)
            if rule.relation == "excludes":
                said = say("Rule: {options} excludes {then}.", options=options, then=then)
            else:
                said = say("Rule: {options} requires {then}.", options=options, then=then)
        elif rule.relation == "at_least_one":
            said = say("Rule: at least one of {options}.", options=options)
        elif rule.relation == "at_most_one":
            said = say("Rule: at most one of {options}.", options=options)
        else:
            said = say("Rule: these exclude each other: {options}.", options=options)
        items.append(item(said))
    return Section("frame", say("What everybody knows"), tuple(items), top=True)


# --- a class's deals ------------------------------------------------------------------------------


def deals(names: Names, found: Sequence[Struck]) -> Section:
    """Where each deal lies: for whom what, who would refuse, what was left on the table."""
    return Section("deals", say("Where the deals lie"), tuple(_deal(names, one) for one in found))


def _deal(names: Names, one: Struck) -> Item:
    worth = zip(range(len(one.utilities)), one.utilities, strict=True)
    below = [
        item(say("{party}: {value}.", party=names.party(place), value=figure(value)))
        for place, value in worth
    ]
    return item(
        say("{name}: {package}.", name=Code(one.name), package=names.package(one.package)),
        *_judged(names, one),
        below=tuple(below),
    )


def _judged(names: Names, one: Struck) -> Iterator[Sentence]:
    if not one.keeps_rules:
        yield say("It breaks a rule or crosses a red line.")
    if one.refused_by:
        places = [names.bargain.names.index(name) for name in one.refused_by]
        yield say("Below the reservation value of {parties}.", parties=names.parties(places))
    if one.efficient:
        yield say("It is efficient.")
    if one.efficient is None:
        yield say(
            "Whether it is efficient is not known: there are too many efficient packages to list."
        )
    if one.left is not None:
        gained = [
            Pair(names.party(place), figure(value))
            for place, value in enumerate(one.left)
            if value > 0
        ]
        yield say("Left on the table: {parties}.", parties=Many(tuple(gained)))


# --- dividing -------------------------------------------------------------------------------------


def division(names: Names, found: Division) -> Section:
    """Adjusted Winner: who gets which issue, and the one that is divided."""
    items = []
    for place, share in enumerate(found.shares):
        issue = names.issue(place)
        if share in (0, 1):
            winner = names.party(0 if share == 1 else 1)
            items.append(item(say("{issue}: to {party}.", issue=issue, party=winner)))
        else:
            items.append(
                item(
                    say(
                        "{issue}: divided, {share} per cent to {party}, the rest to {other}.",
                        issue=issue,
                        share=figure(share * 100),
                        party=names.party(0),
                        other=names.party(1),
                    )
                )
            )
    items.append(item(say("Each has {points} of its 100 points.", points=figure(found.points[0]))))
    intro = (item(say("If every issue could be divided in any proportion (Adjusted Winner):")),)
    return Section("division", say("Dividing the issues"), tuple(items), intro=intro)
