"""The words of a sentence that tell of encounters, one for each."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.press.cues import Cue
from wasit.press.meetings.scene import Scene

_SIGNED_REACH = 18
"""How far behind *signed* the paper may stand."""


def anchors_of(scene: Scene) -> Iterator[Cue]:
    """The words of encounters, one for each: a *meeting* of the second *round* is one."""
    apart = [cue for cue in scene.cues if cue.sort == "not"]
    kept: Cue | None = None
    for cue in scene.cues:
        if cue.sort not in ("nouns", "verbs") or (cue.idea == "signed" and not _signs(scene, cue)):
            continue
        if _in_condition(scene, cue):
            continue  # if the talks in Moscow succeed: no other encounter
        span = (cue.first, cue.behind)
        if any(
            (n.first < cue.behind and cue.first < n.behind)
            or (n.idea == "apart" and scene.far(span, (n.first, n.behind)) <= 2)
            for n in apart
        ):
            continue
        if kept is not None and _one_encounter(scene, kept, cue):
            kept = _joined(kept, cue)
            continue
        if kept is not None:
            yield kept
        kept = cue
    if kept is not None:
        yield kept


def _signs(scene: Scene, cue: Cue) -> bool:
    """Whether a document is what is signed."""
    near = range(cue.first - _SIGNED_REACH // 2, cue.behind + _SIGNED_REACH)
    return any(one.first in near for one in scene.of("papers"))


def _in_condition(scene: Scene, cue: Cue) -> bool:
    for one in scene.of("condition"):
        between = scene.tokens[one.behind : cue.first]
        if one.behind <= cue.first and not any(t.text in ",،;؛" for t in between):
            return any(c.first < one.first for c in scene.cues if c.sort in ("nouns", "verbs"))
    return False


def _one_encounter(scene: Scene, a: Cue, b: Cue) -> bool:
    """Whether two words tell of one encounter: a *round* of *talks*, a *meeting* will *convene*."""
    gap = scene.tokens[a.behind : b.first]
    if any(token.kind == "mark" and token.text != "-" for token in gap):
        return False
    if not gap:
        return True
    if a.sort == "nouns" and b.sort == "verbs":
        return len(gap) <= 6 and b.idea == "met"
    link = ("of", "for", "'s") if scene.language == "en" else ("من",)
    return len(gap) <= 4 and (
        gap[0].norm in link
        or (scene.language == "ar" and len(gap) <= 2 and b.idea in ("process", "signing"))
        or (a.sort == "verbs" and b.sort == "nouns" and len(gap) <= 2)
    )


def _joined(a: Cue, b: Cue) -> Cue:
    """Both as one: a signing stays a signing, a single encounter a single one."""
    ideas = {a.idea, b.idea}
    idea = next(one for one in ("signing", "signed", "one", "process", "met") if one in ideas)
    sort = "nouns" if "nouns" in (a.sort, b.sort) else a.sort
    return Cue(sort, idea, a.first, b.behind)


def is_cancelled(scene: Scene, anchor: Cue) -> bool:
    """Whether the encounter was called off."""
    return any(
        scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) <= 6
        for cue in scene.of("cancelled")
    )
