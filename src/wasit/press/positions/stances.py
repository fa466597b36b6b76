"""What sentences say of a side as a whole: who takes which stand on which issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wasit.language.spans import Language
from wasit.press.document import Paragraph, Sentence
from wasit.press.names import Names
from wasit.press.placed import Cursor, beginning
from wasit.press.positions.acting import speaker
from wasit.press.positions.actors import actors_of
from wasit.press.positions.conditions import (
    REACH,
    Hinge,
    Stand,
    asked,
    hinge_of,
    hinges_of,
    stand_on,
)
from wasit.press.positions.frames import hits_of
from wasit.press.positions.hit import Hit
from wasit.press.positions.implied import of_statements, of_terms, of_threats, speaks_of_terms
from wasit.press.positions.objects import (
    is_apposed,
    named_before,
    objects,
    of_proposition,
    refers_back,
    subject_matter,
)
from wasit.press.positions.scene import About, Memory, Scene
from wasit.press.positions.sides import Side, Sides
from wasit.press.positions.subjects import subject_of
from wasit.press.positions.vocabulary import Read
from wasit.press.positions.words import issue_set, word_set
from wasit.press.reading import Person, Statement

_OPENING = 3
"""How far into a sentence its subject stands, in words."""
_LABEL = 6
"""How many words may stand before a colon that names the issue."""
_FREE = ("verbs", "phrases", "owned")
"""Words that make whatever they are about an issue."""


def stands(
    read: Sequence[Read],
    language: Language,
    names: Names,
    statements: Sequence[Statement],
    sides: Sides,
) -> Iterator[Stand]:
    """Every stance in one language, in the order of the text. Cost: linear."""
    named = Cursor([(one.start, one.end, one.of) for one in names.mentions.get(language, ())])
    said = Cursor(
        [
            (one.words[language].start, one.words[language].end, one)
            for one in statements
            if language in one.words
        ]
    )
    memory = Memory(theme=_theme(read))
    for paragraph, sentence, cues in read:
        here = named.within(sentence)
        spoken = said.within(sentence)
        if paragraph.kind == "heading":
            continue
        tokens = beginning(sentence)
        if tokens and tokens[0].norm == "its" and memory.body:
            # Its negotiator, A: who speaks for the side that the sentence before is about.
            person = next((who for n, _, who in here if isinstance(who, Person) and n < 9), None)
            if person is not None:
                sides.assign(person, memory.body)
        kinds = [cue for cue in cues if cue.sort in ("kinds", "heads")]
        actors = actors_of(here, kinds, tokens, sides, language)
        scene = Scene(language, tokens, cues, here, spoken, sides, memory, actors)
        scene.label = _label(scene, paragraph, sentence)
        for stand in _of_sentence(scene):
            if sides.is_bystander(stand.side):
                continue
            memory.issue = stand.issue
            yield replace(stand, paragraph=paragraph.index)
        memory.topic = next((cue.idea for cue in scene.issues), memory.topic)
        people = [who for _, _, who in here if isinstance(who, Person)]
        if people:
            memory.side = sides.of_person(people[0])
        elif actors:
            memory.side = actors[0][2][0]
        memory.body = _about_whom(actors)


def _about_whom(actors: Sequence[tuple[int, int, Side]]) -> str | None:
    """The side that a sentence is about: that of its opening, or the only one in it."""
    opening = next((side[0] for first, _, side in actors if first <= _OPENING), None)
    alone = {side[0] for _, _, side in actors}
    return opening or (alone.pop() if len(alone) == 1 else None)


def _theme(read: Sequence[Read]) -> str | None:
    """The issue a report is about: named three times and twice as often as any other."""
    counts = Counter(
        cue.idea
        for _, _, cues in read
        for cue in cues
        if cue.sort == "issues" and cue.idea != "none"
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _THEME:
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= 2 * ranked[1][1] else None


_THEME = 3


def _label(scene: Scene, paragraph: Paragraph, sentence: Sentence) -> About | None:
    """The issue before a colon that opens a bullet or a line."""
    named = _named_at_head(scene)
    if named is not None or sentence is not paragraph.sentences[0]:
        return named
    for n, token in enumerate(scene.tokens[: _LABEL + 2]):
        if token.text == ":" and n > 0:
            for cue in scene.of("issues"):
                if cue.idea == "none":
                    continue
                if cue.first < n:
                    return About(cue.idea, cue.first, cue.behind, True)
            if paragraph.kind != "bullet":
                return None
            found = objects(scene, 0, n, free=True)
            return found[0] if found else None
    return None


def _named_at_head(scene: Scene) -> About | None:
    """The issue that a sentence names before all else: *On aid, both say*; وفي ملف الأسرى."""
    head = scene.tokens[0].norm.removeprefix("و") if scene.tokens else ""
    if head not in word_set("turns_to"):
        return None
    comma = next((n for n, token in enumerate(scene.tokens[:_HEAD]) if token.text in ",،"), None)
    if comma is None and scene.language == "ar":
        comma = _HEAD // 2
    found = [one for one in scene.issues if comma is not None and one.first < comma]
    return About(found[0].idea, found[0].first, found[0].behind, True) if found else None


_HEAD = 10
"""Within how many words a sentence names what it turns to."""


def _of_sentence(scene: Scene) -> Iterator[Stand]:
    hits = hits_of(scene)
    scene.verbs = frozenset(
        hit.first for hit in hits if hit.sort in ("verbs", "weak") and hit.behind - hit.first == 1
    )
    hinges = hinges_of(scene)
    told: set[tuple[int, str]] = set()
    before: list[Side] | None = None
    for n, hit in enumerate(hits):
        if any(start <= hit.first < end for _, start, end in hinges):
            continue  # what the other side is to do, not what it does
        if hit.sort == "must":
            subject = speaker(scene, hit.first)
        else:
            subject = subject_of(scene, hit, before)
            if not subject:
                subject = _unsaid(scene, hit)
        if not subject:
            continue
        if hit.sort not in ("must", "nouns", "predicates") and not is_apposed(scene, hit.first):
            before = subject
        if hit.stance == "accepts" and _is_turned(hit, hits[n + 1 : n + 2]):
            continue  # vowed never to accept it: not what was vowed counts
        until = hits[n + 1].first if n + 1 < len(hits) else len(scene.tokens)
        for stand in _on_issues(scene, hit, hits[n - 1] if n else None, subject, until, hinges):
            told.add((hit.first, stand.side))
            yield stand
    yield from of_terms(scene)
    yield from of_threats(scene, hinges, {first for first, _ in told})
    yield from of_statements(scene, {first for first, _ in told})


def _is_turned(hit: Hit, following: Sequence[Hit]) -> bool:
    """Whether what is promised is a refusal: *pledged not to accept*, تعهدت بألا تقبل."""
    return any(one.stance == "rejects" and one.first - hit.behind <= _TURNED for one in following)


_OWN = ("ه", "ها")
"""What was named before, joined on to a verb: ألا تقبله."""
_TURNED = 2
"""How far behind a promise what is promised may stand."""


def _unsaid(scene: Scene, hit: Hit) -> list[Side] | None:
    """Whose stance it is where nobody acts: who says that something *cannot remain*; both."""
    if hit.sort in ("refusals", "modals"):
        return speaker(scene, hit.first)  # no fighter will be disarmed before: so says a side
    if hit.sort == "phrases" and scene.tokens[hit.first].norm in word_set("of_speaker"):
        return speaker(scene, hit.first)
    if hit.stance == "accepts" and scene.label is not None:
        return [(key, None) for key in scene.sides.principals]
    return None


def _on_issues(
    scene: Scene,
    hit: Hit,
    last: Hit | None,
    subject: Sequence[Side],
    until: int,
    hinges: Sequence[Hinge],
) -> Iterator[Stand]:
    """The stance on the issue of a verb; and what is asked for it in return.

    *Will not stop the war until it holds the land*: the one on condition, the other demanded.
    """
    end = _clause_end(scene, hit, until)
    hinge = hinge_of(scene, hit, end, hinges)
    stance = hit.stance
    if hinge is not None:
        stance = (
            "demands" if hit.stance == "demands" and hinge[0].idea == "until" else "conditional"
        )
        if hinge[0].first >= hit.behind:
            end = min(end, hinge[0].first)
    if hit.sort == "modals" and hinge is None:
        if not speaks_of_terms(scene):
            return
        stance = "accepts"  # by the terms of what was agreed
    many = len(subject) > 1
    found = _found(scene, hit, end, last, free=hit.sort in _FREE)
    scene.told = found or scene.told
    for side, name in subject:
        for n, about in enumerate(found):
            if n and stance not in ("demands", "rejects"):
                break
            if many and stance == "accepts" and about.issue in issue_set("procedure"):
                continue
            yield stand_on(scene, hit, side, name, about, stance)
        yield from _on_condition(scene, hit, side, name, found, hinge, end)


def _on_condition(
    scene: Scene,
    hit: Hit,
    side: str,
    name: str | None,
    found: Sequence[About],
    hinge: Hinge | None,
    end: int,
) -> Iterator[Stand]:
    """What else hangs on it: the one tied to the other, asked for in return, or withheld."""
    if hinge is None:
        if hit.stance == "conditional" and hit.sort == "verbs" and found:
            # Ties the one to the other.
            others = [one for one in scene.issues if hit.behind <= one.first < end][1:]
            for one in [one for one in others if one.idea != found[0].issue][:1]:
                about = About(one.idea, one.first, one.behind, True)
                yield stand_on(scene, hit, side, name, about, "demands")
    elif hit.stance == "demands" and found and hinge[0].idea == "until":
        # Insists on the one before the other: the other is given on condition.
        for about in objects(scene, hinge[1], hinge[2], free=False)[:1]:
            if about.issue not in [one.issue for one in found]:
                yield stand_on(scene, hit, side, name, about, "conditional")
    elif hit.stance == "conditional" or (hit.stance == "demands" and not found):
        # Makes the one a condition for the other; there can be no deal without it.
        for about in objects(scene, hinge[1], hinge[2], free=True)[:2]:
            yield stand_on(scene, hit, side, name, about, hit.stance)
    elif hit.stance != "demands" and (found or _for_itself(scene, hit, side)):
        yield from asked(scene, hit, side, name, hinge, found)


def _for_itself(scene: Scene, hit: Hit, side: str) -> bool:
    """Whether a side says of itself what it will not do *until*."""
    if hit.sort != "refusals":
        return False
    spoken = speaker(scene, hit.first)
    return spoken is not None and spoken[0][0] == side


def _found(scene: Scene, hit: Hit, end: int, last: Hit | None, *, free: bool) -> list[About]:
    """What a stance is about; ``last`` is the word of stance before it."""
    if hit.sort == "predicates" and not (last and is_apposed(scene, hit.first)):
        return subject_matter(scene, hit.first)
    start = hit.behind + (hit.sort in ("modals", "refusals") and scene.language == "en")
    if scene.told and of_proposition(scene, hit.first):
        return scene.told
    ends = scene.tokens[hit.behind - 1].text
    own = hit.sort == "phrases" and hit.stance == "rejects" and ends.endswith(_OWN)
    behind = next((behind for first, behind, _ in scene.actors if first == start), start)
    apposed = is_apposed(scene, hit.first)
    if own or hit.before or apposed or refers_back(scene, behind, end):
        if last is not None and not scene.referent and not apposed:
            told = objects(scene, last.behind, hit.first, free=False)
            if told:
                return told[:1]
        scene.referent = scene.referent or named_before(scene, hit.first)
        return scene.referent
    start = hit.behind if hit.link is None else hit.link
    start = _behind_subject(scene, start)
    found = objects(scene, start, end, free=free)
    if not found and scene.language == "en" and hit.sort in ("modals", "refusals"):
        found = objects(scene, start + 1, end, free=False)  # behind its verb
    after = scene.tokens[hit.behind] if hit.behind < end else None
    last_word = after is None or after.kind == "mark" or after.norm in ("and", "but")
    if not found and last_word and hit.sort == "verbs" and hit.stance in ("rejects", "accepts"):
        named = [one for one in scene.issues if one.behind <= hit.first][-1:]
        return [About(one.idea, one.first, one.behind, True) for one in named]
    if not found and scene.label is not None and hit.sort in ("verbs", "phrases"):
        return [scene.label]
    if not found and hit.sort == "must":
        return subject_matter(scene, hit.first)
    if not found and hit.stance == "rejects" and hit.sort in ("refusals", "phrases"):
        # Enrichment cannot go on: the issue stands before.
        before = subject_matter(scene, hit.first)
        return before if before and before[0].listed else []
    return found


def _behind_subject(scene: Scene, start: int) -> int:
    """The token behind who acts, where that stands right behind the verb.

    In Arabic with an office before the name, a town and a person behind it:
    رفض ممثل الجيش في بورتسودان فلان.
    """
    found = next((behind for first, behind, _ in scene.actors if first == start), start)
    if scene.language == "en":
        return found
    for first, behind, _ in scene.actors:
        between = [token.norm.removeprefix("ال") for token in scene.tokens[found:first]]
        if found == start and not set(between) <= word_set("offices") | word_set("with_actors"):
            continue
        near = _TOWN if found > start else _OFFICE
        if 0 <= first - found <= near and "،" not in between:
            found = behind
    return found


_OFFICE = 2
_TOWN = 2
"""How many words may stand before who acts, and between it and who speaks for it."""


def _clause_end(scene: Scene, hit: Hit, until: int) -> int:
    end = min(hit.behind + REACH, len(scene.tokens), max(until, hit.behind))
    for one in scene.of("breaks"):
        if hit.behind <= one.first < end:
            end = one.first
    for n in range(hit.behind, end):
        if scene.tokens[n].text in (";", "؛", "—", "–"):
            return n
    return end
