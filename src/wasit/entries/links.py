"""How one entry points at another, and what remains of it when a target may not be read.

A *link* holds the id of another entry; in input it may also hold a local ``ref`` or a label.
A *seat name* holds the label of a seat. Both are marked in the models by their types, so that
one walk finds them in every kind, now and later:

``references(body)``  everything a body points at, with the place of each
``Pointed.by(body)``  the same without places: fast, for the fold and for sight
``resolved(body, …)`` the body with every name replaced by what it stands for
``cut(body, …)``      the body without the references a reader may not follow
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, StringConstraints, model_validator
from pydantic.dataclasses import dataclass as checked
from pydantic_core import ArgsKwargs, PydanticCustomError

from wasit.entries.words import Label, clean

STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class To:
    """Marks a string as a link to entries of these kinds; no kind given: of any kind."""

    kinds: tuple[str, ...] = ()


class _Seat:
    """Marks a string as the label of a seat."""


SEAT = _Seat()

SeatName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,31}$"), SEAT]
"""The label of a seat: ``ru``, ``upper-bank``."""

_Target = Annotated[str, StringConstraints(pattern=r"^[^\s#]{1,80}$"), AfterValidator(clean)]

Link = Annotated[_Target, To()]
PersonLink = Annotated[_Target, To(("person",))]
DraftLink = Annotated[_Target, To(("draft",))]
DocumentLink = Annotated[_Target, To(("document",))]
MeetingLink = Annotated[_Target, To(("meeting",))]
MessageLink = Annotated[_Target, To(("message",))]
IssueLink = Annotated[_Target, To(("issue",))]
PackageLink = Annotated[_Target, To(("package",))]
ReportLink = Annotated[_Target, To(("report",))]
RoundLink = Annotated[_Target, To(("round",))]
HandoverTarget = Annotated[_Target, To(("draft", "document", "package", "line"))]


@checked(frozen=True, slots=True, config=STRICT)
class PointRef:
    """A point of a draft; in input also written ``draft#label``."""

    draft: DraftLink
    """The draft that holds the point."""
    label: Label
    """The label of the point as written in the draft; nested points: ``4/a``."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return _split(value, "draft")

    def __str__(self) -> str:
        return f"{self.draft}#{self.label}"


@checked(frozen=True, slots=True, config=STRICT)
class OptionRef:
    """An option of an issue; in input also written ``issue#label``."""

    issue: IssueLink
    """The issue that holds the option."""
    label: Label
    """The label of the option in the issue."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return _split(value, "issue")

    def __str__(self) -> str:
        return f"{self.issue}#{self.label}"


def _split(value: Any, holder: str) -> Any:
    if type(value) is dict:
        return value
    if isinstance(value, ArgsKwargs) and len(value.args) == 1 and not value.kwargs:
        value = value.args[0]
    if not isinstance(value, str):
        return value
    name, mark, label = value.partition("#")
    if not (name and mark and label):
        raise PydanticCustomError("wasit_ref", "not a reference", {"holder": holder})
    return {holder: name, "label": label}


# --- the walk -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing a body points at: an entry (``kinds`` it may be of) or a seat."""

    name: str
    path: str
    kinds: tuple[str, ...] | None
    label: str | None = None

    @property
    def is_seat(self) -> bool:
        return self.kinds is None


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field that holds references: what it is, whether many, whether it may be left out."""

    field: str
    what: Any  # a To, SEAT, a class to walk into, or DYNAMIC
    many: bool
    optional: bool


DYNAMIC = object()
"""Marks a field that holds a body of any kind: its class is known only from its value."""


@cache
def _slots(cls: Any) -> tuple[_Slot, ...]:
    """The fields of ``cls`` through which something is pointed at."""
    hints = get_type_hints(cls, include_extras=True)
    found = []
    for field in dataclasses.fields(cls):
        what, many, optional = _shape(hints[field.name], cls)
        if what is not None:
            found.append(_Slot(field.name, what, many, optional or many))
    return tuple(found)


def _slots_of(value: Any) -> tuple[_Slot, ...]:
    """The same for the class of a value."""
    cls: Any = type(value)
    return _slots(cls)


def _shape(hint: Any, owner: type) -> tuple[Any, bool, bool]:
    """What a type hint points at (or None), whether as a tuple, whether it may be None."""
    if get_origin(hint) in (Union, UnionType):
        args = [a for a in get_args(hint) if a is not NoneType]
        if len(args) == 1:
            what, many, _ = _shape(args[0], owner)
            return what, many, True
        return None, False, False
    if get_origin(hint) is tuple:
        what, _, _ = _shape(get_args(hint)[0], owner)
        return what, True, True
    if get_origin(hint) is Annotated:
        for mark in get_args(hint)[1:]:
            if isinstance(mark, To) or mark is SEAT or mark is DYNAMIC:
                return mark, False, False
        return _shape(get_args(hint)[0], owner)
    is_model = dataclasses.is_dataclass(hint) and isinstance(hint, type)
    if is_model and (hint is owner or _slots(hint)):
        return hint, False, False
    return None, False, False


def references(body: Any, path: str = "") -> Iterator[Reference]:
    """Everything ``body`` points at, with the path of fields that leads there."""
    for slot in _slots_of(body):
        value = getattr(body, slot.field)
        if value is None:
            continue
        here = f"{path}.{slot.field}" if path else slot.field
        for n, one in enumerate(value if slot.many else (value,)):
            yield from _of_one(one, slot.what, f"{here}[{n}]" if slot.many else here)


def _of_one(value: Any, what: Any, path: str) -> Iterator[Reference]:
    if what is SEAT:
        yield Reference(value, path, None)
    elif isinstance(what, To):
        yield Reference(value, path, what.kinds)
    elif isinstance(value, PointRef):
        yield Reference(value.draft, path, ("draft",), value.label)
    elif isinstance(value, OptionRef):
        yield Reference(value.issue, path, ("issue",), value.label)
    else:
        yield from references(value, path)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a body points at, by name alone."""

    entries: list[str] = dataclasses.field(default_factory=list)
    """Ids of entries; of a point or option, the draft or issue that holds it."""
    parts: list[str] = dataclasses.field(default_factory=list)
    """Points and options, as ``id#label``."""
    seats: list[str] = dataclasses.field(default_factory=list)
    """Labels of seats."""

    @classmethod
    def by(cls, body: Any) -> Pointed:
        """All that ``body`` points at, as :func:`references` finds it."""
        found = cls()
        found._walk(body)
        return found

    def _walk(self, body: Any) -> None:
        for slot in _slots_of(body):
            value = getattr(body, slot.field)
            if value:
                for one in value if slot.many else (value,):
                    self._take(one, slot.what)

    def _take(self, value: Any, what: Any) -> None:
        if what is SEAT:
            self.seats.append(value)
        elif type(value) is str:
            self.entries.append(value)
        elif type(value) is PointRef:
            self.entries.append(value.draft)
            self.parts.append(f"{value.draft}#{value.label}")
        elif type(value) is OptionRef:
            self.entries.append(value.issue)
            self.parts.append(f"{value.issue}#{value.label}")
        else:
            self._walk(value)


