"""The places a person is named put together: within a language, then across the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from wasit.language.sound import alike, skeletons
from wasit.language.spans import Language
from wasit.press.known import Known
from wasit.press.names.arabic import Arabic, candidate, candidates
from wasit.press.names.english import (
    English,
    Run,
    apposed,
    name_word,
    runs,
    speaks,
    titled,
)
from wasit.press.names.found import Candidate, Figure
from wasit.press.names.mentions import place_arabic, place_english
from wasit.press.names.pairs import MOST, SOUNDS_ALIKE, one_name
from wasit.press.names.vocabulary import joined


def figures_of(
    english: Sequence[English],
    arabic: Sequence[Arabic],
    pairs: Sequence[tuple[int, int]],
    known: Known,
) -> dict[Language, list[Figure]]:
    """The people of each language, in the order of the text."""
    open_runs: list[Run] = []
    english_found: list[Candidate] = []
    for paragraph in english:
        for run in runs(paragraph):
            if _sure(run):
                english_found.append(run.candidate(sure=True))
            else:
                open_runs.append(run)
    arabic_found = [one for words in arabic for one in candidates(words)]
    arabic_found = _without_alone(arabic_found)
    english_found += _supported(open_runs, english_found, arabic_found, pairs, known)
    english_figures = _gathered(english_found, "en")
    arabic_found = _with_sounds(arabic_found, english_figures, arabic, pairs)
    arabic_figures = _gathered(arabic_found, "ar")
    place_english(english_figures, english)
    place_arabic(arabic_figures, arabic)
    return {"en": _named(english_figures), "ar": _named(arabic_figures)}


def _without_alone(found: Sequence[Candidate]) -> list[Candidate]:
    """Without a family name that is a given name too, and the word behind it: ``منصور بجهود``.

    Where somebody is called so by the family name, what is joined to the word behind tells.
    """
    families = {one.words[-1] for one in found if len(one.words) > 1}
    return [
        one
        for one in found
        if not (len(one.words) == 2 and one.words[0] in families and one.words[1][:1] in "بلوفك")
    ]


def _named(figures: Iterable[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: figure.best.start)


def _sure(run: Run) -> bool:
    """Whether a run of capitals is a person by what stands in it and around it."""
    if run.size == 1 and "group" in run.units[run.first].labels:
        return False  # the Special Representatives
    if titled(run):
        return run.size <= 5
    if run.has_nickname:
        return True
    if run.size < 2:
        return False
    first = run.units[run.first]
    if "given" in first.labels and run.size <= 5:
        return True
    return apposed(run) or speaks(run)


def _supported(
    open_runs: Sequence[Run],
    found: Sequence[Candidate],
    arabic: Sequence[Candidate],
    pairs: Sequence[tuple[int, int]],
    known: Known,
) -> list[Candidate]:
    """The runs that something else makes people: a person beside them, the Arabic, the record."""
    ends = {one.end for one in found}
    surnames = Counter(
        run.units[run.first].norm for run in open_runs if run.size == 1 and speaks(run)
    )
    on_record = {
        tuple(name_word(word) for word in name.split())
        for one in known.people
        for name in (*one.names.values(), *one.also)
    }
    by_paragraph: dict[int, list[Candidate]] = {}
    for named in arabic:
        by_paragraph.setdefault(named.paragraph, []).append(named)
    partners: dict[int, list[Candidate]] = {}
    for at_a, at_e in pairs:
        partners.setdefault(at_e, []).extend(by_paragraph.get(at_a, ())[:MOST])
    supported = []
    for run in open_runs:
        units = run.units
        words = tuple(unit.norm for unit in units[run.first : run.last])
        beside = (
            run.size > 1
            and run.first > 1
            and units[run.first - 1].norm in ("and", ",")
            and units[run.first - 2].bare_end in ends
        )
        heard = any(one_name(one.words, words) for one in partners.get(run.paragraph, ()))
        said = run.size > 1 and surnames[words[-1]] > 0
        if run.size <= 5 and (beside or said or heard or words in on_record):
            one = run.candidate(sure=beside or said)
            ends.add(one.end)
            supported.append(one)
    return supported


def _gathered(found: Iterable[Candidate], language: Language) -> list[Figure]:
    """The people of one language: the same family name and no other given name is one person."""
    figures: list[Figure] = []
    by_word: dict[str, list[Figure]] = {}
    for one in sorted(found, key=lambda c: (-len(c.words), c.start)):
        near = (*by_word.get(one.words[-1], ())[:MOST], *by_word.get(one.words[0], ())[:MOST])
        for figure in near:
            if _same(figure.best.words, one.words, language):
                figure.all.append(one)
                break
        else:
            figures.append(Figure(language, one, [one]))
            for word in {one.words[0], one.words[-1]}:
                by_word.setdefault(word, []).append(figures[-1])
    for figure in figures:
        figure.all.sort(key=lambda c: c.start)
        most = len(figure.best.words)
        figure.best = next(c for c in figure.all if len(c.words) == most)
    return [f for f in figures if len(f.best.words) > 1 or any(c.sure for c in f.all)]


def _same(full: Sequence[str], other: Sequence[str], language: Language) -> bool:
    if len(other) == 1:
        return other[0] in (full[-1], full[0])  # Dame Ada, for Ada Rossi
    if full[-1] == other[-1]:
        return full[0] == other[0] or bool(set(full[:-1]) & set(other[:-1]))
    return full[0] == other[0] and set(other) <= set(full)


def _with_sounds(
    found: list[Candidate],
    english: Sequence[Figure],
    arabic: Sequence[Arabic],
    pairs: Sequence[tuple[int, int]],
) -> list[Candidate]:
    """The Arabic names, and those that the English names of aligned paragraphs point to."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for one_found in found:
        taken.setdefault(one_found.paragraph, []).append((one_found.start, one_found.end))
    by_number = {words.paragraph.index: words for words in arabic}
    partners: dict[int, list[int]] = {}
    for at_a, at_e in pairs:
        partners.setdefault(at_e, []).append(at_a)
    added = []
    for figure in english[:MOST]:
        if any(one_name(one.words, figure.best.words) for one in found[:MOST]):
            continue
        numbers = [a for c in figure.all[:MOST] for a in partners.get(c.paragraph, ())]
        for number in numbers:
            words = by_number.get(number)
            one = _heard(words, figure.best.words) if words else None
            if one and all(one.end <= s or one.start >= e for s, e in taken.get(number, ())):
                added.append(one)
                break
    return found + added


