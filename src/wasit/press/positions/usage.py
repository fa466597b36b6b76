"""Whether a word that looks like a verb of stance is used as one."""

from __future__ import annotations

from collections.abc import Sequence

from wasit.language.tokens import Token
from wasit.press.cues import Cue
from wasit.press.positions.scene import Scene
from wasit.press.positions.vocabulary import ABOUT_BEFORE
from wasit.press.positions.words import word_set
from wasit.press.reading import Stance


def admits(scene: Scene, cue: Cue, stance: Stance) -> bool:
    """Whether somebody but admits that something was so: *conceded that it had failed*."""
    if scene.language == "ar" or stance != "accepts" or cue.sort != "verbs":
        return False
    after = [token.norm for token in scene.tokens[cue.behind - 1 : cue.behind + _CLAUSE]]
    return "that" in after[:2] and not word_set("that_modals") & set(after)


_CLAUSE = 10
"""How far behind *that* a modal may stand."""


def stands(scene: Scene, cue: Cue) -> bool:
    """Whether a word is used as the verb it looks like."""
    tokens = scene.tokens
    norm = tokens[cue.first].norm
    verb = cue.sort in ("verbs", "weak")
    if scene.language == "en":
        if cue.sort == "modals" and tokens[cue.first].text == "May" and cue.first > 0:
            return False
        if cue.sort in ("modals", "refusals"):
            return tokens[cue.first - 1].norm not in word_set("who")  # a clause that would raise it
        return not verb or _is_verb(tokens, cue)
    if cue.sort == "predicates" and _opens_condition(tokens, cue):
        return False
    before = tokens[cue.first - 1].norm.removeprefix("و") if cue.first else ""
    if verb and before in ("هو", "هي") and norm in word_set("relative"):
        return False  # which is a demand that
    if tokens[cue.behind - 1].norm in ("المقابل", "بالمقابل"):
        return False  # on the other hand
    definite = norm.startswith(("ال", "وال", "لل", "فال", "بال"))
    if verb and (_owned(scene, cue) or (definite and not _begins_so(norm))):
        return False
    if (
        norm in ("قبله", "قبلها")
        and cue.first
        and tokens[cue.first - 1].norm in ("لا", "ليس", "او")
    ):
        return False  # with it and not before it
    # قبل is before, unless a side follows: accepted.
    return norm != "قبل" or any(first == cue.behind for first, _, _ in scene.actors)


def _begins_so(norm: str) -> bool:
    """Whether what looks like an article belongs to a verb: التزمت, والتمست."""
    return norm.lstrip("وف").startswith(("التز", "التم", "التق", "التح"))


def _opens_condition(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether شرط opens a clause of condition: it is said of nothing before it."""
    after = tokens[cue.behind].norm if cue.behind < len(tokens) else ""
    return after in ("ان", "الا") or cue.first == 0 or tokens[cue.first - 1].kind == "mark"


def passive(tokens: Sequence[Token], cue: Cue, stance: Stance) -> bool:
    """Whether nobody is said to do it: *was rejected*, *a truce agreed in* May."""
    norm = tokens[cue.first].norm
    near = tokens[max(cue.first - 2, 0) : cue.first]
    if any(token.norm in word_set("passive") for token in near) and norm.endswith(
        ("ed", "en", "own")
    ):
        return True
    after = tokens[cue.behind].norm if cue.behind < len(tokens) else ""
    return after in word_set("reduced") and stance == "accepts" and norm.endswith("ed")


def masdar(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether تمسكها is *its insistence on* what follows, not *held it*."""
    if cue.behind >= len(tokens):
        return False
    after = tokens[cue.behind]
    if after.kind != "word" or after.norm in ("قبل", "بعد", "حتي", "منذ", "الا", "من", "في"):
        return False
    before = [token.norm.removeprefix("و") for token in tokens[max(cue.first - 4, 0) : cue.first]]
    return bool(word_set("told") & set(before)) or after.norm.startswith(
        ("بال", "لل", "علي", "الي", "اي", "ب")
    )


def _owned(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic participle is a noun with its owner: مطالبه, his demands."""
    word = scene.tokens[cue.first].norm
    if not word.endswith(("ه", "ها")) or word.startswith(("ي", "ت", "و")) or cue.first == 0:
        return False
    if cue.idea.endswith(ABOUT_BEFORE):
        return False
    before = scene.tokens[cue.first - 1]
    actor = any(behind == cue.first for _, behind, _ in scene.actors)
    return before.kind == "word" and not actor and before.norm not in ("ان", "كانت", "انها")


def _is_noun_behind_adjective(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an article and one word stand before a plain form: *an annual release*."""
    if cue.sort != "weak" or cue.first < 2 or tokens[cue.first - 1].capital:
        return False
    word, between = tokens[cue.first].norm, tokens[cue.first - 1].norm
    noun = word in word_set("nouns_too")
    return tokens[cue.first - 2].norm in _ARTICLES and noun and not between.endswith("s")


_ARTICLES = frozenset(("a", "an", "the", "its", "their", "this", "any"))


def _is_verb(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an English word is a verb here: not *the demand*, *an agreed text*."""
    if cue.first == 0:
        return tokens[0].norm.endswith("ing")
    before = tokens[cue.first - 1]
    word = tokens[cue.first].norm
    if (
        before.norm in word_set("before_nouns")
        or before.kind == "number"
        or before.text in ("'", "’")
    ):
        return False
    if before.norm in ("percent", "cent", "%") and cue.sort == "weak":
        return False  # a 9.5 percent raise
    if before.norm.endswith(("'s", "’s")) and not word.endswith(("ing", "ed", "s")):
        return False
    if before.text == "-":
        return False  # a pull-back
    if cue.first > 1 and tokens[cue.first - 2].text == "-" and cue.sort == "weak":
        return False  # an across-the-board raise
    if _is_noun_behind_adjective(tokens, cue):
        return False  # an annual release
    if word == "back" and before.norm in word_set("particle_before"):
        return False  # pull back
    return not (word in word_set("nouns_too") and before.norm.endswith(("'s", "’s", "s'")))
