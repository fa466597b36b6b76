"""What can go wrong, as a tree.

    WasitError
    ├── Mistake            the user's input is wrong; one line says what, where, what was expected
    │   └── NotOnRecord    a name that stands for nothing the acting seat may read
    ├── Refused            the answer is no: verification failed, the record is damaged
    └── Failure            the machine failed: disk, database, memory

A shell turns them into exit codes: ``Mistake`` 2, ``Refused`` 1, ``Failure`` 3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self


class WasitError(Exception):
    """Base of everything Wasit raises on purpose.

    The message is a template with named values, so that a shell can look the template up in a
    message catalogue before filling it in.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.in_words(str)

    def in_words(self, translate: Callable[[str], str]) -> str:
        """The message on one line, its template passed through a catalogue first."""
        shown = {name: visible(value) for name, value in self.values.items()}
        return translate(self.template).format(**shown)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an input something stands: file, line and column (both from 1), path of fields."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str = ""
    marks: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Lines of the fields further in, by their paths, where the reader of the file kept them."""

    def at(self, path: str) -> Place:
        """The same place, further in; its line, if that is known."""
        joint = "" if not self.path or path.startswith("[") else "."
        longer = f"{self.path}{joint}{path}"
        return replace(self, path=longer, line=self._line_of(longer))

    def _line_of(self, path: str) -> int | None:
        """The line of the innermost field on the way to ``path`` that has one."""
        while path:
            if path in self.marks:
                return self.marks[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.line

    def __str__(self) -> str:
        parts = []
        if self.file:
            parts.append(visible(self.file))
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.path:
            parts.append(visible(self.path))
        return ", ".join(parts)


class Mistake(WasitError):
    """The input is wrong. Nothing was changed on record."""

    def __init__(self, template: str, *, place: Place | None = None, **values: object) -> None:
        super().__init__(template, **values)
        self.place = place

    def in_place(self, place: Place) -> Self:
        """This mistake with its place filled in, where it had none."""
        if self.place is None:
            self.place = place
        elif self.place.file is None and place.file is not None:
            self.place = replace(place, path=self.place.path or place.path)
        return self

    def in_words(self, translate: Callable[[str], str]) -> str:
        said = super().in_words(translate)
        return f"{self.place}: {said}" if self.place and str(self.place) else said


class NotOnRecord(Mistake):
    """A name or id that stands for nothing the acting seat may read.

    The same words whether the entry is hidden from the seat or was never there.
    """


class Refused(WasitError):
    """The answer is no."""


class Failure(WasitError):
    """The machine failed; nothing unacknowledged is claimed."""


def visible(value: object) -> str:
    """Text for one line of a message: controls and direction characters escaped, cut at 400."""
    text = str(value)
    shown = "".join(c if _harmless(c) else f"\\u{ord(c):04x}" for c in text[:400])
    return shown if len(text) <= 400 else shown + "…"


def _harmless(c: str) -> bool:
    code = ord(c)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return False
    return not (0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or 0xD800 <= code <= 0xDFFF)
