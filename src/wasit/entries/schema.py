"""The JSON Schema of entries, and the reference page: both read from the models themselves.

Descriptions are the docstrings that stand under the fields; they are read from the source of the
models only when asked for.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import itertools
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from wasit.entries.bodies.base import Body
from wasit.entries.entry import Entry
from wasit.entries.kinds import KINDS, Kind
from wasit.entries.proposal import Envelope

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(*, input: bool = False) -> dict[str, Any]:
    """The schema of a line of an export, or with ``input`` of what ``append`` takes.

    JSON Schema, draft 2020-12. The body is chosen by ``kind``.
    """
    definitions: dict[str, Any] = {}
    envelope = _model(Envelope if input else Entry, definitions)
    properties = dict(envelope["properties"])
    properties.pop("body", None)
    if "person" in properties and input:
        properties["author_person"] = properties.pop("person")
    branches: list[dict[str, Any]] = []
    for kind in KINDS.values():
        definitions[kind.name] = _model(kind.model, definitions)
        branches.append(_branch(kind, properties, envelope, definitions, input))
    for name in ("PointRef", "OptionRef") if input else ():
        definitions[name] = {
            "anyOf": [definitions[name], {"type": "string", "pattern": "^[^#]+#.+$"}]
        }
    return {
        "$schema": DIALECT,
        "title": "Wasit input" if input else "Wasit entry",
        "oneOf": branches,
        "$defs": dict(sorted(definitions.items())),
    }


def _branch(
    kind: Kind,
    properties: dict[str, Any],
    envelope: dict[str, Any],
    definitions: dict[str, Any],
    input: bool,
) -> dict[str, Any]:
    """One kind: its envelope, and its body beside the envelope (input) or under ``body``."""
    named: dict[str, Any] = {"kind": {"const": kind.name}}
    needed = ["kind", *(n for n in envelope.get("required", []) if n != "body")]
    if input:
        body = definitions[kind.name]
        return {
            "type": "object",
            "description": summary(kind.model),
            "properties": {**named, **properties, **body["properties"]},
            "required": [*needed, *body.get("required", []), *(["label"] if kind.labelled else [])],
            "additionalProperties": False,
        }
    body = {"$ref": f"#/$defs/{kind.name}"}
    return {
        "type": "object",
        "description": summary(kind.model),
        "properties": {**named, **properties, "body": body},
        "required": [*needed, "body"],
        "additionalProperties": False,
    }


def _model(model: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one model; the models inside it go into ``definitions``."""
    made = TypeAdapter(model).json_schema(ref_template="#/$defs/{model}")
    for name, inner in made.pop("$defs", {}).items():
        known = _classes().get(name)
        definitions[name] = _described(inner, known) if known else inner
    if "$ref" in made:
        made = definitions[made["$ref"].rpartition("/")[2]]
    return _described(made, model)


def _described(schema: dict[str, Any], model: type) -> dict[str, Any]:
    texts = field_texts(model)
    properties = {
        name: {**field, "description": texts[name]} if name in texts else field
        for name, field in schema.get("properties", {}).items()
    }
    return {**schema, "description": summary(model), "properties": properties}


@cache
def _classes() -> dict[str, type]:
    """Every model of this room by name."""
    found: dict[str, type] = {}
    for name, module in list(sys.modules.items()):
        if name.startswith("wasit.entries"):
            for cls in vars(module).values():
                if isinstance(cls, type) and dataclasses.is_dataclass(cls):
                    found[cls.__name__] = cls
    return found


def summary(model: type) -> str:
    """The first paragraph of a model's docstring, on one line."""
    return " ".join((inspect.getdoc(model) or "").split("\n\n")[0].split())


@cache
def field_texts(model: type) -> dict[str, str]:
    """The docstring under each field of a model, on one line."""
    tree = ast.parse(inspect.getsource(sys.modules[model.__module__]))
    classes = (
        n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name == model.__name__
    )
    body = next(classes).body
    return {
        field.target.id: " ".join(text.value.value.split())
        for field, text in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


# --- the reference page -----------------------------------------------------------------------


def reference_page() -> str:
    """The reference of all kinds as Markdown: what each is, and its fields."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# What can be put on record"
    yield ""
    yield "Made by `wasit schema --page` from the models."
    yield "How to write a case file: [case.md](case.md)."
    yield ""
    yield "## The envelope"
    yield ""
    yield "What an input may say beside the fields of its kind."
    yield ""
    yield from _table(Envelope, {"person": "author_person"})
    for kind in KINDS.values():
        yield from _section(kind)
    yield ""
    yield "## Parts"
    for name in sorted(_parts()):
        yield ""
        yield f"### {name}"
        yield ""
        yield summary(_parts()[name])
        yield ""
        yield from _table(_parts()[name])


def _section(kind: Kind) -> Iterator[str]:
    yield ""
    yield f"## {kind.name} · {kind.name_ar}"
    yield ""
    yield summary(kind.model)
    yield ""
    yield from _table(kind.model)
    yield ""
    readers = "everybody" if kind.usual_audience == "all" else "its author alone"
    yield f"Read by {readers} unless it says otherwise."
    if kind.labelled:
        yield "It must have a label."
    if not kind.dated:
        yield "It is about no day unless it says so, and stands always."


def _table(model: type, renamed: dict[str, str] | None = None) -> Iterator[str]:
    yield "| field | needed | what | meaning |"
    yield "|---|---|---|---|"
    texts = field_texts(model)
    for field in dataclasses.fields(model):
        name = (renamed or {}).get(field.name, field.name)
        cells = (f"`{name}`", _needed(model, field), _type(field.type), texts.get(field.name, ""))
        yield f"| {' | '.join(cells)} |"


def _needed(model: type, field: dataclasses.Field[Any]) -> str:
    schema = TypeAdapter(model).json_schema()
    schema = schema.get("$defs", {}).get(model.__name__, schema) if "$ref" in schema else schema
    return "yes" if field.name in schema.get("required", []) else ""


def _type(annotation: object) -> str:
    """A field's type as it is written in the model, fit for a cell of a table."""
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    text = " ".join(str(text).split())
    for long, short in (
        ("tuple[", "list of "),
        (", ...]", ""),
        (" | None", ""),
        ("Annotated[", ""),
    ):
        text = text.replace(long, short)
    return f"`{text.replace('|', '/')}`"


@cache
def _parts() -> dict[str, type]:
    """The models that stand inside others, by name."""
    tops = {kind.model.__name__ for kind in KINDS.values()} | {"Envelope", "Entry", "Author"}
    return {
        name: cls
        for name, cls in _classes().items()
        if name not in tops
        and cls.__module__.startswith(
            ("wasit.entries.bodies", "wasit.entries.source", "wasit.entries.links")
        )
        and hasattr(cls, "__pydantic_config__")
        and not (issubclass(cls, Body) and cls is Body)
    }
