"""The numbers that Word counts in front of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from wasit.text.word.model import Numbered
from wasit.text.word.styles import Styles, is_on
from wasit.text.word.xml import Node

LEVELS = 9
MOST = 32_767
"""The highest number Word counts to."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    """The name of the manner of numbering, as Word has it: ``lowerRoman``, ``arabicAbjad``."""
    pattern: str = ""
    """The text in which ``%1`` stands for the number of the first level."""
    restart: int | None = None
    """After numbers of which level (from 1) it begins again; 0: never; None: of any above."""
    legal: bool = False
    """Whether numbers of all levels are shown in digits."""
    paragraph_style: str = ""
    indent: int | None = None
    """In twentieths of a point."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list: paragraphs of one ``counted`` go on with each other's numbers."""

    counted: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...] = (None,) * LEVELS
    """Where this list begins again although others are counted with it."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a file, by their ids."""

    lists: dict[str, ListOf] = field(default_factory=dict)

    def level(self, where: Numbered) -> Level | None:
        """How a place in a list is numbered; None where the file does not say."""
        found = self.lists.get(where.list_id)
        return found.levels[where.level] if found else None

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """The depth of a list that belongs to a style."""
        found = self.lists.get(list_id)
        for n, level in enumerate(found.levels if found else ()):
            if level.paragraph_style == style_id:
                return n
        return None


# --- reading ------------------------------------------------------------------------------------


def read_lists(root: Node | None, styles: Styles) -> Lists:
    """The lists that a file defines."""
    if root is None:
        return Lists()
    abstract = {node.get("w:abstractNumId"): node for node in root.all("w:abstractNum")}
    named = {
        link: node for node in abstract.values() if (link := node.value("w:styleLink")) is not None
    }
    numbers = {node.get("w:numId"): node for node in root.all("w:num")}
    lists: dict[str, ListOf] = {}
    for list_id, node in numbers.items():
        of = abstract.get(node.value("w:abstractNumId") or "")
        if of is None:
            continue
        link = of.value("w:numStyleLink")
        if link is not None:
            of = _linked(link, named, numbers, abstract, styles) or of
        lists[list_id] = _list(node, of)
    return Lists(lists)


def _linked(
    link: str,
    named: dict[str, Node],
    numbers: dict[str, Node],
    abstract: dict[str, Node],
    styles: Styles,
) -> Node | None:
    """What a list that only names a style is counted by."""
    if link in named:
        return named[link]
    number = numbers.get(styles.numbering(link) or "")
    return abstract.get(number.value("w:abstractNumId") or "") if number is not None else None


def _list(number: Node, of: Node) -> ListOf:
    levels = [Level(style="none")] * LEVELS
    for node in of.all("w:lvl"):
        n = _int(node.get("w:ilvl"), 0)
        if 0 <= n < LEVELS:
            levels[n] = _level(node)
    starts: list[int | None] = [None] * LEVELS
    for change in number.all("w:lvlOverride"):
        n = _int(change.get("w:ilvl"), 0)
        if not 0 <= n < LEVELS:
            continue
        own = change.find("w:lvl")
        if own is not None:
            levels[n] = _level(own)
        start = change.value("w:startOverride")
        if start is not None:
            starts[n] = _int(start, 1)
    return ListOf(of.get("w:abstractNumId"), tuple(levels), tuple(starts))


def _level(node: Node) -> Level:
    restart = node.value("w:lvlRestart")
    legal = node.find("w:isLgl")
    indent = node.find("w:pPr", "w:ind")
    left = (indent.get("w:left") or indent.get("w:start")) if indent is not None else ""
    style = node.value("w:numFmt")
    if style is None:
        style = node.value("mc:AlternateContent", "mc:Fallback", "w:numFmt") or "decimal"
    return Level(
        start=_int(node.value("w:start"), 0),
        style=style,
        pattern=node.value("w:lvlText") or "",
        restart=None if restart is None else _int(restart, 0),
        legal=legal is not None and is_on(legal.get("w:val")),
        paragraph_style=node.value("w:pStyle") or "",
        indent=_int(left, 0) if left else None,
    )


