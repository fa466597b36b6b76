"""Words taken out of a paragraph and put into it, as tracked changes among those already there."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wasit.text.word.elements import Dress, Marker
from wasit.text.word.found import Bit
from wasit.text.word.hands import SORTS
from wasit.text.word.shown import TRANSPARENT
from wasit.text.word.xml import Node


@dataclass(frozen=True, slots=True)
class Edit:
    """Half-open offsets in what a paragraph shows, and what is put in instead."""

    start: int
    end: int
    words: str
    ahead: bool = False
    """Whether they stand in front of what is taken out."""

    @property
    def at(self) -> int:
        """Where the new words stand."""
        return self.start if self.ahead else self.end


@dataclass(slots=True)
class _Item:
    """An element of a paragraph with what is around it, outermost first."""

    around: tuple[Node, ...]
    node: Node
    bits: list[Bit] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(len(bit.words) for bit in self.bits if bit.counts)


class Editor:
    """Writes edits into one paragraph."""

    def __init__(
        self, paragraph: Node, bits: dict[Node, list[Bit]], marker: Marker, language: str
    ) -> None:
        self.paragraph = paragraph
        self.bits = bits
        self.marker = marker
        self.language = language
        self.written: set[Node] = set()
        """What has been written around other elements before."""

    def write(self, edits: Sequence[Edit]) -> None:
        """Take out and put in; ``edits`` in order and apart from each other."""
        cuts = sorted({at for edit in edits for at in (edit.start, edit.end)})
        items = list(self._cut(list(self._items(self.paragraph, ())), cuts))
        changed = self._changed(items, edits)
        properties = list(self.paragraph.all("w:pPr"))
        self.paragraph.children = [*properties, *self._nested(changed, 0)]

    # --- apart ----------------------------------------------------------------------------------

    def _items(self, parent: Node, around: tuple[Node, ...]) -> Iterator[_Item]:
        for node in parent.elements():
            if node.name == "w:pPr" and parent is self.paragraph:
                continue
            if node.name == "w:r":
                yield _Item(around, node, self.bits.get(node, []))
            elif (node.name in SORTS or node.name in TRANSPARENT) and any(node.elements()):
                yield from self._items(node, (*around, node))
            else:
                yield _Item(around, node, list(self._bits_in(node)))

    def _bits_in(self, node: Node) -> Iterator[Bit]:
        yield from self.bits.get(node, ())
        for inside in node.elements():
            yield from self._bits_in(inside)

    def _cut(self, items: list[_Item], cuts: list[int]) -> Iterator[_Item]:
        """Runs in two where an edit begins or ends inside of them."""
        at = 0
        for item in items:
            end = at + item.length
            inside = [cut - at for cut in cuts[bisect(cuts, at) : bisect_left(cuts, end)]]
            at = end
            if inside and item.node.name == "w:r":
                yield from _parted(item, inside)
            else:
                yield item

    # --- changed --------------------------------------------------------------------------------

    def _changed(self, items: list[_Item], edits: Sequence[Edit]) -> list[_Item]:
        out: list[_Item] = []
        marks = [self.marker.mark("w:del") if edit.start < edit.end else None for edit in edits]
        starts = [edit.start for edit in edits]
        left = deque(edit for edit in edits if edit.words)
        at = 0
        for n, item in enumerate(items):
            if item.length and at == 0:
                self._put_in(out, _up_to(left, 0), items, n)
            edit = bisect(starts, at) - 1
            mark = marks[edit] if edit >= 0 and at < edits[edit].end else None
            if mark is not None and item.length and item.node.name == "w:r":
                out.append(_Item((*item.around, mark), taken_out(item.node), item.bits))
            else:
                out.append(item)
            at += item.length
            if item.length:
                self._put_in(out, _up_to(left, at), items, n + 1)
        self._put_in(out, left, items, len(items))
        return out

    def _put_in(
        self, out: list[_Item], edits: Iterable[Edit], items: list[_Item], before: int
    ) -> None:
        """New words, dressed as those they stand behind, inside of what is around both sides."""
        for edit in edits:
            previous = items[before - 1] if before else None
            behind = (items[n] for n in range(before, len(items)))
            following = next((item for item in behind if item.length), None)
            like = previous if previous and previous.length else following or previous
            around = _around(previous, following)
            model = like.node.find("w:rPr") if like is not None else None
            dress = Dress(self.language, like=copied(model) if model is not None else None)
            mark = self.marker.mark("w:ins")
            out += [_Item((*around, mark), run) for run in dress.runs(edit.words)]

    # --- together -------------------------------------------------------------------------------

    def _nested(self, items: list[_Item], depth: int) -> list[Node]:
        """The elements again, neighbours inside what is around both."""
        out: list[Node] = []
        held: list[_Item] = []
        for item in items:
            if held and held[0].around[depth : depth + 1] != item.around[depth : depth + 1]:
                out += self._wrapped(held, depth)
                held = []
            held.append(item)
        return [*out, *self._wrapped(held, depth)]

    def _wrapped(self, items: list[_Item], depth: int) -> list[Node]:
        if not items or len(items[0].around) <= depth:
            return [item.node for item in items]
        outer = items[0].around[depth]
        attributes = dict(outer.attributes)
        if outer in self.written and "w:id" in attributes:
            attributes["w:id"] = self.marker.number()
        self.written.add(outer)
        return [Node(outer.name, attributes, *self._nested(items, depth + 1))]


def _up_to(left: deque[Edit], at: int) -> Iterator[Edit]:
    """The next edits whose words stand no farther than ``at``; taken from ``left``."""
    while left and left[0].at <= at:
        yield left.popleft()


def _around(previous: _Item | None, following: _Item | None) -> tuple[Node, ...]:
    """What is around both, other hands' changes apart."""
    ours = previous.around if previous is not None else ()
    theirs = following.around if following is not None else ()
    plain = [[n for n in around if n.name not in SORTS] for around in (ours, theirs)]
    shared: list[Node] = []
    for one, other in zip(*plain, strict=False):
        if one is not other:
            break
        shared.append(one)
    return tuple(shared)


