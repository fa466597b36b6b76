"""Words of stance that depend on one another: *refused to accept* is one."""

from __future__ import annotations

from typing import Literal

from wasit.press.positions.hit import Hit
from wasit.press.positions.scene import Scene
from wasit.press.reading import Stance


def nested(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Without what depends on another: *refused to accept* is one, *wants B to accept* as well."""
    kept: list[Hit] = []
    for hit in hits:
        outer = kept[-1] if kept else None
        how = _dependence(scene, outer, hit) if outer is not None else None
        if outer is not None and how == "one":
            stance = _combined(outer.stance, hit.stance)
            kept[-1] = outer._replace(stance=stance, behind=hit.behind)
        elif how is None:
            kept.append(hit)
    return kept


def _controlled(scene: Scene, hit: Hit) -> bool:
    """Whether somebody is to do it at another's wish: convince *Putin to accept*."""
    n = hit.first - 1
    while n > 0 and scene.tokens[n].norm in ("to", "not"):
        n -= 1
    return any(first <= n < behind for first, behind, _ in scene.actors)


def _dependence(scene: Scene, outer: Hit, hit: Hit) -> Literal["one", "part"] | None:
    """How a word of stance depends on the one before: one with it, a part of what it is about."""
    if scene.language == "ar":
        if hit.sort == "nouns" and hit.first == outer.behind:
            return "one"
        near = scene.tokens[outer.behind : hit.first]
        linked = hit.stance == "conditional" and hit.sort == "verbs" and len(near) <= _NEAR_VERB
        if linked and not any(token.kind == "mark" for token in near):
            return None if scene.tokens[hit.first].norm.startswith("و") else "part"
        return None  # refuses to tie: the tie is what it refuses
    links = [token.norm for token in scene.tokens[outer.behind : hit.first]]
    infinitive = links[-1:] == ["to"] or links[-2:] == ["to", "not"]
    infinitive = infinitive or (not links and scene.tokens[outer.behind - 1].norm == "to")
    gerund = not links and scene.tokens[hit.first].norm.endswith("ing")
    if infinitive and len(links) > 1 and _controlled(scene, hit):
        return "part"
    if not (infinitive or gerund) or len(links) > _APART:
        return None
    if len(links) <= 1 and outer.sort != "modals":
        return "one"
    return "part" if outer.stance == "demands" else None


_NEAR_VERB = 3


_APART = 8
"""How many words may stand between two that depend on each other."""


def _combined(outer: Stance, inner: Stance) -> Stance:
    if outer == "rejects":
        return "open" if inner == "rejects" else "rejects"
    if inner == "rejects":
        return "rejects"
    return inner if outer == "accepts" else outer
