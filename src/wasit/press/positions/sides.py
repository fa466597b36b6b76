"""Which side is meant by a noun, a short name, a person or a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from wasit.language.folding import folded, without_genitive
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.positions.bodies import (
    agencies,
    all_kinds_of,
    go_between,
    in_words,
    is_go_between,
    kinds_of_name,
    ministries,
    speaks_abroad,
)
from wasit.press.positions.groups import definite
from wasit.press.positions.principals import principals
from wasit.press.positions.setting import governing, home, mediating, written
from wasit.press.positions.unlisted import unlisted
from wasit.press.positions.vocabulary import Read, own_kinds
from wasit.press.positions.words import cased, issue_set, word_set
from wasit.press.reading import Body, Person, Statement

Side = tuple[str, str | None]
"""The key of a side, and what it is called in the sentence."""


class Sides:
    """The sides of a report, found by name, by kind (*the union*) and by who speaks for them."""

    def __init__(
        self, names: Names, document: Document, read: Mapping[Language, Sequence[Read]]
    ) -> None:
        between = mediating(read, names)
        self._go_betweens = {
            body.key for body in names.bodies if is_go_between(body) or body.key in between
        }
        self._outlets = {body.key for body in names.bodies if body.kind == "outlet"}
        self._foreign = {body.key for body in names.bodies if speaks_abroad(body)}
        self._written = written(names, document)
        self._opposed = any(word in document.text for word in cased("opposed"))
        self._armed = any(
            cue.idea in issue_set("war")
            for told in read.values()
            for _, _, cues in told
            for cue in cues
        )
        self._kinds: dict[str, set[str]] = {}
        self._countries: list[str] = []
        for body in names.bodies:
            if body.key in self._go_betweens or body.kind in ("outlet", "sources"):
                continue
            if body.key in self._foreign:
                continue
            if body.kind == "country":
                self._countries.append(body.key)
                continue
            for kind in all_kinds_of(body, self._written.get(body.key, {}).get("en")):
                self._kinds.setdefault(kind, set()).add(body.key)
        self._governing = governing(read, names)
        self._own = unlisted(document, names)
        for key in self._own.names:
            for kind in kinds_of_name(key) | self._own.kinds.get(key, set()):
                self._kinds.setdefault(kind, set()).add(key)
        self._countries += sorted(self._own.states)
        self._ministries = ministries(names, self._foreign)
        self._union_of_europe = any(body.key == "European Union" for body in names.bodies)
        self._home = home(document)
        self._text = document.text
        self.principals: list[str] = []
        self._languages = 1
        self._places: dict[str, int] = {}
        self._unnamed: dict[str, str] = {}
        self._by_kind: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._people: dict[str, str] = {}
        self._of_states = agencies(names)
        self._called = {body.key: dict(body.names) for body in names.bodies}
        self._beginnings: dict[Language, frozenset[str]] = {}
        self._officers: dict[str, str] = {}
        for person in names.people:
            side = self._of_role(person)
            side = self._of_states.get(side, side) if side else None
            if side:
                # Who is of a ministry may be told to speak for the state.
                weak = side in self._ministries.values() and not self.of_labour
                for name in person.names.values():
                    (self._officers if weak else self._people)[name] = side
        self._count_unnamed(read)
        self.settle(names)

    def _count_unnamed(self, read: Mapping[Language, Sequence[Read]]) -> None:
        """Counts how often those are named that have no name but their kind: *the army*."""
        for language, told in read.items():
            for _, sentence, cues in told:
                for cue in cues:
                    if cue.sort not in ("kinds", "heads") or self._kinds.get(cue.idea):
                        continue
                    if cue.idea in word_set("unnamed"):
                        key = self.of_noun(cue, sentence.tokens, language)
                        if key is not None and key in self._unnamed.values():
                            self._by_kind[key] += 1

    def settle(self, names: Names) -> None:
        """Finds the principals again, once more is known of who speaks for whom."""
        self.principals = self._principals(names)

    def fall_back(self) -> None:
        """Lets those of whom nothing else is told speak for the ministry they are of."""
        for name, side in self._officers.items():
            self._people.setdefault(name, side)

    def may_speak(self, person: Person) -> bool:
        """Whether somebody may speak for a side: not one whose office stands between them."""
        return not any(go_between(role, language) for language, role in person.role.items())

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
                    self._places.setdefault(key, mention.start)
                    if key in self._countries and self._is_place(mention.start):
                        continue
                    counts[key] += 1
        self._counts = counts
        self._languages = max(len(names.mentions), 1)
        movements = self._kinds.get("movement", set())
        return principals(counts, self._own, movements, self._countries) or principals(
            counts + self._by_kind, self._own, movements, self._countries
        )

    def _is_place(self, start: int) -> bool:
        """Whether what is named there tells but where: *in South Africa*."""
        before = self._text[max(start - 4, 0) : start]
        return before.endswith((" in ", " في "))

    def of_kind(self, kind: str) -> str | None:
        """The one side of a kind; None where there are several."""
        if kind == "government":
            governing = self._kinds.get(kind, set())
            if len(governing) == 1:
                return next(iter(governing))
            if governing:
                return None
            ruling = [key for key in self._countries if key in self._governing]
            if len(ruling) == 1:
                return ruling[0]
            meant = [
                key
                for key in self.principals
                if key in self._countries and self._counts[key] > self._languages
            ]
            if len(self._own.governments) == 1:
                return next(iter(self._own.governments))
            if len(meant) == 1:
                return meant[0]
            if self._home in self._countries and self._counts[self._home] > self._languages:
                return self._home
            alone = self._countries[0] if len(self._countries) == 1 else None
            # Whose capital is but the place, or whose ministry the source, is no side.
            return alone if alone and self._counts[alone] > self._languages else None
        found = self._kinds.get(kind, set())
        if len(found) > 1:
            if kind != "ministry":
                return None
            # The one most named, and of two named as often the first.
            return max(found, key=lambda key: (self._counts[key], -self._places[key]))
        if not found and kind == "bloc" and self._union_of_europe:
            return "European Union"
        if not found and kind in ("command", "ministry"):
            state = self.of_kind("government")
            told = {*self.principals, self._home, *self._governing}
            return None if state in self._countries and state not in told else state
        return next(iter(found)) if len(found) == 1 else None

    def called(self, key: str) -> Mapping[Language, str]:
        """What the report calls a side; a country at odds with a movement by its government."""
        if key in self._own.names:
            return self._own.names[key]
        name = self._own.governments.get(key)
        if name and self.principals and not set(self.principals) <= set(self._countries):
            return {**self._written.get(key, {}), **self._known(key), "en": name}
        return self._written.get(key, {})

    def _known(self, key: str) -> dict[Language, str]:
        """What a country is called other than in English."""
        return {lang: name for lang, name in self._called.get(key, {}).items() if lang != "en"}

    def has_unlisted(self, language: Language) -> bool:
        """Whether any side that no list has is named in a language."""
        return bool(self._own.aliases.get(language) or (language == "en" and self._own.phrases))

    def is_unnamed(self, key: str) -> bool:
        """Whether a side is told by a common noun alone, of which the report has no name."""
        return key in self._unnamed.values()

    def army(self, who: Person | Body, tokens: Sequence[Token], behind: int) -> str | None:
        """The army of a country named right before it, where that is a side: *Sudan's army*."""
        if not isinstance(who, Body) or who.kind != "country" or behind >= len(tokens):
            return None
        if tokens[behind].norm not in word_set("forces"):
            return None
        return next(
            (key for key in self._kinds.get("command", ()) if key.startswith(who.key)), None
        )

    def pair(self, one: Token, other: Token) -> str | None:
        """The side of two Arabic words: قوات الشمال."""
        pairs = self._own.pairs
        return pairs.get((one.norm, other.norm)) or pairs.get((one.norm[1:], other.norm))

    def group(self, token: Token) -> str | None:
        """The side that an English common noun or adjective stands for: *paramilitaries*."""
        return self._own.groups.get(without_genitive(token.norm))

    def beginnings(self, language: Language) -> frozenset[str]:
        """The words that the names of those sides begin with, without the ending of an owner."""
        known = self._beginnings.get(language)
        if known is None:
            words = {*self._own.aliases.get(language, ())}
            words |= set(self._own.phrases) if language == "en" else set()
            known = frozenset({*words, *map(without_genitive, words)})
            self._beginnings[language] = known
        return known

    def short(self, token: Token, language: Language) -> str | None:
        """The side of an acronym or the first word of a long name: ACA, Northlink."""
        known = self._own.aliases.get(language)
        if not known:
            return None
        return known.get(token.text) or known.get(without_genitive(token.text))

    def titled(self, tokens: Sequence[Token], n: int) -> tuple[int, str] | None:
        """The side whose English name begins at token ``n``, and the token behind it."""
        for words, key in self._own.phrases.get(tokens[n].text, ()):
            *begin, last = (token.text for token in tokens[n : n + len(words)])
            if without_genitive(last) == words[-1] and begin == list(words[:-1]):
                return n + len(words), key
        return None

    @property
    def _stateless(self) -> bool:
        """Whether no country is named but as the place or the source."""
        return all(self._counts[key] <= self._languages for key in self._countries)

    @property
    def _is_opposed(self) -> bool:
        """Whether the report tells of one who faces a government: an opposition, a union."""
        return self._opposed or self.of_labour or bool(self._own.names)

    @property
    def of_labour(self) -> bool:
        """Whether one side is a union."""
        return bool(self._kinds.get("union")) or "union" in self._unnamed

    @property
    def home(self) -> str | None:
        """The country whose capital the report is sent from."""
        return self._home

    def is_state(self, key: str) -> bool:
        """Whether a side is a country."""
        return key in self._countries

    @property
    def fight(self) -> bool:
        """Whether one side bears arms: what it is offered is a share in governing."""
        return self._armed and bool(self._kinds.get("movement"))

    def is_bystander(self, key: str) -> bool:
        """Whether a body is named but in passing, in a report of two others."""
        if len(self.principals) < 2 or key in self.principals or key in self._people.values():
            return False
        counts = self._counts
        return counts[key] <= self._languages and counts[self.principals[1]] >= 4

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
            if who.key in self._foreign:
                return None
            if who.key in ("Belgium", "European Commission") and self._union_of_europe:
                return "European Union", None  # Brussels
            state = self._of_states.get(who.key)
            return (state, None) if state else (who.key, who.names.get(language))
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
            None if statement.side in self._foreign else statement.side,
        )
        side = self._of_states.get(side, side) if side else None
        if side is None:
            for language, name in statement.speaker.items():
                side = side or self._named_in(name, language)
                for cue in in_words(name, language):
                    if cue.sort == "go_betweens":
                        return None
                    if cue.sort in ("kinds", "heads") and side is None:
                        side = self.of_kind(cue.idea) or self._unnamed.get(cue.idea)
        return None if side in self._go_betweens or side in self._outlets else side

    def _named_in(self, speaker: str, language: Language) -> str | None:
        """The side of no list that somebody unnamed is of: *a source in the Balance party*."""
        known = self._own.aliases.get(language, {})
        words = re.findall(r"[^\W\d_]+", speaker)
        groups = self._own.groups if language == "en" else {}
        found = (known.get(word) or groups.get(word) for word in words)
        return next((key for key in found if key is not None), None)

    def of_minister(self, words: Sequence[str]) -> str | None:
        """The ministry of whom a role tells: *the health minister's aide*, وزير الصحة."""
        for n, word in enumerate(words):
            if word in word_set("minister"):
                beside = words[max(n - 1, 0) : n + 2]
                named = [self._ministries[one] for one in beside if one in self._ministries]
                if named:
                    return named[0]
        return None

    def of_noun(self, cue: Cue, tokens: Sequence[Token], language: Language) -> str | None:
        """The side meant by a definite noun: *the company*, الشركة."""
        head = tokens[cue.first]
        if language == "en":
            before = tokens[cue.first - 1].norm if cue.first else ""
            bare = head.norm in ("management", "rebels", "creditors", "bondholders", "unions")
            bare = bare or head.norm in ("employers", "strikers", "insurgents")
            several = (
                cue.idea in word_set("unnamed") and head.norm.endswith("s") and not before.isalpha()
            )
            owner = tokens[cue.first - 2].norm if cue.first > 1 else ""
            owned = before in ("'", "’") and owner not in own_kinds()  # the hauliers' federation
            named = before in ("the", "both") or owned
            if not named and not (bare or several or _one_of(tokens, cue)):
                return None
        elif not any("ال" in token.norm[:4] for token in tokens[cue.first : cue.behind]):
            return None
        found = self.of_kind(cue.idea) or self._called_so(cue, tokens, language)
        if found is None and cue.idea == "government" and self._is_opposed and self._stateless:
            return "government"
        if found is None and cue.idea in word_set("unnamed") and not self._kinds.get(cue.idea):
            if language == "ar":
                return self._unnamed.get(cue.idea) or definite(tokens[cue.first].text)
            return self._unnamed.setdefault(cue.idea, without_genitive(head.norm))
        return found

    def _called_so(self, cue: Cue, tokens: Sequence[Token], language: Language) -> str | None:
        """Of several of a kind the one that has the very noun in its name: *the Group*."""
        noun = tokens[cue.first].norm.removeprefix("و").removeprefix("ال")
        named = [
            key
            for key in self._kinds.get(cue.idea, ())
            if noun in [word.removeprefix("ال") for word in folded(self._name(key)).split()]
        ]
        return named[0] if len(named) == 1 else None

    def _name(self, key: str) -> str:
        """All that a side is called."""
        called = (*self._own.names.get(key, {}).values(), *self._written.get(key, {}).values())
        return " ".join((key, *called))

    def _of_role(self, person: Person) -> str | None:
        if not self.may_speak(person):
            return None
        for role in person.role.values():
            for word in re.findall(r"[^\W\d_]+", role):
                for known in self._own.aliases.values():
                    if word in known:
                        return known[word]
        if person.side and person.side not in self._foreign:
            return None if person.side in self._go_betweens else person.side
        roles = [set(role.lower().split()) for role in person.role.values()]
        if any(words & word_set("ministers") and "general" not in words for words in roles):
            return self._home or self.of_kind("government")
        for language, role in person.role.items():
            for cue in in_words(role, language):
                side = self.of_kind(cue.idea) if cue.sort in ("kinds", "heads") else None
                if side:
                    return side
        return None


def _one_of(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a word tells which of a kind it is: the *eastern* faction."""
    before = [token.norm for token in tokens[max(cue.first - 2, 0) : cue.first]]
    return before[:1] == ["the"] and before[-1] in word_set("which_one")
