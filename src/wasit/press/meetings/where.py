"""At which places the encounters of a sentence are."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.folding import forms
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.meetings.anchors import is_plural
from wasit.press.meetings.scene import COMMA, Scene
from wasit.press.meetings.status import is_held
from wasit.press.places import Place
from wasit.press.reading import Person

_REACH = 24
_COUNTRY_REACH = 9
_TO_IT = 3
"""How far a place counts that is travelled to for an encounter, in words."""
_LEAVING = frozenset(("left", "leave", "leaves", "departed", "quit"))
"""A place that is left is where those who leave it met, not what else is told."""
_HEAD = 2
"""Before which word of a sentence a place may be that where somebody speaks."""
_HOST_NEAR = 4
"""How many auxiliaries and adverbs may stand between a host and the verb."""
_SIGNED_REACH = 30
"""How far from its encounter a place may stand, in words."""


def assigned_places(scene: Scene, document: Document, anchors: Sequence[Cue]) -> list[list[Place]]:
    """For each anchor the places it is at, in order."""
    found: list[list[Place]] = [[] for _ in anchors]
    last: int | None = None
    behind = -1
    nearest: dict[int, int] = {}
    hosts: dict[int, list[Place]] = {}
    conditions = scene.conditions()
    for place in scene.places:
        if any(start < place.first < end for start, end in conditions):
            continue
        far, best = _anchor_of_place(scene, document, anchors, place)
        joined = last is not None and _goes_on(scene, place, behind)
        if best is None and joined:
            best = last  # in Geneva and Miami
        if best is not None and not _joined_names(scene, place):
            if found[best] and not (
                joined
                or is_plural(scene, anchors[best])
                or place.first - found[best][-1].behind <= 1
            ):
                # One encounter is at one place: the nearest; a town before its country.
                known = found[best][-1]
                nearer = far < nearest.get(best, 0)
                if known.sort != place.sort and "country" in (known.sort, place.sort):
                    nearer = known.sort == "country"
                if not nearer:
                    last, behind = best, place.behind
                    continue
                found[best].clear()
            found[best].append(place)
            nearest[best] = far
            if place.sort != "country" and _hosts(scene, anchors[best], place):
                hosts.setdefault(best, []).append(place)
        last, behind = best, place.behind
    for n, told in hosts.items():
        others = [one for one in found[n] if one not in told and one.first > told[-1].first]
        if not any(_goes_on(scene, one, told[-1].behind) for one in others):
            found[n] = told  # sources in Rabat: Tangier may host a round
    _share_places(scene, anchors, found)
    _arrived(scene, anchors, found)
    return found


def _arrived(scene: Scene, anchors: Sequence[Cue], where: list[list[Place]]) -> None:
    """What those who arrived somewhere held is held there: وصلا إلى مسقط وعقدا جولة."""
    if scene.language == "en" or any(where):
        return
    for place in scene.places:
        came = any(cue.idea == "due" and cue.first < place.first for cue in scene.of("verbs"))
        held = [n for n, anchor in enumerate(anchors) if anchor.first > place.behind]
        if came and place.lead == "الي" and place.sort == "city" and held:
            where[held[0]] = [place]
            return


def _share_places(scene: Scene, anchors: Sequence[Cue], where: list[list[Place]]) -> None:
    """What is signed at the end of talks is signed where they were."""
    signed = [n for n, anchor in enumerate(anchors) if anchor.idea in ("signed", "signing")]
    for n in signed:
        for other, anchor in enumerate(anchors):
            if anchor.idea == "process" and not where[other] and is_held(scene, anchors[n]):
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
        first < place.behind
        and place.first < behind
        and (isinstance(who, Person) or behind - first > place.behind - place.first)
        for first, behind, who in scene.named
    )


def _anchor_of_place(
    scene: Scene, document: Document, anchors: Sequence[Cue], place: Place
) -> tuple[int, int | None]:
    """How far a place is from its encounter, and which that is."""
    best: tuple[int, int] | None = None
    for n, anchor in enumerate(anchors):
        if place.lead in _LEAVING and anchor.idea != "parted":
            continue
        if _names_it(scene, anchor, place):
            if place.sort == "country" and not place.at and _is_matter(document, place, scene):
                continue
            return 0, n
        if _hosts(scene, anchor, place):
            return 0, n
        if place.first <= _HEAD and any(
            place.behind <= at < anchor.first for at in scene.sayings()
        ):
            continue  # in Baku, an adviser ruled out a summit
        if place.first < anchor.first and _where(scene, place.behind, anchor.first, near=True):
            return 0, n  # Uruguay, where the process began
        bound = _moves_to(scene, anchor, place)
        gone_to = place.lead == "الي" and _for_it(scene, anchor, place)
        if not (place.at or bound or gone_to) or (
            (place.heading and not bound)
            and not (
                _with(scene, anchor)
                or _arrive(scene, anchor, place)
                or _for_it(scene, anchor, place)
            )
        ):
            continue
        far = scene.far(
            (anchor.first, anchor.behind),
            (place.first, place.behind),
            past_asides=place.first > anchor.first,
        )
        if place.first <= _HEAD and any(
            place.behind <= at < anchor.first for at in scene.sayings()
        ):
            continue  # in Baku, an adviser ruled out a summit
        if place.first < anchor.first and _for_it(scene, anchor, place):
            far = _TO_IT
        elif (
            place.first < anchor.first
            and _where(scene, place.behind, anchor.first)
            and not any(0 <= place.first - one.behind <= _COUNTRY_REACH for one in anchors)
        ):
            far = 0  # will visit Berlin on Friday, where he will hold talks
        elif place.first < anchor.first and _opens(scene, place, anchor):
            far = 3 + scene.far(
                (anchor.first, anchor.behind), (place.first, place.behind), past_asides=True
            )
        elif place.first < anchor.first:
            # In Geneva, the delegations met; else what stands before belongs to something else.
            far = 3 + (far - COMMA if place.first <= 3 and far > COMMA else 2 * far)
        if anchor.idea == "signed" and place.first > anchor.first:
            far = min(far, place.first - anchor.behind)
        reach = _COUNTRY_REACH if place.sort == "country" else _REACH
        if anchor.idea == "signed":
            reach = _SIGNED_REACH
        elif (anchor.idea != "concluded" or place.sort == "country") and (
            _elsewhere(scene, anchor, place)
        ):
            continue
        if far > reach:
            continue
        if best is None or far < best[0]:
            best = far, n
    return best if best else (0, None)


def _moves_to(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether the talks themselves go there: the talks could *move to* Rimbo."""
    return anchor.sort == "nouns" and any(
        cue.behind == place.first and anchor.first < cue.first <= anchor.behind + _HOST_NEAR
        for cue in scene.of("verbs", "due")
    )


