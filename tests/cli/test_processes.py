"""What only a process shows: pipes, terminals, standard input and output as bytes, exit codes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

import pytest

from tests.cli.conftest import Ended, Talks

WASIT = (sys.executable, "-m", "wasit")
SLOW = 120
"""Seconds after which a process is taken for stuck."""
GOOD = b'{"kind":"note","words":{"en":"good"}}\n'

# Whatever lasts is shown at once.
AT_ONCE = (
    sys.executable,
    "-c",
    "import sys; from wasit.cli import main, progress; progress.SECONDS = 0; sys.exit(main())",
)


def ran(*words: str, **more: Any) -> Any:
    return subprocess.run([*WASIT, *words], capture_output=True, timeout=SLOW, **more)


@contextmanager
def started(*words: str, **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process with pipes, ended when it is taken for stuck."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([*WASIT, *words], **{**pipes, **more}) as process:
        guard = Timer(SLOW, process.kill)
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()


def pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


# --- pipes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [("show", "--json"), ("export",)], ids=" ".join)
def test_a_reader_that_has_seen_enough_is_no_error(banks: Talks, words: tuple[str, ...]) -> None:
    assert len(banks.ok(*words).out) > 100_000  # more than a pipe takes in
    with started(*words) as process:
        assert pipe(process.stdout).readline().startswith(b"{")
        pipe(process.stdout).close()
        assert pipe(process.stderr).read() == b""
        assert process.wait() == 0


def test_a_reader_that_is_gone_before_the_first_line_is_no_error(banks: Talks) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [*WASIT, "show"], stdout=writing, stderr=subprocess.PIPE, timeout=SLOW
        )
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_acknowledgements_come_while_more_is_waited_for(ferry: Talks) -> None:
    with started("append") as process:
        for number in (1, 2, 3):
            pipe(process.stdin).write(GOOD)
            pipe(process.stdin).flush()
            assert json.loads(pipe(process.stdout).readline())["line"] == number
        pipe(process.stdin).close()
        assert process.wait() == 0
        assert pipe(process.stderr).read() == b""


def test_append_that_nobody_listens_to_stops_and_does_not_say_done(ferry: Talks) -> None:
    before = len(ferry.ok("show", "--json").lines)
    name = ferry.file("n.jsonl", GOOD * 50)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [*WASIT, "append", name], stdout=writing, stderr=subprocess.PIPE, timeout=SLOW
        )
    finally:
        os.close(writing)
    assert ended.returncode == 3
    assert ended.stderr == b"wasit: stopped: nobody reads the answers any more\n"
    assert len(ferry.ok("show", "--json").lines) == before + 1


def test_a_full_disk_under_the_answer_is_the_machines_failure(ferry: Talks) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [*WASIT, "export"], stdout=full, stderr=subprocess.PIPE, timeout=SLOW
        )
    assert ended.returncode == 3
    assert ended.stderr == b"wasit: stopped: no space left on device\n"


# --- bytes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "locale",
    [{"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}],
    ids=str,
)
def test_answers_are_utf_8_whatever_the_locale(banks: Talks, locale: dict[str, str]) -> None:
    ended = ran("export", env={**os.environ, **locale})
    assert ended.returncode == 0
    assert ended.stdout == banks.ok("export").out.encode()


def test_an_argument_that_is_no_text_is_told_in_one_line(ferry: Talks) -> None:
    ended = subprocess.run([*WASIT, "show", b"\xff"], capture_output=True, timeout=SLOW)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.count(b"\n") == 1
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(("words", "code"), [(("verify",), 0), (("frob",), 2)], ids=str)
def test_exit_codes(ferry: Talks, words: tuple[str, ...], code: int) -> None:
    ended = ran(*words)
    assert ended.returncode == code
    assert bool(ended.stdout) == (code == 0)
    assert ended.stderr.count(b"\n") == (code != 0)


@pytest.mark.parametrize("command", ["verify", "state"])
def test_a_damaged_record_answers_no(ferry: Talks, command: str) -> None:
    ferry.ok("backup", "copy.wasit")
    path = ferry.folder / "copy.wasit"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    ended = ferry(command, "--record", "copy.wasit")
    assert ended.code == 1
    assert ended.err.count("\n") == 1


# --- terminals ------------------------------------------------------------------------------------


class Terminal:
    """A terminal that keeps what is written on it."""

    def __init__(self) -> None:
        self._ours, self.theirs = pty.openpty()
        self._kept = bytearray()
        self._keeping = Thread(target=self._keep, daemon=True)
        self._keeping.start()

    def _keep(self) -> None:
        while True:
            try:
                more = os.read(self._ours, 65_536)
            except OSError:  # its other end is closed
                return
            if not more:
                return
            self._kept += more

    def text(self) -> str:
        """All of it; the terminal is closed then."""
        os.close(self.theirs)
        self._keeping.join()
        os.close(self._ours)
        return self._kept.decode()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lasts is shown at once."""
    monkeypatch.setattr("wasit.cli.progress.SECONDS", 0)
    monkeypatch.setenv("TERM", "xterm")


