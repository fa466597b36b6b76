"""Names that changed: a word put in the place of another where one or both are names.

English names are told by their capitals. Arabic has none: there a name is what stands behind a
word like ``وزارة`` or ``مدينة``, a country, or one word put for another in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from babel import Locale

from wasit.press.document import Token
from wasit.press.folding import folded
from wasit.text.compare.model import KeyChange
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.lexicon import lexicon

_ENOUGH = 0.3
"""Likeness of a pair from which words are compared place by place."""
_MUCH = 0.6
"""Likeness from which a name that was added or fell out is told of."""
_LONGEST = 8
"""Words that a replaced piece may have for its names to be compared."""

Placed = Sequence[tuple[str, str]]
"""Keys with their words."""


def changed_names(old: Placed, new: Placed, language: str, likeness: float) -> Iterator[KeyChange]:
    """Names that another took the place of, and in much the same words those added or gone."""
    if likeness < _ENOUGH:
        return
    old_words, words = ("\n".join(words for _, words in side) for side in (old, new))
    ours, theirs = tokens(old_words), tokens(words)
    matcher = SequenceMatcher(
        None, [token.norm for token in ours], [token.norm for token in theirs], autojunk=False
    )
    for sort, a, b, c, d in matcher.get_opcodes():
        if sort == "equal" or max(b - a, d - c) > _LONGEST:
            continue
        listed = sort == "replace" and b - a == d - c == 1
        anew = sort == "replace"
        before = _name(ours, a, b, theirs, language, listed, anew)
        after = _name(theirs, c, d, ours, language, listed, anew)
        if anew and not (before and after):
            before = _name(ours, a, b, theirs, language, listed, False)
            after = _name(theirs, c, d, ours, language, listed, False)
        alone = likeness >= _MUCH and len(old) == len(new) == 1 and language != "ar"
        if (before and after) or (alone and (before or after)):
            yield KeyChange(
                _key_at(new, theirs, c),
                "name",
                _piece(old_words, before),
                _piece(words, after),
                _key_at(old, ours, a),
            )


def _key_at(side: Placed, listed: Sequence[Token], n: int) -> str:
    """The key of the point in which a token of the joined words stands."""
    at = listed[min(n, len(listed) - 1)].start
    for key, words in side:
        if at <= len(words):
            return key
        at -= len(words) + 1
    return side[-1][0]


def _piece(words: str, span: tuple[int, int] | None) -> str:
    return words[span[0] : span[1]] if span else ""


def _name(
    listed: Sequence[Token],
    first: int,
    behind: int,
    other: Sequence[Token],
    language: str,
    in_list: bool,
    anew: bool,
) -> tuple[int, int] | None:
    """The offsets of the first run of names among some tokens.

    Unless ``anew``, names that the other side has too are passed over.
    """
    there = {stem(token.norm, language) for token in other if token.kind == "word"}
    run: list[Token] = []
    gap = 0
    for n in range(first, behind):
        known = not anew and stem(listed[n].norm, language) in there
        is_name = (_arabic if language == "ar" else _english)(listed, n, in_list)
        if is_name and not known:
            run.append(listed[n])
            gap = 0
        elif run and gap < 2 and listed[n].norm in _WITHIN:
            gap += 1
        elif run:
            break
    return (run[0].start, run[-1].end) if run else None


_WITHIN = frozenset({"of", "the", "'", "’", "-", "for"})
"""What may stand inside a name."""


def _english(listed: Sequence[Token], n: int, _in_list: bool) -> bool:
    token = listed[n]
    if not token.capital or len(token.text) < 2 or is_small(token.norm, "en"):
        return False
    return n > 0 and listed[n - 1].text not in ".:;[(" and not _month(token.norm)


def _arabic(listed: Sequence[Token], n: int, in_list: bool) -> bool:
    token = listed[n]
    if token.kind != "word" or is_small(token.norm, "ar") or _month(token.norm):
        return False
    bare = bare_arabic(token.norm)
    if bare in _countries() or token.norm in _countries():
        return True
    before = listed[n - 1].norm if n else ""
    if before in _titles() or bare_arabic(before) in _titles():
        return True
    return in_list and token.norm.startswith("و") and _listed_name(listed, n)


def _listed_name(listed: Sequence[Token], n: int) -> bool:
    """Whether a word joined on by ``و`` ends a list of names."""
    before = listed[n - 1].norm if n else ""
    return bare_arabic(before) in _countries() or before in ("،", ",")


@cache
def _countries() -> frozenset[str]:
    plain = {folded(name) for name in Locale("ar").territories.values() if " " not in name}
    return frozenset(plain | {bare_arabic(name) for name in plain})


@cache
def _titles() -> frozenset[str]:
    return frozenset(folded(str(word)) for word in lexicon("ar")["titles"])


@cache
def _months() -> frozenset[str]:
    return frozenset(
        str(word)
        for language in ("ar", "en")
        for listed in lexicon(language)["months"].values()
        for word in listed
    )


def _month(norm: str) -> bool:
    return norm in _months()
