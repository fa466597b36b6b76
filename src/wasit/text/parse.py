"""A draft from plain text or Markdown: marked lines become points, nested as they are numbered.

A line's place in the tree follows from its mark: the next number of a list that is open goes on
with that list, the first of a new one opens a list inside the point before it. Indentation decides
only where the marks leave a choice, for it rarely survives copying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from wasit.entries import Mistake, Place
from wasit.text.draft import DraftText, Language, Part, Point
from wasit.text.numbering import Mark, key_of, mark_at

DEEPEST = 12
"""How deep points may nest."""
PARAGRAPH = 200_000
"""Characters one paragraph may have."""


@dataclass(slots=True)
class Line:
    """A line that is not empty, without what marks it."""

    words: str
    start: int
    end: int
    indent: int
    after_blank: bool
    mark: Mark | None = None
    is_heading: bool = False
    """Whether Markdown says so, by ``#`` or bold."""


@dataclass(slots=True)
class _Node:
    """A point while its lines come in."""

    mark: Mark
    as_roman: bool
    indent: int
    paragraphs: list[str]
    start: int
    end: int
    inside: list[_Node] = field(default_factory=list)
    place: int = 0
    """For a bullet, its place among its neighbours."""

    @property
    def value(self) -> int:
        return self.mark.roman if self.as_roman else self.mark.value

    @property
    def style(self) -> str:
        return "roman" if self.as_roman else self.mark.style

    @property
    def own_key(self) -> str:
        if self.mark.style == "bullet":
            return str(self.place)
        return key_of(self.mark, as_roman=self.as_roman)


def parse(text: str, *, language: Language | None = None, name: str | None = None) -> DraftText:
    """The draft that ``text`` is.

    ``language`` is told by the script where it is not given. Raises :class:`Mistake` on a paragraph
    or nesting beyond the limits, with ``name`` and the line.
    """
    builder = _Builder()
    for line in lines_of(text, name):
        builder.take(line)
    return builder.draft(language or _language(text))


# --- lines ------------------------------------------------------------------------------------

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HASHES = re.compile(r"#{1,6}\s+")
_BOLD = re.compile(r"(\*\*|__)(?P<words>.+?)\1(?P<rest>.*)\Z")


def lines_of(text: str, name: str | None = None) -> Iterator[Line]:
    """The lines of ``text`` that hold words, each with its mark taken off."""
    blank = True
    for number, found in enumerate(_LINE.finditer(text), start=1):
        raw = found[0].rstrip("\r\n")
        if len(raw) > PARAGRAPH:
            raise Mistake(
                "a paragraph longer than {limit} characters",
                place=Place(name, number),
                limit=PARAGRAPH,
            )
        if not raw.strip():
            blank = True
            continue
        yield _line(raw, found.start(), blank)
        blank = False


def _line(raw: str, start: int, after_blank: bool) -> Line:
    body = raw.lstrip()
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    at = len(raw) - len(body)
    hashes = _HASHES.match(body)
    if hashes:
        at += hashes.end()
        body = body[hashes.end() :].rstrip("# ")
    bold = _BOLD.match(body)
    is_heading = bool(hashes) or bool(bold and not bold["rest"].strip(" .:"))
    marked = mark_at(bold["words"] + bold["rest"] if bold else body)
    if bold:
        body, at = bold["words"] + bold["rest"], at + 2
    mark, skip = marked or (None, 0)
    words = body[skip:].strip()
    begin = start + at + skip
    return Line(words, begin, begin + len(words), indent, after_blank, mark, is_heading)


def _language(text: str) -> Language:
    arabic = len(re.findall(r"[\u0621-\u064a]", text))
    return "ar" if arabic > len(re.findall(r"[A-Za-z]", text)) else "en"


# --- the tree -----------------------------------------------------------------------------------


