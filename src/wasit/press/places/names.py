"""What places are called in Arabic, to tell a name from a word with letters joined on in front."""

from __future__ import annotations

from functools import cache

from babel import Locale

from wasit.language.folding import folded
from wasit.press.lexicons import data


def is_name(word: str) -> bool:
    """Whether a folded word begins the name of a listed place."""
    return word in _arabic_firsts()


@cache
def _arabic_firsts() -> frozenset[str]:
    """The folded first words of places in Arabic."""
    listed = data("ar", "places")
    names = [
        name
        for group in ("cities", "buildings")
        for many in listed[group].values()
        for name in many
    ]
    for entry in data("ar", "countries").values():
        names += [*entry.get("seats", ()), *entry.get("names", ())]
    names += list(Locale.parse("ar").territories.values())
    return frozenset(folded(str(name).split()[0]) for name in names)
