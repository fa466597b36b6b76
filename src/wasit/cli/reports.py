"""Report files: found in folders, read one after another or on several cores, told in order."""

from __future__ import annotations

import gc
import json
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from wasit.cli.around import opened_input, told
from wasit.entries import Failure, Mistake, WasitError
from wasit.press.document import SourceText
from wasit.press.engine import RuleReader
from wasit.press.plain import plain

ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""What a report in a folder is known by."""
FEW = 12
"""So many reports are read by this process alone."""
AT_ONCE = 16
"""Reports handed to a core at one time."""

Told = tuple[str | None, str | None]
"""A report's line of JSON, or what is wrong with it."""


def files_in(paths: Iterable[str]) -> Iterator[str]:
    """The files meant: those named, and in folders those that end like reports, by name.

    Raises :class:`Mistake` when a folder holds none.
    """
    for path in paths:
        if os.path.isdir(path):
            found = False
            for file in _below(path):
                found = True
                yield file
            if not found:
                raise Mistake(
                    "{path} holds no report; expected files that end in {endings}",
                    path=path,
                    endings=", ".join(ENDINGS),
                )
        else:
            yield path


def _below(folder: str) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield str(Path(where) / name)


def line_of(source: SourceText, reader: Any) -> str:
    """One report as one line of JSON."""
    found = {"file": source.name, **plain(reader.read(source, None))}
    return _UNSEEN.sub(_escaped, json.dumps(found, ensure_ascii=False, sort_keys=True))


_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What some programs take for the end of a line, and terminals for a command."""


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def read_all(files: Sequence[str], tell: Callable[[Told], None]) -> None:
    """Read every file and tell the outcome of each report, in order.

    A bad file is told of and the rest goes on. Raises :class:`wasit.entries.Failure` when the
    machine takes a process away. Memory does not grow with the number of files.
    """
    jobs = _batches(files)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if len(files) <= FEW or (cores or 1) < 2:
        with collector_at_rest():
            for job in jobs:
                _tell_all(read_some(job), tell)
        return
    # Fresh processes: a copy of this one could hold half of what it was doing.
    workers = min(cores or 1, 8)
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_prepare) as pool:
        waiting: deque[Future[list[Told]]] = deque()
        try:
            for job in jobs:
                waiting.append(pool.submit(read_some, job))
                if len(waiting) >= 3 * workers:
                    _tell_all(waiting.popleft().result(), tell)
            while waiting:
                _tell_all(waiting.popleft().result(), tell)
        except BrokenProcessPool:
            raise Failure("a process that read reports was stopped; too little memory?") from None
        finally:
            for job_left in waiting:
                job_left.cancel()


def _tell_all(outcomes: Iterable[Told], tell: Callable[[Told], None]) -> None:
    for outcome in outcomes:
        tell(outcome)


def _batches(files: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(files)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def read_some(files: Sequence[str]) -> list[Told]:
    """The outcomes of the reports in ``files``, in order."""
    return list(chain.from_iterable(map(_read_file, files)))


def _read_file(path: str) -> Iterator[Told]:
    try:
        for source in sources_in(path):
            if isinstance(source, Mistake):
                yield None, told(source)
            else:
                yield line_of(source, _reader()), None
    except WasitError as error:
        yield None, told(error)


@cache
def _reader() -> RuleReader:
    return RuleReader()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No search for cycles meanwhile: loading the lexicons makes very many things, all to stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _prepare() -> None:
    """A process made ready: the lexicons loaded, and no more looked through for cycles."""
    with collector_at_rest():
        _reader().read(_FIRST)
    gc.freeze()


_FIRST = SourceText(
    "date 2026-03-11 The foreign minister of Norland, Ingrid Solberg, met mediators in Geneva on "
    "Tuesday. She said the talks on a draft of 19 points would go on in two weeks.\n"
    "التقت وزيرة خارجية نورلاند إنغريد سولبرغ الوسطاء في جنيف الثلاثاء. وقالت إن المحادثات حول "
    "مسودة من 19 بنداً ستستمر بعد أسبوعين.\n"
)
"""A report of both languages that makes every finder load its lexicons."""


def sources_in(path: str) -> Iterator[SourceText | Mistake]:
    """The reports in a file, ``-`` for standard input; a mistake in the place of a bad line.

    Raises :class:`Mistake`, naming the file and the place in it.
    """
    from wasit.press.intake import sources

    with opened_input(path) as file:
        yield from sources(file, None if path == "-" else path)


def only_source(path: str) -> SourceText:
    """The one report in a file. Raises :class:`Mistake` when it holds none, or several."""
    found = list(islice(sources_in(path), 2))
    if len(found) == 1 and isinstance(found[0], Mistake):
        raise found[0]
    if len(found) != 1 or isinstance(found[0], Mistake):
        raise Mistake(
            "{path} holds {n}; expected one report", path=path, n="several" if found else "none"
        )
    return found[0]
