"""The countries, movements, organisations, outlets and unnamed sources of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wasit.language.folding import folded
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.known import Known
from wasit.press.names.arabic import Arabic
from wasit.press.names.english import English, Unit
from wasit.press.names.gazetteer import Hit, Idea, Kind, gazetteer, name_of
from wasit.press.names.lands import Lands
from wasit.press.names.unlisted import Place, counterparts, unlisted
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body

_BEFORE_PLACES: dict[Language, frozenset[str]] = {
    "en": frozenset(
        ("in", "at", "near", "from", "to", "outside", "inside", "via", "left", "leave")
    ),
    "ar": frozenset(("في", "من", "الي", "غادر", "قرب", "نحو", "عبر", "داخل", "خارج", "العاصمه")),
}
"""Behind these a capital is a place, not its government."""


def bodies_of(
    document: Document,
    english: Sequence[English],
    arabic: Sequence[Arabic],
    known: Known,
    lands: Lands,
) -> list[tuple[Body, list[Span]]]:
    """Every body with the places where it is named."""
    found: dict[str, tuple[Kind, list[Span]]] = {}
    places = (*_english(english), *_arabic(arabic))
    same = counterparts(places)
    for key, kind, span in places:
        found.setdefault(same.get(key, key), (kind, []))[1].append(span)
    seats = _seats(known)
    listed = []
    for key, (kind, spans) in found.items():
        first = {span.language: span for span in reversed(spans)}
        called = lands.names.get(key, {})
        names = {
            name: (key if name == "en" and called else called.get(name))
            or name_of(key, name)
            or span.of(document.text)
            for name, span in sorted(first.items())
        }
        label = next((seats[w] for w in map(folded, (key, *names.values())) if w in seats), None)
        body = Body(tuple(span for _, span in sorted(first.items())), 0.9, key, kind, names, label)
        listed.append((body, spans))
    return listed


def _seats(known: Known) -> dict[str, str]:
    """Folded name -> label of a seat."""
    return {
        folded(name): seat.entry
        for seat in known.seats
        for name in (seat.entry, *seat.names.values())
    }


def _english(paragraphs: Iterable[English]) -> Iterator[Place]:
    for paragraph in paragraphs:
        for units in paragraph.sentences:
            yield from _named_english(units)
            if paragraph.paragraph.kind != "heading":
                yield from _organisations(units)


def _named_english(units: Sequence[Unit]) -> Iterator[Place]:
    n = 0
    while n < len(units):
        hit = units[n].body
        if hit is None:
            n += 1
            continue
        last = n + 1
        while last < len(units) and units[last].body is hit:
            last += 1
        if _acts_english(hit.idea, units, n, last):
            yield (
                hit.idea.key,
                hit.idea.kind,
                Span("en", units[n].start, units[last - 1].bare_end),
            )
        n = last


def _acts_english(idea: Idea, units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a body is named for itself: not its capital as a place, not its adjective."""
    before = units[first - 1] if first else None
    after = units[last] if last < len(units) else None
    if idea.how == "seat":
        return not (before and before.norm in _BEFORE_PLACES["en"])
    if idea.how == "people":
        if after is None or after.mark:
            return True
        plural = units[first].norm.endswith(("s", "ese", "ish", "ch"))
        if "group" in after.labels:
            return True
        return (
            plural
            and bool(before and before.norm in ("the", "and"))
            and not after.capital
            and ("title" not in after.labels and "kind" not in after.labels)
        )
    return True


