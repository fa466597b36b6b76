"""A bar for work that lasts: on a terminal only, on standard error, gone when the work is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

SECONDS = 1.0
"""How long work may last before a bar is shown."""

Count = Callable[[int], None]
"""Told how much more is done, in the unit of the total."""


def waiting(work: str) -> Any:
    """A bar while ``work`` lasts of which nobody knows how much there is."""
    return counting(work, None)


@contextmanager
def counting(work: str, total: int | None, *, beside_output: bool = False) -> Iterator[Count]:
    """A bar while ``work`` lasts; what it gives is told of each step.

    ``beside_output``: the work prints as it goes. Where that goes to the terminal too, it shows
    the progress itself, and there is no bar.
    """
    if not sys.stderr.isatty() or (beside_output and sys.stdout.isatty()):
        yield lambda _more: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    # What is printed meanwhile goes where it was meant to go, not through the bar.
    bar = Progress(
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        disable=not console.is_interactive,
    )
    task = bar.add_task(work, total=total)
    soon = Timer(SECONDS, bar.start)
    soon.daemon = True
    soon.start()
    try:
        yield lambda more: bar.advance(task, more)
    finally:
        soon.cancel()
        soon.join()
        bar.stop()


def size_of(path: str) -> int | None:
    """How many bytes a file has; None where that is not known, as of standard input."""
    try:
        return os.path.getsize(path) or None
    except OSError:
        return None
