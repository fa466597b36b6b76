"""What the name of a body tells of it: its kind, whether it stands between the sides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from wasit.language.folding import folded
from wasit.language.spans import Language
from wasit.press.cues import Cue, cues
from wasit.press.document import SourceText, document_of
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer
from wasit.press.names.lands import adjectives_of
from wasit.press.positions.words import word_set
from wasit.press.reading import Body


def is_go_between(body: Body) -> bool:
    """Whether a body stands between the sides: the United Nations, a mediator."""
    return any(go_between(name, language) for language, name in body.names.items())


def speaks_abroad(body: Body) -> bool:
    """Whether a ministry speaks for its country, whichever that is: Foreign Ministry."""
    for name in body.names.values():
        words = set(folded(name).split())
        if words & word_set("ministry") and words & word_set("abroad"):
            return True
    return False


def kinds_of(body: Body) -> Iterator[str]:
    """What kinds of sides the names of a body tell: ``union``, ``company``."""
    for language, name in body.names.items():
        for cue in in_words(name, language):
            if cue.sort in ("kinds", "heads") and not (
                cue.idea == "union" and word_set("unions_of_states") & set(name.lower().split())
            ):
                yield cue.idea


def go_between(text: str, language: Language) -> bool:
    """Whether a name or an office is that of somebody who stands between the sides."""
    return any(cue.sort == "go_betweens" for cue in in_words(text, language))


@lru_cache(maxsize=4096)
def in_words(text: str, language: Language) -> tuple[Cue, ...]:
    """The cues in a few words; remembered, since names come again and again."""
    document = document_of(SourceText(text))
    return tuple(
        cue
        for parts in document.parts.values()
        for paragraph in parts
        for cue in cues(language, "positions").of(paragraph.tokens)
    )


def ministries(names: Names, foreign: Collection[str]) -> dict[str, str]:
    """A word of the name of a ministry -> its key, but for those that speak for a country."""
    return {
        word: body.key
        for body in names.bodies
        if body.key not in foreign and "ministry" in kinds_of(body)
        for name in body.names.values()
        for word in folded(name).split()
        if word not in word_set("ministry")
    }


def agencies(names: Names) -> dict[str, str]:
    """An agency called after a country -> the country it speaks for."""
    found: dict[str, str] = {}
    countries = [body for body in names.bodies if body.kind == "country"]
    for body in names.bodies:
        words = body.names.get("en", "").split()
        if body.kind != "organisation" or len(words) < 2 or words[0] == body.key:
            continue
        if words[-1].lower() not in word_set("agencies"):
            continue
        listed = [
            idea.key
            for parts, idea, _ in gazetteer("en").entries.get(folded(words[0]), ())
            if len(parts) == 1 and idea.kind == "country"
        ]
        own = [
            one.key for one in countries if words[0] in adjectives_of(one.names.get("en", one.key))
        ]
        if listed or own:
            found[body.key] = (listed or own)[0]
    return found


def all_kinds_of(body: Body, as_written: str | None) -> set[str]:
    """The same, with what the English text calls it, and what the lists know of it."""
    kinds = set(kinds_of(body))
    if as_written:
        kinds |= {cue.idea for cue in in_words(as_written, "en") if cue.sort == "kinds"}
    if body.kind == "movement":
        kinds.add("movement")
    return kinds


def kinds_of_name(name: str) -> set[str]:
    """What kinds of sides an English name that no list has tells."""
    kinds = {cue.idea for cue in in_words(name, "en") if cue.sort in ("kinds", "heads")}
    if "union" in kinds:
        kinds -= {"company", "workers"}  # the union of those who work there
    return kinds
