"""How the reports of one command are read and told."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wasit.press.document import SourceText
from wasit.press.engine import Reader, RuleReader
from wasit.press.known import Known

if TYPE_CHECKING:
    from wasit.press.reading import Reading


class Stopped(Exception):
    """Somebody wants no more of it; nothing is to be stored."""


@dataclass(frozen=True, slots=True)
class How:
    """How reports are read and told."""

    reader: Reader
    day: date | None
    outlet: str | None
    language: str
    json: bool

    @property
    def plain(self) -> bool:
        """Whether reports are read by the rules, with nothing said about them from outside."""
        return isinstance(self.reader, RuleReader) and not (self.day or self.outlet)

    def given(self, source: SourceText) -> SourceText:
        """The report with what the command line says of it."""
        return dataclasses.replace(
            source,
            published=self.day or source.published,
            outlet=self.outlet or source.outlet,
        )

    def read(self, source: SourceText, known: Known | None = None) -> Reading:
        """What the report says."""
        return self.reader.read(self.given(source), known or Known())
