"""For whom an issue is a red line, the only way, a condition."""

from __future__ import annotations

from wasit.press.positions.acting import agent, speaker
from wasit.press.positions.hit import Hit
from wasit.press.positions.scene import Scene
from wasit.press.positions.sides import Side
from wasit.press.positions.words import word_set


def judged_by(scene: Scene, hit: Hit) -> list[Side] | None:
    """For whom an issue is a red line: who says so, or for whom it is said to be one."""
    if hit.behind < len(scene.tokens) and scene.tokens[hit.behind].norm == "by":
        return agent(scene, hit.behind)
    for first, behind, side in scene.actors:
        if scene.language == "ar" and behind == hit.first and _judges(scene, first, behind):
            return [side]
    spoken = speaker(scene, hit.first)
    if spoken is not None:
        return spoken
    for first, _, side in scene.actors:
        if 0 <= first - hit.behind <= 4:
            between = [token.norm for token in scene.tokens[hit.behind : first]]
            if "for" in between or "to" in between or scene.tokens[first].norm.startswith("لل"):
                return [side]
    for first, _, side in scene.actors[:1]:
        opening = [token.norm for token in scene.tokens[:first]]
        if first <= 3 and ("for" in opening or {"بالنسبه", "وبالنسبه"} & set(opening)):
            return [side]
    for first, behind, side in reversed(scene.actors):
        if 0 <= hit.first - behind <= _JUDGED and _judges(scene, first, behind):
            return [side]
    return None


_JUDGED = 14
"""How far behind its judge a word of judgement may stand."""


def _judges(scene: Scene, first: int, behind: int) -> bool:
    """Whether a verb of judging is said of the side there: *Kyiv called*, تعتبر بيروت."""
    near = scene.tokens[behind : behind + 2]
    if scene.language == "ar":
        near = [*scene.tokens[max(first - 1, 0) : first], *near]
    return any(token.norm.removeprefix("و") in word_set("judges") for token in near)