class _Builder:
    """Takes lines one by one; holds the points that are open, outermost first."""

    def __init__(self) -> None:
        self.top: list[_Node] = []
        self.open: list[_Node] = []
        self.parts: list[tuple[Part, _Node | None]] = []
        """Parts with the point they stand after."""
        self.loose: list[Line] = []
        """Unmarked paragraphs whose place is not clear before the next line."""

    def take(self, line: Line) -> None:
        if line.mark is not None:
            self._settle(last=False)
            self._point(line, line.mark)
        elif not self.open:
            self._before(line)
        else:
            self._unmarked(line)

    # --- points -----------------------------------------------------------------------------------

    def _point(self, line: Line, mark: Mark) -> None:
        depth, as_roman = self._depth(line, mark)
        if depth > DEEPEST:
            raise Mistake("points nested deeper than {limit}", limit=DEEPEST)
        del self.open[depth:]
        node = _Node(mark, as_roman, line.indent, [], line.start, line.end)
        neighbours = self.open[-1].inside if self.open else self.top
        node.place = 1 + sum(n.mark.style == "bullet" for n in neighbours)
        neighbours.append(node)
        self.open.append(node)
        if line.words:
            node.paragraphs.append(line.words)

    def _depth(self, line: Line, mark: Mark) -> tuple[int, bool]:
        """How many open points the new one stands inside, and whether its letter is Roman."""
        if mark.style == "decimal":
            return self._decimal(mark), False
        readings = [False, True] if mark.roman and mark.style == "letters" else [False]
        for as_roman in readings:
            depth = self._next_in(line, mark, as_roman)
            if depth is not None:
                return depth, as_roman
        as_roman = mark.style == "letters" and mark.roman == 1
        value = mark.roman if as_roman else mark.value
        if value > 1:
            depth = self._same_list(mark)
            if depth is not None:
                return depth, False
        style = "roman" if as_roman else mark.style
        return self._new_list(line, mark, style, value), as_roman

    def _next_in(self, line: Line, mark: Mark, as_roman: bool) -> int | None:
        """The depth of the open list that this mark goes on with, the innermost first."""
        style = "roman" if as_roman else mark.style
        value = mark.roman if as_roman else mark.value
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            if (node.style, node.mark.dress) != (style, mark.dress):
                continue
            if mark.style == "bullet" and line.indent > node.indent + 1:
                return None
            if mark.style == "bullet" and line.indent < node.indent - 1:
                continue
            if mark.style == "bullet" or value == node.value + 1:
                return depth
        return None

    def _same_list(self, mark: Mark) -> int | None:
        """The depth of an open list of the same marks, where a number was left out or repeated."""
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            same = (node.style, node.mark.dress) == (mark.style, mark.dress)
            if same and mark.value > node.value:
                return depth
        return None

    def _new_list(self, line: Line, mark: Mark, style: str, value: int) -> int:
        """Inside the point before it; at the margin where a top list of the same marks restarts."""
        for depth, node in enumerate(self.open):
            same = (node.style, node.mark.dress) == (style, mark.dress)
            if same and line.indent <= node.indent:
                return depth
        if mark.style == "bullet":
            outer = (d for d, n in enumerate(self.open) if line.indent < n.indent)
            return next(outer, len(self.open))
        if value <= 1 or line.indent > 0 or self._runs_on(style, mark.dress, value):
            return len(self.open)
        return 0

    def _runs_on(self, style: str, dress: str, value: int) -> bool:
        """Whether this number goes on where the one under the heading before left off."""
        if not self.open or self.open[-1].inside:
            return False
        neighbours = self.open[-2].inside if len(self.open) > 1 else self.top
        before = neighbours[-2].inside[-1:] if len(neighbours) > 1 else []
        return any((n.style, n.mark.dress, n.value + 1) == (style, dress, value) for n in before)

    def _decimal(self, mark: Mark) -> int:
        """Inside the open point whose number it begins with; else beside the other decimals."""
        above = mark.path[:-1]
        for depth in range(len(self.open) - 1, -1, -1):
            node = self.open[depth]
            path = node.mark.path or (node.own_key,)
            if path == above:
                return depth + 1
            if node.mark.style == "decimal" and len(path) == len(mark.path):
                return depth
        return 0

    # --- words without a number ----------------------------------------------------------------

    def _before(self, line: Line) -> None:
        if not self.parts and not line.is_heading:
            self.parts.append((Part("title", line.words), None))
            return
        kind: Literal["heading", "preamble"] = "heading" if line.is_heading else "preamble"
        self._part(kind, line, joins=not line.after_blank and len(self.parts) > 1)

    def _part(
        self, kind: Literal["heading", "preamble", "note"], line: Line, *, joins: bool
    ) -> None:
        after = self.open[-1] if self.open else None
        last = self.parts[-1] if self.parts else None
        if joins and last and last[0].kind == kind and last[1] is after:
            self.parts[-1] = (replace(last[0], words=f"{last[0].words}\n{line.words}"), after)
        else:
            self.parts.append((Part(kind, line.words), after))

    def _unmarked(self, line: Line) -> None:
        node = self.open[-1]
        if self.loose:
            self.loose.append(line)
        elif not node.paragraphs and not line.is_heading:
            node.paragraphs.append(line.words)
            node.start, node.end = line.start, line.end
        elif not line.after_blank and not line.is_heading:
            node.paragraphs[-1] += f" {line.words}" if node.paragraphs else line.words
            node.end = line.end
        elif line.indent > node.indent and line.indent >= 2 and not line.is_heading:
            node.paragraphs.append(line.words)
            node.end = line.end
        else:
            self.loose.append(line)

    def _settle(self, *, last: bool) -> None:
        """Give loose paragraphs their place: headings before the next point, closing words."""
        for line in self.loose:
            if _NOTE.match(line.words):
                self._part("note", line, joins=False)
            elif last and not line.is_heading and not _ANNEX.match(line.words):
                self.parts.append((Part("closing", line.words), self.open[-1]))
            elif line.is_heading or _reads_as_heading(line.words):
                self._part("heading", line, joins=False)
            else:
                self.open[-1].paragraphs.append(line.words)
        self.loose = []

    # --- the draft -----------------------------------------------------------------------------

    def draft(self, language: Language) -> DraftText:
        self._settle(last=True)
        tree = _Tree(self.top)
        points = tuple(tree.points())
        parts = [replace(part, before=tree.key_after(node)) for part, node in self.parts]
        return DraftText(language, points, tuple(sorted((*parts, *tree.headings), key=tree.order)))


