"""What follows a verb and its speaker: a clause, a quotation, a noun."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.reading import Body
from wasit.press.statements.arabic.cutting import span_of, trimmed
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.speakers import Speakers
from wasit.press.statements.arabic.vocabulary import (
    CONJUNCTIONS,
    FEELINGS,
    HIDING,
    OWN_BA,
    PREPOSITIONS,
    STRONGLY,
    THAT,
    TIMES,
    WITHHELD,
    kinds_of,
    may_take_noun,
)
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import is_stop
from wasit.press.verbs import Verb

MOST_WITHHELD = 60
"""Pieces that what is held back may have."""
LAST_REFUSED = 8
"""What was held back last, looked at so that nothing is entered twice."""


_JOINING = frozenset(("ب", "ل", "ك", "علي", "عن", "من"))
"""Prepositions before a quotation that a verb of speech does not take."""


@dataclass(slots=True)
class Complements(Speakers):
    """Finds what follows a verb and its speaker."""

    def _starts_content(self, n: int, verb: Verb) -> bool:
        pieces = self.pieces
        if n < len(pieces) and pieces[n].norm in verb.link.split():
            n += 1
        return n < len(pieces) and pieces[n].norm in THAT

    def _complement(
        self, n: int, verb: Verb, speaker: Speaker, begin: int, end: int, *, negated: bool
    ) -> Point | None:
        pieces = self.pieces
        lemma = verb.lemma
        if verb.clause is not None and not negated:
            found = self._clause(end, verb, strict=verb.noun is not None and lemma != "وصف")
            if found is not None:
                kind, content = found
                to = self.outlet(end, content)
                return Point(n, verb, speaker, begin, kind, content, verb.clause, 0, to)
        if verb.noun is None or not may_take_noun(speaker):
            return None
        if end >= len(pieces):
            return None
        if lemma == "رفض" and pieces[end].norm in WITHHELD:
            self.withhold(speaker, end)
            return None
        return self._noun(n, verb, speaker, begin, end, negated=negated)

    def withhold(self, speaker: Speaker, first: int) -> None:
        where = trimmed(self.pieces, first, min(first + MOST_WITHHELD, len(self.pieces)))
        if where is not None:
            refused = (speaker, span_of(self.pieces, *where))
            if refused not in self.refused[-LAST_REFUSED:]:
                self.refused.append(refused)

    def _clause(self, n: int, verb: Verb, *, strict: bool) -> tuple[str, int] | None:
        """The kind and first piece of a clause, a quotation, speech behind a colon."""
        pieces = self.pieces
        loose = not strict
        at = n
        while at < len(pieces) and at - n < 40:
            piece = pieces[at]
            if piece.norm in THAT and piece.kind == "word":
                if at > n and pieces[at - 1].norm in CONJUNCTIONS - {verb.link}:
                    at += 1
                    continue
                if at > n and not loose and not self._adverbial(n, at, verb):
                    return None
                content = at + 1
                if content < len(pieces) and pieces[content].kind == "quote":
                    return "quote", content
                return "that", content
            if piece.text == ":":
                if at + 1 < len(pieces) and pieces[at + 1].kind == "quote":
                    return "quote", at + 1
                return "colon", at + 1
            if piece.kind == "quote" and piece.words > 2:
                before = pieces[at - 1]
                if at > n and "outlet" in kinds_of(before):
                    at += 1
                    continue  # an outlet's name: لوكالة «د ب أ»
                if before.norm == "و":
                    return None  # a name in quotation marks: الحكومة و«جبهة كذا»
                if at > n and before.norm in _JOINING - {verb.link}:
                    return None  # "نوه بـ«كذا»": what is praised, not what is said
                if at == n or before.kind == "mark" or at - n < 2:
                    return "quote", at
                return None
            if is_stop(piece):
                return None
            if piece.verbs and piece.mention is None and at > n and self._cuts(at):
                return None
            at += 1
        return None

    def _cuts(self, n: int) -> bool:
        """Whether another attribution begins at piece ``n``."""
        piece = self.pieces[n]
        before = self.pieces[n - 1]
        if kinds_of(piece) & {"title", "kind", "group"}:
            return False
        aside = any(verb.form == "participle" for verb in piece.verbs)
        if aside and before.kind == "mark":
            # "محذراً من أن": what follows is said by this word, not by the verb before.
            return any(
                p.norm in THAT or p.text == ":" or p.kind == "quote"
                for p in self.pieces[n + 1 : n + 4]
            )
        return (
            before.kind == "mark"
            and not aside
            and piece.norm[:1] in ("و", "ف")
            and (piece.norm not in HIDING)
        )

    def _adverbial(self, first: int, last: int, verb: Verb) -> bool:
        """Whether only time, place, listeners and the verb's preposition stand in between."""
        piece = self.pieces[first]
        if verb.link and piece.norm == verb.link and last == first + 1:
            return True
        return (
            piece.kind == "mark"
            or piece.norm in TIMES
            or (piece.norm in PREPOSITIONS and piece.norm != verb.link)
            or (piece.norm[:1] == "ل" and len(piece.norm) > 3)
            or (piece.mention is not None and isinstance(piece.mention.of, Body))
        )

    def _noun(
        self, n: int, verb: Verb, speaker: Speaker, begin: int, end: int, *, negated: bool
    ) -> Point | None:
        pieces = self.pieces
        act = verb.noun or ""
        content, cut = end, 0
        to = None
        set_off = pieces[end].text not in ("،", ",") and pieces[end - 1].text in ("،", ",")
        if set_off and end - 1 > n and pieces[end - 2].mention is None:
            end -= 1
        if self._closes_name(end):
            content = end + 1
        elif pieces[end].text in ("،", ","):
            # "ولم تستبعد كرم، في مقابلة مع إذاعة، اللجوء": an aside comes first.
            close = next(
                (k for k in range(end + 1, min(end + 22, len(pieces))) if pieces[k].text in "،,"),
                None,
            )
            opens = end + 1 < len(pieces) and pieces[end + 1]
            if close is None or (opens and opens.verbs and not opens.norm.endswith("ا")):
                return None
            to = self.outlet(end + 1, close)
            content = close + 1
        content = self._skip_times(content)
        while content < len(pieces) and pieces[content].norm in STRONGLY:
            content += 1
        if content >= len(pieces):
            return None
        if verb.link:
            found = self._linked(content, verb.link)
            if found is None:
                return None
            whole, (content, cut) = content, found
            if whole < content - 1 and act == "demand" and self._words(content) < 3:
                # Where little is urged, it is not told from whom it is urged.
                return Point(n, verb, speaker, begin, "noun", whole, act, 0, to, negated)
            if content < len(pieces) and pieces[content].norm in THAT:
                return Point(n, verb, speaker, begin, "that", content + 1, act, 0, to, negated)
            feeling = FEELINGS.get(pieces[content].norm) if content < len(pieces) else None
            if feeling is not None:
                act = feeling
                content, cut = self._behind_feeling(content)
        else:
            first = pieces[content]
            if first.norm in THAT and first.kind == "word" and (negated or verb.clause is None):
                # "لم تستبعد مصادر أن تُعقد جولة".
                kind = "that"
                return Point(n, verb, speaker, begin, kind, content + 1, act, 0, to, negated)
            if verb.lemma == "حمل" and not self._burdens(content):
                return None
            if verb.lemma == "عرض" and any(p.norm == "علي" for p in pieces[n + 1 : content + 3]):
                # "عرض على الوفد نصاً" puts something before somebody; it says nothing.
                return None
            goes_on = content + 1 < len(pieces) and pieces[content + 1].kind == "word"
            quoted = first.kind == "quote" and (first.words > 1 or goes_on)
            if not (quoted or first.kind == "word"):
                return None
            if first.norm in PREPOSITIONS or first.norm in THAT:
                return None
            if verb.lemma == "قدر" and not any(
                p.norm[:1] == "ب" for p in pieces[content : content + 14]
            ):
                return None
            if (
                first.verbs
                and not kinds_of(first)
                and not first.norm.startswith("ال")
                and (first.norm[:1] in ("ي", "ت"))
            ):
                return None
        return Point(n, verb, speaker, begin, "noun", content, act, cut, to, negated)

    def _words(self, n: int) -> int:
        """How many words there are from piece ``n`` to the next mark."""
        count = 0
        for piece in self.pieces[n : n + 8]:
            if piece.kind == "mark":
                break
            count += piece.words
        return count

    def _closes_name(self, n: int) -> bool:
        """Whether the comma at piece ``n`` ends a name set off by two: ``الرئيس، فلان، ما``."""
        pieces = self.pieces
        if n < 2 or n + 1 >= len(pieces) or pieces[n].text not in ("،", ","):
            return False
        at = n - 1
        mention = pieces[at].mention
        while at >= 0 and mention is not None and pieces[at].mention is mention:
            at -= 1
        while at >= 0 and kinds_of(pieces[at]) & {"title", "honour"} and n - at < 6:
            at -= 1
        return mention is not None and at >= 0 and pieces[at].text in ("،", ",")

    def _burdens(self, n: int) -> bool:
        """Whether somebody is held responsible, not a paper carried: ``حمّل الحكومة مسؤولية``."""
        burden = ("مسووليه", "المسووليه", "تبعات", "تبعه", "وزر", "مسءوليه", "مسيوليه")
        return any(piece.norm in burden for piece in self.pieces[n : n + 8])

    def _linked(self, n: int, link: str) -> tuple[int, int] | None:
        """The piece behind the verb's preposition, and how many letters of it are joined on."""
        pieces = self.pieces
        for at in range(n, min(n + 9, len(pieces))):
            piece = pieces[at]
            if piece.kind == "mark" and piece.text != "(":
                return None
            if len(link) == 1:
                if piece.norm == link and at + 1 < len(pieces) and pieces[at + 1].kind == "quote":
                    return at + 1, 0
                if piece.kind == "quote" or piece.norm[:1] != link or len(piece.norm) < 3:
                    continue
                if piece.norm in OWN_BA or piece.mention:
                    continue
                return at, 1
            if piece.norm == link:
                return (at + 1, 0) if at + 1 < len(pieces) else None
            if link == "عن" and at > n:
                return None
        return None

    def _behind_feeling(self, n: int) -> tuple[int, int]:
        """Behind ``أمله في`` and the like; else, or where little follows, at the feeling."""
        content, cut = self._behind_link(n)
        return (content, cut) if self._words(content) > 2 else (n, 0)

    def _behind_link(self, n: int) -> tuple[int, int]:
        pieces = self.pieces
        if n + 2 < len(pieces):
            after = pieces[n + 1]
            if after.norm in ("في", "من", "ازاء", "حيال"):
                if pieces[n + 2].norm in THAT:
                    return n + 3, 0
                return n + 2, 0
            if after.norm in THAT:
                return n + 2, 0
            if after.norm[:1] in ("ب", "ل") and len(after.norm) > 3:
                return n + 1, 1
        return n, 0
