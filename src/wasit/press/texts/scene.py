"""A sentence with the documents it names and the words that say what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wasit.language.spans import Language, Span
from wasit.language.tokens import Token
from wasit.press.cues import Cue, cues
from wasit.press.document import Sentence
from wasit.press.placed import beginning
from wasit.press.texts.phrase import arabic_phrase, english_phrase, span_of

_COMMA = 7
"""How many words a comma between counts as."""
_EVENT_REACH = 14
_HANDED = frozenset(("presented", "received", "circulated"))
_HANDED_NEAR = 10
_WHICH = frozenset(
    (
        "which",
        "that",
        "whose",
        "of",
        "with",
        "containing",
        "من",
        "ذات",
        "التي",
        "الذي",
        "والتي",
        "والذي",
    )
)
_DONE = frozenset(("signed", "agreed", "accepted", "presented", "circulated", "received"))
_NOT = frozenset(("not", "yet", "never", "لم", "ولم", "لما", "دون"))
_NEW = frozenset(
    ("new", "revised", "updated", "amended", "second", "third", "fresh", "next", "another",
     "جديده", "الجديده", "معدله", "منقحه", "محدثه", "ثانيه", "ثالثه")
)  # fmt: skip
_NONE = frozenset(("any", "every", "اي", "no", "without", "nor", "neither", "دون", "بلا", "بدون"))
"""What says that a document is not there at all: *no* protocol was signed."""
_WILL_NOT = frozenset(("won't", "won’t", "cannot", "لن", "ولن"))
_WILL = frozenset(("will", "would", "can", "could", "shall"))
_NEVER = frozenset(("not", "لا", "ولا", "لم", "ولم", "لن", "ولن"))
"""What turns a refusal into none: did *not* reject."""


class Scene:
    """A sentence with all that was found in it."""

    def __init__(self, sentence: Sentence, language: Language) -> None:
        self.whole = sentence.span
        self.tokens = beginning(sentence)
        self.language = language
        self.cues = cues(language, "texts").of(self.tokens)
        self.nouns = list(_heads(self.cues, self.tokens))
        self.events = [cue for cue in self.cues if cue.sort == "events"]
        self.verbs = frozenset(n for cue in self.events for n in range(cue.first, cue.behind))

    def of(self, sort: str) -> list[Cue]:
        """The cues of a section of the lexicon."""
        return [cue for cue in self.cues if cue.sort == sort]

    def phrase(self, cue: Cue) -> tuple[int, int]:
        """The tokens of the phrase around a noun."""
        find = english_phrase if self.language == "en" else arabic_phrase
        return find(self.tokens, cue.first, cue.behind, self.verbs)

    def span(self, cue: Cue) -> Span:
        """The words of the phrase around a noun."""
        return span_of(self.tokens, *self.phrase(cue), self.language)

    def event(self, first: int, behind: int, within: frozenset[str] | None = None) -> Cue | None:
        """What is nearest to the tokens among the words that say what becomes of a text."""
        best: tuple[int, Cue] | None = None
        for cue in self.events:
            if within is not None and (cue.idea not in within or _only_discussed(cue)):
                continue
            if cue.first < behind and cue.behind > first:
                continue
            far = self.distance(first, behind, cue)
            if far <= _EVENT_REACH and (best is None or far < best[0]):
                best = far, cue
        return best[1] if best else None

    def idea(self, event: Cue | None) -> str | None:
        """What becomes of a text; what has *not* been done to it yet is pending."""
        if event is None:
            return None
        words = {token.norm for token in self.tokens[max(event.first - 6, 0) : event.first]}
        if event.idea == "not voted on" and event.behind - event.first == 1:
            return event.idea if words & _NOT else None
        words = {token.norm for token in self.tokens[max(event.first - 3, 0) : event.first]}
        if event.idea == "rejected" and words & _NEVER:
            return None
        if event.idea in _DONE and words & _NOT:
            return "rejected" if event.idea == "accepted" else "pending"
        return event.idea

    def is_refused(self, event: Cue) -> bool:
        """Whether it is told as what will not be done: *will not* sign, لن نوقع."""
        words = [token.norm for token in self.tokens[max(event.first - 3, 0) : event.first]]
        return bool(_WILL_NOT & set(words)) or ("not" in words and bool(_WILL & set(words)))

    def is_denied(self, first: int, event: Cue) -> bool:
        """Whether a document that begins at ``first`` is told not to be, or hangs on something."""
        start = min(first, event.first)
        before = {token.norm for token in self.tokens[max(start - 2, 0) : max(first, start + 1)]}
        return bool(before & _NONE) or any(
            cue.sort == "unless" and cue.first <= start <= cue.behind + 3 for cue in self.cues
        )

    def distance(self, first: int, behind: int, cue: Cue) -> int:
        """How far a cue is from some tokens; a comma counts as several words."""
        a, b = (cue.behind, first) if cue.first < first else (behind, cue.first)
        marks = [n for n in range(a, b) if self.tokens[n].text in ",،;؛:—–()"]
        relative = marks[:1] == [a] and (
            (a + 1 < b and self.tokens[a + 1].norm in _WHICH) or a + 1 == b == cue.first
        )  # a truce, signed in May
        if len(marks) == 2 and not relative:
            # A second document, dealing with ..., has not been released.
            return marks[0] - a + b - marks[1]
        return max(b - a, 0) + _COMMA * (len(marks) - relative)


def _heads(found: Sequence[Cue], tokens: Sequence[Token]) -> Iterator[Cue]:
    """The nouns of documents; of two that make one name the one that counts.

    The text *of a treaty* is the treaty; the annex of a treaty, مسودة الاتفاق, is the first.
    """
    kept: Cue | None = None
    for cue in found:
        if cue.sort != "documents":
            continue
        if kept is not None and _owns(kept, cue, tokens):
            # The pact's annex is an annex; the paper's proposals are what it says.
            kept = cue if cue.idea != "proposal" else kept
            continue
        if kept is not None and kept.idea == "offer" and cue.first == kept.behind:
            kept = Cue(cue.sort, cue.idea, kept.first, cue.behind)  # a compromise paper
            continue
        if kept is not None and _of(kept, cue, tokens):
            if kept.idea == "text" and _is_new(kept, tokens):
                kept = Cue(kept.sort, kept.idea, kept.first, cue.behind)
            elif kept.idea == "text" and tokens[cue.first - 1].norm != tokens[kept.first].norm:
                kept = cue
            continue
        if kept is not None:
            yield kept
        kept = cue
    if kept is not None:
        yield kept


def _owns(first: Cue, second: Cue, tokens: Sequence[Token]) -> bool:
    """Whether the second noun is what belongs to the first: the *pact's* third *annex*."""
    owner = tokens[first.behind - 1].norm.endswith(("'s", "’s"))
    return owner and second.first - first.behind <= 3


