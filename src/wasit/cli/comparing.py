"""The command that compares two versions of a text; it opens no record."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, on_one_line, say, today, write_output
from wasit.cli.days import day
from wasit.cli.drafts import drafts_in, word_bytes
from wasit.cli.options import Json
from wasit.entries import Mistake
from wasit.text.draft import Language

if TYPE_CHECKING:
    from wasit.text.compare import Comparison, KeyChange, Pair
    from wasit.text.concord import Drift, Drifted
    from wasit.text.redline import Piece


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command("compare")(compare_texts)


def compare_texts(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier version.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later version.")],
    docx: Annotated[
        str | None,
        typer.Option("--docx", metavar="FILE", help="Write the redline as tracked changes (Word)."),
    ] = None,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write the redline as a page.")
    ] = None,
    author: Annotated[
        str, typer.Option("--author", help="Whose changes they are in the Word file.")
    ] = "Wasit",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="When, in the Word file; not given: today."),
    ] = None,
    json: Json = False,
) -> None:
    """What became of every point between two versions (plain text, Markdown or Word).

    Where both versions hold two languages, also where one was changed and the other was not.
    """
    # Loaded here, because every command would wait for it else.
    from wasit.text.compare import compare

    before, after = drafts_in(old), drafts_in(new)
    languages = [name for name in after if name in before]
    if not languages:
        raise Mistake(
            "{old} is in {first}, {new} in {second}; expected one language",
            old=old,
            first=", ".join(before),
            new=new,
            second=", ".join(after),
        )
    found = {name: compare(before[name], after[name]) for name in languages}
    if docx:
        write_output(docx, _tracked(found, author, date, old))
    if html:
        from wasit.text.written import redline_page

        write_output(html, redline_page(found).encode())
    if json:
        answer(_as_data(found, _drift(found)))
    elif not (docx or html):
        for line in _all_lines(found, _drift(found)):
            say(line)


def _drift(found: Mapping[Language, Comparison]) -> Drift | None:
    """Where one language was changed and the other was not; None unless both are there."""
    if set(found) != {"ar", "en"}:
        return None
    from wasit.text.concord import drift_of

    return drift_of(found)


def _tracked(
    found: Mapping[Language, Comparison], author: str, date: str | None, old: str
) -> bytes:
    """The redline as a Word file; on top of the marks of earlier hands where OLD is one."""
    from wasit.text.word import write_redline

    first, *others = found.values()
    return write_redline(
        first.old,
        first.new,
        author=author,
        date=datetime.fromisoformat(day(date, "--date") if date else today()),
        beside=(others[0].old, others[0].new) if others else None,
        base=word_bytes(old),
        name=old,
    )


def _as_data(found: Mapping[Language, Comparison], apart: Drift | None) -> dict[str, object]:
    """One language: pairs and key changes. Two: those of each, and where they came apart."""
    from wasit.text.compare import plain
    from wasit.text.concord import plain_drift

    if len(found) == 1:
        return dict(plain(next(iter(found.values()))))
    told: dict[str, object] = {"languages": {name: plain(one) for name, one in found.items()}}
    if apart:
        told["drift"] = plain_drift(apart)
    return told


# --- readable lines -----------------------------------------------------------------------------


def _all_lines(found: Mapping[Language, Comparison], apart: Drift | None) -> Iterator[str]:
    colour = sys.stdout.isatty()
    for language, one in found.items():
        if len(found) > 1:
            yield f"{language}:"
        yield from lines(one, colour=colour)
        if len(found) > 1:
            yield ""
    if apart:
        yield from drift_lines(apart)


def drift_lines(apart: Drift) -> Iterator[str]:
    """A count of the points that were changed in one language alone, then each."""
    yield f"changed in one language alone: {len(apart.drifted)}"
    for one in apart.drifted:
        yield f"  {one.point}: {one.change} in the {_LANGUAGES[one.changed]} alone"
        yield from (f"    {line}" for line in _drifted(one))


def _drifted(one: Drifted) -> Iterator[str]:
    """What each language says now, or else what was changed in the one."""
    for still in one.still:
        other: Language = "ar" if one.changed == "en" else "en"
        said = {"ar": still.ar, "en": still.en}
        yield (
            f"{still.kind.replace('_', ' ')}: "
            f"{_or_nothing(said[one.changed])}, "
            f"the {_LANGUAGES[other]} still says {_or_nothing(said[other])}"
        )
    if not one.still:
        yield from (told(change) for change in one.key_changes)


_LANGUAGES: dict[Language, str] = {"ar": "Arabic", "en": "English"}


def _or_nothing(words: str) -> str:
    return on_one_line(words) or "nothing"


def lines(found: Comparison, *, colour: bool) -> Iterator[str]:
    """A count of what became of the points, then each that is not just as it was."""
    yield ", ".join(_counts(found.pairs))
    for pair in found.pairs:
        if pair.change == "kept":
            continue
        yield ""
        yield _title(pair)
        for change in found.changes_of(pair):
            yield f"  ! {told(change)}"
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


def told(change: KeyChange) -> str:
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
