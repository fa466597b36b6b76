"""Taking proposals: by group or singly; accept, edit, skip. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Protocol

from wasit.cli.caseform import case_form, from_case_form
from wasit.cli.how import Stopped
from wasit.cli.summary import words_lines
from wasit.cli.terminal import describe_entry
from wasit.entries import Mistake
from wasit.entries.errors import visible
from wasit.locale import translations
from wasit.press.propose import Group, Proposals, Proposed
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


class Dialogue(Protocol):
    """Whoever is asked."""

    def show(self, text: str) -> None:
        """Show a line."""

    def ask(self, question: str) -> str:
        """The answer to a question, as typed."""
        ...

    def edit(self, text: str) -> str:
        """``text`` as it comes back from an editor."""
        ...


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
        found[ref] = visible(describe_entry(whole, entry, language).translate(_ISOLATES))
    return found


_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
"""Taken out before a sentence is made visible; the line is one direction's anyway."""


def listing(
    proposals: Proposals, text: str, said: Mapping[str, str], language: str
) -> Iterator[str]:
    """The proposals by group: how sure, the sentence, the words it rests on."""
    for group, items in proposals.groups():
        yield f"{group_name(group, language)} ({len(items)})"
        for item in items:
            yield from item_lines(item, text, said)


def group_name(group: Group, language: str) -> str:
    """What a group is called."""
    return translations(language).gettext(GROUP_NAMES[group])


def item_lines(item: Proposed, text: str, said: Mapping[str, str]) -> Iterator[str]:
    """One proposal: its sentence, then its words, one language a line."""
    yield f"  {item.confidence:.2f}  {said.get(item.ref) or item.kind}"
    if item.group != "people":
        yield from words_lines(item.spans, text, "        ")


def take(
    proposals: Proposals, text: str, said: Mapping[str, str], dialogue: Dialogue, language: str
) -> list[Proposed]:
    """What is accepted, as it was mended. Raises :class:`Stopped`."""
    gettext = translations(language).gettext
    taken: list[Proposed] = []
    for group, items in proposals.groups():
        dialogue.show(f"{group_name(group, language)} ({len(items)})")
        for item in items:
            for line in item_lines(item, text, said):
                dialogue.show(line)
        question = gettext("Take all [a], one by one [o], none [n], stop [q]?")
        match _answer(dialogue, question, "aonq"):
            case "a":
                taken += items
            case "o":
                taken += _singly(items, text, said, dialogue, language)
    return taken


def _singly(
    items: Sequence[Proposed],
    text: str,
    said: Mapping[str, str],
    dialogue: Dialogue,
    language: str,
) -> Iterator[Proposed]:
    gettext = translations(language).gettext
    question = gettext("Accept [a], edit [e], skip [s], stop [q]?")
    for item in items:
        for line in item_lines(item, text, said):
            dialogue.show(line)
        match _answer(dialogue, question, "aesq"):
            case "a":
                yield item
            case "e":
                mended = _edited(item, dialogue, question)
                yield from [mended] if mended else []


def _edited(item: Proposed, dialogue: Dialogue, question: str) -> Proposed | None:
    """The proposal as it comes back from the editor, as often as it takes; None: skipped."""
    form = case_form(item.fields)
    while True:
        try:
            form = dialogue.edit(form)
            return item.mended(from_case_form(form))
        except Mistake as mistake:
            dialogue.show(str(mistake))
        if _answer(dialogue, question, "es") == "s":
            return None


def _answer(dialogue: Dialogue, question: str, letters: str) -> str:
    while True:
        given = dialogue.ask(question).strip().lower()[:1]
        if given == "q":
            raise Stopped
        if given and given in letters:
            return given
