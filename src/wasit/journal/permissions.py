"""Who on this machine can read a record file."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def warn_if_others_can_read(path: str | os.PathLike[str]) -> str | None:
    """A sentence when other users of the machine can read the record file; else None.

    Looks at the file and at those that SQLite keeps beside it, which hold the latest entries.
    """
    for suffix in ("", "-wal", "-shm"):
        file = Path(f"{os.fspath(path)}{suffix}")
        try:
            mode = file.stat().st_mode
        except OSError:
            continue
        if stat.S_IMODE(mode) & (stat.S_IRGRP | stat.S_IROTH):
            return (
                f"{file} can be read by other users of this machine: whoever reads the file reads"
                f" every seat's entries, whatever their audience; `chmod 600 {file}` closes it"
            )
    return None
