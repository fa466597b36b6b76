"""What every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"

# A slow machine is no failure; a failure found by chance prints what finds it again. In CI the
# same examples are drawn each time, so that a change is judged by what it changed.
settings.register_profile("dev", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.load_profile("ci" if IN_CI else "dev")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the work tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material beside the work tree: press reports, texts, scenarios, facts of the example."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("the folder `shared` is not beside the work tree")
    return path


@pytest.fixture(scope="session")
def program() -> Callable[..., Path]:
    """Find a program of the system by one of its names: ``program("soffice", "libreoffice")``.

    Where it is missing the test is skipped, and in CI it fails: there nothing is left out.
    """

    def find(*names: str) -> Path:
        # Debian keeps the server's programs off the path, in a folder for each version.
        servers = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        for name in names:
            found = shutil.which(name) or shutil.which(
                name, path=os.pathsep.join(map(str, servers))
            )
            if found:
                return Path(found)
        reason = f"{names[0]} is not installed (scripts/system-tools.sh says how it would be)"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)

    return find


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Have a figure printed below the run, wherever the test ran."""
    return lambda line: record_property("told", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests had to tell."""
    for report in terminalreporter.getreports("passed"):
        for name, line in report.user_properties:
            if name == "told" and report.when == "call":
                terminalreporter.write_line(str(line))