_NOTE = re.compile(r"\s*\[?(?:note|nb|n\.b\.|ملاحظة|ملحوظة|حاشية)\b", re.IGNORECASE)
_ANNEX = re.compile(r"\s*(?:annex|appendix|schedule|(?:ال)?ملحق|(?:ال)?مرفق)\b", re.IGNORECASE)
_STOPS = (".", "؛", ";", ":", "،", ",", "!", "؟", "?")


def _reads_as_heading(words: str) -> bool:
    return bool(_ANNEX.match(words)) or (len(words.split()) <= 10 and not words.endswith(_STOPS))


class _Tree:
    """The points once all are there: which are headings, and what the keys are."""

    def __init__(self, top: list[_Node]) -> None:
        self.top = top
        heads = [node for node in top if _is_heading(node)]
        self.heads = {id(node) for node in heads} if len(heads) > 1 else set()
        self.restarts = all(node.inside[0].value == 1 for node in heads)
        self.keys: dict[int, str] = {}
        self.headings: list[Part] = []

    def points(self) -> Iterator[Point]:
        """The points; what stands under a heading moves up.

        Where numbers start again under each heading, the heading comes first in their keys.
        """
        taken: set[str] = set()
        for node in self.top:
            if id(node) not in self.heads:
                yield from self._points([node], "", taken)
                continue
            above = node.own_key.upper() if self.restarts else ""
            yield from self._points(node.inside, above, taken)
            words = " ".join([node.mark.text, *node.paragraphs])
            self.headings.append(Part("heading", words, before=self.keys[id(node.inside[0])]))

    def _points(self, nodes: list[_Node], above: str, taken: set[str]) -> Iterator[Point]:
        for node in nodes:
            own = node.own_key
            apart = node.mark.style == "decimal" or not above
            key = self.keys[id(node)] = _unused(own if apart else f"{above}.{own}", taken)
            yield Point(
                label=node.mark.label or str(node.place),
                key=key,
                words="\n".join(node.paragraphs),
                points=tuple(self._points(node.inside, key, set())),
                mark=node.mark.text,
                start=node.start,
                end=node.end,
            )

    def key_after(self, node: _Node | None) -> str | None:
        """The key of the point that follows ``node``; of the first where there is none."""
        keys = list(self.keys)
        at = keys.index(id(node)) + 1 if node is not None and id(node) in self.keys else 0
        return self.keys[keys[at]] if at < len(keys) else None

    def order(self, part: Part) -> int:
        """Parts stand in the order of the points they stand before."""
        keys = list(self.keys.values())
        return keys.index(part.before) if part.before is not None else len(keys)


_TITLES = {"chapter", "part", "section", "sec", "title", "قسم", "باب", "فصل"}


def _is_heading(node: _Node) -> bool:
    """Whether a marked line is a title over points in figures, not a lead-in to sub-points."""
    words = " ".join(node.paragraphs)
    inside = {child.mark.style for child in node.inside}
    titled = node.mark.dress in _TITLES
    numbered = node.mark.label.isupper() or node.mark.style in ("words", "digits")
    return (
        (titled or numbered)
        and bool(inside)
        and inside <= {"digits", "decimal"}
        and not words.endswith(_STOPS)
        and len(words.split()) <= 12
    )


def _unused(key: str, taken: set[str]) -> str:
    """``key``, or where the draft numbers two neighbours alike, ``key bis``, ``key ter``, ..."""
    found, n = key, 1
    while found in taken:
        n += 1
        found = f"{key}-{n}"
    taken.add(found)
    return found
