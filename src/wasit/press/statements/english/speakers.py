"""The words for a speaker: before the verb, behind it, a name, an office, a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.press.reading import Body, Person
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.vocabulary import (
    ADJECTIVE,
    ARTICLES,
    BREAKS,
    FINITE,
    LONGEST_NAME,
    NOBODY,
    OPENINGS,
    OWNERS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    TIMES,
    TOGETHER,
    adverb,
    speaking,
)
from wasit.press.statements.memory import Memory
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import Clause, Piece

FIRST = 80
"""Pieces of a sentence looked through for who it is about."""
_OF = frozenset(("of", "from", "at", "with", "for"))
"""Behind a name, before the house somebody is of."""


_JOINING = frozenset(("but", "though", "although", "yet", "while"))
_LONGEST_ASIDE = 30
"""Pieces a clause with "who" between a name and its verb may have."""
_INFORMED = frozenset(("briefed", "informed"))
"""Behind people, sources, officials: what they know of."""
_PEOPLE = ("s", "people", "person", "official", "source", "diplomat")


@dataclass(slots=True)
class Speakers:
    """Finds the words for a speaker in one sentence."""

    clause: Clause
    memory: Memory
    points: list[Point] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        """The sentence."""
        return self.clause.pieces

    def subject_before(self, verb: int) -> tuple[int, Speaker] | None:
        """The first piece of the words for the speaker before a verb, and the speaker."""
        pieces = self.pieces
        n = verb - 1
        while n >= 0 and pieces[n].kind == "word" and adverb(pieces[n]):
            n -= 1
        if n < 0:
            return None
        if pieces[n].norm == "who" and n > 1 and pieces[n - 1].text == ",":
            # Chaired by Ada Rossi, who told them
            mention = pieces[n - 2].mention
            if mention is not None and isinstance(mention.of, Person):
                return n, self.memory.speaker(mention)
        if pieces[n].text == ",":
            found = self._who_before(n)
            if found is not None:
                return found
            before = self._comma_before(n)
            if before is None:
                return None
            inner = pieces[before + 1 : n]
            named = self._named_alone(inner)
            if named is not None:
                first = self.phrase(before - 1)
                return (first[0] if first else before + 1), named
            n = before - 1
        return self._behind_relative(n) or self.phrase(n)

    def _who_before(self, n: int) -> tuple[int, Speaker] | None:
        """The person before a clause with "who": Ada Rossi, who runs it, said."""
        pieces = self.pieces
        for at in range(n - 2, max(n - _LONGEST_ASIDE, 0), -1):
            if pieces[at].kind == "quote":
                return None
            if pieces[at].norm in ("who", "whose") and pieces[at - 1].text == ",":
                mention = pieces[at - 2].mention if at > 1 else None
                if mention is None or not isinstance(mention.of, Person):
                    return None
                first = at - 2
                while first > 0 and pieces[first - 1].mention is mention:
                    first -= 1
                return first, self.memory.speaker(mention)
        return None

    def _comma_before(self, n: int) -> int | None:
        for at in range(n - 1, max(n - 16, 0), -1):
            if self.pieces[at].text == ",":
                return at
            if self.pieces[at].kind == "quote":
                return None
        return None

    def _named_alone(self, inner: Sequence[Piece]) -> Speaker | None:
        people = {id(p.mention): p.mention for p in inner if p.mention is not None}
        people = {key: one for key, one in people.items() if isinstance(one.of, Person)}
        if len(people) != 1 or len(inner) > 12:
            return None
        (mention,) = people.values()
        behind = next((n for n, p in enumerate(inner) if n and p.norm in _OF), len(inner))
        inner = inner[:behind]
        if any(p.mention is None and not p.labels & {"honour", "title", "kind"} for p in inner):
            return None
        return self.memory.speaker(mention)

    def phrase(self, last: int) -> tuple[int, Speaker] | None:
        """The words for a speaker that end at piece ``last``."""
        pieces = self.pieces
        if last < 0 or pieces[last].kind != "word" or pieces[last].norm in ("and", "but"):
            return None
        if pieces[last].norm in PRONOUNS:
            speaker = self._pronoun(pieces[last].norm, last)
            return (last, speaker) if speaker else None
        first = self._phrase_start(last)
        first = self._without_opening(first, last)
        if first > last or pieces[first].norm in NOBODY:
            return None
        speaker = self.who(first, last)
        return (first, speaker) if speaker else None

    def named_before(self, at: int) -> Speaker | None:
        """The person a sentence names before a pronoun in an aside of it, the first by choice."""
        if at == 0 or not (self.pieces[at - 1].text == "," or self.pieces[at - 1].norm in _JOINING):
            return None
        found: Speaker | None = None
        for n, piece in enumerate(self.pieces[: min(at, FIRST)]):
            mention = piece.mention
            if mention is None or not isinstance(mention.of, Person):
                continue
            if n == 0 or self.pieces[n - 1].norm not in PREPOSITIONS:
                return self.memory.speaker(mention)
            found = found or self.memory.speaker(mention)
        return found

    def _pronoun(self, word: str, at: int) -> Speaker | None:
        """Who a pronoun goes back to: the speaker of this sentence, else the last one."""
        if self.points and word in ("he", "she", "they"):
            return self.points[-1].speaker
        if word in ("he", "she"):
            named = self.named_before(at)
            if named is not None:
                return named
        return self.memory.pronoun(word)

    def _phrase_start(self, last: int) -> int:
        pieces = self.pieces
        first = last
        while first > 0 and last - first < LONGEST_NAME:
            piece = pieces[first - 1]
            if piece.kind != "word" and piece.text not in ("'", "’"):
                break
            if piece.norm in BREAKS or piece.norm in FINITE:
                break
            if piece.norm in PRONOUNS:
                break
            informed = piece.norm in _INFORMED and pieces[first - 2].norm.endswith(_PEOPLE)
            if piece.verbs and not (piece.capital or informed or self.noun(first - 1)):
                break
            if piece.norm == "and" and not self._joins(first - 1):
                break
            first -= 1
        return first

    def _joins(self, n: int) -> bool:
        """Whether an "and" joins two speakers: both named, the first one begins the sentence."""
        left = self.pieces[n - 1] if n else None
        right = self.pieces[n + 1]
        if left is None or not (left.mention or left.capital):
            return False
        if not (right.mention or right.norm in OWNERS or right.capital or right.norm in ARTICLES):
            return False
        before = n - 1
        while before > 0 and self.pieces[before - 1].kind == "word":
            if self.pieces[before - 1].norm in BREAKS or self.pieces[before - 1].norm in FINITE:
                return False
            before -= 1
        return True

    def _without_opening(self, first: int, last: int) -> int:
        """Leaves out "On Tuesday", "Meanwhile", "In Geneva" before the words for a speaker."""
        pieces = self.pieces
        while first < last and pieces[first].norm in OPENINGS and not pieces[first].mention:
            first += 1
        if pieces[first].norm not in PREPOSITIONS:
            return first
        for n in range(first + 1, last + 1):
            before = pieces[n - 1].norm
            mention = pieces[n].mention
            begins = (
                pieces[n].norm in ARTICLES | OWNERS
                or self._behind_time(n)
                or self._adjective_begins(n)
                or (
                    mention is not None
                    and pieces[n - 1].mention is not mention
                    and not pieces[n - 1].labels & {"title", "kind"}
                )
            )
            if begins and before not in PREPOSITIONS and before not in ARTICLES:
                return n
        return last + 1

    def _behind_time(self, n: int) -> bool:
        """Whether a time ends before piece ``n``: "On Tuesday evening Kenyan minister X"."""
        piece, before = self.pieces[n], self.pieces[n - 1]
        time = before.norm in TIMES or before.norm[:4].isdigit() or before.labels & {"month"}
        goes_on = piece.norm in TIMES | PREPOSITIONS or piece.norm[:1].isdigit()
        return bool(time) and not goes_on and before.norm not in ("last", "this")

    def _adjective_begins(self, n: int) -> bool:
        """Whether an office begins with a country at piece ``n``: "In Geneva Kenyan minister X"."""
        before, piece = self.pieces[n - 1], self.pieces[n]
        if before.labels & {"title", "kind"} or n + 1 >= len(self.pieces):
            return False
        side = self.memory.adjective_at(piece.start, piece.end)
        return side is not None and bool(self.pieces[n + 1].labels & {"title", "kind"})

    def _behind_relative(self, last: int) -> tuple[int, Speaker] | None:
        """The speaker before a clause with "who" or "that" that ends at piece ``last``.

        It must begin its sentence or part of one: "A source who attended the talks said".
        """
        pieces = self.pieces
        for n in range(last - 1, max(last - LONGEST_NAME, 0), -1):
            piece = pieces[n]
            if piece.kind != "word":
                return None
            if piece.norm not in RELATIVE:
                continue
            if pieces[n - 1].kind != "word" or (pieces[n - 1].verbs and not self.noun(n - 1)):
                return None
            found = self.phrase(n - 1)
            if found is None or (found[0] and pieces[found[0] - 1].kind == "word"):
                return None
            return found
        return None

    def noun(self, n: int) -> bool:
        """Whether a form of a verb is a noun here: "the European states"."""
        piece, before = self.pieces[n], self.pieces[n - 1] if n else None
        if piece.labels & {"title", "group", "kind"}:
            return True
        if before is None or before.mention is not None:
            return False
        if before.norm in ARTICLES or before.norm in OWNERS:
            return True
        if piece.norm not in PLURALS:
            return False
        if before.norm in PREPOSITIONS and before.norm != "to":
            return True
        return before.norm.endswith(ADJECTIVE) or bool(
            self.memory.adjective_at(before.start, before.end)
        )

    def who(self, first: int, last: int) -> Speaker | None:
        """The speaker that the pieces ``first`` to ``last`` describe, the last one included."""
        for n in range(first + 1, last + 1):
            if self.pieces[n].norm in RELATIVE and self.pieces[n].norm != "that":
                # "an officer who asked not to be named"
                last = n - 1
                break
        pieces = self.pieces[first : last + 1]
        core = len(pieces)
        for n, piece in enumerate(pieces):
            if n and piece.norm in PREPOSITIONS and not piece.capital:
                core = n
                break
        mentions = [p.mention for p in pieces if p.mention]
        end = pieces[-1].mention
        if any(p.norm == "and" for p in pieces[:core]) and mentions:
            text = self.text(first, first + core - 1)
            if isinstance(mentions[0].of, Person):
                return self.memory.speaker(mentions[-1])
            return Speaker(None, text, TOGETHER, None)
        for piece in pieces[:core]:
            person = piece.mention is not None and isinstance(piece.mention.of, Person)
            if person and not piece.text.endswith(("'s", "’s")):
                return self.memory.speaker(piece.mention)
        holder = end is not None and isinstance(end.of, Person) and core < len(pieces)
        if holder and any(p.labels & {"title", "kind"} for p in pieces[:core]):
            return self.memory.speaker(end)
        head = pieces[core - 1]
        body = head.mention is not None and isinstance(head.mention.of, Body)
        if body and (core == len(pieces) or "group" not in head.labels):
            return self.memory.speaker(head.mention)
        if any(speaking(piece) for piece in pieces[:core]) and (
            not head.verbs or self.noun(first + core - 1)
        ):
            side = next(
                (m.of.key for m in mentions if isinstance(m.of, Body)), None
            ) or self._adjective(first, last)
            text = self.text(first, last if last - first < 9 else first + core - 1)
            definite = pieces[0].norm == "the"
            head = next((p for p in reversed(pieces[:core]) if speaking(p)), head)
            if head.text.endswith(("'s", "’s")) and head is not pieces[core - 1]:
                return None  # the ministry's latest
            office = bool(head.labels & {"title"}) and not head.labels & {"organisation"}
            return self.memory.described(
                text, head.norm, side, definite=definite, office=office, language="en"
            )
        if head.capital and head.mention is None and not head.labels & {"stop", "particle"}:
            # A name no list has, most likely an outlet or a body.
            return Speaker(None, self.text(first, last), TOGETHER, None)
        return None

    def _adjective(self, first: int, last: int) -> str | None:
        return self.memory.side_in(
            self.clause.language, self.pieces[first].start, self.pieces[last].end
        )

    def text(self, first: int, last: int) -> str:
        while first < last and self.pieces[first].norm in ARTICLES:
            first += 1
        return self.memory.text[self.pieces[first].start : self.pieces[last].end]

    def subject_after(self, verb: int) -> tuple[int, Speaker] | None:
        """The piece behind the words for a speaker that follow a verb, and the speaker."""
        pieces = self.pieces
        last = verb + 1
        if last >= len(pieces) or pieces[last].kind != "word":
            return None
        if pieces[last].norm in BREAKS or pieces[last].norm in PREPOSITIONS:
            return None
        while last + 1 < len(pieces) and last - verb < LONGEST_NAME:
            piece = pieces[last + 1]
            if piece.kind != "word" or piece.norm in BREAKS or piece.norm in FINITE:
                break
            if piece.norm in TIMES or (piece.verbs and not piece.labels):
                break
            last += 1
        if pieces[verb + 1].norm in PRONOUNS:
            speaker = self.memory.pronoun(pieces[verb + 1].norm)
            return (verb + 2, speaker) if speaker else None
        speaker = self.who(verb + 1, last)
        if speaker is not None and not isinstance(speaker.of, Person):
            named = self._apposed(last + 1)
            if named is not None:
                return named
        return (last + 1, speaker) if speaker else None

    def _apposed(self, comma: int) -> tuple[int, Speaker] | None:
        """The holder named behind an office: said the union's secretary, Ada Rossi."""
        pieces = self.pieces
        if comma + 1 >= len(pieces) or pieces[comma].text != ",":
            return None
        n = comma + 1
        while n < len(pieces) and pieces[n].labels & {"honour", "title"} and not pieces[n].mention:
            n += 1
        mention = pieces[n].mention if n < len(pieces) else None
        if mention is None or not isinstance(mention.of, Person):
            return None
        behind = n
        while behind < len(pieces) and pieces[behind].mention is mention:
            behind += 1
        ends = behind >= len(pieces) or pieces[behind].kind != "word"
        return (behind, self.memory.speaker(mention)) if ends else None
