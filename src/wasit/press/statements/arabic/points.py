"""The verbs of speech of a sentence, each with its speaker and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body, Person
from wasit.press.statements.arabic.complements import Complements
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.vocabulary import (
    BEFORE_VERB,
    IMPERSONAL,
    NEGATABLE,
    NOT,
    OTHER_WORDS,
    PLAIN,
    SAYING,
    THAT,
    passive,
)
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import is_stop
from wasit.press.verbs import Verb


@dataclass(slots=True)
class Points(Complements):
    """Finds the verbs of speech."""

    def find(self) -> None:
        """Finds the points of the sentence."""
        n = 0
        while n < len(self.pieces):
            piece = self.pieces[n]
            if piece.verbs and piece.mention is None:
                point = self._point(n)
                if point is not None:
                    self.points.append(point)
                    n = max(n, point.content - 1)
            n += 1

    def _point(self, n: int) -> Point | None:
        piece = self.pieces[n]
        if passive(piece.text) or (piece.norm == "بين" and "ّ" not in piece.text):
            return None
        for verb in piece.verbs:
            if verb.form == "participle":
                found = self._participle(n, verb)
            elif self._verb_place(n):
                found = self._finite(n, verb)
            else:
                found = None
            if found is not None:
                return found
        return None

    def _verb_place(self, n: int) -> bool:
        """Whether a finite verb may stand here: words of the same letters are nouns elsewhere."""
        piece = self.pieces[n]
        if piece.norm in OTHER_WORDS or piece.text.endswith(("اً", "ًا")):
            return False
        if n == 0:
            return True
        before = self.pieces[n - 1]
        if before.kind == "mark":
            return before.text not in "([/"
        if before.kind == "quote":
            return piece.norm[:1] in ("و", "ف")
        if piece.norm[:1] in ("و", "ف") and not labels(piece.norm, "ar") & {"given"}:
            joined = [verb for verb in piece.verbs if verb.lemma[:1] != piece.norm[:1]]
            if joined:
                return True
        if before.norm in BEFORE_VERB or any(verb.lemma in PLAIN for verb in piece.verbs):
            return True
        return (
            before.mention is not None
            and isinstance(before.mention.of, Person)
            and not (self._opens_with_verb(n - 1))
        )

    def _opens_with_verb(self, n: int) -> bool:
        """Whether the clause before ``n`` has its verb in front already."""
        last = n - 20
        while n >= max(last, 0) and self.pieces[n].kind == "word":
            if self.pieces[n].verbs and self.pieces[n].mention is None:
                return True
            n -= 1
        return False

    def _finite(self, n: int, verb: Verb) -> Point | None:
        pieces = self.pieces
        negated = n > 0 and pieces[n - 1].norm in NOT
        if negated and verb.lemma not in NEGATABLE:
            return None
        if verb.lemma == "نقل":
            return self._carried(n, verb)
        behind = self._skip_times(n + 1)
        subject = self.subject(behind)
        if subject is not None:
            end, speaker = subject
            begin = n
        else:
            if self._starts_content(behind, verb) and pieces[n].norm in IMPERSONAL and not negated:
                return None
            before = self._subject_before(n)
            if before is not None:
                begin, speaker = before
            else:
                implied = self.points[-1].speaker if self.points else self.memory.last
                if implied is None or not self._may_be_implied(n):
                    return None
                if self._within(n) and not self._starts_content(behind, verb):
                    return None
                begin, speaker = n, implied
            end = behind
        if begin == n:
            begin = self._opening(n)
        return self._complement(n, verb, speaker, begin, end, negated=negated)

    def _may_be_implied(self, n: int) -> bool:
        """A verb without a speaker's name goes back to the last one where a clause begins."""
        if n == 0:
            return True
        before = self.pieces[n - 1]
        return (
            before.kind != "word"
            or before.norm in BEFORE_VERB
            or (self.pieces[n].norm[:1] in ("و", "ف"))
        )

    def _within(self, n: int) -> bool:
        """Whether a verb goes on with what somebody says: no mark sets it off."""
        if not self.points or self.points[-1].kind == "quote":
            return False
        n = self._opening(n)
        return n > 0 and self.pieces[n - 1].kind == "word"

    def _participle(self, n: int, verb: Verb) -> Point | None:
        pieces = self.pieces
        text = pieces[n].text
        if n == 0 or not text.endswith(("اً", "ًا", "ا", "ة", "ةً", "ين", "ات", "ان", "ون")):
            return None
        before = pieces[n - 1]
        opens = before.kind == "quote" or before.text in (",", "،", "؛")
        if not (opens or (pieces[n].norm[:1] == "و" and verb.lemma[:1] != "و")):
            return None
        speaker = self.points[-1].speaker if self.points else self._main_speaker(n)
        if speaker is None:
            return None
        return self._complement(n, verb, speaker, n, n + 1, negated=False)

    def _main_speaker(self, n: int) -> Speaker | None:
        for wanted in (Person, Body):
            for piece in self.pieces[: min(n, 80)]:
                if piece.mention is not None and isinstance(piece.mention.of, wanted):
                    return self.memory.speaker(piece.mention)
        return self.memory.last

    def _carried(self, n: int, verb: Verb) -> Point | None:
        """``نقلت شبكة كذا عن فلان قوله إن``: whom it is said by, and to which outlet."""
        pieces = self.pieces
        for at in range(n + 1, min(n + 12, len(pieces))):
            if pieces[at].norm == "عن":
                break
            if pieces[at].norm in THAT or is_stop(pieces[at]):
                return None
        else:
            return None
        outlet = self.outlet(n + 1, at)
        source = self.subject(at + 1)
        if source is None:
            return None
        end, speaker = source
        if end < len(pieces) and pieces[end].norm in SAYING:
            end += 1
        point = self._complement(n, verb, speaker, n, end, negated=False)
        if point is None or point.kind == "noun":
            return None
        point.to = outlet
        point.via = (outlet,) if outlet is not None else ()
        return point
