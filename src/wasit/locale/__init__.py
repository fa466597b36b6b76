"""The message catalogues, and the one function that finds a language's.

Messages are English sentences; Arabic stands in ``ar/LC_MESSAGES/wasit.po``. A build compiles it
to ``wasit.mo``; in a source tree where that is missing, or older than what is written, the
catalogue is compiled in memory.
"""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path

DOMAIN = "wasit"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of ``language``; for English, and where there is none, the messages as written.

    ``translations("ar").gettext("Sources")``
    """
    folder = resources.files(__name__) / language.partition("-")[0] / "LC_MESSAGES"
    compiled, written = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if compiled.is_file() and not _is_behind(compiled, written):
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    if written.is_file():
        return gettext.GNUTranslations(_compiled(written.read_bytes(), language))
    return gettext.NullTranslations()


def _is_behind(compiled: object, written: object) -> bool:
    """Whether the catalogue of a source tree was changed after it had been compiled.

    An installed package is not asked: its files have the times of their unpacking.
    """
    in_source_tree = (Path(__file__).parents[3] / "pyproject.toml").is_file()
    if not (in_source_tree and isinstance(compiled, Path) and isinstance(written, Path)):
        return False
    return written.is_file() and written.stat().st_mtime > compiled.stat().st_mtime


def _compiled(catalogue: bytes, language: str) -> BytesIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    out = BytesIO()
    write_mo(out, read_po(BytesIO(catalogue), locale=language))
    out.seek(0)
    return out
