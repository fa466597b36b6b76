"""The small words of English around verbs of speech."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.press.names.vocabulary import labels
from wasit.press.statements.pieces import Piece
from wasit.press.statements.words import meanings, words

PRONOUNS = words("en", "pronouns")
ARTICLES = words("en", "articles")
OWNERS = words("en", "owners")
PREPOSITIONS = words("en", "prepositions")
BREAKS = words("en", "breaks")
AUXILIARIES = words("en", "auxiliaries")
PERFECT = words("en", "perfect")
PASSIVE = words("en", "passive")
BEFORE_INFINITIVE = words("en", "before_infinitive")
TELL = words("en", "tell")
TELL_ONLY = words("en", "tell_only")
PATTERN = {
    "put": "at",
    "estimate": "at",
    "see": "as",
    "regard": "as",
    "view": "as",
    "describe": "as",
    "characterise": "as",
    "characterize": "as",
    "call": "call",
    "find": "find",
    "list": "",
}
"""The word without which a noun behind the verb is no statement."""
FEELINGS = meanings("en", "feelings")
"""Behind "voiced" and "expressed"."""
EXPRESS = words("en", "express")
NEGATABLE = words("en", "negatable")
DECLINE = words("en", "decline")
TIMES = words("en", "times")
FINITE = words("en", "finite")
TOGETHER = "&"
"""The head of a speaker that is several parties."""
LONGEST_NAME = 16
"""Pieces a speaker may be described in."""
OPENINGS = words("en", "openings")
NOBODY = words("en", "nobody")
CONNECTIVES = words("en", "connectives")
LISTENERS = words("en", "listeners")
BARE = words("en", "bare")
"""Verbs behind which a clause may stand without "that"."""
OBJECT_FIRST = {
    "urge": ("to",),
    "request": ("to",),
    "ask": ("to",),
    "invite": ("to",),
    "implore": ("to",),
    "exhort": ("to",),
    "call": ("to", "for"),
    "appeal": ("to", "for"),
    "accuse": ("of",),
    "blame": ("for",),
    "order": ("to",),
    "require": ("to",),
}
AFTER_FEELING = words("en", "after_feeling")
QUESTIONS = words("en", "questions")
CITING = words("en", "citing")
PLURALS = words("en", "plurals")
"""Forms of verbs that are nouns behind an adjective."""
ADJECTIVE = ("an", "ish", "ese", "ern", "al", "ic", "ous", "ive")
"""Endings of adjectives."""
RELATIVE = words("en", "relative")
"""Behind "a source", "the states": what goes on about them."""
PARTY_HEADS = words("en", "party_heads")
PARTIES = (
    "government",
    "party",
    "alliance",
    "coalition",
    "union",
    "group",
    "front",
    "movement",
    "states",
    "countries",
)
SPEAKERS = words("en", "speakers")
CONDITIONS = words("en", "conditions")
LOOSE = words("en", "loose")
"""What is left over at the end where another attribution follows."""
TO_OUTLET = words("en", "to_outlet")


def adverb(piece: Piece) -> bool:
    """Whether a word may stand between a speaker and the verb."""
    return (
        piece.norm in AUXILIARIES
        or piece.norm in TIMES
        or (piece.norm.endswith("ly") and not piece.capital)
        or piece.text.endswith(("n't", "n’t"))
    )


def third_person(piece: Piece) -> bool:
    """Whether a word may be a verb in the third person: said without "that" before it."""
    return piece.norm.endswith(("es", "s")) and not piece.labels and len(piece.norm) > 4


def speaking(piece: Piece) -> bool:
    """Whether a word says what somebody is, or names a body that may speak."""
    if piece.labels & {"title", "group", "organisation", "outlet"}:
        return True
    if piece.norm in SPEAKERS or piece.norm.rstrip("s") in SPEAKERS:
        return True
    return piece.norm.endswith("ies") and bool(
        labels(piece.norm[:-3] + "y", "en") & {"organisation", "outlet"}
    )


def withheld(pieces: Sequence[Piece], n: int) -> int | None:
    """Where what is held back begins, if piece ``n`` is the verb: ``declined to name``.

    A question behind "did not say" is held back as well.
    """
    if n + 2 >= len(pieces):
        return None
    if declines(pieces[n]):
        return n + 2 if pieces[n + 1].norm == "to" else None
    did_not = n > 1 and pieces[n - 1].norm == "not" and pieces[n - 2].norm in ("did", "would")
    if did_not or (n and pieces[n - 1].text in ("didn't", "didn’t", "wouldn't", "wouldn’t")):
        asks = pieces[n + 1].norm in QUESTIONS
        return n if asks and any(verb.form == "plain" for verb in pieces[n].verbs) else None
    return None


def declines(piece: Piece) -> bool:
    """Whether a word is a form of "decline" or "refuse"."""
    return any(verb.lemma in DECLINE for verb in piece.verbs)
