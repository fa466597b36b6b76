"""What a matter is called: the noun phrase behind a verb, in English for either language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from wasit.language.folding import forms
from wasit.language.tokens import Token
from wasit.press.positions.scene import About, Scene
from wasit.press.positions.vocabulary import gloss
from wasit.press.positions.words import word_set
from wasit.press.texts.phrase import stops

LONGEST = 4
"""How many words a matter is called by that no lexicon names."""


def matter_of(scene: Scene, about: About, start: int) -> str:
    """The phrase an issue stands in, as written in English; its nouns in English for Arabic."""
    tokens = scene.tokens
    first = about.first
    if start <= about.first:
        first = start
    else:
        while first > max(about.first - 4, 0) and tokens[first - 1].norm not in stops("en"):
            if tokens[first - 1].kind != "word":
                break
            first -= 1
    if scene.language == "ar":
        nouns = [_in_english(token.norm) for token in tokens[first : about.behind + 3]]
        return " ".join(dict.fromkeys(noun for noun in nouns if noun))
    while first < about.behind - 1 and tokens[first].norm in word_set("leading"):
        first += 1
    behind = max(about.behind, first)
    while behind < min(len(tokens), first + _MATTER):
        token = tokens[behind]
        if token.kind == "mark" and token.text not in "-'’%":
            break
        if token.norm in word_set("matter_ends"):
            break
        behind += 1
    while behind > about.behind and tokens[behind - 1].norm in stops("en"):
        behind -= 1
    if behind <= first:
        return ""
    # As written, on one line: a piece of the sentence itself.
    words = [token.text for token in tokens[first:behind]]
    return " ".join(words).replace(" - ", "-").replace(" ’ ", "’").replace(" ' ", "'")


_MATTER = 9
"""How many words of the report an issue is told by."""


def phrase(scene: Scene, start: int, end: int) -> list[About]:
    """The matter named by the noun phrase from token ``start``; none where it names no matter."""
    if scene.language == "ar":
        return _arabic_phrase(scene, start, end)
    tokens = scene.tokens
    first = start
    infinitive = start > 0 and tokens[start - 1].norm == "to"
    while first < end and (
        tokens[first].kind != "word" or tokens[first].norm in word_set("leading")
    ):
        if tokens[first].kind == "mark" and tokens[first].text not in "\"'“”‘’«»([":
            return []
        infinitive = tokens[first].norm == "to"
        first += 1
    if any(one == first for one, _, _ in scene.actors):
        return []  # insists that Armenia …: what it is to do follows
    behind = _words_from(tokens, first, end)
    verbal = infinitive or (first < end and tokens[first].norm.endswith("ing"))
    if verbal and behind < end and tokens[behind].norm in word_set("that"):
        return []  # raising it: of what was named before
    if verbal and behind - first <= 1:
        # *to lift its roadblock*: what is lifted is the matter.
        second = first + 1
        while second < end and tokens[second].norm in word_set("behind_verbs"):
            second += 1
        more = _words_from(tokens, second, end)
        if more > second:
            first, behind = second, more
    if behind <= first:
        return []
    if behind < end - 1 and tokens[behind].norm == "of":
        second = behind + 1
        while second < end and tokens[second].norm in word_set("leading"):
            second += 1
        behind = max(behind, _words_from(tokens, second, end, 2))
    words = [token.norm for token in tokens[first:behind] if token.kind == "word"]
    if any(word in word_set("times") for word in words[:3]):
        return []
    kept = [word for word in words if word not in word_set("leading") or word == "of"]
    while kept and kept[-1] in stops("en"):
        kept.pop()
    if not kept or kept[0] in word_set("personal"):
        return []
    if all(word in word_set("hollow") for word in kept):
        return []
    if kept[0] in word_set("papers") and scene.memory.theme:
        return [About(scene.memory.theme, first, behind, True)]
    return [About("other:" + " ".join(kept), first, behind, False)]


def _words_from(tokens: Sequence[Token], first: int, end: int, most: int = LONGEST) -> int:
    behind = first
    ends = stops("en")
    while behind < min(first + most, end):
        token = tokens[behind]
        if token.kind == "number":
            behind += 1
            continue
        if token.kind != "word" or token.norm in ends or token.norm.endswith("ly"):
            break
        behind += 1
    return behind


def _arabic_phrase(scene: Scene, start: int, end: int) -> list[About]:
    tokens = scene.tokens
    first = start
    if first < end and tokens[first - 1].norm in ("ان", "بان"):
        first += tokens[first].norm[:1] in ("ي", "ت", "ن")  # the verb of what it is to do
    while first < end and (
        tokens[first].norm in word_set("leading") or tokens[first].text in '«"“('
    ):
        first += 1
    behind = first
    ends = stops("ar")
    while behind < min(first + LONGEST, end):
        token = tokens[behind]
        if token.text in '«»"“”':
            behind += 1
            continue
        if token.kind != "word" or (token.norm in ends and behind > first):
            break
        behind += 1
    named = [n for n in range(first, behind) if tokens[n].kind == "word"]
    actors = {n for one, last, _ in scene.actors for n in range(one, last)}
    named = [n for n in named if n not in actors] or named
    if not named or any(tokens[n].norm in word_set("times") for n in named[:3]):
        return []
    named = [n for n in named if tokens[n].norm not in word_set("no_matter")]
    if not named:
        return []
    english = [word for n in named if (word := _in_english(tokens[n].norm))]
    name = " ".join(dict.fromkeys(english)) if english else " ".join(tokens[n].norm for n in named)
    return [About(f"other:{name}", first, behind, False)]


def possessed(token: Token) -> bool:
    """Whether a verbal noun has *its* joined on: فتحها، بإعادته; not إعادة."""
    if token.text.endswith("ة"):
        return False
    bare = token.norm.removeprefix("ب").removeprefix("ل")
    for ending in ("ها", "ته", "ه"):
        if bare.endswith(ending):
            return bare.removesuffix(ending) in word_set("deeds")
    return False


@lru_cache(maxsize=16_384)
def _in_english(word: str) -> str | None:
    """What a noun of the field is called in English, whatever is joined on to it."""
    for form in forms(word):
        for ending in ("", "ها", "ه", "هم", "ا"):
            if ending and not (form.endswith(ending) and len(form) > len(ending) + 2):
                continue
            bare = form[: len(form) - len(ending)] if ending else form
            for tried in (bare, bare[:-1] + "ه" if bare.endswith("ت") else bare):
                if tried in gloss():
                    return gloss()[tried]
    return None
