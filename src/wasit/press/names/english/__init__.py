"""People named in English: capitals, offices before and behind, verbs of speech."""

from __future__ import annotations

from wasit.press.names.english.roles import office_in
from wasit.press.names.english.runs import Run, runs
from wasit.press.names.english.units import English, Unit, english, name_word

__all__ = ["English", "Run", "Unit", "apposed", "english", "name_word", "runs", "speaks", "titled"]


def titled(run: Run) -> bool:
    """Whether an office or a form of address stands right before the run."""
    n = run.first - 1
    steps = 0
    while n >= 0 and steps < 7:
        unit = run.units[n]
        if unit.mark or (steps == 0 and run.size == 1 and unit.norm in ("of", "for")):
            return False  # the chief ministers of Ruritania
        if unit.labels & {"title", "honour"}:
            return unit.norm not in ("his", "her", "then", "the") or steps > 0
        if not (unit.labels & {"kind"} or unit.body is not None or unit.norm in ("of", "for")):
            return False
        n, steps = n - 1, steps + 1
    return False


def apposed(run: Run) -> bool:
    """Whether an office stands beside the run, set off by a comma: before or behind it."""
    units = run.units
    if run.first > 1 and units[run.first - 1].text == "," and office_in(units, run.first - 1):
        return True
    if run.last + 1 < len(units) and units[run.last].text in (",", "("):
        strange = 0
        for unit in units[run.last + 1 : run.last + 9]:
            if unit.mark and not unit.text.isalnum():
                return False
            if "title" in unit.labels or unit.norm == "who":
                return True
            known = unit.labels & {"kind", "honour"} or unit.body or unit.norm in _LINKS
            # "the Acas conciliator": a body no list has.
            if not (known or (unit.capital and "stop" not in unit.labels)):
                # The operator's managing director: of a word or two nothing is known.
                strange += 1
                begun = units[run.last + 1].norm in _LINKS and "verb" not in unit.labels
                if strange > 2 or not begun or unit.norm in _NO_OFFICE:
                    return False
    return _of_a_body(run) or _is_told_to_be(run)


_LINKS = frozenset(
    ("the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "its", "his", "her", "their")
)


_NO_OFFICE = frozenset(("which", "where", "that", "said", "is", "was", "were", "are", "has", "had"))
"""They do not stand between a name and the office set off behind it."""


_BODY_NEAR = 7


def _of_a_body(run: Run) -> bool:
    """Whether the body somebody is of stands behind: ``Ada Rossi of the bakers' union``."""
    units = run.units
    if run.size < 2 or run.last + 1 >= len(units) or units[run.last].norm != "of":
        return False
    if "particle" in units[run.last].labels or units[run.last + 1].norm != "the":
        return False
    for unit in units[run.last + 2 : run.last + 2 + _BODY_NEAR]:
        if unit.text in ("'", "’"):
            continue
        if unit.mark or "verb" in unit.labels:
            return False
        if unit.labels & {"organisation", "group"}:
            return True
    return False


def _is_told_to_be(run: Run) -> bool:
    """Whether the office is told with a verb: ``Ada Rossi is the union's secretary``."""
    units = run.units
    if run.size < 2 or run.last + 1 >= len(units) or units[run.last].norm not in ("is", "was"):
        return False
    for unit in units[run.last + 1 : run.last + 1 + _BODY_NEAR]:
        if unit.mark or "verb" in unit.labels or unit.norm in _NO_OFFICE:
            return False
        if "title" in unit.labels:
            return True
    return False


def speaks(run: Run) -> bool:
    """Whether a verb of speech stands right before or behind the run."""
    units = run.units
    after = run.last
    if after < len(units) and units[after].text == ",":
        return False
    if run.first and units[run.first - 1].norm in _WITHIN:
        # "analysts at Callender Ross put it at": the analysts speak.
        return False
    if run.first and units[run.first - 1].norm in _TELLING:
        return False  # told Carbon Brief that
    for n in (after, after + 1, run.first - 1):
        if 0 <= n < len(units) and "verb" in units[n].labels and not units[n].capital:
            return n != after + 1 or not units[after].mark
    return False


_TELLING = frozenset(("told", "tells", "tell", "telling", "informed"))


_WITHIN = frozenset(("at", "in", "of", "with", "from", "near"))
"""Between somebody and the house they work for."""
