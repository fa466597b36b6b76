"""Lands that no list has: told by what a state alone has, in either language.

``Castor's parliament``, ``the Republic of Castor``, ``Castorian forces``, ``وزير خارجية كاستور``.
What is found is read as the countries of the lists are, by name and by people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from wasit.language.folding import folded, forms, without_genitive
from wasit.language.lexicons import Remembered
from wasit.language.sound import alike
from wasit.language.spans import Language
from wasit.language.tokens import NORM, Token
from wasit.press.document import Document
from wasit.press.lexicons import data
from wasit.press.names.gazetteer import Hit, Idea, gazetteer
from wasit.press.names.vocabulary import labels

_SHORTEST = 4
"""Letters of a land's name, at least."""
_REACH = 3
"""How many words behind an owner what it has may stand: Castor's deputy prime minister."""
_WORDS = 3
"""Words the name of a land may have."""
_OFTEN = 2
"""How often a land must be named without its title to be called so."""
_ALIKE = 0.75
"""How much the two names of one land sound the same, at least."""
_SHORT_VERB = 5
"""Letters of a word that is rather a verb, told by its ending: جاءت."""
_ARABIC_PEOPLE = ("ي", "يه", "يون", "يين", "يان", "يتين")


@dataclass(frozen=True, slots=True)
class Lands:
    """The lands of one report that no list has."""

    names: Mapping[str, Mapping[Language, str]]
    """Key -> what it is called by language."""
    phrases: Mapping[Language, Mapping[str, tuple[tuple[str, ...], Idea]]]
    """First folded word -> all words and what they stand for."""

    def at(self, tokens: Sequence[Token], language: Language) -> Iterator[Hit]:
        """Where they are named in some tokens."""
        known = self.phrases.get(language)
        if not known:
            return
        for n, token in enumerate(tokens):
            for form in _forms(token, language):
                words, idea = known.get(form, ((), None))
                if idea is None or (language == "en" and not token.capital):
                    continue
                if _is_there(words, tokens, n):
                    yield Hit(n, n + len(words), idea)
                break


NONE = Lands({}, {})


@dataclass(slots=True)
class _Heard:
    """What one language says of a word that may name a land."""

    sure: set[str] = field(default_factory=set)
    may: set[str] = field(default_factory=set)
    people: dict[str, set[str]] = field(default_factory=dict)
    """Word for a people -> the land it may be of; empty where none is named."""
    counts: Counter[str] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    """Name -> what the realm is called in full: the Republic of Castor."""


def lands_of(document: Document) -> Lands:
    """The lands named in ``document`` that no list has. Cost: linear."""
    english = _english(document) if "en" in document.parts else _Heard()
    arabic = _arabic(document) if "ar" in document.parts else _Heard()
    names: dict[str, dict[Language, str]] = {}
    for name in sorted(english.sure):
        names[_key(name, english)] = {"en": name}
    for name in sorted(arabic.sure | arabic.may):
        partner = _partner(name, english)
        if partner is not None:
            key = _key(partner, english)
            names.setdefault(key, {"en": partner}).setdefault("ar", name)
        elif name in arabic.sure:
            names[name] = {"ar": name}
    heard = [word for word, count in arabic.counts.items() if count > 1]
    for called in names.values():
        if "ar" not in called and " " not in called["en"]:
            best = max(heard, key=lambda word: alike(word, called["en"]), default="")
            if best and alike(best, called["en"]) >= _ALIKE:
                called["ar"] = best
    return Lands(names, _phrases(names, english)) if names else NONE


def _partner(name: str, english: _Heard) -> str | None:
    """The English name of an Arabic one: of those that may be lands the one that sounds so."""
    options = sorted(english.sure | english.may)
    best = max(options, key=lambda one: alike(name, one), default=None)
    return best if best is not None and alike(name, best) >= _ALIKE else None


def _key(name: str, english: _Heard) -> str:
    """What a land is called: by its title where it is seldom named without."""
    return name if english.counts[name] > _OFTEN else english.titles.get(name, name)


def _phrases(
    names: Mapping[str, Mapping[Language, str]], english: _Heard
) -> dict[Language, dict[str, tuple[tuple[str, ...], Idea]]]:
    found: dict[Language, dict[str, tuple[tuple[str, ...], Idea]]] = {"en": {}, "ar": {}}
    for key, called in names.items():
        for language, name in called.items():
            words = tuple(folded(word) for word in name.split())
            found[language].setdefault(words[0], (words, Idea(key, "country")))
        for word, lands in english.people.items():
            if called.get("en") in lands:
                people = Idea(key, "country", "people")
                found["en"].setdefault(folded(word), ((folded(word),), people))
        if "ar" in called and " " not in called["ar"]:
            stem = folded(called["ar"]).removesuffix("يا").removesuffix("ا").removesuffix("ه")
            for ending in _ARABIC_PEOPLE:
                people = Idea(key, "country", "people")
                found["ar"].setdefault(stem + ending, ((stem + ending,), people))
    return found


