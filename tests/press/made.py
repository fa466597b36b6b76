"""Readings made by hand, for tests of what is done with a reading whoever made it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wasit.language.spans import Language, Span
from wasit.press.document import SourceText, document_of
from wasit.press.reading import (
    Alignment,
    Body,
    Dated,
    Difference,
    Figure,
    Interval,
    Meeting,
    Person,
    Position,
    Reading,
    Statement,
    Text,
)

REPORTS = Path(__file__).parent / "reports"


def report(name: str) -> str:
    """The text of one of the reports beside this file."""
    return (REPORTS / f"{name}.txt").read_text(encoding="utf-8")


class Words:
    """Finds the spans of words in a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def en(self, words: str) -> Span:
        return self._at("en", words)

    def ar(self, words: str) -> Span:
        return self._at("ar", words)

    def both(self, en: str, ar: str) -> tuple[Span, ...]:
        return self.en(en), self.ar(ar)

    def _at(self, language: Language, words: str) -> Span:
        # The Arabic part comes last; what stands in both is meant where its language is.
        start = self.text.index(words) if language == "en" else self.text.rindex(words)
        return Span(language, start, start + len(words))


def day(text: str) -> Interval:
    """A single day, resolved against the report's."""
    return Interval(date.fromisoformat(text), date.fromisoformat(text), text, "resolved")


def ferry(text: str | None = None, *, known: dict[str, str] | None = None) -> Reading:
    """The reading of ``ferry.txt`` that a careful person would make."""
    text = report("ferry") if text is None else text
    document = document_of(SourceText(text, name="ferry.txt"))
    at = Words(text)
    known = known or {}
    return Reading(
        document,
        Alignment(paragraphs=tuple((n, n) for n in range(5))),
        people=_people(at, known),
        bodies=_bodies(at, known),
        meetings=_meetings(at),
        texts=_texts(at),
        statements=_statements(at),
        positions=_positions(at),
        figures=(Figure(at.both("35%", "35%"), 0.9, "35", "%", "traffic"),),
        dates=(Dated(at.both("on Tuesday", "الثلاثاء"), 0.9, day("2026-03-10")),),
        differences=(
            Difference(
                at.both("four hours", "لأربع ساعات"),
                0.6,
                "number",
                {"en": "four hours", "ar": "لأربع ساعات"},
            ),
        ),
    )


def _people(at: Words, known: dict[str, str]) -> tuple[Person, ...]:
    return (
        Person(
            at.both("Ingrid Solberg", "إنغريد سولبرغ"),
            0.95,
            {"en": "Ingrid Solberg", "ar": "إنغريد سولبرغ"},
            also=("Solberg", "سولبرغ"),
            role={"en": "foreign minister", "ar": "وزيرة خارجية"},
            side="Norland",
            known=known.get("Solberg"),
        ),
        Person(
            at.both("Karim Haddad", "كريم حداد"),
            0.9,
            {"en": "Karim Haddad", "ar": "كريم حداد"},
            side="Sudmark",
            known=known.get("Haddad"),
        ),
    )


def _bodies(at: Words, known: dict[str, str]) -> tuple[Body, ...]:
    return (
        Body(
            at.both("Norland", "نورلاند"),
            0.9,
            "Norland",
            "country",
            {"en": "Norland", "ar": "نورلاند"},
            known.get("Norland"),
        ),
        Body(
            at.both("Sudmark", "سودمارك"),
            0.9,
            "Sudmark",
            "country",
            {"en": "Sudmark", "ar": "سودمارك"},
            known.get("Sudmark"),
        ),
        Body((at.en("Harbour Post"),), 0.7, "Harbour Post", "outlet", {"en": "Harbour Post"}),
    )


def _meetings(at: Words) -> tuple[Meeting, ...]:
    return (
        Meeting(
            at.both("met in Valletta on Tuesday", "في فاليتا، الثلاثاء"),
            0.9,
            {"en": "Valletta", "ar": "فاليتا"},
            day("2026-03-10"),
            "held",
            ("Ingrid Solberg", "Karim Haddad"),
            "PT4H",
        ),
        Meeting(
            at.both("The next round will be held in Tunis", "وتُعقد الجولة المقبلة في تونس"),
            0.7,
            {"en": "Tunis", "ar": "تونس"},
            day("2026-03-20"),
            "conditional",
            ("Norland", "Sudmark"),
            hangs_on=at.both("if both capitals agree", "إذا وافقت العاصمتان"),
        ),
    )


def _texts(at: Words) -> tuple[Text, ...]:
    return (
        Text(
            at.both("cut from 21 points to 14", "من 21 بندًا إلى 14"),
            0.9,
            {"en": "draft ferry agreement", "ar": "مسودة اتفاق العبّارات"},
            points_before=21,
            points_after=14,
            unit="points",
            event="reduced",
        ),
        Text(
            at.both("two maps", "خريطتين"),
            0.75,
            {"en": "maps", "ar": "خريطتين"},
            count=2,
            event="received",
            giver="Norland",
            receivers=("Sudmark",),
        ),
    )


def _statements(at: Words) -> tuple[Statement, ...]:
    quoted = at.both(
        "the draft of 14 points is a fair basis", "المسودة المؤلفة من 14 بندًا أساس منصف"
    )
    refused = at.both(
        "Sudmark rejects any transfer of the northern pier", "سودمارك ترفض أي نقل للرصيف الشمالي"
    )
    return (
        Statement(
            quoted,
            0.9,
            {"en": "Ingrid Solberg", "ar": "إنغريد سولبرغ"},
            {span.language: span for span in quoted},
            "accept_partly",
            True,
            side="Norland",
        ),
        Statement(
            refused,
            0.85,
            {"en": "Karim Haddad", "ar": "كريم حداد"},
            {span.language: span for span in refused},
            "reject",
            False,
            to={"en": "Harbour Post", "ar": "هاربور بوست"},
            side="Sudmark",
        ),
    )


def _positions(at: Words) -> tuple[Position, ...]:
    return (
        Position(
            at.both("accepts the inspection of ships", "تقبل تفتيش السفن"),
            0.7,
            "Norland",
            "other:inspection of ships",
            "accepts",
            {"en": "Norland", "ar": "نورلاند"},
        ),
        Position(
            at.both("rejects any transfer of the northern pier", "ترفض أي نقل للرصيف الشمالي"),
            0.65,
            "Sudmark",
            "territory",
            "rejects",
            {"en": "Sudmark", "ar": "سودمارك"},
        ),
    )
