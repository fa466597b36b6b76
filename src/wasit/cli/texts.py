"""Commands on a text alone: its open places settled, or counted; they open no record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, say, write_output
from wasit.cli.comparing import told
from wasit.cli.drafts import drafts_in
from wasit.cli.options import Json, OutputFile
from wasit.entries import Mistake
from wasit.text.draft import DraftText, Language

if TYPE_CHECKING:
    from wasit.text.chain import Chain, Step
    from wasit.text.settle import Counted, Picks


ENDINGS = (".txt", ".md", ".html", ".docx")
"""What a text can be written as."""


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    text = typer.Typer(
        help="Settle or count what a text leaves open.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    text.command("clean")(clean_text)
    text.command("brackets")(count_brackets)
    text.command("trace")(trace_point)
    app.add_typer(text, name="text")


# --- settling -----------------------------------------------------------------------------------


def clean_text(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The text: plain, Markdown or Word.")],
    choose: Annotated[
        list[str] | None,
        typer.Option(
            "--choose",
            metavar="POINT=N",
            help="Take option N of a point's first open place; 7:2=1 of its second, =none for "
            "nothing.",
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="NAME", help="Take this party's wording wherever it has one."),
    ] = None,
    output: OutputFile = None,
    json: Json = False,
) -> None:
    """The text with open places settled as chosen; the others stay open.

    Written as the ending of the output says: .txt, .md, .html or .docx.
    """
    from wasit.text.brackets import choices
    from wasit.text.settle import settled

    picks = _picks(choose or ())
    texts = {
        name: settled(draft, picks, by or ())
        for name, draft in drafts_in(file, matched=True).items()
    }
    left = sum(len(choices(p.words)) for draft in texts.values() for p in draft.all())
    if output:
        write_output(output, written(texts, output))
    if json:
        points = {
            name: {point.key: point.words for point in draft.all()} for name, draft in texts.items()
        }
        answer({"open": left, "points": points})
    elif output:
        say(f"{output}: {left} open")
    else:
        for line in _lines(texts):
            say(line)


def _lines(texts: Mapping[Language, DraftText]) -> Iterator[str]:
    for n, draft in enumerate(texts.values()):
        if n:
            yield ""
        yield from _plain(draft).rstrip("\n").split("\n")


_PICK = re.compile(r"(?P<key>[^:=]+)(?::(?P<place>\d{1,4}))?=(?P<option>\d{1,4}|none)")


def _picks(given: Sequence[str]) -> Picks:
    """What ``--choose`` says. Places and options are counted from 1 there."""
    found: dict[tuple[str, int], int | None] = {}
    for one in given:
        pick = _PICK.fullmatch(one.strip())
        if not pick or pick["place"] == "0" or pick["option"] == "0":
            raise Mistake("--choose {given}; expected POINT=N or POINT:PLACE=N, as 7=2", given=one)
        where = pick["key"].strip().replace("/", "."), int(pick["place"] or 1) - 1
        if where in found:
            raise Mistake("--choose settles point {key} twice", key=pick["key"])
        found[where] = None if pick["option"] == "none" else int(pick["option"]) - 1
    return found


def written(texts: Mapping[Language, DraftText], path: str) -> bytes:
    """A draft in one or two languages as a file of the sort that the ending of ``path`` says."""
    ending = PurePath(path).suffix.lower()
    if ending == ".docx":
        from wasit.text.word import write_clean

        first, *others = texts.values()
        return write_clean(first, beside=others[0] if others else None)
    if ending in (".html", ".htm"):
        from wasit.text.written import to_page

        return to_page(texts).encode()
    if ending == ".md":
        from wasit.text.written import to_markdown

        return "\n".join(to_markdown(draft) for draft in texts.values()).encode()
    if ending in (".txt", ""):
        return "\n".join(_plain(draft) for draft in texts.values()).encode()
    raise Mistake(
        "{path}: expected a name that ends in {endings}", path=path, endings=", ".join(ENDINGS)
    )


def _plain(draft: DraftText) -> str:
    from wasit.text.render import render

    return render(draft)


# --- counting -------------------------------------------------------------------------------------


def count_brackets(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Versions of a text, oldest first.")
    ],
    json: Json = False,
) -> None:
    """How much is open in a text, by point and by party, over its versions."""
    from wasit.text.settle import counted

    chains = _chained(files, matched=True)
    found = {language: counted(versions) for language, versions in chains.items()}
    if json:
        told = {
            language: {"versions": [_as_data(one) for one in counts]}
            for language, counts in found.items()
        }
        answer(_of_languages(told))
        return
    for language, counts in found.items():
        if len(found) > 1:
            say(f"{language}:")
        order = [point.key for point in chains[language].versions[-1].draft.all()]
        for line in _table(counts, order):
            say(line)


def _of_languages(told: Mapping[Language, Mapping[str, object]]) -> Mapping[str, object]:
    """What is told of the one language there is, else of each."""
    return next(iter(told.values())) if len(told) == 1 else {"languages": told}


def _chained(files: Sequence[str], *, matched: bool = False) -> Mapping[Language, Chain]:
    """The versions in these files, oldest first, in each language that all of them hold.

    Raises :class:`Mistake` where there is none.
    """
    from wasit.text.chain import Version, chain

    held = [(path, drafts_in(path, matched=matched)) for path in files]
    shared = [name for name in held[-1][1] if all(name in texts for _, texts in held)]
    if not shared:
        raise Mistake("the versions are in different languages; expected one", files=len(files))
    return {name: chain([Version(path, texts[name]) for path, texts in held]) for name in shared}


def _as_data(one: Counted) -> dict[str, object]:
    points = {key: n for key, n in one.points.items() if key}
    gone = one.points.get("", 0)
    return {
        "file": one.version,
        "open": one.total,
        "points": points,
        "gone": gone,
        "by": {name: n for name, n in one.by.items() if name},
        "unattributed": one.by.get("", 0),
    }


def _table(found: Sequence[Counted], order: Sequence[str]) -> Iterator[str]:
    """Points down, versions across; then all of it, then the parties."""
    rows = [
        (key, [one.points.get(key, 0) for one in found])
        for key in order
        if any(key in one.points for one in found)
    ]
    if any("" in one.points for one in found):
        rows.append(("points no longer there", [one.points.get("", 0) for one in found]))
    names = sorted({name for one in found for name in one.by}, key=lambda name: (not name, name))
    parties = [
        (f"by {name}" if name else "by nobody named", [one.by.get(name, 0) for one in found])
        for name in names
    ]
    total = ("open in all", [one.total for one in found])
    first = max(len(name) for name, _ in (*rows, *parties, total, ("point", [])))
    heads = [PurePath(one.version).name for one in found]
    yield f"{'point'.ljust(first)}  {'  '.join(heads)}"
    for name, counts in (*rows, total, *parties):
        cells = "  ".join(
            str(n or "·").rjust(len(head)) for n, head in zip(counts, heads, strict=True)
        )
        yield f"{name.ljust(first)}  {cells}"


# --- following one point --------------------------------------------------------------------------


def trace_point(
    point: Annotated[str, typer.Argument(metavar="POINT", help="As in the oldest version: 7, 4.b")],
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Versions of a text, oldest first.")
    ],
    json: Json = False,
) -> None:
    """What became of a point from the first version of a text to the last.

    On a record, `wasit show DRAFT#POINT` tells the same, with who tabled each draft.
    """
    key = point.replace("/", ".")
    chains = _chained(files)
    first = next(iter(chains.values())).versions[0]
    if all(one.key != key for one in first.draft.all()):
        raise Mistake("no point {point} in {path}", point=point, path=first.label)
    steps = {language: versions.onward(key) for language, versions in chains.items()}
    if json:
        told = {
            language: {"point": key, "steps": [_step_as_data(step) for step in found]}
            for language, found in steps.items()
        }
        answer(_of_languages(told))
        return
    for language, found in steps.items():
        place = f" ({language})" if len(steps) > 1 else ""
        say(f"{key} in {PurePath(first.label).name}{place}")
        for step in found:
            for line in _step_lines(step):
                say(line)


def _step_as_data(step: Step) -> dict[str, object]:
    from wasit.text.compare import plain_change

    return {
        "file": step.version.label,
        "old": list(step.old),
        "new": list(step.new),
        "change": step.change,
        "same": step.same,
        "key_changes": [plain_change(one) for one in step.key_changes],
    }


def _step_lines(step: Step) -> Iterator[str]:
    ends = [" + ".join(keys) for keys in (step.old, step.new) if keys]
    yield f"  {PurePath(step.version.label).name}: {' -> '.join(ends)} {step.change}"
    for change in step.key_changes:
        yield f"    ! {told(change)}"
