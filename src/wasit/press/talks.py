"""Whether a report is about talks at all: dealings between sides that something divides.

Words of negotiation are used of much else: a museum's loan, a player's transfer, a play. A report
is about talks when words of their field outweigh those of all others, and somebody in it meets,
mediates or negotiates.
"""

from __future__ import annotations

from wasit.language.spans import Language
from wasit.press.cues import cues
from wasit.press.document import Document

_LEAST = 3
"""Different words of the field of talks that a report must have, if it has two of another."""
_SHARE = 1.5
"""How many words of other fields one word of the field of talks outweighs, at most."""

_LAST: list[tuple[Document, bool]] = []
"""The report judged last: meetings, texts and positions of one report ask one after another."""


def about_talks(document: Document) -> bool:
    """Whether ``document`` is about talks between sides. Cost: linear in its length."""
    if not (_LAST and _LAST[0][0] is document):
        judged = any(_about_talks(document, language) for language in document.languages)
        _LAST[:] = [(document, judged)]
    return _LAST[0][1]


def _about_talks(document: Document, language: Language) -> bool:
    finder = cues(language, "fields", "meetings")
    field: dict[str, set[str]] = {"talks": set(), "other": set()}
    weight = {"talks": 0, "other": 0}
    meets = False
    for _, sentence in document.sentences(language):
        for cue in finder.of(sentence.tokens):
            if cue.sort == "field":
                word = " ".join(token.norm for token in sentence.tokens[cue.first : cue.behind])
                weight[cue.idea] += 1
                field[cue.idea].add(word.removeprefix("و").removeprefix("ال"))
            elif cue.sort in ("nouns", "verbs", "sides"):
                meets = True
                if cue.idea == "process":
                    field["talks"].add(cue.idea)
    least = (1, 2, _LEAST)[min(len(field["other"]), 2)]
    if not meets or len(field["talks"]) < least:
        return False
    return (
        len(field["talks"]) >= _SHARE * len(field["other"]) and weight["talks"] >= weight["other"]
    )
