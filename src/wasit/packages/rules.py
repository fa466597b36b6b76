"""What may be taken together: rules and red lines as clauses, and the course through the issues.

A clause is a set of options of which one at least must be taken; every relation comes down to
some of those. Held as bit masks: by issue, the options that meet the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from wasit.entries import Mistake
from wasit.packages.bargain import Bargain, Choice, Package, RedLine, Rule

Clause = tuple[tuple[int, int], ...]
"""Issue and mask, by issue: met by a package that takes an option in one of the masks."""


@dataclass(frozen=True)
class Terms:
    """What a package must keep to."""

    sizes: tuple[int, ...]
    open: tuple[tuple[int, ...], ...]
    """By issue, the options that may be taken at all."""
    clauses: tuple[Clause, ...]
    """What is left to watch, each over two issues at least."""

    @classmethod
    def of(cls, bargain: Bargain) -> Terms:
        """The terms of a bargain: its rules, and its red lines but for relaxed ones."""
        made = [clause for rule in bargain.rules for clause in _clauses(rule, bargain.sizes)]
        made += [_none_of((choice,), bargain.sizes) for choice in sorted(bargain.barred)]
        masks, left = _settle_singles([(1 << size) - 1 for size in bargain.sizes], made)
        options = (tuple(o for o in range(mask.bit_length()) if mask >> o & 1) for mask in masks)
        return cls(bargain.sizes, tuple(options), tuple(dict.fromkeys(left)))

    def keeps(self, package: Package) -> bool:
        """Whether the package keeps to them."""
        if any(o not in row for o, row in zip(package, self.open, strict=True)):
            return False
        return all(any(mask >> package[i] & 1 for i, mask in clause) for clause in self.clauses)


def _clauses(rule: Rule, sizes: Sequence[int]) -> Iterator[Clause]:
    match rule.relation:
        case "requires" | "if_then":
            for then in rule.then:
                yield _any_of((then,), sizes, unless=rule.options)
        case "excludes":
            for then in rule.then:
                yield _none_of((*rule.options, then), sizes)
            if not rule.then:
                yield _none_of(rule.options, sizes)
        case "at_most_one":
            for pair in combinations(dict.fromkeys(rule.options), 2):
                yield _none_of(pair, sizes)
        case "at_least_one":
            yield _any_of(rule.options, sizes)


def _any_of(
    choices: Sequence[Choice], sizes: Sequence[int], unless: Sequence[Choice] = ()
) -> Clause:
    """One of ``choices`` must be taken, unless one of ``unless`` is not."""
    masks: dict[int, int] = {}
    for issue, option in choices:
        masks[issue] = masks.get(issue, 0) | 1 << option
    for issue, option in unless:
        full = (1 << sizes[issue]) - 1
        masks[issue] = masks.get(issue, 0) | full & ~(1 << option)
    return tuple(sorted(masks.items()))


def _none_of(choices: Sequence[Choice], sizes: Sequence[int]) -> Clause:
    """Not all of ``choices`` together."""
    return _any_of((), sizes, unless=choices)


def _settle_singles(masks: list[int], clauses: list[Clause]) -> tuple[list[int], list[Clause]]:
    """Take out options that some clause leaves no room for, until none is left to take out."""
    todo, settled = clauses, False
    while not settled:
        left: list[Clause] = []
        settled = True
        for clause in todo:
            live = tuple((i, mask & masks[i]) for i, mask in clause if mask & masks[i])
            if any(mask == masks[i] for i, mask in live):
                continue  # whatever is taken meets it
            if len(live) > 1:
                left.append(live)
                continue
            settled = False
            if live:
                masks[live[0][0]] &= live[0][1]
            else:
                # Nothing can meet it: no option of any issue is left.
                return [0] * len(masks), []
        todo = left
    return masks, todo


# --- the course ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One issue on the course: how states of the rules go on from it.

    A move takes a state before the issue and an option to a state after it; moves are sorted by
    the state they lead to.
    """

    issue: int
    source: tuple[int, ...]
    option: tuple[int, ...]
    target: tuple[int, ...]
    states: int
    """How many states there are after it."""


