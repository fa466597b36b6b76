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
    "brand": "call",
    "dub": "call",
    "label": "call",
    "find": "find",
    "list": "",
}
"""The word without which a noun behind the verb is no statement."""
FEELINGS = meanings("en", "feelings")
"""Behind "voiced" and "expressed"."""
EXPRESS = words("en", "express")
NEGATABLE = words("en", "negatable")
DECLINE = words("en", "decline")
NEVER_BEHIND = DECLINE | words("en", "never_behind")
"""Verbs that do not stand behind what is said."""
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
FRAME_ADJECTIVES = meanings("en", "frame_adjectives")
"""Behind "was", before what is said: ``adamant``, ``confident``; by what the speaker does."""
FRAME_NOUNS = meanings("en", "frame_nouns")
"""What is said is called so: ``message``, ``warning``; by what the speaker does."""
OF_VIEW = words("en", "of_view")
"""Behind "of the": ``of the view that``."""
BE = words("en", "be")
LIGHT = words("en", "light")
"""Verbs that only carry a noun: ``gave assurances that``."""
UNSURE = words("en", "unsure")
"""Adjectives whose negation is a doubt."""
NOT_SURE = "expect"
OF_A_SOURCE = frozenset(("according", "in", "as"))
"""Words that may begin "according to", "in the words of", "as A put it"."""
OPINIONS = words("en", "opinions")
"""Behind "in the", before whose they are: ``words``, ``view``."""
RELAYED = words("en", "relayed")
"""Verbs of speech within what somebody else says: ``said that A had told B that``."""
ANONYMOUS = words("en", "anonymous")
UNNAMED = words("en", "unnamed")
"""What a source asks for: ``anonymity``."""
BEFORE_PARTICIPLE = words("en", "before_participle")
ABROAD = words("en", "abroad")
"""Unions that are no party of their own: they state what they welcome or offer."""
MOVED = words("en", "moved")
"""Before "to" and a verb of speech: ``quick to deny``."""
RESUMING = words("en", "resuming")
"""Words with which a sentence goes on behind an attribution in its middle."""
REFERRING = words("en", "referring")
"""Behind a comma, where what is said is over: ``referring to``."""
SPANS_OF_TIME = words("en", "spans_of_time")
IMMEDIATE = words("en", "immediate")
"""Verbs of speech only with "that" right behind them: ``held that``."""
HELD_BACK = words("en", "held_back")
"""Near "refused to": what is not told, which is no refusal of a demand."""
VOWS = words("en", "vows")
"""Verbs that reject where "not" follows: ``vowed not to``."""


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
    one = piece.norm.removesuffix("s")
    if piece.norm in SPEAKERS or one in SPEAKERS:
        return True
    if one != piece.norm and labels(one, "en") & {"title", "group", "organisation", "outlet"}:
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
