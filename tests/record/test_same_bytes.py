"""The same talks give the same bytes whatever the hash seed, the time zone and the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.record.story import told

WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "ar_SA.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"},
)


def written(root: Path, world: dict[str, str]) -> bytes:
    """What a process of its own writes of the talks."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "tests.record.story", str(root / "examples/two-banks")],
        cwd=root,
        env={**kept, **world},
        check=True,
        capture_output=True,
    ).stdout


def test_hash_seed_time_zone_and_locale_leave_no_trace(root: Path) -> None:
    here = "".join(f"{one}\n" for one in told(root / "examples/two-banks")).encode()
    assert len(here) > 500_000
    with ThreadPoolExecutor(2) as pool:
        for world, bytes_there in zip(
            WORLDS, pool.map(lambda world: written(root, world), WORLDS), strict=True
        ):
            assert bytes_there == here, world
