"""The interface every reader of reports stands behind, and the reader by rules."""

from __future__ import annotations

import gc
from typing import Protocol

from wasit.press.document import SourceText
from wasit.press.known import Known
from wasit.press.reading import Reading


class Reader(Protocol):
    """Reads a report. Pure as seen from outside: the same report gives the same reading."""

    def read(self, source: SourceText, known: Known) -> Reading:
        """What ``source`` says, every item with the spans it rests on."""
        ...


class RuleReader:
    """Reads by the rules of this room and the lexicons; nothing leaves the machine."""

    def read(self, source: SourceText, known: Known | None = None) -> Reading:
        """What ``source`` says."""
        # The finders and their lexicons are loaded with the first report: most commands read none.
        from wasit.press.rules import read_by_rules

        # What is made while reading has no cycles, and there is much of it: none are searched for.
        collects = gc.isenabled()
        gc.disable()
        try:
            return read_by_rules(source, known or Known())
        finally:
            if collects:
                gc.enable()
