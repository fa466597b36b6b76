"""The command that compares two versions of a text; it opens no record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, read_input, say
from wasit.cli.options import Json
from wasit.entries import Mistake
from wasit.text.draft import DraftText
from wasit.text.parse import parse

if TYPE_CHECKING:
    from wasit.text.compare import Comparison, KeyChange, Pair
    from wasit.text.redline import Piece

LARGEST = 20_000_000
"""Bytes that a text may have."""


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command("compare")(compare_texts)


def compare_texts(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier version.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later version.")],
    json: Json = False,
) -> None:
    """What became of every point between two versions (plain text or Markdown)."""
    # Loaded here, because every command would wait for it else.
    from wasit.text.compare import compare, plain

    found = compare(_draft(old), _draft(new))
    if json:
        answer(plain(found))
        return
    for line in lines(found, colour=sys.stdout.isatty()):
        say(line)


def _draft(path: str) -> DraftText:
    """The draft in a file. Raises :class:`Mistake`, naming the file and what is wrong with it."""
    data = read_input(path, LARGEST)
    if b"\0" in data:
        raise Mistake("{path} is no text; expected plain text or Markdown", path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Mistake("{path}, line {line}: not UTF-8", path=path, line=line) from None
    draft = parse(text, name=path)
    if not draft.points:
        raise Mistake("{path} holds no numbered point", path=path)
    return draft


# --- readable lines -----------------------------------------------------------------------------


def lines(found: Comparison, *, colour: bool) -> Iterator[str]:
    """A count of what became of the points, then each that is not just as it was."""
    yield ", ".join(_counts(found.pairs))
    for pair in found.pairs:
        if pair.change == "kept":
            continue
        yield ""
        yield _title(pair)
        for change in found.changes_of(pair):
            yield f"  ! {_told(change)}"
        if pair.change != "moved":
            words = "".join(_shown(piece, colour) for piece in found.redline(pair))
            yield from (f"  {line}".rstrip() for line in words.split("\n"))


def _counts(pairs: Iterable[Pair]) -> Iterator[str]:
    changes = [pair.change for pair in pairs]
    for change in ("kept", "moved", "amended", "merged", "split", "dropped", "new"):
        if change in changes:
            yield f"{changes.count(change)} {change}"


def _title(pair: Pair) -> str:
    """``4, 5 -> 3: merged``."""
    ends = [" + ".join(keys) for keys in (pair.old, pair.new) if keys]
    same = " (the same in other words)" if pair.same else ""
    return f"{' -> '.join(ends)}: {pair.change}{same}"


def _told(change: KeyChange) -> str:
    """``number: 600 -> 800``, ``date added: 1 May``."""
    if change.old and change.new:
        return f"{change.kind}: {change.old} -> {change.new}"
    return f"{change.kind} {'added' if change.new else 'gone'}: {change.new or change.old}"


_COLOURS = {"out": "\x1b[31;9m", "in": "\x1b[32;4m"}
_MARKS = {"out": ("[-", "-]"), "in": ("{+", "+}")}


def _shown(piece: Piece, colour: bool) -> str:
    """A piece as terminals show it: in colour, or between marks."""
    words = "".join(c if c == "\n" or c.isprintable() else " " for c in piece.words)
    if piece.sort == "kept" or not words.strip():
        return words
    core = words.strip()
    before, after = words[: words.index(core)], words[words.index(core) + len(core) :]
    if colour:
        return f"{before}{_COLOURS[piece.sort]}{core}\x1b[0m{after}"
    opening, closing = _MARKS[piece.sort]
    return f"{before}{opening}{core}{closing}{after}"
