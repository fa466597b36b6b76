"""Who a stance is said of."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.actors import SPEAKERS, STAND_FOR
from wasit.press.positions.frames import Hit
from wasit.press.positions.scene import Scene
from wasit.press.positions.sides import Side
from wasit.press.reading import Person

_SUBJECT_REACH = 14
_AFTER_REACH = 4
"""How far behind its verb an Arabic subject may stand."""
_PREPOSITIONS = frozenset(
    (
        *("of", "with", "between", "to", "on", "by", "from", "for", "in", "at", "against", "than"),
        *("into", "over", "about", "through", "via", "near", "towards", "inside", "outside"),
    )
)
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "will", "would", "also", "not", "is", "now")
)
_RESUMING = frozenset(
    ("لكنها", "لكنه", "وهي", "وهو", "وانها", "وانه", "كما", "ولكنها", "لكنهم", "وهم")
)
"""Arabic words that go on about the subject of the verb before."""


def subject_of(scene: Scene, hit: Hit, before: Sequence[Side] | None) -> list[Side] | None:
    """The sides that a stance is said of; None where that is not clear.

    ``before`` are the sides of the stance told before it in the sentence.
    """
    if hit.sort == "predicates":
        return _judged_by(scene, hit)
    if _carries_on(scene, hit):
        return list(before) if before else _opening(scene, hit)
    attributed = _attributed(scene, hit)
    if attributed is not None:
        return attributed
    if scene.language == "ar":
        behind = _behind_verb(scene, hit)
        if behind is not None:
            return behind
        if scene.tokens[hit.first].norm.removeprefix("و")[:1] == "ن" and hit.sort != "nouns":
            spoken = speaker(scene, hit.first)
            if spoken is not None:
                return spoken
    elif hit.by is not None:
        return _agent(scene, hit.by)
    elif hit.sort == "nouns":
        return _possessor(scene, hit)
    if _participle(scene, hit):
        return list(before) if before else _opening(scene, hit)
    return _before_verb(scene, hit)


def _judged_by(scene: Scene, hit: Hit) -> list[Side] | None:
    """For whom an issue is a red line: who says so, or for whom it is said to be one."""
    if hit.behind < len(scene.tokens) and scene.tokens[hit.behind].norm == "by":
        return _agent(scene, hit.behind)
    spoken = speaker(scene, hit.first)
    if spoken is not None:
        return spoken
    for first, _, side in scene.actors:
        if 0 <= first - hit.behind <= 4:
            between = [token.norm for token in scene.tokens[hit.behind : first]]
            if "for" in between or "to" in between or scene.tokens[first].norm.startswith("لل"):
                return [side]
    for first, _, side in scene.actors[:1]:
        opening = [token.norm for token in scene.tokens[:first]]
        if first <= 3 and ("for" in opening or {"بالنسبه", "وبالنسبه"} & set(opening)):
            return [side]
    for first, behind, side in reversed(scene.actors):
        if 0 <= hit.first - behind <= 4 and any(
            token.norm in _JUDGES for token in scene.tokens[first - 1 : hit.first]
        ):
            return [side]
    return None


_JUDGES = frozenset(
    (
        *("calls", "called", "considers", "considered", "regards", "regarded", "sees", "saw"),
        *("describes", "described", "deems", "deemed", "تعتبر", "تعتبره", "تعتبرها", "يعتبر"),
        *("تعده", "تعدها", "يعده", "تعد", "اعتبرت", "اعتبر", "وصفت", "وصفته", "يعتبره", "تراه"),
        *("يعتبرها", "اعتبرته", "اعتبرتها", "تراها", "يعدها"),
    )
)


def _before_verb(scene: Scene, hit: Hit) -> list[Side] | None:
    best: tuple[int, int] | None = None
    for n, (first, behind, _) in enumerate(scene.actors):
        far = hit.first - behind
        acts = scene.language == "ar" or not _preposition(scene, first)
        acts = acts or (far == 0 and scene.tokens[hit.first].norm.endswith("ing"))
        if acts and 0 <= far <= _SUBJECT_REACH and not _cut(scene, behind, hit.first):
            best = far, n
    for both in _both(scene):
        far = hit.first - both.behind
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
        side = _antecedent(scene, pronoun) or (spoken[0][0] if spoken else None)
        if side:
            return [(side, None)]
    if best is not None:
        return _with_partners(scene, best[1], forward=False)
    return None


def _both(scene: Scene) -> list[Cue]:
    """Where both sides together act."""
    if scene.language == "en":
        return scene.of("both")
    return [
        one for one in scene.of("both") if not scene.tokens[one.first].norm.endswith(("ين", "اف"))
    ]


def speaker(scene: Scene, n: int) -> list[Side] | None:
    """The side of whoever says what token ``n`` is part of."""
    for first, behind, statement in scene.said:
        side = scene.sides.of_statement(statement)
        if first <= n < behind and side:
            return [(side, None)]
    return None


def _carries_on(scene: Scene, hit: Hit) -> bool:
    """Whether a verb has the subject of the one before: A wants this *and rejects* that."""
    if scene.language == "en":
        n = hit.first - 1
        while n > 0 and scene.tokens[n].norm in _AUXILIARIES:
            n -= 1
        return n >= 0 and scene.tokens[n].norm in ("and", "but", "or")
    if hit.first > 0 and scene.tokens[hit.first - 1].norm in _RESUMING:
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
        if 0 <= first - hit.behind <= _AFTER_REACH and not _preposition(scene, first):
            between = scene.tokens[hit.behind : first]
            if any(token.kind == "mark" and token.text not in '«"“' for token in between):
                break
            if any(_another(token) for token in between):
                break
            return _with_partners(scene, n, forward=True)
    for both in _both(scene):
        if 0 <= both.first - hit.behind <= 1:
            return [(key, None) for key in scene.sides.principals] or None
    return None


def _another(token: Token) -> bool:
    """Whether a word between a verb and a name makes the name part of something else."""
    bare = token.norm.removeprefix("ال")
    return token.kind == "word" and bare not in SPEAKERS and bare not in _WITH_ACTORS


_WITH_ACTORS = frozenset(
    (
        *("كبير", "كبيره", "مفاوضي", "ممثل", "ممثله", "ممثلو", "ممثلي", "زعيم", "زعيمه", "قايد"),
        *("رييسه", "وزيره", "ناطق", "ناطقه", "متحدث", "متحدثه", "مستشار", "نايب", "نايبه", "مصدر"),
        *("مصادر", "عضو", "اعضاء", "حركه", "جماعه", "حزب", "تحالف", "كتله", "جبهه", "شركه"),
        *("نقابه", "اتحاد", "لجنه", "مجلس", "ايضا", "امس", "اليوم", "الان", "بدورها", "بدوره"),
        *("كذلك", "مجددا", "باسم", "سلطه", "قوي", "قاده", "رجال", "شيوخ", "دوله", "مملكه"),
        *("جمهوريه", "سلطنه", "ايضا", "وفدي", "حكومتا", "حكومتي", "امين", "عام", "كاتب"),
    )
)
"""What may stand between an Arabic verb and the name of who acts."""


def _possessor(scene: Scene, hit: Hit) -> list[Side] | None:
    """Whose demand or refusal it is: *Baku's demand for*, *its refusal to*."""
    for n, (_, behind, _) in enumerate(scene.actors):
        if 0 <= hit.first - behind <= 2:
            return _with_partners(scene, n, forward=False)
    near = {token.norm for token in scene.tokens[max(hit.first - 3, 0) : hit.first]}
    if near & {"its", "their", "his", "her"}:
        return _before_verb(scene, hit)
    return None


