"""The words for a speaker: behind the verb, before it, a name, an office."""

from __future__ import annotations

from dataclasses import dataclass, field

from wasit.language.folding import folded
from wasit.language.spans import Span
from wasit.press.arabic_words import may_be_a_name
from wasit.press.names.arabic import bare
from wasit.press.names.unlisted import kind_of
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body, Person
from wasit.press.statements.arabic.point import Point
from wasit.press.statements.arabic.vocabulary import (
    EVERYBODY,
    HOWEVER,
    JOINED,
    LONGEST_SPEAKER,
    OPENERS,
    OPENING,
    PREPOSITIONS,
    QUALIFIERS,
    QUANTIFIERS,
    RELATIVE,
    SAME,
    SAYING,
    SPEAKERS,
    THAT,
    TIMES,
    TOGETHER,
    joined_to,
    kinds_of,
    nisba,
)
from wasit.press.statements.memory import Memory
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import Clause, Piece

_HOLDER = 6
"""How many words may stand between the comma and the name of who holds the office before it."""
_ONE_OF = frozenset(("احد", "احدي", "بعض", "عدد"))
"""Before a plural they name somebody who speaks: أحد السائقين."""


_SHORTEST_NAME = 4
"""Letters of a name of no list, at least."""


def _feminine(verb: str) -> bool:
    """Whether a verb, or أما, may be said of a land: ``تصر``, ``طلبت``."""
    bare_verb = verb[1:] if verb[:1] in "وف" else verb
    return bare_verb in ("اما", "ما") or bare_verb.startswith("ت") or bare_verb.endswith("ت")


