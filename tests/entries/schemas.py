"""As much of JSON Schema (draft 2020-12) as the schemas of this project use.

A keyword that is not known here is an error, so that nothing passes unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
SAYS_NOTHING = {"$schema", "$defs", "title", "description", "default", "examples"}


def fits(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    """Whether ``value`` is valid against ``schema``."""
    keywords = sorted(schema, key=lambda keyword: keyword != "type")  # the others rely on it
    return all(_rule(keyword)(value, schema[keyword], schema, root) for keyword in keywords)


Rule = Callable[[Any, Any, Mapping[str, Any], Mapping[str, Any]], bool]


def _rule(keyword: str) -> Rule:
    if keyword in SAYS_NOTHING:
        return lambda *_: True
    return RULES[keyword]


def _ref(value: Any, wanted: str, _: Any, root: Mapping[str, Any]) -> bool:
    return fits(value, target(wanted, root), root)


def target(ref: str, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """What ``#/$defs/name`` stands for."""
    found: Any = root
    for step in ref.removeprefix("#/").split("/"):
        found = found[step]
    return found  # type: ignore[no-any-return]


def _type(value: Any, wanted: str, *_: Any) -> bool:
    if isinstance(value, bool) and wanted in ("integer", "number"):
        return False
    return isinstance(value, TYPES[wanted])


def _properties(value: Any, wanted: Mapping[str, Any], _: Any, root: Mapping[str, Any]) -> bool:
    return all(fits(value[k], s, root) for k, s in wanted.items() if k in value)


def _patterns(value: Any, wanted: Mapping[str, Any], _: Any, root: Mapping[str, Any]) -> bool:
    return all(
        fits(inner, schema, root)
        for pattern, schema in wanted.items()
        for key, inner in value.items()
        if re.search(pattern, key)
    )


def _nothing_else(value: Any, wanted: bool, schema: Mapping[str, Any], _: Any) -> bool:
    assert wanted is False
    return not set(value) - set(schema["properties"])


def _items(value: Any, wanted: Mapping[str, Any], _: Any, root: Mapping[str, Any]) -> bool:
    return all(fits(one, wanted, root) for one in value)


def _prefix(value: Any, wanted: list[Any], _: Any, root: Mapping[str, Any]) -> bool:
    return all(fits(one, s, root) for one, s in zip(value, wanted, strict=False))


RULES: Mapping[str, Rule] = {
    "$ref": _ref,
    "type": _type,
    "const": lambda value, wanted, *_: value == wanted,
    "enum": lambda value, wanted, *_: value in wanted,
    "properties": _properties,
    "patternProperties": _patterns,
    "additionalProperties": _nothing_else,
    "required": lambda value, wanted, *_: set(wanted) <= set(value),
    "items": _items,
    "prefixItems": _prefix,
    "minItems": lambda value, wanted, *_: len(value) >= wanted,
    "maxItems": lambda value, wanted, *_: len(value) <= wanted,
    "minLength": lambda value, wanted, *_: len(value) >= wanted,
    "maxLength": lambda value, wanted, *_: len(value) <= wanted,
    "pattern": lambda value, wanted, *_: re.search(wanted, value) is not None,
    "minimum": lambda value, wanted, *_: value >= wanted,
    "maximum": lambda value, wanted, *_: value <= wanted,
    "anyOf": lambda value, wanted, _, root: any(fits(value, s, root) for s in wanted),
    "oneOf": lambda value, wanted, _, root: sum(fits(value, s, root) for s in wanted) == 1,
}


def within(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Every schema inside a schema, itself first."""
    yield schema
    for keyword, wanted in schema.items():
        if keyword in ("properties", "patternProperties", "$defs"):
            for inner in wanted.values():
                yield from within(inner)
        elif keyword in ("anyOf", "oneOf", "prefixItems"):
            for inner in wanted:
                yield from within(inner)
        elif keyword == "items":
            yield from within(wanted)