def on_terminal(talks: Talks, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[Ended, str]:
    """A command whose standard error is a terminal; how it ended and what stood there."""
    terminal = Terminal()
    with open(os.dup(terminal.theirs), "w") as error, monkeypatch.context() as meanwhile:
        meanwhile.setattr("sys.stderr", error)
        ended = talks(*words)
    return ended, terminal.text()


@pytest.fixture
def lasting(banks: Talks) -> dict[str, tuple[str, ...]]:
    """Commands that last, by the word of their bar."""
    banks.ok("export", "--keeper", "-o", "there.jsonl")
    banks.ok("init", "--record", "back.wasit")
    banks.file("n.jsonl", GOOD * 200)
    banks.file("notes.yaml", "note:\n" + "- {words: {en: good}}\n" * 500)
    return {
        "append": ("append", "n.jsonl"),
        "load": ("load", "notes.yaml"),
        "import": ("import", "there.jsonl", "--record", "back.wasit"),
        "verify": ("verify",),
        "export": ("export", "-o", "other.jsonl"),
        "backup": ("backup", "copy.wasit"),
    }


WORK = pytest.mark.parametrize("work", ["append", "load", "import", "verify", "export", "backup"])


@pytest.mark.usefixtures("at_once")
@WORK
def test_long_work_shows_a_bar_on_a_terminal(
    banks: Talks,
    lasting: dict[str, tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
    work: str,
) -> None:
    ended, shown = on_terminal(banks, monkeypatch, *lasting[work])
    assert ended.code == 0
    assert work in shown
    assert "\x1b" not in ended.out
    assert shown.endswith("\x1b[2K")  # the bar is gone again


@pytest.mark.usefixtures("at_once")
@WORK
def test_long_work_is_silent_in_a_pipe(
    banks: Talks, lasting: dict[str, tuple[str, ...]], work: str
) -> None:
    assert "\x1b" not in banks.ok(*lasting[work]).out


def test_acknowledgements_on_the_terminal_are_progress_enough(
    lasting: dict[str, tuple[str, ...]],
) -> None:
    terminal = Terminal()
    subprocess.run(
        [*AT_ONCE, *lasting["append"]],
        stdout=terminal.theirs,
        stderr=terminal.theirs,
        env={**os.environ, "TERM": "xterm"},
        timeout=SLOW,
        check=True,
    )
    shown = terminal.text()
    assert shown.count('"ids"') == 200
    assert "\x1b" not in shown


@pytest.mark.usefixtures("at_once")
def test_a_mistake_stands_alone_when_the_bar_is_gone(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = ferry.file("n.jsonl", GOOD * 100 + b"no\n")
    ended, shown = on_terminal(ferry, monkeypatch, "append", name)
    assert ended.code == 2
    *_, last = shown.splitlines()
    assert last.endswith("wasit: n.jsonl, line 101, column 1: not JSON: expecting value")


@pytest.mark.usefixtures("at_once")
def test_a_terminal_that_can_do_nothing_gets_no_bar(
    ferry: Talks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    ended, shown = on_terminal(ferry, monkeypatch, "verify")
    assert (ended.code, shown) == (0, "")


def test_colours_are_for_terminals(banks: Talks) -> None:
    assert b"\x1b" not in ran("brief").stdout
    terminal = Terminal()
    subprocess.run(
        [*WASIT, "brief"],
        stdout=terminal.theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
        timeout=SLOW,
        check=True,
    )
    assert "\x1b[" in terminal.text()


# --- several at once ------------------------------------------------------------------------------


def test_a_record_is_read_while_it_is_written(ferry: Talks, tmp_path: Path) -> None:
    with started("append") as process:
        pipe(process.stdin).write(GOOD)
        pipe(process.stdin).flush()
        first = json.loads(pipe(process.stdout).readline())["ids"][0]
        assert first in ran("show", "--json").stdout.decode()
        pipe(process.stdin).close()
        assert process.wait() == 0
