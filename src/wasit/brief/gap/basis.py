"""What an answer rests on: whose estimates, what is open in them, what contradicts itself."""

from __future__ import annotations

from wasit.brief.book import Book
from wasit.brief.content import Code, Item, Many, Section, Sentence, item, say, say_n
from wasit.entries import Entry
from wasit.packages.onrecord import Contradiction, OnRecord

ESTIMATES = say(
    "The arithmetic is exact; the estimates it rests on are guesses, or one side's word."
)


def estimates(found: OnRecord, book: Book, seat: str) -> Section:
    """Whose word each party's numbers are, what is open in them, and what is missing."""
    items = [_basis(found, book, place) for place in range(len(found.known.parties))]
    items += [
        item(say("Nothing is on record of what {party} wants.", party=book.seat(name)))
        for name in found.unknown
    ]
    items += [item(one) for one in contradictions(found, book, seat)]
    return Section("estimates", say("What it rests on"), tuple(items))


def _basis(found: OnRecord, book: Book, place: int) -> Item:
    party = found.known.parties[place]
    name = book.seat(party.name)
    if party.own:
        sentences = [say("{party}: by its own estimates.", party=name)]
    else:
        authors = {e.author.seat for e in _entries(found, place)}
        sentences = [
            say(
                "{party}: by estimates of {authors}.",
                party=name,
                authors=book.seats(sorted(authors)),
            )
        ]
    if party.comparisons and not party.exact:
        sentences.append(
            say_n(
                "{n} example put in order stands for what is not said: the middle of all worths "
                "that agree with it is taken.",
                "{n} examples put in order stand for what is not said: the middle of all worths "
                "that agree with them is taken.",
                len(party.comparisons) + 1,
            )
        )
    open_issues = [
        issue
        for issue, wish in zip(found.entries, party.wishes, strict=True)
        if wish is not None and not wish.exact and not party.comparisons
    ]
    if open_issues:
        sentences.append(
            say_n(
                "A range or an order stands for {issues}: its middle is taken.",
                "Ranges or orders stand for {issues}: their middle is taken.",
                len(open_issues),
                issues=_issues(book, open_issues),
            )
        )
    missing = [i for i, wish in zip(found.entries, party.wishes, strict=True) if wish is None]
    if missing:
        sentences.append(
            say(
                "Nothing is on record of {issues}: counted as nothing.",
                issues=_issues(book, missing),
            )
        )
    rules = {e.id: e for e in _entries(found, place) if getattr(e.body, "rule", None)}
    told = dict.fromkeys(tuple(sorted(e.body.rule.items())) for e in rules.values())  # type: ignore[attr-defined]
    below = tuple(item(say("How it was made: {words}.", words=dict(words))) for words in told)
    return item(*sentences, below=below, entries=tuple(rules))


def _entries(found: OnRecord, place: int) -> list[Entry]:
    party = found.known.parties[place]
    ids = [wish.entry for wish in party.wishes if wish is not None]
    ids += [one.entry for one in party.comparisons]
    ids += [party.reservation_entry] if party.reservation_entry else []
    return [found.record[each] for each in dict.fromkeys(ids)]


def _issues(book: Book, entries: list[Entry]) -> Many:
    return Many(tuple(book.name(entry) for entry in entries))


def contradictions(found: OnRecord, book: Book, seat: str) -> list[Sentence]:
    """What the seat's own estimates contradict in themselves; left out of everything."""
    return [_contradiction(one, book) for one in found.shown_to(seat)]


def _contradiction(one: Contradiction, book: Book) -> Sentence:
    if one.examples:
        return say(
            "Your examples {numbers} contradict each other, or what you said of single options. "
            "They are left out.",
            numbers=Many(tuple(Code(str(number)) for number in one.examples)),
        )
    return say(
        "Your estimate of {issue} contradicts itself: {better} is said to be better than "
        "{worse}, and is valued less. It is left out.",
        issue=book.thing(getattr(one.entry.body, "issue", "")),
        better=Code(one.better),
        worse=Code(one.worse),
    )