def _agent(scene: Scene, by: int) -> list[Side] | None:
    for n, (first, _, _) in enumerate(scene.actors):
        if by < first <= by + 4:
            return _with_partners(scene, n, forward=True)
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
        if first < hit.first and not (scene.language == "en" and _preposition(scene, first)):
            return _with_partners(scene, n, forward=True)
    return None


def _antecedent(scene: Scene, pronoun: Cue) -> str | None:
    """The side of whoever is named last before a pronoun, here or in the sentences before."""
    side = scene.memory.side
    if scene.tokens[pronoun.first].norm in ("it", "they", "its", "their"):
        side = scene.memory.body
        for first, behind, (actor, _) in scene.actors:
            if behind <= pronoun.first and not _preposition(scene, first):
                side = actor
        return side
    for _, behind, who in scene.named:
        if isinstance(who, Person) and behind <= pronoun.first:
            side = scene.sides.of_person(who) or side
    return side


def _is_verb(word: str) -> bool:
    """Whether an Arabic cue is a verb, whose subject may follow; a participle has it before."""
    return not word.endswith("ا") or word.removeprefix("و").startswith(("ي", "ت"))


def _with_partners(scene: Scene, n: int, *, forward: bool) -> list[Side]:
    """The side at ``n`` and those joined to it: *A and B* agreed."""
    step = 1 if forward else -1
    chosen = [n]
    while 0 <= chosen[-1] + step < len(scene.actors):
        a, b = sorted((chosen[-1], chosen[-1] + step))
        gap = [t.norm for t in scene.tokens[scene.actors[a][1] : scene.actors[b][0]]]
        head = scene.tokens[scene.actors[b][0]].norm
        joined = (head.startswith("و") and not gap) or gap == ["و", "«"]
        links = [word for word in gap if word not in ("the", "rebel", "government")]
        if links[:1] == ["and"] and len(links) <= 3 and not set(links) & _AUXILIARIES:
            links = ["and"]
        if not joined and links not in (["and"], [","], [",", "and"], ["'", "s", "and"]):
            break
        chosen.append(chosen[-1] + step)
    return list(dict.fromkeys(scene.actors[at][2] for at in chosen))


def _cut(scene: Scene, start: int, end: int) -> bool:
    """Whether a mark or a conjunction parts the subject from its verb."""
    if any(token.text in ";:؛—" for token in scene.tokens[start:end]):
        return True
    return any(start <= one.first < end for one in scene.of("breaks"))


def _preposition(scene: Scene, n: int) -> bool:
    """Whether a name is the object of something, not the one who acts or is spoken for."""
    if scene.language == "ar":
        norm = scene.tokens[n].norm
        # Baghdad and Libya begin with these letters themselves.
        if norm[:1] not in "لب" or norm in gazetteer("ar").entries:
            return False
        return scene.sides.short(scene.tokens[n], "ar") is None
    before = [token.norm for token in scene.tokens[max(n - 3, 0) : n]]
    if before[-1:] == ["the"]:
        before.pop()
    if not before or before[-1] not in _PREPOSITIONS:
        return False
    if before[-1] == "of" and len(before) > 1 and before[-2] in STAND_FOR:
        return False
    spoken_for = before[-1] == "for" and (len(before) == 1 or before[-2] in ("speaking", "spoke"))
    return not spoken_for
