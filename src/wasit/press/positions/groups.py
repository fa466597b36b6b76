"""Sides told by a common noun: *the paramilitaries*, *the southern side*, الشماليون, الشطر الجنوبي.

A group that takes a stand in the report, and that it names more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from wasit.language.folding import folded, without_genitive
from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer
from wasit.press.positions.own import Unlisted
from wasit.press.positions.vocabulary import english_stances, kind_words, lemmas
from wasit.press.positions.words import word_set
from wasit.press.verbs import arabic_forms

_OFTEN = 2
"""How often a report names a group, at least."""
_SHORTEST = 5
_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women", "aries", "ants", "ites")
"""Endings of nouns of people."""
_OBJECT = 9
"""Within how many words *on the table* stands behind what is put there."""
_JOINED = ("", "و", "ف", "ب", "ل", "ك")
_ALIASES = {"southern": "south", "northern": "north", "eastern": "east", "western": "west"}


def groups(document: Document, names: Names, found: Unlisted) -> None:
    """Enters the sides of ``document`` that are told by a common noun. Cost: linear."""
    if "en" in document.parts:
        _english(document, names, found)
    elif "ar" in document.parts:
        _arabic(document, names, found)


def _english(document: Document, names: Names, found: Unlisted) -> None:
    counts: Counter[str] = Counter()
    nouns: set[str] = set()
    sides: Counter[str] = Counter()
    acting: set[str] = set()
    for tokens in _sentences(document, "en"):
        counts.update(without_genitive(token.norm) for token in tokens)
        for n, token in enumerate(tokens[:-1]):
            if token.capital and n > 0:
                continue
            word = token.norm
            if word in word_set("of_side") and n > 0 and tokens[n - 1].norm in ("the", "both"):
                head = without_genitive(tokens[n + 1].norm)
                if head in word_set("side_heads"):
                    sides[word] += 1
                if _takes_a_stand(tokens, n + 1) or _takes_a_stand(tokens, n + 2):
                    acting.add(word)
            elif _may_be_group(word) and _takes_a_stand(tokens, n + 1):
                nouns.add(word)
    for noun in nouns:
        if counts[noun] >= _OFTEN:
            found.groups[noun] = noun
            found.names.setdefault(noun, {})["en"] = noun
    for word in sides:
        often = counts[word] + counts[f"{word}ers"] + counts[f"{word}s"] >= _OFTEN
        if len(sides) < 2 and word not in acting and not often:
            continue
        key = f"{word} side"
        found.names.setdefault(key, {})["en"] = key
        found.groups[word] = key
        found.aliases.setdefault("en", {}).setdefault(word, key)
        if word in _ALIASES:
            found.groups[_ALIASES[word]] = key
        for people in (f"{word}ers", f"{word}s"):
            if counts[people]:
                found.groups[people] = key


def _sentences(document: Document, language: Language) -> Iterator[Sequence[Token]]:
    for paragraph, sentence in document.sentences(language):
        if paragraph.kind != "heading":
            yield sentence.tokens


def _may_be_group(word: str) -> bool:
    """Whether an English noun may be that of many people or lands that act together."""
    if word in word_set("no_groups") or len(word) < _SHORTEST:
        return False
    return word in word_set("collectives") or (word.endswith(_PEOPLE) and word not in kind_words())


def _takes_a_stand(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb of stance stands at token ``n``, behind its small words."""
    while n < len(tokens) and tokens[n].norm in word_set("auxiliaries"):
        n += 1
    if n >= len(tokens):
        return False
    if tokens[n].norm in word_set("says") and n + 4 < len(tokens):
        # *say they will*: what they will do is a stand as well
        return tokens[n + 1].norm in ("they", "it") or tokens[n + 2].norm in ("they", "it")
    if tokens[n].norm == "put":
        return any(token.norm == "table" for token in tokens[n : n + _OBJECT])
    return tokens[n].norm in english_stances()


