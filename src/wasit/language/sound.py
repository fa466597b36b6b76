"""Words of two scripts compared by how they sound, so that one version's names find the other's.

A word is reduced to the consonants both scripts write: ``Lavrov`` and ``لافروف`` are both ``lfrf``.
Sounds that press style spells in several ways share a letter:

====  =======================  ====================
``b`` b p                      ب پ
``f`` f v ph                   ف ڤ
``k`` k c q g j kh gh          ك ق غ ج خ گ
``t`` t th                     ت ط ث
``d`` d dh                     د ض ذ
``s`` s z sh ch zh, soft c     س ص ش ز ظ چ ژ
``l m n r``                    ل م ن ر
====  =======================  ====================

Vowels, semivowels (w, y, و, ي), h and ع are not written: the scripts disagree on them most.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wasit.language.folding import folded
from wasit.language.spans import Language

_ARABIC = {
    **dict.fromkeys("بپ", "b"),
    **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("كقغجخگ", "k"),
    **dict.fromkeys("تطث", "t"),
    **dict.fromkeys("دضذ", "d"),
    **dict.fromkeys("سصشزظچژ", "s"),
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ر": "r",
}
_LATIN = {
    **dict.fromkeys("bp", "b"),
    **dict.fromkeys("fv", "f"),
    **dict.fromkeys("kcqgj", "k"),
    **dict.fromkeys("sz", "s"),
    **{one: one for one in "tdlmnr"},
    "x": "ks",
}
_DIGRAPHS = re.compile(r"ph|sch|tch|ch|sh|zh|ss|c(?=[eiy])|(?<=.)gh(?=t)")
_SPELT = {"ph": "f", "sch": "s", "tch": "ts", "sh": "s", "zh": "s", "ss": "s", "c": "s", "gh": ""}
_AL = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an)-(?=.)")
_VOWELS = {"en": frozenset("aeiouywh"), "ar": frozenset("اويهحعء")}


@lru_cache(maxsize=65_536)
def skeletons(word: str, language: Language) -> tuple[str, ...]:
    """The consonants of a word, written or folded; several readings where spelling leaves it open.

    The article is left out: ``ال``, and ``al-`` in an English spelling.
    """
    norm = folded(word)
    if language == "ar":
        bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
        plain = _squeezed("".join(_ARABIC.get(letter, "") for letter in bare))
        return (plain,)
    bare = _AL.sub("", norm, count=1)
    if "ch" not in bare:
        return (_latin(bare, "s"),)
    # Christodoulides, Chirac, Chad: ch is k, sh or tsh.
    return tuple(dict.fromkeys(_latin(bare, sound) for sound in ("s", "k", "ts")))


def _latin(word: str, ch: str) -> str:
    spelt = _DIGRAPHS.sub(lambda found: ch if found[0] == "ch" else _SPELT[found[0]], word)
    return _squeezed("".join(_LATIN.get(letter, "") for letter in spelt))


def _squeezed(consonants: str) -> str:
    """Doubled letters once: Arabic writes none, and English doubles at will."""
    return re.sub(r"(.)\1+", r"\1", consonants)


@lru_cache(maxsize=65_536)
def alike(arabic: str, english: str) -> float:
    """How alike an Arabic and an English word sound, from 0 to 1; above 0.7 they may be one name.

    Short skeletons say little: one consonant alone never counts for more than 0.6.
    """
    ours = skeletons(arabic, "ar")[0]
    best = max(_likeness(ours, theirs) for theirs in skeletons(english, "en"))
    if min(len(ours), 2) < 2:
        best = min(best, 0.6)
    if _opens(arabic, "ar") != _opens(english, "en"):
        best -= 0.15
    return max(best, 0.0)


def _opens(word: str, language: Language) -> bool:
    """Whether a word begins with a vowel or a sound near one."""
    norm = folded(word)
    if language == "ar" and norm.startswith("ال") and len(norm) > 4:
        norm = norm[2:]
    elif language == "en":
        norm = _AL.sub("", norm, count=1)
    return norm[:1] in _VOWELS[language]


def _likeness(ours: str, theirs: str) -> float:
    if ours == theirs:
        return 1.0 if ours else 0.0
    longest = max(len(ours), len(theirs))
    if abs(len(ours) - len(theirs)) > longest / 2 or longest > 40:
        return 0.0
    return 1 - _distance(ours, theirs) / longest


_NEAR = {frozenset(pair) for pair in ("td", "ds", "ts", "ks", "bf", "fk")}
"""Pairs of sounds that press style mixes: Dhabi/ظبي, Geneva/جنيف, Gdansk, Lviv."""


def _distance(ours: str, theirs: str) -> float:
    """Letters to change, add or leave out; half for sounds that are near each other."""
    row = [float(n) for n in range(len(theirs) + 1)]
    for i, mine in enumerate(ours, start=1):
        before, row[0] = row[0], float(i)
        for j, yours in enumerate(theirs, start=1):
            if mine == yours:
                change = before
            else:
                change = before + (0.5 if frozenset((mine, yours)) in _NEAR else 1.0)
            before = row[j]
            row[j] = min(change, row[j] + 1, row[j - 1] + 1)
    return row[-1]
