"""On which days the encounters of a sentence are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.meetings.anchors import is_plural
from wasit.press.meetings.scene import COMMA, Encounter, Scene
from wasit.press.meetings.status import is_held
from wasit.press.places import Place
from wasit.press.reading import Interval

_SAID = 12
"""How many words a "that" between a date and an encounter counts as: it dates the saying."""
_DATE_REACH = 60
_DATELINE = 8
_JOINS = frozenset(("and", "but", "then", "while"))


def assigned_dates(
    scene: Scene, anchors: Sequence[Cue], where: Sequence[Sequence[Place]], lead: bool
) -> list[list[tuple[int, Interval]]]:
    """For each anchor its dates with the token they begin at, those beside its place first."""
    found: list[list[tuple[int, Interval]]] = [[] for _ in anchors]
    that = [cue.first for cue in scene.of("that")]
    conditions = scene.conditions()
    beyond: set[int] = set()
    beside: set[int] = set()
    last_beside = -1
    others = scene.of("apart", "other")
    for first, behind, time in scene.dates:
        if any(start < first < end for start, end in conditions):
            continue  # if a reply comes before Sunday
        if _is_old_day(scene, first, behind):
            continue
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
                beside.add(first)
                last_beside = behind
                continue
            if found[n] and found[n][-1][0] in beside and first - last_beside <= 2:
                options.append((0, n))  # 2 Ramadan (12 March)
                beside.add(first)
                continue
            far = scene.far((anchor.first, anchor.behind), (first, behind))
            if n and first < anchor.first and _is_parted(scene, behind, anchor.first):
                far += COMMA  # met on Tuesday and will meet again
            if anchor.idea == "signed" and first > anchor.first:
                far = first - anchor.behind
            low, high = sorted((first, anchor.first))
            said = any(low < at < high for at in that)
            if said and first < anchor.first and (not lead or _dated_behind(scene, that, first)):
                continue
            if len(anchors) > 1 and first < anchor.first and _is_infinitive(scene, anchor):
                continue  # left on Tuesday with a promise to meet: Tuesday is the day they left
            options.append((far + (_SAID if said else 0), n))
        if options:
            far, n = min(options)
            if far <= _DATE_REACH:
                found[n].append((first, time))
                if any(anchors[n].behind <= cue.first < first - 2 for cue in others):
                    beyond.add(first)
    for n, days in enumerate(found):
        if any(first in beside for first, _ in days) and not is_plural(scene, anchors[n]):
            found[n] = days = [day for day in days if day[0] in beside]
        if any(first not in beyond for first, _ in days):
            # Will meet in June after a doctor visits them on Sunday: June.
            found[n] = [day for day in days if day[0] not in beyond]
    for n, anchor in enumerate(anchors):
        if not is_plural(scene, anchor):
            # Of several, the nearest first.
            found[n].sort(key=lambda day, a=anchor: abs(day[0] - a.first))  # type: ignore[misc]
    _share_dates(scene, anchors, found)
    return found


def _is_old_day(scene: Scene, first: int, behind: int) -> bool:
    """Whether it is the day something was put off from: put off *from 5 March* to 25 March."""
    before = scene.tokens[first - 1].norm if first else ""
    after = scene.tokens[behind].norm if behind < len(scene.tokens) else ""
    return (
        before in ("from", "من")
        and after in ("to", "until", "till", "الي", "حتي")
        and bool(scene.of("postponed", "postponed"))
    )


def _is_parted(scene: Scene, start: int, end: int) -> bool:
    """Whether another clause begins between a date and an encounter behind it."""
    return any(token.norm in _JOINS for token in scene.tokens[start:end])


def _is_infinitive(scene: Scene, anchor: Cue) -> bool:
    """Whether an encounter is but what is meant, promised or planned: *to meet*."""
    before = scene.tokens[anchor.first - 1].norm if anchor.first else ""
    return scene.language == "en" and anchor.sort == "verbs" and before == "to"


def _share_dates(
    scene: Scene, anchors: Sequence[Cue], found: list[list[tuple[int, Interval]]]
) -> None:
    """Talks that end with what is signed end on that day."""
    for n, anchor in enumerate(anchors):
        if anchor.idea in ("signed", "signing") and is_held(scene, anchor):
            for other, talks in enumerate(anchors):
                if talks.idea == "process" and not found[other]:
                    found[other] = list(found[n])


def _dated_behind(scene: Scene, that: Sequence[int], date: int) -> bool:
    """Whether what is said has a date of its own."""
    opens = min((at for at in that if at > date), default=10**9)
    return any(first > opens for first, _, _ in scene.dates)


def _of_saying(scene: Scene, first: int) -> bool:
    """Whether a date is that of the saying: *announced on* Wednesday."""
    if scene.language == "ar":
        return False  # the verb opens the sentence; what is said follows a "that"
    return any(
        0 <= first - at - 1 <= 1 or at < first < _that_of(scene, at) for at in scene.sayings()
    )


def _that_of(scene: Scene, saying: int) -> int:
    """Where what is said begins, if no encounter is told before: told them on Sunday *that*."""
    for cue in scene.of("that"):
        if cue.first > saying:
            told = any(
                saying < one.first < cue.first
                for one in scene.cues
                if one.sort in ("nouns", "verbs")
            )
            return 0 if told else cue.first
    return 0


def _in_dateline(scene: Scene, first: int, behind: int) -> bool:
    """Whether a date stands before the dash that opens a report: ``GENEVA, March 3 - ``."""
    if first > _DATELINE or len(scene.dates) < 2:
        return False
    return any(token.text in ("-", "–", "—", "ـ") for token in scene.tokens[behind : behind + 4])


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
    return sorted(fits or days, key=_doubt)[:1]


def _doubt(day: Interval) -> tuple[int, bool]:
    """The most exact first; of two ways to tell a day the one without doubt."""
    return (day.last - day.first).days, day.doubt == "about"


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
        later = _later(one.when, published) if one.told and one.status != "held" else None
        if later is not None and later.first > published:
            one.when = later
        else:
            one.status, one.told = "held", True


def _later(when: Interval, published: date) -> Interval | None:
    """The same weekday a week on, the same day or month a year on; None for other dates."""
    if when.doubt == "resolved" and when.first == when.last:
        day = when.first + timedelta(days=7)
        if day <= published:
            day = _a_year_on(when.first)
        return replace(when, first=day, last=day, text=day.isoformat())
    if when.doubt != "none" and when.text == f"{when.first:%Y-%m}":
        first = when.first.replace(year=when.first.year + 1, day=1)
        last = when.last + timedelta(days=365)
        return replace(when, first=first, last=last, text=f"{first:%Y-%m}")
    return None


def _a_year_on(day: date) -> date:
    last = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if last else day.day)


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