def _arabic(document: Document, names: Names, found: Unlisted) -> None:
    taken = {at for one in names.mentions.get("ar", ()) for at in range(one.start, one.end)}
    counts: Counter[str] = Counter()
    nouns: dict[str, str] = {}
    sides: dict[str, str] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    called: dict[tuple[str, str], str] = {}
    for tokens in _sentences(document, "ar"):
        counts.update(_stem(token.norm) for token in tokens)
        for n, token in enumerate(tokens[:-1]):
            word = token.norm
            after = tokens[n + 1].norm
            head = _loose(word)
            if head in word_set("forces_of") and _is_definite(tokens, n + 1):
                pairs[head, after] += 1 + (token.start not in taken and _has_stand(tokens, n))
                written = token.text[len(word) - len(head) :]
                called.setdefault((head, after), f"{written} {tokens[n + 1].text}")
            if _unjoined(word) in word_set("side_heads") and _adjective(tokens, n + 1):
                sides.setdefault(
                    tokens[n + 1].text, f"{_unjoined(token.text)} {tokens[n + 1].text}"
                )
            if token.start in taken or gazetteer("ar").at(tokens, n):
                continue
            if _may_be_arabic_group(word) and _has_stand(tokens, n):
                nouns.setdefault(_stem(word), _unjoined(token.text))
    for stem, noun in nouns.items():
        if counts[stem] >= _OFTEN:
            base = noun[:-2] if noun.endswith(("ون", "ين")) else noun
            ends = ("ون", "ين") if base != noun else ("",)
            bare = base.removeprefix("ال")
            whole = [start + base + end for start in ("", "و", "ف", "ب", "ك") for end in ends]
            found.add(noun, "ar", *whole, *(f"لل{bare}{end}" for end in ends))
    _in_pairs(pairs, called, counts, found)
    for word, name in tuple(sides.items()):
        other = _MIRROR.get(folded(word))
        if other and counts[other] and other not in map(folded, sides):
            sides[other] = f"{name.split()[0]} {other}"
    if len(sides) < 2:
        return
    for word, name in sides.items():
        found.add(name, "ar", *(start + word for start in _JOINED))
        land = word[:-1]
        if folded(word) in _MIRROR and counts[folded(land)]:
            found.add(name, "ar", *(start + land for start in _JOINED))


_MIRROR = {
    folded(one): other
    for two in (("الجنوبي", "الشمالي"), ("الشرقي", "الغربي"))
    for one, other in (two, two[::-1])
}
"""Of two sides the other."""


def _in_pairs(
    pairs: Counter[tuple[str, str]],
    called: dict[tuple[str, str], str],
    counts: Counter[str],
    found: Unlisted,
) -> None:
    """Enters forces and delegations by the noun behind them: قوات الدعم, وفد الشمال."""
    keys: dict[str, str] = {}
    for (head, noun), count in pairs.items():
        people = next((key for key in found.names if folded(key).startswith(noun + "ي")), None)
        if count <= _OFTEN and not people and counts[noun] <= _OFTEN:
            continue
        key = people or keys.setdefault(noun, called[head, noun])
        found.names.setdefault(key, {}).setdefault("ar", key)
        found.pairs[head, noun] = key


def _has_stand(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb of stance stands beside a noun, or it is turned to: أما الجيش فيرى."""
    near = [token.norm for token in tokens[max(n - 2, 0) : n + 4]]
    before = tokens[n - 1].norm if n else ""
    if before.removeprefix("و") == "اما":
        return True
    return any(word in _arabic_stances() or word[1:] in _arabic_stances() for word in near)


def _is_definite(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    return token.norm.startswith("ال") and gazetteer("ar").at(tokens, n) is None


def _loose(word: str) -> str:
    """A noun without what may be joined on to it in front."""
    for start in ("و", "ف", "ب", "ل", "ك"):
        if word.startswith(start) and word[1:] in word_set("forces_of"):
            return word[1:]
    return word


def _adjective(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word tells which of two sides is meant, and is of no country: الجنوبي."""
    token = tokens[n]
    if gazetteer("ar").at(tokens, n) is not None:
        return False
    return token.norm.startswith("ال") and token.norm.endswith("ي") and len(token.norm) > _SHORTEST


def _may_be_arabic_group(word: str) -> bool:
    word = _unjoined(word)
    if not word.startswith("ال") or word.removeprefix("ال") in word_set("no_groups"):
        return False
    if word.removeprefix("ال") in word_set("collectives"):
        return True
    return word.endswith(("ون", "ين")) and len(word) > _SHORTEST + 2


def _stem(word: str) -> str:
    """A plural without its case: المتمردون, المتمردين."""
    word = definite(word)
    return word[:-2] if word.endswith(("ون", "ين")) else word


def _unjoined(word: str) -> str:
    """An Arabic word without what is joined on before its article: والجيش."""
    return word[1:] if word[:1] in "وفبك" and word[1:3] == "ال" else word


def definite(word: str) -> str:
    """An Arabic noun with nothing but its article in front: والجيش, للجيش -> الجيش."""
    return "ال" + word.removeprefix("لل") if word.startswith("لل") else _unjoined(word)


@cache
def _arabic_stances() -> frozenset[str]:
    return frozenset(folded(form) for lemma in lemmas("ar") for form, _ in arabic_forms(lemma))
