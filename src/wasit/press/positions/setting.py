"""What a report tells of its sides: who mediates, where it is sent from, what it calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from wasit.language.spans import Language
from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.names.gazetteer import gazetteer, name_of
from wasit.press.positions.vocabulary import Read
from wasit.press.reading import Body

_BY = frozenset(("by", "من", "of", "سلطنه", "دوله"))
"""What stands between mediation and who mediates."""


def written(names: Names, document: Document) -> dict[str, dict[Language, str]]:
    """What a movement or organisation is called in the report, where that is not its key."""
    forms: dict[tuple[str, Language], Counter[str]] = {}
    for language in document.languages:
        for mention in names.mentions.get(language, ()):
            who = mention.of
            if isinstance(who, Body) and who.kind in ("movement", "organisation"):
                text = document.text[mention.start : mention.end]
                forms.setdefault((who.key, language), Counter())[text] += len(text)
    found: dict[str, dict[Language, str]] = {}
    for (key, language), counts in forms.items():
        if key not in counts:
            found.setdefault(key, {})[language] = counts.most_common(1)[0][0]
    return found


def home(document: Document) -> str | None:
    """The country whose capital an English report is sent from."""
    for paragraph in document.parts.get("en", ())[:1]:
        tokens = paragraph.tokens[:8]
        hit = gazetteer("en").at(tokens, 0) if tokens else None
        if hit is not None and hit.idea.how == "seat" and tokens[0].text.isupper():
            name = name_of(hit.idea.key, "en")
            found = name and re.search(rf"\b{re.escape(name)}\b", document.text)
            return hit.idea.key if found else None
    return None


def mediating(read: Mapping[Language, Sequence[Read]]) -> set[str]:
    """The countries that a report calls mediators or hosts: *Omani mediators*, الوسيط القطري."""
    found: set[str] = set()
    for language, sentences in read.items():
        names = gazetteer(language)
        for _, sentence, cues in sentences:
            tokens = sentence.tokens
            for cue in cues:
                if cue.sort != "go_betweens" or cue.idea != "mediator":
                    continue
                for n in range(cue.behind, min(cue.behind + _NEAR_BY, len(tokens) - 1)):
                    named = names.at(tokens, n + 1) if tokens[n].norm in _BY else None
                    if named is not None and named.idea.kind == "country":
                        found.add(named.idea.key)
                beside = (cue.first - 1,) if language == "en" else range(cue.behind, cue.behind + 3)
                for n in beside:
                    hit = names.at(tokens, n) if 0 <= n < len(tokens) else None
                    if hit is not None and hit.idea.kind == "country" and hit.idea.how == "people":
                        found.add(hit.idea.key)
    return found


_NEAR_BY = 8
"""How far behind *mediation* the words *by Oman* may stand."""
