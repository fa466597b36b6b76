"""Where two language versions of a report do not say the same."""

from __future__ import annotations

from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.reading import Alignment, Difference


def find_differences(
    document: Document, alignment: Alignment, names: Names
) -> tuple[Difference, ...]:
    """The differences between the versions of ``document``, most serious first."""
    return ()
