"""Takes the pictures in docs/pictures/: the desk at the invented case, in both languages.

Needs what `make test-system` installs (Chromium, playwright). Run from the root of the repo:
``.venv/bin/python scripts/pictures.py``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
FILES = (("desk", "desk"), ("upper", "upper"), ("lower", "lower"), ("desk-2", "desk"))
SHOTS = (
    ("table-en", "/en/table?draft=draft-3", 1280, 860, "light"),
    ("play-ar", "/ar/play", 1280, 860, "light"),
    ("packages-ar", "/ar/packages", 1280, 860, "light"),
    ("today-phone", "/en/", 390, 780, "dark"),
)


def wasit(*words: str) -> list[str]:
    """A command line of Wasit's."""
    return [sys.executable, "-m", "wasit", *words]


def main() -> None:
    """Load the case, serve it, and look."""
    from playwright.sync_api import sync_playwright

    OUT.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "case.wasit")
        quiet = subprocess.DEVNULL
        subprocess.run(wasit("init", "-r", record), check=True, stdout=quiet)
        for name, seat in FILES:
            case = str(ROOT / "examples" / "two-banks" / f"{name}.yaml")
            subprocess.run(
                wasit("load", case, "-r", record, "--as", seat), check=True, stdout=quiet
            )
        line = wasit("serve", "-r", record, "--as", "desk", "-p", "0")
        with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            link = next(
                found[0] for text in server.stderr if (found := re.search(r"http://\S+", text))
            )
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                context = browser.new_context()
                page = context.new_page()
                page.goto(link)
                for name, path, width, height, scheme in SHOTS:
                    page.set_viewport_size({"width": width, "height": height})
                    page.emulate_media(color_scheme=scheme)
                    page.goto(link.partition("/enter")[0] + path)
                    page.screenshot(path=str(OUT / f"{name}.jpg"), type="jpeg", quality=72)
                browser.close()
            server.terminate()


if __name__ == "__main__":
    main()