@dataclass(frozen=True)
class Course:
    """The issues in the order they are settled, with all that rules can tell apart on the way.

    A state is the set of clauses that were begun, are not met, and can still be met.
    """

    terms: Terms
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, terms: Terms, limit: int = 200_000) -> Course:
        """The course of few states. Raises :class:`TooManyStates` beyond ``limit`` moves."""
        order = _order(terms)
        if not terms.clauses:
            return cls(terms, tuple(_free_step(issue, terms.open[issue]) for issue in order))
        steps = []
        states: dict[frozenset[int], int] = {frozenset(): 0}
        last = _last_issues(terms, order)
        moves = 0
        for position, issue in enumerate(order):
            after: dict[frozenset[int], int] = {}
            found: list[tuple[int, int, int]] = []
            begun = _begun(terms, order, position)
            for state, source in states.items():
                for option in terms.open[issue]:
                    kept = _go_on(terms, state | begun, issue, option, position, last)
                    if kept is not None:
                        found.append((after.setdefault(kept, len(after)), source, option))
            moves += len(found)
            if moves > limit:
                raise TooManyStates
            found.sort()
            steps.append(
                Step(
                    issue,
                    tuple(source for _, source, _ in found),
                    tuple(option for _, _, option in found),
                    tuple(target for target, _, _ in found),
                    len(after),
                )
            )
            states = after
        return cls(terms, tuple(steps))

    @property
    def order(self) -> tuple[int, ...]:
        """The issues in the order they are settled."""
        return tuple(step.issue for step in self.steps)

    @cached_property
    def count(self) -> int:
        """How many packages keep to the terms."""
        ways = [1]
        for step in self.steps:
            after = [0] * step.states
            for source, target in zip(step.source, step.target, strict=True):
                after[target] += ways[source]
            ways = after
        return sum(ways)


def _free_step(issue: int, options: Sequence[int]) -> Step:
    """A step where no rule says anything."""
    always = (0,) * len(options)
    return Step(issue, always, tuple(options), always, 1)


class TooManyStates(Exception):
    """The rules tie too many issues together for a course to be laid out."""


def _go_on(
    terms: Terms,
    pending: frozenset[int],
    issue: int,
    option: int,
    position: int,
    last: Sequence[int],
) -> frozenset[int] | None:
    """The clauses still unmet after taking the option; none where one can no longer be met."""
    kept = []
    for clause in pending:
        mask = next((mask for i, mask in terms.clauses[clause] if i == issue), 0)
        if mask >> option & 1:
            continue
        if last[clause] <= position:
            return None
        kept.append(clause)
    return frozenset(kept)


def _begun(terms: Terms, order: Sequence[int], position: int) -> frozenset[int]:
    """The clauses whose first issue is at this position."""
    places = {issue: place for place, issue in enumerate(order)}
    firsts = (min(places[i] for i, _ in clause) for clause in terms.clauses)
    return frozenset(number for number, first in enumerate(firsts) if first == position)


def _last_issues(terms: Terms, order: Sequence[int]) -> list[int]:
    places = {issue: place for place, issue in enumerate(order)}
    return [max(places[i] for i, _ in clause) for clause in terms.clauses]


def _order(terms: Terms) -> list[int]:
    """Issues tied by rules next to each other, few clauses open at a time; else fewest options.

    Greedy: each time the issue that leaves the fewest clauses open, then the fewest options.
    """
    if not terms.clauses:
        return sorted(range(len(terms.sizes)), key=lambda issue: len(terms.open[issue]))
    touching: list[list[int]] = [[] for _ in terms.sizes]
    left = [len(clause) for clause in terms.clauses]
    for number, clause in enumerate(terms.clauses):
        for issue, _ in clause:
            touching[issue].append(number)
    opened: set[int] = set()
    todo = set(range(len(terms.sizes)))
    order = []

    def cost(issue: int) -> tuple[int, int, int, int]:
        begins = sum(1 for c in touching[issue] if c not in opened)
        ends = sum(1 for c in touching[issue] if c in opened and left[c] == 1)
        started = 0 if begins < len(touching[issue]) else 1
        return begins - ends, started, len(terms.open[issue]), issue

    while todo:
        issue = min(todo, key=cost)
        todo.discard(issue)
        order.append(issue)
        opened.update(touching[issue])
        for number in touching[issue]:
            left[number] -= 1
    return order


