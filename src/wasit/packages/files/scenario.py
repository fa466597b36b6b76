"""A scenario from disk, whatever its format: files or a folder in, a bargain out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from wasit.entries import Mistake
from wasit.entries.errors import Place
from wasit.packages.bargain import Bargain
from wasit.packages.files import genius, negmas, own, table
from wasit.packages.files.genius import Source

Format = Literal["genius", "negmas", "negmas-json", "csv", "json"]

MOST = 64
"""How many files a scenario may have."""


def read_scenario(*paths: Path) -> Bargain:
    """The bargain in a folder or in files.

    A GENIUS or NegMAS scenario is its domain file and one file a party: a folder of them (parties
    in the order of file names) or the files themselves (in the order given). A table (CSV) or a
    bargain of ours (JSON) is one file.
    Raises :class:`wasit.entries.Mistake` with file and line.
    """
    if len(paths) == 1 and paths[0].is_dir():
        folder = paths[0]
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
        return _of_files(found, folder.name, str(folder))
    return _of_files(paths, paths[0].stem, str(paths[0]))


_SUFFIXES = (".xml", ".yml", ".yaml", ".json", ".csv", ".tsv")
_TABLES = (".csv", ".tsv", ".txt")


def _of_files(paths: Sequence[Path], name: str, where: str) -> Bargain:
    if len(paths) > MOST:
        raise Mistake("too many files for one scenario: {found}", found=len(paths))
    sources = [Source(path.name, _bytes(path)) for path in paths]
    if len(sources) == 1 and paths[0].suffix.lower() in _TABLES:
        return replace(table.read(_text(sources[0]), sources[0].name), name=name)
    if any(source.name.lower().endswith(".xml") for source in sources):
        return _genius([s for s in sources if s.name.lower().endswith(".xml")], name, where)
    return _plain([s for s in sources if not s.name.lower().endswith((*_TABLES,))], name, where)


def _genius(sources: Sequence[Source], name: str, where: str) -> Bargain:
    domains = [source for source in sources if genius.is_domain(source.data)]
    profiles = [source for source in sources if genius.is_profile(source.data)]
    _check_parts(len(domains), len(profiles), where)
    return genius.bargain(domains[0], profiles, name)


def _plain(sources: Sequence[Source], name: str, where: str) -> Bargain:
    found = [(source, negmas.data(source)) for source in sources]
    if len(found) == 1 and own.is_own(found[0][1]):
        return own.bargain(found[0][1], found[0][0].name)
    domains = [(source, data) for source, data in found if negmas.is_domain(data)]
    functions = [(source, data) for source, data in found if negmas.is_function(data)]
    _check_parts(len(domains), len(functions), where)
    return negmas.bargain(*domains[0], functions, name)


def _check_parts(domains: int, parties: int, where: str) -> None:
    if domains != 1 or not parties:
        raise Mistake(
            "this is no scenario: {domains} domain files and {parties} of parties; expected one "
            "domain file and one file a party, or one table",
            place=Place(where),
            domains=domains,
            parties=parties,
        )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(table.LARGEST + 1)
    except OSError as error:
        raise Mistake("cannot read it: {why}", place=Place(str(path)), why=error.strerror) from None
    if len(data) > table.LARGEST:
        raise Mistake(
            "the file is too large: {found} bytes; at most {most}",
            place=Place(path.name),
            found=path.stat().st_size,
            most=table.LARGEST,
        )
    return data


def _text(source: Source) -> str:
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistake("the file is not UTF-8 text", place=Place(source.name)) from None


def scenario_files(bargain: Bargain, form: Format) -> dict[str, str]:
    """The files that hold the bargain in that format, by name.

    Raises :class:`wasit.entries.Mistake` for what the format cannot hold.
    """
    if form == "genius":
        return dict(genius.files(bargain))
    if form in ("negmas", "negmas-json"):
        return dict(negmas.files(bargain, as_json=form == "negmas-json"))
    name = genius.safe_name(bargain.name or "bargain")
    if form == "csv":
        return {f"{name}.csv": table.write(bargain)}
    plain = json.dumps(own.as_plain(bargain), ensure_ascii=False, indent=1)
    return {f"{name}.json": plain + "\n"}
