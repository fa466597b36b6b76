"""A report as one self-contained HTML file: both languages side by side, every find marked.

No script, nothing fetched, prints well. Paragraphs that translate each other stand in one row. A
find is told by a letter and a number beside its colour; the same are listed below the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape as quoted

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from wasit.language.spans import Language, Span
from wasit.press.document import Paragraph
from wasit.press.finds import SORTS, Find, Sort, closed, finds_of
from wasit.press.reading import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that translate each other; empty where one language has none."""

    cells: tuple[tuple[Language, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its marks."""

    kind: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its marks, ready to be laid out."""

    columns: tuple[Language, ...]
    """Its languages: English first."""
    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    """Paragraphs in each language."""
    aligned: int
    """How many pairs of them translate each other."""
    legend: tuple[tuple[Sort, int], ...]
    finds: tuple[Find, ...]


def marked(reading: Reading) -> Marked:
    """One report, marked. Cost: linear in its length, but for a sort of the finds."""
    finds = list(finds_of(reading))
    languages: tuple[Language, ...] = reading.document.languages or ("en",)
    columns = tuple(sorted(languages, reverse=True))  # English left, Arabic right
    lines = {language: _lines(reading, finds, language) for language in columns}
    return Marked(
        columns=columns,
        rows=tuple(_row(row, columns, lines) for row in rows(reading)),
        counts={code: len(reading.document.parts.get(code, ())) for code in columns},
        aligned=len(reading.alignment.paragraphs),
        legend=tuple((sort, sum(f.sort is sort for f in finds)) for sort in SORTS.values()),
        finds=tuple(finds),
    )


def to_html(reading: Reading) -> str:
    """The page of one report."""
    found = marked(reading)
    source = reading.document.source
    published = reading.document.published
    return _template().render(
        title=closed(source.title or (source.name or "").rpartition("/")[2] or "Report"),
        outlet=closed(source.outlet) if source.outlet else None,
        day=published.isoformat() if published else None,
        columns=found.columns,
        aligned=found.aligned,
        counts=found.counts,
        rows=found.rows,
        legend=found.legend,
        finds=found.finds,
        text=reading.document.text,
        closed=closed,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("wasit.press", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("marked.html.j2")


# --- rows ---------------------------------------------------------------------------------------


def rows(reading: Reading) -> list[dict[Language, list[Paragraph]]]:
    """Paragraphs in rows: what translates each other together, in the order of the text."""
    parts = reading.document.parts
    arabic, english = list(parts.get("ar", ())), list(parts.get("en", ()))
    group = _groups(reading, len(arabic), len(english))
    found: dict[int, dict[Language, list[Paragraph]]] = {}
    at = 0
    for n, paragraph in enumerate(arabic):
        first = next(iter(group.english_of(n)), None)
        while first is not None and at < first and at < len(english):
            _add(found, group.of_english(at), "en", english[at])
            at += 1
        _add(found, group.of_arabic(n), "ar", paragraph)
    for m, paragraph in enumerate(english[at:], start=at):
        _add(found, group.of_english(m), "en", paragraph)
    return list(found.values())


def _add(
    found: dict[int, dict[Language, list[Paragraph]]],
    group: int,
    language: Language,
    paragraph: Paragraph,
) -> None:
    found.setdefault(group, {}).setdefault(language, []).append(paragraph)


class _Groups:
    """Which paragraphs hang together: Arabic ones by number, English ones behind them."""

    def __init__(self, arabic: int, english: int) -> None:
        self.arabic = arabic
        self.above = list(range(arabic + english))
        self.partners: dict[int, list[int]] = {}

    def join(self, a: int, e: int) -> None:
        self.above[self._top(self.arabic + e)] = self._top(a)
        self.partners.setdefault(a, []).append(e)

    def _top(self, n: int) -> int:
        while self.above[n] != n:
            self.above[n] = self.above[self.above[n]]
            n = self.above[n]
        return n

    def of_arabic(self, n: int) -> int:
        return self._top(n)

    def of_english(self, n: int) -> int:
        return self._top(self.arabic + n)

    def english_of(self, n: int) -> list[int]:
        return sorted(self.partners.get(n, ()))


def _groups(reading: Reading, arabic: int, english: int) -> _Groups:
    found = _Groups(arabic, english)
    for a, e in reading.alignment.paragraphs:
        if a < arabic and e < english:
            found.join(a, e)
    return found


def _row(
    row: dict[Language, list[Paragraph]],
    columns: Sequence[Language],
    lines: dict[Language, list[Line]],
) -> Row:
    return Row(
        tuple((code, tuple(lines[code][p.index] for p in row.get(code, ()))) for code in columns)
    )


def _lines(reading: Reading, finds: Sequence[Find], language: Language) -> list[Line]:
    """The paragraphs of one language, marked."""
    pieces = _Pieces(reading.document.text, finds, language)
    paragraphs = reading.document.parts.get(language, ())
    return [Line(p.kind, pieces.marked(p.span)) for p in paragraphs]


# --- marks --------------------------------------------------------------------------------------


class _Pieces:
    """The text of one language cut wherever a find begins or ends."""

    def __init__(self, text: str, finds: Sequence[Find], language: Language) -> None:
        self.text = text
        placed = [(s, f) for f in finds for s in dict.fromkeys(f.item.spans) if s[0] == language]
        # The longer first: at one place the mark of the whole stands before that of its part.
        self.placed = sorted(placed, key=lambda one: (one[0].start, -one[0].end))
        self.next = 0
        self.open: list[tuple[Span, Find]] = []

    def marked(self, paragraph: Span) -> Markup:
        """A paragraph, escaped and marked. Paragraphs must be asked for in order."""
        found = list(self._opened(paragraph.start))
        at = paragraph.start
        for place in self._cuts(paragraph):
            found.append(self._piece(at, place))
            at = place
            found += self._opened(place)
        found.append(self._piece(at, paragraph.end))
        return Markup("".join(found))

    def _cuts(self, paragraph: Span) -> list[int]:
        last = self.next
        while last < len(self.placed) and self.placed[last][0].start < paragraph.end:
            last += 1
        here = [span for span, _ in (*self.open, *self.placed[self.next : last])]
        cuts = {edge for span in here for edge in (span.start, span.end)}
        return sorted(cut for cut in cuts if paragraph.start < cut < paragraph.end)

    def _opened(self, place: int) -> Iterator[str]:
        self.open = [one for one in self.open if one[0].end > place]
        while self.next < len(self.placed) and self.placed[self.next][0].start <= place:
            span, find = self.placed[self.next]
            self.next += 1
            if span.end > place:
                self.open.append((span, find))
                yield f'<sup class="{find.sort.style}"><a href="#{find.mark}">{find.mark}</a></sup>'

    def _piece(self, start: int, end: int) -> str:
        if end <= start:
            return ""
        text = quoted(self.text[start:end])
        over = [one for one in self.open if one[0].start <= start and end <= one[0].end]
        if not over:
            return text
        styles = " ".join(dict.fromkeys(find.sort.style for _, find in over))
        _, inner = min(over, key=lambda one: one[0].end - one[0].start)
        return f'<mark class="{styles} in-{inner.sort.style}">{text}</mark>'
