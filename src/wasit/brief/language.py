"""From a sentence to words in one language.

A :class:`Language` looks messages up, writes dates, numbers, lengths and lists as the language
does, and gives back *fragments*: pieces of text that know whether they are of another language or
direction than the sentence around them. A renderer turns fragments into its own kind of text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from string import Formatter
from typing import NamedTuple

from babel.core import Locale
from babel.lists import format_list

from wasit.brief import dates
from wasit.brief.book import shortened
from wasit.brief.content import (
    Belonging,
    Code,
    Day,
    Figure,
    Habit,
    Length,
    Many,
    Pair,
    PartOf,
    PointName,
    Proposed,
    Quote,
    Sentence,
    Tally,
    Term,
    Thing,
    Value,
    Words,
    YearKnown,
    say,
    say_n,
    term,
)
from wasit.entries import When
from wasit.language.direction import runs_right_to_left
from wasit.locale import translations

_ISOLATE, _END = "\u2066\u2067\u2068", "\u2069"


class Fragment(NamedTuple):
    """A piece of a sentence. ``lang``: the language it is in, where that is not the sentence's."""

    text: str
    lang: str | None = None
    isolate: bool = False
    """Whether it must be kept apart, so that its direction does not disturb the words around it."""


class Language:
    """One language, with the habits of the talks; ``longest`` cuts the words of others."""

    def __init__(self, code: str, habit: Habit | None = None, longest: int | None = None) -> None:
        self.code = code
        self.habit = habit or Habit()
        self.longest = longest
        self.right_to_left = runs_right_to_left(code)
        self._babel = Locale.parse("en_GB" if code == "en" else code.replace("-", "_"))
        self._catalogue = translations(code)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.right_to_left else "ltr"

    # --- sentences ------------------------------------------------------------------------------

    def fragments(self, sentence: Sentence) -> tuple[Fragment, ...]:
        """The sentence in this language, in pieces."""
        pieces = tuple(_tidied(self._filled(sentence)))
        return pieces if self.right_to_left else _capital(pieces, sentence.text)

    def text(self, sentence: Sentence) -> str:
        """The sentence as plain text, with isolates where they are needed."""
        return plain(self.fragments(sentence))

    def word(self, message: Term) -> str:
        """A term of art."""
        return self._catalogue.gettext(message.text)

    def _template(self, sentence: Sentence) -> str:
        if sentence.plural is None or sentence.n is None:
            return self._catalogue.gettext(sentence.text)
        return self._catalogue.ngettext(sentence.text, sentence.plural, sentence.n)

    def _filled(self, sentence: Sentence) -> Iterator[Fragment]:
        for literal, place, manner in _pieces(self._template(sentence)):
            if literal:
                yield Fragment(literal)
            if place is not None:
                yield from self.value(sentence.values[place], manner)

    # --- values ---------------------------------------------------------------------------------

    def value(self, value: Value, manner: str = "") -> Iterator[Fragment]:
        """A value in this language. ``manner`` spells a number out: w, in Arabic m or f."""
        if isinstance(value, Mapping):
            yield from self.words(value)
            return
        match value:
            case int():
                yield Fragment(self._number(value, manner))
            case Code(text):
                yield self._apart(text)
            case Figure(text):
                yield self._apart(self._figure(text))
            case Pair(name, one):
                yield from self._filled(say("{name}: {value}", name=name, value=one))
            case Term():
                yield Fragment(self.word(value))
            case Day(text):
                yield Fragment(dates.part(text, self.code, self.habit))
            case When():
                yield from self._when(value)
            case YearKnown(Day(text)):
                yield Fragment(self._part(text, with_year=False))
            case YearKnown(When() as when):
                yield from self._when(when, with_year=False)
            case Length(text):
                yield from self._length(text)
            case Many(values):
                yield from self._list(values)
            case Quote(words, verbatim):
                yield from self._quoted(words, verbatim)
            case _:
                yield from self._named(value)

    def _named(self, value: Value) -> Iterator[Fragment]:
        match value:
            case PointName():
                yield from self._point(value)
            case Thing(kind, name):
                yield from self._filled(say(_THINGS.get(kind, _ANY).text, name=name))
            case PartOf("some", what):
                yield from self._filled(say("parts of {what}", what=what))
            case PartOf(_, what):
                yield from self._filled(say("most of {what}", what=what))
            case Proposed(words, None):
                yield from self._quoted(words, verbatim=True)
            case Proposed(words, by) if by is not None:
                said = say("{wording} ({seats})", wording=Quote(words), seats=by)
                yield from self._filled(said)
            case Tally(name, n):
                yield from self._filled(say("{name} {n}", name=name, n=n))
            case Belonging(name, to):
                yield from self._filled(say("{name} ({to})", name=name, to=to))
            case _:
                yield from self.words(value)  # type: ignore[arg-type]

    def words(self, words: Words) -> Iterator[Fragment]:
        """Words in this language, else in another, marked as such."""
        own = self.code if self.code in words else self._variant(words)
        if own:
            yield from self._own(self._cut(words[own]))
            return
        other = next((k for k in ("en", "ar") if k in words), None) or min(words, default="")
        yield Fragment(self._cut(words.get(other, "")), other or None, isolate=True)

    def _variant(self, words: Words) -> str | None:
        """A variant of this language in which there are words: ``ar-SY``."""
        return min((k for k in words if k.startswith(f"{self.code}-")), default=None)

    def _own(self, text: str) -> Iterator[Fragment]:
        """Words of this language; in right-to-left words, Latin names, labels and ranges apart."""
        if not self.right_to_left or not _has_own_letters(text):
            yield self._apart(text)
            return
        for n, piece in enumerate(_RUN.split(text)):
            yield self._apart(piece) if n % 2 else Fragment(piece)

    def _cut(self, text: str) -> str:
        """On one line; long texts end at a word with an ellipsis, where a longest length is set."""
        line = " ".join(text.split())
        return line if self.longest is None else shortened(line, self.longest)

    def _apart(self, text: str) -> Fragment:
        return Fragment(text, isolate=needs_isolation(text, self.right_to_left))

    def _quoted(self, words: Words, verbatim: bool) -> Iterator[Fragment]:
        if not verbatim:
            yield from self.words(words)
            return
        opening, closing = ("«", "»") if self.right_to_left else ("“", "”")
        yield Fragment(opening)
        yield from self.words(words)
        yield Fragment(closing)

    def _point(self, point: PointName) -> Iterator[Fragment]:
        label = Code(point.label)
        if point.heading and point.draft:
            yield from self._filled(
                say(
                    "point {label} ({heading}) of “{draft}”",
                    label=label,
                    heading=point.heading,
                    draft=point.draft,
                )
            )
        elif point.heading:
            yield from self._filled(
                say("point {label} ({heading})", label=label, heading=point.heading)
            )
        elif point.draft:
            yield from self._filled(
                say("point {label} of “{draft}”", label=label, draft=point.draft)
            )
        else:
            yield from self._filled(say("point {label}", label=label))

    def _list(self, values: tuple[Value, ...]) -> Iterator[Fragment]:
        """Values joined by commas and "and", as the language does it; bare labels by commas."""
        if all(isinstance(value, Code) for value in values):
            yield from self._labels(values)
            return
        if len(values) == 1:
            yield from self.value(values[0])
            return
        for value, joint in zip(values, _joints(self._babel, len(values)), strict=True):
            yield from self.value(value)
            yield Fragment(joint)

    def _labels(self, values: tuple[Value, ...]) -> Iterator[Fragment]:
        for place, value in enumerate(values):
            if place:
                yield Fragment("، " if self.right_to_left else ", ")
            yield from self.value(value)

    # --- numbers, dates, lengths ------------------------------------------------------------------

    def number(self, n: int) -> str:
        """A number in figures."""
        return self._number(n, "")

    def _figure(self, text: str) -> str:
        written = dates.digits(text, self.code, self.habit)
        return written if written == text else written.replace(".", "٫")

    def _number(self, n: int, manner: str) -> str:
        spelt = _SPELT.get((self.code, manner), "").split()
        if manner and n < len(spelt):
            return spelt[n]
        return dates.digits(str(n), self.code, self.habit)

    def _when(self, when: When, *, with_year: bool = True) -> Iterator[Fragment]:
        start, slash, end = when.text.partition("/")
        first = self._part(start, with_year=with_year)
        if not slash:
            yield from self._maybe_about(first, when.about)
            return
        if dates.same_month(when):
            first = self._part(str(int(start[8:10])))
        last = self._part(end, with_year=with_year)
        span = say("{first} to {last}", first=Code(first), last=Code(last))
        yield from self._maybe_about("".join(f.text for f in self._filled(span)), when.about)

    def _maybe_about(self, written: str, about: bool) -> Iterator[Fragment]:
        if about:
            yield from self._filled(say("about {date}", date=Code(written)))
        else:
            yield Fragment(written)

    def _part(self, text: str, *, with_year: bool = True) -> str:
        if len(text) < 4:
            return dates.digits(text, self.code, self.habit)
        return dates.part(text, self.code, self.habit, with_year=with_year)

    def _length(self, text: str) -> Iterator[Fragment]:
        found = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?", text)
        if not found:
            yield Fragment(text)
            return
        days, hours, minutes = (int(part or 0) for part in found.groups())
        parts = [
            *([say_n("{n:w} day", "{n:w} days", days)] if days else []),
            *([say_n("{n:w} hour", "{n:w} hours", hours)] if hours else []),
            *([say_n("{n:w} minute", "{n:w} minutes", minutes)] if minutes else []),
        ]
        written = ["".join(f.text for f in self._filled(part)) for part in parts]
        yield Fragment(format_list(written, locale=self._babel) if written else text)


