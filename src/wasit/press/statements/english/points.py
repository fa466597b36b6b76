"""The verbs of speech of a sentence, each with its speaker and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.reading import Body, Person
from wasit.press.statements.english.complements import Complements
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.vocabulary import (
    BEFORE_INFINITIVE,
    CONNECTIVES,
    DECLINE,
    NEGATABLE,
    PARTIES,
    PARTY_HEADS,
    PASSIVE,
    PERFECT,
    PLURALS,
    TOGETHER,
    adverb,
)
from wasit.press.statements.model import Speaker
from wasit.press.verbs import Verb

FIRST = 80
"""Pieces of a sentence looked through for who it is about."""


@dataclass(slots=True)
class Points(Complements):
    """Finds the verbs of speech."""

    def find(self) -> None:
        """Finds the points of the sentence."""
        for n, piece in enumerate(self.pieces):
            if piece.verbs and piece.mention is None and not self._plural(n):
                point = self._point(n)
                if point is not None:
                    self._enter(point)

    def _plural(self, n: int) -> bool:
        return self.pieces[n].norm in PLURALS and self.noun(n)

    def _enter(self, point: Point) -> None:
        """Keeps a point, unless it lies in what another one says."""
        kept = self.points
        if point.kind == "none":
            # "Neither side ruled it out, a diplomat said": what was found before is what is said.
            while kept and kept[-1].kind not in ("none", "quote"):
                kept.pop()
        elif kept and kept[-1].kind in ("that", "bare", "colon", "noun"):
            if not point.bound or point.begin <= kept[-1].content:
                return
            if self.pieces[point.begin].norm in ("they", "it", "we"):
                return
        kept.append(point)

    def _point(self, n: int) -> Point | None:
        piece = self.pieces[n]
        if piece.capital and n:
            return None
        before = self._word_before(n)
        for verb in piece.verbs:
            if verb.form == "participle":
                found = self._participle(n, verb)
            elif (
                before in PASSIVE
                or before in ("by", "a", "an", "the", "of", "any", "no")
                or (before in BEFORE_INFINITIVE and verb.form == "plain")
            ):
                found = None
            else:
                found = self._finite(n, verb)
            if found is not None:
                return found
        return None

    def _word_before(self, n: int) -> str:
        n -= 1
        while (
            n >= 0
            and self.pieces[n].kind == "word"
            and (
                self.pieces[n].norm.endswith("ly")
                or self.pieces[n].norm in ("also", "not", "never")
            )
        ):
            n -= 1
        return self.pieces[n].norm if n >= 0 else ""

    def _finite(self, n: int, verb: Verb) -> Point | None:
        pieces = self.pieces
        negated = any(
            p.norm in ("not", "never") or p.text.endswith(("n't", "n’t"))
            for p in pieces[max(n - 3, 0) : n]
        )
        found = self.subject_before(n)
        bound = False
        if verb.form == "plain" and not self._agrees(n, found):
            return None
        if found is not None:
            begin, speaker = found
            before = begin - 1
            bound = before >= 0 and (
                pieces[before].kind == "mark" or pieces[before].norm in CONNECTIVES
            )
            if begin == 0:
                bound = True
        else:
            inherited = self.inherited(n)
            if inherited is not None:
                begin, speaker, bound = n, inherited, True
            else:
                return self._inverted(n, verb)
        kind, content, act, to = self._complement(n, verb)
        if kind == "none" and verb.lemma in DECLINE:
            return None
        if kind == "none" and (verb.clause is None or not self._content_before(begin)):
            return None
        if negated and (verb.lemma not in NEGATABLE or kind == "none"):
            return None
        if kind == "noun" and not self._may_take_noun(speaker):
            return None
        return Point(n, verb, speaker, begin, kind, content, act, to, (), negated, bound, content)

    def _agrees(self, n: int, found: tuple[int, Speaker] | None) -> bool:
        """Whether a verb without ending fits its subject: more than one, or behind "did"."""
        if self._word_before(n) in ("did", "does", "do"):
            return True
        before = self.pieces[found[0] : n] if found is not None else []
        return any(piece.norm.endswith("s") or piece.norm == "they" for piece in before)

    def inherited(self, n: int) -> Speaker | None:
        """The speaker of the verb before, where "and" or "but" joins the two."""
        at = n - 1
        while at >= 0 and self.pieces[at].kind == "word" and adverb(self.pieces[at]):
            at -= 1
        if at < 0 or self.pieces[at].norm not in ("and", "but") or not self.points:
            return None
        # "said that Iran had refused and demanded …": the verb goes on with what is said.
        before = self.pieces[max(self.points[-1].content, at - FIRST) : at]
        if before and before[-1].text != "," and any(piece.norm in PERFECT for piece in before):
            return None
        return self.points[-1].speaker

    def _inverted(self, n: int, verb: Verb) -> Point | None:
        """``"…," said the minister``: the speaker behind the verb."""
        if verb.clause is None or n == 0:
            return None
        before = self.pieces[n - 1]
        if not (before.kind == "quote" or before.text == ","):
            return None
        found = self.subject_after(n)
        if found is None:
            return None
        end, speaker = found
        kind, content, act, to = "none", end, verb.clause, None
        rest = end
        while rest < len(self.pieces) and self.pieces[rest].text in (",", ":"):
            rest += 1
        if rest < len(self.pieces) and self.pieces[rest].kind == "quote":
            kind, content = "quote", rest
        return Point(n, verb, speaker, n, kind, content, act, to, (), False, True, end)

    def _participle(self, n: int, verb: Verb) -> Point | None:
        pieces = self.pieces
        before = pieces[n - 1] if n else None
        if before is None:
            return None
        if before.norm == "as" and verb.lemma == "say":
            return self._quoted_as_saying(n, verb)
        if not (
            before.text == "," or before.kind == "quote" or before.norm in ("and", "while", "but")
        ):
            return None
        speaker = self._main_speaker(n)
        if speaker is None:
            return None
        kind, content, act, to = self._complement(n, verb)
        if kind == "none" or (kind == "noun" and not self._may_take_noun(speaker)):
            return None
        return Point(n, verb, speaker, n, kind, content, act, to, (), False, True, content)

    def _main_speaker(self, n: int) -> Speaker | None:
        if self.points:
            return self.points[-1].speaker
        for piece in self.pieces[: min(n, FIRST)]:
            if piece.mention is not None and isinstance(piece.mention.of, Person):
                return self.memory.speaker(piece.mention)
        for piece in self.pieces[: min(n, FIRST)]:
            if piece.mention is not None:
                return self.memory.speaker(piece.mention)
        return self.memory.last

    def _quoted_as_saying(self, n: int, verb: Verb) -> Point | None:
        """``CNN quoted an official as saying``: the official speaks, to CNN."""
        pieces = self.pieces
        for at in range(n - 2, max(n - 14, -1), -1):
            if pieces[at].norm in ("quoted", "cited", "quotes", "cites", "quoting", "citing"):
                break
        else:
            return None
        if pieces[at - 1].norm in PASSIVE and at > 1:
            source = self.phrase(at - 2)
            to = None
        else:
            who = self.who(at + 1, n - 2) if at + 1 <= n - 2 else None
            source = (at, who) if who else None
            outlet = self.subject_before(at)
            to = outlet[1] if outlet else None
        if source is None:
            return None
        kind, content, act, _ = self._complement(n, verb)
        if kind == "none":
            return None
        via = (to,) if to is not None else ()
        return Point(n, verb, source[1], 0, kind, content, act, to, via, False, True, content)

    @staticmethod
    def _may_take_noun(speaker: Speaker) -> bool:
        """A party as a whole takes a stance by it; everybody else states something."""
        if speaker.head == TOGETHER or speaker.head in PARTY_HEADS:
            return False
        if isinstance(speaker.of, Body):
            return speaker.of.kind in ("organisation", "outlet", "sources") and (
                not speaker.of.key.casefold().endswith(PARTIES)
            )
        return True
