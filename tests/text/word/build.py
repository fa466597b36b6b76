"""Small Word files made by hand: the XML that a test is about, with what must stand around it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
KINDS = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "comments": "word/comments.xml",
    "commentsExtended": "word/commentsExtended.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
}
ROOTS = {"commentsExtended": "w15:commentsEx"}


def parts_of(body: str, /, *, links: str = "", **others: str) -> dict[str, bytes]:
    """The parts of a Word file; ``others`` hold the inside of styles, numbering, comments, ..."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{KINDS[kind][5:]}"/>'
        for n, kind in enumerate(others)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f"{relations}{links}</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    for kind, inside in others.items():
        root = ROOTS.get(kind, f"w:{kind}")
        texts[KINDS[kind]] = f"<{root} {NAMES}>{inside}</{root}>"
    return {name: text.encode() for name, text in texts.items()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, /, *, links: str = "", **others: str) -> bytes:
    """A Word file whose body holds this XML."""
    return zipped(parts_of(body, links=links, **others))


def run(words: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def par(*inside: str, properties: str = "") -> str:
    """A paragraph; text that is no XML becomes a run."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def hand(author: str, day: int = 1) -> str:
    return f'w:id="{day}" w:author="{author}" w:date="2026-03-{day:02}T09:00:00Z"'


def ins(words: str, author: str, day: int = 1) -> str:
    inside = words if words.startswith("<") else run(words)
    return f"<w:ins {hand(author, day)}>{inside}</w:ins>"


def dele(words: str, author: str, day: int = 1) -> str:
    inside = words if words.startswith("<") else run(words, tag="delText")
    return f"<w:del {hand(author, day)}>{inside}</w:del>"


def ended(name: str, author: str, day: int = 1) -> str:
    """Properties of a paragraph whose end was put in (``ins``) or taken out (``del``)."""
    return f"<w:rPr><w:{name} {hand(author, day)}/></w:rPr>"


def level(n: int, style: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbered(words: str, depth: int = 0, list_id: int = 1, *more: str) -> str:
    properties = (
        f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>{"".join(more)}'
    )
    return par(words, properties=properties)


def lists(*levels: str, nums: str = "") -> str:
    """One abstract list of these levels, and list 1 of it."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is XML, or words."""
    cells = [
        "".join(f"<w:tc>{c if c.startswith('<') else par(c)}</w:tc>" for c in row) for row in rows
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
