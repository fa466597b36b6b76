"""Choices in brackets that were settled, opened or changed in a pair of points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.entries import Mistake
from wasit.language.tokens import Token
from wasit.text.brackets import choices
from wasit.text.compare.facts import facts, inner_groups, whole_bracket
from wasit.text.compare.model import KeyChange
from wasit.text.compare.side import Side
from wasit.text.compare.words import stems, tokens

_OPENING = 3
"""So many words tell which brackets around a whole point are meant."""
_ALIKE = 0.6
"""Share of the words of the shorter from which two choices are one that changed."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Brackets with words in a point."""

    key: str
    piece: str
    whole: bool
    """Whether they stand around all of the point."""
    words: frozenset[str]
    """The words inside that say something."""


def changed_brackets(old: Side, new: Side) -> Iterator[KeyChange]:
    """Choices in words that were settled, opened or changed; those in figures are figures."""
    ours, theirs = list(_choices(old)), list(_choices(new))
    kept = {_plain(one.piece) for one in ours} & {_plain(one.piece) for one in theirs}
    gone = [one for one in ours if _plain(one.piece) not in kept]
    come = [one for one in theirs if _plain(one.piece) not in kept]
    for before in gone:
        after = next((one for one in come if _one_choice(before, one)), None)
        if after is None:
            yield from _closed(before, old, new)
            continue
        come.remove(after)
        if not (before.whole and after.whole):
            yield KeyChange(after.key, "bracket", before.piece, after.piece, before.key)
    for after in come:
        yield from _opened(after, old, new)


def _choices(side: Side) -> Iterator[_Choice]:
    for key, words in side.placed():
        figured = [(fact.start, fact.end) for fact in facts(words, side.language)]
        whole = whole_bracket(words)
        if whole:
            yield _choice(key, words[whole[0] : whole[1]], side.language, whole=True)
        for start, end in inner_groups(words):
            if not any(a <= start and end <= b for a, b in figured):
                yield _choice(key, words[start:end], side.language, whole=False)


def _choice(key: str, piece: str, language: str, *, whole: bool) -> _Choice:
    return _Choice(key, piece, whole, frozenset(stems(tokens(piece), language)))


def _one_choice(ours: _Choice, theirs: _Choice) -> bool:
    fewer = min(len(ours.words), len(theirs.words))
    return len(ours.words & theirs.words) >= max(_ALIKE * fewer, 1)


def _closed(one: _Choice, old: Side, new: Side) -> Iterator[KeyChange]:
    """Brackets that are gone: with what stands there now, or with what fell."""
    if one.whole:
        where, now = settled(_opening(one.piece), new)
        if now or len(old.keys) == len(new.keys) == 1:
            yield KeyChange(where, "bracket", _opening(one.piece), now, one.key)
        return
    where, now = settled(one.piece, new)
    fell = one.piece if len(tokens(now)) < 8 or not now else _fallen(one.piece, now)
    yield KeyChange(where, "bracket", fell, now if fell == one.piece else "", one.key)


def _opened(one: _Choice, old: Side, new: Side) -> Iterator[KeyChange]:
    """Brackets that came: with what stood there without them."""
    piece = _opening(one.piece) if one.whole else one.piece
    where, before = settled(piece, old)
    if before or not one.whole or len(old.keys) == len(new.keys) == 1:
        yield KeyChange(one.key, "bracket", before, piece, where)


def _opening(piece: str) -> str:
    """The bracket around a whole point with its first words."""
    words = [token for token in tokens(piece) if token.kind != "mark"]
    return piece[: words[min(_OPENING, len(words)) - 1].end] if words else piece


def _plain(text: str) -> str:
    return " ".join(token.norm for token in tokens(text))


def _options(piece: str) -> list[str]:
    """The wordings that brackets offer, without the brackets; those cut short as they stand."""
    try:
        found = [one.inside for choice in choices(piece) for one in choice.options]
    except Mistake:
        found = []
    return [one for one in found if one] or [piece.strip(" []/")]


def settled(piece: str, side: Side) -> tuple[str, str]:
    """Where one of the wordings stands without brackets on the other side, and its words there."""
    for option in _options(piece):
        want = [token.norm for token in tokens(option) if token.kind != "mark"]
        for key, words in side.placed():
            found = _run(want, tokens(words))
            if found:
                return key, words[found[0] : found[1]]
    return side.keys[0], ""


def _run(want: Sequence[str], listed: Sequence[Token]) -> tuple[int, int] | None:
    """Where the words ``want`` stand one after another, marks aside."""
    plain = [token for token in listed if token.kind != "mark"]
    norms = [token.norm for token in plain]
    for n in range(len(norms) - len(want) + 1):
        if want and norms[n : n + len(want)] == list(want):
            return plain[n].start, plain[n + len(want) - 1].end
    return None


def _fallen(piece: str, now: str) -> str:
    """The wordings that were not taken; the whole where there was one only."""
    left = [option for option in _options(piece) if _plain(option) != _plain(now)]
    return f"[{left[0]}]" if len(left) == 1 and f"[{left[0]}]" in piece else piece
