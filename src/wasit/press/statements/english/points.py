"""The verbs of speech of a sentence, each with its speaker and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wasit.press.reading import Body, Person
from wasit.press.statements.english.frames import Frames
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.speakers import FIRST
from wasit.press.statements.english.vocabulary import (
    ANONYMOUS,
    BEFORE_INFINITIVE,
    BEFORE_PARTICIPLE,
    CONNECTIVES,
    FINITE,
    MOVED,
    NEGATABLE,
    NEVER_BEHIND,
    PASSIVE,
    PERFECT,
    PLURALS,
    RELAYED,
    UNNAMED,
    adverb,
)
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import Piece
from wasit.press.verbs import Verb

_IRREGULAR = frozenset(
    (
        "sent",
        "wrote",
        "gave",
        "told",
        "met",
        "left",
        "took",
        "held",
        "made",
        "began",
        "broke",
        "kept",
    )
)
"""Past forms that no ending tells."""


@dataclass(slots=True)
class Points(Frames):
    """Finds the verbs of speech."""

    def find(self) -> None:
        """Finds the points of the sentence."""
        for n, piece in enumerate(self.pieces):
            if piece.kind != "word" or piece.mention is not None:
                continue
            point = self._point(n) if piece.verbs and not self._plural(n) else None
            if point is None:
                point = self.framed(n)
            if point is not None:
                self._enter(point)
        unsaid = self.unsaid() if not self.points else None
        if unsaid is not None:
            self.points.append(unsaid)

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
            if self._relays(point, kept[-1]):
                point.inside = True
                kept.append(point)
                return
            if not point.bound or point.begin <= kept[-1].content:
                return
            if self.pieces[point.begin].norm in ("they", "it", "we"):
                return
        kept.append(point)

    def _relays(self, point: Point, outer: Point) -> bool:
        """``said that the mediator had told both sides that``: one statement within another."""
        told = point.kind in ("that", "quote", "colon") and point.verb.lemma in RELAYED
        named = point.speaker.of is not None or bool(point.speaker.head)
        return told and named and point.begin == outer.content and outer.kind != "noun"

    def _point(self, n: int) -> Point | None:
        piece = self.pieces[n]
        if piece.capital and n:
            return None
        if self._unnamed(n):
            return None
        before = self._word_before(n)
        if before in PASSIVE and n + 2 < len(self.pieces) and self.pieces[n + 1].norm == "by":
            return self._told_by(n)
        for verb in piece.verbs:
            if verb.form == "participle":
                found = self._participle(n, verb)
            elif (
                before in PASSIVE
                or before in ("by", "a", "an", "the", "of", "any", "no")
                or (before in BEFORE_INFINITIVE and verb.form == "plain")
            ):
                found = self._moved_to(n, verb) if before == "to" else None
            else:
                found = self._finite(n, verb)
            if found is not None:
                return found
        return None

    def _moved_to(self, n: int, verb: Verb) -> Point | None:
        """``was quick to deny``, ``went on to accuse``: the verb before only leads up to it."""
        pieces = self.pieces
        if n < 3 or pieces[n - 1].norm != "to" or pieces[n - 2].norm not in MOVED:
            return None
        for at in range(n - 2, max(n - 7, 0), -1):
            found = self.subject_before(at) if pieces[at].kind == "word" else None
            if found is None:
                continue
            begin, speaker = found
            kind, content, act, to = self._complement(n, verb)
            if kind in ("none", "unlinked") or not self.may_take_noun(speaker):
                return None
            bound = begin == 0 or self.sets_off(begin - 1)
            return Point(n, verb, speaker, begin, kind, content, act, to, bound=bound, tail=content)
        return None

    def _unnamed(self, n: int) -> bool:
        """``requesting anonymity``, ``asked not to be named``: tells of the speaker alone."""
        if not any(verb.lemma in ANONYMOUS for verb in self.pieces[n].verbs):
            return False
        return any(piece.norm in UNNAMED for piece in self.pieces[n + 1 : n + 7])

    def _told_by(self, n: int) -> Point | None:
        """``Reporters were told by the minister that``."""
        verb = next((verb for verb in self.pieces[n].verbs if verb.clause is not None), None)
        found = self.subject_after(n + 1) if verb is not None else None
        if verb is None or found is None:
            return None
        behind, speaker = found
        that = self._that(behind)
        if that is None:
            return None
        act = verb.clause or "report"
        return Point(n, verb, speaker, n, "that", that, act, bound=True, tail=that)

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
        negated = self._negated(n)
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
        if kind == "unlinked":
            return None
        if kind == "none" and verb.lemma in NEVER_BEHIND:
            return None
        if kind == "none" and (verb.clause is None or not self._content_before(begin)):
            return None
        if kind == "none" and verb.clause is not None:
            act = verb.clause
        if negated and (verb.lemma not in NEGATABLE or kind == "none"):
            return None
        if kind == "noun" and not self.may_take_noun(speaker):
            return None
        if kind == "noun" and verb.lemma == "refuse" and isinstance(speaker.of, Body):
            return None  # what a side will not do is its position
        return Point(n, verb, speaker, begin, kind, content, act, to, (), negated, bound, content)

    def _negated(self, n: int) -> bool:
        """Whether "not" or "never" stands before a verb, with no mark between."""
        for piece in reversed(self.pieces[max(n - 3, 0) : n]):
            if piece.kind == "mark":
                return False
            if piece.norm in ("not", "never") or piece.text.endswith(("n't", "n’t")):
                return True
        return False

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
        if at < 0 or self.pieces[at].norm not in ("and", "but"):
            return None
        if not self.points:
            return self._subject_of_all(at)
        # "said that Iran had refused and demanded …": the verb goes on with what is said.
        before = self.pieces[max(self.points[-1].content, at - FIRST) : at]
        if before and before[-1].text != "," and self._goes_on(before):
            return None
        return self.points[-1].speaker

    def _subject_of_all(self, last: int) -> Speaker | None:
        """``A spokesman declined to comment but said``: who the sentence begins with."""
        for n, piece in enumerate(self.pieces[: min(last, FIRST)]):
            if piece.kind != "word" or not n:
                continue
            if piece.norm in FINITE or piece.norm.endswith("ed") or piece.verbs:
                found = self.subject_before(n)
                if found is not None and found[0] == 0:
                    return found[1]
        return None

    def _goes_on(self, before: Sequence[Piece]) -> bool:
        """Whether a verb in the perfect stands before, other than "had been made"."""
        return any(
            piece.norm in PERFECT and not (n + 1 < len(before) and before[n + 1].norm == "been")
            for n, piece in enumerate(before)
        )

    def _inverted(self, n: int, verb: Verb) -> Point | None:
        """``"…," said the minister``: the speaker behind the verb."""
        if verb.clause is None or verb.link or n == 0:
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
        if not (before.text == "," or before.kind == "quote" or before.norm in BEFORE_PARTICIPLE):
            return None
        speaker = self._main_speaker(n)
        if speaker is None:
            return None
        kind, content, act, to = self._complement(n, verb)
        if kind in ("none", "unlinked") or (kind == "noun" and not self.may_take_noun(speaker)):
            return None
        return Point(n, verb, speaker, n, kind, content, act, to, (), False, True, content)

    def _main_speaker(self, n: int) -> Speaker | None:
        if self.points:
            last = self.points[-1]
            outlet = isinstance(last.speaker.of, Body) and last.speaker.of.kind == "outlet"
            return (self._subject_within(last.content, n) if outlet else None) or last.speaker
        for piece in self.pieces[: min(n, FIRST)]:
            if piece.mention is not None and isinstance(piece.mention.of, Person):
                return self.memory.speaker(piece.mention)
        for piece in self.pieces[: min(n, FIRST)]:
            if piece.mention is not None:
                return self.memory.speaker(piece.mention)
        return self.memory.last

    def _subject_within(self, first: int, last: int) -> Speaker | None:
        """Who does what an outlet learnt: … learnt that *the union* wrote to him, warning of."""
        for n in range(first + 1, last):
            piece = self.pieces[n]
            past = piece.norm in FINITE or piece.norm.endswith("ed") or piece.norm in _IRREGULAR
            if piece.kind == "word" and past:
                found = self.subject_before(n)
                return found[1] if found is not None and found[0] <= first + 1 else None
        return None

    def _quoted_as_saying(self, n: int, verb: Verb) -> Point | None:
        """``CNN quoted an official as saying``: the official speaks, to CNN."""
        pieces = self.pieces
        for at in range(n - 2, max(n - 14, -1), -1):
            if pieces[at].norm in ("quoted", "cited", "quotes", "cites", "quoting", "citing"):
                break
        else:
            return None
        outlet = None
        if pieces[at - 1].norm in PASSIVE and at > 1:
            source = self.phrase(at - 2)
            to = None
            if source is not None and self._content_before(source[0]):
                begin, speaker = source
                return Point(
                    n, verb, speaker, begin, "none", n + 1, "report", None, (), False, True, n + 1
                )
        else:
            who = self.who(at + 1, n - 2) if at + 1 <= n - 2 else None
            source = (at, who) if who else None
            outlet = self.subject_before(at)
            to = outlet[1] if outlet else None
        if source is None:
            return None
        kind, content, act, _ = self._complement(n, verb)
        via = (to,) if to is not None else ()
        begin = 0
        if kind in ("none", "unlinked"):
            # "…, CNN quotes an official as saying": what is said stands before.
            begin = outlet[0] if outlet is not None else 0
            if not self._content_before(begin):
                return None
            kind = "none"
        return Point(n, verb, source[1], begin, kind, content, act, to, via, False, True, content)