# --- contradictions -----------------------------------------------------------------------------


def is_satisfiable(terms: Terms) -> bool:
    """Whether any package keeps to the terms (Davis, Putnam, Logemann, Loveland 1962)."""
    masks = [sum(1 << o for o in row) for row in terms.open]
    return all(masks) and _can_meet(masks, list(terms.clauses))


def _can_meet(masks: list[int], clauses: list[Clause]) -> bool:
    masks, left = _settle_singles(list(masks), clauses)
    if not all(masks):
        return False
    if not left:
        return True
    issue, mask = min(left, key=len)[0]
    for narrowed in (masks[issue] & mask, masks[issue] & ~mask):
        if narrowed:
            trial = list(masks)
            trial[issue] = narrowed
            if _can_meet(trial, left):
                return True
    return False


def check_not_contradictory(bargain: Bargain) -> None:
    """Raises :class:`wasit.entries.Mistake` naming a smallest set of rules that clash.

    Smallest in that each of them is needed: without any one, some package keeps to the rest.
    """
    if is_satisfiable(Terms.of(bargain)):
        return
    lines = [line for line in bargain.red_lines if not bargain.is_relaxed(line)]
    parts: list[Rule | RedLine] = [*bargain.rules, *lines]
    needed: list[Rule | RedLine] = []
    while parts:
        part = parts.pop()
        if is_satisfiable(_with(bargain, needed + parts)):
            needed.append(part)
    told = [_told(bargain, one) for one in needed]
    raise Mistake("no package keeps to all of: {rules}", rules="; ".join(reversed(told)))


def _with(bargain: Bargain, parts: Sequence[Rule | RedLine]) -> Terms:
    rules = tuple(one for one in bargain.rules if any(one is part for part in parts))
    lines = tuple(one for one in bargain.red_lines if any(one is part for part in parts))
    return Terms.of(replace(bargain, rules=rules, red_lines=lines))


def _told(bargain: Bargain, part: Rule | RedLine) -> str:
    """A rule or red line as a word: its name, or the options it is about."""

    def labels(choices: Sequence[Choice]) -> str:
        issues = bargain.issues
        return ", ".join(f"{issues[i].label}={issues[i].options[o].label}" for i, o in choices)

    if isinstance(part, Rule):
        if part.name:
            return part.name
        then = f" > {labels(part.then)}" if part.then else ""
        return f"{part.relation} {labels(part.options)}{then}"
    return f"{part.party} \u2260 {labels((part.choice,))}"


def some_package(terms: Terms, scores: Sequence[Sequence[float]]) -> Package | None:
    """A package that keeps to the terms, where there is one; options of high score by preference.

    ``scores``: by issue and option.
    """
    masks = [sum(1 << o for o in row) for row in terms.open]
    if not all(masks):
        return None
    found = _meeting(masks, list(terms.clauses), scores)
    if found is None:
        return None
    return tuple(
        max(_options(mask), key=lambda o: row[o]) for mask, row in zip(found, scores, strict=True)
    )


def _meeting(
    masks: list[int], clauses: list[Clause], scores: Sequence[Sequence[float]]
) -> list[int] | None:
    """Options left by issue, any of which will do together."""
    masks, left = _settle_singles(list(masks), clauses)
    if not all(masks) or not left:
        return masks if all(masks) else None
    issue = min(left, key=len)[0][0]
    for option in sorted(_options(masks[issue]), key=lambda o: -scores[issue][o]):
        trial = list(masks)
        trial[issue] = 1 << option
        found = _meeting(trial, left, scores)
        if found is not None:
            return found
    return None


def _options(mask: int) -> list[int]:
    return [option for option in range(mask.bit_length()) if mask >> option & 1]
