"""An office as it is called by itself: without article, owner, country or whom it is held for.

``Niger's foreign minister`` -> ``foreign minister``, ``المبعوث الأميركي`` -> ``المبعوث``. What a
report has only in Arabic is said in English too, as far as the lexicon goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.language.spans import Language
from wasit.language.tokens import Token, tokens
from wasit.press.lexicons import data
from wasit.press.names.gazetteer import Hit, gazetteer
from wasit.press.names.vocabulary import labels

_NOT_BEGUN = frozenset(
    {
        *("the", "a", "an", "his", "her", "its", "their", "our", "my", "and", "as", "with", "by"),
        *("under", "to", "from", "then", "now", "also"),
    }
)
"""Words before an office that are not of it."""
_WHOSE = frozenset(("for", "at", "in", "on", "from", "who", "whose", "with", "since", "under"))
"""Behind an office these begin whom it is held for, or where."""
_OWNERS = ("'s", "’s", "s'", "s’")


@lru_cache(maxsize=4096)
def office(text: str, language: Language) -> str:
    """The office that the words for a role name; the words as they are where that is nothing."""
    words = tokens(text, 0, len(text))
    kept = _english(words) if language == "en" else _arabic(words)
    if not kept:
        return text
    if language == "en":
        return _singular(text, kept)
    start = kept[0].start + _joined(kept[0])
    return " ".join((text[start : kept[0].end], *(word.text for word in kept[1:])))


def _countries(words: Sequence[Token], language: Language) -> dict[int, Hit]:
    """The countries named, by their first word."""
    return {
        hit.first: hit
        for hit in gazetteer(language).all(words)
        if hit.idea.kind == "country" and hit.idea.how != "seat"
    }


def _titles(words: Sequence[Token]) -> list[int]:
    return [n for n, word in enumerate(words) if "title" in labels(word.norm, "en")]


def _english(words: Sequence[Token]) -> Sequence[Token]:
    titles = _titles(words)
    if not titles:
        return ()
    last = titles[-1]
    owners = [n for n in range(last) if words[n].text.endswith(_OWNERS)]
    first = owners[-1] + 1 if owners else 0
    countries = _countries(words, "en")
    while first < titles[0] if not owners else first < last:
        if first in countries:
            first = countries[first].last
        elif words[first].norm in _NOT_BEGUN or _of_a_people(words[first]):
            first += 1
        else:
            break
    begun = next(n for n in titles if n >= min(first, last))
    behind = begun + 1
    while behind < len(words):
        of = words[behind].norm == "of"
        at = (
            behind + 2
            if behind + 1 < len(words) and words[behind + 1].norm == "the"
            else behind + 1
        )
        if words[behind].norm in _WHOSE or (
            of and at in countries and countries[at].last >= len(words)
        ):
            break
        behind += 1
    return words[first:behind]


def _of_a_people(word: Token) -> bool:
    """Whether a word may be that of a people no list has: the *Castorian* premier."""
    return word.capital and word.norm.endswith(_PEOPLES) and not labels(word.norm, "en")


_PEOPLES = ("an", "ese", "ni", "ri")


def _singular(text: str, words: Sequence[Token]) -> str:
    """``foreign ministers`` of several is the office of each."""
    found = ""
    for n, word in enumerate(words):
        one = word.norm.removesuffix("s")
        plural = one != word.norm and {"title"} <= labels(word.norm, "en") & labels(one, "en")
        gap = text[words[n - 1].end : word.start] if n else ""
        found += gap + (word.text[:-1] if plural else word.text)
    return found


# --- Arabic -------------------------------------------------------------------------------------


def _arabic(words: Sequence[Token]) -> Sequence[Token]:
    countries = _countries(words, "ar")
    kept: list[Token] = []
    n = 0
    while n < len(words):
        hit = countries.get(n)
        if hit is not None and hit.idea.how == "people" and n:
            n = hit.last
            continue
        kept.append(words[n])
        n += 1
    # The rank behind an office is a form of address: وزير الدفاع اللواء.
    while len(kept) > 2 and _addresses(kept[-1]):
        kept.pop()
    return kept


def _addresses(word: Token) -> bool:
    return bool({"honour"} & labels(word.norm, "ar")) or _bare(word.norm) in _ranks()


@cache
def _ranks() -> frozenset[str]:
    return frozenset(folded(str(word)) for word in data("ar", "offices")["ranks"])


def _joined(word: Token) -> int:
    """How many letters are joined on before an office: ``والمبعوث`` 1."""
    for cut in (1, 2):
        if word.norm[cut:].startswith("ال") and set(word.norm[:cut]) <= set("وفبك"):
            return cut
    return 0


def _bare(norm: str) -> str:
    return min(forms(norm), key=len)


@lru_cache(maxsize=4096)
def in_english(text: str) -> str | None:
    """What an Arabic office is called in English; None where no list has it."""
    kept = _arabic(tokens(text, 0, len(text)))
    norms = [word.norm for word in kept]
    if norms:
        # للمخرجة: for the director.
        norms[0] = norms[0][_joined(kept[0]) :]
        norms[0] = "ال" + norms[0][2:] if norms[0].startswith("لل") else norms[0]
    return _read(tuple(norms))


def _read(norms: tuple[str, ...]) -> str | None:
    """``نائب وزير الخارجية`` is deputy + foreign minister; ``المبعوث السابق``, former + envoy."""
    if not norms:
        return None
    whole = _listed("offices").get(_key(norms))
    if whole:
        return whole
    for section, cut, rest in (
        ("before", norms[:1], norms[1:]),
        ("behind", norms[-1:], norms[:-1]),
    ):
        added = _listed(section).get(_key(cut))
        said = _read(rest) if added else None
        if added and said:
            return f"{added} {said}"
    for size in range(len(norms) - 1, 0, -1):
        # رئيس نقابة الصيادين: of the words behind nothing is known; the office is told alone.
        head = _listed("offices").get(_key(norms[:size]))
        if head:
            return "head" if head == "president" else head
    return None


def _key(norms: Sequence[str]) -> str:
    return " ".join(norm.removeprefix("ال") for norm in norms)


@cache
def _listed(section: str) -> Mapping[str, str]:
    """Folded Arabic phrase, without articles -> its English."""
    return {
        _key(folded(str(phrase)).split()): str(english)
        for english, phrases in data("ar", "offices")[section].items()
        for phrase in phrases
    }
