"""The words of a draft as they are compared: taken apart, folded, cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.language.tokens import Token
from wasit.text.lexicon import lexicon

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_TOKEN = re.compile(
    rf"""
    (?P<number>\d+(?:[.,٫٬]\d+)*|\d{{1,3}}(?:[\u00a0\u202f ]\d{{3}})+(?![\d.,]))
  | (?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’][^\W\d_]+)*)
  | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE,
)
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d.,]*\d)")


@lru_cache(maxsize=8_192)
def tokens(words: str) -> tuple[Token, ...]:
    """Words, numbers and marks with their places; ``15 000`` is one number."""
    found = []
    at = 0
    spaced = {m.start(): m.end() for m in _SPACED.finditer(words)}
    while match := _TOKEN.search(words, at):
        start, end = match.span()
        kind = str(match.lastgroup)
        if kind == "number":
            end = spaced.get(start, end)
        found.append(_token(words[start:end], start, end, kind))
        at = end
    return tuple(found)


def _token(text: str, start: int, end: int, kind: str) -> Token:
    if kind == "number":
        return Token(text, start, end, "number", _digits(text), capital=False)
    if kind == "word":
        return Token(text, start, end, "word", folded(text), text[:1].isupper())
    return Token(text, start, end, "mark", text, capital=False)


def _digits(text: str) -> str:
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    plain = re.sub(r"[\s\u00a0\u202f٬]", "", plain).replace("٫", ".")
    return re.sub(r",(?=\d{3}(?!\d))", "", plain)


# --- stems ------------------------------------------------------------------------------------

_ENDINGS = (
    *("isations", "izations", "isation", "ization", "ations", "ation", "ements", "ement"),
    *("ments", "ment", "nesses", "ness", "ingly", "edly", "ities", "ity", "ives", "ive"),
    *("ences", "ence", "ances", "ance", "ings", "ing", "ions", "ion", "ally", "ies", "ied"),
    *("ises", "izes", "ised", "ized", "ise", "ize", "able", "ible", "ous", "ful"),
    *("ers", "er", "ors", "or", "ed", "es", "ly", "al", "s", "y", "e"),
)
_WHOLE = frozenset({"station", "nation", "ration", "notice", "section", "general", "office"})
"""Words that would fall together with others when cut."""
_AR_ENDINGS = ("يتين", "يات", "تين", "تان", "ات", "ون", "ين", "ان", "ها", "هم", "يه", "ه", "ي", "ا")


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """What a folded word shares with its other forms: ``withdrawal``, ``withdrawn``: ``withdraw``.

    Of Arabic words the consonants, without what is joined on.
    """
    return _arabic(word) if language == "ar" else _english(word)


def _english(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    word = _irregular().get(word, word)
    if len(word) <= 3 or word.rstrip("s") in _WHOLE:
        return word.rstrip("s") if len(word) > 3 else word
    if word.endswith("ty") and len(word) > 6 and not word.endswith("ity"):
        word = word[:-2]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            bare = word[: -len(ending)]
            if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "sl":
                bare = bare[:-1]
            return bare[:-1] if bare[-1] in "ie" and len(bare) > 3 else bare
    return word


@cache
def _irregular() -> dict[str, str]:
    """Forms of a verb that no ending tells: ``sold`` -> ``sell``."""
    listed = lexicon("en")["irregular"]
    return {str(form): str(verb) for verb, forms_ in listed.items() for form in forms_}


def _arabic(word: str) -> str:
    bare = bare_arabic(word)
    for ending in _AR_ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    if bare[:1] in "يتا" and len(bare) > 3:
        bare = bare[1:]
    if bare[:1] == "م" and len(bare) > 4:
        bare = bare[1:]
    skeleton = bare[:1] + re.sub("[اوي]", "", bare[1:])
    return skeleton if len(skeleton) >= 2 else bare


@lru_cache(maxsize=65_536)
def bare_arabic(word: str) -> str:
    """A folded Arabic word without the words joined on in front, as far as that is sure."""
    if word.startswith(("ال", "وال", "لل", "بال", "فال", "كال", "ولل", "وبال")):
        return min(forms(word), key=len)
    if word[:1] == "و" and len(word) > 4:
        return word[1:]
    return word


@cache
def small(language: str) -> frozenset[str]:
    """Folded words that say little of what a point is about."""
    return frozenset(map(folded, map(str, lexicon(language)["small"])))


@cache
def _near(language: str) -> dict[str, tuple[int, ...]]:
    """Stem -> the groups of words that may stand for it."""
    found: dict[str, list[int]] = {}
    for n, group in enumerate(lexicon(language)["near"]):
        for word in group:
            if " " not in str(word):
                groups = found.setdefault(stem(folded(str(word)), language), [])
                if n not in groups:
                    groups.append(n)
    return {word: tuple(groups) for word, groups in found.items()}


def near(stem_: str, language: str) -> tuple[int, ...]:
    """The groups of words of like meaning that a stem belongs to."""
    return _near(language).get(stem_, ())


@lru_cache(maxsize=65_536)
def is_small(word: str, language: str) -> bool:
    """Whether a folded word is one of those that stand in every text."""
    listed = small(language)
    if word in listed or language != "ar":
        return word in listed
    return bare_arabic(word) in listed or (len(word) <= 5 and any(f in listed for f in forms(word)))


def stems(words: Iterable[Token], language: str) -> list[str]:
    """The stems of the words that say something, in order."""
    return [
        stem(token.norm, language)
        for token in words
        if token.kind == "word" and not is_small(token.norm, language)
    ]


@lru_cache(maxsize=16_384)
def sequence(words: str) -> tuple[str, ...]:
    """The folded words and numbers in order, without marks: what must be equal to be kept."""
    return tuple(
        token.norm for token in tokens(words) if token.kind != "mark" or token.text in "%[]"
    )
