"""Names of the two scripts put together by sound, and with those on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wasit.language.sound import alike, skeletons
from wasit.language.spans import LANGUAGES, Language
from wasit.press.known import Known, KnownName
from wasit.press.names.arabic import bare
from wasit.press.names.english import name_word
from wasit.press.names.found import Figure

MOST = 200
"""People compared with one another at most: more of one name is no report."""


SOUNDS_ALIKE = 0.72
"""From here on two words of the two scripts are taken for one name."""


def one_name(arabic: Sequence[str], english: Sequence[str]) -> bool:
    """Whether two names are one by sound: the last word, and another where both have one."""
    if alike(arabic[-1], english[-1]) < SOUNDS_ALIKE and _glued(arabic, english) < SOUNDS_ALIKE:
        return False
    if len(arabic) == 1 or len(english) == 1:
        return True
    return max(alike(a, e) for a in arabic[:-1] for e in english[:-1]) >= 0.5 or (
        _glued(arabic, english) >= SOUNDS_ALIKE
    )


def _glued(arabic: Sequence[str], english: Sequence[str]) -> float:
    """Names written in more words in one script: ``عبد السلام``, ``Abdulsalam``."""
    return alike("".join(arabic), "".join(english))


def across(
    figures: Mapping[Language, Sequence[Figure]], pairs: Sequence[tuple[int, int]]
) -> list[dict[Language, Figure]]:
    """The people of the report, each with the figure of every language that names it."""
    arabic, english = figures["ar"], list(figures["en"])
    partners: dict[int, list[int]] = {}
    for at_a, at_e in pairs:
        partners.setdefault(at_a, []).append(at_e)
    numbered = list(enumerate(english))
    window = MOST if len(arabic) * len(english) <= MOST * MOST else 10
    stand = {id(one): frozenset(p for _, _, p in one.places) for one in (*arabic, *english)}
    sounds = [{one[:1] for one in skeletons(e.last, "en")} for e in english]
    options = []
    for i, a in enumerate(arabic):
        # The paragraphs beside those that name the person.
        beside = {e for place in stand[id(a)] for e in partners.get(place, ())}
        first_sound = skeletons(a.last, "ar")[0][:1]
        for j, e in numbered[max(0, i - window) : i + window]:
            near = not beside.isdisjoint(stand[id(e)])
            if not near and first_sound not in sounds[j]:
                continue
            likeness = _likeness(a, e, near=near)
            if likeness > 0:
                options.append((likeness, i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(options, key=lambda one: (-one[0], one[1], one[2])):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    people: list[dict[Language, Figure]] = []
    for i, a in enumerate(arabic):
        one: dict[Language, Figure] = {"ar": a}
        if i in partner:
            one["en"] = english[partner[i]]
        people.append(one)
    return people + [{"en": e} for j, e in enumerate(english) if j not in taken]


def _likeness(a: Figure, e: Figure, *, near: bool) -> float:
    """How likely two figures are one person, from 0: sound first, then where they stand."""
    last = alike(a.last, e.last)
    glued = _glued(a.best.words, e.best.words)
    sound = max(last, glued)
    if len(a.best.words) > 1 and len(e.best.words) > 1:
        given = alike(a.best.words[0], e.best.words[0])
        sound = max(0.7 * last + 0.3 * given, glued)
    if sound >= SOUNDS_ALIKE or (near and sound >= 0.5):
        return sound + 0.3 * near
    return 0.0


KnownWords = Mapping[str, Sequence[tuple[frozenset[str], KnownName]]]
"""Word of a name -> the names on record that have it."""


def known_words(known: Known) -> KnownWords:
    """The names on record by their words."""
    found: dict[str, list[tuple[frozenset[str], KnownName]]] = {}
    for one in known.people:
        for name in (*one.names.values(), *one.also):
            words = frozenset(bare(name_word(word)) for word in name.split())
            for word in words:
                found.setdefault(word, []).append((words, one))
    return found


def on_record(figures: Mapping[Language, Figure], known: KnownWords) -> KnownName | None:
    """The entry of a person the record knows: two words of the name in common, or all."""
    for language in LANGUAGES:
        figure = figures.get(language)
        if figure is None:
            continue
        ours = {bare(part) for word in figure.best.words for part in word.split()}
        for word in ours:
            for theirs, one in known.get(word, ())[:MOST]:
                if len(ours & theirs) >= 2 or ours == theirs:
                    return one
    return None
