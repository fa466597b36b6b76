"""At which places the encounters of a sentence are."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.meetings.scene import COMMA, Scene
from wasit.press.places import Place

_REACH = 24
_COUNTRY_REACH = 5
_SIGNED_REACH = 30
"""How far from its encounter a place may stand, in words."""


def assigned_places(scene: Scene, document: Document, anchors: Sequence[Cue]) -> list[list[Place]]:
    """For each anchor the places it is at, in order."""
    found: list[list[Place]] = [[] for _ in anchors]
    last: int | None = None
    behind = -1
    for place in scene.places:
        best = _anchor_of_place(scene, document, anchors, place)
        if best is None and last is not None and _goes_on(scene, place, behind):
            best = last  # in Geneva and Miami
        if best is not None and not _joined_names(scene, place):
            found[best].append(place)
        last, behind = best, place.behind
    _share_places(anchors, found)
    return found


def _share_places(anchors: Sequence[Cue], where: list[list[Place]]) -> None:
    """What is signed at the end of talks is signed where they were."""
    signed = [n for n, anchor in enumerate(anchors) if anchor.idea in ("signed", "signing")]
    for n in signed:
        for other, anchor in enumerate(anchors):
            if anchor.idea == "process" and not where[other]:
                where[other] = list(where[n])


def _goes_on(scene: Scene, place: Place, behind: int) -> bool:
    """Whether a place is joined to the one before: *and* Miami, *and again in* Rome, وفي روما."""
    words = [token.norm for token in scene.tokens[max(place.first - 3, behind) : place.first]]
    if scene.language == "ar":
        near = place.first == behind and scene.tokens[place.first].norm[:1] == "و"
        return near or "وفي" in words or "ثم" in words
    return bool(words) and any(word in ("and", "then", "again", "later") for word in words)


def _joined_names(scene: Scene, place: Place) -> bool:
    """Whether the place is part of somebody's name or title."""
    return place.sort == "told" and any(
        first < place.behind and place.first < behind for first, behind, _ in scene.named
    )


def _anchor_of_place(
    scene: Scene, document: Document, anchors: Sequence[Cue], place: Place
) -> int | None:
    best: tuple[int, int] | None = None
    for n, anchor in enumerate(anchors):
        if _names_it(scene, anchor, place):
            if place.sort == "country" and not place.at and _is_matter(document, place, scene):
                continue
            return n
        if not place.at or (
            place.heading and not (_with(scene, anchor) or _arrive(scene, anchor, place))
        ):
            continue
        far = scene.far((anchor.first, anchor.behind), (place.first, place.behind))
        if place.first < anchor.first and _where(scene, place.behind, anchor.first):
            far = 0  # will visit Berlin on Friday, where he will hold talks
        elif place.first < anchor.first:
            # In Geneva, the delegations met; else what stands before belongs to something else.
            far = 3 + (far - COMMA if place.first <= 3 and far > COMMA else 2 * far)
        if anchor.idea == "signed" and place.first > anchor.first:
            far = min(far, place.first - anchor.behind)
        reach = _COUNTRY_REACH if place.sort == "country" else _REACH
        if any(anchor.behind <= cue.first < place.first for cue in scene.of("condition")):
            continue
        if anchor.idea == "signed":
            reach = _SIGNED_REACH
        elif _elsewhere(scene, anchor, place):
            continue
        if far > reach:
            continue
        if best is None or far < best[0]:
            best = far, n
    return best[1] if best else None


def _where(scene: Scene, start: int, end: int) -> bool:
    return any(token.norm in ("where", "حيث") for token in scene.tokens[start:end])


def _with(scene: Scene, anchor: Cue) -> bool:
    """Whether it is told with whom: flew to Doha *for talks with*."""
    return any(0 <= cue.first - anchor.behind <= 4 for cue in scene.of("between"))


def _arrive(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether both sides are on the way there to meet: two delegations arrive *to resume talks*."""
    bodies = {id(who) for first, _, who in scene.named if first not in (place.first, 0)}
    if place.first > anchor.first or not (scene.of("sides") or len(bodies) > 1):
        return False
    before = [token.norm for token in scene.tokens[max(anchor.first - 2, 0) : anchor.first + 1]]
    if scene.language == "en":
        return bool({"for", "to"} & set(before))
    return any(word.startswith("ل") for word in before)


def _names_it(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether the place is part of what the encounter is called: the Vienna talks."""
    if anchor.sort != "nouns":
        return False
    if scene.language == "ar":
        return place.first == anchor.behind
    return place.behind == anchor.first


def _is_matter(document: Document, place: Place, scene: Scene) -> bool:
    """Whether a country is rather what the talks are about: the Sudan talks."""
    name = place.names.get(scene.language, place.key)
    return document.text.count(name) > 2


def _elsewhere(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether something else stands nearer that is in the place: the war in Ukraine."""
    for cue in scene.of("elsewhere"):
        if cue.behind <= place.first and (
            anchor.behind <= cue.first or (place.first < anchor.first)
        ):
            near = place.first - cue.behind
            if near <= 5:
                return True
    return False


def without_houses(where: Sequence[Place]) -> list[Place]:
    """The places apart; of a town and what is near it, or a house, the first."""
    found: list[Place] = []
    for place in where:
        if found and (place.sort == "house" or found[-1].sort == "house"):
            if found[-1].sort == "house" and place.sort != "house":
                found[-1] = place
            continue
        if found and place.first - found[-1].behind == 1 and place.at:
            if found[-1].sort == "country":
                found[-1] = place  # داخل ليبيا في غدامس
            continue  # Rimbo near Stockholm
        if all(place.key != one.key for one in found):
            found.append(place)
    return found
