"""Whether two figures say the same."""

from __future__ import annotations

from collections.abc import Mapping

from wasit.text.compare.read import Value


def equal(ours: Value, theirs: Value, keys: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether two values are one; ``keys`` says what old points are called now."""
    if ours[0] == theirs[0] == "reference":
        return theirs[1] in keys.get(str(ours[1]), (ours[1],))
    if ours[0] == theirs[0] == "date":
        return _same_day(ours, theirs)
    if {ours[0], theirs[0]} == {"hours", "months"}:
        return _days(ours) == _days(theirs)
    return ours == theirs or year_of(ours) == year_of(theirs) != 0


def year_of(value: Value) -> int:
    """The year that a figure may be: ``the 1998 convention`` counts nothing."""
    if value[0] == "date" and len(value) == 4 and not (value[2] or value[3]):
        return int(str(value[1]))
    low = value[1] if value[0] == "count" else 0
    return int(low) if isinstance(low, (int, float)) and 1900 <= low <= 2100 else 0


def _same_day(ours: Value, theirs: Value) -> bool:
    """Whether two dates are one; a year that only one of them names is no difference."""
    if ours[1] and theirs[1] and ours[1] != theirs[1]:
        return False
    return _first_day(ours)[2:] == _first_day(theirs)[2:]


def _days(value: Value) -> list[float]:
    """The length of a period, a month taken for thirty days as drafters do."""
    size = {"hours": 1 / 24, "months": 30.0}[str(value[0])]
    return [round(size * end, 3) for end in value[1:] if isinstance(end, (int, float))]


def _first_day(value: Value) -> Value:
    """``the start of November`` is its first day."""
    month_starts = len(value) == 5 and value[4] == "start" and value[2] and not value[3]
    return (*value[:3], 1) if month_starts else value
