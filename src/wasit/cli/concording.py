"""The command that holds two language versions of a text against each other; it opens no record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wasit.cli.around import answer, on_one_line, say
from wasit.cli.drafts import draft_in, drafts_in
from wasit.cli.options import Json
from wasit.entries import Mistake
from wasit.text.draft import DraftText, Language

if TYPE_CHECKING:
    from wasit.text.concord import Discrepancy


def add_to(app: typer.Typer) -> None:
    """Make these commands known."""
    app.command("concord")(concord_texts)


def concord_texts(
    ar: Annotated[
        str, typer.Argument(metavar="AR", help="The Arabic text; or one that holds both languages.")
    ],
    en: Annotated[str | None, typer.Argument(metavar="EN", help="The English text.")] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep", metavar="POINT", help="A point that is meant to differ: told of once, last."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Where two language versions of a text do not say the same, most serious first."""
    # Loaded here, because every command would wait for it else.
    from wasit.text.concord import concord, plain

    texts = _texts(ar, en)
    known = {point.key for draft in texts.values() for point in draft.all()}
    for point in keep or ():
        if point not in known:
            raise Mistake("no point {point} in {path}", point=point, path=en or ar)
    found = concord(texts["ar"], texts["en"], kept=keep or ())
    if json:
        answer(plain(found))
        return
    for line in lines(found):
        say(line)


def _texts(ar: str, en: str | None) -> Mapping[Language, DraftText]:
    """Both versions. Raises :class:`Mistake` where a file is not in the language expected of it."""
    if en is None:
        held = drafts_in(ar)
        if set(held) != {"ar", "en"}:
            raise Mistake(
                "{path} is in {found} alone; name the other file as well",
                path=ar,
                found=", ".join(held),
            )
        return held
    texts = {"ar": draft_in(ar), "en": draft_in(en)}
    for path, language in ((ar, "ar"), (en, "en")):
        if texts[language].language != language:
            raise Mistake(
                "{path} is in {found}; expected {language}",
                path=path,
                found=texts[language].language,
                language=language,
            )
    return texts


# --- readable lines -----------------------------------------------------------------------------


def lines(found: Sequence[Discrepancy]) -> Iterator[str]:
    """A count, then each discrepancy with the piece of each language; those kept stand last."""
    kept = sum(one.kept for one in found)
    told = len(found) - kept
    yield f"{told} {'discrepancy' if told == 1 else 'discrepancies'}" + (
        f", {kept} kept" if kept else ""
    )
    for one in found:
        yield ""
        yield _title(one)
        for language, piece in (("ar", one.ar), ("en", one.en)):
            yield f"  {language}: {on_one_line(piece) if piece else '-'}"


def _title(one: Discrepancy) -> str:
    """``7: number``; ``12 (ar 13): modality``; ``10 (ar): missing point``."""
    other = f" (ar {one.point_ar})" if one.point_ar not in ("", one.point) else ""
    where = f" ({one.only})" if one.only else other
    kept = " (kept)" if one.kept else ""
    return f"{one.point}{where}: {one.kind.replace('_', ' ')}{kept}"
