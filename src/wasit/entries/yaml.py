"""YAML as plain data with line numbers: mappings, lists, text, numbers, true, false, null.

A strict reading of the YAML 1.2 core schema, built from the parser's events: dates stay text,
``no`` is a word, a repeated key is an error, other tags are refused, and aliases count as often
as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from wasit.entries.errors import Mistake, Place
from wasit.entries.limits import EXACT, NESTING, NODES

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Located:
    """A value of a YAML file and where it stands: the line it starts on, from 1."""

    value: Any
    line: int
    nodes: int = 1
    height: int = 0
    """How many mappings and lists lie inside each other from here on."""
    children: Mapping[Any, Located] = field(default_factory=dict)
    """The values inside, by key or position."""

    def marks(self, prefix: str = "") -> dict[str, int]:
        """The line of every value inside, by its path: ``points[0].label``."""
        found: dict[str, int] = {}
        for key, child in self.children.items():
            joint = "" if not prefix or isinstance(key, int) else "."
            path = f"{prefix}{joint}[{key}]" if isinstance(key, int) else f"{prefix}{joint}{key}"
            found[path] = child.line
            found.update(child.marks(path))
        return found


def read(text: str, name: str | None = None) -> Located:
    """The one document in ``text``. Raises :class:`Mistake` with file, line and column."""
    reading = _Reading(name)
    try:
        return reading.document(iter(yaml.parse(text, Loader=_Loader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise Mistake("not YAML: {problem}", place=place, problem=error.problem or "") from None
    except yaml.reader.ReaderError as error:
        # Its position counts bytes or characters, by which parser is there; the first refused
        # character is the same for both.
        code = error.character if isinstance(error.character, int) else 0
        before = text[: max(text.find(chr(code)), 0)]
        at = Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        raise Mistake(
            "the character U+{code} is not allowed", place=at, code=f"{code:04X}"
        ) from None


class _Reading:
    """One document while it is read."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.anchors: dict[str, Located] = {}
        self.nodes = 0

    def document(self, events: Iterator[Any]) -> Located:
        found: Located | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if found is not None:
                    raise self._mistake(event, "a second document; expected one")
                found = self._value(event, events, 0)
        if found is None:
            raise Mistake("the file is empty", place=Place(self.name))
        return found

    def _value(self, event: Any, events: Iterator[Any], depth: int) -> Located:
        if depth > NESTING:
            raise self._mistake(event, "nested deeper than {limit}", limit=NESTING)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        self._count(event, 1)
        if isinstance(event, yaml.ScalarEvent):
            found = Located(self._scalar(event), _line(event))
        elif isinstance(event, yaml.MappingStartEvent):
            found = self._mapping(event, events, depth)
        else:
            found = self._list(event, events, depth)
        if event.anchor:
            self.anchors[event.anchor] = found
        return found

    def _alias(self, event: Any, depth: int) -> Located:
        target = self.anchors.get(event.anchor)
        if target is None:
            raise self._mistake(
                event, "alias {anchor} stands for nothing above", anchor=event.anchor
            )
        if depth + target.height > NESTING:
            raise self._mistake(event, "nested deeper than {limit}", limit=NESTING)
        self._count(event, target.nodes)
        return target

    def _count(self, event: Any, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > NODES:
            raise self._mistake(event, "more than {limit} values, aliases counted", limit=NODES)

    def _mapping(self, start: Any, events: Iterator[Any], depth: int) -> Located:
        self._plain_tag(start, "tag:yaml.org,2002:map")
        children: dict[Any, Located] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, depth)
            if key in children:
                raise self._mistake(event, "{key} stands twice in one mapping", key=key)
            children[key] = self._value(next(events), events, depth + 1)
        value = {key: child.value for key, child in children.items()}
        return Located(value, _line(start), *_size(children), children)

    def _key(self, event: Any, events: Iterator[Any], depth: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._mistake(event, "expected a name as key")
        self._value(event, events, depth + 1)
        return str(event.value)

    def _list(self, start: Any, events: Iterator[Any], depth: int) -> Located:
        self._plain_tag(start, "tag:yaml.org,2002:seq")
        children: dict[Any, Located] = {}
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            children[len(children)] = self._value(event, events, depth + 1)
        value = [child.value for child in children.values()]
        return Located(value, _line(start), *_size(children), children)

    def _scalar(self, event: Any) -> Any:
        self._plain_tag(event, "tag:yaml.org,2002:str")
        text: str = event.value
        if event.tag or event.style in ("'", '"', "|", ">"):
            return text
        if text.lower() in _WORDS and text in (text.lower(), text.upper(), text.title()):
            return _WORDS[text.lower()]
        if _INT.fullmatch(text) and len(text) <= 18:
            return int(text)
        if _FLOAT.fullmatch(text) and len(text) <= EXACT:
            return float(text)
        return text

    def _plain_tag(self, event: Any, tag: str) -> None:
        if event.tag not in (None, "!", tag):
            raise self._mistake(event, "the tag {tag} is not allowed", tag=event.tag)

    def _mistake(self, event: Any, template: str, **values: object) -> Mistake:
        mark = event.start_mark
        return Mistake(template, place=Place(self.name, mark.line + 1, mark.column + 1), **values)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _size(children: Mapping[Any, Located]) -> tuple[int, int]:
    """Values and height of what holds ``children``."""
    inside = children.values()
    height = 1 + max((child.height for child in inside), default=0)
    return 1 + sum(child.nodes for child in inside), height
