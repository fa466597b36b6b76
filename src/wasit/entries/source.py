"""What an entry rests on: a report, meeting or document, and the exact words in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wasit.entries.bodies.base import model
from wasit.entries.errors import Mistake
from wasit.entries.links import Link
from wasit.entries.words import Language


@model
class Span:
    """A piece of a source text: half-open code-point offsets into it, in one language."""

    language: Language
    """The language of the text."""
    start: Annotated[int, Field(ge=0)]
    """Offset of the first character."""
    end: Annotated[int, Field(ge=1)]
    """Offset behind the last character."""

    def check(self) -> None:
        """Raise :class:`Mistake` when the span is empty."""
        if self.end <= self.start:
            raise Mistake("span ends at {end} before it starts", end=self.end)


@model
class Source:
    """One thing an entry rests on."""

    of: Link
    """The report, meeting, document, draft or message it rests on."""
    spans: tuple[Span, ...] = ()
    """Where in its text."""
