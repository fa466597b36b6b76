"""The article of a page: its paragraphs, without menus, captions, lists of links and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from wasit.entries import Mistake, Place
from wasit.press.intake.limits import NESTING, TAGS
from wasit.press.intake.page.metadata import Metadata
from wasit.press.intake.page.scanner import Piece, Tag, resolved, scan

_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    }
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details"),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    }
)
_LEFT_OUT = frozenset(
    {
        *("nav", "footer", "aside", "form", "button", "select", "option", "figcaption", "figure"),
        *("svg", "canvas", "audio", "video", "object", "script", "style", "noscript", "template"),
        *("iframe", "textarea", "head", "dialog", "math", "label", "input"),
    }
)
"""Elements whose text is not of the article."""
_NOT_OF_IT = frozenset(
    {
        *("nav", "navbar", "navigation", "menu", "sidebar", "footer", "related", "share"),
        *("sharing", "social", "comment", "comments", "cookie", "cookies", "newsletter"),
        *("advert", "advertisement", "ads", "ad", "promo", "promoted", "breadcrumb"),
        *("breadcrumbs", "caption", "byline", "tags", "taglist", "mostread", "popular"),
        *("trending", "subscribe", "subscription", "recommended", "recommendations", "banner"),
        *("widget", "popup", "modal", "paywall", "login", "toolbar", "pagination", "skip"),
        *("hidden", "credit", "copyright", "outbrain", "taboola", "readmore", "morenews"),
        *("teasers",),
    }
)
"""Words in the class or id of such an element, unless it holds half of all there is to read."""
_KEPT = frozenset({"html", "body", "main", "article"})
"""Elements that are kept whatever their class says."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
"""Open elements that a start tag closes when they are the innermost."""
_HELD = frozenset({"p", "li", "blockquote", "td", "dd", "pre", *_HEADINGS})
"""Elements that hold a paragraph; text outside of them has to be long to be one."""
_WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_WHOLE = 0.85
"""An element with this much of the text of its parent stands for it."""
_MOSTLY = 0.5
"""An element that looks left out by its class is not, with this much of all text."""
_LINKS = 0.6
"""A paragraph with more than this part in links is a list of links."""
_LOOSE = 60
"""Characters that make a paragraph of text outside of any element for one."""


@dataclass(slots=True)
class _Element:
    name: str
    parent: int
    block: int
    """The nearest block: itself, or one around it; -1 outside of all."""
    held: str
    """The name of the nearest element that holds a paragraph; its own, if there is none."""
    left_out: bool
    doubtful: bool
    """Whether its class looks like that of something left out."""


@dataclass(slots=True)
class Block:
    """A paragraph of the page."""

    name: str
    """The element it stands in."""
    element: int
    text: str
    linked: int
    """How many of its characters are in links."""

    @property
    def weight(self) -> int:
        """Characters to read: none of a heading, none in links."""
        return 0 if self.name in _HEADINGS else max(len(self.text) - self.linked, 0)


