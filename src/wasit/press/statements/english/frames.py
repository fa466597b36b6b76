"""Speech that no verb of speech tells: ``his message was that``, ``she was adamant that``."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.reading import Person
from wasit.press.statements.english.complements import Complements
from wasit.press.statements.english.point import Point
from wasit.press.statements.english.vocabulary import (
    ARTICLES,
    BE,
    FRAME_ADJECTIVES,
    FRAME_NOUNS,
    LIGHT,
    LISTENERS,
    NOT_SURE,
    OF_VIEW,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    UNSURE,
    adverb,
)
from wasit.press.statements.model import Speaker
from wasit.press.verbs import Verb

MOST_BETWEEN = 10
"""Pieces between the parts of a frame."""
MOST_BEFORE_COLON = 30
"""Pieces before a colon in which the speaker of a quotation is looked for."""


@dataclass(slots=True)
class Frames(Complements):
    """Finds speech told by a noun or an adjective."""

    def framed(self, n: int) -> Point | None:
        """The point whose noun or adjective is piece ``n``."""
        norm = self.pieces[n].norm
        if norm not in _FRAME_WORDS:
            return None
        act = FRAME_ADJECTIVES.get(norm)
        if act is not None:
            found = self._adjective_of_speech(n, act)
            if found is not None:
                return found
        if norm in OF_VIEW and n > 1 and self.pieces[n - 1].norm == "the":
            return self._of_the_view(n)
        act = FRAME_NOUNS.get(norm)
        if act is None:
            return None
        return self._copula_behind(n, act) or self._light_before(n, act)

    def _adjective_of_speech(self, n: int, act: str) -> Point | None:
        """``was adamant that``, ``is confident the talks will go on``, ``made it clear that``."""
        be, negated = self._be_before(n)
        if be is None:
            return self._light_before(n, act)
        found = self.subject_before(be)
        if found is None:
            return None
        if negated and self.pieces[n].norm in UNSURE:
            act = NOT_SURE
        return self._pointed(n, found, self._content_behind(n + 1, bare=True), act)

    def _be_before(self, n: int) -> tuple[int | None, bool]:
        """The form of "be" or "seem" before an adjective, and whether it is negated."""
        at = n - 1
        negated = False
        while at >= 0 and n - at < 5:
            piece = self.pieces[at]
            if piece.kind != "word":
                return None, False
            if piece.norm in BE:
                return at, negated
            if piece.text.endswith(("n't", "n’t")):
                return at, True
            if piece.norm in ("not", "never"):
                negated = True
            elif not (adverb(piece) or piece.norm in _DEGREES):
                return None, False
            at -= 1
        return None, False

    def _of_the_view(self, n: int) -> Point | None:
        """``is of the view that``, ``took the view that``."""
        if self.pieces[n - 2].norm not in ("of", "under"):
            return self._light_before(n, "report")
        be, _ = self._be_before(n - 2)
        found = self.subject_before(be) if be is not None else None
        if found is None:
            return None
        return self._pointed(n, found, self._content_behind(n + 1, bare=False), "report")

    def _copula_behind(self, n: int, act: str) -> Point | None:
        """``The message from the palace was that``, ``her reply was curt: "…"``."""
        pieces = self.pieces
        for be in range(n + 1, min(n + MOST_BETWEEN, len(pieces))):
            piece = pieces[be]
            if piece.kind != "word":
                return None
            if piece.norm in BE:
                break
        else:
            return None
        content = self._content_behind(be + 1, bare=False)
        if content is None and be + 1 < len(pieces) and pieces[be + 1].kind == "word":
            # "was simple: …", "was clear: …"
            content = self._colon_at(be + 2) or self._colon_at(be + 3)
        if content is None:
            return None
        found = self._owner(n, be)
        return self._pointed(n, found, content, act) if found is not None else None

    def _owner(self, n: int, be: int) -> tuple[int, Speaker] | None:
        """Whose message it is: a genitive before the noun, a name behind it, else who spoke last.

        The piece at which the words for it begin, and the speaker.
        """
        pieces = self.pieces
        found = self.owner(n)
        if found is not None:
            return found
        for at in range(n + 1, be - 1):
            if pieces[at].norm in ("from", "of", "by"):
                who = self.who(at + 1, be - 1)
                return (self._article(n), who) if who is not None else None
        if be == n + 1 and self.memory.last is not None and n and pieces[n - 1].norm == "the":
            return n - 1, self.memory.last
        return None

    def owner(self, n: int) -> tuple[int, Speaker] | None:
        """Whose the noun at piece ``n`` is by the word before it: ``the envoy's``, ``his``."""
        for at in range(n - 1, max(n - 4, -1), -1):
            piece = self.pieces[at]
            if piece.kind != "word":
                return None
            if piece.norm in OWNERS and piece.norm not in ("our", "my"):
                last = self.points[-1].speaker if self.points else self.memory.last
                if not self.points and at > 1 and self.pieces[at - 1].norm == "in":
                    # "Tully would have none of it: the offer, in her view, is …"
                    last = self.named_before(at - 1) or last
                return (at, last) if last is not None else None
            if piece.text.endswith(("'s", "’s", "s'", "s’")):
                return self._genitive(at)
        return None

    def _article(self, n: int) -> int:
        return n - 1 if n and self.pieces[n - 1].norm in ("the", "a", "an") else n

    def _genitive(self, n: int) -> tuple[int, Speaker] | None:
        mention = self.pieces[n].mention
        first = self._without_opening(self._phrase_start(n), n)
        if first > n:
            return None
        if mention is not None and isinstance(mention.of, Person):
            return first, self.memory.speaker(mention)
        who = self.who(first, n)
        if who is not None and who.of is None and who.text.endswith(("'s", "’s")):
            who = Speaker(None, who.text[:-2], who.head, who.side)
        return (first, who) if who is not None else None

    def _light_before(self, n: int, act: str) -> Point | None:
        """``gave assurances that``, ``issued a warning that``, ``left no doubt that``."""
        content = self._content_behind(n + 1, bare=False)
        if content is None:
            return None
        for at in range(n - 1, max(n - 6, -1), -1):
            piece = self.pieces[at]
            if piece.kind != "word" or piece.norm in PREPOSITIONS:
                return None
            if piece.norm in LIGHT:
                found = self.subject_before(at)
                return self._pointed(n, found, content, act) if found is not None else None
        return None

    def _content_behind(self, at: int, *, bare: bool) -> tuple[str, int] | None:
        pieces = self.pieces
        if at >= len(pieces):
            return None
        if pieces[at].norm in ("to", "with"):
            # "made clear to both sides that"
            for n in range(at + 1, min(at + 6, len(pieces))):
                piece = pieces[n]
                if piece.norm == "that" and n > at + 1:
                    return "that", n + 1
                listens = piece.mention or piece.norm in LISTENERS or piece.labels & _LISTENING
                if not (listens or piece.norm in _DEGREES or piece.norm in ARTICLES):
                    break
        if pieces[at].norm == "that":
            return "that", at + 1
        colon = self._colon_at(at)
        if colon is not None:
            return colon
        if pieces[at].kind == "quote" and pieces[at].words > 2:
            return "quote", at
        begin = self._bare(at) if bare else None
        if begin == at:
            return "bare", at
        return None

    def _colon_at(self, at: int) -> tuple[str, int] | None:
        pieces = self.pieces
        if at + 2 >= len(pieces) and not (at + 1 < len(pieces) and pieces[at + 1].kind == "quote"):
            return None
        if pieces[at].text in (":", ",") and pieces[at + 1].kind == "quote":
            return "quote", at + 1
        return ("colon", at + 1) if pieces[at].text == ":" else None

    def _pointed(
        self,
        n: int,
        found: tuple[int, Speaker] | None,
        content: tuple[str, int] | None,
        act: str,
    ) -> Point | None:
        if found is None or content is None:
            return None
        begin, speaker = found
        if not self.may_take_noun(speaker):
            return None
        kind, first = content
        verb = Verb(self.pieces[n].norm, "finite", act)
        bound = begin == 0 or self.sets_off(begin - 1)
        return Point(n, verb, speaker, begin, kind, first, act, bound=bound, tail=first)

    def sets_off(self, n: int) -> bool:
        """Whether a clause may begin behind piece ``n``."""
        piece = self.pieces[n]
        return piece.kind == "mark" or piece.norm in ("and", "but", "while", "though", "although")

    def unsaid(self) -> Point | None:
        """``Hartmann did not mince his words: "…"``: a quotation behind a colon says who speaks."""
        pieces = self.pieces
        for n in range(1, min(len(pieces) - 1, MOST_BEFORE_COLON)):
            if pieces[n].text != ":" or pieces[n + 1].kind != "quote":
                continue
            if pieces[n + 1].words < 3:
                return None
            speaker = self._opener(n) or self._label(n)
            if speaker is None:
                return None
            verb = Verb(":", "finite", "report")
            return Point(n, verb, speaker, 0, "quote", n + 1, "report", bound=True, tail=n + 1)
        return None

    def _label(self, last: int) -> Speaker | None:
        """``Lindqvist: "…"``: nothing but a name before the colon."""
        first = next((n for n in range(last) if self.pieces[n].capital), last)
        named = self.pieces[first:last]
        if not named or len(named) > 6 or not named[-1].capital:
            return None
        if any(piece.kind != "word" or piece.norm in BE or piece.verbs for piece in named):
            return None
        return self.who(first, last - 1)

    def _opener(self, last: int) -> Speaker | None:
        """Who a clause begins with."""
        pieces = self.pieces
        for at in range(last):
            piece = pieces[at]
            before = pieces[at - 1].norm if at else ""
            if piece.norm in PRONOUNS and piece.norm not in ("it", "we", "i"):
                return self.memory.pronoun(piece.norm)
            mention = piece.mention
            if (
                mention is not None
                and isinstance(mention.of, Person)
                and before not in PREPOSITIONS
            ):
                return self.memory.speaker(mention)
        for at in range(1, last):
            if pieces[at].norm in BE or pieces[at].verbs or pieces[at].norm.endswith("ed"):
                found = self.subject_before(at)
                if found is not None and (found[0] == 0 or self.sets_off(found[0] - 1)):
                    return found[1]
        return None


_FRAME_WORDS = frozenset((*FRAME_ADJECTIVES, *FRAME_NOUNS, *OF_VIEW))
_LISTENING = frozenset(("title", "group"))
_DEGREES = frozenset(
    ("very", "quite", "so", "more", "less", "most", "rather", "too", "still", "no", "both", "all")
)
