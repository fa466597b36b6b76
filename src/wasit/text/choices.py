"""Where wording is not agreed, and what may stand there: brackets and named alternatives, found.

The practice is that of the United Nations and of treaty conferences: ``[not agreed]``,
alternatives ``[A / B]``, ``[A] [B]`` and ``Alt 1: …``, attributions ``[RUS: …]``, proposals to
delete ``[RUS: delete]`` and ``~~…~~``, placeholders ``[…]`` and ``[ ]``, one inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wasit.entries import Mistake, Place

NESTING = 60
"""How deep brackets may nest. Texts nest six deep at most; each level is read once for every one
around it."""

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
    blank: bool = False
    """Whether a placeholder stands among them: other wording is still to be found."""

    @property
    def may_fall(self) -> bool:
        """Whether nothing may stand there: a single wording in brackets, or one up for deletion."""
        alone = len(self.options) < 2 and not self.blank
        return alone or any(one.sort == "deletion" for one in self.options)


def choices(words: str, place: Place | None = None) -> tuple[Choice, ...]:
    """The outermost choices in ``words``, in order.

    Neighbouring brackets are alternatives to each other; so are wordings under names like
    ``Alt 1:`` and ``Alt 2:``, up to the end of the paragraph. Of ``~~words~~`` the choice is to
    keep them or not. Raises :class:`Mistake` where a bracket is not closed or not opened, with
    line and column.
    """
    spans = _outermost(words, place or Place())
    named = list(_named_alternatives(words, spans))
    taken = [(one.start, one.end) for one in named]
    free = list(_outside(spans, taken))
    bracketed = [_choice(words, group) for group in _neighbours(words, free)]
    struck = list(_struck_out(words, sorted([*spans, *taken])))
    return tuple(sorted([*named, *bracketed, *struck], key=lambda one: one.start))


def may_be_open(words: str) -> bool:
    """Whether ``words`` may hold a choice; most hold none."""
    return "[" in words or "]" in words or "~~" in words or bool(_OPTION.search(words))


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
    return Choice(group[0][0], group[-1][1], kept, blank=len(kept) < len(options))


def _options(words: str, start: int, end: int) -> Iterator[Bracket]:
    """What one pair of brackets offers: its wording, or the alternatives between its strokes."""
    for begin, stop in _between_strokes(words, start + 1, end - 1):
        yield _bracket(words[begin:stop].strip(), start, end)


def _bracket(text: str, start: int, end: int) -> Bracket:
    """What one wording says beyond its words: its name, whose it is, whether it deletes."""
    if _PLACEHOLDER.fullmatch(text.removeprefix("[").removesuffix("]").strip()):
        return Bracket(start, end, "", sort="placeholder")
    option, by, text = _attributed(text)
    struck = _struck(text)
    if _DELETE.fullmatch(text):
        inside = "" if struck == text else struck
        return Bracket(start, end, inside, by, "deletion", option)
    return Bracket(start, end, struck, by, "open", option)


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


Span = tuple[int, int]


def _outside(spans: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """The spans that lie in none of ``taken``; both in order."""
    n = 0
    for start, end in spans:
        while n < len(taken) and taken[n][1] <= start:
            n += 1
        if n == len(taken) or end <= taken[n][0]:
            yield start, end


def _named_alternatives(words: str, spans: Sequence[Span]) -> Iterator[Choice]:
    """``Alt 1: … Alt 2: …`` without brackets, in one paragraph or in several, one after another."""
    names = [one.span() for one in _OPTION.finditer(words)]
    free = [one for one in _outside(names, spans) if _begins_word(words, one[0])]
    group: list[Span] = []
    for name in free:
        if group and not _goes_on(words, group[-1], name):
            yield from _named(words, group)
            group = []
        group.append(name)
    yield from _named(words, group)


def _begins_word(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum()


def _goes_on(words: str, before: Span, name: Span) -> bool:
    """Whether a named wording stands in the paragraph of the one before, or opens the next."""
    gap = words[before[1] : name[0]]
    ends = gap.count("\n")
    return not ends or (ends == 1 and gap.rstrip(" \t").endswith("\n"))


def _named(words: str, group: Sequence[Span]) -> Iterator[Choice]:
    if len({words[a:b] for a, b in group}) < 2:
        return
    behind = words.find("\n", group[-1][1])
    ends = [*(start for start, _ in group[1:]), len(words) if behind < 0 else behind]
    stop = len(words[: ends[-1]].rstrip())
    options = [
        _bracket(words[start:end].strip(), group[0][0], stop)
        for (start, _), end in zip(group, ends, strict=True)
    ]
    kept = tuple(one for one in options if one.sort != "placeholder")
    yield Choice(group[0][0], stop, kept, blank=len(kept) < len(options))


_STRUCK = re.compile(r"~~(?=\S)([^~]+)~~")


def _struck_out(words: str, taken: Sequence[Span]) -> Iterator[Choice]:
    """``~~words~~`` outside of other choices: to keep, or to take out."""
    found = {one.span(): one[1] for one in _STRUCK.finditer(words)}
    for start, end in _outside(list(found), taken):
        inside = found[start, end].strip()
        options = (
            Bracket(start, end, inside),
            Bracket(start, end, inside, sort="deletion"),
        )
        yield Choice(start, end, options)


def begins_alternative(words: str) -> bool:
    """Whether ``words`` begin with the name of an alternative: ``Alt 1: …``, ``البديل ١: …``."""
    return bool(_OPTION.match(words))


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
