"""People whose given name no list has: told by an office, commas, a verb of speech."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wasit.language.folding import folded, forms
from wasit.press.lexicons import data
from wasit.press.names.arabic.parts import family_at, is_common, with_third
from wasit.press.names.arabic.roles import label_before
from wasit.press.names.arabic.words import Arabic
from wasit.press.names.vocabulary import labels


def stranger_at(words: Arabic, n: int) -> int | None:
    """A name whose given name no list has: behind an office, with the sentence going on behind."""
    if (
        not _stranger(words, n)
        or _masdar(words.tokens[n].text, words.tokens[n].norm)
        or label_before(words, n)
    ):
        return None
    end = family_at(words, n + 1)
    if end is None or labels(words.tokens[n + 1].norm, "ar") & {"kind", "title"}:
        return None
    second = words.tokens[n + 1].norm
    if words.tokens[n].norm.startswith(("سي", "ست")) and second.startswith("ال"):
        return None  # the envoy will visit both capitals: سيزور العاصمتين
    if _masdar(words.tokens[n + 1].text, second) and not second.startswith("ال"):
        return None
    if "particle" in labels(words.tokens[n + 1].norm, "ar"):
        end = with_third(words, n, n + 1, end)  # مسفر بن ناجي الصيعري
    if not (_office_ends_at(words, n) or _set_off(words, n, end) or _speaks_here(words, n, end)):
        return None
    if end >= len(words.tokens):
        return end
    after = words.tokens[end]
    if after.kind == "mark" or words.labels(end) & {"stop", "verb"} or after.norm[:1] == "و":
        return end
    # "… فلان الفلاني للتلفزيون الرسمي": whom it is said to.
    told = after.norm.startswith("لل") or (after.norm[:1] == "ل" and "outlet" in words.labels(end))
    return end if told else None


@lru_cache(maxsize=65_536)
def _masdar(text: str, norm: str) -> bool:
    """Whether a word has the form of a verbal noun, which no stranger's name has: تأجيل, إجراء."""
    pattern = _CAUSING if "إ" in text[:_JOINED_LETTERS] else _MASDAR
    return any(pattern.fullmatch(form) is not None for form in forms(norm))


_MASDAR = re.compile("ت..ي.ه?|است..ا.|ا[نت]..ا.|ا.ت.ا.|م.ا..ه")
_CAUSING = re.compile("ا..ا.")
_JOINED_LETTERS = 3


def _set_off(words: Arabic, n: int, end: int) -> bool:
    """Whether two words stand between commas behind an office: ``وزير الزراعة، فلان الفلاني،``."""
    if n < 2 or end >= len(words.tokens) or end - n > 3:
        return False
    commas = words.tokens[n - 1].text in "،," and words.tokens[end].text in "،,"
    return commas and _office_ends_at(words, n - 1)


def _speaks_here(words: Arabic, n: int, end: int) -> bool:
    """Whether two words stand between "said" and "that": ``قال فلان الفلاني إن``."""
    if n == 0 or end >= len(words.tokens) or end - n != 2:
        return False
    verb, after = words.tokens[n - 1], words.tokens[end]
    told = after.norm[:1] == "ل" and "outlet" in words.labels(end)
    if verb.norm.removeprefix("و") not in _said() or not (told or after.norm in _THAT):
        return False
    first, second = words.tokens[n].norm, words.tokens[n + 1].norm
    plural = first.endswith(("ون", "ين")) or second.endswith(("ون", "ين"))
    return not plural and (second.startswith("ال") or not second.endswith("ي"))


_THAT = frozenset(("ان", "انه", "انها", ":"))


_JOINED_ON = ("ال", "لل", "وال", "بال", "فال", "كال", "وب", "ول", "فب", "فل")


@cache
def _said() -> frozenset[str]:
    """The commonest verbs of speech, between which and "that" a stranger may be named."""
    return frozenset(folded(str(word)) for word in data("ar", "words")["said"])


def _stranger(words: Arabic, n: int) -> bool:
    token = words.tokens[n]
    return not (
        token.kind != "word"
        or words.labels(n)
        or words.bodies[n] is not None
        or (token.norm.startswith(_JOINED_ON) and token.text[:1] not in "إأآ")  # إلفيرا
        or (token.text.endswith("ه") and len(token.norm) > 5)
        or is_common(token)
        or len(token.norm) < 3
    )


def _office_ends_at(words: Arabic, n: int) -> bool:
    """Whether the words right before token ``n`` are an office and nothing else."""
    at = n - 1
    complete = False
    while at >= 0 and n - at < 9:
        known = words.labels(at)
        if words.tokens[at].text in ("»", '"', "”") and not complete:
            # "رئيس مهرجان «شاشات المتوسط» فلان": what is headed may be named in quotation marks.
            at = _before_quoted(words, at)
            complete = True
            continue
        if "mark" in known:
            return False
        if "title" in known:
            norm = words.tokens[at].norm
            whole = any(form.startswith("ال") for form in forms(norm)[:3])
            return complete or whole or norm in _RANKS
        if "stop" in known and words.tokens[at].norm not in ("في", "لدي"):
            return False
        definite = words.tokens[at].norm.startswith(("ال", "لل", "بال"))
        office = known & {"kind", "honour", "organisation", "group"}
        if words.tokens[at].norm in ("في", "لدي") and complete:
            at -= 1
            continue
        if not (office or definite or words.bodies[at] is not None):
            return False
        complete = True
        at -= 1
    return False


def _before_quoted(words: Arabic, closing: int) -> int:
    """The token before a quoted name that ends at ``closing`` and the noun in front of it."""
    for at in range(closing - 1, max(closing - 8, -1), -1):
        if words.tokens[at].text in ("«", '"', "“"):
            before = at - 1
            title = before >= 0 and "title" in words.labels(before)
            return before if title else before - 1
    return -1


_RANKS = frozenset(("اللواء", "الفريق", "العميد", "العقيد", "المشير", "الجنرال", "الشيخ"))
