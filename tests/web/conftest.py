"""Desks for the tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.desks import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The mediator's desk at the invented case."""
    return Desk(tmp_path)