LONGEST_HEARD = 2_000
"""Words of a paragraph in which names are looked for by sound."""


def _heard(words: Arabic, name: Sequence[str]) -> Candidate | None:
    """The Arabic words that sound like an English name, where its last word stands."""
    first_sounds = {one[:1] for one in skeletons(name[-1], "en")}
    for n, token in enumerate(words.tokens[:LONGEST_HEARD]):
        if words.labels(n) & {"stop", "mark"}:
            continue
        if skeletons(token.norm, "ar")[0][:1] not in first_sounds:
            continue
        if alike(token.norm, name[-1]) < SOUNDS_ALIKE:
            continue
        begin = _given_heard(words, n, name[:-1])
        initials = all(len(word) <= _INITIAL for word in name[:-1])
        if begin is not None and (begin < n or initials):
            return candidate(words, begin, n + 1, sure=True)
    return None


_INITIAL = 2
"""Letters an initial has at most, with its stop."""


def _given_heard(words: Arabic, last: int, given: Sequence[str]) -> int | None:
    """The first token of the given names before token ``last``."""
    begin = last
    for word in reversed(given):
        if begin == 0 or "mark" in words.labels(begin - 1):
            break
        norm = words.tokens[begin - 1].norm
        norm = norm[joined(norm) :]
        stripped = norm[1:] if norm[:1] in "وفبل" and len(norm) > 3 else norm
        if len(word) <= _INITIAL and "verb" in words.labels(begin - 1):
            break  # K. S. is told by no verb
        if max(alike(norm, word), alike(stripped, word)) < 0.6 and len(word) > 2:
            break
        begin -= 1
    initials = all(len(word) <= _INITIAL for word in given)
    return begin if begin < last or initials else None
