"""The parts of a Word file that may be handed on: nothing that runs, nothing that is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wasit.entries import Mistake
from wasit.text.word.reader import File
from wasit.text.word.xml import Node, read_xml, write_xml

_FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|IMPORT|MACROBUTTON)\b",
    re.IGNORECASE,
)
_STORIES = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml\Z")
_TEMPLATE = "/attachedTemplate"


def inert_parts(file: File) -> dict[str, bytes]:
    """The parts of ``file`` by name; the link to a template is left out.

    Raises :class:`Mistake` on macros, parts elsewhere, and fields that fetch or run something.
    """
    package = file.package
    parts: dict[str, bytes] = {}
    for name in package.names:
        inside = file.place.at(name)
        if name.casefold().endswith(("vbaproject.bin", "vbadata.xml")):
            raise Mistake("holds macros; expected a file without", place=inside)
        data = package.bytes_of(name)
        if name.endswith(".rels"):
            data = _links(file, name, data)
        elif name.endswith("settings.xml"):
            data = _settings(file, name, data)
        elif name == file.main or _STORIES.match(name):
            code = "".join(_codes(file.tree(name).root))
            fetching = _FETCHING.search(code)
            if fetching:
                raise Mistake(
                    "a field that fetches or runs something: {field}",
                    place=inside,
                    field=fetching[0],
                )
        parts[name] = data
    return parts


def _links(file: File, name: str, data: bytes) -> bytes:
    tree = file.tree(name)
    kept: list[Node | str] = []
    for link in tree.root.elements():
        outside = link.get("TargetMode") == "External"
        if outside and link.get("Type").endswith(_TEMPLATE):
            continue
        if outside and not link.get("Type").endswith("/hyperlink"):
            raise Mistake("refers to a part outside of the file", place=file.place.at(name))
        kept.append(link)
    if len(kept) == len(tree.root.children):
        return data
    tree.root.children = kept
    return write_xml(tree)


def _settings(file: File, name: str, data: bytes) -> bytes:
    if b"attachedTemplate" not in data:
        return data
    tree = read_xml([data], file.place.at(name))
    tree.root.children = [n for n in tree.root.elements() if n.name != "w:attachedTemplate"]
    return write_xml(tree)


def _codes(node: Node) -> Iterator[str]:
    """The codes of fields, in text order; one may stand in several pieces."""
    for child in node.elements():
        if child.name == "w:fldSimple":
            yield f" {child.get('w:instr')} "
        elif child.name == "w:fldChar":
            yield " "
        elif child.name == "w:instrText":
            yield child.text()
        elif child.name == "w:altChunk":
            yield " IMPORT "
        yield from _codes(child)
