"""Who in a sentence a verb may be said of."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.sides import Side, Sides
from wasit.press.reading import Body, Person

SPEAKERS = frozenset(
    (
        *("وفد", "وفدان", "وفدين", "جانب", "طرف", "حكومه", "رييس", "وزير", "خارجيه", "مفاوض"),
        *("مسوول", "مبعوث", "اداره", "قياده", "رياسه", "جيش", "سلطات", "قوات", "مفاوضين"),
        *("مفاوضون", "مندوب", "سفير", "مسوولين", "مسوولون", "وفدا", "فريق"),
    )
)
"""Nouns that with the adjective of a country stand for it: the Yemeni delegation."""


_DATELINE = ("-", "–", "—", "ـ", ":", "(", "/")
"""What stands behind the town of a dateline."""


STAND_FOR = frozenset(
    (
        *("head", "member", "members", "leader", "leaders", "delegates", "representatives"),
        *("spokesman", "spokeswoman", "spokesperson", "chief", "chair", "chairman", "official"),
        *("officials", "negotiators", "negotiator", "side", "delegation", "government", "army"),
        *("representative", "minister", "ministers", "president", "team", "envoy", "source"),
        *("leadership", "commanders", "sources", "general"),
    )
)
"""Nouns that with *of* stand for a side: members of the union."""


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
        if first == 0 and behind < len(tokens) and tokens[behind].text in _DATELINE:
            continue
        key = sides.short(tokens[first], language)
        side = (key, None) if key is not None else sides.of(who, language)
        if side is not None:
            found.append((first, _widened(tokens, behind, language), side))
    for n, token in enumerate(tokens):
        if n not in taken and token.kind == "word" and (language == "ar" or token.capital):
            key = sides.short(token, language)
            if key is not None and sides.takes_part(key):
                found.append((n, n + 1, (key, None)))
                taken.add(n)
    for cue in kinds:
        if cue.first not in taken:
            key = sides.of_noun(cue, tokens, language)
            if key is not None:
                found.append((cue.first, cue.behind, (key, None)))
    return sorted(found, key=lambda one: one[0])


def _widened(tokens: Sequence[Token], behind: int, language: Language) -> int:
    """The token behind a name and what is led by it: the Uzbek *delegation*."""
    if language == "en":
        for n in range(behind, min(behind + 3, len(tokens))):
            if tokens[n].kind != "word" or tokens[n].capital:
                break
            if tokens[n].norm in STAND_FOR:
                return n + 1
    return behind


def _describes(tokens: Sequence[Token], n: int) -> bool:
    """Whether a country is but an adjective of something else: the Yemeni people."""
    word = tokens[n].norm
    if n == 0 or not (word.startswith("ال") and word.endswith(("ي", "يه", "يين", "يون"))):
        return False
    before = tokens[n - 1].norm
    return before.startswith("ال") and before.removeprefix("ال") not in SPEAKERS