def _is_new(text: Cue, tokens: Sequence[Token]) -> bool:
    """Whether it is another state of a document: a *new* version of the plan, نسخة *جديدة*."""
    around = (*tokens[max(text.first - 1, 0) : text.first], *tokens[text.behind : text.behind + 1])
    return any(token.norm in _NEW for token in around)


def _of(first: Cue, second: Cue, tokens: Sequence[Token]) -> bool:
    """Whether the second noun says what the first is of, or both make one noun."""
    if second.first <= first.behind:
        return True
    between = {token.norm for token in tokens[first.behind : second.first]}
    linked = between & {"of", "to"} or (first.idea == "text" and "من" in between)
    return bool(linked) and second.first - first.behind <= 4


def _only_discussed(event: Cue) -> bool:
    """Whether a document is but talked about; *on the table* in full says that it is there."""
    return event.idea == "on the table" and event.behind - event.first < 2


def handed_of(scene: Scene, first: int, behind: int) -> tuple[str, Span] | None:
    """The nearest word that says a text changed hands."""
    event = scene.event(first, behind, _HANDED)
    deed = deed_of(scene, event)
    if event is None or deed is None or scene.distance(first, behind, event) > _HANDED_NEAR:
        return None
    return event.idea, deed


def deed_of(scene: Scene, event: Cue | None) -> Span | None:
    """The words that say what became of a text."""
    if event is None:
        return None
    tokens = scene.tokens
    return Span(scene.language, tokens[event.first].start, tokens[event.behind - 1].end)
