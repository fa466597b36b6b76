"""Which side is meant by a noun, a person or a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue, cues
from wasit.press.document import SourceText, document_of
from wasit.press.names import Names
from wasit.press.reading import Body, Person, Statement

_UNNAMED = frozenset(("union", "company", "creditors"))
"""Kinds of sides that stand for themselves where the report names none: *the bondholders*."""
Side = tuple[str, str | None]
"""The key of a side, and what it is called in the sentence."""


class Sides:
    """The sides of a report, found by name, by kind (*the union*) and by who speaks for them."""

    def __init__(self, names: Names) -> None:
        self._go_betweens = {body.key for body in names.bodies if is_go_between(body)}
        self._kinds: dict[str, set[str]] = {}
        for body in names.bodies:
            if body.kind in ("movement", "organisation"):
                kinds = set(_kinds(body))
                if body.kind == "movement":
                    kinds.add("movement")
                for kind in kinds:
                    self._kinds.setdefault(kind, set()).add(body.key)
        self._people: dict[str, str] = {}
        for person in names.people:
            side = self._of_role(person)
            if side:
                for name in person.names.values():
                    self._people[name] = side

    def of_kind(self, kind: str) -> str | None:
        """The one side of a kind; None where there are several."""
        found = self._kinds.get(kind, set())
        return next(iter(found)) if len(found) == 1 else None

    def of(self, who: Person | Body, language: Language) -> Side | None:
        """The side of somebody named."""
        if isinstance(who, Body):
            if who.kind in ("outlet", "sources") or who.key in self._go_betweens:
                return None
            return who.key, who.names.get(language)
        side = self.of_person(who)
        return (side, None) if side else None

    def of_person(self, person: Person) -> str | None:
        """The side a person speaks for."""
        for name in person.names.values():
            if name in self._people:
                return self._people[name]
        return None

    def of_statement(self, statement: Statement) -> str | None:
        """The side a statement is made for."""
        side = statement.side or next(
            (self._people[name] for name in statement.speaker.values() if name in self._people),
            None,
        )
        return None if side in self._go_betweens else side

    def of_noun(self, cue: Cue, tokens: Sequence[Token], language: Language) -> str | None:
        """The side meant by a definite noun: *the company*, الشركة."""
        if language == "en":
            before = tokens[cue.first - 1].norm if cue.first else ""
            if before not in ("the", "its", "his", "her", "their") and tokens[
                cue.first
            ].norm not in (
                "management",
                "rebels",
            ):
                return None
        elif "ال" not in tokens[cue.first].norm[:4]:
            return None
        if cue.idea in _UNNAMED and not self._kinds.get(cue.idea):
            return tokens[cue.first].text.removeprefix("و")
        return self.of_kind(cue.idea)

    def _of_role(self, person: Person) -> str | None:
        if any(_go_between(role, language) for language, role in person.role.items()):
            return None
        if person.side:
            return None if person.side in self._go_betweens else person.side
        for language, role in person.role.items():
            for cue in _in_words(role, language):
                side = self.of_kind(cue.idea) if cue.sort == "kinds" else None
                if side:
                    return side
        return None


def is_go_between(body: Body) -> bool:
    """Whether a body stands between the sides: the United Nations, a mediator."""
    return any(_go_between(name, language) for language, name in body.names.items())


def _kinds(body: Body) -> Iterator[str]:
    for language, name in body.names.items():
        for cue in _in_words(name, language):
            if cue.sort == "kinds":
                yield cue.idea


def _go_between(text: str, language: Language) -> bool:
    return any(cue.sort == "go_betweens" for cue in _in_words(text, language))


@lru_cache(maxsize=4096)
def _in_words(text: str, language: Language) -> tuple[Cue, ...]:
    """The cues in a few words; remembered, since names come again and again."""
    document = document_of(SourceText(text))
    return tuple(
        cue
        for parts in document.parts.values()
        for paragraph in parts
        for cue in cues(language, "positions").of(paragraph.tokens)
    )
