"""What a report suggests for the record, in sentences, group by group."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from wasit.brief import Language, describe
from wasit.entries import Entry
from wasit.entries.errors import visible
from wasit.locale import translations
from wasit.press.propose import Group, Proposals
from wasit.record import Acting, Record, decide

N_ = str
"""Marks a message for the catalogue."""

GROUP_NAMES: Mapping[Group, str] = {
    "report": N_("the report"),
    "seats": N_("seats"),
    "people": N_("people"),
    "meetings": N_("meetings"),
    "texts": N_("drafts and documents"),
    "issues": N_("issues"),
    "statements": N_("statements"),
    "responses": N_("responses"),
    "conditions": N_("conditions"),
    "messages": N_("messages"),
    "contradictions": N_("contradictions between reports"),
    "differences": N_("differences between the versions"),
}


def sentences(
    proposals: Proposals, record: Record, acting: Acting, language: str
) -> dict[str, str]:
    """What each proposal would put on record, in one sentence, by its ref."""
    batch = proposals.batch(proposals.items)
    numbers = count()
    # Ids are drawn in the order of the batch: these lead from the entries back to the refs.
    numbered = Acting(acting.seat, acting.talks, acting.now, lambda: f"{next(numbers):032x}")
    entries = decide(record, numbered, batch)
    whole = record.add(*entries)
    found = {}
    for entry in entries:
        ref = batch[int(entry.id, 16)].envelope.ref or ""
        found[ref] = visible(_told(whole, entry, language).translate(_ISOLATES))
    return found


_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
"""Taken out before a sentence is made visible; the line is one direction's anyway."""


def group_name(group: Group, language: str) -> str:
    """What a group is called."""
    return translations(language).gettext(GROUP_NAMES[group])


def _told(record: Record, entry: Entry, language: str) -> str:
    return Language(language, longest=160).text(describe(record, entry))
