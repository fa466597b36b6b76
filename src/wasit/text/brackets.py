"""Brackets, as text negotiations use them: wording that is not agreed, and whose it is.

The practice is that of the United Nations and of treaty conferences: ``[not agreed]``,
alternatives ``[A / B]``, ``[A] [B]`` and ``Alt 1: …``, attributions ``[RUS: …]``, proposals to
delete ``[RUS: delete]`` and ``~~…~~``, placeholders ``[…]`` and ``[ ]``, one inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.entries import Mistake, Place

NESTING = 200
"""How deep brackets may nest."""

Sort = Literal["open", "placeholder", "deletion"]


@dataclass(frozen=True, slots=True)
class Bracket:
    """One pair of brackets, or one alternative within it."""

    start: int
    end: int
    """Half-open offsets into the words, the brackets themselves included."""
    inside: str
    """What stands inside, without attribution; brackets within it kept."""
    by: tuple[str, ...] = ()
    """Whose wording it is, as written: ``RUS``, ``G77``, ``روسيا``."""
    sort: Sort = "open"
    option: str | None = None
    """Its name where it has one: ``Alt 1``, ``Option B``, ``البديل ١``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where wording is not agreed, and what may stand there."""

    start: int
    end: int
    """Half-open offsets into the words, from the first bracket to the last."""
    options: tuple[Bracket, ...]
    """What may stand there: one where it is this or nothing, several where they exclude each
    other. A placeholder has none."""

    @property
    def may_fall(self) -> bool:
        """Whether nothing may stand there: a single wording in brackets, or one up for deletion."""
        return len(self.options) < 2 or any(one.sort == "deletion" for one in self.options)


def choices(words: str, place: Place | None = None) -> tuple[Choice, ...]:
    """The outermost choices in ``words``, in order.

    Neighbouring brackets are alternatives to each other. Raises :class:`Mistake` where a bracket
    is not closed or not opened, with line and column.
    """
    spans = _outermost(words, place or Place())
    return tuple(_choice(words, group) for group in _neighbours(words, spans))


def open_brackets(words: str) -> int:
    """How many pairs of brackets hold wording that is not agreed, those inside others counted."""
    return sum(1 + sum(open_brackets(o.inside) for o in c.options) for c in choices(words))


def by_seat(words: str) -> Mapping[str, int]:
    """How many bracketed wordings stand under each name; unattributed ones under an empty name."""
    found: dict[str, int] = {}
    for choice in choices(words):
        for option in choice.options:
            for name in option.by or ("",):
                found[name] = found.get(name, 0) + 1
            for name, n in by_seat(option.inside).items():
                found[name] = found.get(name, 0) + n
    return found


def clean(words: str, chosen: Sequence[int | None]) -> str:
    """``words`` with each outermost choice settled, in order.

    ``chosen`` has the number of an option from 0 for each, -1 to leave the choice open, None for
    nothing. Raises :class:`Mistake` when there are not as many, or no such option.
    """
    found = choices(words)
    if len(chosen) != len(found):
        raise Mistake("{given} given; {n} choices are open", given=len(chosen), n=len(found))
    settled, at = [], 0
    for choice, pick in zip(found, chosen, strict=True):
        settled += [words[at : choice.start], _settled(words, choice, pick)]
        at = choice.end
    return _tidy("".join([*settled, words[at:]]))


def _settled(words: str, choice: Choice, pick: int | None) -> str:
    if pick is None:
        return ""
    if pick == -1:
        return words[choice.start : choice.end]
    if not 0 <= pick < len(choice.options):
        raise Mistake("no option {pick}; there are {n}", pick=pick, n=len(choice.options))
    option = choice.options[pick]
    return "" if option.sort == "deletion" else option.inside


def _tidy(text: str) -> str:
    """Without the double spaces, and spaces before marks, that a dropped wording leaves."""
    text = re.sub(r"[ \t]{2,}", " ", text)
    return re.sub(r" +([.,;:،؛!?؟])", r"\1", text).strip()


# --- finding --------------------------------------------------------------------------------------


def _outermost(words: str, place: Place) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, as half-open offsets."""
    found, opened = [], []
    for at, character in enumerate(words):
        if character == "[":
            opened.append(at)
            if len(opened) > NESTING:
                raise Mistake(
                    "brackets nested deeper than {n}", n=NESTING, place=_at(words, at, place)
                )
        elif character == "]":
            if not opened:
                raise Mistake("a bracket closes that was not opened", place=_at(words, at, place))
            start = opened.pop()
            if not opened:
                found.append((start, at + 1))
    if opened:
        where = _at(words, opened[-1], place)
        raise Mistake("a bracket opens that is not closed", place=where)
    return found


