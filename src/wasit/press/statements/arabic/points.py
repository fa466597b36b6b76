"""The verbs of speech of a sentence, each with its speaker and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body, Person
from wasit.press.statements.arabic.frames import MOST_BETWEEN, Frames
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.vocabulary import (
    BEFORE_VERB,
    DEMANDS,
    FEELINGS,
    HIDE,
    HOWEVER,
    IMPERSONAL,
    LEADING,
    NEGATABLE,
    NOT,
    OBJECT_NEEDED,
    OTHER_WORDS,
    PLAIN,
    RELAYED,
    SAYING,
    THAT,
    THEREIN,
    kinds_of,
    may_take_noun,
    passive,
)
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import Piece, is_stop
from wasit.press.verbs import Verb


@dataclass(slots=True)
class Points(Frames):
    """Finds the verbs of speech."""

    def find(self) -> None:
        """Finds the points of the sentence."""
        n = 0
        while n < len(self.pieces):
            piece = self.pieces[n]
            if piece.kind == "word" and piece.mention is None:
                point = self._point(n) if piece.verbs else None
                if point is None:
                    point = self.framed(n)
                if point is not None:
                    point.inside = bool(self.points) and self._relays(point, self.points[-1])
                    self.points.append(point)
                    n = max(n, point.content - 1)
            n += 1
        unsaid = self.unsaid() if not self.points else None
        if unsaid is not None:
            self.points.append(unsaid)

    def _relays(self, point: Point, outer: Point) -> bool:
        """``قال إن الوسيط أبلغ الطرفين أن``: one statement within another."""
        told = point.kind in ("that", "quote", "colon") and point.verb.lemma in RELAYED
        named = point.speaker.of is not None or bool(point.speaker.head)
        return told and named and point.begin == outer.content and outer.kind != "noun"

    def _point(self, n: int) -> Point | None:
        piece = self.pieces[n]
        if piece.text.endswith(("ٌ", "ٍ")):
            return None
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
        if piece.norm[:2] in ("لي", "لت") and len(piece.norm) > 4:
            return True
        if before.norm.removeprefix("و") in LEADING or self._told_therein(n):
            return True
        if before.norm == "ان" and n > 2 and self.pieces[n - 3].norm.removeprefix("و") == "سبق":
            return True
        if before.norm in THAT and n > 1 and self.pieces[n - 2].norm in HOWEVER:
            # "بيد أنه استدرك"
            return True
        if before.norm in BEFORE_VERB or any(verb.lemma in PLAIN for verb in piece.verbs):
            return True
        return (
            before.mention is not None
            and isinstance(before.mention.of, Person)
            and not (self._opens_with_verb(n - 1))
        )

    def _therein(self, n: int) -> bool:
        """Whether "in it" stands here: ``بياناً قالت فيه إن``."""
        return n < len(self.pieces) and self.pieces[n].norm in THEREIN

    def _told_therein(self, n: int) -> bool:
        """Whether "in it" and what is said follow a verb: not ``سجل يكتب فيه الزوار``."""
        if not self._therein(n + 1) or n + 2 >= len(self.pieces):
            return False
        after = self.pieces[n + 2]
        return after.norm in THAT or after.text == ":" or after.kind == "quote"

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
        behind = self._skip_times(n + 2 if self._therein(n + 1) else n + 1)
        told = self._behind_that(n)
        subject = self.subject(behind) if told is None else None
        if subject is not None and self._thanked(verb, subject):
            subject = None
        if subject is not None:
            end, speaker = subject
            begin = n
        else:
            if self._starts_content(behind, verb) and pieces[n].norm in IMPERSONAL and not negated:
                return None
            before = told or self._subject_before(n)
            if before is not None:
                begin, speaker = before
            else:
                implied = self._implied(n)
                led = self._told_therein(n) or pieces[n].norm[:2] in ("لي", "لت")
                led = led or (n > 0 and pieces[n - 1].norm.removeprefix("و") in LEADING)
                if implied is None or not (led or self._may_be_implied(n)):
                    return None
                if self._within(n) and not self._starts_content(behind, verb):
                    return None
                begin, speaker = n, implied
            end = behind
        if begin == n:
            begin = self._opening(n)
        if verb.lemma in DEMANDS and not may_take_noun(speaker) and _present(pieces[n], verb):
            # "ترفض تونس أن يكون": where a party stands, not what it said one day.
            self.silent = speaker
            return None
        if verb.lemma == HIDE:
            return self._not_hidden(n, verb, speaker, end) if negated else None
        found = self._complement(n, verb, speaker, begin, end, negated=negated)
        front = self._front(n)
        if found is None and front and verb.clause is not None and not negated:
            found = self._behind_words(n, verb, speaker, end)
        elif found is not None and front and found.kind == "quote":
            found.front = True
        return found

    def _front(self, n: int) -> bool:
        """Whether a quotation, or words and a comma, stand right before a verb."""
        at = n - 1
        if at < 0:
            return False
        if self.pieces[at].text in ("،", ","):
            at -= 1
        return at >= 0 and self.pieces[at].kind == "quote" and self.pieces[at].words > 1

    def _behind_words(self, n: int, verb: Verb, speaker: Speaker, end: int) -> Point | None:
        """``«…»، قال الوزير للصحافيين``: what is said stands before."""
        rest = self.pieces[end:]
        if any(piece.verbs and not kinds_of(piece) for piece in rest) or len(rest) > MOST_BETWEEN:
            return None
        act = verb.clause or "report"
        return Point(n, verb, speaker, n, "none", end, act, 0, self.outlet(end, len(self.pieces)))

    def _not_hidden(self, n: int, verb: Verb, speaker: Speaker, end: int) -> Point | None:
        """``لم يخف استياءه من``: what is not hidden is told."""
        act = FEELINGS.get(self.pieces[end].norm) if end < len(self.pieces) else None
        if act is None or not may_take_noun(speaker):
            return None
        content, cut = self._behind_feeling(end)
        return Point(n, verb, speaker, self._opening(n), "noun", content, act, cut)

    def _behind_that(self, n: int) -> tuple[int, Speaker] | None:
        """``إن الوسيط أبلغ الطرفين``: the words for a speaker between "that" and the verb."""
        for at in range(n - 1, max(n - MOST_BETWEEN, 0), -1):
            piece = self.pieces[at]
            if piece.kind != "word":
                return None
            if piece.norm in THAT:
                found = self.subject(at + 1) if at + 1 < n else None
                return (at + 1, found[1]) if found is not None and found[0] == n else None
        return None

    def _thanked(self, verb: Verb, subject: tuple[int, Speaker]) -> bool:
        """``وشكرت قطر على جهودها``: who is named is thanked, who spoke before thanks."""
        end, _ = subject
        if verb.lemma not in OBJECT_NEEDED or end >= len(self.pieces) or self.memory.last is None:
            return False
        after = self.pieces[end].norm
        return after == "علي" or (verb.link != "" and after[:1] == verb.link)

    def _implied(self, n: int) -> Speaker | None:
        """Who a verb without a subject goes back to: in this sentence, else the last to speak."""
        if self.silent is not None:
            return self.silent
        if self.points:
            return self.points[-1].speaker
        led = self._therein(n + 1) or self.pieces[n].norm[:2] in ("لي", "لت")
        if n > 1 and (led or self.pieces[n].norm[:1] == "ف" or self.pieces[n - 1].norm == "ان"):
            # "وسئل الراوي عن الاتفاق فقال", "أصدرت الوزارة بياناً قالت فيه": who it began with.
            found = self.subject(1) or self.subject(0)
            if found is not None:
                return found[1]
        if n > 2:
            # "ويذهب فلان إلى أبعد من ذلك، إذ يعتبر": who the sentence is about.
            found = self.subject(1)
            if found is not None and found[0] <= n and isinstance(found[1].of, Person):
                return found[1]
        return self.memory.last

    def _may_be_implied(self, n: int) -> bool:
        """A verb without a speaker's name goes back to the last one where a clause begins."""
        opening = self._opening(n)
        if opening == 0:
            return True
        begins = self.pieces[opening - 1]
        before = self.pieces[n - 1] if begins.kind == "word" else begins
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
        tanwin = text.endswith(("اً", "ًا", "ةً", "ًة"))
        if not (opens or tanwin or (pieces[n].norm[:1] == "و" and verb.lemma[:1] != "و")):
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


def _present(piece: Piece, verb: Verb) -> bool:
    """Whether a finite form is in the present: ``يرفض``, ``تتمسك``."""
    norm = piece.norm.removeprefix("و").removeprefix("ف")
    own_ta = verb.lemma[:1] == norm[:1] == "ت" and norm[1:2] != "ت"
    past = norm.startswith(verb.lemma) or own_ta
    return norm[:1] in ("ي", "ت") and not past
