"""A draft, or two versions of one, written out as Markdown or as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from wasit.language.direction import runs_right_to_left
from wasit.text.compare import Comparison
from wasit.text.draft import DraftText, Language, Part, Point
from wasit.text.redline import Piece, redline

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}<>#|~"})


# --- Markdown -----------------------------------------------------------------------------------


def to_markdown(draft: DraftText) -> str:
    """``draft`` as Markdown; numbers stand as they are written, nesting is moved in."""
    lines: list[str] = []
    for one, depth in _in_order(draft):
        if isinstance(one, Part):
            lines += ["", _part_in_markdown(one)]
            continue
        first, *others = (_plain(line) for line in one.words.split("\n"))
        heading = f"**{_plain(one.heading)}** " if one.heading else ""
        margin = "  " * depth
        lines += ["", f"{margin}{_plain(one.mark)} {heading}{first}".rstrip()]
        lines += [f"\n{margin}  {line}" for line in others]
    return "\n".join(lines).strip("\n") + "\n"


def _part_in_markdown(part: Part) -> str:
    words = _plain(part.words)
    marks = {"title": "# ", "heading": "## ", "annex": "## "}
    return f"{marks.get(part.kind, '')}{words}"


def _plain(words: str) -> str:
    """Words in which nothing is taken for a mark of Markdown."""
    return words.translate(_SPECIAL)


# --- pages ----------------------------------------------------------------------------------------

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 "Noto Naskh Arabic", "Noto Serif", Georgia, serif; margin: 2rem auto;
  max-width: 76rem; padding: 0 1rem; }
.texts { display: grid; gap: 2.5rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }
.point { margin-block: .6rem; margin-inline-start: calc(var(--depth) * 1.75rem); }
.mark { color: GrayText; margin-inline-end: .4rem; unicode-bidi: isolate; }
ins { background: #d7f2dc; color: #0b3d18; text-decoration: underline; }
del { background: #fbdcdc; color: #5c0f0f; text-decoration: line-through; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
@media (prefers-color-scheme: dark) {
  ins { background: #12401f; color: #d7f2dc; } del { background: #571b1b; color: #fbdcdc; }
}
"""


def to_page(texts: Mapping[Language, DraftText]) -> str:
    """A draft as a page, its languages side by side."""
    return _page(texts.keys(), ("".join(_draft(text)) for text in texts.values()))


def redline_page(comparisons: Mapping[Language, Comparison]) -> str:
    """Two versions as a page: what was taken out struck through, what was put in underlined."""
    return _page(comparisons.keys(), ("".join(_redline(one)) for one in comparisons.values()))


def _page(languages: Iterable[Language], bodies: Iterable[str]) -> str:
    names = list(languages)
    columns = "".join(
        f'<article lang="{escape(name)}" dir="{_direction(name)}">{body}</article>'
        for name, body in zip(names, bodies, strict=True)
    )
    first = names[0]
    return (
        f'<!doctype html>\n<html lang="{escape(first)}" dir="{_direction(first)}">'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>Wasit</title><style>{_STYLE}</style></head>"
        f'<body><main class="texts">{columns}</main></body></html>\n'
    )


def _direction(language: Language) -> str:
    return "rtl" if runs_right_to_left(language) else "ltr"


def _draft(draft: DraftText) -> Iterator[str]:
    for one, depth in _in_order(draft):
        if isinstance(one, Part):
            yield _block(one, _lines(escape(one.words)))
        else:
            yield _point(one.mark, one.heading, _lines(escape(one.words)), depth)


def _redline(found: Comparison) -> Iterator[str]:
    depths = {point.key: depth for point, depth in _points(found.new.points, 0)}
    marks = {point.key: point.mark for point in found.new.all()}
    old = {point.key: point.mark for point in found.old.all()}
    parts = _parts(found)
    for pair in found.pairs:
        yield from (parts.pop(key) for key in pair.new if key in parts)
        words = "".join(_piece(piece) for piece in found.redline(pair))
        shown = marks[pair.new[0]] if pair.new else old[pair.old[0]]
        depth = depths[pair.new[0]] if pair.new else 0
        yield _point(shown, None, _lines(words), depth)
    yield from parts.values()


def _parts(found: Comparison) -> dict[str | None, str]:
    """What stands around the points, by the key of the point that follows it; None: at the end.

    A part is held against the one of its kind and turn in the old version.
    """
    old = {(part.kind, n): part.words for part, n in _in_turn(found.old.parts)}
    shown: dict[str | None, str] = {}
    for part, n in _in_turn(found.new.parts):
        pieces = redline(old.get((part.kind, n), ""), part.words, found.new.language)
        words = _lines("".join(_piece(piece) for piece in pieces))
        inside = "".join(
            _point(point.mark, point.heading, _lines(escape(point.words)), depth)
            for point, depth in _points(part.points, 1)
        )
        shown[part.before] = shown.get(part.before, "") + _block(part, words) + inside
    return shown


def _in_turn(parts: Iterable[Part]) -> Iterator[tuple[Part, int]]:
    """Each part and how many of its kind stand before it."""
    seen: dict[str, int] = {}
    for part in parts:
        seen[part.kind] = seen.get(part.kind, -1) + 1
        yield part, seen[part.kind]


def _piece(piece: Piece) -> str:
    words = escape(piece.words)
    return {"kept": words, "out": f"<del>{words}</del>", "in": f"<ins>{words}</ins>"}[piece.sort]


def _block(part: Part, words: str) -> str:
    tag = {"title": "h1", "heading": "h2", "annex": "h2"}.get(part.kind, "p")
    return f"<{tag}>{words}</{tag}>"


def _point(mark: str, heading: str | None, words: str, depth: int) -> str:
    name = f"<strong>{escape(heading)}</strong> " if heading else ""
    return (
        f'<p class="point" style="--depth: {depth}">'
        f'<span class="mark">{escape(mark)}</span>{name}{words}</p>'
    )


def _lines(markup: str) -> str:
    return markup.replace("\n", "<br>")


# --- order ----------------------------------------------------------------------------------------


def _in_order(draft: DraftText) -> Iterator[tuple[Part | Point, int]]:
    """Everything in ``draft`` as it stands in the text, with how deep it is nested."""
    before: dict[str | None, list[Part]] = {}
    for part in draft.parts:
        before.setdefault(part.before, []).append(part)
    for point, depth in _points(draft.points, 0):
        yield from ((part, 0) for part in before.get(point.key, ()))
        yield point, depth
    for part in before.get(None, ()):
        yield part, 0
        yield from _points(part.points, 1)


def _points(points: tuple[Point, ...], depth: int) -> Iterator[tuple[Point, int]]:
    for point in points:
        yield point, depth
        yield from _points(point.points, depth + 1)
