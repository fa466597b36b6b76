"""Documents told without a number: what must become of them to be listed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.lexicons import data
from wasit.press.texts.mention import Mention
from wasit.press.texts.phrase import span_of
from wasit.press.texts.scene import Scene, deed_of, handed_of

_EVENT_NEAR = 6
_ONLY_WITH_NUMBERS = frozenset(("offer",))
"""What is a document only where its length is told: an offer *of eight clauses*."""
_SPECIFIC = frozenset(("memorandum", "protocol", "treaty", "framework"))
"""Nouns that say of themselves that they are of talks."""
_WEAK = frozenset(
    ("agreement", "truce", "initiative", "package", "list", "map", "constitution", "resolution",
     "programme", "notice")
)  # fmt: skip
"""Nouns that alone do not say that a document lies on the table."""
_WEAK_EVENTS = frozenset(
    ("signed", "pending", "rejected", "amended", "accepted", "not voted on", "postponed")
)
_HANDED = frozenset(("presented", "received", "circulated"))
"""A list is on the table when it was handed over."""
_WITHIN = frozenset(("in", "within", "في", "ضمن"))
"""What stands before a document that holds what is told of."""
_CONTENT = frozenset(("to", "that", "القاضي", "القاضيه", "الداعي", "الداعيه", "بان", "الرامي"))
"""What a proposal that is no paper is followed by."""
_SAID = frozenset(("said", "says", "told", "added", "stated", "insisted"))
_PERFECT = frozenset(("had", "has", "have", "was", "were", "been"))
_ACCEPTED = frozenset(("accepted", "accepted in part"))
_NOTICE_EVENTS = frozenset(("signed", "accepted", "rejected"))
_STRICT = _WEAK_EVENTS | {
    "circulated", "accepted in part", "presented", "received", "agreed", "on the table"
}  # fmt: skip
"""What must become of a document without a number for it to be listed."""


def without_number(scene: Scene, cue: Cue, paragraph: int) -> Mention | None:
    """A document that something definite becomes of, called by more than its noun."""
    first, behind = scene.phrase(cue)
    if cue.idea == "agreement" and _dated(scene.tokens, cue):
        span = span_of(scene.tokens, *_with_day(scene, cue), scene.language)
        return Mention(paragraph, span, cue.idea, scene.whole, event="agreed")
    named = (
        behind - first > cue.behind - cue.first
        or cue.behind - cue.first > 1
        or cue.idea in _SPECIFIC
        or (cue.idea == "list" and _lists(scene, cue))
        or any(one.first == behind and one.idea == "amended" for one in scene.events)
    )
    if cue.idea == "constitution" and _is_what_is_asked(scene, cue):
        return None
    if cue.idea in _ONLY_WITH_NUMBERS or _is_a_timetable(scene, cue):
        return None
    allowed = _WEAK_EVENTS if cue.idea in _WEAK else _STRICT
    if cue.idea == "truce":
        allowed = _SIGNED  # to turn down a truce is a position
    if _to_be_signed(scene, cue):
        return None
    if cue.idea == "list":
        allowed = _WEAK_EVENTS | _HANDED
    event = scene.event(first, behind, _NOTICE_EVENTS if cue.idea == "notice" else allowed)
    if event is not None and scene.distance(first, behind, event) > _EVENT_NEAR:
        event = None
    if event is None:
        if cue.idea not in _WEAK and _lists_terms(scene, cue):
            return Mention(
                paragraph, scene.span(cue), cue.idea, scene.whole, event="on the table", bare=True
            )
        return None
    if (
        not named
        and not _definite(scene.tokens, cue, scene.language)
        and not _done(scene, cue, event)
    ):
        return None
    if scene.is_denied(first, event) or _describes(scene, cue) or _is_an_idea(scene, cue, behind):
        return None
    if event.behind <= first and scene.tokens[first - 1].norm in _WITHIN:
        return None  # rejects a word in the text
    if not named and cue.idea in _WEAK and event.idea not in _HANDED | {"signed"}:
        return None
    idea = scene.idea(event)
    if idea is None:
        return None
    return Mention(
        paragraph,
        span_of(scene.tokens, first, behind, scene.language),
        cue.idea,
        scene.whole,
        event=idea,
        deed=deed_of(scene, event),
        handed=handed_of(scene, first, behind),
        stance=idea in _ACCEPTED and _is_present(scene, event),
        bare=not named
        and not (event.idea == "signed" and not _definite(scene.tokens, cue, scene.language)),
    )


def _is_what_is_asked(scene: Scene, cue: Cue) -> bool:
    """Whether it is a demand that a constitution be changed, not a paper: تعديل الدستور."""
    return any(event.idea == "amended" for event in scene.events) and not scene.of("terms")


def _is_a_timetable(scene: Scene, cue: Cue) -> bool:
    """Whether it is but the time something takes: a 15-*year schedule*, جدولا زمنيا *مدته*."""
    words = [token.norm for token in scene.tokens[max(cue.first - 2, 0) : cue.behind + 2]]
    return not _TIMETABLES.isdisjoint(words) and not _LASTS.isdisjoint(words)


_TIMETABLES = frozenset(("schedule", "timetable", "calendar", "جدول", "جدولا", "الجدول"))
_LASTS = frozenset(
    ("year", "years", "month", "months", "week", "weeks", "day", "days", "مدته", "لمده", "سنوات")
)


def _to_be_signed(scene: Scene, cue: Cue) -> bool:
    """Whether a document known already is told to be signed later: to sign *the* text."""
    definite = _definite(scene.tokens, cue, scene.language) or _new(scene, cue)
    before = scene.tokens[max(cue.first - _SIGNED_NEAR, 0) : cue.first]
    return definite and any(_is_to_come(token.norm, scene.language) for token in before)


_SIGNED_NEAR = 3
"""How many words may stand between a signing and what is signed."""
_SIGNED = frozenset(("signed",))


def _new(scene: Scene, cue: Cue) -> bool:
    """Whether the article stands apart from the noun: the *new* text, وثيقة *التفاهم*."""
    tokens = scene.tokens
    if scene.language == "en":
        return cue.first > 1 and tokens[cue.first - 2].norm == "the"
    after = tokens[cue.first + 1].norm if cue.first + 1 < len(tokens) else ""
    return after.startswith("ال")


@cache
def _signing(language: Language) -> frozenset[str]:
    """Words of a signing that is to come, where they stand before a document."""
    return frozenset(folded(word) for word in data(language, "grammar")["signing"]["to come"])


def _is_to_come(norm: str, language: Language) -> bool:
    """Whether a word is of a signing to come: to *sign*, للتوقيع, على أن *يوقع*."""
    return norm in _signing(language)


def _is_present(scene: Scene, event: Cue) -> bool:
    """Whether they accept it, also as reported: *said* the union *accepted* the annex."""
    before = [token.norm for token in scene.tokens[: event.first]]
    word = scene.tokens[event.first].norm.removeprefix("و")
    if scene.language == "ar":
        return word.startswith(("ي", "ت"))
    if word == "accepted":
        return bool(_SAID & set(before)) and not _PERFECT & set(before[-3:])
    return word in ("accept", "accepts")


def _done(scene: Scene, cue: Cue, event: Cue) -> bool:
    """Whether a document new to the report is what was done: *signed* or *agreed a* charter."""
    near = event.behind <= cue.first and cue.first - event.behind <= 1
    if scene.is_refused(event):
        return False  # we will not sign a text that has no date
    return event.idea == "signed" or (
        near and cue.idea not in _WEAK and event.idea in ("agreed", "presented", "circulated")
    )


def _is_an_idea(scene: Scene, cue: Cue, behind: int) -> bool:
    """Whether it is told what is proposed, not a paper: the proposal *to* hold a vote."""
    if cue.idea not in ("proposal", "initiative"):
        return False
    near = scene.tokens[behind - 1 : behind + 1]
    return any(token.norm in _CONTENT for token in near)


def _describes(scene: Scene, cue: Cue) -> bool:
    """Whether it only says what something else is about: the settlement *mechanism*, آلية تسوية."""
    return any(one.first == cue.behind for one in scene.of("heads")) or any(
        one.behind == cue.first for one in scene.of("owners")
    )


def _lists(scene: Scene, cue: Cue) -> bool:
    """Whether it is told what a list has, by number: a list *of 200 names*, قوائم تضم 900 أسير."""
    after = scene.tokens[cue.behind : cue.behind + 3]
    return any(token.kind == "number" for token in after)


def _dated(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an agreement is called by its day: the December 4 agreement."""
    near = [n for n in (cue.first - 1, cue.behind) if 0 <= n < len(tokens)]
    return any(
        tokens[n].kind == "number" and tokens[n].norm.isdecimal() and 1 <= int(tokens[n].norm) <= 31
        for n in near
    )


def _with_day(scene: Scene, cue: Cue) -> tuple[int, int]:
    """The tokens of an agreement with its day and month."""
    tokens = scene.tokens
    if scene.language == "en":
        return max(cue.first - 2, 0), cue.behind
    behind = min(cue.behind + 2, len(tokens))
    if behind < len(tokens) and tokens[behind].norm in ("الاول", "الثاني", "الاخر", "الاخره"):
        behind += 1
    return cue.first, behind


def _lists_terms(scene: Scene, cue: Cue) -> bool:
    """Whether its terms are told: terms of the proposal, بنود المقترح."""
    return any(found.sort == "terms" and 0 <= cue.first - found.behind <= 1 for found in scene.cues)


def _definite(tokens: Sequence[Token], cue: Cue, language: Language) -> bool:
    if language == "ar":
        return "ال" in tokens[cue.first].norm[:4]
    return cue.first > 0 and tokens[cue.first - 1].norm in ("the", "its", "their", "this")
