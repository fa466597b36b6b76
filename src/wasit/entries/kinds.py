"""The register of kinds: everything that can be put on record, each declared once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from pydantic import TypeAdapter

from wasit.entries.bodies.acts import Correction, Release
from wasit.entries.bodies.bargain import Estimate, Issue, Package, Rule
from wasit.entries.bodies.base import READERS, Body
from wasit.entries.bodies.exchange import Condition, Document, Handover, Meeting, Message
from wasit.entries.bodies.reporting import Note, Report, Statement
from wasit.entries.bodies.table import Person, Seat, Talks
from wasit.entries.bodies.territory import MapLine
from wasit.entries.bodies.text import Agreement, Draft, Response, Round


@dataclass(frozen=True, slots=True)
class Kind:
    """What Wasit knows of one kind of entry."""

    name: str
    model: type[Body]
    name_ar: str
    """Its name in Arabic; the English name is the word itself."""
    usual_audience: Literal["all", "author"] = "author"
    """Who may read it when its author does not say: everybody, or the author alone."""
    labelled: bool = False
    """Whether its entries must have a label."""
    dated: bool = True
    """Whether an entry without ``happened`` is about the day it was recorded. Undated kinds, such
    as a seat, are about no day and stand always."""


_ALL = (
    Kind("talks", Talks, "محادثات", usual_audience="all", dated=False),
    Kind("seat", Seat, "مقعد", usual_audience="all", labelled=True, dated=False),
    Kind("person", Person, "شخص", dated=False),
    Kind("draft", Draft, "مسودة", labelled=True),
    Kind("response", Response, "ردّ"),
    Kind("agreement", Agreement, "اتفاق"),
    Kind("meeting", Meeting, "اجتماع"),
    Kind("message", Message, "رسالة"),
    Kind("statement", Statement, "تصريح"),
    Kind("document", Document, "وثيقة"),
    Kind("handover", Handover, "تسليم"),
    Kind("condition", Condition, "شرط"),
    Kind("issue", Issue, "مسألة", labelled=True, dated=False),
    Kind("rule", Rule, "قاعدة", dated=False),
    Kind("estimate", Estimate, "تقدير"),
    Kind("package", Package, "حزمة"),
    Kind("line", MapLine, "خط"),
    Kind("report", Report, "تقرير"),
    Kind("note", Note, "ملاحظة"),
    Kind("round", Round, "جولة"),
    Kind("release", Release, "إتاحة"),
    Kind("correction", Correction, "تصحيح"),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})

READERS.update((kind.name, TypeAdapter(kind.model)) for kind in _ALL)
