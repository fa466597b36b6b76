"""The small words of Arabic around verbs of speech."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.folding import folded
from wasit.press.names.arabic import bare
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body
from wasit.press.statements.model import Speaker
from wasit.press.statements.pieces import Piece
from wasit.press.statements.words import meanings, words

THAT = words("ar", "that")
BEFORE_VERB = words("ar", "before_verb")
NOT = words("ar", "not")
OPENING = BEFORE_VERB | NOT
HOWEVER = words("ar", "however")
TIMES = words("ar", "times")
PREPOSITIONS = words("ar", "prepositions")
ACCORDING = words("ar", "according")
SAYING = words("ar", "saying")
NEGATABLE = words("ar", "negatable")
IMPERSONAL = words("ar", "impersonal")
WITHHELD = words("ar", "withheld")
WITHOUT_SAYING = words("ar", "without_saying")
HOLDING = words("ar", "holding")
"""Verbs of holding back: ``امتنع عن``."""
QUESTIONS = words("ar", "questions")
FEELINGS = meanings("ar", "feelings")
SPEECH_NOUNS = meanings("ar", "speech_nouns")
"""Nouns of speaking, without article: ``القول``, ``التأكيد``; by what the speaker does."""
FRAME_NOUNS = meanings("ar", "frame_nouns")
"""What is said is called so: ``موقف``, ``رسالة``; by what the speaker does."""
APPEARED = words("ar", "appeared")
"""``جاء``, ``ورد``: before a statement in which something stands."""
OWN_BA = words("ar", "own_ba")
"""Words whose first letter only looks like the preposition: ``بنود``."""
LEADING = words("ar", "leading")
"""Verbs that lead up to another: ``راح يشرح``."""
THEREIN = words("ar", "therein")
VIEWS = words("ar", "views")
"""Phrases before whose view it is: ``على حد تعبير``, ``في رأي``."""
OVER = words("ar", "over")
"""Behind a comma, where what is said is over."""
OWN_VIEWS = words("ar", "own_views")
"""The same of who spoke last: ``برأيه``."""
STRONGLY = words("ar", "strongly")
"""Adverbs between a verb and its object: ``انتقد بشدة``."""
QUANTIFIERS = words("ar", "quantifiers")
HIDE = folded("أخفى")
WRITINGS = words("ar", "writings")
OBJECT_NEEDED = words("ar", "object_needed")
"""Verbs that never go without an object: ``شكر قطر على``: Qatar is thanked."""
DEMANDS = words("ar", "demands")
"""Verbs by which a party as a whole takes a stance, a clause behind them or not."""
CONJUNCTIONS = words("ar", "conjunctions")
"""Before أن: ``قبل أن``, ``دون أن``."""
RELAYED = words("ar", "relayed")
"""Verbs of speech that may stand within what somebody else says."""
ABROAD = words("en", "abroad")
"""Unions that are no party of their own, by their keys."""
TOGETHER = "&"
EVERYBODY = frozenset(("الجميع", "الكل", "الاطراف", "الطرفين", "الجانبين", "المجتمع", "العالم"))
"""Whom one speaks to, never part of an office."""
PARTY_HEADS = frozenset(map(bare, words("ar", "party_heads")))
SPEAKERS = words("ar", "speakers")
LONGEST_SPEAKER = 18
"""Pieces a speaker may be described in."""
OPENERS = words("ar", "openers")
OTHER_WORDS = words("ar", "other_words")
"""Verbs that are nearly always another word when written without marks: قبل is "before"."""
PLAIN = words("ar", "plain")
"""Verbs whose letters are hardly a noun."""
QUALIFIERS = words("ar", "qualifiers")
SAME = words("ar", "same")
JOINED = words("ar", "joined")
"""Others joined to a country that speaks: ``كييف والدول الأوروبية``."""
RELATIVE = words("ar", "relative")
"""Behind "a source", "an official": what goes on about them."""
HIDING = words("ar", "hiding")
"""Verbs of asides on a speaker who will not be named: ``وفضّل عدم الكشف عن اسمه``."""


def passive(text: str) -> bool:
    """Whether vowel marks make a verb passive: ``يُذكر``, ``ذُكر``."""
    bare_text = text.lstrip("وف")
    if bare_text[:2] in ("سي", "ست") and bare_text[2:3] == "ُ":
        return True
    return len(text) > 2 and (
        (text[0] in "يت" and text[1] == "ُ" and len(text.replace("ُ", "")) == 4)
        or (text[1] == "ُ" and text[0] not in "يتمون")
    )


def nisba(piece: Piece) -> bool:
    """Whether a word looks like an adjective: ``نقابية``."""
    if piece.norm.startswith("ال") or piece.norm in PREPOSITIONS:
        return False
    return piece.norm.endswith(("يه", "ي", "يون", "يين"))


def kinds_of(piece: Piece) -> frozenset[str]:
    """What kind of word a piece is, also without a pronoun behind: ``منسقها``."""
    known = piece.labels
    if not known and piece.kind == "word" and piece.norm.endswith(("ها", "هم")):
        known = labels(piece.norm[:-2], "ar") & {"title"}
    if not known and piece.kind == "word" and piece.norm.endswith("ا"):
        # مصدراً, نائباً: in the accusative behind لكن and كان.
        known = labels(piece.norm[:-1], "ar") & {"title"}
    if not known and piece.kind == "word" and piece.norm.endswith(("ان", "ين", "ون")):
        # نائبان, حقوقيون
        known = labels(piece.norm[:-2], "ar") & {"title"}
    return known


def joined_to(piece: Piece) -> int:
    """Letters joined on before a word for a speaker or an outlet: ``لوكالة``, ``ومصدر``."""
    norm = piece.norm
    if norm in SPEAKERS:
        return 0
    if norm[:1] in ("و", "ل", "ب", "ف") and not labels(norm, "ar") & {"title"}:
        return 1 if labels(norm[1:], "ar") else 0
    if norm[:1] == "و" and labels(norm[1:], "ar") & {"title"} and norm not in ("وزير", "وزيره"):
        return (
            1
            if not norm.startswith(("وزير", "وزراء", "والي", "وسيط", "وسطاء", "وكيل", "ولي"))
            else 0
        )
    return 0


def withheld(pieces: Sequence[Piece], n: int) -> int | None:
    """Where what is held back begins, if piece ``n`` is the verb: ``امتنع عن تسمية``.

    A question behind ``لم يقل`` is held back as well.
    """
    norm = pieces[n].norm
    if norm in HOLDING or norm[1:] in HOLDING:
        for at in range(n + 1, min(n + 7, len(pieces) - 1)):
            if pieces[at].kind != "word":
                break
            if pieces[at].norm in ("عن", "علي", "عدم") and pieces[at + 1].norm in WITHHELD:
                return at + 1
        return None
    if (
        n
        and n + 2 < len(pieces)
        and pieces[n - 1].norm in ("لم", "ولم")
        and (norm in WITHOUT_SAYING and pieces[n + 1].norm in QUESTIONS)
    ):
        return n
    return None


def may_take_noun(speaker: Speaker) -> bool:
    """A party as a whole takes a stance by it; everybody else states something."""
    if speaker.head == TOGETHER or speaker.head in PARTY_HEADS:
        return False
    if isinstance(speaker.of, Body):
        if speaker.of.key.casefold() in ABROAD:
            return True
        first = folded(speaker.text).split()[:1]
        if first and bare(first[0]) in PARTY_HEADS:
            return False
        return speaker.of.kind in ("organisation", "outlet", "sources")
    return True
