"""A redline by words: what was taken out and what was put in, piece by piece.

Words are whole words; in Arabic what is joined on in front (``و``, ``ب``, ``ال``) and every mark
stand apart, so that a changed clitic is not a changed word. The pieces hold every character:
those kept and taken out give the old wording, those kept and put in the new one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from wasit.language.folding import folded, forms

MOST_WORK = 200_000
"""Places where a word of one side meets its like on the other, up to which words are matched.

Reached by provisions of some 4,000 words; above, what lies between the equal ends is replaced.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that were kept, taken out or put in; with the spaces behind them."""

    sort: Literal["kept", "out", "in"]
    words: str


def redline(old: str, new: str, language: str = "en") -> tuple[Piece, ...]:
    """The pieces that lead from ``old`` to ``new``."""
    ours, theirs = split_words(old, language), split_words(new, language)
    return tuple(_joined(_pieces(ours, theirs)))


def old_of(pieces: Iterable[Piece]) -> str:
    """The wording before."""
    return "".join(piece.words for piece in pieces if piece.sort != "in")


def new_of(pieces: Iterable[Piece]) -> str:
    """The wording after."""
    return "".join(piece.words for piece in pieces if piece.sort != "out")


_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_WORD = re.compile(
    rf"\s+|\d+(?:[.,:٫٬]\d+)*|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’][^\W\d_]+)*|.", re.DOTALL
)
_PREFIX = re.compile(rf"[وفبكلس][{_MARKS}]*|ا[{_MARKS}]*ل[{_MARKS}]*")
_ARABIC = re.compile("[\u0621-\u064a]")


@lru_cache(maxsize=8_192)
def split_words(words: str, language: str = "en") -> tuple[str, ...]:
    """The tokens of ``words``; joined they give it back."""
    found: list[str] = []
    for match in _WORD.finditer(words):
        token = match[0]
        found += _clitics(token) if _ARABIC.match(token) else [token]
    return tuple(found)


@lru_cache(maxsize=32_768)
def _clitics(word: str) -> tuple[str, ...]:
    """``وبالمدينة`` -> ``و``, ``ب``, ``ال``, ``مدينة``; a word stays whole where that is unsure."""
    found: list[str] = []
    rest = word
    while True:
        match = _PREFIX.match(rest)
        bare = folded(rest)
        if not match or len(bare) < 5 or not _comes_off(bare, folded(match[0]), bool(found)):
            return (*found, rest)
        found.append(match[0])
        rest = rest[match.end() :]


def _comes_off(bare: str, prefix: str, inside: bool) -> bool:
    """Whether a letter in front is surely joined on: the article, or what stands before it."""
    if prefix == "ال":
        return True
    rest = bare[len(prefix) :]
    return rest in forms(bare) and (rest.startswith(("ال", "لل", "بال", "كال")) and not inside)


def _pieces(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    if too_much(ours, theirs):
        yield from _ends_kept(ours, theirs)
        return
    matcher = SequenceMatcher(str.isspace, ours, theirs, autojunk=False)
    for sort, a, b, c, d in _tidied(matcher.get_opcodes(), ours, theirs):
        if sort == "equal":
            yield Piece("kept", "".join(ours[a:b]))
        else:
            yield from _replaced(ours[a:b], theirs[c:d])


def too_much(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether too many words of one side meet their like on the other to match them all."""
    count = Counter(word for word in theirs if not word.isspace())
    return sum(n * count[word] for word, n in Counter(ours).items()) > MOST_WORK


def _ends_kept(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    """What both begin and end with is kept, all between replaced."""
    least = min(len(ours), len(theirs))
    head = next((n for n in range(least) if ours[n] != theirs[n]), least)
    left = least - head
    tail = next((n for n in range(left) if ours[-1 - n] != theirs[-1 - n]), left)
    yield Piece("kept", "".join(ours[:head]))
    yield from _replaced(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
    yield Piece("kept", "".join(ours[len(ours) - tail :]))


Opcode = tuple[str, int, int, int, int]


def _tidied(
    codes: Iterable[Opcode], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[Opcode]:
    """Spaces alone between two changes are changed with them: phrases stay in one piece."""
    held: Opcode | None = None
    for code in codes:
        sort, a, b, _, d = code
        blank = sort == "equal" and not "".join(ours[a:b]).strip()
        if held is None:
            held = None if sort == "equal" else code
            if held is None:
                yield code
        elif sort != "equal" or (blank and b < len(ours) and d < len(theirs)):
            held = ("replace", held[1], b, held[3], d)
        else:
            yield held
            held = None
            yield code
    if held is not None:
        yield held


def _replaced(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    if tuple(ours) == tuple(theirs):
        yield Piece("kept", "".join(ours))
        return
    if ours:
        yield Piece("out", "".join(ours))
    if theirs:
        yield Piece("in", "".join(theirs))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one sort as one piece; nothing empty."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.words:
            continue
        if held is not None and held.sort == piece.sort:
            held = Piece(held.sort, held.words + piece.words)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
