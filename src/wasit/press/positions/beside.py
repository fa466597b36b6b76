"""For whom people speak, told right beside their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wasit.press.document import Document
from wasit.press.names import Names
from wasit.press.positions.unlisted import adjectives_of
from wasit.press.reading import Person


def side_of_people(document: Document, names: Names, known: Mapping[str, str]) -> dict[int, str]:
    """The sides of people told right beside their names: *For the front, A*; *B, the ACA's head*.

    ``known`` are the words that stand for sides. The result is by the id of the person.
    """
    found: dict[int, str] = {}
    if not known:
        return found
    text = document.text
    words = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    people = {form: key for word, key in known.items() for form in adjectives_of(word)}
    adjectives = "|".join(sorted(map(re.escape, people), key=len, reverse=True)) or "(?!)"
    office = re.compile(rf"\b({words})['’]s? (?:[a-z-]+ ){{0,5}}[a-z]+, $")
    origin = re.compile(rf"\b({adjectives}) (?:[A-Za-z][a-z]+ ){{0,4}}$")
    after = re.compile(rf",? (?:of |from |for |at )?(?:the )?({words})(?:['’]s?\b| )")
    before = re.compile(rf"(?:^|[.\n] ?|\b)For (?:the )?({words}), (?:[a-z-]+ ){{0,4}}$")
    for mention in names.mentions.get("en", ()):
        person = mention.of
        if not isinstance(person, Person) or id(person) in found:
            continue
        hit = after.match(text, mention.end, mention.end + 60)
        if hit is None:
            hit = before.search(text, max(mention.start - 70, 0), mention.start)
            hit = hit or office.search(text, max(mention.start - 80, 0), mention.start)
        if hit is not None:
            found[id(person)] = known[hit[1]]
            continue
        hit = origin.search(text, max(mention.start - 50, 0), mention.start)
        if hit is not None:
            found[id(person)] = people[hit[1]]
    return found
