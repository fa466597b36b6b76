"""From a page to HTML: its template, and how sentences, names and wordings are written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from wasit.brief.content import Day, Habit, Sentence, Term, Value, say
from wasit.brief.language import Language
from wasit.brief.render.html import marked
from wasit.entries import When
from wasit.language.direction import runs_right_to_left
from wasit.locale import translations
from wasit.web.frame import PLACES, Frame

Page = Any
"""A dataclass of ``pages``."""


def html(template: str, frame: Frame, page: Page) -> str:
    """``page`` in its ``template``. The template sees these two and nothing else."""
    return (
        _environment(frame.language)
        .get_template(template)
        .render(
            frame=frame, page=page, places=PLACES, language=_language(frame.language, frame.habit)
        )
    )


@cache
def _language(code: str, habit: Habit) -> Language:
    return Language(code, habit)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("wasit.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.install_gettext_translations(translations(language), newstyle=False)  # type: ignore[attr-defined]
    environment.filters.update(
        told=told, value=value, word=word, inside=inside, plain=plain, number=number
    )
    environment.globals.update(url=url, dir_of=dir_of)
    return environment


def url(*parts: str, **query: object) -> str:
    """A path of the site: its parts quoted, and what is given after it."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    given = {name: str(text) for name, text in query.items() if text not in (None, "", False)}
    return f"{path}?{urlencode(given)}" if given else path


def dir_of(language: str) -> str:
    """The direction of a language."""
    return "rtl" if runs_right_to_left(language) else "ltr"


# --- filters --------------------------------------------------------------------------------------


@pass_context
def told(context: Context, said: Sentence | Iterable[Sentence]) -> Markup:
    """One sentence or several, in the language of the page."""
    language: Language = context["language"]
    sentences = [said] if isinstance(said, Sentence) else list(said)
    return Markup(" ").join(marked(language, one) for one in sentences)


@pass_context
def value(context: Context, found: Value | None) -> Markup:
    """A name, a day, a number, in the language of the page."""
    if found is None:
        return Markup()
    return marked(context["language"], say("{value}", value=found))


@pass_context
def word(context: Context, found: Term) -> str:
    """A term of art in the language of the page."""
    return str(context["language"].word(found))


@pass_context
def number(context: Context, n: int) -> str:
    """A number as the talks write digits."""
    return str(context["language"].number(n))


@pass_context
def plain(context: Context, said: Sentence | Value) -> str:
    """The same without marks, for a title or a label."""
    sentence = said if isinstance(said, Sentence) else say("{value}", value=said)
    text: str = context["language"].text(sentence)
    return text.translate(_ISOLATES)


_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))


@pass_context
def inside(context: Context, words: Mapping[str, str] | Value | Day | When) -> Markup:
    """Words of others as they are, in the language of the page or else their own."""
    if not isinstance(words, Mapping):
        return value(context, words)
    code = context["frame"].language
    own = code if code in words else next((k for k in ("en", "ar") if k in words), "")
    own = own or min(words, default="")
    text = Markup("<br>").join(escape(line) for line in words.get(own, "").split("\n"))
    return Markup('<span lang="{}" dir="{}">{}</span>').format(own, dir_of(own), text)
