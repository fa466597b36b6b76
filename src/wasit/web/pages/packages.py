"""Packages: which could close the gap, and what another one would mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from wasit.brief.book import Book
from wasit.brief.content import Item, Section, Sentence, Value, item, say, term
from wasit.brief.gap.drafts import changes
from wasit.brief.gap.names import Names
from wasit.brief.gap.open_options import open_page
from wasit.brief.gap.page import record_page
from wasit.brief.gap.picture import picture
from wasit.brief.gap.telling import Telling, crossings, worths
from wasit.entries import Mistake
from wasit.packages import Answer, Package
from wasit.packages.known import Known, PartyKnown, Range, Wish, clash
from wasit.packages.middling import middle, middles
from wasit.packages.onrecord import OnRecord, on_record, solve_on_record
from wasit.packages.rules import Terms
from wasit.record import Record
from wasit.web.pages.parts import Block, Choice, block_of

Asked = Mapping[str, str]
"""What the forms gave: ``i0`` the option chosen on the first issue; ``w0`` another weight of it,
``v0-1`` another value of its second option, ``o0`` the order of its options."""


@dataclass(frozen=True, slots=True)
class IssueField:
    """One issue in a form."""

    field: str
    name: Value
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ValueField:
    """One issue in the form of other numbers."""

    number: int
    name: Value
    weight: str
    order: str
    values: tuple[tuple[str, Value, str], ...]
    """By option: its field, its name, its value."""


@dataclass(frozen=True, slots=True)
class PackagesPage:
    """What the page says."""

    title: Sentence
    blocks: tuple[Block, ...]
    picture: str = ""
    """SVG; empty where there is nothing to draw."""
    issues: tuple[IssueField, ...] = ()
    what_if: Block | None = None
    tried: tuple[ValueField, ...] = ()
    """The numbers of the acting seat, to try others."""
    notes: tuple[Sentence, ...] = ()
    """What does not fit in the numbers tried."""


def page(record: Record, asked: Asked, *, seat: str, day: str, language: str) -> PackagesPage:
    """The page of ``seat``. Pure.

    Raises :class:`wasit.entries.Mistake` where the rules on record contradict each other, or a
    number in the form is none.
    """
    title = say("Packages")
    book = Book(record)
    try:
        found = on_record(record)
    except Mistake:
        nothing = Section(
            "packages", title, (item(say("No issue with options to settle it is on record.")),)
        )
        return PackagesPage(title, (block_of(book, nothing, seat),))
    if not found.has_numbers:
        sections = open_page(found, seat, day).sections
        return PackagesPage(title, _blocks(book, sections, seat))
    found, notes = _tried(found, asked, seat)
    answer = solve_on_record(found, found.bargain)
    telling = Telling(answer)
    sections = record_page(telling, found, seat, day).sections
    drawable = len(answer.bargain.parties) > 1 and answer.frontier is not None
    return PackagesPage(
        title,
        _blocks(book, sections, seat),
        picture(answer, language) if drawable else "",
        _fields(telling.names, asked),
        _what_if(telling, book, asked, seat),
        _value_fields(found, telling.names, seat),
        notes,
    )


def _blocks(book: Book, sections: Sequence[Section], seat: str) -> tuple[Block, ...]:
    return tuple(block_of(book, section, seat) for section in sections)


THIS: Value = term("this package")
"""What the chosen package is called in sentences about a draft."""


# --- what if --------------------------------------------------------------------------------------


def _fields(names: Names, asked: Asked) -> tuple[IssueField, ...]:
    fields = []
    for place, issue in enumerate(names.bargain.issues):
        chosen = asked.get(f"i{place}", "")
        options = tuple(
            Choice(option.label, names.option(place, number), option.label == chosen)
            for number, option in enumerate(issue.options)
        )
        fields.append(IssueField(f"i{place}", names.issue(place), options))
    return tuple(fields)


def _what_if(telling: Telling, book: Book, asked: Asked, seat: str) -> Block | None:
    """What the chosen package would mean; none where not every issue is chosen."""
    package = _chosen(telling, asked)
    if package is None:
        return None
    bargain = telling.bargain
    said = [say("{package}.", package=telling.names.package(package))]
    said += crossings(telling, package)
    if not Terms.of(bargain).keeps(package):
        said.append(say("It breaks a rule or crosses a red line."))
    items: list[Item] = [item(*said, below=tuple(worths(telling, package)))]
    refusing = [bargain.names.index(name) for name in bargain.refusals(package)]
    if refusing:
        parties = telling.names.parties(refusing)
        items.append(item(say("Below the reservation value of {parties}.", parties=parties)))
    items += changes(telling, package, THIS)
    section = Section("what-if", say("What if"), tuple(items))
    return block_of(book, section, seat)


def _chosen(telling: Telling, asked: Asked) -> Package | None:
    taken = []
    for place, issue in enumerate(telling.bargain.issues):
        labels = [option.label for option in issue.options]
        label = asked.get(f"i{place}", "")
        if label not in labels:
            return None
        taken.append(labels.index(label))
    return tuple(taken)


# --- other numbers --------------------------------------------------------------------------------


def _place_of(found: OnRecord, seat: str) -> int:
    """The party whose numbers are tried: the acting seat, else the first."""
    names = [party.name for party in found.known.parties]
    return names.index(seat) if seat in names else 0


def _tried(found: OnRecord, asked: Asked, seat: str) -> tuple[OnRecord, tuple[Sentence, ...]]:
    """The record with the numbers of the form in place of those on it; and what does not fit."""
    place = _place_of(found, seat)
    party = found.known.parties[place]
    names = Names(found.bargain)
    wishes: list[Wish | None] = []
    notes: list[Sentence] = []
    for issue, wish in enumerate(party.wishes):
        tried = _wish(found, wish, issue, asked)
        pair = clash(tried) if tried is not None else None
        if pair is not None:
            notes.append(
                say(
                    "On {issue}: {better} is said to be better than {worse}, and is valued less. "
                    "What is on record counts.",
                    issue=names.issue(issue),
                    better=names.option(issue, pair[0]),
                    worse=names.option(issue, pair[1]),
                )
            )
            tried = wish
        wishes.append(tried)
    parties = list(found.known.parties)
    # Numbers that are tried stand alone: examples on record may not agree with them.
    same = tuple(wishes) == party.wishes
    compared = party.comparisons if same else ()
    parties[place] = replace(party, wishes=tuple(wishes), comparisons=compared)
    return replace(found, known=_again(found.known, parties)), tuple(notes)


def _again(known: Known, parties: list[PartyKnown]) -> Known:
    """The same frame with the middle of other numbers."""
    filled = tuple(middle(party, known.frame.sizes) for party in parties)
    return Known(replace(known.frame, parties=filled), tuple(parties))


def _wish(found: OnRecord, wish: Wish | None, issue: int, asked: Asked) -> Wish | None:
    options = found.bargain.issues[issue].options
    given = [asked.get(f"v{issue}-{o}", "").strip() for o in range(len(options))]
    weight = asked.get(f"w{issue}", "").strip()
    order = asked.get(f"o{issue}", "").replace("،", ",").strip()
    if not (any(given) or weight or order):
        return wish
    base = wish or Wish((None,) * len(options))
    values = tuple(
        _number(text) if text else old for text, old in zip(given, base.values, strict=True)
    )
    labels = [option.label for option in options]
    named = [label.strip() for label in order.split(",") if label.strip()]
    for label in named:
        if label not in labels:
            raise Mistake(
                "issue {issue} has no option {name}; expected one of {known}",
                issue=found.bargain.issues[issue].label,
                name=label,
                known=", ".join(labels),
            )
    chosen = tuple(dict.fromkeys(labels.index(label) for label in named)) or base.order
    return Wish(values, chosen, _number(weight) if weight else base.weight, base.entry)


def _number(text: str) -> Range:
    from wasit.packages.files.amounts import number

    low, dots, high = text.partition("..")
    first = number(low)
    second = number(high) if dots else first
    return Range(min(first, second), max(first, second))


def _value_fields(found: OnRecord, names: Names, seat: str) -> tuple[ValueField, ...]:
    place = _place_of(found, seat)
    party = found.known.parties[place]
    fields = []
    for issue, wish in enumerate(party.wishes):
        options = found.bargain.issues[issue].options
        known = wish or Wish((None,) * len(options))
        values = middles(known, party.scale)
        if party.comparisons and known.weight is None:
            values = list(found.bargain.parties[place].worth[issue])
        order = ", ".join(options[o].label for o in known.order)
        fields.append(
            ValueField(
                issue,
                names.issue(issue),
                "" if known.weight is None else _text(known.weight.middle),
                order,
                tuple(
                    (f"v{issue}-{o}", names.option(issue, o), _text(values[o]))
                    for o in range(len(options))
                ),
            )
        )
    return tuple(fields)


def _text(value: Fraction) -> str:
    return format(float(round(value, 3)), ".3f").rstrip("0").rstrip(".")


def data(record: Record) -> Answer | None:
    """The answer of the record; none where it holds no numbers."""
    found = on_record(record)
    return solve_on_record(found, found.bargain) if found.has_numbers else None
