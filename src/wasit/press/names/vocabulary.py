"""What kinds of words there are around names: offices, given names, words that are no names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from wasit.language.folding import folded, forms
from wasit.language.spans import Language
from wasit.press.lexicons import data
from wasit.press.verbs import finite_verbs

Labels = frozenset[str]
"""``title``, ``kind``, ``honour``, ``given``, ``word`` (a given name that is an everyday word),
``stop``, ``place``, ``place_first``, ``label``, ``group``, ``particle``, ``behind``,
``organisation``, ``outlet``, ``verb`` (of speech)."""

_SECTIONS = {
    "roles": {"titles": "title", "kinds": "kind", "honours": "honour"},
    "words": {
        "stop": "stop",
        "places": "place",
        "place_firsts": "place_first",
        "labels": "label",
        "groups": "group",
        "particles": "particle",
        "before": "particle",
        "behind": "behind",
    },
    "bodies": {"organisation_words": "organisation", "outlet_words": "outlet"},
}
_JOINED = ("و", "ف", "ب", "ل", "ك")
_NAMING = frozenset({"given", "word", "particle"})
_BARE = frozenset(
    {"title", "kind", "honour", "verb", "group", "label", "place", "stop", "outlet", "organisation"}
)
"""What is recognised with words joined on in front (``ووزير``, ``للوزير``)."""


@cache
def _words(language: Language) -> dict[str, Labels]:
    found: dict[str, set[str]] = {}

    def enter(phrase: Any, label: str) -> None:
        words = folded(str(phrase)).split()
        for word in words[:1] if language == "ar" else words:
            if word != "of":
                found.setdefault(word, set()).add(label)

    for name, sections in _SECTIONS.items():
        content = data(language, name)
        for section, label in sections.items():
            for phrase in content.get(section) or ():
                enter(phrase, label)
    for section, listed in data(language, "given").items():
        for phrase in listed:
            words = str(phrase).split()
            enter(words[0], "word" if section == "words" else "given")
    for word in finite_verbs(language):
        found.setdefault(word, set()).add("verb")
    return {word: frozenset(labels) for word, labels in found.items()}


@lru_cache(maxsize=65_536)
def labels(norm: str, language: Language) -> Labels:
    """What kinds of word a folded word is; an Arabic one also without what is joined on."""
    words = _words(language)
    if language == "en":
        if norm.endswith(("'s", "’s")):
            norm = norm[:-2]
        return words.get(norm, frozenset())
    first, *rest = forms(norm)
    found = set(words.get(first, ()))
    for form in rest:
        found |= words.get(form, frozenset()) & _BARE
    return frozenset(found)


@lru_cache(maxsize=65_536)
def joined(norm: str) -> int:
    """How many letters are joined on in front of an Arabic name: ``وجاريد`` 1, ``ويتكوف`` 0.

    Only where what is left is a given name or takes the next word with it.
    """
    words = _words("ar")
    if words.get(norm, frozenset()) & _NAMING or norm[:1] not in _JOINED:
        return 0
    if words.get(norm[1:], frozenset()) & _NAMING:
        return 1
    # Behind a preposition an article stays: للسيد is written with two lams.
    return 2 if norm[1:2] in ("ب", "ل", "ك") and words.get(norm[2:], frozenset()) & _NAMING else 0
