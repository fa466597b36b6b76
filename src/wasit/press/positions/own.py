"""The sides found in a text itself, and the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from wasit.language.spans import Language
from wasit.press.positions.titled import Titled

_OFTEN = 2
"""How often a land must be named without its title to be called so."""


@dataclass(slots=True)
class Unlisted:
    """Sides found in the text itself."""

    names: dict[str, dict[Language, str]] = field(default_factory=dict)
    """Key -> what it is called by language."""
    aliases: dict[Language, dict[str, str]] = field(default_factory=dict)
    """By language: a word of the text as written -> the key it stands for."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    """First word of an English name -> its words and the key they stand for."""
    groups: dict[str, str] = field(default_factory=dict)
    """A common noun or adjective of an English text, folded -> the key it stands for."""
    pairs: dict[tuple[str, str], str] = field(default_factory=dict)
    """Two words of an Arabic text, folded -> the key they stand for: قوات الشمال."""
    kinds: dict[str, set[str]] = field(default_factory=dict)
    """Key -> the kinds the text says it is of: *the union, FASAP,*."""
    counts: dict[str, int] = field(default_factory=dict)
    """How often each is named."""
    of_cities: list[str] = field(default_factory=list)
    """The keys of two governments of one country."""
    states: set[str] = field(default_factory=set)
    """Those that have ministers or a government."""
    governments: dict[str, str] = field(default_factory=dict)
    """Country -> what its government is called: ``Central African government``."""

    def add(self, key: str, language: Language, *words: str) -> None:
        """Enters a side and the words that stand for it."""
        self.names.setdefault(key, {}).setdefault(language, key)
        for word in words:
            self.aliases.setdefault(language, {}).setdefault(word, key)

    def entitle(self, one: Titled, text: str) -> None:
        """Enters a side by its full name; a state by that of its land, where it is called so."""
        land = one.words[2] if one.state and len(one.words) == 3 and one.words[1] == "of" else ""
        alone = text.count(land) - text.count(f"of {land}") if land else 0
        key = land if alone > _OFTEN else one.name
        self.names.setdefault(key, {}).setdefault("en", key)
        self.phrases.setdefault(one.words[0], []).append((one.words, key))
        if one.acronym:
            self.add(key, "en", one.acronym)
        if land:
            self.add(key, "en", land)
        if one.state:
            self.states.add(key)
