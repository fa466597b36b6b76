"""Numbers in Arabic: ``أربعة ملايين``, ``خمسة وعشرون``, ``ورقتين``, ``الرابعة``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from wasit.language.folding import folded, forms
from wasit.language.lexicons import data
from wasit.language.numbers.numeral import Numeral, amount, norm, spaced, words, written
from wasit.language.tokens import Token

_Part = Literal["unit", "ten", "hundred", "scale", "twofold", "plural", "fraction"]
_SECTIONS: tuple[tuple[str, _Part], ...] = (
    ("units", "unit"),
    ("tens", "ten"),
    ("hundreds", "hundred"),
    ("scales", "scale"),
    ("twofold", "twofold"),
    ("plurals", "plural"),
    ("fractions", "fraction"),
)
_MONTHS_BEFORE_ORDINALS = frozenset(map(folded, ["كانون", "تشرين", "ربيع", "جمادى"]))


class _Word(NamedTuple):
    value: float
    part: _Part


@cache
def _lexicon() -> Mapping[str, _Word]:
    found: dict[str, _Word] = {}
    for section, part in _SECTIONS:
        for word, value in words("ar", section).items():
            found.setdefault(word, _Word(value, part))
    return found


@cache
def duals() -> Mapping[str, str]:
    """Folded dual -> the English plural of the thing it is two of."""
    listed = data("ar", "numerals").get("duals", {})
    return {folded(word): thing for thing, forms_ in listed.items() for word in forms_}


def begins(word: str) -> bool:
    """Whether a number may begin with a folded word."""
    lists = (words("ar", "eleven"), words("ar", "ordinals"))
    listed = any(form in one for one in lists for form in forms(word))
    return listed or _word(word) is not None or is_dual(word)


def read(tokens: Sequence[Token], n: int) -> Numeral | None:
    """The number that begins at token ``n``."""
    if tokens[n].kind == "number":
        return _digits(tokens, n)
    word = _at(tokens, n)
    if word is None:
        eleven = _eleven(tokens, n)
        if eleven and eleven.sort == "words":
            return _with_half(tokens, _sum(tokens, n))
        return eleven or _dual(tokens, n) or _ordinal(tokens, n)
    if word.part == "plural":
        return None
    if word.part == "fraction":
        return _fraction(tokens, n, word.value)
    return _with_half(tokens, _sum(tokens, n))


def _is_percent(tokens: Sequence[Token], n: int) -> bool:
    """Whether a hundred is that of ``في المئة``, ``بالمئة``."""
    word = tokens[n].norm
    if word in ("بالميه", "بالمايه"):
        return True
    return word in ("الميه", "المايه", "ميه", "مايه") and norm(tokens, n - 1) == "في"


@cache
def _word(norm_: str) -> _Word | None:
    """The part of a number that a word is; ``الاثنين`` is a day, not a number."""
    if norm_.endswith("اثنين") and "الاثنين" in forms(norm_):
        return None
    return next((_lexicon()[form] for form in forms(norm_) if form in _lexicon()), None)


def _at(tokens: Sequence[Token], n: int) -> _Word | None:
    if n >= len(tokens) or tokens[n].kind != "word" or _is_percent(tokens, n):
        return None
    return _word(tokens[n].norm)


def _joined(tokens: Sequence[Token], n: int) -> _Word | None:
    """The part of a number joined on by ``و`` at token ``n``."""
    if n >= len(tokens) or tokens[n].kind != "word" or not tokens[n].norm.startswith("و"):
        return None
    found = _word(tokens[n].norm)
    bare = tokens[n].norm[1:]
    return found if found and any(form in _lexicon() for form in forms(bare)) else None


def _digits(tokens: Sequence[Token], n: int) -> Numeral | None:
    """``٣٫٦٧``, ``38 500``, ``15 ألف``, ``5.2 مليون``, ``1.5 مليون``."""
    value = amount(tokens[n])
    if value is None:
        return None
    value, behind = spaced(tokens, n, value)
    scale = 1.0
    following = _at(tokens, behind)
    while following and following.part in ("scale", "plural") and not _joined(tokens, behind):
        scale *= following.value
        behind += 1
        following = _at(tokens, behind)
    value *= scale
    numeral = Numeral(n, behind, value, value, "digits", written(scale))
    return _with_half(tokens, numeral, scale)


def _sum(tokens: Sequence[Token], first: int) -> Numeral:
    """A number in words: units and teens, tens, hundreds, then a scale, and what is added by و."""
    total, current, n, last = 0.0, 0.0, first, 1.0
    while n < len(tokens):
        word = _at(tokens, n)
        added = n > first
        # Folded, "and one of" is "one": وأحد عشر.
        may_be = word is None or (added and word.value == 1 and _is_ten(tokens, n + 1))
        eleven = _part_eleven(tokens, n, added) if may_be else None
        if eleven and current % 100 == 0:
            current += eleven.low
            n = eleven.behind
            continue
        if word is None or (added and not _continues(tokens, n, word, current, total)):
            break
        if word.part in ("scale", "plural"):
            last = word.value
            if n == first and _is_two(tokens, n):
                total, n = total + 2 * word.value, n + 1
                continue
            if word.value == 100:
                current = max(current % 100, 1) * 100 + current - current % 100
            else:
                total, current = total + (current or 1) * word.value, 0.0
        elif word.part == "twofold":
            last = word.value / 2
            total += word.value
        elif word.part == "unit" and _is_ten(tokens, n + 1) and word.value < 10:
            current += word.value + 10
            n += 1
        else:
            current += word.value
        n += 1
    scale = written(last) if not current else 1
    value = total + current
    return Numeral(first, n, value, value, "words", scale)


def _is_two(tokens: Sequence[Token], n: int) -> bool:
    """Whether a scale that begins a number is two of it: ``مليونا دولار``, but ``مليوناً``."""
    if not tokens[n].norm.endswith("ا") or tokens[n].text.endswith(("اً", "ًا")):
        return False
    # Two of it only stand so with what they are of behind them.
    return n + 1 < len(tokens) and tokens[n + 1].kind == "word" and tokens[n + 1].norm[0] != "و"


def _part_eleven(tokens: Sequence[Token], n: int, added: bool) -> Numeral | None:
    """``أحد عشر`` ألفاً; behind a hundred or a thousand ``وإحدى وعشرين``."""
    if tokens[n].kind != "word" or (added and not tokens[n].norm.startswith("و")):
        return None
    found = _eleven(tokens, n)
    return found if found and found.sort == "words" else None


def _is_ten(tokens: Sequence[Token], n: int) -> bool:
    """Whether token ``n`` is the ten of a teen, which carries nothing in front."""
    return norm(tokens, n) in ("عشر", "عشره")


def _continues(tokens: Sequence[Token], n: int, word: _Word, current: float, total: float) -> bool:
    """Whether a part carries on the number before it rather than beginning another."""
    if word.part in ("scale", "plural") and not _joined(tokens, n):
        return current > 0 and (word.value > 100 or current < 10)
    if not _joined(tokens, n):
        return False
    if word.part == "ten":
        return 0 < current % 100 < 10 or (current % 100 == 0 and current + total > 0)
    if word.part == "unit":
        return current % 100 == 0 and current + total >= 100
    if word.part == "hundred" or word.value == 100:
        return current == 0 and total > 0
    return word.part == "scale" and current == 0 and total > word.value


def _eleven(tokens: Sequence[Token], n: int) -> Numeral | None:
    """``أحد عشر``, ``الحادية عشرة``; ``أحد`` alone is one of several."""
    eleven = words("ar", "eleven")
    form = next((form for form in forms(tokens[n].norm) if form in eleven), None)
    if form is None:
        return None
    ordinal = form.startswith("حادي")
    if _is_ten(tokens, n + 1):
        return Numeral(n, n + 2, 11, 11, "ordinal" if ordinal else "words")
    tens = _joined(tokens, n + 1)
    if tens and tens.part == "ten":
        value = tens.value + 1
        return Numeral(n, n + 2, value, value, "ordinal" if ordinal else "words")
    return None


def _dual(tokens: Sequence[Token], n: int) -> Numeral | None:
    """Two of a thing by the ending of its name; not that of an adjective behind it."""
    if not is_dual(tokens[n].norm):
        return None
    if n and is_dual(tokens[n - 1].norm) and not _is_listed_dual(tokens[n].norm):
        return None
    numeral = Numeral(n, n + 1, 2, 2, "dual", counted=n)
    if norm(tokens, n + 1) == "ونصف":
        behind = n + 3 if norm(tokens, n + 2).startswith("ال") else n + 2
        return Numeral(n, behind, 2.5, 2.5, "dual", counted=n)
    return numeral


@cache
def is_dual(word: str) -> bool:
    """Whether a folded word is surely a dual: listed, or in ``-تين`` or ``-تان``."""
    if _is_listed_dual(word):
        return True
    return len(word) > 5 and word.endswith(("تين", "تان")) and _not_duals().isdisjoint(forms(word))


@cache
def _is_listed_dual(word: str) -> bool:
    return any(form in duals() for form in forms(word))


@cache
def _not_duals() -> frozenset[str]:
    return frozenset(map(folded, data("ar", "numerals").get("not_duals", ())))


def _ordinal(tokens: Sequence[Token], n: int) -> Numeral | None:
    ordinals = words("ar", "ordinals")
    value = next((ordinals[form] for form in forms(tokens[n].norm) if form in ordinals), None)
    if value is None or norm(tokens, n - 1).lstrip("و") in _MONTHS_BEFORE_ORDINALS:
        return None
    behind = n + 1
    if _is_ten(tokens, n + 1) and value < 10:
        value, behind = value + 10, n + 2
    else:
        tens = _joined(tokens, n + 1)
        if tens and tens.part == "ten" and tens.value > 10:
            value, behind = value + tens.value, n + 2
    return Numeral(n, behind, value, value, "ordinal")


def _fraction(tokens: Sequence[Token], n: int, part: float) -> Numeral:
    """``نصف مليون``; half of anything else is a fraction."""
    scale = _at(tokens, n + 1)
    if scale and scale.part == "scale" and not _joined(tokens, n + 1):
        value = part * scale.value
        return Numeral(n, n + 2, value, value, "words", written(scale.value))
    return Numeral(n, n + 1, part, part, "fraction")


def _with_half(tokens: Sequence[Token], found: Numeral, scale: float = 1.0) -> Numeral:
    """``مليون ونصف المليون``, ``مليون وربع المليون``, ``ثلاث ساعات ونصف الساعة``."""
    n, counted = found.behind, None
    if norm(tokens, n) not in _AND_PARTS and norm(tokens, n + 1) in _AND_PARTS:
        counted, n = n, n + 1
    part = _AND_PARTS.get(norm(tokens, n))
    if part is None:
        return found
    behind = n + 1
    scale_again = _at(tokens, behind) if counted is None else None
    if norm(tokens, behind).startswith("ال") or (
        scale_again and scale_again.part == "scale" and scale_again.value == found.scale
    ):
        behind += 1
    elif part != 0.5:
        # A quarter of what is said otherwise is not of the number: ستون وربعهم.
        return found
    step = 1.0 if counted is not None else float(max(found.scale, scale, _last_scale(tokens, n)))
    value = found.low + part * step
    return Numeral(found.first, behind, value, value, found.sort, found.scale, counted)


_AND_PARTS = {"ونصف": 0.5, "وربع": 0.25}


def _last_scale(tokens: Sequence[Token], n: int) -> float:
    """The scale of the word before ``n``: ``ثلاثة آلاف ونصف الألف``."""
    word = _at(tokens, n - 1) if n else None
    if word is None or word.part not in ("scale", "plural", "twofold"):
        return 1.0
    return word.value / 2 if word.part == "twofold" else word.value


def counts(tokens: Sequence[Token], n: int) -> bool:
    """Whether the number at ``n`` counts the noun behind it, by its accusative: ``2000 منزلاً``."""
    following = norm(tokens, n + 1)
    return bool(following) and n + 1 < len(tokens) and tokens[n + 1].text.endswith(("ًا", "اً"))
