"""Two expressions of time that are the ends of one, and a day that stands for its week."""

from __future__ import annotations

from collections.abc import Iterable

from wasit.press.dates import intervals
from wasit.press.dates.calendars import moved
from wasit.press.dates.scene import Read, Scene
from wasit.press.dates.words import listed
from wasit.press.reading import Interval

_MARKS = frozenset({"-", "–", "—"})
_TO = frozenset({"to", "until", "till", "through", "الي", "حتي"})
_AND = frozenset({"and", "و"})
_LOOK_BACK = 2
"""How many words before the first of two a word may stand that joins them: from, between."""
_WEEK_BACK = 5
"""How many words before a day may stand whose week is meant."""


def joined(found: Iterable[Read], scene: Scene) -> list[Read]:
    """``found`` with the two ends of a range made one, and days told by their week widened."""
    result: list[Read] = []
    for one in found:
        one = _of_week(one, scene)
        whole = _range(result[-1], one, scene) if result else None
        if whole is None:
            result.append(one)
        else:
            result[-1] = whole
    return result


def _range(a: Read, b: Read, scene: Scene) -> Read | None:
    """``from 30 May to 2 June``, ``between April and May``, ``من الاثنين إلى الأربعاء``."""
    if b.first - a.behind > 1 or not _linked(a, b, scene):
        return None
    first = _in_year_of(a.when, b.when)
    if first.first > b.when.first:
        return None
    return Read(a.first, b.behind, intervals.between(first, b.when))


def _linked(a: Read, b: Read, scene: Scene) -> bool:
    """Whether what stands between and before two expressions makes them a range."""
    link = scene.norm(a.behind) if b.first > a.behind else ""
    before = {scene.norm(n) for n in range(a.first - _LOOK_BACK, a.first + 1)}
    prefixed = scene.language == "ar" and not link and scene.norm(b.first).startswith("و")
    if link in _AND or prefixed:
        return not before.isdisjoint(listed(scene.language, "between"))
    moves = not scene.words.isdisjoint(listed(scene.language, "moves"))
    if link in _MARKS:
        return a.when.first != b.when.first
    return link in _TO and not moves and not before.isdisjoint(listed(scene.language, "from"))


def _in_year_of(when: Interval, other: Interval) -> Interval:
    """The first of two in the year that is said with the second: from March to May 2029."""
    if when.doubt != "resolved" or other.doubt != "none" or when.first.year == other.first.year:
        return when
    year = other.first.year
    if (when.first.month, when.first.day) > (other.first.month, other.first.day):
        year -= 1
    return intervals.in_year(when, year)


def _of_week(one: Read, scene: Scene) -> Read:
    """``the week of 9 June``, ``the week beginning June 23``: that week."""
    if one.when.first != one.when.last:
        return one
    openers = listed(scene.language, "week_of")
    for n in range(one.first - 1, max(one.first - _WEEK_BACK, -1), -1):
        if scene.at(n, "units")[0] == "week":
            return _week_from(one, n, scene)
        if scene.norm(n) not in openers:
            return one
    return one


def _week_from(one: Read, n: int, scene: Scene) -> Read:
    """The week told by a day: seven days from where it begins, else from its Monday."""
    between = {scene.norm(k) for k in range(n + 1, one.first)}
    begins = between & listed(scene.language, "beginning")
    if not begins and "of" not in between:
        # A week on Sunday.
        return one
    first = one.when.first if begins else moved(one.when.first, -one.when.first.weekday())
    last = moved(first, 6) if first else None
    if first is None or last is None:
        return one
    return Read(one.first, one.behind, intervals.days(first, last, one.when.doubt))
