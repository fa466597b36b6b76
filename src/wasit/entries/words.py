"""Words held by language, and the characters that may stand in them.

Words are kept in Unicode normal form C. Refused by name and place are the characters that
can make a reader see another text than the one on record: controls, the two direction
overrides, lone surrogates. Vowel marks, joiners, embeddings and isolates stay: Arabic needs them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

LONGEST = 200_000
"""Characters one text may have: the limit of a paragraph."""

REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
"""Controls but tab and line feed, the two overrides, lone surrogates."""


def clean(text: str) -> str:
    """``text`` in normal form C.

    Raises a validation error of type ``wasit_character`` that names the first refused
    character and its place (from 1), ``wasit_long`` over :data:`LONGEST`.
    """
    if len(text) > LONGEST:
        raise PydanticCustomError("wasit_long", "text too long", {"limit": LONGEST})
    if text.isascii() and text.isprintable():
        return text
    refused = REFUSED.search(text)
    if refused:
        raise PydanticCustomError(
            "wasit_character",
            "character refused",
            {"name": _name(refused[0]), "position": refused.start() + 1},
        )
    return unicodedata.normalize("NFC", text)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("wasit_line", "one line expected")
    return text


def _some(words: Mapping[str, str]) -> Mapping[str, str]:
    if not words:
        raise PydanticCustomError("wasit_no_words", "no language given")
    return {language: words[language] for language in sorted(words)}


# JSON Schema has no letters of any script: all but the marks of ASCII, for its readers.
_LABEL = r"^[^\s!-/:-@\[-\^`{-~][^\s!-'*-,:-@\[-\^`{-~]{0,63}$"

Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(clean)]
"""One text in one language, never empty."""

Line = Annotated[Text, AfterValidator(_one_line)]
"""A text on one line: a name, an address, an outlet."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag: ``ar``, ``en``, ``uk``, ``zh-Hant``."""

Words = Annotated[Mapping[Language, Text], AfterValidator(_some)]
"""The same words by language, at least one: ``{"ar": "النقطة الأولى", "en": "Point one"}``."""

Name = Annotated[Mapping[Language, Line], AfterValidator(_some)]
"""A name by language, on one line each."""

Label = Annotated[
    str,
    StringConstraints(pattern=r"^[\w][\w.\-/()٫]{0,63}$"),
    AfterValidator(clean),
    WithJsonSchema({"type": "string", "pattern": _LABEL}),
]
"""A short name as its author typed it: letters of any script, digits, ``. - / ( )``; no space."""
