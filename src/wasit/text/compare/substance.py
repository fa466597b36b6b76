"""Whether an amended point says the same in other words, as far as can be told.

Asked only where no figure, name, bracket, force or negation changed. What drafters change within
sentences that stay as they are, they mean: there no word may come or go without one of like
meaning. Where the sentences are others altogether, as in another translation, both sides must only
say about as much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from wasit.language.folding import folded
from wasit.text.compare.facts import facts
from wasit.text.compare.model import Pair, wording
from wasit.text.compare.renamed import Renamed
from wasit.text.compare.sentences import edited, swapped
from wasit.text.compare.side import Side
from wasit.text.compare.terms import words_of
from wasit.text.compare.verbs import force_words
from wasit.text.compare.words import is_small, near, stem, tokens
from wasit.text.draft import DraftText
from wasit.text.lexicon import lexicon

_OTHER_WORDS = 0.25
"""Likeness below which it cannot be told what words say in a text that was changed throughout."""
_ANEW = 0.5
"""A text was put in other words as a whole where so many of its points have other sentences."""
_FEW = 2
"""So many words more on one side are no more than another way to put it."""
_MORE = 0.35
"""The same as a share of the words of the longer side."""
_FEW_ANEW = 4
"""The same where the whole text was put in other words."""
_MORE_ANEW = 0.7
_PREFIX = 5
"""So many letters at the beginning make two words forms of one: ``Nordia``, ``Nordian``."""


def with_substance(
    pairs: Sequence[Pair], old: DraftText, new: DraftText, called: Renamed
) -> Iterator[Pair]:
    """The pairs, those that say the same marked; they come marked where no key change was found."""
    amended = [pair for pair in pairs if pair.change == "amended"]
    unchanged = [pair for pair in amended if pair.same]
    texts = [{point.key: wording(point) for point in draft.all()} for draft in (old, new)]
    sides = {
        pair: (
            Side(pair.old, tuple(texts[0][key] for key in pair.old), new.language),
            Side(pair.new, tuple(texts[1][key] for key in pair.new), new.language),
        )
        for pair in unchanged
    }
    throughout = len(unchanged) < len(amended) / 2
    others = sum(not edited(*both) for both in sides.values())
    anew = not throughout and others >= _ANEW * len(pairs)
    for pair in pairs:
        if not pair.same or (throughout and pair.likeness < _OTHER_WORDS):
            yield replace(pair, same=False)
        else:
            yield replace(pair, same=says_the_same(*sides[pair], called, anew=anew))


def says_the_same(old: Side, new: Side, called: Renamed, *, anew: bool) -> bool:
    """Whether no word that matters came or went, or the whole was only put in other words.

    ``called`` says which words are others now throughout; ``anew`` whether the whole text was put
    in other words, as a translation by another hand.
    """
    ours, theirs = _says(old, called), _says(new, {})
    gone, come = _lone(ours, theirs, new.language), _lone(theirs, ours, new.language)
    if not (gone or come):
        return not swapped(old, new)
    if not (ours and theirs) or edited(old, new):
        return False
    longer = max(len(ours), len(theirs))
    more = abs(len(gone) - len(come))
    if _acts(gone, new.language) and _acts(come, new.language):
        return False
    if _opposed(gone, come, new.language):
        return False
    if anew:
        return more <= max(_FEW_ANEW, _MORE_ANEW * longer)
    if min(len(gone), len(come)) == 0 and len(gone | come) > 1:
        return False
    if _acts(gone, new.language) or _acts(come, new.language):
        return False
    return more <= max(_FEW, _MORE * longer)


def _acts(stems: set[str], language: str) -> bool:
    """Whether some words name who does something."""
    return not stems.isdisjoint(_actors(language))


def _opposed(gone: set[str], come: set[str], language: str) -> bool:
    """Whether a word became its opposite: open, closed."""
    pairs = _opposites(language)
    return any((a, b) in pairs or (b, a) in pairs for a in gone for b in come)


@cache
def _opposites(language: str) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for one, other in lexicon(language)["opposites"]:
        for a in one:
            found |= {(stem(folded(a), language), stem(folded(b), language)) for b in other}
    return frozenset(found)


@cache
def _actors(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words_of(language, "actors"))


def _says(side: Side, called: Renamed) -> set[str]:
    """The stems of the words that say something, without figures and what tells force or bounds."""
    found: set[str] = set()
    light = words_of(side.language, "light")
    for words in side.words:
        told = force_words(words, side.language) | _in_figures(words, side.language)
        here = (
            stem(token.norm, side.language)
            for token in tokens(words)
            if token.kind == "word"
            and token.start not in told
            and token.norm not in light
            and not is_small(token.norm, side.language)
        )
        found.update(called.get(one, one) for one in here)
    return found


def _in_figures(words: str, language: str) -> frozenset[int]:
    """Offsets of the words that belong to figures or their bounds."""
    found: set[int] = set()
    listed = tokens(words)
    starts = [token.start for token in listed]
    for fact in facts(words, language):
        for start, end in ((fact.start, fact.end), fact.bound_at):
            found.update(starts[bisect_left(starts, start) : bisect_left(starts, end)])
    return frozenset(found)


def _lone(ours: set[str], theirs: set[str], language: str) -> set[str]:
    """Words of ours that have neither their like nor one of like meaning on the other side."""
    groups = {group for one in theirs for group in near(one, language)}
    starts = {one[:_PREFIX] for one in theirs if len(one) >= _PREFIX}
    return {
        one
        for one in ours
        if one not in theirs
        and groups.isdisjoint(near(one, language))
        and not (len(one) >= _PREFIX and one[:_PREFIX] in starts)
    }
