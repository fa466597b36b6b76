"""What this report tells otherwise than one on record: each answer as a claim, with its source.

The reports of some days on record are read again by the rules; copies of one text count once. A
claim is the answer of one report to a question both answer: five hours, or four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from wasit.entries.bodies.reporting import Statement
from wasit.language.spans import Span
from wasit.press.copies import Contradiction, Version, put_together
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.known import Known
from wasit.press.propose import known
from wasit.press.propose.naming import name, slug
from wasit.press.reading import Reading

if TYPE_CHECKING:
    from wasit.press.propose.making import Making

_DAYS = 7
"""Reports of so many days before and after are compared."""
_MOST = 20
"""So many reports on record are compared, the last ones."""
_CONFIDENCE = 0.6
_QUESTIONS = {
    "duration": ("How long did the meeting last: {about}?", "كم دام الاجتماع: {about}؟"),
    "points": ("How many points does it have: {about}?", "كم عدد بنوده: {about}؟"),
    "count": ("How many documents are there: {about}?", "كم عدد الوثائق: {about}؟"),
    "figure": ("How many are there: {about}?", "كم العدد: {about}؟"),
}
"""By what is told otherwise. That a meeting is to come and was held is no contradiction."""
_GROWING = ("points", "count", "figure")
"""What changes from day to day: two answers contradict each other only on one day."""
_DURATION = re.compile(r"P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?")
_UNITS = {
    "days": ("days", "أيام"),
    "hours": ("hours", "ساعات"),
    "minutes": ("minutes", "دقائق"),
}


class _Source(NamedTuple):
    """A report that is compared: this one, or one on record read again."""

    report: str
    """Its id, or its ref in this batch."""
    outlet: Mapping[str, str]
    reading: Reading

    @property
    def day(self) -> str | None:
        """The date of the report."""
        published = self.reading.document.published
        return published.isoformat() if published else None


def claims(making: Making) -> None:
    """A claim for each answer, that of this report and those of the reports on record."""
    sources = [_Source(making.report, making.outlet, making.reading), *_earlier(making)]
    if len(sources) == 1:
        return
    together = put_together([one.reading for one in sources])
    for found in together.contradictions:
        ours = next((one for one in found.versions if 0 in one.readings), None)
        if ours is None or not found.about or found.sort not in _QUESTIONS:
            continue
        others = [
            v for v in found.versions if v is not ours and _contradicts(found.sort, v, sources)
        ]
        if others:
            asked = _question(found, sources[0], ours)
            for version in (ours, *others):
                _claim(making, asked, version, sources, found.sort)


def _earlier(making: Making) -> Iterator[_Source]:
    """The reports on record that are near in time and no copies of this one."""
    day = making.reading.document.published
    if day is None or making.known_report is not None:
        return
    reader, recorded = RuleReader(), Known.of(making.record)
    for entry, body in known.reports_near(making.record, day, timedelta(days=_DAYS))[-_MOST:]:
        text = next(iter((body.text or {}).values()), "")
        if text and making.copy_of not in (entry.id, body.copy_of or entry.id):
            published = entry.happened.last if entry.happened else None
            reading = reader.read(SourceText(text, published), recorded)
            yield _Source(entry.id, body.outlet, reading)


def _contradicts(sort: str, version: Version, sources: Sequence[_Source]) -> bool:
    """Whether another answer contradicts this report's: what grows does so only on one day."""
    return sort not in _GROWING or any(sources[n].day == sources[0].day for n in version.readings)


def _question(found: Contradiction, ours: _Source, version: Version) -> dict[str, Any]:
    """The label and the words of what is asked."""
    about = name(found.about)
    any_name = next(iter(about.values()), "")
    meant = {span for at, span in version.spans if at == 0}
    days = [m.when.text for m in ours.reading.meetings if m.when and meant.issuperset(m.spans)]
    key = about.get("en", any_name)
    english, arabic = _QUESTIONS[found.sort]
    return {
        "about": slug(" ".join((key, *days[:1], found.sort)), 64),
        "question": {
            "en": english.format(about=about.get("en", any_name)),
            "ar": arabic.format(about=about.get("ar", any_name)),
        },
    }


def _claim(
    making: Making,
    asked: Mapping[str, Any],
    version: Version,
    sources: Sequence[_Source],
    sort: str,
) -> None:
    """One answer, put for the first report of those that give it; not again where it is known."""
    number = version.readings[0]
    source = sources[number]
    spans = tuple(span for at, span in version.spans if at == number)
    said = _sentences(source.reading, spans)
    if not said or _is_known(making, source.report, asked["about"]):
        return
    fields = {
        "words": said,
        "speaker_name": dict(source.outlet),
        "claim": {**asked, "says": _says(sort, version.value)},
        "meeting": _meeting(making, spans) if number == 0 else None,
        "happened": source.day,
    }
    of = None if number == 0 else source.report
    making.put("contradictions", "statement", fields, _CONFIDENCE, spans, of=of)


def _meeting(making: Making, spans: Sequence[Span]) -> str | None:
    """The meeting that is spoken of at these places of this report."""
    return next((link for at, of, link in making.about if of == "meeting" and at in spans), None)


def _sentences(reading: Reading, spans: Sequence[Span]) -> dict[str, str]:
    """The sentence in which each language first tells of it."""
    document = reading.document
    found: dict[str, str] = {}
    for span in spans:
        if span.language not in found:
            for _, sentence in document.sentences(span.language):
                if sentence.span.holds(span):
                    found[span.language] = sentence.span.of(document.text)
                    break
    return found


def _is_known(making: Making, report: str, about: str) -> bool:
    """Whether the answer of a report to a question is on record."""
    return any(
        isinstance(entry.body, Statement)
        and entry.body.claim is not None
        and entry.body.claim.about == about
        and any(source.of == report for source in entry.source)
        for entry in making.record.of_kind("statement")
    )


def _says(sort: str, value: str) -> dict[str, str]:
    """An answer in words: ``PT5H`` is five hours."""
    if sort != "duration":
        return {"en": value, "ar": value} if value.isdecimal() else {"en": value}
    found = _DURATION.fullmatch(value)
    parts = [
        (int(n), _UNITS[unit]) for unit, n in (found.groupdict() if found else {}).items() if n
    ]
    if not parts:
        return {"en": value}
    return {
        "en": " ".join(f"{n} {unit[0]}" for n, unit in parts),
        "ar": " و".join(f"{n} {unit[1]}" for n, unit in parts),
    }
