"""How points are numbered: the marks that drafters type, in Arabic and Latin script.

A mark has a *style* (digits, letters, Roman, words, bullet), a *dress* (``1.``, ``(1)``,
``Article 1``) and a value. Marks of one style and dress are neighbours in one list.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

from wasit.text.ordinals import CARDINALS, ORDINALS

__all__ = [
    "ABJAD",
    "NOUNS",
    "ORDINALS",
    "PARAGRAPHS",
    "Mark",
    "Style",
    "digits",
    "folded",
    "is_bullet",
    "key_of",
    "key_of_label",
    "mark_at",
    "roman_value",
]

Style = Literal["digits", "decimal", "letters", "roman", "words", "bullet", "heading"]

ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""Arabic letters in the order in which they number."""

NOUNS = (
    "article|art|point|paragraph|para|section|sec|clause|chapter|part|rule|item|provision|principle|"
    "step|measure|option|"
    "الماده|ماده|النقطه|نقطه|البند|بند|الفقره|فقره|القسم|الباب|الفصل|المبدا|الخطوه|الحكم"
)
"""Words that stand before a number and name what it numbers; folded."""

_ROMAN = re.compile(r"(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.ASCII)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_FOLD = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ـ": None})


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as typed at the beginning of a line."""

    text: str
    """As typed, with its marks."""
    label: str
    """As typed, without them."""
    style: Style
    dress: str
    """What else neighbours in one list share: the marks around the label, the noun before it."""
    value: int
    """Its place in a list, from 1; 0 for a bullet."""
    roman: int = 0
    """Its value as a Roman number, where a letter may also be one: ``i``, ``v``, ``x``."""
    path: tuple[str, ...] = ()
    """The labels of a decimal number: ``3.2`` -> ``3``, ``2``."""
    suffix: str = ""
    """What tells a point that was put in later from the one before: ``bis``, ``a``."""

    @property
    def key(self) -> str:
        """The label in digits and Latin letters: ``٣`` -> ``3``, ``ج`` -> ``c``."""
        return key_of(self)


def is_bullet(mark: str) -> bool:
    """Whether a mark as typed is a bullet."""
    return bool(_BULLET.match(f"{mark} "))


def key_of(mark: Mark, *, as_roman: bool = False) -> str:
    """The label of a mark as a reference writes it."""
    if mark.style == "letters" and not as_roman:
        return chr(ord("a") + mark.value - 1) if mark.value <= 26 else str(mark.value)
    if as_roman and mark.label.isupper():
        return str(mark.roman)
    if mark.style == "letters" or (mark.style == "roman" and mark.label.islower()):
        return folded(mark.label)
    if mark.style == "heading":
        return mark.label
    if mark.style == "decimal":
        return ".".join(mark.path) + _joined(mark.suffix)
    above = mark.dress.upper() if mark.dress in PARAGRAPHS else ""
    return f"{above}{mark.value}{_joined(mark.suffix)}" if mark.value else ""


def _joined(suffix: str) -> str:
    return f" {suffix}" if len(suffix) > 1 else suffix


def key_of_label(label: str) -> str:
    """The same for a label alone: ``٣`` and ``ثالثاً`` -> ``3``, ``ب`` -> ``b``.

    A label that is no number stays as it is. A small letter that may be a Roman number is a letter.
    """
    mark = _mark(label, label, "")
    return key_of(mark) if mark else label


def folded(text: str) -> str:
    """Lower case, one alif, no vowel marks: how labels are looked up."""
    bare = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
    return bare.translate(_FOLD).casefold()


def digits(text: str) -> str:
    """Digits of any script as ASCII."""
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


_DECIMAL = r"\d{1,3}(?:[.]\d{1,3})+"
_LATER = r"(?:[ ]{0,3}(?i:bis|ter|quater)|[ ]{1,3}مكرر[اًةه]{0,2}|[A-Za-z]|-[A-Za-z])(?!\w)"
"""What is added to the number of a point that was put in later."""
_LABEL = rf"(?:{_DECIMAL}|\d{{1,3}})(?:{_LATER})?|[A-Za-z]|[IVXLivxl]{{2,6}}|[\u0621-\u064a]\u0640?"
_PLAIN = re.compile(
    rf"""
    (?P<sign>§§?\s?)?
    (?P<open>[(\[]?)
    (?P<label>{_LABEL})
    (?P<close>[)\]]|\\?\.\)|\\?[.:)]|[-–—/º°]|٫|،)?
    (?P<more>[.:)]?[-–—]?)
    (?=\s|$)
    """,
    re.VERBOSE,
)
_NOUN = re.compile(r"(?P<noun>[^\W\d_]+)\.?\s+", re.VERBOSE)
_BULLET = re.compile(r"[-–—•*▪◦·‣●○]\s+")
_AFTER_BRACKET = re.compile(r"\s*\)\s*(?:[-–—.:،]|\.\s*[-–—])?\s*")
_AFTER = re.compile(r"\s*(?:[-–—.:،)]|\.\s*[-–—])?\s*")


def mark_at(line: str) -> tuple[Mark, int] | None:
    """The number with which ``line`` (stripped on the left) begins, and where the words begin.

    None when it begins with words. A lone letter needs a bracket or stop: ``A man`` is no list.
    """
    bullet = _BULLET.match(line)
    if bullet:
        return Mark(bullet[0].strip(), "", "bullet", bullet[0].strip(), 0), bullet.end()
    return _named(line) or _in_words(line) or _plain(line) or _paragraph(line)


PARAGRAPHS = frozenset({"op", "pp"})
"""Operative and preambular paragraphs, as resolutions count them: ``OP1``, ``PP 2 bis``."""
_PARAGRAPH = re.compile(rf"(?P<sort>OP|PP)\s?(?P<label>\d{{1,3}}(?:{_LATER})?)[.:)]*(?:\s+|$)")


def _paragraph(line: str) -> tuple[Mark, int] | None:
    found = _PARAGRAPH.match(line)
    if not found:
        return None
    typed = found[0].rstrip()
    mark = _mark(typed, found["label"], found["sort"].lower())
    return (replace(mark, label=typed.rstrip(".:)")), found.end()) if mark else None


def _plain(line: str) -> tuple[Mark, int] | None:
    found = _PLAIN.match(line)
    if not found:
        return None
    label, opened, close = found["label"], found["open"], found["close"] or ""
    if opened == "[" or close in ("]", "،"):
        return None
    if not (close or found["sign"]) and "." not in label:
        return None
    dress = "§" if found["sign"] else f"{opened}·{close}"
    mark = _mark(found[0].rstrip(), label, dress)
    if mark is None:
        return None
    return mark, found.end() + len(line[found.end() :]) - len(line[found.end() :].lstrip())


_NUMBER = re.compile(rf"(?P<number>{_DECIMAL}|\d{{1,3}})(?P<later>{_LATER})?")


def _suffix(later: str) -> str:
    """``bis`` in Latin letters, whichever the script."""
    later = later.strip(" -")
    return "bis" if later.startswith("مكرر") else later


def _named(line: str) -> tuple[Mark, int] | None:
    """``Article 3``, ``المادة الثالثة:``, ``Point IV -``."""
    noun = _NOUN.match(line)
    if not noun or folded(noun["noun"]) not in _NOUNS:
        return None
    opened = line[noun.end() :].startswith("(")
    noun_end = noun.end() + opened
    rest = line[noun_end:]
    label = _ordinal(rest) or _cardinal(rest) or _first_label(rest)
    if not label:
        return None
    after = (_AFTER_BRACKET if opened else _AFTER).match(rest, len(label))
    if opened and not after:
        return None
    end = after.end() if after else len(label)
    separated = rest[len(label) : end].strip() != "" or not rest[end:].strip()
    if not separated and not _starts_words(rest[end:]):
        return None
    typed = line[: noun_end + end].rstrip()
    mark = _mark(typed, label, folded(noun["noun"]).removeprefix("ال"))
    return (mark, noun_end + end) if mark else None


_NOUNS = frozenset(NOUNS.split("|"))


def _starts_words(rest: str) -> bool:
    """Whether what follows reads like a heading, not like the rest of a sentence."""
    return rest[:1].isupper() or len(rest.split()) <= 8


def _first_label(rest: str) -> str:
    found = re.match(
        rf"(?:{_DECIMAL}|\d{{1,3}})(?:{_LATER})?(?!\w)|(?:[IVXLivxl]{{1,6}}|[A-Za-z]|[\u0621-\u064a])\b",
        rest,
    )
    return found[0] if found else ""


def _ordinal(text: str) -> str:
    """The ordinal with which ``text`` begins, as typed."""
    words = re.match(r"(?:[^\W\d_]|[\u064b-\u0652])+(?:[\s-]+(?:[^\W\d_]|[\u064b-\u0652])+)?", text)
    if not words:
        return ""
    typed = words[0]
    for candidate in (typed, re.split(r"[\s-]", typed)[0]):
        if folded(candidate) in ORDINALS:
            return candidate
    return ""


def _cardinal(text: str) -> str:
    """The number in words with which ``text`` begins, as typed."""
    word = re.match(r"[A-Za-z]+\b", text)
    return word[0] if word and word[0].casefold() in CARDINALS else ""


def _in_words(line: str) -> tuple[Mark, int] | None:
    """``أولاً: …``, ``ثانيا - …``, ``First, …``."""
    label = _ordinal(line)
    if not label:
        return None
    after = re.match(r"\s*[:.،,)–—-]\s*", line[len(label) :])
    if not after:
        return None
    mark = _mark(line[: len(label) + after.end()].rstrip(), label, "words")
    return (mark, len(label) + after.end()) if mark else None


def _mark(text: str, label: str, dress: str) -> Mark | None:
    plain = folded(digits(label))
    if plain in ORDINALS:
        return Mark(text, label, "words", dress, ORDINALS[plain])
    if plain in CARDINALS and dress:
        return Mark(text, label, "words", dress, CARDINALS[plain])
    number = _NUMBER.fullmatch(plain)
    if number:
        path = tuple(str(int(part)) for part in number["number"].split("."))
        suffix = _suffix(number["later"] or "")
        if len(path) == 1:
            return Mark(text, label, "digits", dress, int(path[0]), suffix=suffix)
        dress = f"{dress}{len(path)}"
        return Mark(text, label, "decimal", dress, int(path[-1]), path=path, suffix=suffix)
    case = "upper" if label.isupper() else "lower"
    roman = roman_value(plain)
    plain = plain.removesuffix("ـ")  # هـ
    if len(plain) == 1 and plain in ABJAD:
        return Mark(text, label, "letters", f"{dress} arabic", ABJAD.index(plain) + 1)
    if len(plain) == 1 and plain.isascii():
        return Mark(text, label, "letters", f"{dress} {case}", ord(plain) - 96, roman=roman)
    if roman:
        return Mark(text, label, "roman", f"{dress} {case}", roman, roman=roman)
    return None


def roman_value(text: str) -> int:
    """The value of a Roman number in small letters up to fifty; 0 when it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_ROMAN_VALUES[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
