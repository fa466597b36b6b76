"""Speech that no verb of speech tells: ``اكتفى بالقول إن``, ``موقف فلان أن``, ``جاء في بيان``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wasit.press.reading import Person
from wasit.press.statements.arabic.complements import Complements
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.vocabulary import (
    APPEARED,
    FRAME_NOUNS,
    PREPOSITIONS,
    SPEECH_NOUNS,
    THAT,
    TOGETHER,
    WRITINGS,
    joined_to,
    kinds_of,
    may_take_noun,
)
from wasit.press.statements.model import Speaker
from wasit.press.verbs import Verb

MOST_BETWEEN = 8
"""Pieces between the parts of a frame."""
MOST_BEFORE_COLON = 40
"""Pieces before a colon in which the speaker of a quotation is looked for."""


@dataclass(slots=True)
class Frames(Complements):
    """Finds speech told by a noun."""

    def framed(self, n: int) -> Point | None:
        """The point whose noun is piece ``n``."""
        norm = self.pieces[n].norm
        spoken, called, appears = _meant(norm)
        if spoken is not None and not self._within_speech(n):
            found = self._saying(n, spoken)
            if found is not None:
                return found
        if appears:
            return self._appeared(n)
        if called is None:
            return None
        before = self.pieces[n - 1] if n else None
        begins = before is None or before.kind == "mark" or norm[:1] == "و"
        leads = before is not None and before.norm in _LEADS
        return self._position(n, called) if begins or leads else None

    def _within_speech(self, n: int) -> bool:
        """Whether somebody is speaking already, with no mark since."""
        if not self.points or self.points[-1].content > n:
            return False
        return all(piece.kind == "word" for piece in self.pieces[self.points[-1].content : n])

    def _saying(self, n: int, act: str) -> Point | None:
        """``اختصر موقفه بالقول: …``, ``جدد التأكيد على أن``, ``لم يتردد في القول إن``."""
        content = self._content_behind(n + 1)
        if content is None:
            return None
        speaker = self._clause_speaker(n)
        if speaker is None:
            return None
        aside = n > 0 and any(verb.form == "participle" for verb in self.pieces[n - 1].verbs)
        return self._pointed(n, n - 1 if aside else n, speaker, content, act)

    def _clause_speaker(self, n: int) -> Speaker | None:
        """Who the clause before piece ``n`` is about: the one named nearest, else before."""
        pieces = self.pieces
        for at in range(n - 1, max(n - MOST_BETWEEN, 0) - 1, -1):
            mention = pieces[at].mention
            if mention is not None and isinstance(mention.of, Person):
                return self.memory.speaker(mention)
            if pieces[at].kind == "mark":
                break
        for at in range(n):
            mention = pieces[at].mention
            if mention is not None and isinstance(mention.of, Person):
                before = pieces[at - 1].norm if at else ""
                if before not in PREPOSITIONS:
                    return self.memory.speaker(mention)
            if kinds_of(pieces[at]) & {"title"} and at + 1 < n:
                found = self.subject(at)
                if found is not None:
                    return found[1]
        return self.points[-1].speaker if self.points else self.memory.last

    def _content_behind(self, at: int) -> tuple[str, int] | None:
        """``إن …``, ``على أن …``, ``: …``, ``«…»`` right behind a noun."""
        pieces = self.pieces
        if at + 1 < len(pieces) and pieces[at].norm in ("علي", "من", "الي", "عن", "ب"):
            at += 1
        if at >= len(pieces):
            return None
        if pieces[at].norm in THAT and pieces[at].kind == "word":
            quoted = at + 1 < len(pieces) and pieces[at + 1].kind == "quote"
            return ("quote" if quoted else "that"), at + 1
        if pieces[at].text == ":" and at + 1 < len(pieces):
            return ("quote" if pieces[at + 1].kind == "quote" else "colon"), at + 1
        if pieces[at].kind == "quote" and pieces[at].words > 2:
            return "quote", at
        return None

    def _position(self, n: int, act: str) -> Point | None:
        """``وموقف الوزير أن``, ``وكان رد الراوي: …``, ``مفاد رسالتها أن``."""
        pieces = self.pieces
        found = self.subject(n + 1)
        end, speaker = found if found is not None else (n + 1, None)
        for at in range(end, min(end + MOST_BETWEEN, len(pieces))):
            content = self._content_behind(at)
            if content is not None and pieces[at].norm not in ("علي", "الي"):
                if speaker is None:
                    owned = pieces[n].norm.endswith(("ه", "ها", "هم")) or end > n + 1
                    speaker = self.memory.last if owned else None
                return self._pointed(n, n, speaker, content, act) if speaker else None
            if pieces[at].kind != "word" or (pieces[at].verbs and not kinds_of(pieces[at])):
                return None
        return None

    def _appeared(self, n: int) -> Point | None:
        """``جاء في بيان لوزارة الخارجية أن``: those who issued it speak."""
        pieces = self.pieces
        if n + 3 >= len(pieces) or pieces[n + 1].norm not in ("في", "ضمن", "علي"):
            return None
        if pieces[n + 2].norm.removeprefix("ال") not in WRITINGS:
            return None
        for at in range(n + 3, min(n + 3 + 16, len(pieces))):
            piece = pieces[at]
            if piece.norm in THAT or piece.text == ":":
                content = self._content_behind(at)
                if content is None:
                    return None
                return self._pointed(n, n, self._issuer(n + 2, at), content, "report")
            if piece.kind == "quote" and piece.words > 2:
                return None
        return None

    def _issuer(self, first: int, last: int) -> Speaker:
        """Who a statement between two pieces is from; itself where nobody is named."""
        pieces = self.pieces
        for at in range(first + 1, last):
            mention = pieces[at].mention
            if mention is not None and isinstance(mention.of, Person):
                return self.memory.speaker(mention)
            if kinds_of(pieces[at]) & {"title", "group", "organisation"} or mention is not None:
                end = at + 1
                while end < last and pieces[end].kind == "word" and not self._ends_speaker(end):
                    end += 1
                start = pieces[at].start + joined_to(pieces[at])
                text = self.memory.text[start : pieces[end - 1].end]
                return Speaker(
                    None, text, "", self.memory.side_in("ar", start, pieces[end - 1].end)
                )
        end = first + 1
        while end < last and pieces[end].kind == "word" and end - first < 3:
            end += 1
        return Speaker(None, self.memory.text[pieces[first].start : pieces[end - 1].end], "بيان")

    def _pointed(
        self, n: int, begin: int, speaker: Speaker | None, content: tuple[str, int], act: str
    ) -> Point | None:
        if speaker is None or speaker.head == TOGETHER or not may_take_noun(speaker):
            return None
        kind, first = content
        verb = Verb(self.pieces[n].norm, "finite", act)
        return Point(n, verb, speaker, self._opening(begin), kind, first, act)

    def unsaid(self) -> Point | None:
        """``ولم يخف فلان استياءه: «…»``: a quotation behind a colon says who speaks."""
        pieces = self.pieces
        for n in range(1, min(len(pieces) - 1, MOST_BEFORE_COLON)):
            if pieces[n].text != ":" or pieces[n + 1].kind != "quote":
                continue
            if pieces[n + 1].words < 3:
                return None
            for at in range(n):
                mention = pieces[at].mention
                before = pieces[at - 1].norm if at else ""
                named = mention is not None and isinstance(mention.of, Person)
                if named and before not in PREPOSITIONS:
                    speaker = self.memory.speaker(mention)
                    return self._pointed(n, n, speaker, ("quote", n + 1), "report")
            return None
        return None


_LEADS = frozenset(("كان", "وكان", "جاء", "وجاء", "من", "ومن"))
"""Before what is called a position or an answer."""


@lru_cache(maxsize=65_536)
def _meant(norm: str) -> tuple[str | None, str | None, bool]:
    """The act of a noun of speaking, that of what is called so, whether it is ``جاء``."""
    alone = norm.removeprefix("و")
    return SPEECH_NOUNS.get(_bare(norm)), FRAME_NOUNS.get(alone), alone in APPEARED


def _bare(norm: str) -> str:
    """A noun without what is joined on in front: ``بالقول`` -> ``قول``."""
    for start in ("وبال", "بال", "وال", "لل", "ال"):
        if norm.startswith(start) and len(norm) > len(start) + 2:
            return norm[len(start) :]
    return norm[1:] if norm[:1] == "ب" else norm
