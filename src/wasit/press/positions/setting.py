"""What a report tells of its sides: who mediates, where it is sent from, what it calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from wasit.language.spans import Language
from wasit.language.tokens import Token
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer, name_of
from wasit.press.positions.vocabulary import Read
from wasit.press.positions.words import word_set
from wasit.press.reading import Body


def written(names: Names, document: Document) -> dict[str, dict[Language, str]]:
    """What a movement or organisation is called in the report, where that is not its key."""
    forms: dict[tuple[str, Language], Counter[str]] = {}
    for language in document.languages:
        for mention in names.mentions.get(language, ()):
            who = mention.of
            if isinstance(who, Body) and who.kind in ("movement", "organisation"):
                text = document.text[mention.start : mention.end]
                if language == "en" and text.endswith(("an", "ans")) and " " not in text:
                    continue  # the Tigrayans: what its people are called
                forms.setdefault((who.key, language), Counter())[text] += len(text)
    found: dict[str, dict[Language, str]] = {}
    for (key, language), counts in forms.items():
        longest = counts.most_common(1)[0][0]
        if key not in counts and not set(longest.split()) < set(key.split()):
            found.setdefault(key, {})[language] = longest
    return found


def home(document: Document) -> str | None:
    """The country whose capital a report is sent from."""
    return _home(document, "en") or _home(document, "ar")


def _home(document: Document, language: Language) -> str | None:
    for paragraph in document.parts.get(language, ())[:1]:
        tokens = paragraph.tokens[:8]
        hit = gazetteer(language).at(tokens, 0) if tokens else None
        if hit is None or hit.idea.how != "seat" or hit.last >= len(tokens):
            return None
        if tokens[0].text.isupper() or tokens[hit.last].text in _DASHES:
            name = name_of(hit.idea.key, language)
            if name and language == "ar":
                return hit.idea.key if name.removeprefix("ال") in document.text else None
            found = name and re.search(rf"\b{re.escape(name)}", document.text)
            return hit.idea.key if found else None
    return None


_DASHES = ("-", "–", "—", ":", "(")
"""What ends the town of a dateline that is not in capitals."""


def mediating(read: Mapping[Language, Sequence[Read]], known: Names) -> set[str]:
    """Who a report says mediates or hosts: *Omani mediators*, *under the auspices of ECOWAS*."""
    found: set[str] = set()
    for language, sentences in read.items():
        names = gazetteer(language)
        for _, sentence, cues in sentences:
            tokens = sentence.tokens
            for cue in cues:
                if cue.sort != "go_betweens" or cue.idea != "mediator":
                    continue
                for n in range(cue.behind, min(cue.behind + _NEAR_BY, len(tokens) - 1)):
                    named = (
                        names.at(tokens, n + 1)
                        if tokens[n].norm in word_set("mediation_by")
                        else None
                    )
                    if named is not None and named.idea.kind == "country":
                        found.add(named.idea.key)
                    if tokens[n].norm in word_set("mediation_by"):
                        mention = known.at(language, tokens[n + 1].start)
                        if mention is not None and isinstance(mention.of, Body):
                            found.add(mention.of.key)
                apposed = _apposed(tokens, cue.first) if language == "en" else None
                mention = None if apposed is None else known.at(language, tokens[apposed].start)
                if mention is not None and isinstance(mention.of, Body):
                    found.add(mention.of.key)
                beside = (cue.first - 1,) if language == "en" else range(cue.behind, cue.behind + 3)
                for n in beside:
                    hit = names.at(tokens, n) if 0 <= n < len(tokens) else None
                    if hit is not None and hit.idea.kind == "country" and hit.idea.how == "people":
                        found.add(hit.idea.key)
    return found


def _apposed(tokens: Sequence[Token], n: int) -> int | None:
    """Who an apposition tells to mediate: *Norway, one of the guarantors*."""
    near = range(n - 1, max(n - _APPOSED, 0), -1)
    comma = next((k for k in near if tokens[k].text == ","), None)
    words = [token.norm for token in tokens[comma + 1 : n]] if comma is not None else []
    told = words[:1] in (["a"], ["the"], ["one"]) or words[:2] == ["one", "of"]
    return comma - 1 if comma is not None and comma > 0 and told else None


_APPOSED = 5
"""Within how many words before *guarantors* the comma of an apposition stands."""
_NEAR_BY = 8
"""How far behind *mediation* the words *by Oman* may stand."""


def governing(read: Mapping[Language, Sequence[Read]], known: Names) -> set[str]:
    """The countries whose government a report names: *the Yemeni government*, الحكومة اليمنية."""
    found: set[str] = set()
    for language, sentences in read.items():
        for _, sentence, cues in sentences:
            tokens = sentence.tokens
            for cue in cues:
                if cue.sort != "heads" or cue.idea != "government":
                    continue
                beside = [cue.behind, cue.behind + 1] if language == "ar" else [cue.first - 1]
                if language == "en" and cue.behind < len(tokens) - 1:
                    beside += [cue.behind + 1] if tokens[cue.behind].norm == "of" else []
                for n in beside:
                    mention = known.at(language, tokens[n].start) if 0 <= n < len(tokens) else None
                    body = None if mention is None else mention.of
                    if isinstance(body, Body) and body.kind == "country":
                        found.add(body.key)
    return found