@cache
def _joints(locale: Locale, n: int) -> tuple[str, ...]:
    """What stands behind each of ``n`` things in a list of the language: ", ", " and ", nothing."""
    joined = format_list(["\0"] * n, locale=locale) if n else ""
    return tuple(joined.split("\0")[1:])


_ANY = term("“{name}”")
_THINGS = {
    "draft": term("draft “{name}”"),
    "document": term("document “{name}”"),
    "issue": term("issue “{name}”"),
    "package": term("package “{name}”"),
    "line": term("line “{name}”"),
}

_SPELT = {
    ("en", "w"): "zero one two three four five six seven eight nine ten",
    ("ar", "m"): "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
    ("ar", "f"): "صفر واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر",
}
"""Numbers in words from zero to ten; in Arabic before masculine nouns (m) and feminine ones (f)."""


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Literal text, the place after it, and the manner asked for there."""
    return tuple((lit, place, spec or "") for lit, place, spec, _ in Formatter().parse(template))


def _tidied(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """Without empty pieces, and without a full stop after words that end with their own."""
    last = before = ""
    for one in fragments:
        if one.text.startswith(".") and _ends((before + last)[-3:]):
            one = Fragment(one.text[1:], one.lang, one.isolate)
        if one.text:
            yield one
            before, last = last, one.text


def _capital(pieces: tuple[Fragment, ...], message: str) -> tuple[Fragment, ...]:
    """A whole sentence that begins with a value begins with a capital letter all the same.

    Names that have their own capital stay as they are: gCaptain.
    """
    if not pieces or not message.startswith("{") or not message.endswith("."):
        return pieces
    first = pieces[0]
    if first.text[1:2].isupper():
        return pieces
    return (
        Fragment(first.text[:1].upper() + first.text[1:], first.lang, first.isolate),
        *pieces[1:],
    )


def _ends(text: str) -> bool:
    return text.rstrip("”»\"'’)").endswith((".", "!", "?", "؟", "…")) if text else False


_RUN = re.compile(r"([0-9A-Za-z]+(?:[ /.:+,'’&–-]+[0-9A-Za-z]+)*%?)")
"""Latin letters and figures amid Arabic, with the signs and spaces between them."""


def _has_own_letters(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def needs_isolation(text: str, right_to_left: bool) -> bool:
    """Whether text set amid a sentence of that direction could disturb it, or be disturbed.

    Amid Arabic: anything with Latin letters, and figures with signs in them ("12-15", "4/a").
    """
    directions = {unicodedata.bidirectional(character) for character in text}
    own_letters = directions & {"R", "AL"}
    if not right_to_left:
        return bool(own_letters or "AN" in directions)
    return "L" in directions or ("EN" in directions and not own_letters and not text.isdigit())


def plain(fragments: Iterable[Fragment]) -> str:
    """Fragments as plain text: isolates around what must be kept apart, foreign words marked."""
    return "".join(_plain(one) for one in fragments)


def _plain(one: Fragment) -> str:
    text = closed(one.text)
    apart = f"\u2068{text}\u2069" if one.isolate else text
    return f"{apart} [{one.lang}]" if one.lang else apart


_OPENING = re.compile("[\u202a\u202b\u2066-\u2068]")


def closed(text: str) -> str:
    """Text whose isolates and embeddings are all closed, so that none reaches what follows."""
    if not _OPENING.search(text):
        return text
    isolates = sum(c in _ISOLATE for c in text) - text.count(_END)
    embeddings = sum(c in "\u202a\u202b" for c in text) - text.count("\u202c")
    return text + "\u202c" * max(embeddings, 0) + _END * max(isolates, 0)
