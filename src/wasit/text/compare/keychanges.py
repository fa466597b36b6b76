"""The changes in a pair of points that no negotiator may miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from wasit.language.tokens import Token
from wasit.text.compare.assign import assign
from wasit.text.compare.facts import Fact, bracket_groups, facts
from wasit.text.compare.model import KeyChange
from wasit.text.compare.names import Elsewhere, changed_names
from wasit.text.compare.read import Value
from wasit.text.compare.verbs import BINDING, Deed, deeds
from wasit.text.compare.words import tokens
from wasit.text.redline import too_much

MOST_WORDS = 2_000
"""Words of one side that are laid beside those of the other."""
MOST_FIGURES = 80
"""Figures of one side of a pair that are looked at; no provision has so many."""
ALIGNED = 1.0
"""What it counts for two figures to be one that they stand in the same words."""
_ALL_BUT_FIGURES = 0.85
_SAME_WORDS = 3
"""So many words in a row are the same words."""
_PAIRS = 0.5
"""Score from which two figures are one that changed."""
_NEAR_KINDS = {
    frozenset({"number", "percentage"}): -0.2,
    frozenset({"date", "duration"}): 0.0,
}


@dataclass(frozen=True, slots=True)
class Side:
    """The points of one side of a pair: their keys and words."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    language: str

    def placed(self) -> list[tuple[str, str]]:
        """Each key with its words."""
        return list(zip(self.keys, self.words, strict=True))


def key_changes(
    old: Side,
    new: Side,
    keys: Mapping[str, tuple[str, ...]],
    likeness: float,
    elsewhere: Elsewhere,
) -> list[KeyChange]:
    """The key changes from ``old`` to ``new``.

    ``keys`` says what old keys are called now, ``elsewhere`` holds the words of both versions.
    """
    found = [
        *_figures(old, new, keys),
        *_brackets(old, new),
        *_forces(old, new),
        *_negations(old, new),
        *changed_names(old.placed(), new.placed(), new.language, likeness, elsewhere),
    ]
    return list(dict.fromkeys(found))


# --- figures ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure in the point that holds it."""

    key: str
    fact: Fact
    piece: str
    place: float
    rank: int
    """Its number among the figures of its kind."""


def _held(side: Side) -> list[_Held]:
    found: list[_Held] = []
    length = sum(map(len, side.words)) or 1
    before = 0
    for key, words in side.placed():
        for fact in facts(words, side.language)[:MOST_FIGURES]:
            place = (before + fact.start) / length
            rank = sum(one.fact.kind == fact.kind for one in found)
            found.append(_Held(key, fact, words[fact.start : fact.end], place, rank))
        before += len(words)
    return found[:MOST_FIGURES]


def _figures(old: Side, new: Side, keys: Mapping[str, tuple[str, ...]]) -> Iterator[KeyChange]:
    ours, theirs = _held(old), _held(new)
    aligned = _aligned(old, new)
    scores = {
        (i, j): _score(a, b, keys) + ALIGNED * ((i, j) in aligned)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
    }
    pairs = assign({pair: score for pair, score in scores.items() if score >= _PAIRS})
    pairs |= _left_over(ours, theirs, pairs)
    back = {j: i for i, j in pairs.items()}
    for i, a in enumerate(ours):
        if i not in pairs and a.fact.listed:
            yield KeyChange(_beside(a, pairs, theirs, new), a.fact.kind, a.piece, "", a.key)
    for j, b in enumerate(theirs):
        if j not in back:
            if b.fact.listed:
                yield KeyChange(b.key, b.fact.kind, "", b.piece, old.keys[0])
        elif not _equal(ours[back[j]].fact.value, b.fact.value, keys):
            a = ours[back[j]]
            yield KeyChange(b.key, b.fact.kind, a.piece, b.piece, a.key)


def _aligned(old: Side, new: Side) -> set[tuple[int, int]]:
    """Figures that stand in the same words: by their order on either side.

    Only where nearly nothing but figures changed, and no figure came or went: a phrase with one
    may well stand in a point several times.
    """
    ours, theirs = _masked(old)[:MOST_WORDS], _masked(new)[:MOST_WORDS]
    found: set[tuple[int, int]] = set()
    if sum(n >= 0 for _, n in ours) != sum(n >= 0 for _, n in theirs):
        return found
    was, now = ([word for word, _ in side] for side in (ours, theirs))
    if too_much(was, now):
        return found
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < _ALL_BUT_FIGURES:
        return found
    for a, b, size in matcher.get_matching_blocks():
        if size >= _SAME_WORDS:
            for n in range(size):
                pair = ours[a + n][1], theirs[b + n][1]
                if 0 <= pair[0] < MOST_FIGURES and 0 <= pair[1] < MOST_FIGURES:
                    found.add(pair)
    return found


