"""The sections that tell an answer: how many, which solutions, what makes them work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from wasit.brief.content import Figure, Item, Section, Sentence, item, say
from wasit.brief.gap.names import MEANINGS, SOLUTION_NAMES, Names, count, figure
from wasit.packages import SOLUTIONS, Answer, Bargain, Deal, Package, Solution, SolutionName
from wasit.packages.comparing import Trade, surplus, trades
from wasit.packages.efficient import Frontier
from wasit.packages.solutions import fair_first

LISTED = 5
"""How many efficient packages a page lists."""


@dataclass(frozen=True)
class Telling:
    """An answer to be told."""

    answer: Answer
    draft: Package | None = None
    """What stands on the table, to compare with."""
    listed: int = LISTED
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Names(self.answer.bargain))

    @property
    def bargain(self) -> Bargain:
        """The bargain."""
        return self.answer.bargain


def sections(telling: Telling) -> tuple[Section, ...]:
    """All that is told of an answer."""
    made = (how_many(telling), solutions(telling), what_makes_it(telling), efficient(telling))
    return tuple(section for section in made if section is not None)


# --- how many -------------------------------------------------------------------------------------


def how_many(telling: Telling) -> Section:
    """How many packages there are, are allowed, and are acceptable to all."""
    return Section("how_many", say("How many packages"), tuple(_counted(telling)), top=True)


def _counted(telling: Telling) -> Iterator[Item]:
    answer, bargain = telling.answer, telling.bargain
    everybody = [place for place, party in enumerate(bargain.parties)]
    if answer.acceptable is not None:
        yield item(
            say(
                "Of {all} packages, {some} meet the reservation values of all: {parties}.",
                all=count(bargain.outcomes),
                some=count(answer.acceptable),
                parties=telling.names.parties(everybody),
            )
        )
    else:
        yield item(say("There are {all} packages.", all=count(bargain.outcomes)))
    if answer.allowed is not None and answer.allowed < bargain.outcomes:
        yield item(say("The rules and red lines leave {some}.", some=count(answer.allowed)))
    if _has_own_acceptance(bargain) and answer.accepted is not None:
        yield item(say("By the rule of acceptance {some} would pass.", some=count(answer.accepted)))
    for name, issue in sorted(bargain.relaxed):
        yield item(
            say(
                "Relaxed: the red lines of {seat} on {issue} may be crossed.",
                seat=telling.names.party_named(name),
                issue=telling.names.issue(issue),
            )
        )


def _has_own_acceptance(bargain: Bargain) -> bool:
    return bool(bargain.acceptance.all_but or bargain.acceptance.seats)


# --- solutions ------------------------------------------------------------------------------------


def solutions(telling: Telling) -> Section:
    """Each solution with its definition; or why there is none."""
    return Section("solutions", say("Solutions"), tuple(_solved(telling)), top=True)


def _solved(telling: Telling) -> Iterator[Item]:
    answer = telling.answer
    why = _NO_SOLUTION.get(answer.no_solution or "")
    if why is not None:
        yield item(why)
        return
    told: dict[Package, list[SolutionName]] = {}
    for name in SOLUTIONS:
        solution = answer.solutions[name]
        if solution is None:
            yield item(say("{name}: not found.", name=SOLUTION_NAMES[name]))
        else:
            told.setdefault(solution.package, []).append(name)
    for package, names in told.items():
        found = [(name, answer.solutions[name]) for name in names]
        yield item(
            say("{package}.", package=telling.names.package(package)),
            *crossings(telling, package),
            below=(
                *(_defined(name, one) for name, one in found if one is not None),
                *worths(telling, package),
            ),
        )


_NO_SOLUTION = {
    "no_reservation": say(
        "No solution is told: a party's reservation value is not known, and a solution is measured "
        "against it. The efficient packages are, and what each would mean."
    ),
    "unknown_party": say(
        "No solution is told: of what a party wants nothing is on record. The efficient packages "
        "are those of the parties of which something is."
    ),
    "none_acceptable": say("No package meets the reservation values of all."),
    "out_of_reach": say(
        "No package was found that meets the reservation values of all, and it is not proven that "
        "there is none."
    ),
}


def _defined(name: SolutionName, solution: Solution) -> Item:
    sentences = [
        say("{name}: {meaning}.", name=SOLUTION_NAMES[name], meaning=MEANINGS[name]),
    ]
    if solution.ties:
        sentences.append(say("As good: {n} other outcomes.", n=count(solution.ties)))
    if not solution.proven:
        sentences.append(
            say(
                "Not proven to be the best: it scores {score}, none scores more than {bound}.",
                score=figure(solution.score),
                bound=figure(solution.bound),
            )
        )
    return item(*sentences)


def worths(telling: Telling, package: Package) -> Iterator[Item]:
    """What the package is worth to each party, and how far above its reservation value."""
    bargain = telling.bargain
    above = surplus(bargain, package)
    for place, value in enumerate(bargain.utilities(package)):
        over = above[place]
        party = telling.names.party(place)
        if over is None:
            yield item(say("{party}: {value}.", party=party, value=figure(value)))
        elif over < 0:
            yield item(
                say(
                    "{party}: {value}, which is {short} short of its reservation value.",
                    party=party,
                    value=figure(value),
                    short=figure(-over),
                )
            )
        else:
            yield item(
                say(
                    "{party}: {value}, which is {over} above its reservation value.",
                    party=party,
                    value=figure(value),
                    over=figure(over),
                )
            )


def crossings(telling: Telling, package: Package) -> Iterator[Sentence]:
    """The red lines that the package crosses."""
    for line in telling.bargain.crossed(package):
        yield say(
            "It crosses a red line of {seat} on {issue}.",
            seat=telling.names.party_named(line.party),
            issue=telling.names.issue(line.choice[0]),
        )


# --- what makes it work ---------------------------------------------------------------------------


def what_makes_it(telling: Telling) -> Section | None:
    """The trades in the solution that is told first."""
    package = first_solution(telling.answer)
    if package is None:
        return None
    found = tuple(trade_items(telling, package))
    if not found:
        return None
    intro = (item(say("In {package}:", package=telling.names.package(package))),)
    return Section("trades", say("What makes it work"), found, intro=intro, top=True)


def first_solution(answer: Answer) -> Package | None:
    """The package of the first solution that there is."""
    found = (answer.solutions[name] for name in SOLUTIONS)
    return next((solution.package for solution in found if solution is not None), None)


def trade_items(telling: Telling, package: Package) -> Iterator[Item]:
    """Who yields where, for what."""
    for trade in trades(telling.bargain, package, telling.draft):
        yield item(_trade(telling.names, trade))


def _trade(names: Names, trade: Trade) -> Sentence:
    return say(
        "{party} yields on {yields}, where it costs {cost}, for {returns}, where it gains {gain}; "
        "to {other} that is worth {given}, for {price}.",
        party=names.party(trade.party),
        other=names.party(trade.other),
        yields=names.issue(trade.yields),
        returns=names.issue(trade.returns),
        cost=figure(trade.cost),
        gain=figure(trade.gain),
        given=figure(trade.given),
        price=figure(trade.price),
    )


# --- the frontier ---------------------------------------------------------------------------------


def efficient(telling: Telling) -> Section:
    """How many outcomes are efficient, and the first of them."""
    return Section("efficient", say("Efficient packages"), tuple(_frontier(telling)), top=True)


def _frontier(telling: Telling) -> Iterator[Item]:
    answer = telling.answer
    if answer.frontier is None:
        yield item(_NO_FRONTIER[answer.no_frontier or "too_large"])
        if answer.region and answer.share is not None:
            yield from _region(telling, answer.share)
        if answer.near is not None:
            yield from _near(telling)
        return
    size = Figure(str(len(answer.frontier)))
    if answer.acceptable_on_frontier is None:
        yield item(
            say(
                "Efficient outcomes: {n}. Nobody can have more in another without somebody "
                "having less.",
                n=size,
            )
        )
    else:
        yield item(
            say(
                "Efficient outcomes: {n}; {some} of them meet the reservation values of all. "
                "Nobody can have more in another without somebody having less.",
                n=size,
                some=Figure(str(answer.acceptable_on_frontier)),
            )
        )
    first = _first(telling, answer.frontier)
    yield from _deals(telling, iter(first))
    rest = len(answer.frontier) - len(first)
    if rest > 0:
        yield item(say("Not listed here: {n} more.", n=Figure(str(rest))))


def _first(telling: Telling, frontier: Sequence[Deal]) -> list[Deal]:
    """Those acceptable to all come first, where it is known which they are."""
    if telling.answer.acceptable_on_frontier and isinstance(frontier, Frontier):
        return fair_first(frontier, telling.listed)
    return list(islice(frontier, telling.listed))


_NO_FRONTIER = {
    "too_large": say("The efficient packages are too many to list."),
    "constant_sum": say(
        "Every package is efficient: what one party gains is always what others lose. So the "
        "efficient packages are not listed."
    ),
}


def _region(telling: Telling, share: Fraction) -> Iterator[Item]:
    region = telling.answer.region
    yield item(
        say(
            "Efficient outcomes around the Nash solution, whose product of gains is at least "
            "{share} per cent of the largest: {n}.",
            share=figure(share * 100),
            n=Figure(str(len(region))),
        )
    )
    yield from _deals(telling, islice(region, telling.listed))


def _near(telling: Telling) -> Iterator[Item]:
    assert telling.answer.near is not None
    errors = telling.answer.error
    yield item(
        say("No package is better for all than one of these by more than the error told:"),
        below=tuple(
            item(
                say(
                    "{party}: {value}.",
                    party=telling.names.party(place),
                    value=figure(error),
                )
            )
            for place, error in enumerate(errors)
        ),
    )
    yield from _deals(telling, islice(telling.answer.near, telling.listed))


def _deals(telling: Telling, deals: Iterator[Deal]) -> Iterator[Item]:
    for deal in deals:
        sentences = [say("{package}.", package=telling.names.package(deal.package))]
        if deal.packages > 1:
            sentences.append(say("Packages alike: {n}.", n=count(deal.packages)))
        yield item(
            *sentences,
            *crossings(telling, deal.package),
            below=tuple(worths(telling, deal.package)),
        )
