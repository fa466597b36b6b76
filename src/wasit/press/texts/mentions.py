"""Where a text speaks of documents, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wasit.language.numbers import numerals
from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.texts.lengths import Length, lengths
from wasit.press.texts.phrase import span_of
from wasit.press.texts.scene import Scene, deed_of, handed_of

_NEAR = 8
"""How far from its noun a length may stand, in words."""
_EVENT_NEAR = 6
_ADJECTIVES = 4
"""How many words may stand between *19-point* and its noun."""
_WEAK = frozenset(
    ("agreement", "initiative", "package", "list", "map", "constitution", "resolution",
     "programme", "notice")
)  # fmt: skip
"""Nouns that alone do not say that a document lies on the table."""
_WEAK_EVENTS = frozenset(
    ("signed", "pending", "rejected", "amended", "accepted", "not voted on", "postponed")
)
_HANDED = frozenset(("presented", "received", "circulated"))
"""A list is on the table when it was handed over."""
_NOTICE_EVENTS = frozenset(("signed", "accepted", "rejected"))
_STRICT = _WEAK_EVENTS | {
    "circulated", "accepted in part", "presented", "received", "agreed", "on the table"
}  # fmt: skip
"""What must become of a document without a number for it to be listed."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document, or several, in one sentence."""

    paragraph: int
    span: Span
    """The words it is called by."""
    noun: str
    """The idea of its noun: ``plan``, ``draft``, ``paper``, …"""
    sentence: Span
    before: int | None = None
    after: int | None = None
    count: int | None = None
    unit: str | None = None
    event: str | None = None
    deed: Span | None = None
    """The word that says what became of it."""
    handed: tuple[str, Span] | None = None
    """Whether it was presented, received or circulated, and the word that says so."""
    bare: bool = False
    """Whether it is called by nothing but its noun: *the draft*, most likely one known already."""

    @property
    def numbers(self) -> tuple[int | None, int | None, int | None]:
        """What tells one text from another."""
        return self.before, self.after, self.count


def mentions(document: Document, language: Language) -> list[Mention]:
    """The documents named in one language, in the order of the text."""
    found: list[Mention] = []
    last: Mention | None = None
    for paragraph, sentence in document.sentences(language):
        scene = Scene(sentence, language)
        if not scene.nouns and not any(cue.sort in ("units", "counted") for cue in scene.cues):
            continue
        for mention in _in_sentence(scene, paragraph.index, last):
            found.append(mention)
            last = mention
        if scene.nouns:
            last = _plain(scene, scene.nouns[-1], paragraph.index)
    return found


def _in_sentence(scene: Scene, paragraph: int, last: Mention | None) -> Iterator[Mention]:
    numbers = numerals(scene.tokens, scene.language)
    taken: set[int] = set()
    if numbers or scene.language == "ar":
        for length in lengths(scene.tokens, numbers, scene.cues, scene.language):
            mention = _with_length(scene, length, paragraph, last, taken)
            if mention:
                yield mention
    for cue in scene.nouns:
        if cue.first not in taken:
            unnumbered = _without_number(scene, cue, paragraph)
            if unnumbered:
                yield unnumbered


def _with_length(
    scene: Scene, length: Length, paragraph: int, last: Mention | None, taken: set[int]
) -> Mention | None:
    if length.count is not None and length.noun is not None:
        first, behind = scene.phrase(length.noun)
        first = min(first, length.first)
        taken.update(range(first, behind))
        event = scene.event(first, behind)
        return Mention(
            paragraph,
            span_of(scene.tokens, first, behind, scene.language),
            length.noun.idea,
            scene.whole,
            count=length.count,
            event=scene.idea(event),
            deed=deed_of(scene, event),
            handed=handed_of(scene, first, behind),
        )
    noun = _noun_near(scene, length)
    if noun is None and not (length.definite and last) and length.before is None:
        return None
    if noun is None and length.unit == "pages" and last is None:
        return None
    if noun is not None:
        first, behind = scene.phrase(noun)
        taken.update(range(first, behind))
        span, name = span_of(scene.tokens, first, behind, scene.language), noun.idea
        if length.before is None and 1 <= length.first - behind <= 2 and scene.language == "ar":
            # الخطة ذات الـ19 بنداً
            span = span_of(scene.tokens, first, length.behind, scene.language)
        around = min(first, length.first), max(behind, length.behind)
    else:
        around = length.first, length.behind
        span, name = span_of(scene.tokens, *around, scene.language), "text"
        if last is not None:
            span, name = last.span, last.noun
    event = scene.event(*around)
    idea = scene.idea(event)
    if length.before is not None and length.after is not None:
        idea = "reduced" if length.after < length.before else "expanded"
    return Mention(
        paragraph,
        span,
        name,
        scene.whole,
        before=length.before,
        after=length.after,
        unit=length.unit,
        event=idea,
        deed=deed_of(scene, event),
        handed=handed_of(scene, *around),
    )


def _noun_near(scene: Scene, length: Length) -> Cue | None:
    """The document a length is of: beside it, or before it in the same clause."""
    best: tuple[int, Cue] | None = None
    hyphen = length.first + 1
    adjective = hyphen < len(scene.tokens) and scene.tokens[hyphen].text == "-"
    for cue in scene.nouns:
        if adjective and not length.behind <= cue.first <= length.behind + _ADJECTIVES:
            continue  # a two-page reply is no document known by another noun
        if length.before is None and length.first <= cue.first < length.behind:
            continue
        far = scene.distance(length.first, length.behind, cue)
        far += 0 if cue.first < length.first else 2
        reach = _NEAR * 2 if length.before is not None else _NEAR
        if far <= reach and (best is None or far < best[0]):
            best = far, cue
    return best[1] if best else None


def _without_number(scene: Scene, cue: Cue, paragraph: int) -> Mention | None:
    """A document that something definite becomes of, called by more than its noun."""
    first, behind = scene.phrase(cue)
    if cue.idea == "agreement" and _dated(scene.tokens, cue):
        span = span_of(scene.tokens, *_with_day(scene, cue), scene.language)
        return Mention(paragraph, span, cue.idea, scene.whole, event="agreed")
    named = behind - first > cue.behind - cue.first or cue.behind - cue.first > 1
    allowed = _WEAK_EVENTS if cue.idea in _WEAK else _STRICT
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
    if not named and not _definite(scene.tokens, cue, scene.language) and event.idea != "signed":
        return None
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
        bare=not named,
    )


def _plain(scene: Scene, cue: Cue, paragraph: int) -> Mention:
    return Mention(paragraph, scene.span(cue), cue.idea, scene.whole)


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