def _is_there(words: Sequence[str], tokens: Sequence[Token], n: int) -> bool:
    if n + len(words) > len(tokens):
        return False
    behind = tokens[n + 1 : n + len(words)]
    return all(without_genitive(t.norm) == word for t, word in zip(behind, words[1:], strict=True))


def _forms(token: Token, language: Language) -> Sequence[str]:
    return (without_genitive(token.norm),) if language == "en" else forms(token.norm)


def adjectives_of(name: str) -> Iterator[str]:
    """What the people of a land of no list may be called: Polvia, Polvian."""
    if " " in name or len(name) < _SHORTEST + 1:
        return
    stem = name.removesuffix("a").removesuffix("i")
    yield from (f"{stem}ian", f"{stem}an", f"{name}n", f"{name}i", f"{name}er", f"{name}ese")


@cache
def _words(language: Language, section: str) -> Mapping[str, str]:
    """Folded phrase -> its class."""
    return {
        folded(str(phrase)): str(kind)
        for kind, phrases in data(language, "lands")[section].items()
        for phrase in phrases
    }


# --- English ------------------------------------------------------------------------------------


def _english(document: Document) -> _Heard:
    found = _Heard()
    vetoed: set[str] = set()
    named: set[str] = set()
    of_people: set[str] = set()
    for paragraph, sentence in document.sentences("en"):
        if paragraph.kind == "heading":
            continue
        tokens = sentence.tokens
        for n, token in enumerate(tokens):
            if not token.capital or token.kind != "word":
                continue
            if n and "place_first" in labels(tokens[n - 1].norm, "en"):
                _judge_run(tokens, n, found)  # Santa Rita
                continue
            if not _may_name(tokens, n):
                continue
            word = without_genitive(token.text)
            if n and tokens[n - 1].capital and not _opens(tokens, n - 1):
                vetoed.add(word)
                _judge_run(tokens, n, found)
                continue
            named.add(word)
            _judge(tokens, n, found)
            behind = tokens[n + 1].norm if n + 1 < len(tokens) else ""
            if word == token.text and behind in _words("en", "people"):
                of_people.add(word)
    found.sure -= vetoed
    found.may -= vetoed
    lands = named - vetoed
    for land in sorted(lands):
        called = of_people.intersection(adjectives_of(land))
        for word in called:
            found.people.setdefault(word, set()).add(land)
        if called:
            found.sure.add(land)
    # Who is called after a land is no land: the Castorian president.
    found.sure -= set(found.people)
    for land in sorted(found.sure | found.may):
        for word in named.intersection(adjectives_of(land)):
            found.people.setdefault(word, set()).add(land)
    return found


