"""A draft written out again: plain text that reads back as the same draft."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.text.draft import DraftText, Part, Point
from wasit.text.numbering import is_bullet, mark_at

STEP = "   "
"""By how much points inside others are moved in."""


def render(draft: DraftText) -> str:
    """``draft`` as plain text; ``parse(render(draft))`` gives it back, offsets apart."""
    return "\n".join(_Writer(draft).lines()).strip("\n") + "\n"


class _Writer:
    def __init__(self, draft: DraftText) -> None:
        self.draft = draft
        self.before: dict[str | None, list[Part]] = {}
        for part in draft.parts:
            self.before.setdefault(part.before, []).append(part)

    def lines(self) -> Iterator[str]:
        for point in self.draft.points:
            yield from self._point(point, 0)
        for part in self.before.get(None, ()):
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        if part.kind != "title":
            yield ""
        first = bool(self.draft.points) and part.before == self.draft.points[0].key
        plain = part.kind != "heading" or not (part.typed or first) or mark_at(part.words)
        yield from (part.words if plain else f"## {part.words}").split("\n")
        if part.kind != "title":
            yield ""

    def _point(self, point: Point, depth: int, before: Point | None = None) -> Iterator[str]:
        """A point with those inside it; ``before`` is the neighbour before it.

        A bullet that follows a number is moved out a little, or it would be read as inside that.
        """
        indent = STEP * depth
        if depth and before and is_bullet(point.mark) and not is_bullet(before.mark):
            indent = indent[1:]
        for part in self.before.get(point.key, ()):
            yield from self._part(part)
            if part.kind == "heading" and mark_at(part.words):
                indent = indent or " "
        if depth == 0:
            yield ""
        first, *others = point.words.split("\n")
        line = f"{point.mark} {first}".rstrip()
        found = mark_at(line)
        if mark_at(point.mark) and not (found and found[0].text == point.mark):
            # The words would hide the number or belong to it: they stand on a line of their own.
            yield f"{indent}{point.mark}"
            yield f"{indent}{STEP}{first}"
        else:
            yield f"{indent}{line}"
        for paragraph in others:
            yield ""
            yield f"{STEP * (depth + 1)}{paragraph}"
        neighbours = [None, *point.points]
        for inside, before in zip(point.points, neighbours, strict=False):
            yield from self._point(inside, depth + 1, before)
