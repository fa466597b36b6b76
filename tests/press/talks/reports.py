"""Small reports for the tests of meetings, texts and positions, and how they are read."""

from __future__ import annotations

from wasit.press.align import align
from wasit.press.dates import find_dates
from wasit.press.document import Document, SourceText, document_of
from wasit.press.known import Known
from wasit.press.meetings import find_meetings
from wasit.press.names import find_names
from wasit.press.positions import find_positions
from wasit.press.reading import Meeting, Position, Text
from wasit.press.statements import find_statements
from wasit.press.texts import find_texts

SETTING = (
    "The envoy said the ceasefire, the prisoners and the border were discussed by both delegations."
)
"""A sentence that says what a report is about: talks between sides."""
SETTING_AR = "وقال المبعوث إن الوفدين بحثا وقف إطلاق النار وملف الأسرى والحدود."


def document(*paragraphs: str, date: str = "2026-03-12") -> Document:
    """A dated report of these paragraphs."""
    return document_of(SourceText(f" date {date} " + "\n".join(paragraphs)))


def meetings(*paragraphs: str, date: str = "2026-03-12") -> tuple[Meeting, ...]:
    """The meetings read out of a report of these paragraphs."""
    report = document(*paragraphs, date=date)
    alignment = align(report)
    names = find_names(report, alignment, Known())
    return find_meetings(report, alignment, names, find_dates(report))


def texts(*paragraphs: str) -> tuple[Text, ...]:
    """The texts read out of a report of these paragraphs."""
    report = document(*paragraphs)
    alignment = align(report)
    return find_texts(report, alignment, find_names(report, alignment, Known()))


def positions(*paragraphs: str) -> tuple[Position, ...]:
    """The positions read out of a report of these paragraphs."""
    report = document(*paragraphs)
    alignment = align(report)
    names = find_names(report, alignment, Known())
    return find_positions(report, alignment, names, find_statements(report, alignment, names))
