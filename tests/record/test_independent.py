"""How many independent outlets stand behind a claim."""

from __future__ import annotations

from typing import Any

from tests.record.table import more, record
from wasit.record import Record
from wasit.record.unknowns import independent


def report(label: str, outlet: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "report", "label": label, "outlet": {"en": outlet}, **fields}


def counted(*reports: dict[str, Any]) -> int:
    """How many stand behind one statement that rests on all of them."""
    known = record(*reports)
    statement = {
        "kind": "statement",
        "happened": "2026-03-02",
        "words": {"en": "It took five hours."},
        "source": [one["label"] for one in reports],
    }
    return behind(more(known, statement))


def behind(known: Record) -> int:
    return independent(known, known.of_kind("statement"))


AGENCY = report("agency", "Agency")
OTHER = report("other", "Other agency")


def retelling(label: str, *relays: str) -> dict[str, Any]:
    return report(label, label.title(), relays=[{"en": name} for name in relays])


def test_two_agencies_are_two() -> None:
    assert counted(AGENCY, OTHER) == 2


def test_two_reports_of_one_outlet_are_one() -> None:
    assert counted(AGENCY, report("again", "Agency")) == 1


def test_retellings_of_one_agency_are_one() -> None:
    assert counted(*(retelling(label, "Agency") for label in ("gazette", "echo", "courier"))) == 1


def test_an_agency_and_its_retelling_are_one_in_either_order() -> None:
    assert counted(AGENCY, retelling("gazette", "Agency")) == 1
    assert counted(retelling("gazette", "Agency"), AGENCY) == 1


def test_retellings_of_two_agencies_are_two() -> None:
    assert counted(retelling("gazette", "Agency"), retelling("echo", "Other agency")) == 2


def test_a_retelling_of_two_agencies_joins_them() -> None:
    both = retelling("gazette", "Agency", "Other agency")
    assert counted(both) == 1
    assert counted(AGENCY, OTHER, both) == 1


def test_a_copy_counts_as_the_text_it_carries_through_other_copies() -> None:
    copy = report("copy", "Mirror", copy_of="agency")
    assert counted(AGENCY, copy) == 1
    assert counted(AGENCY, copy, report("second", "Second mirror", copy_of="copy")) == 1
    assert counted(OTHER, AGENCY, copy) == 2


def test_a_copy_of_a_retelling_counts_as_the_agency() -> None:
    told = retelling("gazette", "Agency")
    assert counted(AGENCY, told, report("copy", "Mirror", copy_of="gazette")) == 1


def test_a_document_is_a_source_of_its_own() -> None:
    minutes = {"kind": "document", "label": "minutes", "title": {"en": "Minutes"},
               "happened": "2026-03-02"}  # fmt: skip
    assert counted(AGENCY, minutes) == 2


def test_without_a_source_there_is_none() -> None:
    assert counted() == 0


def test_statements_are_counted_together() -> None:
    known = record(AGENCY, retelling("gazette", "Agency"), OTHER)
    for source in ("agency", "gazette", "other"):
        words = {"en": f"As {source} has it."}
        known = more(
            known,
            {"kind": "statement", "happened": "2026-03-02", "words": words, "source": [source]},
        )
    assert behind(known) == 2
