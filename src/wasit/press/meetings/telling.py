"""Whether a word that is used of much else tells of an encounter where it stands."""

from __future__ import annotations

from wasit.press.cues import Cue
from wasit.press.meetings.scene import Scene
from wasit.press.reading import Person

_SIGNED_REACH = 18
"""How far behind *signed* the paper may stand."""
_DUE = 16
"""How far before *expected in* stand those who are."""
_PASSIVE = 3
"""How far before *signed* stands what is: *it* will be signed."""
_BROUGHT = 8
"""How far before *together* stands who brings whom."""
_PARTED = 7
"""How far before *broke off* stand those who do."""
_CONCLUDED = 8
"""How far behind *concluded* stands where it was."""
_SPENT = 18
"""How far behind *spent four hours* stands with whom."""
_RECEIVED = 5
"""How far behind *received* stands the guest."""
_NEEDS_TWO = frozenset(("spent", "briefed", "gathered", "social", "sat"))
"""Words of much else, which tell of an encounter only beside those who meet."""


def tells_of_one(scene: Scene, cue: Cue) -> bool:
    """Whether a verb that is used of much else is one of encounter here."""
    if cue.idea == "signed":
        return _signs(scene, cue)
    if cue.idea == "concluded":
        near = range(cue.behind, cue.behind + _CONCLUDED)
        return _signs(scene, cue) and any(
            place.at and place.first in near for place in scene.places
        )
    if cue.idea == "received":
        return _of_a_guest(scene, cue)
    if cue.idea in ("invited", "due"):
        return _on_the_way(scene, cue)
    if cue.idea in _NEEDS_TWO:
        return _of_two(scene, cue)
    if cue.idea == "hosted":
        return not _by(scene, cue)
    if cue.idea == "parted":
        if scene.tokens[cue.first].norm in ("left", "leave") and not any(
            place.first == cue.behind and place.sort != "country" for place in scene.places
        ):
            return False
        return (
            any(0 <= cue.first - one.behind <= _PARTED for one in scene.of("sides"))
            or len({one.idea for one in scene.of("parties") if one.first < cue.first}) > 1
        )
    if cue.idea == "together":
        return any(0 <= cue.first - one.behind <= _BROUGHT for one in scene.of("bringing"))
    return True


def _of_two(scene: Scene, cue: Cue) -> bool:
    """Whether a word of much else tells of two who meet: *dinner with* the envoy, جمع الوزيرين."""
    near = range(cue.behind, cue.behind + _BROUGHT)
    after = [who for first, _, who in scene.named if first in near]
    sides = any(one.first in near for one in scene.of("sides"))
    if cue.idea == "spent":
        near = range(cue.behind, cue.behind + _SPENT)
        after = [who for first, _, who in scene.named if first in near]
        lasting = any(0 <= one.first - cue.behind <= _BROUGHT // 2 for one in scene.of("units"))
        beside = any(one.first in near for one in scene.of("between", "with"))
        return lasting and beside and (bool(after) or sides)
    if cue.idea == "briefed":
        return bool(after) and any(one.heading and one.first < cue.first for one in scene.places)
    if cue.idea == "sat":
        before = [one for one in scene.of("sides") if 0 <= cue.first - one.behind <= 2]
        return bool(before) or sum(first < cue.first for first, _, _ in scene.named) > 1
    if cue.idea == "gathered":
        word = scene.tokens[cue.first].norm
        if "ال" in word[:3]:
            return False  # Friday
        return sides or len(after) > 1 or word.endswith(("هما", "هم"))
    owner = scene.tokens[cue.first - 1].norm if cue.first else ""
    between = any(one.first in near[:4] for one in scene.of("between"))
    sides = bool(scene.of("sides"))
    own = sides or owner == "their" or scene.tokens[cue.first].norm.endswith("هما")
    return own or (between and (bool(after) or sides)) or len(scene.named) > 1


def _on_the_way(scene: Scene, cue: Cue) -> bool:
    """Whether both sides are told to go to one place, and no other word tells of what they do.

    Both delegations are *due in* Astana, Russia *invited* the rivals *to* Sochi.
    """
    if any(
        one.sort in ("nouns", "verbs") and one.idea not in ("invited", "due") and one != cue
        for one in scene.cues
    ):
        return False
    if cue.idea == "due":
        where = any(place.first - cue.behind in (0, 1) for place in scene.places)
        if scene.language == "ar":
            where = where or any(
                place.lead in ("الي", "علي") and 0 <= place.first - cue.behind <= _DUE
                for place in scene.places
            )
        who = any(-2 <= cue.first - one.behind <= _DUE for one in scene.of("sides"))
        if scene.language == "ar":
            who = bool(scene.of("sides"))
        return where and who
    to = ("to",) if scene.language == "en" else ("الي",)
    near = range(cue.behind, cue.behind + _BROUGHT)
    return any(
        place.first in near and scene.tokens[place.first - 1].norm in to for place in scene.places
    ) and any(one.first in near for one in scene.of("sides"))


def _by(scene: Scene, cue: Cue) -> bool:
    """Whether it is but told who was the host of what is named before: *hosted by* Peru."""
    after = scene.tokens[cue.behind].norm if cue.behind < len(scene.tokens) else ""
    return after == "by" and any(
        one.sort == "nouns" and one.behind <= cue.first for one in scene.cues
    )


def _signs(scene: Scene, cue: Cue) -> bool:
    """Whether a document is what is signed."""
    before = scene.tokens[cue.first - 1].norm if cue.first else ""
    back = _SIGNED_REACH if before in ("be", "been", "was", "were") else _SIGNED_REACH // 2
    near = range(cue.first - back, cue.behind + _SIGNED_REACH)
    if any(one.first in near for one in scene.of("papers")):
        return True
    if _it(scene, cue):
        return True
    # Will join her in London to sign: nothing follows but two are named.
    ends = cue.behind >= len(scene.tokens) or scene.tokens[cue.behind].kind == "mark"
    return ends and before == "to" and len(scene.named) >= 2


def _it(scene: Scene, cue: Cue) -> bool:
    """Whether what is signed was named before: sign *it*, يوقعها."""
    if scene.language == "en":
        after = scene.tokens[cue.behind].norm if cue.behind < len(scene.tokens) else ""
        before = scene.tokens[max(cue.first - _PASSIVE, 0) : cue.first]
        return after in ("it", "them", "both", "these", "those") or (
            before[-1:] != [] and before[-1].norm == "be" and before[0].norm in ("it", "they")
        )
    word = scene.tokens[cue.first].norm
    return len(word) > 4 and word.endswith(("ها", "هما", "وه"))


def _of_a_guest(scene: Scene, cue: Cue) -> bool:
    """Whether somebody is received, not something."""
    if scene.language == "ar":
        return True
    near = range(cue.behind, cue.behind + _RECEIVED)
    if cue.first and scene.tokens[cue.first - 1].norm in ("be", "been", "was", "were"):
        return any(0 < cue.first - behind <= _RECEIVED and isinstance(who, Person)
                   for _, behind, who in scene.named)  # fmt: skip
    guests = {"leader", "envoy", "president", "minister", "delegation", "counterpart", "negotiator"}
    return any(first in near and isinstance(who, Person) for first, _, who in scene.named) or any(
        token.norm in guests for token in scene.tokens[cue.behind : cue.behind + _RECEIVED]
    )
