"""The programs that the system tests use are there and start."""

from __future__ import annotations

import subprocess

import pytest

pytestmark = pytest.mark.system


@pytest.mark.parametrize(
    ("names", "option", "says"),
    [
        (["initdb"], "--version", "PostgreSQL"),
        (["pg_ctl"], "--version", "PostgreSQL"),
        (["chromium", "chromium-browser", "google-chrome"], "--version", "Chrom"),
        (["soffice", "libreoffice"], "--version", "LibreOffice"),
        (["pdftoppm"], "-v", "pdftoppm"),
        (["msgfmt"], "--version", "gettext"),
        (["wrk"], "--version", "wrk"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_program_starts(program, tmp_path, names, option, says):
    ran = subprocess.run(
        [program(*names), option],
        capture_output=True,
        text=True,
        timeout=120,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert says in ran.stdout + ran.stderr
