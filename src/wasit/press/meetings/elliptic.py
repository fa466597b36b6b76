"""Encounters told by their number alone: the first was in Oslo, *the second* in Bergen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.meetings.scene import Scene

_PLACE_REACH = 6
"""How far behind a number alone the place or the day of its encounter may stand."""
_BEHIND = {
    "en": frozenset(
        ("in", "at", "on", "was", "would", "is", "will", "took", "has", "had", "came",
         "followed", "ended", "opened", ",", "last", "this", "next")
    ),
    "ar": frozenset(("في", "قد", "فقد", "كانت", "عقدت", "ستعقد", "جرت", "يوم", "،", "مطلع")),
}  # fmt: skip
"""What stands behind a number that has no noun."""
_ANOTHER = "another"
_IS = frozenset(("is", "was", "will", "has"))


def may_be_elliptic(tokens: Sequence[Token], cues: Sequence[Cue]) -> bool:
    """Whether a sentence without a word of encounter is worth a look."""
    opens = bool(tokens) and tokens[0].norm == _ANOTHER
    return opens or any(cue.sort == "ordinals" or _is_one(tokens, cue) for cue in cues)


def elliptic(scene: Scene, anchors: Sequence[Cue], told_before: bool) -> list[Cue]:
    """The numbers in ``scene`` that stand for an encounter; ``told_before``: by a sentence."""
    if not anchors and not told_before:
        return []
    found = []
    ones = [cue for cue in scene.of("planned") if _is_one(scene.tokens, cue)]
    for cue in [*scene.of("ordinals"), *ones]:
        if cue.first and "حرف" in scene.tokens[cue.first - 1].norm:
            continue  # بالأحرف الأولى
        known = told_before or any(one.behind <= cue.first for one in anchors)
        alone = all(
            scene.far((cue.first, cue.behind), (one.first, one.behind)) > 1 for one in anchors
        )
        if known and alone and _has_no_noun(scene, cue.behind) and _is_somewhere(scene, cue):
            found.append(Cue("nouns", "one", cue.first, cue.behind))
    found += _resumed(scene, anchors)
    if told_before and scene.language == "en" and len(scene.tokens) > 1:
        first, second = scene.tokens[0].norm, scene.tokens[1].norm
        cue = Cue("nouns", "one", 0, 1)
        if first == _ANOTHER and second in _IS and _is_somewhere(scene, cue):
            found.append(cue)
    return found


def _resumed(scene: Scene, anchors: Sequence[Cue]) -> Iterator[Cue]:
    """Verbs that go on with what was told: ended there, *and will resume in* Kuwait."""
    for cue in scene.of("opening"):
        cue = Cue("nouns", "one", cue.first, cue.behind)
        before = [token.norm for token in scene.tokens[max(cue.first - 2, 0) : cue.first + 1]]
        joined = any(word == "and" or word.startswith("و") for word in before)
        near = any(
            place.at and place.first - cue.behind in (0, 1) for place in scene.places
        ) or any(first - cue.behind in (0, 1) for first, _, _ in scene.dates)
        known = any(one.behind <= cue.first for one in anchors)
        if (
            joined
            and near
            and known
            and all(
                one.behind <= cue.first or one.first - cue.behind > _PLACE_REACH for one in anchors
            )
        ):
            yield cue


def _is_one(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a word stands for a noun with *one*: the previous *one*."""
    if cue.sort != "planned" or cue.idea not in ("previous", "next"):
        return False
    return cue.behind < len(tokens) and tokens[cue.behind].norm == "one"


def _has_no_noun(scene: Scene, behind: int) -> bool:
    if behind >= len(scene.tokens):
        return False
    word = scene.tokens[behind].norm
    if word == "one" and behind + 1 < len(scene.tokens):
        word = scene.tokens[behind + 1].norm
    joined = scene.language == "ar" and any(one.first == behind and one.at for one in scene.places)
    return joined or word in _BEHIND[scene.language]


def _is_somewhere(scene: Scene, cue: Cue) -> bool:
    """Whether a place or day is told right behind."""
    near = range(cue.behind, cue.behind + _PLACE_REACH)
    return any(place.at and place.first in near for place in scene.places) or any(
        first in near for first, _, _ in scene.dates
    )
