"""What a point says shall, may or should be done, and what it says no to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from wasit.language.folding import folded
from wasit.language.numbers import numerals
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.text.compare.deed import Deed, Force
from wasit.text.compare.terms import words_of
from wasit.text.compare.words import bare_arabic, is_small, stem, tokens
from wasit.text.lexicon import lexicon

_WHEN = frozenset({"in", "during", "within", "at", "on", "by", "until", "في", "خلال", "حتي"})
"""Behind ``is forbidden`` these begin when and where, not what."""
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
"""Before a subject these say no to its verb: ``no boat may land``."""
_BE = frozenset({"is", "are", "was", "were", "be", "has", "have"})
_NO_THING = frozenset({"without", "no", "neither", "nor", "دون", "بدون", "عدم", "غير", "بلا"})
"""These say no to a thing, which may stand a word behind: ``without lasting harm``."""
_BEFORE_THING = frozenset(
    {"the", "a", "an", "of", "its", "their", "any", "for", "by", "with", "no"}
)
_THINGS = ("ing", "ings", "ion", "ions", "ment", "ments")
_OR = frozenset({"or", "nor", "او"})
_IF = frozenset({"if", "unless", "اذا"})
_TO_THEM = frozenset({"له", "لها", "لهم", "لهما"})
_EXCEPT = frozenset({"except", "unless", "save", "الا", "سوي"})
_STOPS = frozenset(".;:؛")
_REACH = 4
"""How many words behind it a word like ``not`` or ``may`` still belongs to."""


@lru_cache(maxsize=8_192)
def deeds(words: str, language: str) -> tuple[Deed, ...]:
    """Every word that says something, in order."""
    return tuple(_Reading(tokens(words), language).run())


@lru_cache(maxsize=8_192)
def force_words(words: str, language: str) -> frozenset[int]:
    """Offsets of the words that only tell force or negation: ``undertakes to``, ``forbidden``."""
    listed = tokens(words)
    found: set[int] = set()
    for n, token in enumerate(listed):
        force = _force_at(listed, n, language)
        if force:
            found.update(one.start for one in listed[n : force[1]])
        elif token.norm in words_of(language, "forbids") or _negates(listed, n, language):
            found.add(token.start)
    return frozenset(found)


class _Reading:
    """Goes over the words once; a force or a no holds for the next word that says something."""

    def __init__(self, listed: Sequence[Token], language: str) -> None:
        self.listed = listed
        self.language = language
        spoken: Language = "ar" if language == "ar" else "en"
        self.counts = {n for one in numerals(listed, spoken) for n in range(one.first, one.behind)}
        """The tokens of numbers, which are nothing that is done."""
        self.found: list[Deed] = []
        self.forced = False
        """Whether a word of force stood before in this sentence."""
        self.sentence = 0
        """How many deeds stand before this sentence."""
        self.clause = 0
        """The same, before what follows the last comma."""
        self.opening = True
        """Whether the verb that opens the point may still come."""
        self.since_no = 9
        """Deeds since one that stood under a no to a thing."""
        self.force: Force = "plain"
        self.negated = self.forbidden = self.no_thing = False
        self.start, self.left = -1, 0
        """Where what holds began, and for how many words it still does."""
        self.carried: tuple[Force, bool, int] | None = None
        """What the deed just read stood under, for one joined on by or."""
        self.conditional = False
        self.subject, self.subject_at = -1, 0
        """Where a no to somebody began whose verb is to come, and how many deeds stood before."""

    def run(self) -> list[Deed]:
        n = 0
        while n < len(self.listed):
            token = self.listed[n]
            found = _force_at(self.listed, n, self.language) or self._leave_to(n)
            if self.subject >= 0 and (found or token.norm in _BE):
                self._no_to_the_verb()
            if found:
                self.start = token.start if self.left <= 0 else self.start
                self.force, self.left = found[0], _REACH
                self.forced = True
                n = found[1]
                continue
            self._take(n, token)
            n += 1
        return self.found

    def _take(self, n: int, token: Token) -> None:
        self.conditional = self.conditional or token.norm in _IF or self._is_if_not(n)
        if token.norm in _EXCEPT:
            self._excepted()
        if token.kind == "word" and _negates(self.listed, n, self.language):
            self._no(token)
        elif token.kind == "word" and n not in self.counts and self._says(token):
            self._deed(n, token)
        elif token.norm in _OR and self.carried:
            # No boat shall land or sail: the second under the same no.
            self.force, self.negated, self.start = self.carried
            self.left, self.carried = _REACH, None
        elif token.text in _STOPS:
            self.conditional, self.carried = False, None
            self._clear()
            self._forget_subject()
            self.since_no, self.sentence, self.forced = 9, len(self.found), False
        elif self.forbidden and token.norm in _WHEN:
            self._clear()
        else:
            self.left -= token.kind == "word"
            if token.norm in (",", "،"):
                self.conditional, self.clause = False, len(self.found)

    def _leave_to(self, n: int) -> tuple[Force, int] | None:
        """``للرئيس أن يدعو``: who may is told by what is joined on before."""
        if self.language != "ar" or self.listed[n].norm != "ان" or not n or self.left > 0:
            return None
        before = self.listed[n - 1].norm.removeprefix("و")
        return ("leave", n + 1) if before.startswith("لل") or before in _TO_THEM else None

    def _excepted(self) -> None:
        """``shall not be changed except by both``: the no of this sentence sets a condition."""
        for k in range(self.sentence, len(self.found)):
            if self.found[k].negated and self.found[k].force != "leave":
                self.found[k] = replace(self.found[k], conditional=True)

    def _says(self, token: Token) -> bool:
        return not is_small(token.norm, self.language)

    def _is_if_not(self, n: int) -> bool:
        """``إن لم``: the first word of it is mostly another."""
        return (
            self.listed[n].norm == "ان"
            and n + 1 < len(self.listed)
            and self.listed[n + 1].norm == "لم"
        )

    def _no(self, token: Token) -> None:
        if token.norm == "nothing" and len(self.found) > self.sentence:
            # Pay nothing for: no to what stands before.
            return
        self.start = token.start if self.left <= 0 else self.start
        self.negated, self.left = not self.negated, max(self.left, _REACH)
        self.no_thing = token.norm in _NO_THING
        if token.norm in _NOBODY:
            self.subject, self.subject_at = token.start, len(self.found)
        else:
            self._forget_subject()

    def _no_to_the_verb(self) -> None:
        """``No boat may land``: what was taken for a no to the boat is one to its landing."""
        for k in range(self.subject_at, len(self.found)):
            self.found[k] = replace(self.found[k], negated=False)
        self.negated, self.start, self.left = True, self.subject, _REACH
        self._forget_subject()

    def _deed(self, n: int, token: Token) -> None:
        own = _openings(self.language).get(token.norm) if self.opening else None
        held = self.left > 0
        passed_by = held and self._comes_between(n, token)
        negated = self.negated and held
        self.since_no = 0 if negated and self.no_thing else self.since_no + 1
        self.found.append(
            Deed(
                stem(token.norm, self.language),
                own or (self.force if held and not passed_by else "plain"),
                negated and not passed_by,
                self.start if held and self.start >= 0 and not passed_by else token.start,
                token.end,
                under_no=self.since_no <= 2,
                opens=own is not None,
                thing=self._is_thing(n, token),
                conditional=self.conditional,
                under_force=self.forced and not held,
            )
        )
        self.opening = self.opening and token.norm in ("also", "further") and own is None
        if passed_by:
            # يجوز للشركة أن: whose leave it is stands before what the leave is to.
            self.left -= 1
            return
        self.carried = (self.force, self.negated, self.start) if held else None
        self._clear()
        if token.norm in words_of(self.language, "forbids"):
            self._forbid(n, token)

    def _is_thing(self, n: int, token: Token) -> bool:
        if self.language == "ar":
            return token.norm.startswith("ال")
        before = self.listed[n - 1].norm if n else ""
        return before in _BEFORE_THING or token.norm.endswith(_THINGS)

    def _comes_between(self, n: int, token: Token) -> bool:
        """Whether a word only stands before the deed: ``not permanently``, ``يجوز للشركة أن``."""
        if self.language == "ar":
            return token.norm.startswith("لل") or (n > 0 and self.listed[n - 1].norm == "علي")
        return token.norm.endswith("ly") and len(token.norm) > 5

    def _forbid(self, n: int, token: Token) -> None:
        """``Forbidden to land`` says no to what follows, ``landing is forbidden`` to what opens."""
        before = self.listed[n - 1].norm if n else ""
        after = self.listed[n + 1].norm if n + 1 < len(self.listed) else ""
        first = max(self.sentence, self.clause)
        if before in _BE and after not in ("to", "from") and first < len(self.found) - 1:
            one = self.found[first]
            self.found[first] = replace(one, negated=not one.negated)
            return
        self.forbidden = self.negated = self.no_thing = True
        self.start, self.left = token.start, _REACH

    def _clear(self) -> None:
        """Nothing holds for the next deed."""
        self.force = "plain"
        self.negated = self.forbidden = self.no_thing = False
        self.start, self.left = -1, 0

    def _forget_subject(self) -> None:
        """No one is said no to whose verb is still to come."""
        self.subject, self.subject_at = -1, 0


def _force_at(listed: Sequence[Token], n: int, language: str) -> tuple[Force, int] | None:
    token = listed[n]
    if token.kind != "word" or not _begins(token.norm, language):
        return None
    for length in (4, 3, 2, 1):
        if n + length > len(listed):
            continue
        phrase = " ".join(one.norm for one in listed[n : n + length])
        found = _forces(language).get(phrase)
        if found is None and language == "ar":
            found = _forces(language).get(bare_arabic(phrase))
        if found and not (token.norm == "may" and token.capital and n):
            return found, n + length
    return None


def _negates(listed: Sequence[Token], n: int, language: str) -> bool:
    """Whether a word says no; that of ``no less than`` sets a bound."""
    norm, known = listed[n].norm, words_of(language, "negations")
    if norm == "لم" and n and listed[n - 1].norm == "ما":
        return False
    if norm not in known and not (language == "ar" and norm[:1] in "وف" and norm[1:] in known):
        return False
    return n + 1 >= len(listed) or listed[n + 1].norm not in words_of(language, "bounds")


@cache
def _forces(language: str) -> dict[str, Force]:
    listed = lexicon(language)["forces"]
    return {folded(str(phrase)): force for force, phrases in listed.items() for phrase in phrases}


@lru_cache(maxsize=65_536)
def _begins(norm: str, language: str) -> bool:
    """Whether a phrase of force may begin with a word."""
    return norm in _firsts(language) or (
        language == "ar" and bare_arabic(norm) in _firsts(language)
    )


@cache
def _firsts(language: str) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _forces(language))


@cache
def _openings(language: str) -> dict[str, Force]:
    listed = lexicon(language)["openings"]
    return {folded(str(word)): force for force, words in listed.items() for word in words}
