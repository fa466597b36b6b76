"""What drafts are compared by, in YAML files that a linguist reads and extends."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads words as words: ``no`` and ``on`` are none in YAML otherwise."""


@cache
def lexicon(language: str) -> dict[str, Any]:
    """What is listed for a language, every value a word; English for a language without a file."""
    file = resources.files("wasit.text.lexicon") / f"{language}.yaml"
    if not file.is_file():
        return lexicon("en")
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    return found
