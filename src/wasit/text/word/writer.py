"""Drafts written as Word files: a clean text, and a redline of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from wasit.text.draft import DraftText
from wasit.text.redline import Piece, redline
from wasit.text.word.align import Shown, align, last_word, sort_of
from wasit.text.word.elements import Marker, paragraph
from wasit.text.word.onto import Column, redline_onto
from wasit.text.word.parts import word_file
from wasit.text.word.units import Row, Unit, rows_of, units_of
from wasit.text.word.xml import Node

_EMPTY = Unit("", "")


def write_clean(draft: DraftText, *, beside: DraftText | None = None) -> bytes:
    """``draft`` as a Word file, with ``beside`` in a second column where it is given.

    Numbers are typed as they stand in the draft. Equal drafts give equal bytes.
    """
    if beside is None:
        return word_file([_clean(unit, draft.language) for unit in units_of(draft)], tracked=False)
    rows = [
        _row(
            [_clean(unit, draft.language) for unit in row.left],
            [_clean(unit, beside.language) for unit in row.right],
        )
        for row in rows_of(draft, beside)
    ]
    return word_file([*_table(rows), Node("w:p")], tracked=False)


def write_redline(
    old: DraftText,
    new: DraftText,
    *,
    author: str,
    date: datetime,
    beside: tuple[DraftText, DraftText] | None = None,
    base: bytes | None = None,
    name: str | None = None,
) -> bytes:
    """What leads from ``old`` to ``new`` as tracked changes of ``author`` at ``date``.

    ``beside`` are both versions in a second language. ``base`` is a Word file that reads as ``old``
    (and the first of ``beside``) once its own changes are accepted; those stay in it, and what is
    changed now comes on top. Raises :class:`Mistake` where ``base``, called ``name``, is no Word
    file that can be read, or would fetch or run something.

    Accepted as a whole the file reads as ``new``, rejected as ``old``; with a ``base`` that had
    changes, rejecting only what ``author`` did gives ``old``. Equal input gives equal bytes.
    """
    marker = Marker(author, date)
    if base is not None:
        columns = [Column(new, None if beside is None else new.language)]
        if beside is not None:
            columns.append(Column(beside[1], beside[1].language))
        return redline_onto(base, columns, marker, name)
    if beside is None:
        blocks = _paragraphs(units_of(old), units_of(new), new.language, marker)
        return word_file(blocks, tracked=True)
    before, after = rows_of(old, beside[0]), rows_of(new, beside[1])
    languages = (new.language, beside[1].language)
    rows = list(_rows(before, after, languages, marker))
    return word_file([*_table(rows), Node("w:p")], tracked=True)


def _clean(unit: Unit, language: str) -> Node:
    return paragraph([Piece("kept", unit.words)], unit, language)


# --- redlines -----------------------------------------------------------------------------------


def _paragraphs(
    before: Sequence[Unit], after: Sequence[Unit], language: str, marker: Marker
) -> list[Node]:
    """The paragraphs of both versions, one after another.

    The end of the last one cannot be tracked: an empty paragraph stands last where it would be.
    """
    pairs = align(map(_shown, before), map(_shown, after))
    blocks = [
        _changed(
            None if i is None else before[i],
            None if j is None else after[j],
            language,
            marker,
            sort_of(*following),
        )
        for (i, j), following in zip(pairs, [*pairs[1:], (0, 0)], strict=False)
    ]
    if pairs and None in pairs[-1]:
        blocks.append(Node("w:p"))
    return blocks


def _shown(unit: Unit) -> Shown:
    return Shown((unit.style, unit.depth, bool(unit.mark)), unit.body)


def _changed(
    old: Unit | None, new: Unit | None, language: str, marker: Marker, following: str
) -> Node:
    """The paragraph that two versions have; ``following``: what becomes of the next one."""
    if new is None:
        dropped = old or _EMPTY
        return paragraph(_pieces("out", dropped.words), dropped, language, marker, "w:del")
    if old is None:
        return paragraph(_pieces("in", new.words), new, language, marker, "w:ins")
    pieces = _apart(list(redline(old.words, new.words, language)), following)
    return paragraph(pieces, new, language, marker)


def _apart(pieces: list[Piece], following: str) -> list[Piece]:
    """The same change, so that it does not touch the next paragraph's of the same sort.

    LibreOffice takes both for one, with the end of the paragraph that stands between them.
    """
    if following == "kept" or not pieces or pieces[-1].sort != following:
        return pieces
    *front, last = pieces
    before = front.pop() if front else Piece("kept", "")
    if before.sort != "kept":
        return [*front, last, before]
    at = last_word(before.words)
    word = before.words[at:]
    if not word:
        return pieces
    both = [Piece("out", word), Piece("in", word + last.words)]
    if last.sort == "out":
        both = [Piece("out", word + last.words), Piece("in", word)]
    else:
        both.reverse()
    return [*front, Piece("kept", before.words[:at]), *both]


def _pieces(sort: str, words: str) -> list[Piece]:
    return [Piece("out" if sort == "out" else "in", words)] if words else []


def _rows(
    before: Sequence[Row], after: Sequence[Row], languages: tuple[str, str], marker: Marker
) -> Iterator[Node]:
    for i, j in align(
        [Shown(None, row.body) for row in before], [Shown(None, row.body) for row in after]
    ):
        old = before[i] if i is not None else Row("", (), ())
        new = after[j] if j is not None else Row("", (), ())
        cells = [
            _paragraphs(ours, theirs, language, marker)
            for ours, theirs, language in zip(
                (old.left, old.right), (new.left, new.right), languages, strict=True
            )
        ]
        mark = "w:ins" if i is None else "w:del" if j is None else ""
        yield _row(cells[0], cells[1], marker.mark(mark) if mark else None)


# --- tables -------------------------------------------------------------------------------------

_WIDTH = 4513
"""Of a column, in twentieths of a point."""


def _table(rows: Sequence[Node]) -> Iterator[Node]:
    """A table of these rows; nothing where there are none."""
    if not rows:
        return
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "BFBFBF"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = Node(
        "w:tblPr",
        None,
        Node("w:tblW", {"w:w": str(2 * _WIDTH), "w:type": "dxa"}),
        Node("w:tblBorders", None, *(Node(f"w:{side}", dict(line)) for side in sides)),
        Node("w:tblLayout", {"w:type": "fixed"}),
    )
    grid = Node("w:tblGrid", None, *(Node("w:gridCol", {"w:w": str(_WIDTH)}) for _ in range(2)))
    yield Node("w:tbl", None, properties, grid, *rows)


def _row(left: Sequence[Node], right: Sequence[Node], mark: Node | None = None) -> Node:
    cells = [
        Node(
            "w:tc",
            None,
            Node("w:tcPr", None, Node("w:tcW", {"w:w": str(_WIDTH), "w:type": "dxa"})),
            *(blocks or [Node("w:p")]),
        )
        for blocks in (left, right)
    ]
    properties = [] if mark is None else [Node("w:trPr", None, mark)]
    return Node("w:tr", None, *properties, *cells)
