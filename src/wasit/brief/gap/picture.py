"""The picture of an answer in one language, as SVG or PNG."""

from __future__ import annotations

from wasit.brief.content import Words, say, term
from wasit.brief.gap.names import SOLUTION_NAMES, Names
from wasit.brief.language import Language
from wasit.entries import Mistake
from wasit.packages import SOLUTIONS, Answer
from wasit.packages.plot import Labels, svg

EFFICIENT = term("efficient")
RESERVATION = term("reservation value")


def picture(answer: Answer, code: str) -> str:
    """The picture as SVG, its words in the language of that code."""
    language = Language(code)
    names = Names(answer.bargain)

    def words(value: Words | object) -> str:
        return language.text(say("{words}", words=value))  # type: ignore[arg-type]

    def apart(text: str) -> str:
        # A picture has no direction of its own: words that run right to left bring theirs.
        return f"\u2067{text}\u2069" if language.right_to_left else text

    places = range(len(answer.bargain.parties))
    labels = Labels(
        language=code,
        title=apart(language.text(say("Packages"))),
        parties=tuple(apart(words(names.party(place))) for place in places),
        solutions={name: apart(language.word(SOLUTION_NAMES[name])) for name in SOLUTIONS},
        efficient=apart(language.word(EFFICIENT)),
        reservation=apart(language.word(RESERVATION)),
        right_to_left=language.right_to_left,
    )
    return svg(answer, labels)


def as_png(picture: str) -> bytes:
    """The picture as PNG, with the fonts of the system.

    Raises :class:`wasit.entries.Mistake` where the package that draws it is not installed.
    """
    try:
        import resvg_py
    except ImportError:
        raise Mistake(
            "a PNG needs one more package: pip install 'wasit[plot]'; an SVG needs none"
        ) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=picture, zoom=2))
