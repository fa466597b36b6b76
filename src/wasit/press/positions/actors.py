"""Who in a sentence a verb may be said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.folding import forms, without_genitive
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.lands import HEADS
from wasit.press.positions.sides import Side, Sides
from wasit.press.positions.words import word_set
from wasit.press.reading import Body, Person

_DATELINE = ("-", "–", "—", "ـ", ":", "(", "/")
"""What stands behind the town of a dateline."""


def actors_of(
    named: Sequence[tuple[int, int, Person | Body]],
    kinds: Sequence[Cue],
    tokens: Sequence[Token],
    sides: Sides,
    language: Language,
) -> list[tuple[int, int, Side]]:
    """Those in a sentence that a verb may be said of, in order: by name, or by their kind."""
    found: list[tuple[int, int, Side]] = []
    taken: set[int] = set()
    for first, behind, who in named:
        taken.update(range(first, behind))
        if language == "ar" and isinstance(who, Body) and _describes(tokens, first):
            continue
        if first == 0 and behind < len(tokens) and _is_dateline(tokens, behind):
            continue
        key = sides.short(tokens[first], language)
        side = (key, None) if key is not None else sides.of(who, language)
        army = sides.army(who, tokens, behind) if language == "en" and side else None
        side = (army, None) if army else side
        if side is not None:
            headed = key is not None and language == "ar" and first > 0
            start = first - (headed and _is_head(tokens[first - 1]))
            found.append((start, _widened(tokens, behind, language), side))
    for first, behind, key in _unlisted(tokens, taken, sides, language):
        found.append((first, behind, (key, None)))
        taken.update(range(first, behind))
    several = _groups if language == "en" else _pairs
    for first, behind, key in several(tokens, taken, sides):
        found.append((first, behind, (key, None)))
        taken.update(range(first, behind))
    for cue in kinds:
        if cue.first not in taken:
            key = sides.of_noun(cue, tokens, language)
            if key is not None:
                headed = language == "ar" and cue.first > 0 and _is_head(tokens[cue.first - 1])
                found.append((cue.first - headed, cue.behind, (key, None)))
    found.sort(key=lambda one: one[0])
    latter = word_set("latter")
    for n in [n for n, token in enumerate(tokens) if token.norm in latter] if found else ():
        last = [one for one in found if one[0] < n]
        if last:
            found.append((n, n + 1, last[-1][2]))
            found.sort(key=lambda one: one[0])
    return [one for n, one in enumerate(found) if not (n and _again(found[n - 1], one, tokens))]


def _unlisted(
    tokens: Sequence[Token], taken: set[int], sides: Sides, language: Language
) -> Iterator[tuple[int, int, str]]:
    """The sides that no list has, by their names or a word that stands for them."""
    if not sides.has_unlisted(language):
        return
    behind = 0
    starts = sides.beginnings(language)
    for n in [n for n, token in enumerate(tokens) if without_genitive(token.text) in starts]:
        token = tokens[n]
        if n < behind or n in taken or token.kind != "word":
            continue
        if language == "en" and not token.capital:
            continue
        named = sides.titled(tokens, n) if language == "en" else None
        if named is None:
            key = sides.short(token, language)
            named = None if key is None else (n + 1, key)
        if named is not None and sides.takes_part(named[1]):
            behind = named[0]
            headed = language == "ar" and n > 0 and _is_head(tokens[n - 1])
            yield n - headed, behind, named[1]


def _pairs(
    tokens: Sequence[Token], taken: set[int], sides: Sides
) -> Iterator[tuple[int, int, str]]:
    """The sides told by two Arabic words: قوات الشمال."""
    for n in range(len(tokens) - 1):
        key = None if n in taken else sides.pair(tokens[n], tokens[n + 1])
        if key is not None and sides.takes_part(key):
            yield n, n + 2, key


def _groups(
    tokens: Sequence[Token], taken: set[int], sides: Sides
) -> Iterator[tuple[int, int, str]]:
    """The sides told by a common noun: *the paramilitaries*, *the southern spokesman*."""
    for n, token in enumerate(tokens):
        key = sides.group(token) if n not in taken else None
        if key is None or not sides.takes_part(key):
            continue
        after = without_genitive(tokens[n + 1].norm) if n + 1 < len(tokens) else ""
        if token.norm in word_set("of_side"):
            if after in word_set("side_heads"):
                yield n, n + 2, key
            elif after in word_set("offices") or without_genitive(token.text) != token.text:
                yield n, n + 1, key
        elif token.norm not in word_set("compass") or (n and tokens[n - 1].norm == "the"):
            yield n, n + 1, key


def _is_head(token: Token) -> bool:
    """Whether a word belongs to the name behind it: *وفد* صنعاء."""
    return any(form in HEADS or form in word_set("side_heads") for form in forms(token.norm))


def _again(
    last: tuple[int, int, Side], one: tuple[int, int, Side], tokens: Sequence[Token]
) -> bool:
    """Whether an actor is but the acronym of the one before it, in brackets."""
    return last[1] < len(tokens) and tokens[last[1]].text == "(" and last[2][0] == one[2][0]


def _is_dateline(tokens: Sequence[Token], behind: int) -> bool:
    """Whether a town opens a report: *ACCRA, Friday –*, مسقط:."""
    if tokens[behind].text in _DATELINE:
        return True
    town = tokens[0].text
    return tokens[behind].text == "," and len(town) > _ACRONYM and town.isupper()


_ACRONYM = 4
"""How long a name in capitals may be that is no town."""


def _widened(tokens: Sequence[Token], behind: int, language: Language) -> int:
    """The token behind a name and what is led by it: the Uzbek *delegation*."""
    if language == "en":
        for n in range(behind, min(behind + 3, len(tokens))):
            if tokens[n].kind != "word" or tokens[n].capital:
                break
            if tokens[n].norm in word_set("stand_for"):
                return n + 1
    return behind


def _describes(tokens: Sequence[Token], n: int) -> bool:
    """Whether a country is but an adjective of something else: the Yemeni people."""
    word = tokens[n].norm
    if n == 0 or not (word.startswith("ال") and word.endswith(("ي", "يه", "يين", "يون"))):
        return False
    before = tokens[n - 1].norm
    return before.startswith("ال") and before.removeprefix("ال") not in word_set("speakers")
