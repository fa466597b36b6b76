"""Runs of capitals that may be the names of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wasit.press.names.english.roles import role_of
from wasit.press.names.english.units import GENITIVE, English, Unit
from wasit.press.names.found import Candidate

LONGEST = 5
"""Words a name may have."""


@dataclass(slots=True)
class Run:
    """Words ``first`` to ``last`` (the one behind) that look like a name."""

    units: list[Unit]
    first: int
    last: int
    paragraph: int

    @property
    def size(self) -> int:
        """How many words."""
        return self.last - self.first

    @property
    def has_nickname(self) -> bool:
        """Whether something stands in quotation marks within: Ada "the Fox" Rossi."""
        return any(unit.text in _QUOTES for unit in self.units[self.first : self.last])

    def candidate(self, *, sure: bool) -> Candidate:
        """The run as a name."""
        role, side = role_of(self.units, self.first, self.last)
        named = self.units[self.first : self.last]
        words, quoted = [], False
        for unit in named:
            if unit.text in _QUOTES:
                quoted = not quoted
            elif not quoted:
                words.append(unit.norm)
        return Candidate(
            "en",
            named[0].start,
            named[-1].bare_end,
            tuple(words),
            self.paragraph,
            sure,
            role,
            side,
        )


def runs(paragraph: English) -> list[Run]:
    """Every run of capitals that is neither office nor body nor a word of another kind."""
    if paragraph.paragraph.kind == "heading":
        return []
    found = []
    for units in paragraph.sentences:
        n = 0
        while n < len(units):
            if not _may_begin(units, n):
                n += 1
                continue
            if "place_first" in units[n].labels and n + 1 < len(units):
                n += 1  # Santa Rita
                while n < len(units) and units[n].capital and not units[n].mark:
                    n += 1
                continue
            last = n + 1
            while last < len(units) and not units[last - 1].text.endswith(GENITIVE):
                if _may_follow(units, n, last):
                    last += 1
                elif "particle" in units[last].labels and not units[last].mark:
                    after = last + 1
                    while after < len(units) and "particle" in units[after].labels:
                        after += 1
                    if after < len(units) and _is_name(units[after]) and after - last <= 2:
                        last = after + 1
                    else:
                        break
                else:
                    break
            last = _behind_nickname(units, n, last)
            if not _labelled(units, n, last):
                found.append(Run(units, n, last, paragraph.paragraph.index))
            n = last
    return found


_QUOTES = frozenset("\"“”‘’'")


_NICKNAME = 4
"""How many words and marks a nickname in quotation marks may have."""


def _behind_nickname(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind the family name after a nickname: Ada "the Fox" Rossi."""
    if last >= len(units) or last - first > 2 or units[last].text not in _QUOTES:
        return last
    for n in range(last + 1, min(last + 1 + _NICKNAME, len(units) - 1)):
        if units[n].text in _QUOTES:
            return n + 2 if _is_name(units[n + 1]) and n > last + 1 else last
    return last


def _is_name(unit: Unit) -> bool:
    if not unit.capital or unit.mark or "stop" in unit.labels or unit.norm == "of":
        return False
    if unit.body is not None and "given" not in unit.labels:
        return False
    return not unit.labels & {"title", "honour", "organisation", "place"} and (
        "kind" not in unit.labels
    )


def _may_begin(units: Sequence[Unit], n: int) -> bool:
    unit = units[n]
    if not _is_name(unit) or ("outlet" in unit.labels and "given" not in unit.labels):
        return False
    if unit.body is not None:
        # Jordan, Chad: a given name where a name follows.
        return n + 1 < len(units) and _is_name(units[n + 1]) and units[n + 1].body is None
    return True


def _may_follow(units: Sequence[Unit], first: int, n: int) -> bool:
    unit = units[n]
    if not unit.capital or unit.mark:
        return False
    if _is_name(unit):
        return True
    # Stephen King, Jack Dean: a family name that is an office elsewhere.
    return (
        n == first + 1
        and "given" in units[first].labels
        and bool(unit.labels & {"title", "kind", "honour"})
        and unit.body is None
        and not (n + 1 < len(units) and units[n + 1].capital)
    )


def _labelled(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether what follows makes the run the name of something else: "the Annan plan"."""
    before = units[first - 1] if first else None
    if before is not None and before.capital and "outlet" in before.labels:
        # Radio Ndeke Luka; but Reuters' own people have a name of the lists.
        return "given" not in units[first].labels
    if "outlet" in units[last - 1].labels and "given" not in units[first].labels:
        return True
    if last >= len(units) or units[last].mark or units[last - 1].text.endswith(GENITIVE):
        return False
    after = units[last]
    if after.capital and after.labels & {"organisation", "place", "label", "outlet"}:
        return True
    if not after.capital and "place" in after.labels:
        return True  # Marie Curie hospital
    begun = first > 0 and units[first - 1].norm in ("the", "a", "an", "this", "that")
    return begun and bool(after.labels & {"label", "group", "organisation", "place"})