def _organisations(units: Sequence[Unit]) -> Iterator[Place]:
    """Capitalised names that end in, or begin with, a word for an organisation."""
    n = 0
    while n < len(units):
        unit = units[n]
        if not unit.capital or unit.mark or ("stop" in unit.labels and unit.norm != "new"):
            n += 1
            continue
        last = n + 1
        while last < len(units):
            one = units[last]
            if one.capital and not one.mark and "stop" not in one.labels:
                last += 1
            elif (
                (one.norm in ("of", "for", "and", "the") or one.text == "'" or one.text == "’")
                and last + 1 < len(units)
                and units[last + 1].capital
                and (one.norm != "and" or "organisation" in units[last + 1].labels)
                and "stop" not in units[last + 1].labels
            ):
                last += 2
            else:
                break
        named = units[n:last]
        words = [one for one in named if one.capital]
        if (
            len(words) > 1
            and any("organisation" in one.labels for one in (words[0], words[-1]))
            and not any(
                one.body and one.body.idea.how == "name" and len(words) < 3 for one in words
            )
            and not {"title"} & words[-1].labels
        ):
            span = Span("en", named[0].start, named[-1].bare_end)
            text = " ".join(one.text for one in named).replace(" '", "'").replace(" ’", "’")
            text = text[:-2] if text.endswith(("'s", "’s")) else text
            yield text, "organisation", span
        n = last


def _arabic(paragraphs: Iterable[Arabic]) -> Iterator[Place]:
    for words in paragraphs:
        n = 0
        tokens = words.tokens
        while n < len(tokens):
            hit = words.bodies[n]
            if hit is None:
                n += 1
                continue
            if _outlet_named(hit, words):
                span = Span("ar", tokens[hit.first].start, tokens[hit.last - 1].end)
                text = " ".join(token.text for token in tokens[hit.first : hit.last])
                yield text, "outlet", span
            elif _acts_arabic(hit, words):
                start = tokens[hit.first].start + _joined_on(tokens[hit.first], hit)
                yield hit.idea.key, hit.idea.kind, Span("ar", start, tokens[hit.last - 1].end)
            n = hit.last
        if words.paragraph.kind != "heading":
            yield from unlisted(words)


def _outlet_named(hit: Hit, words: Arabic) -> bool:
    """Whether a country's name is that of a paper: ``صحيفة «المغرب»``."""
    return (
        hit.idea.kind == "country"
        and hit.first > 1
        and words.tokens[hit.first - 1].text in ("«", '"', "“")
        and "outlet" in words.labels(hit.first - 2)
    )


def _joined_on(token: Token, hit: Hit) -> int:
    """How many letters are joined on before the name: ``وموسكو`` 1."""
    text = token.text
    if text[:1] in "وف" and len(text) > 3 and hit.idea.key:
        stripped = text[1:]
        if _names(stripped, hit):
            return 1
        if stripped[:1] in "بلك" and _names(stripped[1:], hit):
            return 2
    if text[:1] in "بلك" and _names(text[1:], hit) and not _names(text, hit):
        return 1
    return 0


def _names(text: str, hit: Hit) -> bool:
    norm = folded(text)
    entries = gazetteer("ar").entries
    tried = (norm, norm[2:]) if norm.startswith("ال") else (norm,)
    return any(entry[1] == hit.idea for form in tried for entry in entries.get(form, ()))


def _acts_arabic(hit: Hit, words: Arabic) -> bool:
    """Whether a body is named for itself: not its capital as a place, not its adjective."""
    tokens = words.tokens
    before = tokens[hit.first - 1] if hit.first else None
    if hit.idea.how == "seat":
        token = tokens[hit.first]
        return not (
            (before and before.norm in _BEFORE_PLACES["ar"])
            or (token.norm[:1] == "ب" and _joined_on(token, hit))
        )
    if hit.idea.how == "people":
        if before and before.kind == "word" and "group" in words.labels(hit.first - 1):
            return True
        if _one_of_two(hit, words):
            return True
        norm = tokens[hit.last - 1].norm
        plural = norm.endswith(("ون", "ين")) or not norm.endswith(("ي", "يه"))
        return plural and not (
            before and before.kind == "word" and words.labels(hit.first - 1) & {"title", "kind"}
        )
    return True


def _one_of_two(hit: Hit, words: Arabic) -> bool:
    """Whether an adjective tells one of two groups: ``الوفدان الإيراني والأميركي``."""
    n = hit.first
    if n > 1 and words.tokens[n].norm.startswith("وال") and words.bodies[n - 1] is not None:
        n -= 1
    norm = words.tokens[n - 1].norm if n else ""
    return norm.endswith(("ان", "ين")) and bool(
        {"group", "kind", "title"} & (labels(norm[:-2], "ar") | labels(norm[:-2] + "ه", "ar"))
    )