def _int(text: str | None, otherwise: int) -> int:
    """A number as files have it; ``otherwise`` where it is none or out of all bounds."""
    found = re.fullmatch(r"\s*([+-]?\d{1,6})(?:\.\d*)?\s*", text or "", re.ASCII)
    return int(found[1]) if found else otherwise


# --- counting -----------------------------------------------------------------------------------


class Counter:
    """Counts paragraphs in text order and says what stands in front of each."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, where: Numbered) -> str:
        """The number of the next paragraph at ``where``, with its marks."""
        of = self.lists.lists.get(where.list_id)
        if of is None:
            return ""
        counts = self.counts.setdefault(of.counted, [None] * LEVELS)
        self._count(where, of, counts)
        return self._shown(of, counts, where.level)

    def _count(self, where: Numbered, of: ListOf, counts: list[int | None]) -> None:
        n, level = where.level, of.levels[where.level]
        start = of.starts[n]
        now = counts[n]
        if start is not None and (where.list_id, n) not in self.begun:
            counts[n] = start
        else:
            counts[n] = (level.start if start is None else start) if now is None else now + 1
        self.begun.add((where.list_id, n))
        for deeper in range(n + 1, LEVELS):
            restart = of.levels[deeper].restart
            if restart is None or n < restart:
                counts[deeper] = None

    def _shown(self, of: ListOf, counts: list[int | None], at: int) -> str:
        level = of.levels[at]
        if level.style == "bullet":
            return _BULLETS.get(level.pattern, level.pattern[:1])

        def number(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            other = of.levels[n]
            count = counts[n]
            style = "decimal" if level.legal and other.style != "none" else other.style
            return written(other.start if count is None else count, style) if n <= at else ""

        return re.sub(r"%([1-9])", number, level.pattern).strip()


_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "▪",
    "\uf02d": "-",
    "\uf0a8": "▪",
    "\uf0fc": "▪",
    "\uf076": "▪",
    "o": "◦",
    "": "•",
}
"""Signs of the fonts of symbols, as signs that any font has."""


# --- manners of numbering -----------------------------------------------------------------------

_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ONES = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def written(n: int, style: str) -> str:
    """A number in one of Word's manners; in digits where the manner is not known."""
    return _MANNERS.get(style, str)(n)


def _roman(n: int) -> str:
    if not 0 < n <= MOST:
        return str(n)
    out = []
    for value, letters in _ROMAN:
        out.append(letters * (n // value))
        n %= value
    return "".join(out)


def _repeated(letters: str) -> Callable[[int], str]:
    """From a to z, then aa to zz, then aaa."""

    def manner(n: int) -> str:
        if not 0 < n <= MOST:
            return str(n)
        times, at = divmod(n - 1, len(letters))
        return letters[at] * (times + 1)

    return manner


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _cardinal(n: int) -> str:
    if not 0 < n < 100:
        return str(n)
    if n < 20:
        return _ONES[n]
    return f"{_TENS[n // 10]}-{_ONES[n % 10]}".rstrip("-")


def _ordinal_words(n: int) -> str:
    if not 0 < n < 100:
        return _ordinal(n)
    front, dash, last = _cardinal(n).rpartition("-")
    if last in _ORDINALS:
        last = _ORDINALS[last]
    else:
        last = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{front}{dash}{last}"


_MANNERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "arabicAlpha": _repeated(_ALPHA),
    "arabicAbjad": _repeated(_ABJAD),
    "hebrew1": _repeated(_HEBREW),
    "hebrew2": _repeated(_HEBREW),
    "hindiNumbers": lambda n: str(n).translate(_DEVANAGARI),
    "ordinal": _ordinal,
    "cardinalText": lambda n: _cardinal(n).capitalize(),
    "ordinalText": lambda n: _ordinal_words(n).capitalize(),
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda n: "",
}
