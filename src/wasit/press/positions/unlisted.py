"""Sides that no list has: told by their acronym, their office, their verbs, their city."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from wasit.language.folding import without_genitive
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer, name_of
from wasit.press.names.lands import adjectives_of
from wasit.press.positions.arabic_sides import acting_in_arabic
from wasit.press.positions.groups import groups
from wasit.press.positions.lands import (
    in_arabic,
    peoples,
    same_lands,
    two_governments,
)
from wasit.press.positions.own import Unlisted
from wasit.press.positions.titled import acronym_at, titled
from wasit.press.positions.vocabulary import english_stances, kind_words, own_kinds
from wasit.press.positions.words import cased, word_set
from wasit.press.reading import Body

_LONGEST = 8
_OFTEN = 2
"""How often who is named at the head of sentences alone must act."""


def unlisted(document: Document, names: Names) -> Unlisted:
    """The sides of ``document`` that ``names`` does not have. Cost: linear."""
    found = Unlisted()
    if "en" in document.parts:
        _english(document, names, found)
    if "ar" in document.parts:
        two_governments(document, found)
    same_lands(found)
    in_arabic(document, found)
    if "ar" in document.parts and not found.names:
        acting_in_arabic(document, names, found)
    groups(document, names, found)
    peoples(document, found)
    for language in document.languages:
        words = found.aliases.get(language, {})
        for _, sentence in document.sentences(language):
            for token, after in zip_longest(sentence.tokens, sentence.tokens[1:]):
                key = words.get(without_genitive(token.text)) or found.groups.get(token.norm)
                if key is None and found.pairs and after is not None:
                    key = found.pairs.get((token.norm, after.norm))
                if key is not None:
                    found.counts[key] = found.counts.get(key, 0) + 1
    return found


def _english(document: Document, names: Names, found: Unlisted) -> None:
    bodies: dict[int, Body] = {}
    people: set[int] = set()
    for mention in names.mentions.get("en", ()):
        if isinstance(mention.of, Body):
            bodies[mention.start] = mention.of
        else:
            people.update(range(mention.start, mention.end))
    taken = {*bodies, *people}
    for one in titled(document, taken):
        found.entitle(one, document.text)
    full = set(found.names)
    candidates: dict[str, int] = {}
    states: set[str] = set()
    seen: set[str] = set()
    opening: Counter[str] = Counter()
    listed = gazetteer("en")
    long_names: dict[str, str] = {}
    for paragraph, sentence in document.sentences("en"):
        if paragraph.kind == "heading":
            continue
        tokens = sentence.tokens
        for first, behind in _capital(tokens):
            while behind - first > 1 and tokens[first].norm in word_set("before_names"):
                first += 1
            phrase = [without_genitive(token.text) for token in tokens[first:behind]]
            start = tokens[first].start
            if any(token.start in people for token in tokens[first:behind]):
                continue
            after = tokens[behind] if behind < len(tokens) else None
            body = bodies.get(start)
            of_rank = phrase[-1].lower() in word_set("offices")  # Chief government negotiator
            if after is not None and after.norm in word_set("governments") and not of_rank:
                hit = listed.at(tokens, first)
                name = " ".join((*phrase, after.text))
                if hit is None and body is not None and body.kind == "country":
                    found.governments.setdefault(body.key, name)
                    continue
                if hit is None and phrase[-1] == tokens[behind - 1].text:
                    found.add(name, "en", phrase[0])
                    found.states.add(name)
                    continue
                if hit is not None and hit.last == behind and hit.idea.how == "people":
                    found.governments.setdefault(hit.idea.key, name)
            acronym = acronym_at(tokens, behind)
            if acronym:
                key = body.key if body is not None and body.kind != "country" else " ".join(phrase)
                if len(phrase) > 1 and acronym[0] == phrase[0][0]:
                    found.add(key, "en", acronym)
                    long_names.setdefault(phrase[0], key)
                continue
            if body is not None:
                if body.kind == "country" and after is not None and after.norm == "army":
                    army = f"{name_of(body.key, 'en') or body.key} army"
                    found.names.setdefault(army, {})["en"] = army
                    found.kinds.setdefault(army, set()).add("command")
                continue
            name = " ".join(phrase)
            armed = tokens[first - 1].norm if first else ""
            if armed in word_set("armed"):
                found.kinds.setdefault(phrase[0], set()).add("movement")
                found.kinds.setdefault(phrase[-1], set()).add("movement")
                found.kinds.setdefault(name, set()).add("movement")
            if first > 2 and tokens[first - 1].text == "," and tokens[first - 3].norm == "the":
                kind = own_kinds().get(tokens[first - 2].norm)
                if kind is not None:
                    found.kinds.setdefault(name, set()).add(kind)
                    candidates.setdefault(name, 0)
            if len(phrase) > 1 and not any(word in word_set("within_names") for word in phrase):
                long_names.setdefault(phrase[0], name)
            if after is not None and after.norm in word_set("forces") and listed.at(tokens, first):
                found.add(f"{name} {after.text}", "en", name)
                continue
            if first > 0:
                seen.add(name)
            elif _takes_a_stand(tokens, first, behind):
                opening[name] += 1  # at the head of a sentence any word has a capital
                candidates.setdefault(name, 0)
            if _acts(tokens, first, behind):
                candidates[name] = candidates.get(name, 0) + 1
                if tokens[behind - 1].text != phrase[-1] and _of_state(tokens, behind):
                    states.add(name)
    for name, count in opening.items():
        if name not in seen and not candidates[name] and count < _OFTEN:
            del candidates[name]
    kinds = kind_words()
    for mention in names.mentions.get("en", ()):
        if isinstance(mention.of, Body) and mention.of.kind not in ("outlet", "sources", "country"):
            begins = mention.of.names.get("en", "").split()[:1]
            if begins and len(begins[0]) > 3:
                long_names[begins[0]] = mention.of.key
    peoples = {form: name for name in candidates for form in adjectives_of(name)}
    for name in candidates:
        if name in peoples:
            found.add(peoples[name], "en", name)
            continue
        if name in full:
            continue
        longer = [key for key in full if name in (key.split()[0], key.split()[-1])]
        if len(longer) == 1 and name.lower() not in word_set("side_names"):
            found.add(longer[0], "en", name)  # Concord, of National Concord
            continue
        first_word = name.split()[0]
        known = listed.entries.get(first_word.lower(), ())
        if first_word in cased("not_names") or any(len(words) == 1 for words, _, _ in known):
            continue
        if first_word.lower() in kinds:
            continue
        alone = name in states or " " in name
        key = name if alone else long_names.get(first_word, name)
        aliases = found.aliases.get("en", {})
        if first_word in aliases:
            continue
        if first_word.isupper() and len(first_word) < 3:
            continue
        found.add(key, "en", first_word)
        if name in states:
            found.states.add(key)


def _of_state(tokens: Sequence[Token], n: int) -> bool:
    """Whether what somebody has is had by states alone: a foreign minister, an army."""
    return any(token.norm in word_set("of_states") for token in tokens[n : n + 3])


def _capital(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital; small words between them belong to them."""
    n = 0
    while n < len(tokens):
        if not (tokens[n].kind == "word" and tokens[n].capital) or tokens[n].text in cased(
            "not_names"
        ):
            n += 1
            continue
        behind = n + 1
        while behind < min(len(tokens), n + _LONGEST):
            if tokens[behind - 1].norm.endswith(("'s", "’s")):
                break
            if tokens[behind].kind == "word" and tokens[behind].capital:
                behind += 1
                continue
            small = behind
            while (
                small < len(tokens)
                and small < behind + 2
                and tokens[small].norm in word_set("within_names")
            ):
                small += 1
            if small == behind or small >= len(tokens) or not tokens[small].capital:
                break
            if tokens[behind].norm in ("and", "in") or tokens[small].text in cased("not_names"):
                break
            if not any(token.norm in kind_words() for token in tokens[n:behind]):
                break  # the Front for Renewal; not: delegates of the Central African
            behind = small + 1
        yield n, behind
        n = behind


def _takes_a_stand(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether a verb of stance follows a name: *is demanding*, *has rejected*, *objects to*."""
    n = behind
    while n < len(tokens) and tokens[n].norm in word_set("auxiliaries"):
        n += 1
    if [token.norm for token in tokens[behind:n]][:2] in (["will", "not"], ["would", "not"]):
        return True
    return n < len(tokens) and tokens[n].norm in english_stances()


def _acts(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """Whether what is named takes stands, has offices, or is one of two between whom there is."""
    last = tokens[behind - 1].norm
    after = tokens[behind].norm if behind < len(tokens) else ""
    if last.endswith(("'s", "’s")):
        return any(token.norm in word_set("offices") for token in tokens[behind : behind + 3])
    if after in word_set("acts") or (first > 0 and _takes_a_stand(tokens, first, behind)):
        return True
    if after in word_set("leaders"):  # Janata Morcha leader A; not: chief Swiss negotiator A
        named = tokens[first:behind]
        return not any(
            token.norm in word_set("offices") or gazetteer("en").at([token], 0) for token in named
        )
    before = tokens[first - 1].norm if first else ""
    if before == "between" and after == "and":
        return True
    return before == "and" and first > 2 and tokens[first - 3].norm == "between"
