"""Whether two sides are the same sentences, some words of which were changed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from wasit.language.tokens import Token
from wasit.text.compare.side import Side
from wasit.text.compare.words import tokens
from wasit.text.redline import too_much

MOST_WORDS = 400
"""Words of one side among which pieces that changed places are looked for."""
_PIECE = 6
"""So many words such a piece may have."""
_LISTING = frozenset({"and", "or", "و", "او"})
_FRAME = 0.75
"""So much of the words in the same order makes them the same sentences."""


def edited(old: Side, new: Side) -> bool:
    """Whether the sentences are the same but for some words, or but for words in one place."""
    was, now = (
        [token.norm for token in _words(side) if token.kind != "mark"] for side in (old, new)
    )
    if too_much(was, now):
        return True
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    changed = sum(code[0] != "equal" for code in matcher.get_opcodes())
    return matcher.ratio() >= _FRAME or (changed == 1 and matcher.ratio() > _FRAME / 2)


def swapped(old: Side, new: Side) -> bool:
    """Whether two pieces changed places around others: ``by day, not by night``, turned."""
    was, now = ([t.norm for t in _words(side) if t.kind != "mark"] for side in (old, new))
    if was == now or sorted(was) != sorted(now) or len(was) > MOST_WORDS:
        return False
    head = next(n for n, (a, b) in enumerate(zip(was, now, strict=True)) if a != b)
    tail = next(n for n, (a, b) in enumerate(zip(was[::-1], now[::-1], strict=True)) if a != b)
    ours, theirs = was[head : len(was) - tail], now[head : len(now) - tail]
    for first in range(1, min(_PIECE, len(ours) - 1) + 1):
        for second in range(1, min(_PIECE, len(ours) - 1 - first) + 1):
            between = ours[first : len(ours) - second]
            turned = [*ours[len(ours) - second :], *between, *ours[:first]]
            if turned == theirs and not set(between) <= _LISTING:
                return True
    return False


def _words(side: Side) -> Iterator[Token]:
    for words in side.words:
        yield from tokens(words)