@dataclass(slots=True)
class Article:
    """A page read to its end."""

    metadata: Metadata = field(default_factory=Metadata)
    elements: list[_Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def paragraphs(self) -> list[Block]:
        """The paragraphs of the article, in order."""
        blocks = [block for block in self.blocks if _is_text(block)]
        weights = self._weights(blocks)
        kept = self._not_left_out(weights, sum(block.weight for block in blocks))
        blocks = [block for block in blocks if block.element < 0 or kept[block.element]]
        root = self._root(self._weights(blocks), sum(block.weight for block in blocks))
        within = self._below(root)
        return [block for block in blocks if root < 0 or within[block.element]]

    def _weights(self, blocks: list[Block]) -> list[int]:
        """How much there is to read in each element, with all in it."""
        weights = [0] * (len(self.elements) + 1)  # the last for text outside of all
        for block in blocks:
            weights[block.element] += block.weight
        for number in range(len(self.elements) - 1, -1, -1):
            weights[self.elements[number].parent] += weights[number]
        return weights

    def _not_left_out(self, weights: list[int], total: int) -> list[bool]:
        kept: list[bool] = []
        for number, element in enumerate(self.elements):
            around = element.parent < 0 or kept[element.parent]
            doubtful = element.doubtful and weights[number] < _MOSTLY * total
            kept.append(around and not doubtful)
        return kept

    def _root(self, weights: list[int], total: int) -> int:
        """The innermost element that holds nearly all there is to read; -1 for the whole page."""
        root = -1
        for number, element in enumerate(self.elements):
            whole = weights[number] >= _WHOLE * total > 0 and element.name not in _HELD
            if whole and element.parent == root:
                root = number
        return root

    def _below(self, root: int) -> list[bool]:
        below: list[bool] = []
        for number, element in enumerate(self.elements):
            below.append(number == root or (element.parent >= 0 and below[element.parent]))
        return [*below, False]


def _is_text(block: Block) -> bool:
    if block.linked > _LINKS * len(block.text):
        return False
    return block.name in _HELD or len(block.text) >= _LOOSE


def read(text: str, name: str | None = None) -> Article:
    """A page taken apart. Raises :class:`Mistake` where elements nest too deep."""
    builder = _Builder(text, name)
    for number, one in enumerate(scan(text)):
        if number > 2 * TAGS:
            raise Mistake("more than {limit} tags", place=Place(name), limit=TAGS)
        if isinstance(one, Piece):
            builder.text(one)
        elif one.end:
            builder.close(one)
        else:
            builder.open(one)
    builder.flush()
    return builder.article


@dataclass(slots=True)
class _Builder:
    source: str
    file: str | None
    article: Article = field(default_factory=Article)
    stack: list[int] = field(default_factory=list)
    """The elements open, from outside inward."""
    counts: Counter[str] = field(default_factory=Counter)
    """How many are open by name."""
    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def open(self, tag: Tag) -> None:
        """A start tag."""
        name = tag.name
        if name in _BLOCKS or name == "br":
            self.flush()
        self._note(tag)
        if name in _VOID or (tag.written.endswith("/") and name not in _BLOCKS):
            return
        self._close_implied(name)
        if len(self.stack) >= NESTING:
            line = self.source.count("\n", 0, tag.at) + 1
            raise Mistake(
                "elements nested deeper than {limit}", place=Place(self.file, line), limit=NESTING
            )
        self._push(tag)

    def close(self, tag: Tag) -> None:
        """An end tag; one that nothing opened is passed over."""
        if tag.name in _BLOCKS:
            self.flush()
        while self.counts[tag.name]:
            if self._pop() == tag.name:
                break

    def text(self, piece: Piece) -> None:
        """A piece of text."""
        if self.stack and self.article.elements[self.stack[-1]].left_out:
            return
        self.parts.append(piece.text)
        if self.counts["a"]:
            self.linked += len(piece.text.strip())

    def flush(self) -> None:
        """End the paragraph."""
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        if text:
            innermost = self.article.elements[self.stack[-1]] if self.stack else None
            block = innermost.block if innermost else -1
            held = innermost.held if innermost else ""
            self.article.blocks.append(Block(held, block, text, self.linked))
        self.parts.clear()
        self.linked = 0

    def _push(self, tag: Tag) -> None:
        elements = self.article.elements
        parent = self.stack[-1] if self.stack else -1
        around = elements[parent] if parent >= 0 else None
        hidden, doubtful = self._looks(tag)
        elements.append(
            _Element(
                name=tag.name,
                parent=parent,
                block=len(elements) if tag.name in _BLOCKS else around.block if around else -1,
                held=tag.name
                if tag.name in _HELD or around is None or around.held not in _HELD
                else around.held,
                left_out=hidden or (around is not None and around.left_out),
                doubtful=doubtful,
            )
        )
        self.stack.append(len(elements) - 1)
        self.counts[tag.name] += 1

    def _pop(self) -> str:
        name = self.article.elements[self.stack.pop()].name
        self.counts[name] -= 1
        return name

    def _close_implied(self, name: str) -> None:
        """A paragraph ends where a block begins, an item where the next does."""
        while self.stack:
            innermost = self.article.elements[self.stack[-1]].name
            ends = innermost == "p" and name in _BLOCKS
            if not ends and innermost not in _CLOSED_BY.get(name, ()):
                return
            self._pop()

    def _looks(self, tag: Tag) -> tuple[bool, bool]:
        """Whether an element is left out for sure, and whether it may be by its class."""
        if tag.name in _LEFT_OUT:
            return True, False
        if tag.name == "header" and not (self.counts["article"] or self.counts["main"]):
            return True, False
        if tag.name in _KEPT or ("=" not in tag.written and "hidden" not in tag.written):
            return False, False
        attributes = tag.attributes
        style = attributes.get("style", "").replace(" ", "").lower()
        hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        aside = attributes.get("role") in ("navigation", "complementary", "banner", "contentinfo")
        said = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        doubtful = not _NOT_OF_IT.isdisjoint(word.lower() for word in _WORDS.findall(said))
        return hidden or aside or "display:none" in style, doubtful

    def _note(self, tag: Tag) -> None:
        """What the head, linked data and ``time`` elements say."""
        metadata = self.article.metadata
        if tag.name == "meta":
            metadata.add_meta(tag.attributes)
        elif tag.name == "title" and metadata.title is None:
            metadata.title = _SPACE.sub(" ", resolved(tag.raw)).strip() or None
        elif tag.name == "link" and tag.attributes.get("rel", "").lower() == "canonical":
            metadata.canonical = tag.attributes.get("href") or None
        elif tag.name == "script" and "ld+json" in tag.written:
            metadata.add_linked(tag.raw)
        elif tag.name == "time" and not (
            self.stack and self.article.elements[self.stack[-1]].left_out
        ):
            attributes = tag.attributes
            if attributes.get("datetime"):
                first = "pubdate" in attributes or attributes.get("itemprop") == "datePublished"
                metadata.times.insert(0 if first else len(metadata.times), attributes["datetime"])


def lines_of(article: Article) -> Iterator[str]:
    """The paragraphs as lines; items of a list with a dash in front."""
    for block in article.paragraphs():
        yield f"- {block.text}" if block.name == "li" else block.text
