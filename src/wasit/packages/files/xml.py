"""XML as a tree with line numbers; no document types, no entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from wasit.entries import Mistake
from wasit.entries.errors import Place

LARGEST = 4_000_000
"""Bytes in a file."""
DEEPEST = 20
MOST = 200_000
"""Elements in a file."""


@dataclass(slots=True)
class Element:
    """An element, its attributes, and where it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """The elements of that name inside, at any depth."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)


def read(data: bytes, file: str) -> Element:
    """The root element. Raises :class:`wasit.entries.Mistake` with file and line."""
    if len(data) > LARGEST:
        raise Mistake(
            "the file is too large: {found} bytes; at most {most}",
            place=Place(file),
            found=len(data),
            most=LARGEST,
        )
    return _Reading(file).root(data)


class _Reading:
    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.open: list[Element] = []
        self.top: Element | None = None
        self.count = 0

    def root(self, data: bytes) -> Element:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            place = Place(self.file, error.lineno, error.offset + 1)
            problem = expat.errors.messages[error.code]
            raise Mistake("not XML: {problem}", place=place, problem=problem) from None
        except ValueError as error:
            raise Mistake("not XML: {problem}", place=self._here(), problem=error) from None
        assert self.top is not None
        return self.top

    def _here(self) -> Place:
        return Place(self.file, self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= DEEPEST or self.count > MOST:
            raise Mistake("the file has too much in it", place=self._here())
        element = Element(name, attributes, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        elif self.top is None:
            self.top = element
        self.open.append(element)

    def _end(self, name: str) -> None:
        self.open.pop()

    def _refuse(self, *_: object) -> None:
        raise Mistake("XML with a document type or entities is not read", place=self._here())
