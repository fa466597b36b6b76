"""People named in Arabic, which has no capitals: given names, offices before, verbs of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from wasit.language.folding import forms
from wasit.language.lexicons import Remembered
from wasit.language.spans import Span
from wasit.language.tokens import Token
from wasit.press.document import Paragraph
from wasit.press.names.found import Candidate
from wasit.press.names.gazetteer import Hit, gazetteer
from wasit.press.names.lands import NONE, Lands
from wasit.press.names.vocabulary import joined, labels

_NOT_NAMES = frozenset({"stop", "title", "kind", "honour", "verb", "group", "place", "label"})
_COMMON_ENDINGS = ("ات", "ها", "هم", "ته", "يه")
"""Endings of everyday words that family names without an article do not have."""


@dataclass(slots=True)
class Arabic:
    """A paragraph's words with the bodies named in them."""

    paragraph: Paragraph
    tokens: list[Token]
    bodies: list[Hit | None]
    """The body each word names or helps to name."""
    _labels: list[frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._labels = [_labels(token) for token in self.tokens]

    def labels(self, n: int) -> frozenset[str]:
        """What kind of word token ``n`` is."""
        return self._labels[n]


_MARK, _ON = frozenset(("mark",)), frozenset(("stop",))


def _labels(token: Token) -> frozenset[str]:
    if token.kind != "word" or not token.norm:
        # A stroke of tatweel alone is a dash.
        return _MARK
    if token.norm == "علي" and token.text.endswith("ى"):
        return _ON
    return labels(token.norm, "ar")


def arabic(paragraphs: Sequence[Paragraph], lands: Lands = NONE) -> list[Arabic]:
    """The paragraphs as words, with the ``lands`` of the report among its bodies."""
    found = []
    table = gazetteer("ar")
    for paragraph in paragraphs:
        tokens = paragraph.tokens
        bodies: list[Hit | None] = [None] * len(tokens)
        for hit in (*lands.at(tokens, "ar"), *table.all(tokens)):
            if _everyday(tokens, hit):
                continue
            for n in range(hit.first, hit.last):
                bodies[n] = hit
        found.append(Arabic(paragraph, tokens, bodies))
    return found


def _everyday(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a country's adjective is an everyday word here: وزارة المالية is of finance."""
    if hit.idea.how != "people" or bare(tokens[hit.first].norm) not in _ALSO_WORDS:
        return False
    before = bare(tokens[hit.first - 1].norm) if hit.first else ""
    return before not in _OF_STATES


_ALSO_WORDS = frozenset(("مالي", "ماليه"))
"""Mali's adjective is *financial* too."""
_OF_STATES = frozenset(
    ("حكومه", "جيش", "وفد", "سلطات", "خارجيه", "رييس", "شعب", "رياسه", "جانب", "عاصمه")
)
"""Behind these it is the country's."""


def candidates(words: Arabic) -> list[Candidate]:
    """The names of a paragraph that office, verb or given name give away."""
    if words.paragraph.kind == "heading":
        return []
    found = []
    behind = 0
    for n in [n for n, token in enumerate(words.tokens) if _MAY_BEGIN[token.norm]]:
        last = _name_at(words, n) if n >= behind else None
        if last is not None:
            found.append(candidate(words, n, last, sure=True))
            behind = last
    return found


def _may_begin(norm: str) -> bool:
    """Whether a name may begin with a folded word: not with a mark or a small word."""
    if not norm or not norm[0].isalpha():
        return False
    return norm == "علي" or "stop" not in labels(norm[joined(norm) :], "ar")


_MAY_BEGIN = Remembered(_may_begin)


def candidate(words: Arabic, first: int, last: int, *, sure: bool) -> Candidate:
    """Tokens ``first`` to ``last`` (the one behind) as a name."""
    tokens = words.tokens[first:last]
    start = tokens[0].start + joined(tokens[0].norm)
    role, side = _role(words, first)
    if role is None:
        role, side = _apposed(words, last)
    return Candidate(
        "ar",
        start,
        tokens[-1].end,
        name_words(tokens),
        words.paragraph.index,
        sure,
        role,
        side,
    )


def name_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without article.

    ``عبد السلام`` and ``نور الدين`` are one word, and keep the article within.
    """
    norms = [token.norm for token in tokens]
    norms[0] = norms[0][joined(norms[0]) :]
    found: list[str] = []
    glue = False
    for norm in norms:
        if found and (glue or "behind" in labels(norm, "ar")):
            found[-1] += " " + norm
        else:
            found.append(bare(norm))
        glue = "particle" in labels(norm, "ar") and norm != norms[-1]
    return tuple(found)


def bare(norm: str) -> str:
    """A folded word without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def _name_at(words: Arabic, n: int) -> int | None:
    """The token behind a name that begins at token ``n``."""
    token = words.tokens[n]
    if token.kind != "word":
        return None
    norm = token.norm[joined(token.norm) :]
    if norm == "علي" and token.text.endswith("ى"):
        return None
    if n and _goes_with_before(words, n):
        return None
    known = labels(norm, "ar")
    if words.bodies[n] is not None and "given" not in known:
        return None
    if "stop" in known and norm != "علي":
        return None
    sure = "given" in known and not (words.bodies[n] and words.bodies[n].last - n > 1)  # type: ignore[union-attr]
    if not sure and "word" not in known and norm not in _OPENERS:
        return _unknown_name(words, n)
    last = _unit(words, n)
    if last is None:
        return None
    end = _family(words, last, firm=office_before(words, n))
    if end is None:
        return None
    # "عبد" and "أبو" open family names too, everyday words open sentences: an office must stand by.
    by_itself = sure and (norm not in _OPENERS or _opens_alone(words, n))
    if not (by_itself or office_before(words, n) or _speech_before(words, n)):
        return None
    if "title" in known and not office_before(words, n):
        return None
    if norm == "باسم" and n and bare(words.tokens[n - 1].norm) in _SPOKESMEN:
        # "المتحدث باسم": on behalf of, not a name.
        return None
    if _label_before(words, n) or _is_byline(words, n) or _everyday_pair(words, n, end):
        return None
    return _more(words, n, last, end)


def _is_byline(words: Arabic, n: int) -> bool:
    """Whether a report tells by whom it is: ``كتب - فلان الفلاني``."""
    if words.paragraph.index > 1 or n == 0 or n > _BYLINE:
        return False
    first = words.tokens[0].norm
    return first in _WRITTEN_BY and words.tokens[n - 1].kind == "mark"


_BYLINE = 6
_WRITTEN_BY = frozenset(("كتب", "كتبت", "اعداد", "تقرير", "بقلم", "متابعه"))


def _everyday_pair(words: Arabic, n: int, end: int) -> bool:
    """Whether given name and family name are everyday words: «سيف مسلط», أسماء المطلوبين."""
    first, second = words.tokens[n].norm, words.tokens[end - 1].norm
    if first == "اسماء" and second.endswith(("ين", "ون", "ات")):
        return True
    quoted = n > 0 and words.tokens[n - 1].text in ("«", '"', "“")
    return quoted and end - n == 2 and not second.startswith("ال") and not words.labels(end - 1)


def _goes_with_before(words: Arabic, n: int) -> bool:
    """Whether a word is counted, or of a tribe or a saint's name: 240 ألف فدان, آل جابر."""
    before = words.tokens[n - 1]
    if before.kind == "number" or before.norm in _THOUSANDS:
        return True
    return before.text in _TRIBES or before.norm == "سانتا"


_THOUSANDS = frozenset(("الف", "مليون", "مليار", "الاف", "ملايين", "ميه", "مايه"))
_TRIBES = frozenset(("آل", "بني", "بنو", "البو", "وآل", "وبني", "وبنو"))
_SPOKESMEN = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه", "متكلم", "متحدثا", "ناطقا"))
_OPENERS = frozenset(("عبد", "ابو"))


def _opens_alone(words: Arabic, n: int) -> bool:
    """Whether ``عبد`` begins a name by itself: with the article behind it and no name before."""
    opens = words.tokens[n].norm.endswith("عبد") and n + 1 < len(words.tokens)
    known = words.labels(n - 1) if n else frozenset(("mark",))
    begun = bool(known & {"mark", "verb", "stop", "title", "kind"})
    return opens and begun and words.tokens[n + 1].norm.startswith("ال")


def _unit(words: Arabic, n: int) -> int | None:
    """The token behind one part of a name: ``عبد الله`` and ``نور الدين`` are one part."""
    count = len(words.tokens)
    norm = words.tokens[n].norm[joined(words.tokens[n].norm) :]
    last = n + 1
    if "particle" in labels(norm, "ar"):
        if last >= count or not _plain(words, last):
            return None
        last += 1
        if norm not in ("عبد", "سان") and labels(words.tokens[last - 1].norm, "ar") & {"particle"}:
            return last + 1 if last < count and _plain(words, last) else None
    if last < count and "behind" in labels(words.tokens[last].norm, "ar"):
        last += 1
    return last


def _plain(words: Arabic, n: int) -> bool:
    return words.tokens[n].kind == "word" and bool(words.tokens[n].norm)


def _family(words: Arabic, n: int, *, firm: bool = False) -> int | None:
    """The token behind a family name that begins at token ``n``; ``firm`` behind an office."""
    if n >= len(words.tokens) or not _plain(words, n):
        return None
    norm = words.tokens[n].norm
    known = words.labels(n)
    if norm.startswith(("بال", "لل", "كال", "فال")) and len(norm) > 4 and "given" not in known:
        return None
    if (joined(norm) and not norm.startswith("بل")) or (norm[:1] == "و" and _two(words, n - 2)):
        return None
    if "particle" in known:
        return _unit(words, n)
    if norm == "حاج" and n + 1 < len(words.tokens) and words.tokens[n + 1].norm[:2] == "ال":
        return n + 2
    if words.bodies[n] is not None and not _nisba(norm):
        return None
    if known & {"given", "word"} and "stop" not in known:
        return _unit(words, n)
    if known & _NOT_NAMES and not (norm.startswith("ال") and known <= {"kind", "verb"}):
        return None
    if not norm.startswith("ال") and _common(words.tokens[n]):
        return n + 1 if firm and words.tokens[n].text.endswith("ة") else None
    return n + 1


def _two(words: Arabic, n: int) -> bool:
    """Whether an office of two stands at token ``n``: ``الوزيران فلان وفلان``."""
    dual = n >= 0 and words.tokens[n].norm.endswith(("ان", "ين"))
    return dual and _office_of_two(words.tokens[n].norm)


def _office_of_two(norm: str) -> bool:
    """Whether a dual is one of an office."""
    return any("title" in labels(form, "ar") for form in (norm, norm[:-2]))


def _nisba(norm: str) -> bool:
    """Whether a word of origin may be a family name: ``المصري``."""
    return norm.startswith("ال") and norm.endswith("ي")


def _common(token: Token) -> bool:
    """Whether a word without an article looks like an everyday word."""
    return token.norm.endswith(_COMMON_ENDINGS) or token.text.endswith(("اً", "ًا", "ة"))


def _more(words: Arabic, first: int, second: int, end: int) -> int:
    """The token behind a third part, where the second is a given name or a son-of."""
    if end >= len(words.tokens) or not _plain(words, end):
        return end
    known = labels(words.tokens[second].norm, "ar")
    third = words.labels(end)
    norm = words.tokens[end].norm
    if "particle" in third and norm not in ("لا", "ذو", "ام", "دون"):
        return _unit(words, end) or end
    if not known & {"given", "word", "particle"}:
        return end
    if joined(norm) or words.bodies[end] is not None or third & _NOT_NAMES:
        return end
    if norm.startswith("ال") or third & {"given"}:
        behind = _unit(words, end) or end
        # روز لور جان باتيست
        return _more(words, first, end, behind) if third & {"given"} and behind > end else behind
    after = end + 1
    closes = after >= len(words.tokens) or bool(
        words.tokens[after].kind == "mark"
        or words.labels(after) & {"stop", "verb"}
        or words.tokens[after].norm[:1] == "و"
    )
    return after if closes and not _common(words.tokens[end]) and len(norm) > 3 else end


def _unknown_name(words: Arabic, n: int) -> int | None:
    """A name whose given name no list has: behind an office, with the sentence going on behind."""
    if not _stranger(words, n) or _masdar(words.tokens[n].norm) or _label_before(words, n):
        return None
    end = _family(words, n + 1)
    if end is None or labels(words.tokens[n + 1].norm, "ar") & {"kind", "title"}:
        return None
    if "particle" in labels(words.tokens[n + 1].norm, "ar"):
        end = _more(words, n, n + 1, end)  # مسفر بن ناجي الصيعري
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
def _masdar(norm: str) -> bool:
    """Whether a word has the form of a verbal noun, which no stranger's name has: تأجيل, إجراء."""
    return any(_MASDAR.fullmatch(form) is not None for form in forms(norm))


_MASDAR = re.compile("ت..ي.ه?|ا..ا.|است..ا.|ا[نت]..ا.|م.ا..ه")


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
    if verb.norm.removeprefix("و") not in _SAID or not (told or after.norm in _THAT):
        return False
    first, second = words.tokens[n].norm, words.tokens[n + 1].norm
    plural = first.endswith(("ون", "ين")) or second.endswith(("ون", "ين"))
    return not plural and (second.startswith("ال") or not second.endswith("ي"))


_SAID = frozenset(
    (
        "قال",
        "قالت",
        "اضاف",
        "اضافت",
        "اكد",
        "اكدت",
        "اوضح",
        "اوضحت",
        "صرح",
        "صرحت",
        "روي",
        "روت",
        "ذكر",
        "ذكرت",
        "اعلن",
        "اعلنت",
        "اعتبر",
        "اعتبرت",
        "افاد",
        "افادت",
        "كشف",
        "كشفت",
        "راي",
        "رات",
        "كتب",
        "كتبت",
        "شدد",
        "شددت",
        "اشار",
        "اشارت",
        "تابع",
        "تابعت",
        "اجاب",
        "اجابت",
    )
)
_THAT = frozenset(("ان", "انه", "انها", ":"))


_JOINED_ON = ("ال", "لل", "وال", "بال", "فال", "كال", "وب", "ول", "فب", "فل")


def _stranger(words: Arabic, n: int) -> bool:
    token = words.tokens[n]
    return not (
        token.kind != "word"
        or words.labels(n)
        or words.bodies[n] is not None
        or (token.norm.startswith(_JOINED_ON) and token.text[:1] not in "إأآ")  # إلفيرا
        or (token.text.endswith("ه") and len(token.norm) > 5)
        or _common(token)
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


def office_before(words: Arabic, n: int) -> bool:
    """Whether an office stands before token ``n`` in its clause."""
    for at in range(n - 1, max(n - 12, -1), -1):
        known = words.labels(at)
        if "mark" in known and words.tokens[at].text not in '«»"“”()':
            return False
        if known & {"title", "honour"}:
            return True
        if "verb" in known and not known & {"kind"}:
            return False
    return False


def _speech_before(words: Arabic, n: int) -> bool:
    return n > 0 and "verb" in words.labels(n - 1)


def _label_before(words: Arabic, n: int) -> bool:
    """Whether the name only names a plan, a street, an airport."""
    definite = n > 0 and words.tokens[n - 1].norm.startswith(("ال", "لل", "بال", "وال"))
    if n == 0 or joined(words.tokens[n].norm) or definite:
        return False
    known = words.labels(n - 1)
    return bool(known & {"label", "place", "outlet"}) and not known & {"title", "kind"}


_OF_OFFICES = frozenset({"kind", "honour", "organisation", "group"})


def _of_office(words: Arabic, n: int) -> bool:
    """Whether a word may stand between an office and its holder: definite, or joining."""
    norm = words.tokens[n].norm
    return (
        norm.startswith(("ال", "لل", "بال", "وال")) or norm == "في" or words.bodies[n] is not None
    )


def _role(words: Arabic, first: int) -> tuple[Span | None, str | None]:
    """The words of the office before a name, and the body they speak of."""
    begin = None
    strange, quoted = 0, False
    for at in range(first - 1, max(first - 12, -1), -1):
        known = words.labels(at)
        if "mark" in known:
            if words.tokens[at].text not in '«»"“”':
                break
            quoted = True
            continue
        if "verb" in known and not known & {"kind", "title"}:
            break
        if known & {"title"}:
            begin, strange = at, 0
        elif begin is None and not (known & _OF_OFFICES or _of_office(words, at)):
            # Of one word behind an office nothing is known: رئيس مهرجان; two are no office's.
            strange += 1
            if strange > 1 and not quoted:
                break
        elif begin is not None and not known & {"kind"} and words.bodies[at] is None:
            break
    tokens = words.tokens
    if begin is None:
        return _shared_role(words, first) if tokens[first].norm[:1] == "و" else (None, None)
    role = Span("ar", tokens[begin].start, tokens[first - 1].end)
    for at in range(begin, first):
        hit = words.bodies[at]
        if hit is not None and hit.idea.kind != "outlet":
            return role, hit.idea.key
    return role, None


def _apposed(words: Arabic, last: int) -> tuple[Span | None, str | None]:
    """The office behind a name and a comma: ``فلان، وزير الخارجية الكيني، إن``."""
    tokens, begin = words.tokens, last + 1
    if begin >= len(tokens) or tokens[last].text not in ("،", ","):
        return None, None
    norm = tokens[begin].norm
    another = norm[:1] == "و" and "title" in labels(norm[1:], "ar")  # "، ووزير المالية"
    if another or "title" not in words.labels(begin):
        return None, None
    end = begin + 1
    while end < min(begin + 10, len(tokens)) and (
        words.labels(end) & (_OF_OFFICES | {"title"}) or _of_office(words, end)
    ):
        end += 1
    closed = end < len(tokens) and (
        "mark" in words.labels(end) or tokens[end].norm in ("ان", "انه", "انها")
    )
    if not closed:
        return None, None
    hits = (words.bodies[n] for n in range(begin, end))
    side = next((hit.idea.key for hit in hits if hit and hit.idea.kind != "outlet"), None)
    return Span("ar", tokens[begin].start, tokens[end - 1].end), side


def _shared_role(words: Arabic, first: int) -> tuple[Span | None, str | None]:
    """The office of several, for the last of them: ``المبعوثين الأميركيين فلان الفلاني وفلان``."""
    begin = first
    while begin > 0 and first - begin < 5 and _plain(words, begin - 1):
        known = words.labels(begin - 1)
        if known & (_OF_OFFICES | {"title"}) or words.bodies[begin - 1] is not None:
            break
        begin -= 1
    role, side = _role(words, begin) if 1 < first - begin < 5 and begin else (None, None)
    office = role and next((t for t in words.tokens[:begin] if t.start == role.start), None)
    several = office is not None and office.norm.endswith(("ين", "ان", "ون", "اء", "ا", "ي", "و"))
    return (role, side) if several else (None, None)
