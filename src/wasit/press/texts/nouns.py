"""The noun of the document a length is of."""

from __future__ import annotations

from wasit.press.cues import Cue
from wasit.press.texts.scene import Scene
from wasit.press.texts.units import NEEDS_A_NOUN, Length

_NEAR = 8
"""How far from its noun a length may stand, in words."""
_SUBJECT = 3
"""Before which word of a sentence its subject begins."""
OF_DOCUMENTS = frozenset(("pages", "brackets", "articles", "paragraphs", "clauses"))
"""Units that hardly anything but a document has."""
_ADJECTIVES = 4
"""How many words may stand between *19-point* and its noun."""


def noun_near(scene: Scene, length: Length) -> Cue | None:
    """The document a length is of: beside it, or before it in the same clause."""
    best: tuple[int, Cue] | None = None
    hyphen = length.first + 1
    adjective = hyphen < len(scene.tokens) and scene.tokens[hyphen].text == "-"
    for cue in scene.nouns:
        inside = length.before is not None and hyphen < cue.first <= hyphen + 1 + _ADJECTIVES
        if adjective and not (inside or length.behind <= cue.first <= length.behind + _ADJECTIVES):
            continue  # a two-page reply is no document known by another noun
        within = length.first <= cue.first < length.behind
        if within and (length.before is None or _is_counted(scene, cue)):
            continue  # 26 articles and three annexes, after 33 articles: of no annex
        far = scene.distance(length.first, length.behind, cue)
        if cue.first >= length.behind:
            if not adjective and not _belongs_behind(scene, length, cue):
                continue  # shares fell 12 points after the deal
            far += 2 if adjective or not _another_before(scene, length, cue) else _NEAR
        wide = length.before is not None or length.unit in OF_DOCUMENTS
        reach = _NEAR * 2 if wide else _NEAR // 2 if length.unit in NEEDS_A_NOUN else _NEAR
        if far <= reach and (best is None or far < best[0]):
            best = far, cue
    return best[1] if best else None


def _is_counted(scene: Scene, cue: Cue) -> bool:
    """Whether a number of its own stands before a noun: *three* annexes."""
    before = scene.tokens[cue.first - 1] if cue.first else None
    counted = any(one.sort == "counted" and one.first == cue.first for one in scene.cues)
    return counted and before is not None and before.norm not in ("the", "these")


def _another_before(scene: Scene, length: Length, cue: Cue) -> bool:
    """Whether a document stands before the length, so that the one behind is another."""
    return any(one.first < length.first for one in scene.nouns if one is not cue)


def verb_before(scene: Scene, length: Length) -> Cue | None:
    """The document named last, where a verb of length is right before: *runs to* two pages."""
    if length.unit not in OF_DOCUMENTS or not any(
        cue.sort == "length" and cue.behind == length.first and cue.behind - cue.first > 1
        for cue in scene.cues
    ):
        return None
    before = [noun for noun in scene.nouns if noun.behind <= length.first]
    return before[-1] if before else None


def subject(scene: Scene, length: Length) -> Cue | None:
    """The document a sentence begins with, for a change told at its end, or how it started."""
    if not scene.nouns or scene.nouns[0].first > _SUBJECT:
        return None
    started = any(0 <= length.first - cue.behind <= _SUBJECT + 1 for cue in scene.of("start"))
    if length.before is None and not started:
        return None
    return scene.nouns[0] if scene.nouns[0].behind <= length.first else None


def _belongs_behind(scene: Scene, length: Length, cue: Cue) -> bool:
    """Whether a document named behind a length has it: six points *of the* plan."""
    if length.before is not None:
        return True
    between = scene.tokens[length.behind : cue.first]
    links = (
        ("of", "in", "to", "make", "form", "constitute") if scene.language == "en" else ("من", "في")
    )
    return not between or between[0].norm in links or len(between) <= 1
