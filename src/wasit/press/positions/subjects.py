"""Who a stance is said of."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.acting import agent, preposition, speaker, with_partners
from wasit.press.positions.hit import Hit
from wasit.press.positions.judges import judged_by
from wasit.press.positions.scene import Scene
from wasit.press.positions.sides import Side
from wasit.press.positions.words import word_set
from wasit.press.reading import Person

_SUBJECT_REACH = 14
_AFTER_REACH = 4
"""How far behind its verb an Arabic subject may stand."""


def subject_of(scene: Scene, hit: Hit, before: Sequence[Side] | None) -> list[Side] | None:
    """The sides that a stance is said of; None where that is not clear.

    ``before`` are the sides of the stance told before it in the sentence.
    """
    if hit.sort == "predicates":
        return judged_by(scene, hit) or (list(before) if before else None)
    if hit.sort == "owned":
        return _before_verb(scene, hit) or _opening(scene, hit)
    if _carries_on(scene, hit):
        several = _of_several(scene, hit)
        if several:
            return several
        return list(before) if before else _opening(scene, hit)
    attributed = _attributed(scene, hit)
    if attributed is not None:
        return attributed
    if scene.language == "ar":
        behind = _behind_verb(scene, hit)
        if behind is not None:
            return behind
        spoken = _of_who_says(scene, hit)
        if spoken is not None:
            return spoken
        if _of_others(scene, hit):
            return None
        verb = scene.tokens[hit.behind - 1 if hit.sort == "phrases" else hit.first].norm
        if verb.removeprefix("و")[:1] == "ن" and hit.sort != "nouns":
            spoken = speaker(scene, hit.first)
            if spoken is not None:
                return spoken
    elif hit.by is not None:
        return agent(scene, hit.by)
    elif hit.sort == "nouns":
        return _possessor(scene, hit)
    if _participle(scene, hit):
        return list(before) if before else _opening(scene, hit)
    return _before_verb(scene, hit) or (_opening(scene, hit) if _told(scene, hit) else None)


def _of_who_says(scene: Scene, hit: Hit) -> list[Side] | None:
    """The speaker, where what is said begins with what the speaker will do: مؤكدة أنها لن توقع."""
    for first, behind, _ in scene.said:
        if first <= hit.first <= first + 1 and hit.first < behind:
            return speaker(scene, hit.first)
    return None


def _of_others(scene: Scene, hit: Hit) -> bool:
    """Whether an Arabic verb of many is said of some who stand right before it: الشركاء تراجعوا."""
    if hit.first == 0 or not _is_of_many(scene, hit):
        return False
    if any(behind == hit.first for _, behind, _ in scene.actors):
        return False
    before = scene.tokens[hit.first - 1]
    return before.kind == "word" and before.norm.startswith(("ال", "وال"))


def _is_of_many(scene: Scene, hit: Hit) -> bool:
    """Whether a verb is an Arabic one of many: تراجعوا, يستبعدون."""
    return scene.language == "ar" and scene.tokens[hit.first].norm.endswith(("ون", "وا"))


def _of_several(scene: Scene, hit: Hit) -> list[Side] | None:
    """The group of many that an Arabic verb of many is said of: ويستبعدون, of المتمردون."""
    if not _is_of_many(scene, hit):
        return None
    for first, behind, side in reversed(scene.actors):
        if behind <= hit.first and scene.tokens[first].norm.endswith(("ون", "ين")):
            return [side]
    return None


def _told(scene: Scene, hit: Hit) -> bool:
    """Whether a noun of stance is what somebody shows: أبدت استعداد."""
    before = scene.tokens[hit.first - 1].norm.removeprefix("و") if hit.first else ""
    return hit.sort == "phrases" and before in word_set("told")


def _before_verb(scene: Scene, hit: Hit) -> list[Side] | None:
    best: tuple[int, int] | None = None
    for n, (first, behind, _) in enumerate(scene.actors):
        far = hit.first - behind
        acts = scene.language == "ar" or not preposition(scene, first)
        acts = acts or (far == 0 and scene.tokens[hit.first].norm.endswith("ing"))
        if acts and 0 <= far <= _SUBJECT_REACH and not _cut(scene, behind, hit.first):
            best = far, n
    outer = _around_aside(scene, hit)
    if outer is not None:
        best = 0, outer
    for both in _both(scene):
        far = hit.first - both.behind
        if any(token.kind == "mark" for token in scene.tokens[both.behind : hit.first]):
            continue  # the governor, who called both sides in, wants
        if 0 <= far <= 3 and (best is None or far < best[0]):
            return [(key, None) for key in scene.sides.principals] or None
    owned = [
        Cue("pronouns", "own", one.first - 1, one.behind)
        for sort in ("kinds", "heads")
        for one in scene.of(sort)
        if one.first > 0 and scene.tokens[one.first - 1].norm in ("its", "his", "her", "their")
    ]
    for pronoun in (*scene.of("pronouns"), *owned):
        far = hit.first - pronoun.behind
        if not 0 <= far <= 4 or (best is not None and far >= best[0]):
            continue
        if pronoun.idea == "we":
            return speaker(scene, hit.first)
        spoken = speaker(scene, hit.first)
        if pronoun.idea == "own" and spoken:
            return spoken
        if pronoun.idea == "own" and _of_a_source(scene, hit.first):
            return None
        side = _antecedent(scene, pronoun) or (spoken[0][0] if spoken else None)
        if side:
            return [(side, None)]
    if best is not None:
        if scene.sides.is_unnamed(scene.actors[best[1]][2][0]):
            own = speaker(scene, hit.first)
            if own is not None:
                return own  # the fighters will: so says who leads them
        return with_partners(scene, best[1], forward=False)
    if _by_kind_alone(scene, hit):
        return speaker(scene, hit.first)
    return None


def _of_a_source(scene: Scene, n: int) -> bool:
    """Whether whoever says what token ``n`` is part of stands for no side: a diplomat's country."""
    return any(first <= n < behind for first, behind, _ in scene.said)


