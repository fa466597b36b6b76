"""What is shall, may or not on one side of a pair of points only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wasit.text.compare.bounds import Sense, compared
from wasit.text.compare.deed import BINDING, Deed
from wasit.text.compare.facts import bracket_groups, facts
from wasit.text.compare.model import KeyChange
from wasit.text.compare.read import Value
from wasit.text.compare.sentences import edited, swapped
from wasit.text.compare.side import Side
from wasit.text.compare.terms import phrase, words_of
from wasit.text.compare.verbs import deeds
from wasit.text.compare.words import tokens

_AND = re.compile(r"و[\u064b-\u0652]?(?=لا|لم|لن|ليس|يجوز|يجب|يحق|ينبغي)")
"""What is joined on before a word of force or negation."""


def _piece(words: str, deed: Deed) -> str:
    """A deed with its force and negation, without an ``و`` joined on before."""
    piece = words[deed.start : deed.end]
    joined = _AND.match(piece)
    return piece[joined.end() :] if joined else piece


_Deeds = dict[str, list[tuple[str, str, Deed]]]
"""By the stem: the key of the point, its words, the deed."""


def _by_stem(side: Side) -> _Deeds:
    found: _Deeds = {}
    for key, words in side.placed():
        for deed in deeds(words, side.language):
            found.setdefault(deed.stem, []).append((key, words, deed))
    return found


def changed_forces(old: Side, new: Side) -> Iterator[KeyChange]:
    """A deed whose force changed: shall to should, encourages to requests."""
    yield from _openings(old, new)
    ours, theirs = _by_stem(old), _by_stem(new)
    for stem, here in theirs.items():
        there = ours.get(stem)
        if not there or any(_binds(a) == _binds(b) for _, _, a in there for _, _, b in here):
            continue
        (key, words, deed), (old_key, old_words, old_deed) = here[0], there[0]
        loose = deed.opens or old_deed.opens or _only_a_thing(deed) or _only_a_thing(old_deed)
        if deed.negated == old_deed.negated and not loose:
            before = _piece(old_words, old_deed)
            yield KeyChange(key, "modality", before, _piece(words, deed), old_key)


def _only_a_thing(deed: Deed) -> bool:
    """Whether a word stands under no force because it is no verb: ``opening is limited``."""
    return deed.force == "plain" and (deed.thing or deed.under_force)


def _binds(deed: Deed) -> str:
    """The force of a deed; ``may not`` and ``shall not`` forbid alike."""
    if deed.negated and (deed.force in BINDING or deed.force == "leave"):
        return "ban"
    return "duty" if deed.force in BINDING else deed.force


def _openings(old: Side, new: Side) -> Iterator[KeyChange]:
    """The verbs that open two points, where one is stronger: encourages, requests."""
    if not len(old.keys) == len(new.keys) == 1:
        return
    before, after = (
        next((deed for deed in deeds(side.words[0], side.language) if deed.opens), None)
        for side in (old, new)
    )
    if before and after and before.force != after.force:
        was = old.words[0][before.start : before.end]
        now = new.words[0][after.start : after.end]
        yield KeyChange(new.keys[0], "modality", was, now, old.keys[0])


def changed_negations(old: Side, new: Side) -> Iterator[KeyChange]:
    """Words that stood under a negation on one side only; of one negation the longest piece."""
    found = list(_all_negations(old, new))
    if _say_no_alike(old, new) and not (edited(old, new) or swapped(old, new)):
        return
    if not found:
        yield from _added_negations(old, new)
    for change, no in found:
        inside = (other for other, no_ in found if no in no_ and no != no_)
        if next(inside, None) is None:
            yield change


def _all_negations(old: Side, new: Side) -> Iterator[tuple[KeyChange, str]]:
    """Each with the piece that holds the negation."""
    ours, theirs = _by_stem(old), _by_stem(new)
    for stem in theirs:
        here, there = theirs[stem], ours.get(stem, [])
        if not there:
            continue
        no_now = [one for one in here if one[2].negated]
        no_then = [one for one in there if one[2].negated]
        if bool(no_now) == bool(no_then) or len(here) != len(there):
            continue
        if any(one[2].under_no and not one[2].negated for one in (*here, *there)):
            continue
        key, words, deed = (no_now or here)[0]
        old_key, old_words, old_deed = (no_then or there)[0]
        if deed.conditional != old_deed.conditional:
            continue
        if _only_bounded(words, deed, new.language) or _only_bounded(
            old_words, old_deed, old.language
        ):
            continue
        if _limits(words, deed, new.language) & _limits(old_words, old_deed, old.language):
            continue
        before = _piece(old_words, old_deed)
        after = _piece(words, deed)
        change = KeyChange(key, "negation", before, after, old_key)
        yield change, after if no_now else before


def _added_negations(old: Side, new: Side) -> Iterator[KeyChange]:
    """In sentences that are the same but for some words: what is said no to on one side alone."""
    if not len(old.keys) == len(new.keys) == 1 or not edited(old, new):
        return
    ours, theirs = _by_stem(old), _by_stem(new)
    gone, come = _only_negated(ours, theirs), _only_negated(theirs, ours)
    if bool(gone) == bool(come):
        return
    _, words, deed = (gone or come)[0]
    piece = _piece(words, deed)
    before, after = (piece, "") if gone else ("", piece)
    yield KeyChange(new.keys[0], "negation", before, after, old.keys[0])


def _say_no_alike(old: Side, new: Side) -> bool:
    """Whether both say no as often; where neither does, as often without something."""
    (plain, without), (plain_now, without_now) = _noes(old), _noes(new)
    return plain == plain_now and (plain > 0 or without == without_now)


def _noes(side: Side) -> tuple[int, int]:
    """How many words say no, and how many ``without``."""
    norms = [token.norm for words in side.words for token in tokens(words)]
    known = words_of(side.language, "negations") | words_of(side.language, "forbids")
    without = sum(norm in _CIRCUMSTANCE for norm in norms)
    return sum(norm in known for norm in norms) - without, without


def _only_negated(ours: _Deeds, theirs: _Deeds) -> list[tuple[str, str, Deed]]:
    """Deeds under a no that the other side does not name at all."""
    if any(one[2].negated for rows in theirs.values() for one in rows):
        return []
    return [
        row
        for stem, rows in ours.items()
        if stem not in theirs
        for row in rows
        if row[2].negated
        and not row[2].conditional
        and tokens(row[1][row[2].start : row[2].end])[0].norm not in _WITHOUT
        and not any(a <= row[2].start < b for a, b in bracket_groups(row[1]))
    ]


_CIRCUMSTANCE = frozenset({"without", "دون", "بدون", "بلا"})
_WITHOUT = frozenset({"without", "no", "دون", "بدون", "غير", "عدم", "بلا"})
"""These say no to a thing, which may be a circumstance only."""
_BOUND_NEAR = 4
"""Words behind a deed within which ``more than`` bounds it."""
_NEAR = 80
"""Characters behind a deed within which a figure may set its limit."""


def _only_bounded(words: str, deed: Deed, language: str) -> bool:
    """``may not be split more than once`` says no to more, not to the deed."""
    if not deed.negated:
        return False
    behind = tokens(words[deed.end : deed.end + _NEAR])[:_BOUND_NEAR]
    return any(phrase(behind, n, 2) in compared(language) for n in range(len(behind)))


def _limits(words: str, deed: Deed, language: str) -> set[tuple[Sense, Value]]:
    """The limits that are set to a deed, of which a no before it may be a part.

    ``Shall not be used for more than ten days`` and ``may be used for at most ten days`` are one.
    """
    return {
        (fact.bound, fact.value)
        for fact in facts(words, language)
        if fact.bound and fact.said and deed.end <= fact.end <= deed.end + _NEAR
    }
