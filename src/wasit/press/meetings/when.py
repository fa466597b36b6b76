"""On which days the encounters of a sentence are, and whether they were held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from wasit.language.spans import Span
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.meetings.scene import Encounter, Scene, Status
from wasit.press.places import Place
from wasit.press.reading import Interval

_CUE_REACH = 12
"""How far from its encounter a word may stand that says whether it was held."""
_PAST = frozenset(
    ("met", "sat", "held", "hosted", "received", "huddled", "convened", "reconvened", "gathered",
     "negotiated", "shook", "came", "signed", "inked", "initialled", "initialed")
)  # fmt: skip
_SAID = 12
"""How many words a "that" between a date and an encounter counts as: it dates the saying."""
_DATE_REACH = 60
_DATELINE = 8


def assigned_dates(
    scene: Scene, anchors: Sequence[Cue], where: Sequence[Sequence[Place]], lead: bool
) -> list[list[tuple[int, Interval]]]:
    """For each anchor its dates with the token they begin at."""
    found: list[list[tuple[int, Interval]]] = [[] for _ in anchors]
    that = [cue.first for cue in scene.of("that")]
    for first, behind, time in scene.dates:
        if lead and _in_dateline(scene, first, behind):
            continue
        if _of_saying(scene, first) and (len(scene.dates) > 1 or not lead):
            continue
        options = []
        for n, anchor in enumerate(anchors):
            if any(
                -2 <= first - one.behind <= 2 or 0 <= one.first - behind <= 2 for one in where[n]
            ):
                options.append((0, n))  # in Miami on Sunday
                continue
            far = scene.far((anchor.first, anchor.behind), (first, behind))
            if anchor.idea == "signed" and first > anchor.first:
                far = first - anchor.behind
            low, high = sorted((first, anchor.first))
            said = any(low < at < high for at in that)
            if said and first < anchor.first and not lead:
                continue
            options.append((far + (_SAID if said else 0), n))
        if options:
            far, n = min(options)
            if far <= _DATE_REACH:
                found[n].append((first, time))
    _share_dates(anchors, found)
    return found


def _share_dates(anchors: Sequence[Cue], found: list[list[tuple[int, Interval]]]) -> None:
    """Talks that end with what is signed end on that day."""
    for n, anchor in enumerate(anchors):
        if anchor.idea in ("signed", "signing"):
            for other, talks in enumerate(anchors):
                if talks.idea == "process" and not found[other]:
                    found[other] = list(found[n])


def _of_saying(scene: Scene, first: int) -> bool:
    """Whether a date is that of the saying: *announced on* Wednesday."""
    if scene.language == "ar":
        return False  # the verb opens the sentence; what is said follows a "that"
    return any(0 <= first - cue.behind <= 1 for cue in scene.of("saying"))


def _in_dateline(scene: Scene, first: int, behind: int) -> bool:
    """Whether a date stands before the dash that opens a report: ``GENEVA, March 3 - ``."""
    if first > _DATELINE or len(scene.dates) < 2:
        return False
    return any(token.text in ("-", "–", "—", "ـ") for token in scene.tokens[behind : behind + 4])


def status_of(scene: Scene, anchor: Cue) -> tuple[Status, bool, Span | None]:
    """Held, planned or conditional, by the words nearest; and the words of a condition."""
    here = (anchor.first, anchor.behind)
    ahead = [cue for cue in scene.cues if cue.sort in ("planned", "conditional")]
    best: dict[str, int] = {}
    for cue in scene.cues:
        if cue.sort not in ("planned", "conditional", "held") or is_a_name(scene, cue):
            continue
        if cue.sort == "held" and any(0 <= cue.first - one.behind <= 2 for one in ahead):
            continue  # proposed holding a meeting, اقترحت عقد لقاء
        far = scene.far(here, (cue.first, cue.behind))
        if far <= _CUE_REACH:
            best[cue.sort] = min(best.get(cue.sort, far), far)
    for cue in scene.of("ending"):
        if 0 <= cue.first - anchor.behind <= 3:
            return "held", False, None
    condition = _condition(scene, anchor)
    if scene.language == "ar" and _will(scene, anchor):
        best["planned"] = 0
    if _past(scene, anchor):
        best["held"] = 0
    held = best.get("held", _CUE_REACH + 1)
    if best.get("conditional", held + 1) <= held:
        return "conditional", True, condition
    if best.get("planned", held + 1) <= held:
        if condition is not None and scene.of("condition")[0].first > anchor.first:
            return "conditional", True, condition
        return "planned", True, None
    return "held", "held" in best, None


def is_a_name(scene: Scene, cue: Cue) -> bool:
    """Whether a word is part of a name: *New* Delhi."""
    return scene.language == "en" and cue.first > 0 and scene.tokens[cue.first].capital


def _past(scene: Scene, anchor: Cue) -> bool:
    """Whether the verb of the anchor is in the past: they *met*, التقى."""
    if anchor.sort != "verbs":
        return False
    word = scene.tokens[anchor.first].norm
    if scene.language == "en":
        return word in _PAST
    return not word.lstrip("وف").startswith(("ي", "ت", "س", "ن"))


def _will(scene: Scene, anchor: Cue) -> bool:
    """Whether the verb of the anchor, or one right before it, has the س of the future."""
    return any(
        token.norm.startswith(("سي", "ست", "سن")) and len(token.norm) > 4
        for token in scene.tokens[max(anchor.first - 2, 0) : anchor.behind + 2]
    )


def _condition(scene: Scene, anchor: Cue) -> Span | None:
    for cue in scene.of("condition"):
        end = cue.behind
        while end < len(scene.tokens) and scene.tokens[end].text not in ",،.;؛":
            end += 1
        if (
            scene.far((anchor.first, anchor.behind), (cue.first, cue.behind)) <= 20
            and end > cue.first
        ):
            return Span(scene.language, scene.tokens[cue.first].start, scene.tokens[end - 1].end)
    return None


def likeliest(base: Encounter, days: Sequence[Interval], document: Document) -> Sequence[Interval]:
    """Of several dates the one that fits the status, the most exact first."""
    published = document.published
    if len(days) <= 1 or published is None:
        return days[:1]
    fits = [
        day
        for day in days
        if (day.last <= published if base.status == "held" else day.last >= published)
    ]
    return sorted(fits or days, key=lambda day: (day.last - day.first).days)[:1]


def judge_by_date(one: Encounter, document: Document) -> None:
    """What lies behind the report was held, what lies ahead was not.

    A weekday or month is of the past where the words around it say that it was held.
    """
    published = document.published
    if one.when is None or published is None:
        return
    if one.goes_on:
        one.when = None
    elif one.when.first > published and one.status == "held":
        earlier = _earlier(one.when) if one.told else None
        if earlier is not None and earlier.last <= published:
            one.when = earlier
        else:
            one.status, one.told = "planned", True
    elif one.when.last < published:
        one.status, one.told = "held", True


def _earlier(when: Interval) -> Interval | None:
    """The same weekday a week before, the same month a year before; None for other dates."""
    if when.doubt == "none":
        return None
    if when.first == when.last:
        day = when.first - timedelta(days=7)
        return replace(when, first=day, last=day, text=day.isoformat())
    if when.text == f"{when.first:%Y-%m}":
        first = when.first.replace(year=when.first.year - 1, day=1)
        last = when.last - timedelta(days=365)
        return replace(when, first=first, last=last, text=f"{first:%Y-%m}")
    return None
