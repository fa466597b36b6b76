"""Between drafts on record and drafts as text: the same points, by label and by key.

A record holds a point with its words in every language and names it by its label as written,
``4/ب``; a text is in one language and names it as references do, ``4.b``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wasit.entries.bodies.text import Draft, numbered
from wasit.entries.bodies.text import Point as HeldPoint
from wasit.text.draft import DraftText, Language, Part, Point
from wasit.text.numbering import key_of_label


@dataclass(frozen=True, slots=True)
class Held:
    """A draft on record as a text in one language, and which key is which label."""

    text: DraftText
    labels: Mapping[str, str] = field(default_factory=dict)
    """The label of each point, as references on record have it (``4/a``), by its key."""


def held(draft: Draft, language: Language) -> Held:
    """The points of ``draft`` in ``language``; words in other languages are left out."""
    labels: dict[str, str] = {}
    points = tuple(_points(draft.points, language, "", "", labels))
    return Held(DraftText(language, points), labels)


def _points(
    points: tuple[HeldPoint, ...],
    language: Language,
    above: str,
    label_above: str,
    labels: dict[str, str],
) -> Iterator[Point]:
    for point in points:
        label = f"{label_above}/{point.label}" if label_above else point.label
        own = key_of_label(point.label)
        key = f"{above}.{own}" if above and not own.startswith(f"{above}.") else own
        key = _unused(key, labels)
        labels[key] = label
        yield Point(
            label=point.label,
            key=key,
            words=(point.words or {}).get(language, ""),
            heading=(point.heading or {}).get(language),
            points=tuple(_points(point.points, language, key, label, labels)),
        )


def _unused(key: str, taken: Mapping[str, str]) -> str:
    """``key``, or ``key-2`` where ١ and 1 stand in one list: as written they are two."""
    found, n = key, 1
    while found in taken:
        n += 1
        found = f"{key}-{n}"
    return found


def languages_of(draft: Draft) -> Mapping[Language, int]:
    """How many points have words in each language."""
    found: dict[Language, int] = {}
    for _, point in numbered(draft.points):
        for language in point.words or {}:
            found[language] = found.get(language, 0) + 1
    return found


def common_languages(one: Draft, other: Draft) -> list[Language]:
    """The languages in which both are held, at least by half of what the fullest of them holds."""
    first, second = languages_of(one), languages_of(other)
    shared = {name: min(first[name], second[name]) for name in sorted(set(first) & set(second))}
    most = max(shared.values(), default=0)
    return [name for name, n in shared.items() if n * 2 >= most]


@dataclass(frozen=True, slots=True)
class ToHold:
    """The points of a text as a record holds them."""

    points: tuple[HeldPoint, ...]
    labels: Mapping[str, str]
    """The label of each point, as references on record have it, by its key in the text."""


def to_hold(texts: Mapping[Language, DraftText]) -> ToHold:
    """The points of a text in one or more languages as a record holds them.

    Points of two languages are one where their keys are. Labels, and the order, are those of the
    first language given; what another has beside them stands before the next point they share. A
    label as written that cannot be one on record, or that stands twice, gives way to the key.
    """
    labels: dict[str, str] = {}
    by_language = {name: text.points for name, text in texts.items()}
    return ToHold(tuple(_merged(by_language, "", "", labels)), labels)


def _merged(
    by_language: Mapping[Language, tuple[Point, ...]],
    above: str,
    label_above: str,
    labels: dict[str, str],
) -> Iterator[HeldPoint]:
    for key, versions in _by_key(by_language).items():
        first = next(iter(versions.values()))
        own = key.removeprefix(f"{above}.") if above else key
        label = first.label if _fits(first.label, own) else own
        labels[key] = f"{label_above}/{label}" if label_above else label
        words = {name: point.words for name, point in versions.items() if point.words}
        headings = {name: point.heading for name, point in versions.items() if point.heading}
        inside = {name: point.points for name, point in versions.items()}
        yield HeldPoint(
            label=label,
            words=words or None,
            heading=headings or None,
            points=tuple(_merged(inside, key, labels[key], labels)),
        )


def _by_key(
    by_language: Mapping[Language, tuple[Point, ...]],
) -> dict[str, dict[Language, Point]]:
    keys: list[str] = []
    found: dict[str, dict[Language, Point]] = {}
    for language, points in by_language.items():
        at = len(keys)
        for point in reversed(points):
            if point.key in found:
                at = keys.index(point.key)
            else:
                keys.insert(at, point.key)
            found.setdefault(point.key, {})[language] = point
    return {key: _first_named(found[key], by_language) for key in keys}


def _first_named(
    versions: Mapping[Language, Point], order: Mapping[Language, object]
) -> dict[Language, Point]:
    return {name: versions[name] for name in order if name in versions}


def _fits(label: str, own: str) -> bool:
    """Whether a label as written may stand on record, and is what the key makes of it."""
    return bool(_ON_RECORD.fullmatch(label)) and key_of_label(label) == own


_ON_RECORD = re.compile(r"\w[\w.\-()٫]{0,63}")


def title_of(text: DraftText) -> str | None:
    """The title that stands above the points."""
    return next((part.words for part in text.parts if part.kind == "title"), None)


def around(text: DraftText) -> tuple[Part, ...]:
    """What stands around the points, the title left out."""
    return tuple(part for part in text.parts if part.kind != "title")
