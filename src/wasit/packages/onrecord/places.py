"""Where the issues and options of a record stand in its bargain."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.entries import Entry
from wasit.entries.bodies import bargain as bodies
from wasit.entries.links import OptionRef
from wasit.packages.bargain import Choice


def issue_in(entry: Entry) -> bodies.Issue:
    """What an entry says of an issue."""
    assert isinstance(entry.body, bodies.Issue)
    return entry.body


class Places:
    """Where issues and options stand in the bargain."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.issues = {entry.id: place for place, entry in enumerate(entries)}
        self.options = {
            (entry.id, option.label): (place, number)
            for place, entry in enumerate(entries)
            for number, option in enumerate(issue_in(entry).options)
        }
        self.sizes = [len(issue_in(entry).options) for entry in entries]

    def choices(self, refs: Sequence[OptionRef]) -> tuple[Choice, ...]:
        """The options that are there, of those named."""
        found = (self.options.get((ref.issue, ref.label)) for ref in refs)
        return tuple(choice for choice in found if choice is not None)
