"""Numbers in English: ``four million``, ``twenty-one``, ``a dozen``, ``$5bn``, ``fourth``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wasit.language.numbers.numeral import Numeral, amount, norm, tight, words, written
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
    """``15,000``, ``5.2 million``, ``$5bn``, ``1.5 million``, ``2 and a half``."""
    value = amount(tokens[n])
    if value is None:
        return None
    behind, scale = n + 1, 1.0
    if norm(tokens, behind) in _SUFFIXES and tokens[behind].start == tokens[n].end:
        return Numeral(n, n + 2, value, value, "ordinal")
    following = words("en", "scales").get(norm(tokens, behind), 0)
    letter = _letter(tokens, n)
    if following > 12 or letter:
        scale, behind = following or letter, behind + 1
        value *= scale
    value, behind = _and_a_half(tokens, behind, value, scale)
    return Numeral(n, behind, value, value, "digits", written(scale))


def _letter(tokens: Sequence[Token], n: int) -> float:
    """The scale of a letter joined on to a sum of money: ``$5m``; 0 if there is none."""
    if n + 1 >= len(tokens) or tokens[n + 1].start != tokens[n].end:
        return 0
    if not n or tokens[n - 1].text not in "$€£¥":
        return 0
    return words("en", "abbreviations").get(tokens[n + 1].norm, 0)


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
    value, n = _and_a_half(tokens, n, total + current, last)
    return Numeral(first, n, value, value, "words", written(last if not current else 1))


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
    """``half a million``; a half of anything else is a fraction."""
    part = words("en", "fractions")[tokens[n].norm]
    scale = words("en", "scales").get(norm(tokens, n + 2), 1)
    if norm(tokens, n + 1) in ("a", "an") and scale > 1:
        value = part * scale
        return Numeral(n, n + 3, value, value, "words", written(scale))
    return Numeral(n, n + 1, part, part, "fraction")


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
