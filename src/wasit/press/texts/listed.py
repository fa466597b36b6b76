"""Documents told together by what each is about, of one of which more is told.

*Three annexes, on property, on gas and on guarantees; the last was returned unread.*
"""

from __future__ import annotations

from collections.abc import Iterator

from wasit.language.spans import Language
from wasit.press.cues import Cue
from wasit.press.texts.mention import Mention
from wasit.press.texts.phrase import span_of, stops
from wasit.press.texts.scene import Scene, deed_of
from wasit.press.texts.units import Length

_REACH = 24
"""How far behind the documents the list of them goes, in words."""
_TOLD = 6
"""How far behind *the last* it is told what became of it."""
_ABOUT: dict[Language, tuple[str, ...]] = {
    "en": ("on", "about", "concerning", "covering"),
    "ar": ("عن", "حول", "بشان", "تخص"),
}
_WHICH: dict[Language, dict[str, int]] = {
    "en": {"first": 0, "second": 1, "third": 2, "last": -1, "latter": -1, "former": 0},
    "ar": {"الاول": 0, "الثاني": 1, "الثالث": 2, "الاخير": -1},
}


def one_of_several(scene: Scene, length: Length, paragraph: int) -> Iterator[Mention]:
    """The one of counted documents of which a sentence tells what became of it alone."""
    noun = length.noun
    if noun is None or noun.idea not in ("annex", "paper", "protocol", "draft"):
        return
    topics = _topics(scene, noun.behind)
    if len(topics) < 2:
        return
    ordinals = _WHICH[scene.language]
    for n in range(topics[-1][1], min(topics[-1][1] + _REACH, len(scene.tokens))):
        which = ordinals.get(scene.tokens[n].norm)
        event = _event(scene, n) if which is not None else None
        idea = scene.idea(event)
        if which is None or event is None or idea is None or which >= len(topics):
            continue
        first, behind = topics[which]
        yield Mention(
            paragraph,
            span_of(scene.tokens, first, behind, scene.language),
            noun.idea,
            scene.whole,
            event=idea,
            deed=deed_of(scene, event),
        )
        return


def _event(scene: Scene, n: int) -> Cue | None:
    """What is told of the document that token ``n`` points at, in the same clause."""
    for cue in scene.events:
        between = scene.tokens[min(n, cue.behind) : max(n, cue.first)]
        near = 0 < cue.first - n <= _TOLD or (scene.language == "ar" and 0 < n - cue.behind < 2)
        if near and not any(token.text in ",;،؛" for token in between):
            return cue
    return None


def _topics(scene: Scene, start: int) -> list[tuple[int, int]]:
    """What each of the documents is about: the words behind every *on* of the list."""
    found: list[tuple[int, int]] = []
    ends = stops(scene.language)
    about = _ABOUT[scene.language]
    n = start
    while n < min(start + _REACH, len(scene.tokens)):
        token = scene.tokens[n]
        if token.text in ";؛.":
            break
        if token.norm in about:
            first = n + 1
            while first < len(scene.tokens) and scene.tokens[first].norm in ("the", "a", "an"):
                first += 1
            behind = first
            while (
                behind < len(scene.tokens)
                and scene.tokens[behind].kind == "word"
                and scene.tokens[behind].norm not in ends
            ):
                behind += 1
            if behind > first:
                found.append((first, behind))
            n = behind
        else:
            n += 1
    return found
