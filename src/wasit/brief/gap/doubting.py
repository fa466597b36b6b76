"""What can be said without knowing everything, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.content import Figure, Item, Section, Sentence, item, say
from wasit.brief.gap.names import SOLUTION_NAMES, Names, count
from wasit.packages import SOLUTIONS
from wasit.packages.doubt import Candidate, Quantity, Study

TOLD = 3
"""How many packages, and how many things to find out, are told of."""

LITTLE = 0.001
"""What is worth less than this to find out is not told."""


def doubt(names: Names, study: Study) -> Section:
    """How the packages fare over the draws, and what to find out first."""
    return Section("doubt", say("Not knowing"), tuple(_told(names, study)), top=True)


def _told(names: Names, study: Study) -> Iterator[Item]:
    yield item(
        say(
            "What is not known was drawn {n} times; in {share} of the draws some package meets "
            "the reservation values of all.",
            n=count(study.draws),
            share=percent(study.solved),
        )
    )
    for candidate in study.candidates[:TOLD]:
        yield _candidate(names, candidate)
    worth = [one for one in study.worth if one.value >= LITTLE][:TOLD]
    for one in worth:
        yield item(_find_out(names, one.quantity, one.value))
    if not worth and study.worth:
        yield item(say("Nothing unknown would change much if it were found out."))


def _candidate(names: Names, one: Candidate) -> Item:
    package = names.package(one.package)
    if one.robust:
        first = say("It holds up under doubt: {package}.", package=package)
    else:
        first = say("It hangs on guesses: {package}.", package=package)
    often = [
        item(
            say("{name} in {share} of the draws.", name=SOLUTION_NAMES[name], share=percent(share))
        )
        for name, share in zip(SOLUTIONS, one.often, strict=True)
        if share >= 0.005
    ]
    return item(
        first,
        say(
            "Acceptable to all in {share} of the draws; on average it misses {regret} of what the "
            "best package brings.",
            share=percent(one.acceptable),
            regret=percent(one.regret),
        ),
        below=tuple(often),
    )


def _find_out(names: Names, quantity: Quantity, value: float) -> Sentence:
    party = names.party(quantity.party)
    if quantity.issue is None:
        return say(
            "Worth finding out: the reservation value of {party} (it would save {share}).",
            party=party,
            share=percent(value),
        )
    if quantity.option is None:
        return say(
            "Worth finding out: how much {issue} weighs for {party} (it would save {share}).",
            issue=names.issue(quantity.issue),
            party=party,
            share=percent(value),
        )
    return say(
        "Worth finding out: what “{option}” on {issue} is worth to {party} "
        "(it would save {share}).",
        option=names.option(quantity.issue, quantity.option),
        issue=names.issue(quantity.issue),
        party=party,
        share=percent(value),
    )


def percent(share: float) -> Figure:
    """A share in per cent, to the nearest tenth under ten."""
    number = share * 100
    text = f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:.0f}"
    return Figure(f"{text}%")


def no_doubt() -> Section:
    """Where nothing is left open, or too little is known to draw from."""
    return Section(
        "doubt",
        say("Not knowing"),
        (
            item(
                say("Nothing is drawn: every number is exact, or a reservation value is not known.")
            ),
        ),
    )
