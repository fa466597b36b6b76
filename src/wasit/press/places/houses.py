"""Ministries, hotels and the like that something is in; those named are remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.arabic_words import PROVIDING
from wasit.press.cues import Cue
from wasit.press.places.leading import is_at_it, is_described
from wasit.press.places.place import Place, written

_RELATIVE = frozenset(("الذي", "التي"))


def houses_of(
    tokens: Sequence[Token],
    language: Language,
    words: Sequence[Cue],
    before: Mapping[int, Cue],
    houses: dict[str, str],
) -> Iterator[Place]:
    """Ministries, hotels and the like that something is in; those named are remembered."""
    for cue in words:
        if cue.sort != "houses":
            continue
        first, behind = _house(tokens, cue, language)
        if behind - first > 1:
            name = written(tokens, first, behind)
            name = name[_joined_house(tokens[first], language) :]
            houses[cue.idea] = name
        elif cue.idea in houses:
            name = houses[cue.idea]
        else:
            continue
        described = language == "en" and is_described(tokens, first, before)
        if described or is_at_it(tokens, first, language, before):
            start = tokens[first].start + _joined_house(tokens[first], language)
            span = Span(language, start, tokens[behind - 1].end)
            yield Place(name, first, behind, span, {language: name}, at=True, sort="house")


def zones_of(
    tokens: Sequence[Token], language: Language, words: Sequence[Cue], before: Mapping[int, Cue]
) -> Iterator[Place]:
    """Places told by a common noun: in *the buffer zone*, في المنطقة العازلة."""
    for cue in words:
        if cue.sort != "zones":
            continue
        first, behind = cue.first, cue.behind
        named = before.get(first - 1 if language == "en" else first)
        if named is not None and named.sort == "at":
            span = Span(language, tokens[first].start, tokens[behind - 1].end)
            name = written(tokens, first, behind)
            yield Place(name, first, behind, span, {language: name}, at=True, sort="told")


def _house(tokens: Sequence[Token], cue: Cue, language: Language) -> tuple[int, int]:
    """The tokens of a house with its name: Labour Ministry, وزارة العمل."""
    first, behind = cue.first, cue.behind
    if language == "en":
        while first > 0 and tokens[first - 1].capital and tokens[first - 1].kind == "word":
            if tokens[first - 1].norm in ("a", "an", "the", "at", "in"):
                break
            first -= 1
        after = tokens[behind : behind + 2]
        if len(after) == 2 and after[0].norm == "of" and after[1].capital:
            behind += 2  # the Chamber of Agriculture
            while behind < len(tokens) and tokens[behind].capital and tokens[behind].kind == "word":
                behind += 1
    elif behind < len(tokens) and not tokens[cue.first].norm.startswith(("ال", "بال", "لل", "وال")):
        behind += tokens[behind].kind == "word"
        # Its adjective too: وزارة الشؤون الاجتماعية.
        while behind < len(tokens) and _describes_house(tokens[behind]):
            behind += 1
    elif behind < len(tokens) and _describes_house(tokens[behind]):
        behind += 1  # القصر الجمهوري
    return first, behind


def _describes_house(token: Token) -> bool:
    return (
        token.norm not in _RELATIVE
        and token.norm not in PROVIDING
        and token.norm.startswith("ال")
        and token.norm.endswith(("يه", "ي"))
    )


def _joined_house(token: Token, language: Language) -> int:
    return int(language == "ar" and token.norm[:1] in "بل" and len(token.norm) > 4)
