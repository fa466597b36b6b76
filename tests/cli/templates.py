"""Every sentence by which the code says what is wrong, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import wasit

SOURCE = Path(wasit.__file__).parent
FIRST = {"Mistake": 0, "NotOnRecord": 0, "Refused": 0, "Failure": 0, "_mistake": 1, "Finding": 1}
"""What takes a sentence, and which of its arguments that is."""
TABLES = {"_SENTENCES"}
"""Tables whose values are sentences, or begin with one."""


def error_templates(room: str = "") -> set[str]:
    """The templates of errors and findings in a room of the code, or in all of it."""
    files = sorted((SOURCE / room).rglob("*.py"))
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return {found for tree in trees for found in _in(tree)}


def _in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            at = FIRST.get(_name(node.func))
            if at is not None and len(node.args) > at:
                yield from _texts(node.args[at])
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            parts = node.value.elts
            if len(parts) == 2 and isinstance(parts[1], ast.Dict):
                yield from _texts(parts[0])  # a sentence and what fills its places
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(_name(target) in TABLES for target in targets):
                for value in node.value.values:
                    yield from _texts(value.elts[0] if isinstance(value, ast.Tuple) else value)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    """The text that is written there; of a choice, both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