def resolved(body: Any, entry: Callable[[str, tuple[str, ...], str], str], path: str = "") -> Any:
    """``body`` with every link replaced by ``entry(name, kinds, path)``; seats stay as they are."""

    def change(value: Any, what: Any, here: str) -> Any:
        if what is SEAT:
            return value
        if isinstance(what, To):
            return entry(value, what.kinds, here)
        if isinstance(value, PointRef | OptionRef):
            return _with(value, _slots_of(value), change, here)
        return resolved(value, entry, here)

    return _with(body, _slots_of(body), change, path)


def cut(body: Any, may_follow: Callable[[str], bool], knows_seat: Callable[[str], bool]) -> Any:
    """``body`` without the references its reader may not follow; None when one of them was needed.

    An optional reference becomes None, one of several is left out, without a mark.
    """
    pointed = Pointed.by(body)
    if all(map(may_follow, pointed.entries)) and all(map(knows_seat, pointed.seats)):
        return body

    def change(value: Any, what: Any, here: str) -> Any:
        if what is SEAT:
            return value if knows_seat(value) else None
        if isinstance(what, To):
            return value if may_follow(value) else None
        return _with(value, _slots_of(value), change, here)

    return _with(body, _slots_of(body), change, "")


def _with(
    body: Any, slots: tuple[_Slot, ...], change: Callable[[Any, Any, str], Any], path: str
) -> Any:
    """``body`` with every slot's value passed through ``change``; None: a needed one went."""
    changes: dict[str, Any] = {}
    for slot in slots:
        value = getattr(body, slot.field)
        if value is None:
            continue
        here = f"{path}.{slot.field}" if path else slot.field
        if slot.many:
            kept = [change(one, slot.what, f"{here}[{n}]") for n, one in enumerate(value)]
            changes[slot.field] = tuple(one for one in kept if one is not None)
            continue
        changes[slot.field] = change(value, slot.what, here)
        if changes[slot.field] is None and not slot.optional:
            return None
    return dataclasses.replace(body, **changes) if changes else body
