"""A draft written out again: plain text that reads back as the same draft."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.text.draft import DraftText, Part, Point

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
        yield from part.words.split("\n")
        if part.kind != "title":
            yield ""

    def _point(self, point: Point, depth: int) -> Iterator[str]:
        for part in self.before.get(point.key, ()):
            yield from self._part(part)
        if depth == 0:
            yield ""
        first, *others = point.words.split("\n")
        yield f"{STEP * depth}{point.mark} {first}".rstrip()
        for paragraph in others:
            yield ""
            yield f"{STEP * (depth + 1)}{paragraph}"
        for inside in point.points:
            yield from self._point(inside, depth + 1)
