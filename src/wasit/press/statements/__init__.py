"""What was said, by whom, to whom, and through whom it is known."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.spans import LANGUAGES, Language, Span
from wasit.press.document import Document
from wasit.press.names.arabic import Arabic
from wasit.press.names.english import English
from wasit.press.names.gazetteer import name_of
from wasit.press.names.model import Names
from wasit.press.pairing import paired
from wasit.press.reading import Act, Alignment, Body, Person, Statement
from wasit.press.statements import arabic, english
from wasit.press.statements.acts import act_of
from wasit.press.statements.english.vocabulary import ARTICLES, PREPOSITIONS, TOGETHER
from wasit.press.statements.hedges import enter_hedges
from wasit.press.statements.memory import Memory
from wasit.press.statements.model import Said, Speaker
from wasit.press.statements.pieces import Clause, clauses, stripped

__all__ = ["find_statements"]


def find_statements(
    document: Document, alignment: Alignment, names: Names
) -> tuple[Statement, ...]:
    """The statements of ``document``, in the order of the text.

    One for each attribution. The versions of one statement in two languages are one item.
    """
    found = {language: _read(document, names, language) for language in LANGUAGES}
    places = {language: _places(said) for language, said in found.items()}
    pairs = paired(
        [(said.paragraph, said) for said in found["ar"]],
        [(said.paragraph, said) for said in found["en"]],
        alignment,
        lambda a, e: _likeness(a, e, places["ar"][id(a)], places["en"][id(e)]),
    )
    statements = [_statement(document.text, ar, en) for ar, en in pairs]
    return tuple(sorted(statements, key=lambda one: one.spans[0]))


def _read(document: Document, names: Names, language: Language) -> list[Said]:
    words = names.english if language == "en" else names.arabic
    memory = Memory(names, document.text, language, _bodies(words))
    reader = english.read if language == "en" else arabic.read
    noticed: Clause | None = None
    for clause in clauses(words, names, language):
        before = len(memory.found)
        memory.found.extend(reader(clause, memory))
        if language == "en":
            memory.thing = _body_first(clause, memory)
        silent = len(memory.found) == before
        if silent and not (_resumed(clause, memory) or _alone(clause, memory, noticed)):
            noticed = clause if _notice(clause, memory) else None
        else:
            noticed = None
    enter_hedges(document, language, memory.found)
    memory.found.sort(key=lambda said: (said.words.start, -said.words.end))
    return memory.found


def _body_first(clause: Clause, memory: Memory) -> Speaker | None:
    """The body an English sentence begins with, of the lists or not."""
    pieces = clause.pieces[:_OPENING]
    first = 1 if pieces and pieces[0].norm in ARTICLES else 0
    if first >= len(pieces) or pieces[first].kind != "word":
        return memory.thing
    mention = pieces[first].mention
    if mention is not None:
        return memory.speaker(mention) if isinstance(mention.of, Body) else None
    last = first
    while last < len(pieces) and pieces[last].capital and pieces[last].kind == "word":
        last += 1
    if not first or last == first:
        return memory.thing if pieces[0].norm == "it" else None
    text = memory.text[pieces[first].start : pieces[last - 1].end]
    return Speaker(None, text, TOGETHER)


def _resumed(clause: Clause, memory: Memory) -> bool:
    """``"We speak with one voice," he said. "For now."``: a quotation goes on in its own sentence.

    The two are one from the first word to the last.
    """
    words = [piece for piece in clause.pieces if piece.kind != "mark"]
    if len(words) != 1 or words[0].inner is None or not memory.found:
        return False
    last = memory.found[-1]
    if last.paragraph != clause.paragraph or not last.quoted:
        return False
    behind = memory.text[last.words.end : words[0].start]
    if last.verb.start < last.words.end or len(behind) > MOST_BETWEEN:
        return False
    whole = Span(clause.language, last.words.start, words[0].inner.end)
    last.words = stripped(whole, memory.text)
    return True


MOST_BETWEEN = 120
"""Characters of an attribution between two halves of a quotation."""


def _alone(clause: Clause, memory: Memory, noticed: Clause | None) -> bool:
    """``The envoy was blunt. "We cannot live on this."``: who was told of before speaks."""
    words = [piece for piece in clause.pieces if piece.kind != "mark"]
    if noticed is None or memory.last is None or noticed.paragraph != clause.paragraph:
        return False
    if len(words) != 1 or words[0].inner is None or words[0].words < SHORTEST_ALONE:
        return False
    mark = Span(clause.language, words[0].start, words[0].start + 1)
    span = stripped(words[0].inner, memory.text)
    said = Said(clause.language, clause.paragraph, memory.last, span, "report", True, mark)
    memory.found.append(said)
    return True


SHORTEST_ALONE = 4
"""Words of a quotation that stands by itself."""


def _notice(clause: Clause, memory: Memory) -> bool:
    """Remembers who a sentence without speech is about: *The mayor arrives. She says*."""
    for n, piece in enumerate(clause.pieces[:_OPENING]):
        mention = piece.mention
        if mention is not None and isinstance(mention.of, Person):
            before = clause.pieces[n - 1].norm if n else ""
            if before not in PREPOSITIONS:
                memory.last = memory.speaker(mention)
                return n == 0 or clause.pieces[0].norm in ARTICLES
            return False
    return False


_OPENING = 16
"""How many pieces of a sentence are looked through for who it is about."""


def _bodies(paragraphs: Sequence[English] | Sequence[Arabic]) -> list[tuple[int, int, str]]:
    """Where bodies are named or their adjectives stand: start, end, key."""
    found = []
    for words in paragraphs:
        if isinstance(words, English):
            for units in words.sentences:
                found += [(u.start, u.end, u.body.idea.key) for u in units if u.body is not None]
        else:
            for token, hit in zip(words.tokens, words.bodies, strict=True):
                if hit is not None and hit.idea.kind != "outlet":
                    found.append((token.start, token.end, hit.idea.key))
    return found


def _places(said: Sequence[Said]) -> dict[int, float]:
    """Where each statement stands among those of its paragraph, from 0 to 1."""
    by_paragraph: dict[int, list[Said]] = {}
    for one in said:
        by_paragraph.setdefault(one.paragraph, []).append(one)
    return {
        id(one): n / max(len(same) - 1, 1)
        for same in by_paragraph.values()
        for n, one in enumerate(same)
    }


def _likeness(a: Said, e: Said, at_a: float, at_e: float) -> float:
    """How likely an Arabic and an English statement are one."""
    if a.speaker.of is not None and e.speaker.of is not None:
        if a.speaker.of != e.speaker.of:
            return 0.0
        score = 1.0
    elif a.speaker.of is None and e.speaker.of is None:
        score = 0.8
    else:
        score = 0.4
    return score - 0.5 * abs(at_a - at_e) + 0.2 * (a.quoted == e.quoted) + 0.2 * (a.act == e.act)


def _statement(text: str, ar: Said | None, en: Said | None) -> Statement:
    both = [said for said in (ar, en) if said is not None]
    words: dict[Language, Span] = {said.language: said.words for said in both}
    speaker: dict[Language, str] = {}
    to: dict[Language, str] = {}
    for said in both:
        speaker |= _names(said.speaker, said.language)
        if said.to is not None:
            to |= _names(said.to, said.language)
    negated = any(said.negated for said in both)
    return Statement(
        spans=tuple(words[name] for name in sorted(words)),
        confidence=_confidence(both),
        speaker=dict(sorted(speaker.items())),
        words=dict(sorted(words.items())),
        act=_act(text, both),
        quoted=both[-1].quoted,
        to=dict(sorted(to.items())),
        via=_via(both),
        side=next((said.speaker.side for said in both if said.speaker.side), None),
        hedge={said.language: said.hedge for said in both if said.hedge},
        negated=negated,
        declined=tuple(span for said in both for span in said.declined),
        verb=tuple(said.verb for said in both),
    )


def _via(both: Sequence[Said]) -> tuple[str, ...]:
    """The longest chain of either version, in its language: the English one of two as long."""
    said = max(reversed(both), key=lambda one: len(one.via))
    return tuple(
        _names(source, said.language).get(said.language, source.text) for source in said.via
    )


def _act(text: str, both: Sequence[Said]) -> Act:
    """The act that either version tells of; the more telling one where they differ."""
    acts = [act_of(said.act, said.words.of(text), said.language) for said in both]
    telling = [act for act in reversed(acts) if act != "report"]
    if (
        telling
        and telling[0] == "announce"
        and any(said.speaker.head in _ONLOOKERS for said in both)
    ):
        return "expect"
    return telling[0] if telling else "report"


_ONLOOKERS = frozenset(
    (
        "observer",
        "observers",
        "analyst",
        "analysts",
        "expert",
        "experts",
        "diplomat",
        "diplomats",
        "محلل",
        "محللون",
        "مراقب",
        "مراقبون",
        "خبير",
        "خبراء",
        "دبلوماسي",
        "دبلوماسيون",
    )
)
"""Those who can only expect what others will do."""


def _names(speaker: Speaker, language: Language) -> dict[Language, str]:
    """What a speaker is called, in both languages where somebody is named."""
    of = speaker.of
    if isinstance(of, Person):
        return dict(of.names)
    if isinstance(of, Body):
        named: dict[Language, str] = {language: speaker.text}
        if of.kind == "country" and speaker.text != name_of(of.key, language):
            # The Kremlin is not called Russia in the other language either.
            return named
        for other in LANGUAGES:
            name = name_of(of.key, other)
            if name:
                named.setdefault(other, name)
        return named
    return {language: speaker.text}


def _confidence(both: Sequence[Said]) -> float:
    if len(both) == 2:
        return 0.9
    (said,) = both
    return 0.8 if said.quoted or said.speaker.of is not None else 0.65