def _around_aside(scene: Scene, hit: Hit) -> int | None:
    """Which actor stands before an aside that ends at the verb: *the group, led by A, wants*."""
    verb = hit.first
    while verb > 0 and scene.tokens[verb - 1].norm in word_set("auxiliaries"):
        verb -= 1
    if verb < 2 or scene.tokens[verb - 1].text != ",":
        return None
    opening = next((n for n in range(verb - 2, -1, -1) if scene.tokens[n].text == ","), None)
    for n, (first, behind, _) in enumerate(scene.actors):
        if behind == opening and not preposition(scene, first):
            return n
    return None


def _by_kind_alone(scene: Scene, hit: Hit) -> bool:
    """Whether who acts is told by a kind that more than one may be of: *the government*."""
    named = {first for first, _, _ in scene.actors}
    return any(
        0 <= hit.first - cue.behind <= _KIND_REACH and cue.first not in named
        for sort in ("kinds", "heads")
        for cue in scene.of(sort)
    )


_KIND_REACH = 3
"""How far before its verb such a noun may stand."""


def _both(scene: Scene) -> list[Cue]:
    """Where both sides together act."""
    if scene.language == "en":
        return scene.of("both")
    return [
        one for one in scene.of("both") if not scene.tokens[one.first].norm.endswith(("ين", "اف"))
    ]


def _carries_on(scene: Scene, hit: Hit) -> bool:
    """Whether a verb has the subject of the one before: A wants this *and rejects* that."""
    if scene.language == "en":
        n = hit.first - 1
        while n > 0 and scene.tokens[n].norm in word_set("auxiliaries"):
            n -= 1
        return n >= 0 and scene.tokens[n].norm in ("and", "but", "or")
    if hit.first > 0 and scene.tokens[hit.first - 1].norm in word_set("resuming"):
        return True
    follows = any(
        0 <= first - hit.behind <= 2
        and not any(_another(token) for token in scene.tokens[hit.behind : first])
        for first, _, _ in scene.actors
    )
    named = any(first == hit.behind for first, _, _ in scene.named)
    named = named or any(0 <= both.first - hit.behind <= 1 for both in _both(scene))
    named = named or any(
        one.first == hit.behind and scene.tokens[one.first].norm.startswith("ال")
        for sort in ("kinds", "heads")
        for one in scene.of(sort)
    )
    return scene.tokens[hit.first].norm.startswith("و") and not follows and not named