def _at(words: str, at: int, place: Place) -> Place:
    line = words.count("\n", 0, at)
    column = at - (words.rfind("\n", 0, at) + 1) + 1
    return Place(place.file, (place.line or 1) + line, column, place.path)


_BETWEEN = re.compile(r"\s*(?:/|\bor\b|\bأو\b)?\s*")


def _neighbours(words: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Brackets with nothing but a space, a stroke or "or" between them, together."""
    group: list[tuple[int, int]] = []
    for span in spans:
        if group and not _BETWEEN.fullmatch(words, group[-1][1], span[0]):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _choice(words: str, group: list[tuple[int, int]]) -> Choice:
    options = [option for start, end in group for option in _options(words, start, end)]
    kept = tuple(option for option in options if option.sort != "placeholder")
    return Choice(group[0][0], group[-1][1], kept)


def _options(words: str, start: int, end: int) -> Iterator[Bracket]:
    """What one pair of brackets offers: its wording, or the alternatives between its strokes."""
    for begin, stop in _between_strokes(words, start + 1, end - 1):
        text = words[begin:stop].strip()
        if _PLACEHOLDER.fullmatch(text):
            yield Bracket(start, end, "", sort="placeholder")
            continue
        option, by, text = _attributed(text)
        deleted = bool(_DELETE.fullmatch(text))
        yield Bracket(start, end, _struck(text), by, "deletion" if deleted else "open", option)


def _between_strokes(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces between strokes that stand outside inner brackets, spaces around them."""
    depth, begin = 0, start
    for at in range(start, end):
        character = words[at]
        depth += (character == "[") - (character == "]")
        if (
            character == "/"
            and not depth
            and words[at - 1] == " "
            and words[at + 1 : at + 2] == " "
        ):
            yield begin, at
            begin = at + 1
    yield begin, end


_PLACEHOLDER = re.compile(r"(?:…|\.{2,}|_+|[Xx]{1,3}|TBD|tbd|N|تُحدد لاحقاً|س)?")
_OPTION = re.compile(
    r"((?:alt(?:ernative)?|option|variant|البديل|بديل|الخيار|خيار|الصيغة)\.?\s*[\w٠-٩]{1,8})\s*[:.–—-]\s*",
    re.IGNORECASE,
)
_NAMES = re.compile(r"([^\W\d_][\w .&/+'’،,-]{0,79}?)\s*:\s+")
_LOWER_START = re.compile(r"[a-z]")
_DELETE = re.compile(
    r"(?:to be )?(?:delete|deleted|deletion|no text|strike|حذف|يُحذف|تُحذف|بلا نص|~~.*~~)\.?",
    re.IGNORECASE | re.DOTALL,
)


def _attributed(text: str) -> tuple[str | None, tuple[str, ...], str]:
    """The name of an option, the names of those who propose it, and the wording."""
    option = _OPTION.match(text)
    if option:
        text = text[option.end() :]
    names = _NAMES.match(text)
    by: tuple[str, ...] = ()
    if names and _are_names(names[1]):
        by = tuple(n.strip() for n in re.split(r"[,،/&+]| and | و(?=\S)", names[1]) if n.strip())
        text = text[names.end() :]
    return (option[1] if option else None), by, text


def _are_names(text: str) -> bool:
    """Whether what stands before a colon names parties: few words, none in small Latin letters."""
    words = text.replace(" and ", " ").split()
    return len(words) <= 8 and not any(_LOWER_START.match(word) for word in words)


def _struck(text: str) -> str:
    return text[2:-2] if text.startswith("~~") and text.endswith("~~") and len(text) > 4 else text
