"""For whom people speak, told in the phrase around their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer
from wasit.press.placed import Cursor, beginning
from wasit.press.positions.actors import actors_of
from wasit.press.positions.sides import Side, Sides
from wasit.press.positions.vocabulary import Read, own_kinds
from wasit.press.positions.words import word_set
from wasit.press.reading import Body, Person

_BEFORE = 12
"""How many words of a role may stand before a name."""
_BEHIND = 14
_OFFICE = 4
"""How many words before a name its office begins at most."""
_OPENING = 4
"""How far into a sentence the side stands that it is about, in words."""
_COMMAS = (",", "،")
_ENDS = (";", "؛", ":", ".", "—", "–", "(", ")", '"', "“", "”", "«", "»")

Actor = tuple[int, int, Side]


def introduce(
    document: Document, names: Names, read: Mapping[Language, Sequence[Read]], sides: Sides
) -> None:
    """Notes for everyone whose side no list tells what the text says of it: *who leads the front*.

    The first phrase that tells it counts. Cost: linear.
    """
    for language in document.languages:
        mentions = names.mentions.get(language, ())
        named = Cursor([(one.start, one.end, one.of) for one in mentions])
        before: _Around | None = None
        for _, sentence, cues in read[language]:
            here = named.within(sentence)
            around = _Around(language, beginning(sentence), here, cues, sides)
            for first, behind, who in here:
                if isinstance(who, Person) and _open(who, sides):
                    side = around.side_of(first, behind, before)
                    if side is not None:
                        sides.assign(who, side)
            before = around


def _open(who: Person, sides: Sides) -> bool:
    return sides.of_person(who) is None and sides.may_speak(who)


def _own_group(cues: Sequence[Cue], tokens: Sequence[Token], sides: Sides) -> str | None:
    """The side of whoever speaks of *his movement*, جماعته, where the report has but one."""
    for cue in cues:
        if cue.sort == "pronouns" and cue.idea == "own":
            norm = tokens[cue.behind - 1].norm
            kind = own_kinds().get(norm)
            side = sides.of_kind(kind) if kind else None
            if side is not None:
                return side
    return None


class _Around:
    """The words around the names of one sentence."""

    def __init__(
        self,
        language: Language,
        tokens: Sequence[Token],
        named: Sequence[tuple[int, int, Person | Body]],
        cues: Sequence[Cue],
        sides: Sides,
    ) -> None:
        self._language = language
        self._arabic = language == "ar"
        self._tokens = tokens
        self._named = named
        self._cues = cues
        self._sides = sides

    @cached_property
    def _actors(self) -> list[Actor]:
        """The sides named in the sentence other than by who speaks for them."""
        bodies = [one for one in self._named if isinstance(one[2], Body)]
        kinds = [cue for cue in self._cues if cue.sort in ("kinds", "heads")]
        return actors_of(bodies, kinds, self._tokens, self._sides, self._language)

    @property
    def opening(self) -> str | None:
        """The side the sentence is about."""
        return next((side[0] for n, _, side in self._actors if n < _OPENING), None)

    def side_of(self, first: int, behind: int, before: _Around | None) -> str | None:
        """The side of whoever is named from token ``first`` up to ``behind``."""
        return (
            self._led_by(first)
            or self._by_role(first, behind)
            or self._state_before(first)
            or self._of_the_same(first, before)
            or _own_group(self._cues, self._tokens, self._sides)
        )

    def _by_role(self, first: int, behind: int) -> str | None:
        """The side in a role beside the name; none for who stands between the sides."""
        between = [cue.first for cue in self._cues if cue.sort == "go_betweens"]
        for start, end in (*self._roles_before(first), *self._roles_behind(behind)):
            if any(start <= n < end for n in between):
                return None
            words = [token.norm.removesuffix("'s") for token in self._tokens[start:end]]
            found = self._within(start, end, first) or self._sides.of_minister(words)
            if found is not None:
                return found
        return None

    def _led_by(self, first: int) -> str | None:
        """The side whose delegation somebody leads: *the group, represented by A*."""
        start = next(iter(self._roles_before(first)), (first, first))[0]
        words = [token.norm for token in self._tokens[start:first]]
        if "by" not in words or not word_set("led_by") & set(words):
            return None
        by = start + words.index("by")
        return next((side[0] for n, _, side in reversed(self._actors) if n < by), None)

    def _of_the_same(self, first: int, before: _Around | None) -> str | None:
        """The side named before an office of *its*."""
        start = next(iter(self._roles_before(first)), (first, first))[0]
        words = [token.norm for token in self._tokens[start:first]]
        if not self._owned(words):
            return None
        named = [side[0] for n, _, side in self._actors if n < start]
        if named:
            return named[-1]
        return None if before is None else before.opening

    def _owned(self, words: Sequence[str]) -> bool:
        """Whether a role is an office of whom a pronoun stands for: *its negotiator*, قائدها."""
        if not self._arabic:
            found = [n for n, word in enumerate(words) if word in word_set("owners")]
            return bool(found) and any(word in word_set("offices") for word in words[found[0] :])
        return any(
            word.endswith(owner) and word.removesuffix(owner).replace("ت", "ه") in offices
            for offices in (word_set("offices"),)
            for word in words
            for owner in ("ها", "هم", "ه")
        )

    def _state_before(self, first: int) -> str | None:
        """The state named last before a minister of no named country: *in Mirna, the Marosian*."""
        near = self._tokens[max(first - _OFFICE, 0) : first]
        if not any(token.norm.removeprefix("ال") in word_set("state_offices") for token in near):
            return None
        named = {start: side[0] for start, _, side in self._actors if start < first}
        for n in range(first - 1, -1, -1):
            hit = gazetteer(self._language).at(self._tokens, n) if n not in named else None
            key = named.get(n) or (hit.idea.key if hit is not None else None)
            if key is not None and self._sides.is_state(key):
                return key
        return self._sides.home

    def _roles_before(self, first: int) -> Iterator[tuple[int, int]]:
        """``the front's negotiator``, also with a comma before the name: a role of its own."""
        end = first
        while end > 0 and self._tokens[end - 1].norm.removeprefix("ال") in word_set("titles"):
            end -= 1
        if end > 0 and self._tokens[end - 1].text in _COMMAS:
            end -= 1
        start = end
        while start > max(end - _BEFORE, 0) and self._tokens[start - 1].text not in _ENDS:
            if self._tokens[start - 1].text in _COMMAS:
                break
            start -= 1
        if start < end:
            yield start, end
        if start > 1 and self._tokens[start - 1].text in _COMMAS:
            opening = max(start - 1 - _BEFORE // 2, 0)
            for n in range(opening, start - 1):
                # For the front, negotiator A
                if self._tokens[n].norm in word_set("member_of") and (
                    n == 0 or self._tokens[n - 1].norm in word_set("speaking")
                ):
                    yield n, start - 1

    def _roles_behind(self, behind: int) -> Iterator[tuple[int, int]]:
        """``, who leads the front``; ``of the front``."""
        tokens = self._tokens
        start = behind
        if start >= len(tokens):
            return
        if tokens[start].norm in word_set("member_of"):
            yield start, min(start + _NEXT, len(tokens))
        if tokens[start].text not in _COMMAS:
            return
        end = start + 1
        while end < min(start + _BEHIND, len(tokens)):
            if tokens[end].text in _ENDS or tokens[end].text in _COMMAS:
                break
            end += 1
        yield start + 1, end

    def _within(self, start: int, end: int, name: int) -> str | None:
        """The side in a role: with its office, right beside the name, or *for the front*."""
        tokens = self._tokens
        inside = [one for one in self._actors if start <= one[0] < end]
        if not inside:
            return None
        words = [token.norm for token in tokens[start:end]]
        if start > name and words[0] in word_set("auxiliaries"):
            return None  # what somebody does, not who it is
        bare = [word.removeprefix("ال") for word in words] if self._arabic else words
        offices = [n for n, word in enumerate(bare) if word in word_set("offices")]
        leads = any(word in word_set("leads") for word in words)
        for first, behind, side in inside:
            beside = behind == name or (start > name and self._belongs(first))
            spoken_for = first - start <= _NEXT and words[0] in word_set("member_of")
            if offices and not self._deed(words, offices[0]):
                return side[0]
            if leads or beside or spoken_for:
                return side[0]
        return None

    def _belongs(self, first: int) -> bool:
        """Whether a side is whom something is of: *, convener of the network*."""
        back = [token.norm for token in self._tokens[max(first - 2, 0) : first]]
        if back[-1:] == ["the"]:
            back.pop()
        return back[-1:] != [] and back[-1] in word_set("member_of")

    def _deed(self, words: Sequence[str], office: int) -> bool:
        """Whether somebody acts on an office holder: *accused Iran's minister*, not a role."""
        return not self._arabic and any(word in word_set("acts") for word in words[:office])


_NEXT = 3
"""How far behind *of* or *for* the side may stand, in words."""
