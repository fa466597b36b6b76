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
_WORDS = 4
"""How many words the name of a town of no list may have."""
_PARAGRAPHS = 2
"""Up to which paragraph a dateline stands: a headline may come first."""
_LONGEST = 14
"""How many tokens a dateline has at most."""
_AGENCY = 5
"""How many tokens an agency in brackets has at most: (أ ب)."""
_AT = frozenset(("في", "داخل", "قرب"))


def dateline_of(document: Document, language: Language) -> Place | None:
    """The one place before the first dash or colon of a report: ``GENEVA (Reuters) - ``."""
    for n, paragraph in enumerate(document.parts.get(language, ())[:_PARAGRAPHS]):
        tokens = paragraph.sentences[0].tokens[:_LONGEST]
        end = next((n for n, token in enumerate(tokens) if n and _ends(tokens, n)), None)
        if end is None and len(paragraph.sentences) > 1:
            # "PORT SAID, Feb. 3 - ": the stop of a short month ends a sentence.
            tokens = [one for s in paragraph.sentences[:2] for one in s.tokens][:_LONGEST]
            end = next((n for n, token in enumerate(tokens) if n and _ends(tokens, n)), None)
        if end is None:
            continue
        cities = [place for place in places(tokens[:end], language) if place.first == 0]
        town = _town(tokens, end, language, first=n == 0)
        if not cities and town:
            cities = [_unlisted(tokens, town, language)]
        two = cities and any(token.text == "/" for token in tokens[cities[0].behind : end][:1])
        if len(cities) == 1 and not two and _only_a_day(tokens[cities[0].behind : end], language):
            return cities[0]
        return None
    return None


def _ends(tokens: Sequence[Token], n: int) -> bool:
    """Whether a dateline ends at a dash; a hyphen within a name has no space before it."""
    dash = tokens[n].text in _DASHES
    return dash and (tokens[n].text != "-" or tokens[n].start > tokens[n - 1].end)


def _town(tokens: Sequence[Token], end: int, language: Language, *, first: bool) -> int:
    """Behind a town of no list that begins a dateline; 0 where none does.

    In English it is written in capitals; in Arabic an agency, a day or a newspaper follows.
    """
    behind = 0
    while behind < end and (
        tokens[behind].kind == "word" or (behind and _is_hyphen(tokens, behind, language))
    ):
        behind += 1
    words = tokens[:behind]
    if not 0 < sum(token.kind == "word" for token in words) <= _WORDS or _no_town(words, language):
        return 0
    if language == "en":
        capitals = all(token.text.isupper() or token.kind == "mark" for token in words)
        # LIVE: heads a report.
        return behind if capitals and (behind < end or tokens[end].text != ":" or not first) else 0
    paper = end + 1 < len(tokens) and tokens[end].text != ":" and tokens[end + 1].text == "«"
    told = behind < end and _only_a_day(tokens[behind:end], language)
    alone = first and behind == end == 1 and tokens[end].text in "–—"
    return behind if paper or told or alone else 0


def _is_hyphen(tokens: Sequence[Token], n: int, language: Language) -> bool:
    return language == "en" and tokens[n].text == "-" and tokens[n].start == tokens[n - 1].end


def _no_town(words: Sequence[Token], language: Language) -> bool:
    listed = phrases(language, "places", "no_towns")
    return any(listed.at(words, n) is not None for n in range(len(words)))


def _unlisted(tokens: Sequence[Token], end: int, language: Language) -> Place:
    span = Span(language, tokens[0].start, tokens[end - 1].end)
    name = tokens[0].text
    for n in range(1, end):
        name += (" " if tokens[n].start > tokens[n - 1].end else "") + tokens[n].text
    name = name.title() if language == "en" else name
    return Place(name, 0, end, span, {language: name}, at=True, sort="told")


def _only_a_day(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a dateline tells nothing behind its town but day, country or agency: ``, Aug 17``."""
    if len(tokens) <= 1 or any(token.kind == "number" for token in tokens):
        return True
    if tokens[0].text == "(":
        return tokens[-1].text == ")" and len(tokens) <= _AGENCY
    if tokens[0].text not in ",،":
        return False
    rest = [token for token in tokens[1:] if token.kind == "word"]
    return len(rest) <= 2 and (language == "ar" or all(token.capital for token in rest))


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
