"""The lexicons of this room; :mod:`wasit.language.lexicons` says how one is written."""

from __future__ import annotations

from typing import Any

from wasit.language.lexicons import Phrases, data_of, phrases_of
from wasit.language.spans import Language


def data(language: Language, name: str) -> Any:
    """The plain data of ``lexicon/<language>/<name>.yaml``; empty where there is no such file."""
    return data_of("wasit.press", language, name)


def phrases(language: Language, name: str, section: str | None = None) -> Phrases:
    """The phrases of a lexicon file, or of one of its sections."""
    return phrases_of("wasit.press", language, name, section)
