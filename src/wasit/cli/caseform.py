"""A proposed entry mended in an editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from wasit.entries import Mistake
from wasit.papers.caseform import case_form, from_case_form

__all__ = ["case_form", "edited", "from_case_form"]


def edited(text: str) -> str:
    """``text`` as it comes back from the editor named by ``VISUAL`` or ``EDITOR``.

    Raises :class:`Mistake` when the editor cannot be run or says that it failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    # A folder that only its owner can enter: what is edited may be for one seat alone.
    with tempfile.TemporaryDirectory(prefix="wasit-") as folder:
        file = Path(folder) / "entry.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)
            return file.read_bytes().decode("utf-8")
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise Mistake("cannot edit with {editor}; set EDITOR", editor=editor) from None