def _masked(side: Side) -> list[tuple[str, int]]:
    """The folded words in order, each figure as one word for its kind, with its number."""
    found: list[tuple[str, int]] = []
    count = 0
    for words in side.words:
        figures = facts(words, side.language)[:MOST_FIGURES]
        listed = [token for token in tokens(words)[:MOST_WORDS] if token.kind != "mark"]
        at = 0
        for n, fact in enumerate(figures):
            found += [(token.norm, -1) for token in listed if at <= token.start < fact.start]
            found.append((f"<{fact.kind}>", count + n))
            at = fact.end
        found += [(token.norm, -1) for token in listed if token.start >= at]
        count += len(figures)
    return found


def _left_over(
    ours: Sequence[_Held], theirs: Sequence[_Held], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Figures that nothing near them tells what they became: those of one sort, in their order."""
    taken = set(pairs.values())
    found: dict[int, int] = {}
    free = [j for j, b in enumerate(theirs) if j not in taken and b.fact.listed]
    for i, a in enumerate(ours):
        if i in pairs or not a.fact.listed:
            continue
        same = (j for j in free if _one_sort(a.fact, theirs[j].fact))
        j = next(same, None)
        if j is not None:
            found[i] = j
            free.remove(j)
    return found


def _one_sort(ours: Fact, theirs: Fact) -> bool:
    if ours.kind != theirs.kind:
        return False
    sorts = [fact.value[0] for fact in (ours, theirs)]
    return ours.kind != "number" or sorts[0] == sorts[1]


def _score(a: _Held, b: _Held, keys: Mapping[str, tuple[str, ...]]) -> float:
    ours, theirs = a.fact, b.fact
    if ours.kind == theirs.kind:
        score = 0.2 if ours.kind == "number" else 0.4
    else:
        score = _NEAR_KINDS.get(frozenset({ours.kind, theirs.kind}), -9.0)
    if _equal(ours.value, theirs.value, keys):
        score += 0.9
    score += 0.3 * (ours.unit == theirs.unit != "")
    score += 0.15 * (a.rank == b.rank)
    few = min(len(ours.around), len(theirs.around))
    common = len(ours.around & theirs.around)
    score += 1.2 * common / max(few, 3)
    return score + 0.2 * (1 - abs(a.place - b.place))


def _equal(ours: Value, theirs: Value, keys: Mapping[str, tuple[str, ...]]) -> bool:
    if ours[0] == theirs[0] == "reference":
        return theirs[1] in keys.get(str(ours[1]), (ours[1],))
    if ours[0] == theirs[0] == "date":
        return _same_day(ours, theirs)
    return ours == theirs


def _same_day(ours: Value, theirs: Value) -> bool:
    """Whether two dates are one; a year that only one of them names is no difference."""
    if ours[1] and theirs[1] and ours[1] != theirs[1]:
        return False
    return ours[2:] == theirs[2:]


def _beside(a: _Held, pairs: Mapping[int, int], theirs: Sequence[_Held], new: Side) -> str:
    """The new point where something was taken out: where its neighbours are now."""
    if len(new.keys) == 1 or not pairs:
        return new.keys[0]
    nearest = min(pairs.values(), key=lambda j: abs(theirs[j].place - a.place))
    return theirs[nearest].key


# --- brackets -------------------------------------------------------------------------------------


def _brackets(old: Side, new: Side) -> Iterator[KeyChange]:
    """Choices in words that were settled, opened or changed; those in figures are figures."""
    ours, theirs = list(_choices(old)), list(_choices(new))
    kept = {_plain(piece) for _, piece in ours} & {_plain(piece) for _, piece in theirs}
    for key, piece in ours:
        if _plain(piece) not in kept:
            where, now = _settled(piece, new)
            fell = piece if len(tokens(now)) < 8 or not now else _fallen(piece, now)
            yield KeyChange(where, "bracket", fell, now if fell == piece else "", key)
    for key, piece in theirs:
        if _plain(piece) not in kept:
            where, before = _settled(piece, old)
            yield KeyChange(key, "bracket", before, piece, where)


def _choices(side: Side) -> Iterator[tuple[str, str]]:
    for key, words in side.placed():
        figured = [(fact.start, fact.end) for fact in facts(words, side.language)]
        for start, end in bracket_groups(words):
            if not any(a <= start and end <= b for a, b in figured):
                yield key, words[start:end]


def _plain(text: str) -> str:
    return " ".join(token.norm for token in tokens(text))


def _options(piece: str) -> list[str]:
    """The wordings that brackets offer, without the brackets."""
    parts = piece.replace("][", "] [").split("] [")
    return [part.strip(" []/") for part in parts if part.strip(" []/")]


def _settled(piece: str, side: Side) -> tuple[str, str]:
    """Where one of the wordings stands without brackets on the other side, and its words there."""
    for option in _options(piece):
        want = [token.norm for token in tokens(option) if token.kind != "mark"]
        for key, words in side.placed():
            found = _run(want, tokens(words))
            if found:
                return key, words[found[0] : found[1]]
    return side.keys[0], ""


def _run(want: Sequence[str], listed: Sequence[Token]) -> tuple[int, int] | None:
    """Where the words ``want`` stand one after another, marks aside."""
    plain = [token for token in listed if token.kind != "mark"]
    norms = [token.norm for token in plain]
    for n in range(len(norms) - len(want) + 1):
        if want and norms[n : n + len(want)] == list(want):
            return plain[n].start, plain[n + len(want) - 1].end
    return None


def _fallen(piece: str, now: str) -> str:
    """The wordings that were not taken; the whole where there was one only."""
    left = [option for option in _options(piece) if _plain(option) != _plain(now)]
    return f"[{left[0]}]" if len(left) == 1 and f"[{left[0]}]" in piece else piece


# --- shall, may, not ------------------------------------------------------------------------------


def _by_stem(side: Side) -> dict[str, list[tuple[str, str, Deed]]]:
    found: dict[str, list[tuple[str, str, Deed]]] = {}
    for key, words in side.placed():
        for deed in deeds(words, side.language):
            found.setdefault(deed.stem, []).append((key, words, deed))
    return found


def _forces(old: Side, new: Side) -> Iterator[KeyChange]:
    """A deed whose force changed: shall to should, encourages to requests."""
    yield from _openings(old, new)
    ours, theirs = _by_stem(old), _by_stem(new)
    for stem, here in theirs.items():
        there = ours.get(stem)
        if not there or any(_binds(a) == _binds(b) for _, _, a in there for _, _, b in here):
            continue
        (key, words, deed), (old_key, old_words, old_deed) = here[0], there[0]
        if deed.negated == old_deed.negated and not (deed.opens or old_deed.opens):
            before = old_words[old_deed.start : old_deed.end]
            yield KeyChange(key, "modality", before, words[deed.start : deed.end], old_key)


def _binds(deed: Deed) -> str:
    return "duty" if deed.force in BINDING else deed.force


def _openings(old: Side, new: Side) -> Iterator[KeyChange]:
    """The verbs that open two points, where one is stronger: encourages, requests."""
    if not len(old.keys) == len(new.keys) == 1:
        return
    before, after = (
        next((deed for deed in deeds(side.words[0], side.language) if deed.opens), None)
        for side in (old, new)
    )
    if before and after and before.force != after.force:
        was = old.words[0][before.start : before.end]
        now = new.words[0][after.start : after.end]
        yield KeyChange(new.keys[0], "modality", was, now, old.keys[0])


def _negations(old: Side, new: Side) -> Iterator[KeyChange]:
    """Words that stood under a negation on one side only; of one negation the longest piece."""
    found = list(_all_negations(old, new))
    for change, no in found:
        inside = (other for other, no_ in found if no in no_ and no != no_)
        if next(inside, None) is None:
            yield change


def _all_negations(old: Side, new: Side) -> Iterator[tuple[KeyChange, str]]:
    """Each with the piece that holds the negation."""
    ours, theirs = _by_stem(old), _by_stem(new)
    for stem in theirs:
        here, there = theirs[stem], ours.get(stem, [])
        if not there:
            continue
        no_now = [one for one in here if one[2].negated]
        no_then = [one for one in there if one[2].negated]
        if bool(no_now) == bool(no_then) or len(here) != len(there):
            continue
        if any(one[2].under_no and not one[2].negated for one in (*here, *there)):
            continue
        key, words, deed = (no_now or here)[0]
        old_key, old_words, old_deed = (no_then or there)[0]
        before = old_words[old_deed.start : old_deed.end]
        after = words[deed.start : deed.end]
        change = KeyChange(key, "negation", before, after, old_key)
        yield change, after if no_now else before
