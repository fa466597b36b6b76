"""How a reading becomes proposals: the report first, then who, what and where they stand."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from wasit.entries import Entry, Mistake, Place, When
from wasit.entries.words import LONGEST, REFUSED
from wasit.language.spans import Span
from wasit.press.document import Paragraph, Sentence, SourceText
from wasit.press.propose import contrary, known, said, table, talked
from wasit.press.propose.batch import Group, Proposals, Proposed
from wasit.press.propose.naming import name, named, one_line
from wasit.press.reading import Difference, Reading
from wasit.record import Record

REPORT = "report"
"""The ref of the proposed report."""

NO_OUTLET = {"en": "outlet not named", "ar": "جهة النشر غير مذكورة"}


def as_held(source: SourceText) -> SourceText:
    """``source`` with its text as a record holds it, so that spans fit the text on record.

    A carriage return becomes a line feed, character for character; words on record are in normal
    form C. A text in that form, as nearly all are, keeps every offset. Raises :class:`Mistake`
    when the text is longer than a record holds, or has a character that words may not have.
    """
    text = unicodedata.normalize("NFC", source.text.replace("\r", "\n"))
    if len(text) > LONGEST:
        raise Mistake(
            "{n} characters; a report of at most {limit} can be put on record",
            place=Place(source.name),
            n=len(text),
            limit=LONGEST,
        )
    refused = REFUSED.search(text)
    if refused:
        raise Mistake(
            "U+{code} cannot stand on record",
            place=Place(source.name, text.count("\n", 0, refused.start()) + 1),
            code=f"{ord(refused[0]):04X}",
        )
    return replace(source, text=text)


def propose(
    reading: Reading, record: Record, seat: str, *, audience: str | Sequence[str] = "author"
) -> Proposals:
    """What ``reading`` suggests to put on ``record`` for the acting ``seat``.

    The reading must be one of :func:`as_held`. ``audience`` is that of every proposal; not given,
    the author alone may read it.
    """
    making = Making(reading, record, seat, audience)
    making.put_report()
    table.seats(making)
    table.people(making)
    talked.texts(making)
    talked.meetings(making)
    said.positions(making)
    said.statements(making)
    contrary.claims(making)
    _differences(making)
    return Proposals(tuple(making.items), making.report, making.known_report is not None)


@dataclass(slots=True)
class Making:
    """One report on its way to proposals."""

    reading: Reading
    record: Record
    seat: str
    """The acting seat."""
    audience: str | Sequence[str]
    items: list[Proposed] = field(default_factory=list)
    report: str = REPORT
    known_report: Entry | None = None
    copy_of: str | None = None
    """The id of the report on record whose text this one carries."""
    seats: dict[str, str] = field(default_factory=dict)
    """Key of a body -> label of its seat."""
    links: dict[str, str] = field(default_factory=dict)
    """Folded name -> id or ref of a person."""
    about: list[tuple[Span, str, str]] = field(default_factory=list)
    """Where a thing is spoken of: span, field of a statement, id or ref."""
    issues: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Issue of a position -> the field by which it is answered."""
    _counts: dict[str, int] = field(default_factory=dict)
    _read: set[tuple[str, frozenset[Span]]] = field(default_factory=set)
    _sentences: list[Span] = field(default_factory=list)
    _days: list[tuple[Span, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.reading.document.text

    @property
    def day(self) -> str | None:
        """The date of the report."""
        published = self.reading.document.published
        return published.isoformat() if published else None

    def put(
        self,
        group: Group,
        kind: str,
        fields: Mapping[str, Any],
        confidence: float = 1.0,
        spans: tuple[Span, ...] = (),
        of: str | None = None,
    ) -> str:
        """Propose an entry; returns its ref. Empty fields are left out.

        ``of``: the report on record that has the words, where it is not this one.
        """
        ref = fields.get("ref") or self._ref(kind)
        given = {n: v for n, v in fields.items() if v not in (None, (), [], {}, "", False)}
        made: dict[str, Any] = {"kind": kind, **given, "ref": ref, "audience": self.audience}
        spans = tuple(dict.fromkeys(spans))
        if kind not in ("report", "seat"):  # seats go on record before all else
            made["source"] = [{"of": of or self.report, **_spans(spans)}]
        if of is not None:
            # The words shown beside a proposal are those of this report.
            spans = ()
        if not (spans and (kind, frozenset(spans)) in self._read):
            self.items.append(Proposed.of(group, made, confidence, spans))
        return ref

    def _ref(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]}"

    def label_taken(self, kind: str) -> set[str]:
        """The labels of that kind on record and proposed."""
        on_record = {label for of, label in self.record.state.labels if of == kind}
        return on_record | {
            str(i.proposal.envelope.label) for i in self.items if i.proposal.kind == kind
        }

    def sentence(self, span: Span) -> Span | None:
        """The sentence that holds ``span``."""
        if not self._sentences:
            found = (s.span for _, s in self._all_sentences())
            self._sentences = sorted(found)
        before = bisect_right(self._sentences, (span.language, span.start, len(self.text) + 1))
        nearest = self._sentences[before - 1] if before else None
        return nearest if nearest and nearest.language == span.language else None

    def _all_sentences(self) -> Iterator[tuple[Paragraph, Sentence]]:
        document = self.reading.document
        return chain.from_iterable(document.sentences(one) for one in document.languages)

    def days_in(self, sentence: Span) -> Iterator[tuple[str, Span]]:
        """The single days named in a sentence, without doubt, each with its words."""
        if not self._days:
            exact = [d for d in self.reading.dates if When.of(d.when.text).exact]
            self._days = sorted((span, d.when.text) for d in exact for span in d.spans)
        first = bisect_left(self._days, (sentence._replace(end=0), ""))
        for span, day in self._days[first:]:
            if not (span.language == sentence.language and sentence.holds(span)):
                return
            yield day, span

    @property
    def outlet(self) -> dict[str, str]:
        """Who published the report."""
        outlet = self.reading.document.source.outlet
        return named(outlet) if outlet else NO_OUTLET

    def put_report(self) -> None:
        """The report itself, or the one on record with the same text."""
        self.known_report = known.report(self.record, self.text)
        if self.known_report is not None:
            self.report = self.known_report.id
            self._read = known.read_from(self.record, self.report)
            return
        source, document = self.reading.document.source, self.reading.document
        self.copy_of = known.first_told(self.record, document)
        languages = document.languages or ("en",)
        fields = {
            "ref": REPORT,
            "happened": self.day,
            "outlet": self.outlet,
            "title": named(source.title) if source.title and one_line(source.title) else None,
            "url": source.url,
            "languages": list(languages),
            "copy_of": self.copy_of,
            # Whole under each language, so that text[language][start:end] are a span's words.
            "text": dict.fromkeys(languages, self.text) if self.text else None,
        }
        self.put("report", "report", fields)


def _spans(spans: tuple[Span, ...]) -> dict[str, Any]:
    return {"spans": [span._asdict() for span in spans]} if spans else {}


_SORTS = {
    "number": ("number", "العدد"),
    "name": ("name", "الاسم"),
    "negation": ("negation", "النفي"),
    "tense": ("tense", "الزمن"),
    "date": ("date", "التاريخ"),
    "reference": ("whom it refers to", "مرجع الكلام"),
}


def _differences(making: Making) -> None:
    """A note for each place where the two versions differ."""
    for one in making.reading.differences:
        fields = {"words": _difference(one), "about": [making.report], "happened": making.day}
        making.put("differences", "note", fields, one.confidence, one.spans)


def _difference(one: Difference) -> dict[str, str]:
    says = name(one.says)
    if one.sort == "missing":
        return _left_out(says)
    english, arabic = _SORTS.get(one.sort, (one.sort, one.sort))
    return {
        "en": f"The two versions differ ({english}): in Arabic “{says.get('ar', '–')}”, "
        f"in English “{says.get('en', '–')}”.",
        "ar": f"تختلف النسختان ({arabic}): في العربية «{says.get('ar', '–')}»، "
        f"وفي الإنجليزية «{says.get('en', '–')}».",
    }


def _left_out(says: Mapping[str, str]) -> dict[str, str]:
    """What one version alone has."""
    ((language, text),) = says.items()
    only = ("Arabic", "العربية") if language == "ar" else ("English", "الإنجليزية")
    return {
        "en": f"Only the {only[0]} version has: “{text}”.",
        "ar": f"في النسخة {only[1]} وحدها: «{text}».",
    }


__all__ = ["LONGEST", "REPORT", "Making", "as_held", "propose"]
