"""Which points the paragraphs of a Word file belong to."""

from __future__ import annotations

from wasit.text.draft import Point
from wasit.text.numbering import mark_at
from wasit.text.parse import parse
from wasit.text.word.model import Line
from wasit.text.word.reading import Reading


class Keys:
    """The keys of the points that the lines of a reading belong to."""

    def __init__(self, reading: Reading, name: str | None = None) -> None:
        self.name = name
        self.lines = reading.lines
        self.line_of = {source: n for n, line in enumerate(self.lines) for source in line.sources}
        self.by_line: dict[int, str] = {}
        for language in reading.languages or (None,):
            self._read(reading, language)

    def of_line(self, line: Line) -> str | None:
        """The key of the point that ``line`` belongs to."""
        return self.of_paragraph(line.sources[0])

    def of_paragraph(self, paragraph: int | None) -> str | None:
        """The key of the point that a paragraph of the document belongs to."""
        line = self.line_of.get(paragraph) if paragraph is not None else None
        return None if line is None else self.by_line.get(line)

    def _read(self, reading: Reading, language: str | None) -> None:
        text, places = reading.placed_text(language)
        points = sorted(
            parse(text, language=language, name=self.name).all(), key=lambda point: point.start
        )
        ends = [*(at for at, _ in places[1:]), len(text)][: len(places)]
        current: Point | None = None
        left = iter(points)
        following = next(left, None)
        for (_, n), end in zip(places, ends, strict=True):
            while following is not None and following.start < end:
                current, following = following, next(left, None)
            if current is not None and self._is_of(current, reading.lines[n]):
                self.by_line[n] = current.key

    @staticmethod
    def _is_of(point: Point, line: Line) -> bool:
        """Whether a line is a paragraph of the point before it, and not a heading or closing."""
        return unnumbered(line) in point.words or bool(line.label)


def unnumbered(line: Line) -> str:
    """The words of a line without a number typed in front of them."""
    words = line.words.strip()
    marked = mark_at(words)
    return words[marked[1] :].strip() if marked and not line.label else words
