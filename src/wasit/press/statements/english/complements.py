"""What follows a verb of speech: a clause, a quotation, a noun, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from wasit.press.reading import Body
from wasit.press.statements.english.speakers import Speakers
from wasit.press.statements.english.vocabulary import (
    ABROAD,
    AFTER_FEELING,
    ARTICLES,
    BARE,
    BREAKS,
    EXPRESS,
    FEELINGS,
    FINITE,
    HELD_BACK,
    IMMEDIATE,
    LISTENERS,
    OBJECT_FIRST,
    OWNERS,
    PARTIES,
    PARTY_HEADS,
    PATTERN,
    PREPOSITIONS,
    PRONOUNS,
    TELL,
    TELL_ONLY,
    TIMES,
    TOGETHER,
    VOWS,
    adverb,
    third_person,
)
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import is_stop
from wasit.press.verbs import Verb


@dataclass(slots=True)
class Complements(Speakers):
    """Finds what follows a verb."""

    def _complement(self, n: int, verb: Verb) -> tuple[str, int, str, Speaker | None]:
        """What follows a verb: its kind, where it begins, the act, and who is told.

        The kind is ``unlinked`` where the word that belongs to the verb is not there.
        """
        pieces = self.pieces
        at = n + 1
        for word in verb.link.split():
            if at < len(pieces) and pieces[at].norm == word:
                at += 1
            else:
                return "unlinked", at, "", None
        to = None
        if verb.lemma in TELL and verb.clause is not None:
            told = self._told(at, only=verb.lemma in TELL_ONLY)
            if told is not None:
                kind, at, to = told
                if kind == "order":
                    return "noun", at, "demand", to
                return kind, at, verb.clause, to
            if verb.lemma in TELL_ONLY:
                return "none", at, verb.clause, self._first_told(at)
        clause = verb.clause
        if clause is not None:
            that = self._that(at)
            if that is not None and (that == at + 1 or verb.lemma not in IMMEDIATE):
                return "that", that, clause, None
            quote = self._quote(at)
            if quote is not None:
                return "quote", quote, clause, None
            colon = self._colon(at)
            if colon is not None:
                return "colon", colon, clause, None
            does = verb.noun is not None and at < len(pieces) and pieces[at].norm.endswith("ing")
            bare = self._bare(at) if verb.lemma in BARE and not does else None
            if bare is not None:
                return "bare", bare, clause, None
        if verb.noun is not None:
            return self._noun(at, verb)
        return "none", at, clause or "", None

    def _first_told(self, at: int) -> Speaker | None:
        pieces = self.pieces
        if at < len(pieces) and pieces[at].mention is not None:
            return self.memory.speaker(pieces[at].mention)
        return None

    def _told(self, at: int, *, only: bool) -> tuple[str, int, Speaker | None] | None:
        """Behind "told": who is told, and where what is said begins."""
        pieces = self.pieces
        if at < len(pieces) and pieces[at].norm == "that":
            return None
        to = self._first_told(at)
        end = at
        while end < len(pieces) and end - at < 14:
            piece = pieces[end]
            if piece.norm == "that" and end > at:
                return "that", end + 1, to or self._told_text(at, end)
            if piece.kind == "quote" and piece.words > 2:
                return "quote", end, to or self._told_text(at, end)
            if piece.kind == "mark" and piece.text == ":":
                return "colon", end + 1, to or self._told_text(at, end)
            if is_stop(piece):
                break
            if piece.text == "," and end + 1 < len(pieces):
                after = pieces[end + 1]
                if after.kind == "quote":
                    return "quote", end + 1, to or self._told_text(at, end)
                return None
            end += 1
        if not only:
            return None
        # Without "that": behind a name, a pronoun or one word for the listeners.
        start = at
        mention = pieces[at].mention if at < len(pieces) else None
        if mention is not None:
            while start < len(pieces) and (
                pieces[start].mention is mention or pieces[start].capital  # BBC Radio Leeds
            ):
                start += 1
        else:
            listener = self._listener(at)
            if listener is None:
                return None
            start = listener + 1
        if start + 2 < len(pieces) and pieces[start].norm == "to":
            # "told the captains to go home"
            return "order", start + 1, to
        begin = self._bare(start)
        return ("bare", begin, to) if begin is not None else None

    def _listener(self, at: int) -> int | None:
        """The last word for the listeners: ``reporters``, ``party leaders``."""
        first = self.pieces[at].norm if at < len(self.pieces) else ""
        for n in range(at, min(at + 4, len(self.pieces))):
            piece = self.pieces[n]
            several = piece.norm.endswith("s") and len(piece.norm) > 3 and not piece.capital
            if n > at and several and first in ARTICLES | OWNERS and not piece.verbs:
                return n
            if piece.norm in LISTENERS or (
                piece.labels & {"title", "group"} and piece.norm.endswith("s")
            ):
                return n
            if "outlet" in piece.labels and not piece.verbs:
                return n
            if piece.kind != "word" or piece.norm in PREPOSITIONS:
                return None
        return None

    def _told_text(self, at: int, end: int) -> Speaker | None:
        if end <= at:
            return None
        end = next((n for n in range(at + 1, end) if self.pieces[n].norm in TIMES), end)
        while end > at and self.pieces[end - 1].kind == "mark":
            end -= 1
        if not any("outlet" in piece.labels for piece in self.pieces[at:end]):
            return None
        return Speaker(None, self.text(at, end - 1)) if end > at else None

    def _that(self, at: int) -> int | None:
        """The piece behind "that", where only words of time and place stand before."""
        pieces = self.pieces
        if at < len(pieces) and pieces[at].norm == "that":
            return at + 1
        if at >= len(pieces) or not (
            adverb(pieces[at]) or pieces[at].norm in PREPOSITIONS or pieces[at].text == ","
        ):
            return None
        for n in range(at, min(at + 16, len(pieces))):
            piece = pieces[n]
            if piece.norm == "that":
                aside = pieces[at].text != "," or pieces[n - 1].text == ","
                return n + 1 if aside else None
            if piece.kind == "quote" or is_stop(piece) or piece.norm in FINITE:
                return None
            finite = any(verb.form == "finite" for verb in piece.verbs)
            gerund = piece.norm.endswith("ing") and piece.norm not in TIMES
            if (finite and not piece.labels) or gerund:
                return None
        return None

    def _quote(self, at: int) -> int | None:
        pieces = self.pieces
        for n in range(at, min(at + 12, len(pieces))):
            piece = pieces[n]
            if piece.kind == "quote":
                if n > at and pieces[n - 1].text not in (",", ":"):
                    return None
                enough = piece.words > 2 or (n + 1 < len(pieces) and pieces[n + 1].kind != "mark")
                return n if enough else None
            if is_stop(piece) or piece.verbs or piece.norm in FINITE or piece.norm == "that":
                return None
        return None

    def _colon(self, at: int) -> int | None:
        pieces = self.pieces
        for n in range(at, min(at + 12, len(pieces))):
            if pieces[n].text == ":":
                return n + 1 if len(pieces) - n > 3 else None
            if is_stop(pieces[n]) or pieces[n].kind == "quote" or pieces[n].norm in FINITE:
                return None
        return None

    def _bare(self, at: int) -> int | None:
        """The first piece of a clause that follows without "that"."""
        pieces = self.pieces
        begin = at
        while (
            begin < len(pieces)
            and pieces[begin].kind == "word"
            and (pieces[begin].norm in TIMES or pieces[begin].norm.endswith("ly"))
            and pieces[begin].norm not in ("this", "last")
        ):
            begin += 1
        if begin + 1 < len(pieces) and pieces[begin].norm in (
            "on",
            "in",
            "at",
            "after",
            "before",
            "during",
        ):
            after = self._behind_phrase(begin)
            if after is None:
                return None
            begin = after
        if begin >= len(pieces) or pieces[begin].kind == "mark":
            return None
        if pieces[begin].norm in ("not", "never", "to"):
            return None
        if pieces[begin].norm in PREPOSITIONS or pieces[begin].norm in BREAKS - {"what", "if"}:
            return None
        for n in range(begin, min(begin + 26, len(pieces))):
            piece = pieces[n]
            if is_stop(piece):
                break
            if n > begin and piece.kind == "quote":
                return begin
            if (
                piece.norm in FINITE
                or piece.norm.endswith(("ed", "n't", "n’t"))
                or (piece.verbs and n > begin and not self.noun(n))
            ):
                return begin
            if n > begin and piece.kind == "word" and not piece.capital and third_person(piece):
                return begin
        return None

    def _behind_phrase(self, at: int) -> int | None:
        """Behind "on Tuesday", "in Geneva": a preposition and a name or a day."""
        pieces = self.pieces
        n = at + 1
        if pieces[n].norm in TIMES or pieces[n].mention or pieces[n].capital:
            while n < len(pieces) and (pieces[n].norm in TIMES or pieces[n].capital):
                n += 1
            return n
        return None

    def _noun(self, at: int, verb: Verb) -> tuple[str, int, str, Speaker | None]:
        pieces = self.pieces
        act = verb.noun or ""
        at = self._behind_aside(at)
        none = ("none", at, act, None)
        if at >= len(pieces) or pieces[at].kind == "mark":
            return none
        if verb.lemma in EXPRESS:
            return self._feeling(at, act)
        needed = PATTERN.get(verb.lemma) if not verb.link else None
        if needed == "call":
            return self._called(at, act)
        if needed == "find":
            return none
        if needed:
            rest = pieces[at : at + 20]
            where = next((k for k, p in enumerate(rest) if p.norm == needed), None)
            if where is None:
                # "described a shouting match", "saw no need for a mediator"
                tells = verb.lemma == "describe" or pieces[at].norm == "no"
                return ("noun", at, act, None) if tells else none
            if verb.lemma.startswith(("describe", "character")):
                few = sum(piece.words for piece in rest[where + 1 :] if piece.kind != "mark") < 3
                return "noun", at if few else at + where + 1, act, None
            return "noun", at, act, None
        first = pieces[at]
        if first.norm in ("not", "never") and verb.lemma in VOWS:
            return "noun", at, "reject", None
        does = act in ("demand", "offer", "announce") or verb.lemma in VOWS
        if first.norm == "to" and verb.lemma == "refuse":
            held_back = any(piece.norm in HELD_BACK for piece in pieces[at + 1 : at + 4])
            return none if held_back else ("noun", at + 1, act, None)
        if first.norm == "to" and does and verb.lemma != "ask":
            return "noun", at + 1, act, None
        if first.kind == "quote" and first.words < 3 and at + 1 >= len(pieces):
            return none
        if first.norm == "as" and at + 2 < len(pieces) and pieces[at + 1].kind == "quote":
            return "noun", at + 1, act, None  # dismissed as "gossip" the claim that ...
        if first.norm in PREPOSITIONS or first.norm in BREAKS - {"what"} or first.norm in TIMES:
            return none
        if first.norm in PRONOUNS:
            return none
        # "urged both sides to stop", "accused the company of stalling": what is urged is said.
        if verb.link != "for" and act in ("demand", "criticise") and verb.lemma in OBJECT_FIRST:
            for n in range(at + 1, min(at + 10, len(pieces))):
                if is_stop(pieces[n]) or pieces[n].text == ",":
                    break
                if pieces[n].norm in ("to", "of", "for") and (
                    pieces[n].norm in OBJECT_FIRST[verb.lemma]
                ):
                    # Where little is urged, it is not told from whom it is urged.
                    few = sum(piece.words for piece in pieces[n + 1 :] if piece.kind != "mark") < 3
                    return "noun", at if few else n + 1, act, None
        return "noun", at, act, None

    def _behind_aside(self, at: int) -> int:
        """Behind an adverb set off by commas: offered*, instead,* to withdraw."""
        pieces = self.pieces
        if at + 2 < len(pieces) and pieces[at].text == "," and pieces[at + 2].text == ",":
            word = pieces[at + 1]
            if adverb(word) or word.norm in ("instead", "however", "too", "again"):
                return at + 3
        return at

    def _called(self, at: int, act: str) -> tuple[str, int, str, Speaker | None]:
        """``called the offer "a gift to smugglers"``, ``calling it a trap``."""
        pieces = self.pieces
        if pieces[at].norm in ("it", "this", "that", "them"):
            return "noun", at + 1, act, None
        for n in range(at, min(at + 10, len(pieces))):
            if pieces[n].kind == "quote":
                enough = pieces[n].words > 2 and n > at
                return ("quote", n, act, None) if enough else ("none", at, act, None)
            if pieces[n].kind == "mark":
                break
        return "none", at, act, None

    @staticmethod
    def may_take_noun(speaker: Speaker) -> bool:
        """A party as a whole takes a stance by it; everybody else states something."""
        if speaker.head == TOGETHER or speaker.head in PARTY_HEADS:
            return False
        if isinstance(speaker.of, Body):
            key = speaker.of.key.casefold()
            return speaker.of.kind in ("organisation", "outlet", "sources") and (
                key in ABROAD or not key.endswith(PARTIES)
            )
        return True

    def _feeling(self, at: int, act: str) -> tuple[str, int, str, Speaker | None]:
        pieces = self.pieces
        for n in range(at, min(at + 4, len(pieces))):
            meant = FEELINGS.get(pieces[n].norm)
            if meant is None:
                continue
            if n + 1 < len(pieces) and pieces[n + 1].norm in AFTER_FEELING:
                return "noun", n + 2, meant, None
            return "noun", at, meant, None
        return "noun", at, act, None

    def _content_before(self, begin: int) -> bool:
        """Whether what is said can stand before: it ends in a comma or a quotation."""
        if begin == 0:
            return False
        before = self.pieces[begin - 1]
        return before.kind == "quote" or before.text == ","