def _parted(item: _Item, cuts: list[int]) -> Iterator[_Item]:
    """A run as several, cut at offsets in what it shows."""
    properties = item.node.find("w:rPr")
    bits = {bit.node: bit for bit in item.bits}
    run, own = _new_run(item.node, properties), list[Bit]()
    at = 0
    for child in item.node.elements():
        if child is properties:
            continue
        bit = bits.get(child)
        if bit is None or not bit.counts:
            run.children.append(child)
            own += [bit] if bit else []
            continue
        start = at
        for cut in [c for c in cuts if start <= c < start + len(bit.words)]:
            if cut > at:
                own.append(_piece(run, bit, at - start, cut - start))
            if own:
                yield _Item(item.around, run, own)
                run, own = _new_run(item.node, properties), []
            at = cut
        if at == start:
            run.children.append(child)
            own.append(bit)
        else:
            own.append(_piece(run, bit, at - start, len(bit.words)))
        at = start + len(bit.words)
    yield _Item(item.around, run, own)


def _new_run(node: Node, properties: Node | None) -> Node:
    run = Node("w:r", dict(node.attributes))
    if properties is not None:
        run.children.append(copied(properties))
    return run


def _piece(run: Node, bit: Bit, start: int, end: int) -> Bit:
    """Put a stretch of words into ``run``."""
    words = bit.words[start:end]
    name = bit.node.name if bit.node.name == "w:delText" else "w:t"
    node = Node(name, {"xml:space": "preserve"}, words)
    run.children.append(node)
    return Bit(node, words, bit.counts)


def taken_out(run: Node) -> Node:
    """A run whose words are taken out."""
    out = Node("w:r", dict(run.attributes))
    for child in run.elements():
        if child.name == "w:t":
            out.children.append(Node("w:delText", dict(child.attributes), child.text()))
        else:
            out.children.append(child)
    return out


def copied(node: Node) -> Node:
    """An element with all in it, once more; earlier formatting left out."""
    out = Node(node.name, dict(node.attributes))
    for child in node.children:
        if isinstance(child, str):
            out.children.append(child)
        elif not child.name.endswith("Change"):
            out.children.append(copied(child))
    return out


def properties_of(paragraph: Node) -> Node:
    """The properties of a paragraph for another one like it."""
    found = paragraph.find("w:pPr")
    out = copied(found) if found is not None else Node("w:pPr")
    out.children = [n for n in out.elements() if n.name not in ("w:rPr", "w:sectPr")]
    return out


_BEFORE = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")


def mark_end(paragraph: Node, mark: Node) -> None:
    """Put a change of the paragraph's end into its properties."""
    properties = paragraph.find("w:pPr")
    if properties is None:
        properties = Node("w:pPr")
        paragraph.children.insert(0, properties)
    own = properties.find("w:rPr")
    if own is None:
        own = Node("w:rPr")
        behind = ("w:sectPr", "w:pPrChange")
        at = next(
            (n for n, p in enumerate(properties.elements()) if p.name in behind),
            len(properties.children),
        )
        properties.children.insert(at, own)
    if any(n.name == mark.name for n in own.elements()):
        return
    own.children.insert(sum(n.name in _BEFORE and n.name < mark.name for n in own.elements()), mark)
