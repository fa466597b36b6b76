"""Which side is meant by a noun, a short name, a person or a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue, cues
from wasit.press.document import Document, SourceText, document_of
from wasit.press.names import Names
from wasit.press.positions.beside import side_of_people
from wasit.press.positions.setting import home, mediating, written
from wasit.press.positions.unlisted import unlisted
from wasit.press.positions.vocabulary import Read
from wasit.press.reading import Body, Person, Statement

_UNNAMED = {
    "union": "union",
    "company": "company",
    "creditors": "creditors",
    "opposition": "opposition",
    "workers": "workers",
    "farmers": "farmers",
    "tribe": "tribe",
    "students": "students",
    "residents": "residents",
}
"""Kinds of sides that stand for themselves where the report names none -> what they are called."""
Side = tuple[str, str | None]
"""The key of a side, and what it is called in the sentence."""


class Sides:
    """The sides of a report, found by name, by kind (*the union*) and by who speaks for them."""

    def __init__(
        self, names: Names, document: Document, read: Mapping[Language, Sequence[Read]]
    ) -> None:
        between = mediating(read)
        self._go_betweens = {
            body.key for body in names.bodies if is_go_between(body) or body.key in between
        }
        self._written = written(names, document)
        self._opposed = any(word in document.text for word in _OPPOSED)
        self._kinds: dict[str, set[str]] = {}
        self._countries: list[str] = []
        for body in names.bodies:
            if body.key in self._go_betweens or body.kind in ("outlet", "sources"):
                continue
            if body.kind == "country":
                self._countries.append(body.key)
                continue
            kinds = set(_kinds(body))
            as_written = self._written.get(body.key, {}).get("en")
            if as_written:
                kinds |= {cue.idea for cue in _in_words(as_written, "en") if cue.sort == "kinds"}
            if body.kind == "movement":
                kinds.add("movement")
            for kind in kinds:
                self._kinds.setdefault(kind, set()).add(body.key)
        self._own = unlisted(document, names)
        for key in self._own.names:
            kinds = {cue.idea for cue in _in_words(key, "en") if cue.sort in ("kinds", "heads")}
            for kind in kinds:
                self._kinds.setdefault(kind, set()).add(key)
        self._countries += sorted(self._own.states)
        self._union_of_europe = any(body.key == "European Union" for body in names.bodies)
        self._home = home(document)
        self._beside = side_of_people(document, names, self._aliases(names))
        self.principals: list[str] = []
        self._counts: Counter[str] = Counter()
        self._people: dict[str, str] = {}
        for person in names.people:
            side = self._of_role(person)
            if side:
                for name in person.names.values():
                    self._people[name] = side
        self.principals = self._principals(names)

    def _principals(self, names: Names) -> list[str]:
        """The two sides the report names most, where no third comes near; else none."""
        counts: Counter[str] = Counter(self._own.counts)
        for language in names.mentions:
            for mention in names.mentions[language]:
                who = mention.of
                key = self.of_person(who) if isinstance(who, Person) else who.key
                if key and key not in self._go_betweens:
                    if isinstance(who, Body) and who.kind in ("outlet", "sources"):
                        continue
                    counts[key] += 1
        self._counts = counts
        self._languages = max(len(names.mentions), 1)
        if len(self._own.of_cities) == 2:
            return list(self._own.of_cities)
        movements = self._kinds.get("movement", set())
        fighting = {key for key in self._kinds.get("movement", ()) if counts[key] > 1}
        if len(fighting) > 1 or len(movements) == 2:
            for key in self._countries:
                del counts[key]  # the land they fight in
        ranked = counts.most_common(3)
        if len(self._own.governments) == len(movements) == 1:
            return [*self._own.governments, *movements]
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return []
        return [key for key, _ in ranked[:2]]

    def of_kind(self, kind: str) -> str | None:
        """The one side of a kind; None where there are several."""
        if kind == "government":
            governing = self._kinds.get(kind, set())
            if len(governing) == 1:
                return next(iter(governing))
            if governing:
                return None
            meant = [key for key in self.principals if key in self._countries]
            if len(self._own.governments) == 1:
                return next(iter(self._own.governments))
            if len(meant) == 1:
                return meant[0]
            return self._countries[0] if len(self._countries) == 1 else None
        found = self._kinds.get(kind, set())
        if len(found) > 1:
            (first, most), (_, next_most) = Counter(
                {key: self._counts[key] for key in found}
            ).most_common(2)
            return first if kind == "ministry" and most > next_most else None
        if not found and kind == "bloc" and self._union_of_europe:
            return "European Union"
        if not found and kind in ("command", "ministry"):
            return self.of_kind("government")
        return next(iter(found)) if len(found) == 1 else None

    def _aliases(self, names: Names) -> dict[str, str]:
        """Every English word or name that stands for a side, for who speaks for whom."""
        known = dict(self._own.aliases.get("en", {}))
        for body in names.bodies:
            if "en" in body.names and body.kind not in ("outlet", "sources"):
                known.setdefault(body.names["en"], body.key)
        return known

    def called(self, key: str) -> Mapping[Language, str]:
        """What the report calls a side; a country at odds with a movement by its government."""
        if key in self._own.names:
            return self._own.names[key]
        name = self._own.governments.get(key)
        if name and self.principals and not set(self.principals) <= set(self._countries):
            return {"en": name}
        return self._written.get(key, {})

    def short(self, token: Token, language: Language) -> str | None:
        """The side of an acronym or the first word of a long name: ACA, Northlink."""
        known = self._own.aliases.get(language)
        if not known:
            return None
        word = token.text
        return known.get(word) or known.get(word.removesuffix("'s").removesuffix("’s"))

    @property
    def fight(self) -> bool:
        """Whether one side bears arms: what it is offered is a share in governing."""
        return bool(self._kinds.get("movement"))

    def is_bystander(self, key: str) -> bool:
        """Whether a body is named but in passing, in a report of two others."""
        if len(self.principals) < 2 or key in self.principals or key in self._people.values():
            return False
        counts = self._counts
        return counts[key] <= 2 * self._languages and counts[self.principals[1]] >= 4

    def assign(self, person: Person, side: str) -> None:
        """Notes for whom somebody speaks of whom nothing else tells it."""
        for name in person.names.values():
            self._people.setdefault(name, side)

    def takes_part(self, key: str) -> bool:
        """Whether somebody may hold a position of its own: not one who stands between."""
        return key not in self._go_betweens

    def of(self, who: Person | Body, language: Language) -> Side | None:
        """The side of somebody named."""
        if isinstance(who, Body):
            if who.kind in ("outlet", "sources") or who.key in self._go_betweens:
                return None
            if who.key == "Belgium" and self._union_of_europe:
                return "European Union", None  # Brussels
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
        side = next(
            (self._people[name] for name in statement.speaker.values() if name in self._people),
            statement.side,
        )
        if side is None:
            for language, name in statement.speaker.items():
                for cue in _in_words(name, language):
                    if cue.sort == "go_betweens":
                        return None
                    if cue.sort in ("kinds", "heads") and side is None:
                        side = self.of_kind(cue.idea)
        return None if side in self._go_betweens else side

    def of_noun(self, cue: Cue, tokens: Sequence[Token], language: Language) -> str | None:
        """The side meant by a definite noun: *the company*, الشركة."""
        head = tokens[cue.first]
        if language == "en":
            before = tokens[cue.first - 1].norm if cue.first else ""
            bare = head.norm in ("management", "rebels", "creditors", "bondholders", "unions")
            bare = bare or head.norm in ("employers", "strikers", "insurgents")
            if before not in ("the", "both") and not bare:
                return None
        elif not any("ال" in token.norm[:4] for token in tokens[cue.first : cue.behind]):
            return None
        found = self.of_kind(cue.idea)
        if found is None and cue.idea == "government" and self._opposed and not self._countries:
            return "government"
        if found is None and cue.idea in _UNNAMED and not self._kinds.get(cue.idea):
            if language == "ar":
                return _UNNAMED[cue.idea]
            return head.text
        return found

    def _of_role(self, person: Person) -> str | None:
        if any(_go_between(role, language) for language, role in person.role.items()):
            return None
        beside = self._beside.get(id(person))
        if beside is not None:
            return None if beside in self._go_betweens else beside
        for role in person.role.values():
            for word in re.findall(r"[^\W\d_]+", role):
                for known in self._own.aliases.values():
                    if word in known:
                        return known[word]
        if person.side:
            return None if person.side in self._go_betweens else person.side
        if any(set(role.lower().split()) & _MINISTERS for role in person.role.values()):
            return self._home or self.of_kind("government")
        for language, role in person.role.items():
            for cue in _in_words(role, language):
                side = self.of_kind(cue.idea) if cue.sort in ("kinds", "heads") else None
                if side:
                    return side
        return None


_OPPOSED = ("opposition", "rebel", "union", "المعارضة", "متمرد", "نقابة")
"""Words of those who face a government that the report does not name otherwise."""


def is_go_between(body: Body) -> bool:
    """Whether a body stands between the sides: the United Nations, a mediator."""
    return any(_go_between(name, language) for language, name in body.names.items())


_MINISTERS = frozenset(("minister", "secretary"))


def _kinds(body: Body) -> Iterator[str]:
    for language, name in body.names.items():
        for cue in _in_words(name, language):
            if cue.sort in ("kinds", "heads"):
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
