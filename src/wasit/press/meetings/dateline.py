"""The town a report was written at, and where it is named again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wasit.language.folding import folded
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.lexicons import phrases
from wasit.press.places import Place, places

_DASHES = ("-", "–", "—", ":", "ـ")
_WORDS = 3
"""How many words the name of a town of no list may have."""
_AT = frozenset(("في", "داخل", "قرب"))


def dateline_of(document: Document, language: Language) -> Place | None:
    """The one place before the first dash or colon of a report: ``GENEVA - ``."""
    for paragraph in document.parts.get(language, ())[:2]:
        tokens = paragraph.sentences[0].tokens[:8]
        ends = [n for n, token in enumerate(tokens) if token.text in _DASHES]
        if ends:
            cities = [p for p in places(tokens[: ends[0]], language) if p.first == 0]
            if not cities and _may_be_a_town(tokens, ends[0], language):
                cities = [_unlisted(tokens, ends[0], language)]
            if len(cities) == 1 and _only_a_day(tokens[cities[0].behind : ends[0]]):
                return cities[0]
            return None
    return None


def _may_be_a_town(tokens: Sequence[Token], end: int, language: Language) -> bool:
    """Whether a town of no list stands before a dash: in capitals, or before a newspaper."""
    words = tokens[:end]
    if language == "en":
        if end != 1 or not words[0].text.isupper():
            return False
        return phrases("en", "places", "no_towns").at(words, 0) is None  # LIVE: heads a report
    paper = end + 1 < len(tokens) and tokens[end].text != ":" and tokens[end + 1].text == "«"
    plain = 0 < end <= _WORDS and all(token.kind == "word" for token in words)
    return plain and paper and phrases("ar", "places", "no_towns").at(words, 0) is None


def _unlisted(tokens: Sequence[Token], end: int, language: Language) -> Place:
    span = Span(language, tokens[0].start, tokens[end - 1].end)
    name = " ".join(token.text for token in tokens[:end])
    name = name.capitalize() if language == "en" else name
    return Place(name, 0, end, span, {language: name}, at=True, sort="told")


def _only_a_day(tokens: Sequence[Token]) -> bool:
    """Whether a dateline tells nothing behind its town but a day or an agency: ``, Aug 17``."""
    return len(tokens) <= 1 or any(token.kind == "number" for token in tokens)


def named_again(tokens: Sequence[Token], dateline: Place | None) -> list[Place]:
    """Where an Arabic sentence names a town that only the dateline told: في الرمانة, بالرمانة."""
    if dateline is None or dateline.sort != "told" or dateline.span.language != "ar":
        return []
    name = [folded(word) for word in dateline.key.split()]
    found = []
    for n in range(len(tokens) - len(name) + 1):
        words = [token.norm for token in tokens[n : n + len(name)]]
        led = words == name and n > 0 and tokens[n - 1].norm in _AT
        if led or words == [f"ب{name[0]}", *name[1:]]:
            behind = n + len(name)
            span = Span("ar", tokens[n].start + (not led), tokens[behind - 1].end)
            found.append(replace(dateline, first=n, behind=behind, span=span))
    return found
