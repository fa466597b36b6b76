"""What one version denies and the other affirms, or puts in another time."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.folding import forms
from wasit.language.spans import Span
from wasit.language.tokens import Token
from wasit.press.dates.tense import cue
from wasit.press.differences.pieces import Piece, Side, difference, places
from wasit.press.reading import Difference

_PARTICIPLES = frozenset({"made", "put", "told", "said", "held", "met", "found", "kept", "sent"})
_AROUND = 3
"""How many words show what is denied."""


def negation(piece: Piece, text: str) -> Difference | None:
    """A negation in one version where the other has none, nor a word that means one."""
    if piece.arabic.sentences > 1 or piece.english.sentences > 1:
        return None
    ours, theirs = places(piece.arabic, "negation"), places(piece.english, "negation")
    denied = {"strong", "weak"}
    if "strong" in ours and denied.isdisjoint(theirs):
        arabic, english = _denial(piece.arabic, ours["strong"][0]), _all(piece.english)
    elif "strong" in theirs and denied.isdisjoint(ours):
        arabic, english = _all(piece.arabic), _denial(piece.english, theirs["strong"][0])
    else:
        return None
    return difference("negation", arabic, english, text, 0.7)


def _denial(side: Side, place: tuple[int, int]) -> Span:
    """The negation with a few words behind it; in English with the verb before."""
    first, behind = place
    start = max(first - 1, 0) if side.language == "en" else first
    return side.span(start, min(behind + _AROUND, len(side.tokens)))


def _all(side: Side) -> Span:
    return side.span(0, len(side.tokens))


def tense(piece: Piece, text: str) -> Difference | None:
    """What one version has ahead and the other behind it."""
    return _left_open(piece, text) or _ahead(piece, text)


def _left_open(piece: Piece, text: str) -> Difference | None:
    """What will not be (``لن``) or is not to be (``أكد عدم كشف``), and the past in English."""
    tokens = piece.arabic.tokens
    never = next((n for n, token in enumerate(tokens[:-1]) if token.norm in ("لن", "ولن")), None)
    if never is not None and (english := _was_not(piece.english)) is not None:
        arabic = piece.arabic.span(never, never + 2)
        return difference("tense", arabic, english, text, 0.7)
    confirming = {behind for _, behind in places(piece.arabic, "confirming").get("words", ())}
    for n, token in enumerate(tokens):
        if token.norm not in ("عدم", "بعدم"):
            continue
        said = confirming.intersection((n, n - 1)) and n + 1 < len(tokens)
        english = _was_not(piece.english) if said else None
        if english is not None and tokens[n + 1].norm not in ("وجود", "ال"):
            arabic = piece.arabic.span(n, min(n + _AROUND, len(tokens)))
            return difference("tense", arabic, english, text, 0.7)
    return None


def _was_not(side: Side) -> Span | None:
    """``was not disclosed``, where nothing in the sentence looks ahead from the past."""
    tokens = side.tokens
    if any(token.norm in ("would", "will", "should", "shall") for token in tokens):
        return None
    for n in range(len(tokens) - 2):
        verb = tokens[n + 2].norm
        denied = tokens[n].norm in ("was", "were") and tokens[n + 1].norm == "not"
        if denied and (verb.endswith(("ed", "en", "wn")) or verb in _PARTICIPLES):
            return side.span(n, n + 3)
    return None


def _ahead(piece: Piece, text: str) -> Difference | None:
    """A future in one version, nothing but the past in the other."""
    ours, theirs = piece.arabic, piece.english
    ahead = _first_future(ours.tokens)
    if ahead is not None and not places(theirs, "ahead"):
        past = _past_in_english(theirs.tokens)
        if past is not None:
            arabic, english = ours.span(ahead, ahead + 1), theirs.span(past, past + 1)
            return difference("tense", arabic, english, text, 0.7)
    will = [n for n, token in enumerate(theirs.tokens) if token.norm in ("will", "shall")]
    if not will or places(ours, "ahead") or any(map(_may_be_ahead, ours.tokens)):
        return None
    over = [n for n in range(len(ours.tokens)) if cue(ours.tokens, n, "ar") == "past"]
    if not over:
        return None
    english = theirs.span(will[0], min(will[0] + 2, len(theirs.tokens)))
    return difference("tense", ours.span(over[-1], over[-1] + 1), english, text, 0.6)


def _first_future(tokens: Sequence[Token]) -> int | None:
    """The first verb with ``سـ`` in front, or سوف."""
    return next(
        (
            n
            for n, token in enumerate(tokens)
            if token.norm.startswith(("س", "وس", "فس")) and cue(tokens, n, "ar") == "future"
        ),
        None,
    )


def _past_in_english(tokens: Sequence[Token]) -> int | None:
    return next(
        (
            n
            for n, token in enumerate(tokens)
            if token.norm in ("was", "were", "had", "met", "held", "took", "went", "made", "came")
            or (token.norm.endswith("ed") and len(token.norm) > 4 and not token.capital)
        ),
        None,
    )


def _may_be_ahead(token: Token) -> bool:
    """Whether an Arabic word may be an imperfect, which is of the present and the future."""
    return token.kind == "word" and any(
        form[:1] in ("ي", "ت", "ن") and len(form) > 3 for form in forms(token.norm)
    )