def _opens(scene: Scene, place: Place, anchor: Cue) -> bool:
    """Whether the Arabic verb of the encounter stands before: انطلقت في فيينا، أمس، محادثات."""
    if scene.language == "en":
        return False
    return any(
        0 <= place.first - cue.behind <= _HOST_NEAR and cue.idea in ("held", "planned")
        for sort in ("held", "planned")
        for cue in scene.of(sort)
    )


def _hosts(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether a place is told as the host: Doha *will host*, *hosted by* Doha, استضافت الدوحة."""
    for cue in scene.of("verbs", "hosted"):
        if abs(cue.first - anchor.first) > 2 * _HOST_NEAR:
            continue
        behind = place.first - cue.behind
        if scene.language == "ar":
            here = (place.first, place.behind)
            offered = scene.tokens[cue.first].norm.startswith(("لا", "با"))
            before = cue.first - place.behind
            if before >= 0 and scene.tokens[cue.first].norm.endswith(("ته", "تها", "ه", "ها")):
                continue  # whom it was hosted by stands behind: استضافته الأمم المتحدة
            if (
                (0 <= before <= 1 and not place.at)
                or 0 <= behind <= 1
                or (
                    offered
                    and place.behind <= cue.first
                    and scene.far(here, (cue.first, cue.behind)) < _HOST_NEAR
                )
            ):
                return True
        elif scene.tokens[cue.first - 1].text == "-":
            continue  # a UN-hosted meeting
        elif place.behind <= cue.first:
            here = (place.first, place.behind)
            if scene.far(here, (cue.first, cue.behind), past_asides=True) <= _HOST_NEAR + 2:
                return True
        elif scene.tokens[place.first - 1].norm == "by":
            return True
    return False


def _where(scene: Scene, start: int, end: int, *, near: bool = False) -> bool:
    """Whether a clause with *where* lies between; ``near``: it begins right behind the place."""
    end = min(end, start + 2) if near else end
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


def _for_it(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether it is what somebody goes there for: will travel to Rimbo on Tuesday *to meet*."""
    gap = scene.tokens[place.behind : anchor.first + 1]
    marks = sum(token.text in ",;،؛" for token in gap)
    closing = marks == 1 and scene.tokens[place.first - 1].text in ",،"  # the capital, Rimbo, to
    if place.first > anchor.first or len(gap) > _COUNTRY_REACH + marks:
        return False
    if marks not in (0, 2) and not closing:
        return False
    if scene.language == "en":
        return any(token.norm in ("to", "for") for token in gap[:-1])
    # لإجراء محادثات
    return any(token.norm.startswith("ل") and len(token.norm) > 3 for token in gap[-2:])


def _names_it(scene: Scene, anchor: Cue, place: Place) -> bool:
    """Whether the place is part of what the encounter is called: the Vienna talks."""
    if anchor.idea in ("invited", "due") and place.first >= anchor.behind:
        return True
    if anchor.sort != "nouns":
        return False
    if scene.language == "ar":
        return place.first == anchor.behind
    return place.behind == anchor.first and not any(
        cue.first == anchor.first for cue in scene.of("verbs")
    )


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
            if cue.first > 0 and scene.tokens[cue.first].capital:
                continue  # the Ceasefire Commission convened in Juba
            if scene.language == "ar" and scene.tokens[cue.first].norm.startswith("ل"):
                continue  # لجنة لوقف إطلاق النار
            near = place.first - cue.behind
            if near <= 5 and not _is_of_place(scene, cue, place):
                return True
    return False


def _is_of_place(scene: Scene, cue: Cue, place: Place) -> bool:
    """Whether it but says what the place is: talks *at the port of* Marsa, في ميناء المرسى."""
    gap = [token.norm for token in scene.tokens[cue.behind : place.first]]
    fair = any(form in _FAIRS for form in forms(scene.tokens[cue.first].norm))
    if not cue.first or gap not in ([["in"], ["في"]] if fair else [[], ["of"]]):
        return False
    before = scene.tokens[cue.first - 1].norm
    if before in ("the", "a", "an") and cue.first > 1:
        before = scene.tokens[cue.first - 2].norm
    return before in ("in", "at", "near", "of", "في", "هامش", "خلال")


_FAIRS = frozenset(("forum", "exhibition", "منتدي", "معرض"))
"""What two may meet at: *at a forum in* Antalya."""
