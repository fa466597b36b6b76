"""Who in a sentence acts or speaks, and with whom."""

from __future__ import annotations

from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.scene import Scene
from wasit.press.positions.sides import Side
from wasit.press.positions.words import word_set
from wasit.press.reading import Body


def speaker(scene: Scene, n: int) -> list[Side] | None:
    """The side of whoever says what token ``n`` is part of."""
    for first, behind, statement in scene.said:
        side = scene.sides.of_statement(statement)
        if first <= n < behind and side:
            return [(side, None)]
    return None


def agent(scene: Scene, by: int) -> list[Side] | None:
    """Who did what was done *by* somebody, named right behind token ``by``."""
    for n, (first, _, _) in enumerate(scene.actors):
        if by < first <= by + 4:
            return with_partners(scene, n, forward=True)
    return None


def with_partners(scene: Scene, n: int, *, forward: bool) -> list[Side]:
    """The side at ``n`` and those joined to it: *A and B* agreed."""
    step = 1 if forward else -1
    chosen = [n]
    while 0 <= chosen[-1] + step < len(scene.actors):
        a, b = sorted((chosen[-1], chosen[-1] + step))
        gap = [t.norm for t in scene.tokens[scene.actors[a][1] : scene.actors[b][0]]]
        head = scene.tokens[scene.actors[b][0]].norm
        joined = (head.startswith("و") and not gap) or gap == ["و", "«"]
        links = [word for word in gap if word not in ("the", "rebel", "government")]
        if links[:1] == ["and"] and len(links) <= 3 and not set(links) & word_set("auxiliaries"):
            links = ["and"]
        if not joined and links not in (["and"], [","], [",", "and"], ["'", "s", "and"]):
            break
        chosen.append(chosen[-1] + step)
    return list(dict.fromkeys(scene.actors[at][2] for at in chosen))


def preposition(scene: Scene, n: int) -> bool:
    """Whether a name is the object of something, not the one who acts or is spoken for."""
    if scene.language == "ar":
        norm = scene.tokens[n].norm
        # Baghdad and Libya begin with these letters themselves.
        if norm[:1] not in "لب" or norm in gazetteer("ar").entries or _begins_so(scene, n):
            return False
        return scene.sides.short(scene.tokens[n], "ar") is None
    before = [token.norm for token in scene.tokens[max(n - 3, 0) : n]]
    if before[-1:] == ["the"]:
        before.pop()
    if not before or before[-1] not in word_set("prepositions"):
        return False
    if before[-1] == "of" and len(before) > 1 and before[-2] in word_set("stand_for"):
        return False
    spoken_for = before[-1] == "for" and (len(before) == 1 or before[-2] in ("speaking", "spoke"))
    return not spoken_for


def _begins_so(scene: Scene, n: int) -> bool:
    """Whether the first letter of a word is that of the name itself: بنو هلال, not ببغداد."""
    begins = {
        who.names.get("ar", "")[:2]
        for first, _, who in scene.named
        if first == n and isinstance(who, Body)
    }
    return scene.tokens[n].text[:2] in begins
