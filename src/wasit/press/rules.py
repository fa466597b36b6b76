"""The reader by rules: the finders of this room, one after another."""

from __future__ import annotations

from wasit.press.align import align
from wasit.press.dates import dated, find_dates
from wasit.press.differences import find_differences
from wasit.press.document import SourceText, document_of
from wasit.press.figures import find_figures
from wasit.press.known import Known
from wasit.press.meetings import find_meetings
from wasit.press.names import find_names
from wasit.press.positions import find_positions
from wasit.press.reading import Reading
from wasit.press.statements import find_statements
from wasit.press.texts import find_texts


def read_by_rules(source: SourceText, known: Known) -> Reading:
    """What ``source`` says, as far as the rules and lexicons know."""
    document = dated(document_of(source))
    alignment = align(document)
    names = find_names(document, alignment, known)
    dates = find_dates(document)
    figures = find_figures(document, alignment, dates)
    statements = find_statements(document, alignment, names)
    meetings = find_meetings(document, alignment, names, dates)
    texts = find_texts(document, alignment, names)
    positions = find_positions(document, alignment, names, statements)
    return Reading(
        document=document,
        alignment=alignment,
        people=names.people,
        bodies=names.bodies,
        meetings=meetings,
        texts=texts,
        statements=statements,
        positions=positions,
        figures=figures,
        dates=dates,
        differences=find_differences(document, alignment, names, dates),
    )
