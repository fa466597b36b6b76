"""The offices before and behind an English name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wasit.language.spans import Span
from wasit.press.names.english.units import Unit


def office_in(units: Sequence[Unit], comma: int) -> bool:
    """Whether an office stands in the words before a comma."""
    for n in range(comma - 1, max(comma - 10, -1), -1):
        unit = units[n]
        if unit.text in ("'", "’"):
            continue
        if unit.mark or "verb" in unit.labels:
            return False
        if "title" in unit.labels:
            return True
    return False


def role_of(units: list[Unit], first: int, last: int) -> tuple[Span | None, str | None]:
    """The words of the office beside a name, and the body they speak of."""
    begin = first
    while begin > 0 and first - begin < 9:
        unit = units[begin - 1]
        if unit.mark or not (
            unit.labels & {"title", "kind", "honour"}
            or unit.body is not None
            or (unit.norm in ("of", "for") and begin > 1)
        ):
            break
        begin -= 1
    while begin < first and units[begin].norm in ("of", "for", "his", "her"):
        begin += 1
    if any("title" in unit.labels and "honour" not in unit.labels for unit in units[begin:first]):
        side = _side(units[begin:first]) or _behind(units, last)
        return Span("en", units[begin].start, units[first - 1].end), side
    if first > 1 and units[first - 1].text == "," and office_in(units, first - 1):
        begin = first - 1
        while begin > 0 and first - begin < 10 and not units[begin - 1].mark:
            begin -= 1
            behind_of = begin > 0 and units[begin - 1].norm in ("of", "for")
            if units[begin].norm in ("the", "his", "her", "their", "its") and not behind_of:
                break
        return Span("en", units[begin].start, units[first - 2].end), _side(units[begin : first - 1])
    shared = _shared_role(units, first)
    if shared is not None:
        return shared
    end = last
    if last + 1 < len(units) and units[last].text == ",":
        end = last + 1
        while end < len(units) and not units[end].mark and end - last < 12:
            end += 1
        phrase = units[last + 1 : end]
        if phrase and phrase[0].norm in ("and", "or", "but", "who"):
            # Somebody else follows, or what the person does.
            return None, None
        if any("title" in unit.labels for unit in phrase[:8]) and not any(
            "verb" in unit.labels for unit in phrase[:3]
        ):
            return Span("en", phrase[0].start, phrase[-1].end), _side(phrase)
    return None, _behind(units, last)


def _behind(units: Sequence[Unit], last: int) -> str | None:
    """The body behind a name: ``Ada Rossi of Italy``."""
    of = last + 1 < len(units) and units[last].norm == "of"
    return _side(units[last + 1 : last + 2]) if of else None


def _shared_role(units: list[Unit], first: int) -> tuple[Span, str | None] | None:
    """The office of several, for the last of them: ``envoys Ada Rossi and Ben Okoro``.

    A side that stands behind each name is that one's own.
    """
    if first < 3 or units[first - 1].norm != "and":
        return None
    begin = first - 1
    while begin > 0 and first - begin < 8 and _names_another(units[begin - 1]):
        begin -= 1
    office = units[begin - 1] if begin else None
    if office is None or "title" not in office.labels or not office.norm.endswith("s"):
        return None
    role, side = role_of(units, begin, begin + 1)
    return (role, side) if role is not None else None


def _names_another(unit: Unit) -> bool:
    """Whether a word may be of the name before, or of its side."""
    if unit.mark or unit.labels & {"title", "honour", "verb"}:
        return False
    return unit.capital or unit.norm == "of"


def _side(units: Iterable[Unit]) -> str | None:
    for unit in units:
        if unit.body is not None and unit.body.idea.kind != "outlet":
            return unit.body.idea.key
    return None
