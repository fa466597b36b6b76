"""Names that changed: a word put in the place of another where one or both are names.

English names are told by their capitals. Arabic has none: there a name is what stands behind a
word like ``وزارة`` or ``مدينة``, a country, or one word put for another in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from wasit.language.folding import folded
from wasit.language.tokens import Token
from wasit.text.compare.facts import bracket_groups
from wasit.text.compare.model import KeyChange
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.lexicon import lexicon
from wasit.text.redline import too_much

_ENOUGH = 0.3
"""Likeness of a pair from which words are compared place by place."""
MOST_WORDS = 2_000
"""Words of one side that are laid beside those of the other."""
_IN_ROW = 0.6
"""So much of the words in the same order will do as well."""
_MUCH = 0.6
"""Likeness from which a name that was added or fell out is told of."""
_LONGEST = 8
"""Words that a replaced piece may have for its names to be compared."""

Placed = Sequence[tuple[str, str]]
"""Keys with their words."""


class Elsewhere(NamedTuple):
    """What stands in the two versions as a whole."""

    old: frozenset[str]
    """All folded words of the old version."""
    new: frozenset[str]
    """The same of the new one."""
    names: frozenset[str]
    """Folded words of either that are surely names: with a capital within a sentence."""


def names_in(words: Iterable[str]) -> frozenset[str]:
    """Folded words that have a capital wherever they stand, once at least within a sentence."""
    found: set[str] = set()
    small: set[str] = set()
    for text in words:
        capital, plain = _by_capital(text)
        found |= capital
        small |= plain
    return frozenset(found - small)


@lru_cache(maxsize=8_192)
def _by_capital(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """Folded words with a capital within a sentence, and those without one."""
    found: set[str] = set()
    small: set[str] = set()
    listed = tokens(words)
    for n, token in enumerate(listed):
        if token.kind == "word" and not token.capital:
            small.add(token.norm)
        elif token.kind == "word" and n and listed[n - 1].text not in _OPENS:
            found.add(token.norm)
    return frozenset(found), frozenset(small)


_OPENS = frozenset(".:;[(!?")
"""Behind these a word has its capital because it begins."""


def changed_names(
    old: Placed, new: Placed, language: str, likeness: float, elsewhere: Elsewhere
) -> Iterator[KeyChange]:
    """Names that another took the place of; and those that came into the text or fell out of it."""
    old_words, words = ("\n".join(words for _, words in side) for side in (old, new))
    ours, theirs = tokens(old_words)[:MOST_WORDS], tokens(words)[:MOST_WORDS]
    old_norms, norms = ([token.norm for token in side] for side in (ours, theirs))
    if not (ours and theirs) or too_much(old_norms, norms):
        return
    matcher = SequenceMatcher(None, old_norms, norms, autojunk=False)
    if likeness < _ENOUGH and matcher.ratio() < _IN_ROW:
        return
    for sort, a, b, c, d in matcher.get_opcodes():
        if sort == "equal" or max(b - a, d - c) > _LONGEST:
            continue
        listed = sort == "replace" and b - a == d - c == 1
        anew = sort == "replace"
        before = _name(ours, a, b, theirs, elsewhere.names, language, listed, anew)
        after = _name(theirs, c, d, ours, elsewhere.names, language, listed, anew)
        if anew and not (before and after and _both_new(ours, before, theirs, after)):
            before = _name(ours, a, b, theirs, elsewhere.names, language, listed, False)
            after = _name(theirs, c, d, ours, elsewhere.names, language, listed, False)
        alone = likeness >= _MUCH and len(old) == len(new) == 1 and language != "ar"
        if before and not after:
            alone = alone and not _known(old_words, before, elsewhere.new)
        elif after and not before:
            alone = alone and not _known(words, after, elsewhere.old)
        alone = alone and not (_bracketed(old_words, before) or _bracketed(words, after))
        if (before and after) or (alone and (before or after)):
            yield KeyChange(
                _key_at(new, theirs, c),
                "name",
                _piece(old_words, before),
                _piece(words, after),
                _key_at(old, ours, a),
            )


def _both_new(
    ours: Sequence[Token], before: tuple[int, int], theirs: Sequence[Token], after: tuple[int, int]
) -> bool:
    """Whether two names stand on their own side alone, or both on either side."""
    here, there = ({token.norm for token in side} for side in (ours, theirs))
    was = all(t.norm in there for t in ours if before[0] <= t.start < before[1])
    now = all(t.norm in here for t in theirs if after[0] <= t.start < after[1])
    return was == now


def _known(words: str, span: tuple[int, int], elsewhere: frozenset[str]) -> bool:
    """Whether a name stands somewhere in the other version."""
    return all(token.norm in elsewhere for token in tokens(words[span[0] : span[1]]))


def _bracketed(words: str, span: tuple[int, int] | None) -> bool:
    """Whether a name stands in brackets, which are told of as such."""
    return span is not None and any(a <= span[0] < b for a, b in bracket_groups(words))


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
    names: frozenset[str],
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
        is_name = _arabic(listed, n, in_list) if language == "ar" else _english(listed, n, names)
        if is_name and not known:
            run.append(listed[n])
            gap = 0
        elif run and gap < 2 and listed[n].norm in _WITHIN:
            gap += 1
        elif run:
            break
    if not run:
        return None
    joined = language == "ar" and run[0].text[0] == "و" and len(run[0].norm) > 4
    return run[0].start + joined, run[-1].end


_WITHIN = frozenset({"of", "the", "'", "’", "-", "for"})
"""What may stand inside a name."""


def _english(listed: Sequence[Token], n: int, names: frozenset[str]) -> bool:
    token = listed[n]
    if not token.capital or len(token.text) < 2 or is_small(token.norm, "en"):
        return False
    if _month(token.norm):
        return False
    if n > 0 and listed[n - 1].text not in _OPENS:
        return True
    return token.norm in names


def _arabic(listed: Sequence[Token], n: int, in_list: bool) -> bool:
    token = listed[n]
    if token.kind != "word" or is_small(token.norm, "ar") or _month(token.norm):
        return False
    bare = bare_arabic(token.norm)
    if bare in _countries() or token.norm in _countries():
        return True
    before = listed[n - 1].norm if n else ""
    if any(form in _titles() for form in (before, before.removesuffix("ه"))):
        return True
    if bare_arabic(before) in _titles():
        # الوادي is that valley; what follows it is its name only where it is definite as well.
        return not before.startswith("ال") or token.norm.startswith("ال")
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
