"""Where a draft lies, and the smallest change of it that would do something."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.brief.book import Book
from wasit.brief.content import Item, Many, Sentence, Value, item, say
from wasit.brief.gap.names import Names, figure
from wasit.brief.gap.telling import Telling
from wasit.entries import Entry
from wasit.packages import Package
from wasit.packages.changing import Change, nearest_efficient, smallest_change
from wasit.packages.comparing import Span, compare, spans
from wasit.packages.efficient import Frontier
from wasit.packages.onrecord import OnRecord, on_draft


def against_draft(telling: Telling, found: OnRecord, book: Book, draft: Entry) -> Iterator[Item]:
    """The draft on the table: a point where all its options are known, else a range."""
    allowed = on_draft(found, draft)
    known = sum(len(options) == 1 for options in allowed)
    if not known:
        return
    name = book.name(draft)
    if known == len(allowed):
        package = tuple(options[0] for options in allowed)
        yield _lies(telling, name, spans(telling.bargain, allowed), ())
        yield from changes(telling, package, name)
        return
    open_issues = tuple(place for place, options in enumerate(allowed) if len(options) > 1)
    yield _lies(telling, name, spans(telling.bargain, allowed), open_issues)


def _lies(
    telling: Telling, name: Value, ends: tuple[Span, ...], open_issues: tuple[int, ...]
) -> Item:
    names = telling.names
    below = tuple(_worth(names, place, span) for place, span in enumerate(ends))
    if not open_issues:
        return item(say("The text “{draft}” is worth:", draft=name), below=below)
    return item(
        say(
            "The text “{draft}” leaves open: {issues}. So far it is worth:",
            draft=name,
            issues=names.issues(open_issues),
        ),
        below=below,
    )


def _worth(names: Names, place: int, span: Span) -> Item:
    party = names.party(place)
    reserve = names.bargain.parties[place].reservation
    if span.low == span.high:
        said = say("{party}: {value}.", party=party, value=figure(span.low))
    else:
        said = say(
            "{party}: from {low} to {high}.",
            party=party,
            low=figure(span.low),
            high=figure(span.high),
        )
    if reserve is None:
        return item(said)
    return item(said, say("Its reservation value is {value}.", value=figure(reserve)))


def changes(telling: Telling, draft: Package, name: Value) -> Iterator[Item]:
    """The smallest change that harms nobody, that all could accept, that reaches the frontier."""
    bargain = telling.bargain
    helps = smallest_change(bargain, draft, "nobody_worse")
    if helps is None:
        yield item(say("No change of “{draft}” helps somebody and harms nobody.", draft=name))
    else:
        yield _change(
            telling,
            draft,
            helps,
            say(
                "The smallest change of “{draft}” that helps somebody and harms nobody: {options}.",
                draft=name,
                options=_options(telling.names, helps),
            ),
        )
    if bargain.reserved:
        suits = smallest_change(bargain, draft, "all_accept")
        if suits is not None and suits.issues:
            yield _change(
                telling,
                draft,
                suits,
                say(
                    "The smallest change of “{draft}” that meets the reservation values of all: "
                    "{options}.",
                    draft=name,
                    options=_options(telling.names, suits),
                ),
            )
    if isinstance(telling.answer.frontier, Frontier):
        near = nearest_efficient(telling.answer.frontier, draft)
        if near.issues:
            yield _change(
                telling,
                draft,
                near,
                say(
                    "The smallest change of “{draft}” that is efficient: {options}.",
                    draft=name,
                    options=_options(telling.names, near),
                ),
            )
        else:
            yield item(say("“{draft}” is efficient.", draft=name))


def _options(names: Names, change: Change) -> Many:
    return names.taken((issue, change.package[issue]) for issue in change.issues)


def _change(telling: Telling, draft: Package, change: Change, said: Sentence) -> Item:
    """The change, and what each party gains or gives by it."""
    found = compare(telling.bargain, draft, change.package)
    below = []
    for place, value in enumerate(found.change):
        party = telling.names.party(place)
        if value > 0:
            below.append(item(say("{party} gains {value}.", party=party, value=figure(value))))
        elif value < 0:
            below.append(item(say("{party} gives {value}.", party=party, value=figure(-value))))
    sentences = [said]
    if not change.proven:
        sentences.append(say("It is not proven that no smaller one does."))
    return item(*sentences, below=tuple(below))