@dataclass(slots=True)
class Speakers:
    """Finds the words for a speaker in one sentence."""

    clause: Clause
    memory: Memory
    points: list[Point] = field(default_factory=list)
    refused: list[tuple[Speaker, Span]] = field(default_factory=list)
    """What speakers would not say."""
    silent: Speaker | None = None
    """The party whose stance the sentence tells: verbs without a subject go back to it."""

    @property
    def pieces(self) -> list[Piece]:
        """The sentence."""
        return self.clause.pieces

    def _opening(self, n: int) -> int:
        """The first of the small words before a verb: ``غير أنه لم``, ``لكنه``, ``وقد``."""
        pieces = self.pieces
        while n > 0:
            if pieces[n - 1].norm in OPENING:
                n -= 1
            elif n > 1 and pieces[n - 1].norm in THAT and pieces[n - 2].norm in HOWEVER:
                n -= 2
            else:
                break
        return n

    def _skip_times(self, n: int) -> int:
        """Behind words of time set off by commas or not."""
        pieces = self.pieces
        at = n
        while (
            at < len(pieces)
            and at - n < 8
            and (pieces[at].text in ("،", ",") or pieces[at].norm in TIMES)
        ):
            if pieces[at].norm in PREPOSITIONS:
                break
            at += 1
        return at

    def subject(self, n: int) -> tuple[int, Speaker] | None:
        """The words for a speaker that begin at piece ``n``: the piece behind, and the speaker."""
        pieces = self.pieces
        if n >= len(pieces):
            return None
        first = pieces[n]
        if first.kind == "quote":
            return self._body_quoted(n)
        if first.kind != "word" or first.norm in THAT or first.norm in SAYING:
            return None
        if first.norm[:1] == "ل" and not (first.mention and first.mention.start == first.start):
            return None
        if first.mention is not None:
            return self._named(n)
        if first.norm in QUANTIFIERS and n + 1 < len(pieces) and pieces[n + 1].kind == "word":
            found = self.subject(n + (2 if pieces[n + 1].norm == "من" else 1))
            if found is None and first.norm in _ONE_OF and pieces[n + 1].norm.startswith("ال"):
                text = self.memory.text[first.start + joined_to(first) : pieces[n + 1].end]
                return n + 2, Speaker(None, text, bare(pieces[n + 1].norm))
            if found is None or found[1].of is not None:
                return found
            start = first.start + joined_to(first)
            text = self.memory.text[start : pieces[found[0] - 1].end]
            return found[0], Speaker(None, text, found[1].head, found[1].side)
        known = kinds_of(first)
        speaks = known & {"title", "honour", "group", "organisation", "outlet"}
        if not (speaks or first.norm in SPEAKERS or self._named_soon(n)):
            return self._of_no_list(n)
        end = n
        core = None
        person_like = first.norm in SPEAKERS or first.norm.endswith(("ها", "ه"))
        while end < len(pieces) and end - n < LONGEST_SPEAKER:
            piece = pieces[end]
            person = piece.mention is not None and isinstance(piece.mention.of, Person)
            if person and pieces[end - 1].norm != "باسم":
                return self._behind(piece, end), self.memory.speaker(piece.mention)
            if end > n and pieces[end].norm in RELATIVE and not first.norm.startswith("ال"):
                core = end
                while (
                    end < len(pieces)
                    and pieces[end].kind == "word"
                    and (pieces[end].norm not in THAT)
                ):
                    end += 1
                break
            if end > n and self._ends_speaker(end):
                holder = self._holder_soon(end) if "title" in known or person_like else None
                if holder is None:
                    break
                end = holder
                continue
            end += 1
        if pieces[end - 1].kind == "mark":
            end -= 1
        named = self._set_off(end)
        if named is not None:
            return named
        while end > n + 1 and pieces[end - 1].norm in PREPOSITIONS:
            # "خلص التقرير إلى أن": the preposition is the verb's.
            end -= 1
        speaker = self._described(n, core if core is not None else end)
        while end < len(pieces) and pieces[end].norm in SAME:
            end += 1
        return end, speaker

    def _holder_soon(self, n: int) -> int | None:
        """Where the holder of an office is named behind a land of no list: رئيس وزراء كذا فلان."""
        for at in range(n, min(n + 4, len(self.pieces))):
            piece = self.pieces[at]
            mention = piece.mention
            if mention is not None and isinstance(mention.of, Person):
                return at if at > n and mention.start == piece.start else None
            joined = piece.norm.startswith(("ال", "لل", "بال", "وال"))
            known = kinds_of(piece) - {"particle", "given"}  # سانتا ريتا
            if piece.kind != "word" or known or piece.verbs or joined:
                return None
            if piece.norm in THAT or piece.norm in TIMES or piece.norm in PREPOSITIONS:
                return None
        return None

    def _of_no_list(self, n: int) -> tuple[int, Speaker] | None:
        """One definite word between the verb and what is said: ``أعلنت المرجعية أن``.

        A word of no lexicon is a name: ``وتصر أرفينيا على``, ``أما سورلاند فترى``.
        """
        piece = self.pieces[n]
        if n and (self.pieces[n - 1].verbs or self.pieces[n - 1].norm in ("اما", "واما")):
            end = n
            while end < min(n + 2, len(self.pieces)) and self._is_a_name(end):
                end += 1
            if end > n:
                land = _feminine(self.pieces[n - 1].norm)
                text = self.memory.text[piece.start : self.pieces[end - 1].end]
                return end, Speaker(None, text, TOGETHER if land else "")
        if n == 0 or not self.pieces[n - 1].verbs or piece.verbs or piece.norm in TIMES:
            return None
        if not piece.norm.startswith("ال") or len(piece.norm) < 5 or n + 1 >= len(self.pieces):
            return None
        after = self.pieces[n + 1]
        if after.norm in THAT or after.text in ("،", ",", ":"):
            return n + 1, Speaker(None, piece.text, TOGETHER)
        return None

    def _is_a_name(self, n: int) -> bool:
        """Whether a word is of no lexicon and may be the name of a land or a person."""
        piece = self.pieces[n]
        return (
            piece.kind == "word"
            and piece.mention is None
            and not piece.verbs
            and len(piece.text) >= _SHORTEST_NAME
            and may_be_a_name(piece.text)
        )

    def _named_soon(self, n: int) -> bool:
        """Whether a word of no list says what somebody is who is named behind: ``الناقد فلان``."""
        pieces = self.pieces
        whose = pieces[n].norm.startswith("ال") or pieces[n].norm.endswith(("ها", "ه", "هم"))
        if not whose or pieces[n].verbs:
            return False
        for at in range(n + 1, min(n + 6, len(pieces))):
            piece = pieces[at]
            mention = piece.mention
            if mention is not None and isinstance(mention.of, Person):
                return mention.start == piece.start
            definite = piece.norm.startswith(("ال", "لل")) or piece.norm in ("في", "باسم")
            if piece.kind != "word" or not (definite or mention or kinds_of(piece)):
                return False
        return False

    def _body_quoted(self, n: int) -> tuple[int, Speaker] | None:
        """A body named in quotation marks: ``ودعت «لجنة العائلات»``."""
        piece = self.pieces[n]
        if piece.mention is not None:
            return n + 1, self.memory.speaker(piece.mention)
        if piece.inner is None or piece.words > 4:
            return None
        text = piece.inner.of(self.memory.text)
        first = folded(text.split()[0]) if text.split() else ""
        bodies = {"group", "organisation", "outlet", "label"}
        if not labels(first, "ar") & bodies and not kind_of(text, "ar"):
            return None
        return n + 1, Speaker(None, text, bare(first))

    def _set_off(self, n: int) -> tuple[int, Speaker] | None:
        """A name set off by commas behind an office: ``الأمين العام للحزب، فلان، إن``."""
        pieces = self.pieces
        last = min(n + 5, len(pieces))
        while n < last and pieces[n].kind == "word" and pieces[n].norm not in THAT:
            n += 1
        if n + 1 >= len(pieces) or pieces[n].text not in ("،", ","):
            return None
        at = n + 1
        while at < min(n + _HOLDER, len(pieces) - 1) and (
            kinds_of(pieces[at]) & {"title", "honour", "kind"}
            or (pieces[at].mention is None and pieces[at].norm.startswith("ال"))
            or self._adjective(pieces[at])
        ):
            at += 1
        mention = pieces[at].mention
        if mention is None or isinstance(mention.of, Body):
            return None
        end = self._behind(pieces[at], at)
        if end < len(pieces) and pieces[end].text in ("،", ","):
            return end, self.memory.speaker(mention)
        return None

    def _behind(self, piece: Piece, n: int) -> int:
        while n < len(self.pieces) and self.pieces[n].mention is piece.mention:
            n += 1
        return n

    def _named(self, n: int) -> tuple[int, Speaker]:
        pieces = self.pieces
        mention = pieces[n].mention
        end = self._behind(pieces[n], n)
        speaker = self.memory.speaker(mention)
        if isinstance(speaker.of, Body) and speaker.of.kind != "outlet":
            last = end
            if end < len(pieces) and pieces[end].norm in JOINED:
                last += 1
            while (
                last < len(pieces)
                and pieces[last].kind == "word"
                and last - n < 8
                and not (self._ends_speaker(last))
            ):
                last += 1
            if last > end and pieces[end].norm[:1] == "و":
                text = self.memory.text[pieces[n].start : pieces[last - 1].end]
                return last, Speaker(None, text, TOGETHER, speaker.side)
        elif isinstance(speaker.of, Person):
            end = self._office_behind(end)
        return end, speaker

    def _office_behind(self, n: int) -> int:
        """Behind the office told right behind a name: ``فلان كبير مفاوضي الحكومة``."""
        pieces = self.pieces
        end = n
        while (
            end < min(n + LONGEST_SPEAKER, len(pieces))
            and pieces[end].kind == "word"
            and pieces[end].norm not in EVERYBODY
            and ("title" in kinds_of(pieces[end]) if end == n else not self._ends_speaker(end))
        ):
            end += 1
        return end

    def _ends_speaker(self, n: int) -> bool:
        """Whether the words for a speaker end before piece ``n``."""
        piece = self.pieces[n]
        if piece.kind == "mark":
            return piece.text not in ("(", ")")
        if piece.kind == "quote":
            return piece.words > 3
        if piece.norm in THAT or piece.norm in SAYING or piece.norm in TIMES:
            return True
        of = piece.mention.of if piece.mention is not None else None
        outlet = isinstance(of, Body) and of.kind == "outlet"
        if outlet and "outlet" not in kinds_of(self.pieces[n - 1]):
            return True
        if piece.norm[:1] == "ل" and "outlet" in kinds_of(piece):
            return True
        before = self.pieces[n - 1]
        if piece.norm in ("الي", "علي", "الا"):
            return True
        if "group" in piece.labels and piece.norm.startswith("ال"):
            # "حث الأمين العام الطرفين": whom he urges.
            other = before.mention is not None and before.mention is not piece.mention
            definite = before.norm.startswith("ال") or other
            if definite and before.norm not in PREPOSITIONS:
                return True
        if "title" in kinds_of(before) and self._headed(n):
            return False
        if nisba(piece) and "title" in kinds_of(before):
            return False
        joins = before.norm in PREPOSITIONS
        if joins or piece.norm in ("في", "من", "باسم", "عن") or piece.norm in QUALIFIERS:
            return False
        known = kinds_of(piece)
        if known & {"title", "kind", "group", "organisation", "honour", "outlet"}:
            return False
        if piece.mention is not None or self._adjective(piece):
            return False
        # A word in the definite may go on with the office; another one begins something new.
        return not piece.norm.startswith("ال") or bool(piece.verbs)

    def _headed(self, n: int) -> bool:
        """Whether piece ``n`` is what somebody heads: ``رئيس مهرجان «كذا»``."""
        piece, before = self.pieces[n], self.pieces[n - 1]
        if piece.verbs or before.norm.startswith("ال") or piece.norm.startswith("ال"):
            return False
        whose = piece.norm.endswith(("ه", "ها", "هم")) and not piece.text.endswith("ة")
        if n + 1 >= len(self.pieces) or whose:
            return False
        after = self.pieces[n + 1]
        return after.norm.startswith("ال") or (after.kind == "quote" and after.words < 5)

    def _adjective(self, piece: Piece) -> bool:
        side = self.memory.adjective_at(piece.start, piece.end)
        return side is not None

    def _described(self, first: int, end: int) -> Speaker:
        pieces = self.pieces
        start = pieces[first].start + joined_to(pieces[first])
        text = self.memory.text[start : pieces[end - 1].end]
        head = bare(pieces[first].norm[joined_to(pieces[first]) :])
        side = self.memory.side_in("ar", start, pieces[end - 1].end)
        known = kinds_of(pieces[first])
        office = "title" in known and not known & {"group"}
        return self.memory.described(
            text, head, side, definite=text.startswith("ال"), office=office, language="ar"
        )

    def _subject_before(self, n: int) -> tuple[int, Speaker] | None:
        """The words for a speaker before the verb: ``أما فلان فرأى``, ``لكن مصدراً قال``."""
        pieces = self.pieces
        verb = n
        n = self._opening(n)
        begin = n
        while begin > 0 and n - begin < 14 and pieces[begin - 1].kind == "word":
            begin -= 1
        aside = self._aside_before(n)
        if aside is not None:
            return aside
        topic = False
        answers = pieces[verb].norm[:1] == "ف" or pieces[n].norm[:1] == "ف"
        if begin > 0 and answers:
            # "أما فلان، الذي …، فرأى": the name stands before a phrase set off by commas.
            opener = next(
                (k for k in range(max(begin - 40, 0), begin) if pieces[k].norm in ("اما", "واما")),
                None,
            )
            if opener is not None:
                begin, topic = opener, True
        while begin < n and pieces[begin].norm in OPENERS:
            begin += 1
        if begin >= n:
            return None
        for at in range(begin, n):
            mention = pieces[at].mention
            if mention is not None and isinstance(mention.of, Person):
                if topic or all(
                    p.mention is mention
                    or kinds_of(p) & {"title", "kind", "honour"}
                    or (p.mention is not None or self._adjective(p))
                    for p in pieces[begin:at]
                ):
                    return begin, self.memory.speaker(mention)
                return None
        subject = self.subject(begin)
        if subject is not None and (subject[0] == n or answers):
            return begin, subject[1]
        return None

    def _aside_before(self, n: int) -> tuple[int, Speaker] | None:
        """``رئيس الوفد، المحامي فلان، قال``: an office and its holder before a verb."""
        pieces = self.pieces
        if n < 4 or pieces[n - 1].text not in ("،", ","):
            return None
        begin = n - 1
        while begin > 0 and n - begin < LONGEST_SPEAKER:
            before = pieces[begin - 1]
            if before.kind == "mark" and before.text not in ("،", ",", "(", ")"):
                break
            begin -= 1
        if begin and n - begin >= LONGEST_SPEAKER:
            return None
        found = self.subject(begin)
        return (begin, found[1]) if found is not None and found[0] == n - 1 else None

    def outlet(self, first: int, last: int) -> Speaker | None:
        """The outlet named between two pieces."""
        pieces = self.pieces
        for n in range(first, min(last, len(pieces))):
            mention = pieces[n].mention
            if mention is not None and isinstance(mention.of, Body) and mention.of.kind == "outlet":
                return self.memory.speaker(mention)
            if "outlet" in kinds_of(pieces[n]):
                after = pieces[n + 1] if n + 1 < last else None
                if after is not None and after.kind == "quote" and after.inner is not None:
                    return Speaker(None, after.inner.of(self.memory.text))
                if after is not None and after.mention is not None:
                    if isinstance(after.mention.of, Body):
                        return self.memory.speaker(after.mention)
                    return None
                end = n + 1
                while (
                    end < last
                    and pieces[end].kind == "word"
                    and pieces[end].norm not in (THAT | PREPOSITIONS)
                ):
                    end += 1
                whole = pieces[n].norm.startswith(("ال", "لل"))
                # "للتلفزيون الرسمي": the adjective alone names nothing.
                where = n + 1 if end > n + 1 and not whole else n
                start = pieces[where].start + (joined_to(pieces[where]) if where == n else 0)
                return Speaker(None, self.memory.text[start : pieces[max(end, where + 1) - 1].end])
        return None
