"""Who has been named and who spoke last: what pronouns and "the envoy" go back to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.language.folding import folded
from wasit.language.spans import Language, Span
from wasit.press.names.arabic import bare
from wasit.press.names.model import Mention, Names
from wasit.press.names.vocabulary import labels
from wasit.press.reading import Body, Person
from wasit.press.statements.model import Said, Speaker

LOOK_BACK = 50
"""Statements looked through for the one that a refusal to say more goes with."""


@dataclass(slots=True)
class Memory:
    """What has been read so far of a language's text."""

    names: Names
    text: str
    language: Language
    bodies: list[tuple[int, int, str]] = field(default_factory=list)
    """Where bodies are named, if only by their adjectives: start, end, key; in order."""
    last: Speaker | None = None
    """The last speaker."""
    thing: Speaker | None = None
    """The body that the sentence before begins with: what "it" goes back to."""
    unnamed: dict[str, Speaker] = field(default_factory=dict)
    """Head word -> the last speaker described by it: ``the source`` goes back to it."""
    found: list[Said] = field(default_factory=list)
    _offices: dict[str, list[tuple[frozenset[str], Person]]] = field(default_factory=dict)
    """Word of an office -> who holds one that has it."""

    def speaker(self, mention: Mention | None) -> Speaker:
        """A named speaker."""
        assert mention is not None
        of = mention.of
        side = of.side if isinstance(of, Person) else of.key
        return Speaker(of, self.text[mention.start : mention.end], "", side)

    def pronoun(self, word: str) -> Speaker | None:
        """Who "he", "they" means: the last speaker; "we" and "I" are nobody outside quotations."""
        if word in ("we", "i"):
            return None
        if word == "it":
            someone = self.last is not None and (
                isinstance(self.last.of, Person) or "title" in labels(self.last.head, "en")
            )
            return self.thing if someone else self.last
        return self.last

    def described(
        self,
        text: str,
        head: str,
        side: str | None,
        *,
        definite: bool,
        office: bool,
        language: Language,
    ) -> Speaker:
        """A speaker known by an office: somebody named before, or nobody named."""
        if definite:
            person = self._holder(text, language) if office else None
            if person is not None:
                return Speaker(person, text, head, person.side)
            if head in self.unnamed:
                return self.unnamed[head]
        speaker = Speaker(None, text, head, side)
        self.unnamed[head] = speaker
        return speaker

    def _holder(self, text: str, language: Language) -> Person | None:
        """The person whose office has this word, all other words of the phrase too."""
        wanted = _office(text, language)
        if not self._offices:
            for person in self.names.people:
                words = _office(person.role.get(language, ""), language)
                for word in words:
                    self._offices.setdefault(word, []).append((words, person))
        rarest = min((self._offices.get(word, []) for word in wanted), key=len, default=[])
        return next((person for words, person in rarest[:100] if wanted <= words), None)

    def side_in(self, language: Language, start: int, end: int) -> str | None:
        """The body named, if only by an adjective, between two places of the text."""
        for mention in self.names.within(language, start, end):
            if isinstance(mention.of, Body) and mention.of.kind != "outlet":
                return mention.of.key
        n = bisect_left(self.bodies, (start,))
        return self.bodies[n][2] if n < len(self.bodies) and self.bodies[n][0] < end else None

    def adjective_at(self, start: int, end: int) -> str | None:
        """The body that a word between two places names."""
        n = bisect_right(self.bodies, (start, end, chr(0x10FFFF))) - 1
        if n >= 0 and self.bodies[n][0] <= start < self.bodies[n][1]:
            return self.bodies[n][2]
        return None

    def declined(self, speaker: Speaker, words: Span) -> None:
        """Enters what a speaker declined to say with the last statement of that speaker."""
        for said in self.found[:-LOOK_BACK:-1]:
            if said.speaker == speaker or (
                speaker.of is not None and said.speaker.of is speaker.of
            ):
                said.declined.append(words)
                return


def _office(text: str, language: Language) -> frozenset[str]:
    """The words of an office, folded, Arabic ones without article."""
    words = folded(text).replace("-", " ").split()
    return frozenset(bare(word) for word in words) if language == "ar" else frozenset(words)


def remember(accorded: Sequence[Said], points: Sequence[object], memory: Memory) -> None:
    """The person a sentence is "according to" was the last to speak, where no verb told of one."""
    if accorded and not points and isinstance(accorded[-1].speaker.of, Person):
        memory.last = accorded[-1].speaker
