"""The offices before and behind an Arabic name."""

from __future__ import annotations

from wasit.language.spans import Span
from wasit.press.names.arabic.words import Arabic, plain
from wasit.press.names.vocabulary import joined, labels


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


def label_before(words: Arabic, n: int) -> bool:
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


def role_before(words: Arabic, first: int) -> tuple[Span | None, str | None]:
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


def role_behind(words: Arabic, last: int) -> tuple[Span | None, str | None]:
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
    while begin > 0 and first - begin < 5 and plain(words, begin - 1):
        known = words.labels(begin - 1)
        if known & (_OF_OFFICES | {"title"}) or words.bodies[begin - 1] is not None:
            break
        begin -= 1
    role, side = role_before(words, begin) if 1 < first - begin < 5 and begin else (None, None)
    office = role and next((t for t in words.tokens[:begin] if t.start == role.start), None)
    several = office is not None and office.norm.endswith(("ين", "ان", "ون", "اء", "ا", "ي", "و"))
    return (role, side) if several else (None, None)
