"""The case file: talks written by hand, as proposals. Its format is described in docs/case.md."""

from __future__ import annotations

from collections.abc import Iterator

from wasit.entries.complaints import nearest
from wasit.entries.decoding import decoded
from wasit.entries.errors import Mistake, Place
from wasit.entries.kinds import KINDS
from wasit.entries.limits import FILE_BYTES
from wasit.entries.proposal import Proposal, proposal_of
from wasit.entries.yaml import Located, read

_DEFAULTS = ("audience", "happened", "source")


def read_case(data: bytes, name: str | None = None) -> list[Proposal]:
    """The proposals of a case file, in the order in which they stand there.

    Raises :class:`Mistake` with file, line and field.
    """
    if len(data) > FILE_BYTES:
        raise Mistake("larger than {limit} bytes", place=Place(name), limit=FILE_BYTES)
    document = read(decoded(data, name), name)
    if not isinstance(document.value, dict):
        raise Mistake("expected kinds, each with its entries", place=Place(name, document.line))
    defaults = _defaults(document, name)
    sections = ((s, v) for s, v in document.children.items() if s != "defaults")
    return [p for s, v in sections for p in _section(s, v, name, defaults)]


def _defaults(document: Located, name: str | None) -> dict[str, object]:
    found = document.children.get("defaults")
    if found is None:
        return {}
    if not isinstance(found.value, dict):
        raise Mistake("expected a mapping", place=Place(name, found.line, path="defaults"))
    for field, value in found.children.items():
        if field not in _DEFAULTS:
            raise Mistake(
                "no such default; expected one of {fields}",
                place=Place(name, value.line, path=f"defaults.{field}"),
                fields=", ".join(_DEFAULTS),
            )
    return dict(found.value)


def _fitting(defaults: dict[str, object], kind: str, given: dict[str, object]) -> dict[str, object]:
    """Those of the defaults that an entry can take.

    What is about no day stays so, and the report that a file rests on does not rest on itself.
    """
    left_out = set() if KINDS[kind].dated else {"happened"}
    itself = "source" in defaults and defaults["source"] in (given.get("ref"), given.get("label"))
    if kind in ("talks", "seat") or itself:
        left_out.add("source")
    return {name: value for name, value in defaults.items() if name not in left_out}


def _section(
    kind: str, section: Located, name: str | None, defaults: dict[str, object]
) -> Iterator[Proposal]:
    """The entries of one kind: a list of them, or a single one."""
    if kind not in KINDS:
        close = nearest(kind, [*KINDS, "defaults"])
        hint = (
            f"did you mean {close}?" if close else f"expected defaults or one of {', '.join(KINDS)}"
        )
        raise Mistake(
            "unknown kind {kind}; {hint}", place=Place(name, section.line), kind=kind, hint=hint
        )
    single = isinstance(section.value, dict)
    for item in [section] if single else section.children.values():
        place = Place(name, item.line, marks=item.marks(kind))
        if not isinstance(item.value, dict) or "kind" in item.value:
            raise Mistake("expected the fields of a {kind}", place=place.at(kind), kind=kind)
        yield proposal_of({"kind": kind, **item.value}, place, _fitting(defaults, kind, item.value))
    if not single and not isinstance(section.value, list):
        raise Mistake("expected a list of entries", place=Place(name, section.line, path=kind))
