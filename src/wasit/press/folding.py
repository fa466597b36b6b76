"""Words as they are looked up: without case, accents, vowel marks; without what is joined on.

Nothing folded is ever shown: spans lead back to the text as written.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        "ة": "ه",
        "ؤ": "و",
        "ک": "ك",
        **dict.fromkeys((chr(c) for c in (*range(0x064B, 0x0660), 0x0670, 0x0640)), ""),
    }
)
"""One alif, ya, waw, kaf and ha; no vowel marks, no tatweel."""


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """``word`` as it is looked up in a lexicon: ``Zélensky`` -> ``zelensky``, ``أُمِّ`` -> ``ام``."""
    if word.isascii():
        return word.lower()
    word = word.translate(_ARABIC)
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65_536)
def forms(word: str) -> tuple[str, ...]:
    """A folded Arabic word and what is left of it without the words joined on in front.

    ``وللوفدين`` -> ``وللوفدين``, ``للوفدين``, ``الوفدين``, ``وفدين``: first as it stands, then
    less and less. Joined on are and (و، ف), by, for, as (ب، ل، ك), the (ال) and will (س).
    """
    found = [word]
    for start in _starts(word):
        for rest in _without_preposition(start):
            if rest not in found:
                found.append(rest)
    return tuple(found)


def _starts(word: str) -> tuple[str, ...]:
    if word[:1] in ("و", "ف") and len(word) > 3:
        return word, word[1:]
    return (word,)


def _without_preposition(word: str) -> list[str]:
    found = [word]
    if word[:1] in ("ب", "ك", "س") and len(word) > 3:
        found.append(word[1:])
    if word.startswith("لل") and len(word) > 4:
        found += ["ال" + word[2:], word[2:]]
    elif word[:1] == "ل" and len(word) > 3:
        found.append(word[1:])
    found += [one[2:] for one in found if one.startswith("ال") and len(one) > 4]
    return list(dict.fromkeys(found))
