"""HTML taken apart into tags and text, in one pass and in linear time.

No parser of the standard library or of libxml2 is used: the first takes quadratic time on unclosed
tags, the second drops entities and deep text without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]{0,60}")
_ATTRIBUTE = re.compile(
    r"""([^\s=/>"']{1,100})(?:\s{0,100}=\s{0,100}("[^"]*"|'[^']*'|[^\s"'>]+))?"""
)
_LONGEST_TAG = 10_000
"""How far a quotation mark in a tag may hold it open, and how much of a tag is read."""
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "xmp", "iframe"})
"""Elements whose content is no markup, or is not looked at."""


def resolved(text: str) -> str:
    """``text`` with its entities resolved."""
    if "&" not in text:
        return text
    try:
        return unescape(text)
    except ValueError:
        # A number with more digits than Python converts.
        return text


@dataclass(slots=True)
class Tag:
    """A start or end tag."""

    name: str
    end: bool
    at: int
    """Where it begins in the page."""
    written: str
    """What stands behind the name."""
    raw: str = ""
    """The content of an element that is taken whole: ``script``, ``title``."""

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes, names in small letters; the first of two of one name counts."""
        found: dict[str, str] = {}
        for one in _ATTRIBUTE.finditer(self.written[:_LONGEST_TAG]):
            value = one[2] or ""
            if value[:1] in ("'", '"'):
                value = value[1:-1]
            found.setdefault(one[1].lower(), resolved(value))
        return found


@dataclass(slots=True)
class Piece:
    """Text between tags, entities resolved."""

    text: str
    at: int


@dataclass
class _Page:
    text: str

    @cached_property
    def small(self) -> str:
        """The page in small letters, of the same length."""
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else _small_ascii(self.text)


def _small_ascii(text: str) -> str:
    return text.translate({n: n + 32 for n in range(ord("A"), ord("Z") + 1)})


def scan(text: str) -> Iterator[Tag | Piece]:
    """The tags and pieces of text of a page in order. Cost: linear in its length."""
    page = _Page(text)
    at = 0
    while at < len(text):
        begin = text.find("<", at)
        if begin < 0:
            begin = len(text)
        if begin > at:
            yield Piece(resolved(text[at:begin]), at)
        if begin == len(text):
            return
        tag, at = _markup(page, begin)
        if tag is not None:
            if tag.name in _RAW and not tag.end:
                at = _take_raw(page, tag, at)
            yield tag
        elif at == begin:
            # A "<" that opens nothing is text.
            yield Piece("<", begin)
            at = begin + 1


def _markup(page: _Page, begin: int) -> tuple[Tag | None, int]:
    """The tag at ``begin`` and the place behind it; comments and declarations are passed over."""
    text = page.text
    if text.startswith("<!--", begin):
        end = text.find("-->", begin + 4)
        return None, end + 3 if end >= 0 else len(text)
    if text.startswith(("<!", "<?"), begin):
        end = text.find(">", begin)
        return None, end + 1 if end >= 0 else len(text)
    closing = text.startswith("</", begin)
    name = _NAME.match(text, begin + 2 if closing else begin + 1)
    if name is None:
        return None, begin
    end = _end_of_tag(text, name.end())
    return Tag(name[0].lower(), closing, begin, text[name.end() : end]), min(end + 1, len(text))


def _end_of_tag(text: str, start: int) -> int:
    """Where a tag closes: a ``>`` in a quoted value does not count, within bounds."""
    end = text.find(">", start)
    if end < 0:
        return len(text)
    limit = min(start + _LONGEST_TAG, len(text))
    while end < limit:
        written = text[start:end]
        open_mark = _open_quote(written)
        if open_mark is None:
            return end
        closed = text.find(open_mark, end, limit)
        following = text.find(">", closed, limit) if closed >= 0 else -1
        if following < 0:
            return end
        end = following
    return end


_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


def _open_quote(written: str) -> str | None:
    rest = _QUOTED.sub("", written)
    return next((mark for mark in rest if mark in "\"'"), None)


def _take_raw(page: _Page, tag: Tag, at: int) -> int:
    """Take the content of an element whole; without an end tag it reaches to the end."""
    end = page.small.find(f"</{tag.name}", at)
    if end < 0:
        end = len(page.text)
    tag.raw = page.text[at:end]
    return end
