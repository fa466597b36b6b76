"""Whose a thing is: ``their tour`` in one version, ``جولته``, his, in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.language.spans import Language
from wasit.press.differences.pieces import Piece, Side, difference, places
from wasit.press.lexicons import data
from wasit.press.names import Mention
from wasit.press.reading import Difference, Person

_ONE, _MANY = frozenset({"his", "her"}), frozenset({"their"})
_SUFFIXES = (("هما", "many"), ("هم", "many"), ("هن", "many"), ("ه", "one"))
"""Of ``ها`` nothing is said: it is hers, and that of any several things."""
_NOUN = 3
"""How many words behind a possessive its noun may stand."""


def reference(piece: Piece, text: str) -> Iterator[Difference]:
    """A noun that is one person's in one version and several persons' in the other."""
    theirs = list(_english(piece.english))
    if not theirs:
        return
    for ours, ideas, many in _arabic(piece.arabic):
        for first, behind, others, of_many in theirs:
            if many == of_many or ideas.isdisjoint(others):
                continue
            side, at = (piece.english, first) if of_many else (piece.arabic, ours)
            single, place = (piece.arabic, ours) if of_many else (piece.english, first)
            if _several(side, at) and _person(single, place):
                yield difference(
                    "reference",
                    piece.arabic.span(ours, ours + 1),
                    piece.english.span(first, behind),
                    text,
                    0.65,
                )
                return


def _english(side: Side) -> Iterator[tuple[int, int, frozenset[str], bool]]:
    """Possessives with their nouns: places, ideas, whether of several."""
    for n, token in enumerate(side.tokens):
        if token.norm in _ONE or token.norm in _MANY:
            for k in range(n + 1, min(n + 1 + _NOUN, len(side.tokens))):
                ideas = _ideas(side.tokens[k].norm, "en")
                if ideas:
                    yield n, k + 1, ideas, token.norm in _MANY
                    break
                if side.tokens[k].kind != "word":
                    break


def _arabic(side: Side) -> Iterator[tuple[int, frozenset[str], bool]]:
    """Nouns with a possessive joined on: place, ideas, whether of several."""
    for n, token in enumerate(side.tokens):
        if token.kind != "word":
            continue
        for suffix, number in _SUFFIXES:
            if token.norm.endswith(suffix) and len(token.norm) > len(suffix) + 2:
                # A written ة has become ه by folding: only a joined one follows ت or a consonant.
                if suffix == "ه" and token.text.endswith("ة"):
                    break
                ideas = _stem_ideas(token.norm.removesuffix(suffix))
                if ideas:
                    yield n, ideas, number == "many"
                break


@lru_cache(maxsize=65_536)
def _stem_ideas(stem: str) -> frozenset[str]:
    """The ideas of a noun before a suffix: ``جولت`` is that of ``جولة``, ``لقاي`` of ``لقاء``."""
    tries = [stem]
    if stem.endswith("ت"):
        tries.append(stem[:-1] + "ه")
    if stem.endswith(("ي", "و")):
        tries.append(stem[:-1] + "ء")
    return frozenset().union(*(_ideas(one, "ar") for one in tries))


@lru_cache(maxsize=65_536)
def _ideas(norm: str, language: Language) -> frozenset[str]:
    """All ideas of a word as a noun; a word may have several."""
    found: set[str] = set()
    whole, stems = _lexicon(language)
    for form in forms(norm) if language == "ar" else (norm,):
        found |= whole.get(form, set())
        for length in range(3, len(form) + 1):
            found |= stems.get(form[:length], set())
    return frozenset(found)


@cache
def _lexicon(language: Language) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for idea, listed in data(language, "anchors").items():
        for word in listed:
            place = stems if word.endswith("*") else whole
            place.setdefault(folded(word.rstrip("*")), set()).add(str(idea))
    return whole, stems


def _before(side: Side, at: int) -> list[Mention]:
    """People named before a token, in order."""
    here = side.tokens[at].start
    return [one for one in side.mentions if one.end <= here and isinstance(one.of, Person)]


def _several(side: Side, at: int) -> bool:
    """Whether several people are named before it, or told by what they are: the envoys."""
    told = any(behind <= at for _, behind in places(side, "several").get("words", ()))
    return told or len({id(one.of) for one in _before(side, at)}) > 1


def _person(side: Side, at: int) -> bool:
    return bool(_before(side, at))
