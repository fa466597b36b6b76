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


def without_genitive(word: str) -> str:
    """An English word without the ending of an owner: ``Kenya's`` -> ``Kenya``."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


@lru_cache(maxsize=65_536)
def forms(word: str) -> tuple[str, ...]:
    """A folded Arabic word and what is left of it without the words joined on in front.

    ``وللوفدين`` -> ``وللوفدين``, ``للوفدين``, ``الوفدين``, ``وفدين``: first as it stands, then
    less and less. Joined on are and (و، ف), by, for, as (ب، ل، ك), the (ال) and will (س).
    Last, an indefinite object without its alif: ``لقاءا`` -> ``لقاء``.
    """
    found = dict.fromkeys((word,))
    for start in _starts(word):
        found.update(dict.fromkeys(_without_preposition(start)))
    # A verb of two has the same letter: أن يلتقيا.
    if word.endswith("ا") and len(word) > 4 and word[0] != "ي":
        found.update(dict.fromkeys(one[:-1] for one in tuple(found) if len(one) > 4))
    return tuple(found)


def _starts(word: str) -> tuple[str, ...]:
    if word[:1] in ("و", "ف") and len(word) > 2:
        return word, word[1:]
    return (word,)


def _without_preposition(word: str) -> list[str]:
    found = [word]
    if word[:1] in ("ب", "ك", "س") and len(word) > 3:
        found.append(word[1:])
    if word.startswith("لل") and len(word) > 4:
        # The second lam is the article's, or the word's own: للوفد, للقاء.
        found += ["ال" + word[2:], word[2:], word[1:]]
    elif word[:1] == "ل" and len(word) > 3:
        found.append(word[1:])
    found += [one[2:] for one in found if one.startswith("ال") and len(one) > 4]
    return list(dict.fromkeys(found))
