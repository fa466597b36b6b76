"""Numbers in English: ``four million``, ``twenty-one``, ``a dozen``, ``$5bn``, ``fourth``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wasit.language.numbers.numeral import Numeral, amount, norm, spaced, tight, words, written
from wasit.language.tokens import Token


def begins(word: str) -> bool:
    """Whether a number may begin with a folded word."""
    lists = ("tens", "units", "fractions", "ordinals")
    return word in ("a", "an") or any(word in words("en", name) for name in lists)


_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def read(tokens: Sequence[Token], n: int) -> Numeral | None:
    """The number that begins at token ``n``."""
    word = tokens[n].norm
    if tokens[n].kind == "number":
        return _digits(tokens, n)
    if word in ("a", "an"):
        scale = words("en", "scales").get(norm(tokens, n + 1))
        return _words(tokens, n, n + 1, 1.0) if scale else None
    if word in words("en", "tens"):
        return _compound_ordinal(tokens, n) or _words(tokens, n, n, 0.0)
    if word in words("en", "units"):
        return _words(tokens, n, n, 0.0)
    if word in words("en", "fractions"):
        return _fraction(tokens, n)
    return _ordinal(tokens, n)


def _digits(tokens: Sequence[Token], n: int) -> Numeral | None:
    """``15,000``, ``15 000``, ``5.2 million``, ``$5bn``, ``1.2m people``, ``2 and a half``."""
    value = amount(tokens[n])
    if value is None:
        return None
    behind, scale = n + 1, 1.0
    if norm(tokens, behind) in _SUFFIXES and tokens[behind].start == tokens[n].end:
        return Numeral(n, n + 2, value, value, "ordinal")
    value, behind = spaced(tokens, n, value)
    following = words("en", "scales").get(norm(tokens, behind), 0)
    letter = _letter(tokens, behind - 1)
    if following > 12 or letter:
        scale, behind = following or letter, behind + 1
        value *= scale
    value, behind = _and_a_half(tokens, behind, value, scale)
    return Numeral(n, behind, value, value, "digits", written(scale))


def _letter(tokens: Sequence[Token], n: int) -> float:
    """The scale of a letter joined on to a number: ``$5m``, ``30k troops``; 0 if there is none."""
    if n + 1 >= len(tokens) or tokens[n + 1].start != tokens[n].end:
        return 0
    scale = words("en", "abbreviations").get(tokens[n + 1].norm, 0)
    if tokens[n + 1].norm in _PLAIN_LETTERS or not scale:
        return scale
    before = tokens[n - 1] if n else None
    money = before is not None and (before.text in _SIGNS or _is_code(before))
    return scale if money or _counts_a_plural(tokens, n + 2) else 0


_SIGNS = frozenset("$€£¥₪₹₽₺₦₩₴")
_PLAIN_LETTERS = frozenset({"k"})
"""Letters that are short for nothing but a scale."""


def _is_code(token: Token) -> bool:
    """Whether a word looks like the code of a currency: ``EUR``."""
    return len(token.text) == 3 and token.text.isupper()


def _counts_a_plural(tokens: Sequence[Token], n: int) -> bool:
    """Whether a plural is counted: ``5m tonnes``; in ``40m deep`` the letter is for metres."""
    word = norm(tokens, n)
    return word == "people" or (len(word) > 3 and word.endswith(("s", "men")))


def _words(tokens: Sequence[Token], first: int, n: int, current: float) -> Numeral:
    """A number in words from token ``n`` on; ``current`` is what an article stands for."""
    small = _small()
    scales = words("en", "scales")
    total, last = 0.0, 1.0
    while n < len(tokens):
        word = tokens[n].norm
        joint = n + 1 if word == "and" and last >= 100 else n
        joint = n + 1 if word == "-" and tight(tokens, n) else joint
        word = norm(tokens, joint)
        if word in scales and (joint == n or tokens[n].norm == "-"):
            last = scales[word]
            current = (current or 1.0) * last
            if last >= 1000:
                total, current = total + current, 0.0
        elif word in small and _room(current, small[word], fresh=total == 0 and last == 1):
            current += small[word]
        else:
            break
        n = joint + 1
    if last == 1 and norm(tokens, n) == "and":
        half, behind = _and_a_half(tokens, n, current, 1.0)
        scale = scales.get(norm(tokens, behind), 1) if behind > n else 1
        if scale >= 1000:
            value = half * scale
            return Numeral(first, behind + 1, value, value, "words", written(scale))
    parts = words("en", "parts").get(norm(tokens, n + 1 if norm(tokens, n) == "-" else n))
    if parts is not None and last == 1:
        return _parted(tokens, first, n + 2 if norm(tokens, n) == "-" else n + 1, current * parts)
    value, n = _and_a_half(tokens, n, total + current, last)
    return Numeral(first, n, value, value, "words", written(last if not current else 1))


def _parted(tokens: Sequence[Token], first: int, n: int, part: float) -> Numeral:
    """``three quarters of a million``; two thirds of anything else are a fraction."""
    at = n + 1 if norm(tokens, n) == "of" else n
    at = at + 1 if norm(tokens, at) in ("a", "an") else at
    scale = words("en", "scales").get(norm(tokens, at), 1)
    if at > n and scale > 1:
        value = part * scale
        return Numeral(first, at + 1, value, value, "words", written(scale))
    return Numeral(first, n, part, part, "fraction")


@cache
def _small() -> Mapping[str, float]:
    return {**words("en", "units"), **words("en", "tens")}


def _room(current: float, addend: float, *, fresh: bool) -> bool:
    """Whether an addend fits behind what stands: twenty + one, two hundred + five."""
    if current == 0:
        return True
    if current % 100 == 0 and not fresh:
        return True
    return current % 100 >= 20 and current % 10 == 0 and addend < 10


def _and_a_half(tokens: Sequence[Token], n: int, value: float, scale: float) -> tuple[float, int]:
    """``two and a half``, ``a million and a half``."""
    if norm(tokens, n) == "and" and norm(tokens, n + 1) == "a" and norm(tokens, n + 2) == "half":
        return value + 0.5 * scale, n + 3
    return value, n


def _fraction(tokens: Sequence[Token], n: int) -> Numeral:
    """``half a million``, ``a quarter of a million``; a half of anything else is a fraction."""
    return _parted(tokens, n, n + 1, words("en", "fractions")[tokens[n].norm])


def _ordinal(tokens: Sequence[Token], n: int) -> Numeral | None:
    value = words("en", "ordinals").get(tokens[n].norm)
    return Numeral(n, n + 1, value, value, "ordinal") if value else None


def _compound_ordinal(tokens: Sequence[Token], n: int) -> Numeral | None:
    """``twenty-first``."""
    unit = words("en", "ordinals").get(norm(tokens, n + 2), 10)
    if unit >= 10 or norm(tokens, n + 1) != "-":
        return None
    value = words("en", "tens")[tokens[n].norm] + unit
    return Numeral(n, n + 3, value, value, "ordinal")
