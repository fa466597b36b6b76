"""Where a text speaks of documents, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wasit.language.numbers import numerals
from wasit.language.spans import Language
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.texts.lengths import lengths
from wasit.press.texts.listed import one_of_several
from wasit.press.texts.mention import Mention
from wasit.press.texts.nouns import OF_DOCUMENTS, noun_near, subject, verb_before
from wasit.press.texts.phrase import span_of
from wasit.press.texts.scene import Scene, deed_of, handed_of
from wasit.press.texts.units import NEEDS_A_NOUN, ONLY_IN_CHANGES, Length, is_whole, of_something
from wasit.press.texts.unnumbered import without_number

_NEAR = 8
"""How far from its noun a length may stand, in words."""
_BESIDE = 2
"""How far before a change may stand another noun for what is changed: محضر *من* تسع نقاط."""
_CHANGES = frozenset(("reduced", "expanded"))
_STATE = 6
"""How far before its length a word for the state of a document may stand."""
_STARTED = 4
"""How far behind *started* a length may stand that a document had at first."""
_OPENING = 6
"""Before which word of a sentence its number stands that goes on with what is known."""
_GENERIC = frozenset(("document", "text", "paper"))
"""Nouns by which a document is called again."""


def mentions(document: Document, language: Language) -> list[Mention]:
    """The documents named in one language, in the order of the text."""
    found: list[Mention] = []
    last: Mention | None = None
    told: Mention | None = None
    for paragraph, sentence in document.sentences(language):
        scene = Scene(sentence, language)
        if paragraph.kind == "heading" and not scene.of("terms"):
            continue  # a headline repeats what the report tells, or plays with it
        if not scene.nouns and not any(
            cue.sort in ("units", "counted", "left") for cue in scene.cues
        ):
            continue
        rest = _rest(scene, told) or _state_before(scene, told)
        if rest is not None:
            found.append(rest)
        for mention in _in_sentence(scene, paragraph.index, last):
            found.append(mention)
            last = mention
            told = mention if mention.after is not None else told
        if scene.nouns:
            last = _plain(scene, scene.nouns[-1], paragraph.index)
    return found


def _in_sentence(scene: Scene, paragraph: int, last: Mention | None) -> Iterator[Mention]:
    numbers = numerals(scene.tokens, scene.language)
    taken: set[int] = set()
    if numbers or scene.language == "ar" or any(cue.sort == "pairs" for cue in scene.cues):
        before: tuple[Length, Mention] | None = None
        for length in lengths(scene.tokens, numbers, scene.cues, scene.language):
            mention = _with_length(scene, length, paragraph, last, taken)
            if mention is None and before is not None and _goes_on(before[0], length):
                # 77 pages, with some 3,700 brackets.
                mention = replace(
                    before[1], before=length.before, after=length.after, unit=length.unit
                )
            if mention:
                if length.before is not None:
                    taken.update(range(max(length.first - _BESIDE, 0), length.behind))
                before = length, mention
                yield mention
                yield from one_of_several(scene, length, paragraph)
    for cue in scene.nouns:
        if cue.first not in taken:
            unnumbered = without_number(scene, cue, paragraph)
            if unnumbered:
                yield unnumbered


def _rest(scene: Scene, last: Mention | None) -> Mention | None:
    """What is left of a document told in a sentence before: By Tuesday *29 were left*."""
    if last is None or last.after is None or last.before is not None:
        return None
    if not scene.of("left") and not scene.of("now"):
        return None
    for number in numerals(scene.tokens, scene.language):
        beside = any(cue.first == number.behind for cue in scene.of("left")) or (
            scene.language == "ar"
            and any(0 <= number.first - cue.behind <= 1 for cue in scene.of("now"))
        )
        if beside and is_whole(number) and number.high < last.after:
            at = span_of(scene.tokens, number.first, number.behind, scene.language)
            return Mention(
                last.paragraph, last.span, last.noun, scene.whole, after=int(number.high),
                unit=last.unit, event="reduced", deed=at, changed=True,
            )  # fmt: skip
    return None


def _state_before(scene: Scene, last: Mention | None) -> Mention | None:
    """The length of the state before, without its unit: An earlier text *had twelve*."""
    if last is None or last.after is None or last.before is not None:
        return None
    for number in numerals(scene.tokens, scene.language):
        had = any(cue.sort == "length" and cue.behind == number.first for cue in scene.cues)
        if not had or not is_whole(number) or number.high == last.after:
            continue
        if of_something(scene.tokens, number, scene.language) or not any(
            0 <= number.first - cue.behind <= _STARTED
            for cue in (*scene.of("earlier"), *scene.of("prior"))
        ):
            continue
        at = span_of(scene.tokens, number.first, number.behind, scene.language)
        return Mention(
            last.paragraph, last.span, last.noun, scene.whole, before=int(number.high),
            after=last.after, unit=last.unit, event=last.event, deed=at, changed=True,
        )  # fmt: skip
    return None


def _goes_on(before: Length, length: Length) -> bool:
    """Whether a length is of the document the one before is of."""
    return length.unit in OF_DOCUMENTS and length.first - before.behind <= _NEAR


def _with_length(
    scene: Scene, length: Length, paragraph: int, last: Mention | None, taken: set[int]
) -> Mention | None:
    if length.count is not None and length.noun is not None:
        if length.whole or (length.noun.idea == "option" and not _is_of_a_document(scene, length)):
            return None
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
    noun = noun_near(scene, length) or subject(scene, length) or verb_before(scene, length)
    if noun is None and length.unit in NEEDS_A_NOUN:
        return None
    if length.before is None and length.unit in ONLY_IN_CHANGES:
        return None
    if length.unit in NEEDS_A_NOUN and not length.to and _into(scene, length):
        return None  # to be carried out, or split, in stages
    known = last is not None and (length.definite or length.to or _is_its_length(scene, length))
    part = length.whole and length.unit in OF_DOCUMENTS | {"points", "chapters"}
    if noun is None and not known and not part and length.before is None:
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
        if length.to:
            # A revised version, trimmed to 13 clauses, is the document told before.
            taken.update(
                n
                for cue in scene.nouns
                if cue.idea == "text" and 0 <= length.first - cue.behind <= _STATE
                for n in range(cue.first, cue.behind)
            )
    event = scene.event(*around)
    idea = scene.idea(event)
    if length.to and idea not in _CHANGES:
        event = next(cue for cue in scene.events if cue.idea in _CHANGES)
        idea = event.idea
    if idea is None:
        idea = _state(scene, *around)
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
        changed=length.to,
        definite=length.definite or _known(scene, around),
        known=noun is not None and noun.idea in _GENERIC and _known(scene, around),
        earlier=any(
            (cue.sort == "earlier" and 0 <= length.first - cue.behind <= _NEAR)
            or (cue.sort == "start" and 0 <= length.first - cue.behind <= _STARTED)
            for cue in scene.cues
        ),
    )


def _state(scene: Scene, first: int, behind: int) -> str | None:
    """What its own words say became of a document: الصيغة *المقلصة*."""
    for cue in scene.events:
        if first <= cue.first and cue.behind <= behind and cue.idea in (*_CHANGES, "amended"):
            return cue.idea
    return None


def _is_of_a_document(scene: Scene, length: Length) -> bool:
    """Whether what is counted stands in a document: three options *in paragraph 14*."""
    return any(
        (cue.sort == "units" or (cue.sort == "documents" and cue.idea != "offer"))
        and not length.first <= cue.first < length.behind
        and scene.distance(length.first, length.behind, cue) <= _NEAR
        for cue in scene.cues
    )


def _into(scene: Scene, length: Length) -> bool:
    before = scene.tokens[length.first - 1].norm if length.first else ""
    return length.before is None and before in ("into", "over", "الي")


def _known(scene: Scene, around: tuple[int, int]) -> bool:
    first = around[0]
    if scene.language == "ar":
        return "ال" in scene.tokens[first].norm[:4]
    return first > 0 and scene.tokens[first - 1].norm in ("the", "this", "that")


def _is_its_length(scene: Scene, length: Length) -> bool:
    """Whether a sentence about something known begins with how long it is: *It runs to* 40 pages.

    Only of a unit that documents alone have.
    """
    return (
        length.unit in OF_DOCUMENTS
        and length.first <= _OPENING
        and any(cue.sort == "length" and 0 <= length.first - cue.behind <= 1 for cue in scene.cues)
    )


def _plain(scene: Scene, cue: Cue, paragraph: int) -> Mention:
    return Mention(paragraph, scene.span(cue), cue.idea, scene.whole)
