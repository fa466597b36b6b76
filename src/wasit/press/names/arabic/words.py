"""The words of an Arabic paragraph with what is named in them, and names as they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wasit.language.tokens import Token
from wasit.press.document import Paragraph
from wasit.press.names.gazetteer import Hit, gazetteer
from wasit.press.names.lands import NONE, Lands
from wasit.press.names.vocabulary import joined, labels


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
    if token.norm.endswith("امام") and "أمام" in token.text:
        return _ON  # in front of; an imam is spelt with the other hamza
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


def plain(words: Arabic, n: int) -> bool:
    """Whether token ``n`` is a word, and not a stroke of tatweel alone."""
    return words.tokens[n].kind == "word" and bool(words.tokens[n].norm)
