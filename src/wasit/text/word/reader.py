"""A Word file read: the text, every hand's changes to it, and the remarks in its margin."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from wasit.entries import Mistake, Place
from wasit.text.word import limits
from wasit.text.word.body import BodyReader
from wasit.text.word.document import Document
from wasit.text.word.lists import Lists, read_lists
from wasit.text.word.model import Comment, Note, Story
from wasit.text.word.package import Package, open_package
from wasit.text.word.states import lines_of
from wasit.text.word.styles import Styles
from wasit.text.word.xml import Budget, Node, Tree, read_xml


def read_docx(data: bytes, *, name: str | None = None) -> Document:
    """The Word file that ``data`` is.

    Raises :class:`Mistake` with ``name``, the part and the line: no Word file, beyond the limits
    of :mod:`wasit.text.word.limits`, or with anything in it that is not taken.
    """
    return _FileReader(File(open_package(data, name))).document()


class File:
    """The parts of a Word file by what they are for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.budget = Budget()
        self._trees: dict[str, Tree] = {}
        self.place = Place(package.name)
        self.main = self._main()
        self.related = dict(self._targets(self.main))
        """The parts that belong to the text, by the last word of the kind of relation."""
        self.remote = any(n.get("TargetMode") == "External" for n in self._links(self.main))

    def tree(self, part: str) -> Tree:
        """The tree of a part that is there: the same whenever it is asked for."""
        key = part.casefold()
        if key not in self._trees:
            chunks = self.package.chunks(part)
            self._trees[key] = read_xml(chunks, self.place.at(part), self.budget)
        return self._trees[key]

    def root(self, kind: str) -> Node | None:
        """The part of one kind: ``styles``, ``comments``, ...; None where there is none."""
        part = self.related.get(kind)
        return self.tree(part).root if part else None

    def lists(self, styles: Styles) -> Lists:
        """The lists that its paragraphs are counted in."""
        place = self.place.at(self.related.get("numbering", ""))
        return read_lists(self.root("numbering"), styles, place)

    def _main(self) -> str:
        for kind, part in self._targets(""):
            if kind == "officeDocument":
                return part
        raise Mistake("not a Word file: it holds no text", place=self.place)

    def relations(self, part: str) -> str:
        """The name of the part that says what ``part`` refers to."""
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _links(self, part: str) -> tuple[Node, ...]:
        relations = self.relations(part)
        if relations not in self.package:
            return ()
        links = self.tree(relations).root.all("rel:Relationship")
        return tuple(n for n in links if not n.get("Type").endswith("/hyperlink"))

    def _targets(self, part: str) -> Iterator[tuple[str, str]]:
        folder = posixpath.dirname(part)
        for link in self._links(part):
            if link.get("TargetMode") == "External":
                continue
            target = link.get("Target")
            joined = target if target.startswith("/") else posixpath.join("/", folder, target)
            found = posixpath.normpath(joined).lstrip("/")
            if found in self.package:
                yield link.get("Type").rpartition("/")[2], found


def body_of(tree: Tree, file: File) -> Node:
    """The element that holds the text of the main part."""
    found = tree.root.find("w:body")
    if tree.root.name != "w:document" or found is None:
        raise Mistake("not a Word file: it holds no text", place=file.place)
    return found


class _FileReader:
    def __init__(self, file: File) -> None:
        self.file = file
        self.styles = Styles(file.root("styles"))
        self.lists = file.lists(self.styles)
        self.body = BodyReader(self.styles, self.lists, file.place.at(file.main))

    def document(self) -> Document:
        self.body.read(body_of(self.file.tree(self.file.main), self.file))
        found = self.body.found
        notes = (*self._notes("footnote"), *self._notes("endnote"))
        comments = tuple(self._comments())
        return Document(
            paragraphs=tuple(found.paragraphs),
            comments=comments,
            changes=found.all_changes(),
            mark_changes=tuple(found.mark_changes),
            notes=notes,
            hidden=tuple(found.hidden()),
            told=tuple(sorted(found.told.union(self._told()))),
            lists=self.lists,
            name=self.file.place.file,
        )

    def _notes(self, story: Story) -> Iterator[Note]:
        root = self.file.root(f"{story}s")
        for node in root.all(f"w:{story}") if root is not None else ():
            if node.get("w:type", "normal") != "normal":
                continue
            begin = len(self.body.found.paragraphs)
            self.body.read(node, story, self.file.place.at(self.file.related[f"{story}s"]))
            own = self.body.found.paragraphs[begin:]
            texts = [
                "\n".join(line.words for line in lines_of(own, self.lists, authors, story)).strip()
                for authors in (frozenset[str](), None)
            ]
            refers = self.body.found.notes.get((story, node.get("w:id")))
            yield Note(node.get("w:id"), story, texts[0], texts[1], refers)

    def _comments(self) -> Iterator[Comment]:
        root = self.file.root("comments")
        threads = self._threads()
        ids: dict[str, str] = {}
        nodes = list(root.all("w:comment")) if root is not None else []
        if len(nodes) > limits.COMMENTS:
            place = self.file.place.at(self.file.related["comments"])
            raise Mistake("more than {limit} comments", place=place, limit=limits.COMMENTS)
        for node in nodes:
            ids.update({p.get("w14:paraId"): node.get("w:id") for p in node.all("w:p")})
        for node in nodes:
            last = [p.get("w14:paraId") for p in node.all("w:p")][-1:]
            parent, done = threads.get(last[0] if last else "", ("", False))
            anchor = self.body.found.anchors.get(node.get("w:id"))
            yield Comment(
                id=node.get("w:id"),
                author=node.get("w:author"),
                initials=node.get("w:initials"),
                date=node.get("w:date"),
                text=self._text(node),
                anchor=self.body.found.anchored(anchor) if anchor else "",
                paragraph=anchor.paragraph if anchor else None,
                answers=ids.get(parent) if parent else None,
                done=done,
            )

    def _text(self, comment: Node) -> str:
        """The words of a comment, its own changes accepted."""
        reader = BodyReader(self.styles, self.lists, self.file.place.at("comments"))
        reader.read(comment)
        lines = lines_of(reader.found.paragraphs, self.lists, None)
        return "\n".join(line.words for line in lines)

    def _threads(self) -> dict[str, tuple[str, bool]]:
        """By the mark of a comment's last paragraph, that of what it replies to, and if done."""
        root = self.file.root("commentsExtended")
        return {
            node.get("w15:paraId"): (node.get("w15:paraIdParent"), node.get("w15:done") == "1")
            for node in (root.all("w15:commentEx") if root is not None else ())
        }

    def _told(self) -> Iterator[str]:
        names = [name.casefold() for name in self.file.package.names]
        if any(name.endswith("vbaproject.bin") for name in names):
            yield "macros"
        if any("/embeddings/" in name for name in names):
            yield "embedded"
        if self.file.remote:
            yield "remote"
