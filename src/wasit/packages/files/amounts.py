"""Numbers as files write them, read exactly."""

from __future__ import annotations

import re
from fractions import Fraction

from wasit.entries import Mistake
from wasit.entries.errors import Place

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬−", "0123456789.,-")
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,4})?", re.ASCII)
_FRACTION = re.compile(r"[-+]?[0-9]+\s*/\s*[0-9]+", re.ASCII)
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+", re.ASCII)
LONGEST = 200
"""How many characters a number may have."""
FURTHEST = 400
"""How far an exponent may go."""


def number(text: str, place: Place | None = None) -> Fraction:
    """The number that ``text`` says: decimals, exponents, fractions; Arabic digits may be typed.

    A comma is a decimal comma. Raises :class:`wasit.entries.Mistake` for anything else; not a
    number and infinity are named as such.
    """
    said = text.translate(_DIGITS).strip()
    if _COMMA.fullmatch(said):
        said = said.replace(",", ".")
    plain = _NUMBER.fullmatch(said)
    fits = len(said) <= LONGEST and (
        plain is None or plain[3] is None or abs(int(plain[3][1:])) <= FURTHEST
    )
    if fits and (plain or (_FRACTION.fullmatch(said) and not _is_zero(said.split("/")[1]))):
        return Fraction(said.replace(" ", ""))
    raise Mistake(
        "{text} is not a number; expected one like 12, 0.25 or 1/3", place=place, text=text
    )


def _is_zero(digits: str) -> bool:
    return int(digits) == 0


def written(value: Fraction) -> str | None:
    """The number as a decimal; none where it has no end."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{whole}" if value < 0 else whole


def exactly(value: Fraction) -> str:
    """The number as a decimal where that ends, else as a fraction."""
    return written(value) or str(value)
