"""Every place a person is named: the full forms, the family name alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from wasit.press.names.arabic import Arabic, bare
from wasit.press.names.english import English, Unit
from wasit.press.names.found import Figure
from wasit.press.names.vocabulary import labels


def place_english(figures: Sequence[Figure], english: Sequence[English]) -> None:
    """Enters every mention: the full forms, and the family name alone."""
    by_last = _by_last(figures)
    forms = _full_forms(figures)
    by_first = {
        f.best.words[0]: f
        for f in reversed(figures)
        if len(f.best.words) > 1 and f.best.words[0] not in by_last
    }
    lone_given: dict[str, list[tuple[int, int, int]]] = {}
    for paragraph in english:
        number = paragraph.paragraph.index
        for units in paragraph.sentences:
            n = 0
            while n < len(units):
                unit = units[n]
                if not unit.capital:
                    n += 1
                    continue
                second = units[n + 1].norm if n + 1 < len(units) else ""
                full = _full_at(units, n, forms.get((unit.norm, second), ()))
                if full is not None:
                    figure, last = full
                    figure.places.append((unit.start, units[last - 1].bare_end, number))
                    n = last
                    continue
                one = by_last.get(unit.norm)
                if one is not None and not unit.labels & {"title", "stop"}:
                    one.places.append((unit.start, unit.bare_end, number))
                elif unit.norm in by_first and unit.body is None:
                    lone_given.setdefault(unit.norm, []).append((unit.start, unit.bare_end, number))
                n += 1
    for given, places in lone_given.items():
        # Abiy, Getachew: by the given name throughout, where the other name never stands alone.
        figure = by_first[given]
        if all(end - start > len(given) for start, end, _ in figure.places):
            figure.places += places
            figure.places.sort()


def _by_last(figures: Sequence[Figure]) -> Mapping[str, Figure]:
    """Family name -> the person first named so."""
    found: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda f: f.best.start):
        found.setdefault(figure.last, figure)
    return found


_Forms = dict[tuple[str, str], list[tuple[tuple[str, ...], Figure]]]


def _full_forms(figures: Sequence[Figure]) -> _Forms:
    """First two words -> the forms that begin with them."""
    found: _Forms = {}
    for figure in figures:
        for words in {one.words for one in figure.all if len(one.words) > 1}:
            parts = tuple(part for word in words for part in word.split())
            found.setdefault((bare(parts[0]), bare(parts[1])), []).append((parts, figure))
    return found


def _full_at(
    units: Sequence[Unit], n: int, options: Iterable[tuple[tuple[str, ...], Figure]]
) -> tuple[Figure, int] | None:
    """The longest form that stands at ``units[n]``, and the word behind it."""
    best: tuple[Figure, int] | None = None
    for words, figure in options:
        last = n + len(words)
        if last > len(units) or (best and last <= best[1]):
            continue
        if all(unit.norm == word for unit, word in zip(units[n:last], words, strict=True)):
            best = figure, last
    return best


def place_arabic(figures: Sequence[Figure], arabic: Sequence[Arabic]) -> None:
    """Enters every mention, also with a word joined on in front."""
    forms = _full_forms(figures)
    lone: dict[str, list[tuple[tuple[str, ...], Figure]]] = {}
    for last_name, one in _by_last(figures).items():
        parts = tuple(last_name.split())
        lone.setdefault(bare(parts[0]), []).append((parts, one))
    heads = {first for first, _ in forms} | set(lone)
    for words in arabic:
        number = words.paragraph.index
        tokens = words.tokens
        n = 0
        while n < len(tokens):
            token = tokens[n]
            last = n + 1
            for form, first, cut in _stripped(token.norm) if token.kind == "word" else ():
                if first not in heads:
                    continue
                second = bare(tokens[n + 1].norm) if n + 1 < len(tokens) else ""
                match = _full_form(forms.get((first, second), ()), words, n)
                if match is None:
                    match = _full_form(lone.get(first, ()), words, n)
                    if match and match[1] == n + 1 and _other_word(words, n, form):
                        match = None
                if match:
                    figure, last = match
                    figure.places.append((token.start + cut, tokens[last - 1].end, number))
                    break
            n = last


@lru_cache(maxsize=65_536)
def _stripped(norm: str) -> tuple[tuple[str, str, int], ...]:
    """A word as it stands, and without a letter or two joined on in front; each also bare."""
    found = [(norm, 0)]
    if norm[:1] in "وفبلك" and len(norm) > 3:
        found.append((norm[1:], 1))
        if norm[1:2] in ("ب", "ل", "ك") and len(norm) > 4:
            found.append((norm[2:], 2))
    return tuple((form, bare(form), cut) for form, cut in found)


def _full_form(
    options: Iterable[tuple[tuple[str, ...], Figure]], words: Arabic, n: int
) -> tuple[Figure, int] | None:
    best: tuple[Figure, int] | None = None
    for name, figure in options:
        last = n + len(name)
        if last > len(words.tokens) or (best and last <= best[1]):
            continue
        if all(
            bare(token.norm) == bare(word)
            for token, word in zip(words.tokens[n + 1 : last], name[1:], strict=True)
        ):
            best = figure, last
    return best


def _other_word(words: Arabic, n: int, form: str) -> bool:
    """Whether a family name is an everyday word here: no name without its article."""
    known = labels(form, "ar")
    return bool(known & {"stop", "title", "verb", "kind"}) and not form.startswith("ال")