def _attributed(scene: Scene, hit: Hit) -> list[Side] | None:
    """The speaker, where the verb is the one a statement is told by: *insisting that* ..."""
    for first, _, statement in scene.said:
        if hit.behind <= first <= hit.behind + 3:
            side = scene.sides.of_statement(statement)
            if side:
                return [(side, None)]
    return None


def _behind_verb(scene: Scene, hit: Hit) -> list[Side] | None:
    """The subject behind an Arabic verb or verbal noun."""
    word = scene.tokens[hit.first].norm
    verb = word if hit.sort != "phrases" else scene.tokens[hit.behind - 1].norm
    if not _is_verb(verb) and hit.sort != "nouns":
        return None
    if any(behind == hit.first for _, behind, _ in scene.actors):
        return None  # who acts stands right before
    if hit.sort == "phrases" and word.removeprefix("و").startswith("م"):
        return None  # ready, open: said of whom stands before
    for n, (first, _, _) in enumerate(scene.actors):
        if 0 <= first - hit.behind <= _AFTER_REACH and not preposition(scene, first):
            between = scene.tokens[hit.behind : first]
            if any(token.kind == "mark" and token.text not in '«"“' for token in between):
                break
            if any(_another(token) for token in between):
                break
            return with_partners(scene, n, forward=True)
    for both in _both(scene):
        if 0 <= both.first - hit.behind <= 1:
            return [(key, None) for key in scene.sides.principals] or None
    return None


def _another(token: Token) -> bool:
    """Whether a word between a verb and a name makes the name part of something else."""
    bare = token.norm.removeprefix("ال")
    return (
        token.kind == "word"
        and bare not in word_set("speakers")
        and bare not in word_set("with_actors")
        and bare not in word_set("joined_pronouns")
    )


def _possessor(scene: Scene, hit: Hit) -> list[Side] | None:
    """Whose demand or refusal it is: *Baku's demand for*, *its refusal to*."""
    for n, (_, behind, _) in enumerate(scene.actors):
        if 0 <= hit.first - behind <= 2:
            return with_partners(scene, n, forward=False)
    near = {token.norm for token in scene.tokens[max(hit.first - 3, 0) : hit.first]}
    if near & {"its", "their", "his", "her"}:
        return _before_verb(scene, hit)
    return None


def _participle(scene: Scene, hit: Hit) -> bool:
    """Whether a verb is said of whom the sentence is about: , *insisting on*; مطالباً."""
    word = scene.tokens[hit.first].norm
    if scene.language == "en":
        return word.endswith("ing") and scene.tokens[hit.first - 1].text == "," and hit.first > 0
    return (word.endswith("ا") and not word.startswith(("ي", "ت"))) and hit.sort in (
        "verbs",
        "weak",
    )


def _opening(scene: Scene, hit: Hit) -> list[Side] | None:
    for first, behind, statement in scene.said:
        side = scene.sides.of_statement(statement)
        if side and (behind <= hit.first or first <= hit.first < behind):
            return [(side, None)]
    for n, (first, _, _) in enumerate(scene.actors):
        if first < hit.first and not (scene.language == "en" and preposition(scene, first)):
            return with_partners(scene, n, forward=True)
    return None


def _antecedent(scene: Scene, pronoun: Cue) -> str | None:
    """The side of whoever is named last before a pronoun, here or in the sentences before."""
    side = scene.memory.side
    if scene.tokens[pronoun.first].norm in ("it", "they", "its", "their"):
        side = scene.memory.body
        for first, behind, (actor, _) in scene.actors:
            if behind <= pronoun.first and not preposition(scene, first):
                side = actor
        return side
    for _, behind, who in scene.named:
        if isinstance(who, Person) and behind <= pronoun.first:
            side = scene.sides.of_person(who) or side
    return side


def _is_verb(word: str) -> bool:
    """Whether an Arabic cue is a verb, whose subject may follow; a participle has it before."""
    return not word.endswith("ا") or word.removeprefix("و").startswith(("ي", "ت"))


def _cut(scene: Scene, start: int, end: int) -> bool:
    """Whether a mark or a conjunction parts the subject from its verb."""
    if any(token.text in ";:؛—" for token in scene.tokens[start:end]):
        return True
    return any(start <= one.first < end for one in scene.of("breaks"))
