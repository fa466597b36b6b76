"""What a speaker does by a statement: told by the verb first, then by the words said."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.lexicons import data
from wasit.press.reading import Act

_ACTS: tuple[Act, ...] = get_args(Act)
_OVER_VERB = ("condition",)
"""What the words say even against the verb."""
_GLAD = frozenset(("accept", "accept_partly", "offer", "praise", "concede"))
_NOT = re.compile(r" (?:not|never|no longer|لم|لن|ليس|ليست)(?: \S{1,6})? $")
_LATER = re.compile(r" (?:after|if|بعد|اذا) ")
_NO_FUTURE = (
    "سياس",
    "سيار",
    "سياد",
    "سياق",
    "سياح",
    "سيطر",
    "سينا",
    "سنو",
    "ستين",
    "ستون",
    "سيده",
    "سيول",
)
"""Words that only look like a future."""
_FIRM = frozenset(("reject", "demand", "offer", "praise", "criticise", "concede", "accept"))
"""Acts a verb settles whatever is said."""


@cache
def _cues(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Ideas with their phrases, in the order in which they are looked for."""
    return tuple(
        (str(idea), tuple(" " + folded(str(phrase)) for phrase in listed))
        for idea, listed in data(language, "acts").items()
    )


def act_of(verb: str, words: str, language: Language) -> Act:
    """The act of what was said by a verb that stands for ``verb``."""
    if verb == "not deny":
        return "report"
    said = " " + folded(words).replace("’", "'")
    if language == "ar":
        said = said.replace(" و", " ")
    if verb == "not rule out":
        return "condition" if _has(said, language, "condition") else "accept_partly"
    if verb in _FIRM:
        return _known(verb)
    for idea, phrases in _cues(language):
        phrase = next((phrase for phrase in phrases if phrase in said), None)
        if phrase is None and not (idea == "announce" and language == "ar" and _future(said)):
            continue
        if idea in _GLAD and phrase and _NOT.search(said, 0, said.index(phrase) + 1):
            # "had not yet accepted".
            continue
        if idea == "accept" and phrase and _LATER.search(said, 0, said.index(phrase) + 1):
            # "closed after Yerevan accepted": the acceptance is not what is said.
            continue
        if idea == "negated_condition":
            # "not until", "before" behind a negation; elsewhere only a time.
            if not _has(said, language, "negation"):
                continue
            idea = "condition"
        elif idea == "negation":
            continue
        if verb == "report" or (idea in _OVER_VERB and verb in ("announce", "offer")):
            return _known(idea)
        break
    return _known(verb)


def _future(said: str) -> bool:
    """Whether an Arabic verb in the future is among the words."""
    return any(
        word[:2] in ("سي", "ست", "سن") and len(word) > 4 and not word.startswith(_NO_FUTURE)
        for word in said.split()
    )


def _has(said: str, language: Language, idea: str) -> bool:
    return any(
        name == idea and any(p in said for p in phrases) for name, phrases in _cues(language)
    )


def _known(act: str) -> Act:
    for one in _ACTS:
        if one == act:
            return one
    return "report"
