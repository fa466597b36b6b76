"""XML parts as trees of elements, without document types, and back to bytes.

Names carry the prefix that Word uses for a namespace, whatever the file calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat
from xml.sax.saxutils import escape

from wasit.entries import Mistake, Place
from wasit.text.word import limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PREFIXES = {
    W: "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
TEXTS = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t"})
"""Elements whose texts are a paragraph's, spaces and all."""
_CHUNK = 256 * 1024
_OWN = frozenset(PREFIXES.values())
_PREFIXED = ("mc:Ignorable", "Requires")
"""Attributes that list prefixes."""
_NONE: dict[str, str] = {}


class Node:
    """An element: its name, its attributes, and its elements and texts in order."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, *inside: Node | str):
        self.name = name
        self.attributes = attributes or {}
        self.children: list[Node | str] = list(inside)

    def get(self, attribute: str, default: str = "") -> str:
        return self.attributes.get(attribute, default)

    def elements(self) -> Iterator[Node]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Node))

    def find(self, *path: str) -> Node | None:
        """The first element down a path of names."""
        node: Node | None = self
        for name in path:
            if node is None:
                return None
            node = next((child for child in node.elements() if child.name == name), None)
        return node

    def all(self, name: str) -> Iterator[Node]:
        """The elements of one name directly inside."""
        return (child for child in self.elements() if child.name == name)

    def value(self, *path: str) -> str | None:
        """``w:val`` of the element down a path; None where it is not there."""
        found = self.find(*path)
        return None if found is None else found.get("w:val")

    def text(self) -> str:
        """The texts directly inside."""
        return "".join(child for child in self.children if isinstance(child, str))


def whole(text: str | None, otherwise: int) -> int:
    """A number as files have it; ``otherwise`` where it is none or out of all bounds."""
    found = re.fullmatch(r"\s*([+-]?\d{1,6})(?:\.\d*)?\s*", text or "", re.ASCII)
    return int(found[1]) if found else otherwise


class Tree:
    """A part, read: its outermost element and the namespaces it names."""

    def __init__(self, root: Node, namespaces: dict[str, str]) -> None:
        self.root = root
        self.namespaces = namespaces
        """Namespaces by the prefix under which the tree has them."""


class Budget:
    """What may still be read, over all parts of a file."""

    def __init__(self) -> None:
        self.bytes = limits.XML_BYTES
        self.tags = limits.TAGS
        self.attributes = limits.ATTRIBUTES


def read_xml(chunks: Iterable[bytes], place: Place, budget: Budget | None = None) -> Tree:
    """The tree of a part.

    Raises :class:`Mistake` at ``place`` with the line: not well-formed, a document type, beyond
    the limits.
    """
    reader = _Reader(place, budget or Budget())
    for chunk in chunks:
        reader.feed(chunk)
    return reader.close()


class _Reader:
    def __init__(self, place: Place, budget: Budget) -> None:
        self.place = place
        self.budget = budget
        self.namespaces: dict[str, str] = {}
        self.prefixes = dict(PREFIXES)
        """By namespace, the one prefix that stands for it in the tree."""
        self.typed: dict[str, str] = {}
        """By prefix as typed, the namespace it was last bound to."""
        self.names: dict[str, str] = {}
        self.root: Node | None = None
        self.open: list[Node] = []
        self.letters = 0
        self.fed = 0
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 64 * 1024
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, data: bytes) -> None:
        self.budget.bytes -= len(data)
        if self.budget.bytes < 0:
            limit = limits.XML_BYTES
            raise Mistake("a part longer than {limit} bytes", place=self.place, limit=limit)
        for at in range(0, len(data), _CHUNK):
            self._parse(data[at : at + _CHUNK])
            self.fed += len(data[at : at + _CHUNK])
            if self.fed - max(self.parser.CurrentByteIndex, 0) > limits.TAG_BYTES:
                raise Mistake(
                    "a tag longer than {limit} bytes", place=self._here(), limit=limits.TAG_BYTES
                )

    def close(self) -> Tree:
        self._parse(b"", last=True)
        if self.root is None:
            raise Mistake("not well-formed XML", place=self._here())
        return Tree(self.root, self.namespaces)

    def _parse(self, data: bytes, *, last: bool = False) -> None:
        try:
            self.parser.Parse(data, last)
        except (expat.ExpatError, LookupError, ValueError, UnicodeError):
            raise Mistake("not well-formed XML", place=self._here()) from None

    def _here(self) -> Place:
        return Place(self.place.file, self.parser.CurrentLineNumber, path=self.place.path)

    def _doctype(self, *_: object) -> None:
        raise Mistake("a document type; none is expected", place=self._here())

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        self.typed[prefix or ""] = uri or ""
        self._count_names()
        if uri:
            self._prefix(uri, prefix or "")

    def _prefix(self, uri: str, wished: str) -> str:
        """The prefix that stands for ``uri`` in the tree."""
        prefix = self.prefixes.get(uri)
        if prefix is None:
            prefix, n = wished, len(self.namespaces)
            while not prefix or prefix in self.namespaces or prefix in _OWN:
                prefix, n = f"ns{n}", n + 1
            self.prefixes[uri] = prefix
            self._count_names()
        if prefix != "xml":
            self.namespaces.setdefault(prefix, uri)
        return prefix

    def _name(self, full: str) -> str:
        uri, _, local = full.rpartition(" ")
        name = self.names[full] = f"{self._prefix(uri, '')}:{local}" if uri else local
        self._count_names()
        return name

    def _count_names(self) -> None:
        limit = limits.NAMES
        if len(self.names) + len(self.prefixes) + len(self.typed) > limit:
            raise Mistake(
                "more than {limit} names of tags and attributes", place=self._here(), limit=limit
            )

    def _count(self, attributes: int) -> None:
        """Take a tag with so many attributes from the budget."""
        budget = self.budget
        budget.tags -= 1
        budget.attributes -= attributes
        if budget.tags < 0:
            raise Mistake("more than {limit} tags", place=self._here(), limit=limits.TAGS)
        if budget.attributes < 0:
            limit = limits.ATTRIBUTES
            raise Mistake("more than {limit} attributes", place=self._here(), limit=limit)

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        self._count(len(attributes))
        if len(self.open) >= limits.NESTING:
            raise Mistake(
                "elements nested deeper than {limit}", place=self._here(), limit=limits.NESTING
            )
        names = self.names
        name = names.get(full) or self._name(full)
        node = Node(name)
        node.attributes = _NONE
        if attributes:
            node.attributes = {
                names.get(key) or self._name(key): value for key, value in attributes.items()
            }
            self._own_prefixes(node)
        if name == "w:p":
            self.letters = 0
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _own_prefixes(self, node: Node) -> None:
        """Attributes that list prefixes list those of the tree."""
        for attribute in _PREFIXED:
            if attribute in node.attributes:
                typed = dict.fromkeys(node.attributes[attribute].split())
                known = [self._prefix(self.typed[p], p) for p in typed if self.typed.get(p)]
                node.attributes[attribute] = " ".join(known)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _letters(self, text: str) -> None:
        node = self.open[-1]
        if node.name in TEXTS:
            self.letters += len(text)
            if self.letters > limits.PARAGRAPH:
                limit = limits.PARAGRAPH
                raise Mistake(
                    "a paragraph longer than {limit} characters", place=self._here(), limit=limit
                )
        elif text.isspace():
            return
        node.children.append(text)


def write_xml(tree: Tree) -> bytes:
    """The tree as bytes; equal trees give equal bytes."""
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
    declared = {f"xmlns:{prefix}": uri for prefix, uri in sorted(tree.namespaces.items())}
    _write(tree.root, out, declared)
    return "".join(out).encode()


_QUOTED = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_SPACES = {"\r": "&#13;"}


def _write(node: Node, out: list[str], declared: dict[str, str]) -> None:
    out.append(f"<{node.name}")
    for key, value in (*declared.items(), *node.attributes.items()):
        out.append(f' {key}="{escape(value, _QUOTED)}"')
    if not node.children:
        out.append("/>")
        return
    out.append(">")
    for child in node.children:
        if isinstance(child, str):
            out.append(escape(child, _SPACES))
        else:
            _write(child, out, {})
    out.append(f"</{node.name}>")
