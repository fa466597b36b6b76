"""Who a verb of stance is said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.sides import Side, Sides
from wasit.press.reading import Body, Person, Statement

_SUBJECT_REACH = 9
_AFTER_REACH = 3
"""How far behind its verb an Arabic subject may stand."""
_SPEAKERS = frozenset(
    (
        *("وفد", "وفدان", "وفدين", "جانب", "طرف", "حكومه", "رييس", "وزير", "خارجيه", "مفاوض"),
        *("مسوول", "مبعوث", "اداره", "قياده", "رياسه", "جيش", "سلطات", "قوات"),
    )
)
"""Nouns that with the adjective of a country stand for it: the Yemeni delegation."""
_DATELINE = ("-", "–", "—", "ـ", ":", "(", "/")
"""What stands behind the town of a dateline."""
_PREPOSITIONS = frozenset(
    ("of", "with", "between", "to", "on", "by", "from", "for", "in", "at", "against", "than")
)


@dataclass(slots=True)
class Scene:
    """A sentence with who is named in it and what is said."""

    language: Language
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    named: Sequence[tuple[int, int, Person | Body]]
    said: Sequence[tuple[int, int, Statement]]
    last: str | None
    """The side last spoken for, for pronouns."""
    sides: Sides
    actors: Sequence[tuple[int, int, Side]]
    """Who a verb may be said of: first token, token behind, side."""

    def of(self, sort: str) -> list[Cue]:
        """The cues of a section of the lexicon."""
        return [cue for cue in self.cues if cue.sort == sort]


def subject_of(scene: Scene, cue: Cue) -> list[Side] | None:
    """The sides that a verb is said of; None where that is not clear."""
    if cue.idea == "must":
        return _speaker(scene, cue)
    attributed = _attributed(scene, cue)
    if attributed is not None:
        return attributed
    if scene.language == "ar" and _is_verb(scene.tokens[cue.first].norm):
        for n, (first, _, _) in enumerate(scene.actors):
            if 0 <= first - cue.behind <= _AFTER_REACH and not _preposition(scene, first):
                return _with_partners(scene, n, forward=True)
    best: tuple[int, int] | None = None
    for n, (first, behind, _) in enumerate(scene.actors):
        far = cue.first - behind
        acts = scene.language == "ar" or not _preposition(scene, first)
        if acts and 0 <= far <= _SUBJECT_REACH and not _cut(scene, behind, cue.first):
            best = far, n
    for pronoun in scene.of("pronouns"):
        far = cue.first - pronoun.behind
        if scene.last and 0 <= far <= 3 and (best is None or far < best[0]):
            return [(_antecedent(scene, pronoun), None)]
    for both in scene.of("both"):
        far = cue.first - both.behind
        if 0 <= far <= 3 and (best is None or far < best[0]):
            return None  # the two parties agreed: which two is not said here
    if best is None and _joint(scene.tokens[cue.first].norm, scene.language):
        # A and B wrapped up a round, agreeing on a truce: the two that the sentence opens with.
        opening = _with_partners(scene, 0, forward=True) if scene.actors else []
        return opening if len(opening) > 1 else None
    return _with_partners(scene, best[1], forward=False) if best else None


def _joint(word: str, language: Language) -> bool:
    """Whether a verb is said of those named before it: a participle, or an Arabic dual."""
    if language == "en":
        return word.endswith("ing")
    return word.startswith("و") and word.endswith("تا")


def _speaker(scene: Scene, cue: Cue) -> list[Side] | None:
    """The side of whoever says what a cue is part of."""
    for first, behind, statement in scene.said:
        side = scene.sides.of_statement(statement)
        if first <= cue.first < behind and side:
            return [(side, None)]
    return None


def _attributed(scene: Scene, cue: Cue) -> list[Side] | None:
    """The speaker, where the verb is the one a statement is told by: *insisting that* ..."""
    for first, _, statement in scene.said:
        side = scene.sides.of_statement(statement)
        if side and cue.behind <= first <= cue.behind + _AFTER_REACH:
            return [(side, None)]
    return None


def _antecedent(scene: Scene, pronoun: Cue) -> str:
    """The side of the person named last before a pronoun, here or in the sentences before."""
    side = scene.last or ""
    if scene.tokens[pronoun.first].norm in ("it", "they"):
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
    return not word.endswith("ا") or word.startswith(("ي", "ت"))


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
        if not joined and links not in (["and"], [","], [",", "and"], ["'", "s", "and"]):
            break
        chosen.append(chosen[-1] + step)
    return list(dict.fromkeys(scene.actors[at][2] for at in chosen))


def actors_of(
    named: Sequence[tuple[int, int, Person | Body]],
    kinds: Sequence[Cue],
    tokens: Sequence[Token],
    sides: Sides,
    language: Language,
) -> list[tuple[int, int, Side]]:
    """Those in a sentence that a verb may be said of, in order: by name, or by their kind."""
    found: list[tuple[int, int, Side]] = []
    taken: set[int] = set()
    for first, behind, who in named:
        taken.update(range(first, behind))
        if language == "ar" and isinstance(who, Body) and _describes(tokens, first):
            continue
        if first == 0 and behind < len(tokens) and tokens[behind].text in _DATELINE:
            continue
        side = sides.of(who, language)
        if side is not None:
            found.append((first, behind, side))
    for cue in kinds:
        if cue.first not in taken:
            key = sides.of_noun(cue, tokens, language)
            if key is not None:
                found.append((cue.first, cue.behind, (key, None)))
    return sorted(found, key=lambda one: one[0])


def _describes(tokens: Sequence[Token], n: int) -> bool:
    """Whether a country is but an adjective of something else: the Yemeni people."""
    word = tokens[n].norm
    if n == 0 or not (word.startswith("ال") and word.endswith(("ي", "يه", "يين", "يون"))):
        return False
    before = tokens[n - 1].norm
    return before.startswith("ال") and before.removeprefix("ال") not in _SPEAKERS


def _cut(scene: Scene, start: int, end: int) -> bool:
    """Whether a mark parts the subject from its verb."""
    return any(token.text in ";:؛" for token in scene.tokens[start:end])


def _preposition(scene: Scene, n: int) -> bool:
    """Whether a name is the object of something, not the one who acts or is spoken for."""
    if scene.language == "ar":
        norm = scene.tokens[n].norm
        # Baghdad and Libya begin with these letters themselves.
        return norm[:1] in "لب" and norm not in gazetteer("ar").entries
    before = [token.norm for token in scene.tokens[max(n - 3, 0) : n]]
    if before[-1:] == ["the"]:
        before.pop()
    if not before or before[-1] not in _PREPOSITIONS:
        return False
    spoken_for = before[-1] == "for" and (len(before) == 1 or before[-2] in ("speaking", "spoke"))
    return not spoken_for
