"""What an answer rests on, as somebody names it in passing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from wasit.entries import Mistake, Place, Proposal, proposal_of
from wasit.record import Record


def source_named(
    record: Record, source: str | None, answer: dict[str, Any]
) -> tuple[list[Proposal], str | None]:
    """The report an answer rests on; an address not yet on record becomes a report of its own."""
    if source is None or not source.startswith(("http://", "https://")):
        return [], source
    try:
        host = urlsplit(source).hostname
    except ValueError:
        host = None
    if host is None:
        raise Mistake("--source: {url} is not a web address that can be read", url=source)
    for entry in record.of_kind("report"):
        if getattr(entry.body, "url", None) == source:
            return [], entry.id
    fields = {
        "kind": "report",
        "ref": "source",
        "outlet": {"en": host},
        "url": source,
        "happened": answer["happened"],
        **({"audience": answer["audience"]} if "audience" in answer else {}),
    }
    return [proposal_of(fields, Place(path="--source"))], "source"