def _may_name(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    if len(token.text) < _SHORTEST or token.text.isupper() or gazetteer("en").at(tokens, n):
        return False
    return not labels(token.norm, "en") & {
        *("stop", "title", "kind", "honour", "organisation", "label", "given", "verb", "outlet"),
        "group",
    }


def _opens(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word with a capital is no part of a name: *The*, *But* at the head."""
    return "stop" in labels(tokens[n].norm, "en") or (n == 0 and tokens[n].norm in ("while", "if"))


def _judge(tokens: Sequence[Token], n: int, found: _Heard) -> None:
    """What the words around a name say of it."""
    token = tokens[n]
    word = without_genitive(token.text)
    before = [one.norm for one in tokens[max(n - 3, 0) : n]]
    behind = [one.norm for one in tokens[n + 1 : n + 1 + _REACH]]
    if before[-1:] == ["of"] and len(before) > 1:
        if before[-2] in (*_words("en", "realms"), *_words("en", "states")) or _headed(tokens, n):
            name = _whole(tokens, n)
            found.sure.add(name)
            if (
                tokens[n - 2].capital
                and before[-2] not in _words("en", "heads")
                and (before[-2] in _words("en", "realms") or before[-2] in _words("en", "states"))
            ):
                found.titles.setdefault(name, f"{tokens[n - 2].text} of {name}")
            if behind[:1] == ["and"] and n + 2 < len(tokens) and tokens[n + 2].capital:
                found.sure.add(_whole(tokens, n + 2))  # the chief ministers of A and B
        return
    found.counts[word] += 1
    if word != token.text:
        if any(one in _words("en", "states") for one in behind):
            found.sure.add(word)
        elif any(one in _words("en", "sides") for one in behind):
            found.may.add(word)
    elif behind and not tokens[n + 1].capital and _governs(behind):
        found.sure.add(word)
    elif before[-1:] == ["between"] and behind[:1] == ["and"]:
        found.may.add(word)


def _governs(behind: Sequence[str]) -> bool:
    """Whether a government or its head is named behind: *the Castor government*."""
    listed = _words("en", "governs")
    return behind[0] in listed or " ".join(behind[:2]) in listed


def _headed(tokens: Sequence[Token], n: int) -> bool:
    """Whether the head of a land stands before "of", or a name and "of": Governor A *of* X."""
    at = n - 2
    while at > max(n - 2 - _WORDS, 0) and tokens[at].capital and tokens[at].kind == "word":
        if tokens[at].norm in _words("en", "heads"):
            return True
        at -= 1
    listed = _words("en", "heads")
    two = " ".join(token.norm for token in tokens[max(at - 1, 0) : at + 1])
    return tokens[at].norm in listed or two in listed


def _judge_run(tokens: Sequence[Token], n: int, found: _Heard) -> None:
    """A land of several words: *Ponta Negra's* premier; the words of people are none."""
    first = n
    while first > 0 and tokens[first - 1].capital and not _opens(tokens, first - 1):
        first -= 1
    words = [without_genitive(token.text) for token in tokens[first : n + 1]]
    known = [labels(token.norm, "en") for token in tokens[first : n + 1]]
    barred = {"given", "title", "honour", "organisation", "outlet", "stop", "kind"}
    if n - first >= _WORDS or ("place_first" not in known[0] and any(k & barred for k in known)):
        return
    if gazetteer("en").at(tokens, first):
        return
    behind = [one.norm for one in tokens[n + 1 : n + 1 + _REACH]]
    owns = words[-1] != tokens[n].text and any(one in _words("en", "heads") for one in behind)
    if owns or (behind and words[-1] == tokens[n].text and _governs(behind)):
        found.sure.add(" ".join(words))


def _whole(tokens: Sequence[Token], n: int) -> str:
    """The name of a realm of several words: the Republic of *Costa Verana*."""
    behind = n + 1
    while (
        behind < min(n + _WORDS, len(tokens))
        and tokens[behind].capital
        and tokens[behind].kind == "word"
        and without_genitive(tokens[behind - 1].text) == tokens[behind - 1].text
    ):
        behind += 1
    return without_genitive(" ".join(token.text for token in tokens[n:behind]))


# --- Arabic -------------------------------------------------------------------------------------


def _arabic(document: Document) -> _Heard:
    found = _Heard()
    heads: dict[str, set[str]] = {}
    for paragraph, sentence in document.sentences("ar"):
        if paragraph.kind == "heading":
            continue
        tokens = sentence.tokens
        found.counts.update(
            _written(token) for token in tokens if token.kind == "word" and token.norm[:2] != "ال"
        )
        beginning = map(_HEADS.__getitem__, map(NORM, tokens))
        for n in [n for n, some in enumerate(beginning) if some]:
            behind = _head(tokens, n)
            if behind is None:
                continue
            kind, at = behind
            if at < len(tokens) and _may_name_arabic(tokens, at):
                heads.setdefault(tokens[at].text, set()).add(kind)
    for word, kinds in heads.items():
        if "realm" in kinds or len(kinds) > 1 or ("office" in kinds and found.counts[word] > 1):
            found.sure.add(word)
        else:
            found.may.add(word)
    return found


def _written(token: Token) -> str:
    """A word without the and joined on in front."""
    return token.text[1:] if token.text[0] == "و" and len(token.text) > 4 else token.text


def _head(tokens: Sequence[Token], n: int) -> tuple[str, int] | None:
    """The class of what a state has that begins at token ``n``, and the token behind it."""
    if tokens[n].kind != "word":
        return None
    for form in _HEADS[tokens[n].norm]:
        if n + 1 < len(tokens):
            kind = _words("ar", "states").get(f"{form} {tokens[n + 1].norm}")
            if kind is not None:
                return kind, n + 2
        kind = _words("ar", "realms").get(form) or _words("ar", "states").get(form)
        if kind is not None:
            return kind, n + 1
    return None


def _begins_head(norm: str) -> tuple[str, ...]:
    firsts = {one.split()[0] for section in ("realms", "states") for one in _words("ar", section)}
    return tuple(form for form in forms(norm) if form in firsts)


_HEADS = Remembered(_begins_head)
"""The forms of a folded Arabic word that begin what a state has; most words have none."""


def _may_name_arabic(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    if token.kind != "word" or len(token.text) < _SHORTEST or token.norm.startswith("ال"):
        return False
    if token.norm.endswith("ت") and len(token.norm) <= _SHORT_VERB:
        return False
    if token.text.endswith(("ة", "ي", "ات", "ين", "ون", "ان", "اً", "ى", "ء", "ها", "هم")):
        return False
    if labels(token.norm, "ar") or gazetteer("ar").at(tokens, n):
        return False
    return _head(tokens, n) is None
