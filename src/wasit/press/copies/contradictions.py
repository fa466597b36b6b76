"""What several sources tell of one thing otherwise: five hours or four, 28 points or 27."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.language.folding import folded, forms
from wasit.language.sound import alike
from wasit.language.spans import Span
from wasit.press.reading import ByLanguage, Figure, Found, Meeting, Reading, Text

Sort = Literal["duration", "date", "status", "points", "count", "figure"]

_SOUND = 0.8
"""How alike two words of two scripts must sound to be one name."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that are told."""

    value: str
    readings: tuple[int, ...]
    """The readings that have it, by their numbers, copies among them."""
    sources: int
    """How many independent sources have it."""
    spans: tuple[tuple[int, Span], ...]
    """Where each stands: the number of the reading, the words."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that is told otherwise by several sources, the most told version first."""

    sort: Sort
    about: ByLanguage
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    reading: int
    item: Meeting | Text | Figure


def contradictions(
    readings: Sequence[Reading], source_of: Sequence[int]
) -> tuple[Contradiction, ...]:
    """What the sources of ``readings`` tell otherwise; ``source_of`` gives each reading's source.

    Nothing is told of things one source alone has. Cost: quadratic in the items of one sort, so
    for the reports of some days, not of years.
    """
    found: list[Contradiction] = []
    for event in _events(readings, lambda r: r.meetings, _same_meeting):
        found += _differ(event, source_of, "duration", lambda m: m.duration)
        found += _differ(event, source_of, "status", _over_or_not)
    for event in _events(readings, lambda r: r.texts, _same_text):
        found += _differ(event, source_of, "points", lambda t: t.points_after)
        found += _differ(event, source_of, "count", lambda t: t.count)
    for event in _events(readings, lambda r: r.figures, _same_figure):
        found += _differ(event, source_of, "figure", lambda f: f"{f.value} {f.unit}")
    return tuple(found)


def _events(
    readings: Sequence[Reading],
    items: Callable[[Reading], Sequence[Found]],
    same: Callable[..., bool],
) -> Iterator[list[_Told]]:
    """Items of several readings that are one, each list in the order of the readings."""
    groups: list[list[_Told]] = []
    for number, reading in enumerate(readings):
        for item in items(reading):
            assert isinstance(item, (Meeting, Text, Figure))
            told = _Told(number, item)
            group = next(
                (
                    one
                    for one in groups
                    # Two items of one reading are two things.
                    if all(other.reading != number for other in one)
                    and all(same(item, other.item) for other in one)
                ),
                None,
            )
            if group is None:
                groups.append([told])
            else:
                group.append(told)
    yield from (group for group in groups if len(group) > 1)


def _differ(
    event: Sequence[_Told],
    source_of: Sequence[int],
    sort: Sort,
    value: Callable[..., object],
) -> Iterator[Contradiction]:
    told: dict[str, list[_Told]] = {}
    for one in event:
        said = value(one.item)
        if said is not None:
            told.setdefault(str(said), []).append(one)
    sources = [{source_of[one.reading] for one in listed} for listed in told.values()]
    # A source that has both versions does not contradict itself.
    if len(told) < 2 or len(set().union(*sources)) < 2:
        return
    versions = [
        Version(
            said,
            tuple(one.reading for one in listed),
            len({source_of[one.reading] for one in listed}),
            tuple((one.reading, span) for one in listed for span in one.item.spans),
        )
        for said, listed in told.items()
    ]
    versions.sort(key=lambda one: (-one.sources, one.readings))
    yield Contradiction(sort, _about(event), tuple(versions))


def _about(event: Sequence[_Told]) -> ByLanguage:
    about: dict[str, str] = {}
    for one in event:
        item = one.item
        if isinstance(item, Figure):
            about.setdefault("en" if item.of.isascii() else "ar", item.of)
        else:
            named = item.place if isinstance(item, Meeting) else item.name
            for language, words in named.items():
                about.setdefault(language, words)
    return {language: about[language] for language in ("ar", "en") if language in about}


def _over_or_not(meeting: Meeting) -> str | None:
    """Held, or not yet: planned and conditional do not contradict each other."""
    return "held" if meeting.status == "held" else "to come"


def _same_meeting(one: Meeting, other: Meeting) -> bool:
    """One place, days that meet, and nobody in both lists or somebody in common."""
    if one.when is None or other.when is None or not one.place or not other.place:
        return False
    if one.when.last < other.when.first or other.when.last < one.when.first:
        return False
    together = not one.participants or not other.participants
    together = together or any(_alike(a, b) for a in one.participants for b in other.participants)
    return together and _same_words(one.place, other.place)


def _same_text(one: Text, other: Text) -> bool:
    return _same_words(one.name, other.name)


def _same_figure(one: Figure, other: Figure) -> bool:
    """One unit, and most words of what it is an amount of."""
    return one.unit == other.unit and _overlap(one.of, other.of) > 0.6


def _same_words(one: ByLanguage, other: ByLanguage) -> bool:
    """Whether two names are one: in a language both have, else by sound."""
    common = [language for language in one if language in other]
    if common:
        return any(_overlap(one[language], other[language]) > 0.6 for language in common)
    if not one or not other:
        return False
    return _alike(next(iter(one.values())), next(iter(other.values())))


def _overlap(one: str, other: str) -> float:
    a, b = _content(one), _content(other)
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def _content(words: str) -> frozenset[str]:
    return frozenset(min(forms(folded(word)), key=len) for word in words.split() if len(word) > 2)


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, in one script or across two."""
    if one.isascii() == other.isascii():
        return _overlap(one, other) > 0.6
    arabic, english = (other, one) if one.isascii() else (one, other)
    ours, theirs = arabic.split(), english.split()
    return bool(ours and theirs) and alike(ours[-1], theirs[-1]) >= _SOUND
