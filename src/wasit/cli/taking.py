"""Taking proposals: by group or singly; accept, edit, skip. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from wasit.cli.caseform import case_form, from_case_form
from wasit.cli.how import Stopped
from wasit.cli.summary import words_lines
from wasit.entries import Mistake
from wasit.locale import translations
from wasit.papers.proposed import GROUP_NAMES, group_name, sentences
from wasit.press.propose import Proposals, Proposed

__all__ = ["GROUP_NAMES", "Dialogue", "group_name", "item_lines", "listing", "sentences", "take"]


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


def listing(
    proposals: Proposals, text: str, said: Mapping[str, str], language: str
) -> Iterator[str]:
    """The proposals by group: how sure, the sentence, the words it rests on."""
    for group, items in proposals.groups():
        yield f"{group_name(group, language)} ({len(items)})"
        for item in items:
            yield from item_lines(item, text, said)


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
