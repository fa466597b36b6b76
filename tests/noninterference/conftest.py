"""One walker for the tests of a module, and commands that nothing outside touches."""

from __future__ import annotations

import pytest

from tests.noninterference.walk import Walker, hold_still


@pytest.fixture(scope="session")
def walker(tmp_path_factory: pytest.TempPathFactory) -> Walker:
    return Walker(tmp_path_factory.mktemp("walks"))


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    hold_still(monkeypatch)
