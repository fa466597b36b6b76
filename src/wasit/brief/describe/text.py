"""Drafts, answers, agreements and rounds in sentences."""

from __future__ import annotations

from wasit.brief.book import UNKNOWN, Book
from wasit.brief.content import Many, PartOf, Quote, Sentence, Term, Value, say, say_n, term
from wasit.entries import Entry
from wasit.entries.bodies.text import Agreement, Draft, Response, Round

# --- drafts ---------------------------------------------------------------------------------


def draft(book: Book, entry: Entry, body: Draft) -> tuple[Sentence, ...]:
    """What it is called, who tabled it, how many points it has, whether it is public."""
    if body.by:
        first = say(
            "Draft “{title}”, tabled by {seats}.", title=body.title, seats=book.seats(body.by)
        )
    else:
        first = say("Draft “{title}”.", title=body.title)
    found = [first]
    count = body.count or len(body.points)
    if count:
        found.append(say_n("It has {n:w} point.", "It has {n:w} points.", count))
    found += public(body)
    if body.after:
        found.append(say("It was made from: {drafts}.", drafts=book_drafts(book, body)))
    if body.note:
        found.append(say("{words}.", words=Quote(body.note, verbatim=False)))
    return tuple(found)


def book_drafts(book: Book, body: Draft) -> Many:
    """The drafts it was made from."""
    return Many(tuple(book.thing(before) for before in body.after))


def public(body: Draft) -> list[Sentence]:
    """Whether its wording is public, where that is known."""
    if body.published == "yes":
        return [say("Its wording is public.")]
    if body.published == "leaked":
        return [say("Its wording was leaked, not published.")]
    if body.published == "summarised":
        return [say("Its wording is known only in summaries.")]
    if body.published == "no":
        return [say("Its wording has not been published.")]
    return []


# --- answers --------------------------------------------------------------------------------


ACCEPTABLE, OPEN = term("acceptable"), term("open to discussion")
UNACCEPTABLE, RED_LINE = term("unacceptable"), term("a red line")


def stance(body: Response) -> Term:
    """An answer as a word."""
    if body.red_line:
        return RED_LINE
    return {"acceptable": ACCEPTABLE, "open": OPEN, "unacceptable": UNACCEPTABLE}[body.stance]


def response(book: Book, entry: Entry, body: Response) -> tuple[Sentence, ...]:
    """Whose answer, to what, on what ground; and the words."""
    return (_answer(book, entry, body), *_words(body))


def in_context(book: Book, entry: Entry, body: Response) -> tuple[Sentence, ...]:
    """The same, on a page that has just said what is answered."""
    seat, word, outlets = book.seat(body.seat), stance(body), book.outlets(entry)
    if body.basis == "reported" and outlets:
        first = say(
            "{seat}: {stance}, as reported by {outlets}.", seat=seat, stance=word, outlets=outlets
        )
    elif body.basis == "own":
        first = say("{seat}: {stance}, in its own hand.", seat=seat, stance=word)
    elif body.basis == "told":
        first = say("{seat}: {stance}, as told to the desk.", seat=seat, stance=word)
    else:
        first = say("{seat}: {stance}.", seat=seat, stance=word)
    return (first, *_words(body))


def refused(book: Book, entry: Entry, body: Response) -> tuple[Sentence, ...]:
    """The same, on a page that has just said that it is refused: in whose words, by whom."""
    if body.words and _is_reported(book, entry, body):
        words = Quote(body.words, verbatim=False)
        return (say("{seat}: {words}.", seat=book.seat(body.seat), words=words), *_words(body)[1:])
    return in_context(book, entry, body)


def in_brief(book: Book, entry: Entry, body: Response) -> tuple[Sentence, ...]:
    """The answer alone: its words stand elsewhere on the page, its sources are numbered."""
    if _is_reported(book, entry, body):
        what = how_much(book, body)
        return (
            say(
                "{seat} on {what}: {stance}.",
                seat=book.seat(body.seat),
                what=what,
                stance=stance(body),
            ),
        )
    return (_answer(book, entry, body), *_inferred(body))


def _is_reported(book: Book, entry: Entry, body: Response) -> bool:
    """Whether the numbers of its sources say on what ground it is known."""
    return body.basis == "reported" and bool(book.sources(entry))


def _words(body: Response) -> list[Sentence]:
    found = []
    if body.words:
        found.append(say("{words}.", words=Quote(body.words, verbatim=False)))
    if body.proposes:
        found.append(say("Wording proposed instead: {words}.", words=Quote(body.proposes)))
    return [*found, *_inferred(body)]


def _inferred(body: Response) -> list[Sentence]:
    if body.basis != "inferred":
        return []
    return [say("Inferred from what the seat said on the same matter, not stated.")]


def answered(book: Book, body: Response) -> Value:
    """What an answer is to."""
    if body.point:
        return book.point(body.point.draft, body.point.label)
    whole = body.draft or body.issue or body.document or body.package
    return book.thing(whole) if whole else UNKNOWN


def _answer(book: Book, entry: Entry, body: Response) -> Sentence:
    """The answer on its ground."""
    seat, what, word = book.seat(body.seat), how_much(book, body), stance(body)
    outlets = book.outlets(entry)
    if body.basis == "reported" and outlets:
        return say(
            "{seat} on {what}: {stance}, as reported by {outlets}.",
            seat=seat,
            what=what,
            stance=word,
            outlets=outlets,
        )
    if body.basis == "own":
        return say(
            "{seat} on {what}: {stance}, in its own hand.", seat=seat, what=what, stance=word
        )
    if body.basis == "told":
        return say(
            "{seat} on {what}: {stance}, as told to the desk.", seat=seat, what=what, stance=word
        )
    return say("{seat} on {what}: {stance}.", seat=seat, what=what, stance=word)


def how_much(book: Book, body: Response) -> Value:
    """What it answers, with the extent where the answer is to a part that is not named."""
    what = answered(book, body)
    return PartOf(body.extent, what) if body.extent in ("some", "most") else what


# --- agreements and rounds ------------------------------------------------------------------


def agreement(book: Book, entry: Entry, body: Agreement) -> tuple[Sentence, ...]:
    """Between whom, how firmly, on what, and to whom it had not been put."""
    seats, what = book.seats(body.seats), _agreed(book, body)
    if body.level == "ad_referendum":
        found = [
            say(
                "Agreed at the table, subject to confirmation, by {seats}: {what}.",
                seats=seats,
                what=what,
            )
        ]
    elif body.level == "agreed":
        found = [say("Agreed by {seats}: {what}.", seats=seats, what=what)]
    else:
        found = [say("Reopened by {seats}: {what}.", seats=seats, what=what)]
    if body.words and not isinstance(what, Quote):
        found.append(say("The terms: {words}.", words=Quote(body.words, verbatim=False)))
    if body.not_put_to:
        found.append(say("It has not been put to {seats}.", seats=book.seats(body.not_put_to)))
    return tuple(found)


def _agreed(book: Book, body: Agreement) -> Value:
    if body.points:
        return book.points(body.points)
    whole = body.draft or body.issue
    if whole:
        return book.thing(whole)
    return Quote(body.words, verbatim=False) if body.words else UNKNOWN


def sealed_round(book: Book, entry: Entry, body: Round) -> tuple[Sentence, ...]:
    """What was asked of whom; or that the round was closed."""
    question, seats = Quote(body.question, verbatim=False), book.seats(body.seats)
    if body.closes:
        return (
            say("Sealed round closed, put to {seats}: {question}.", seats=seats, question=question),
        )
    asked = say("Sealed round, put to {seats}: {question}.", seats=seats, question=question)
    if body.opens == "everything":
        return asked, say("When the mediator closes it, every answer opens.")
    return asked, say("When the mediator closes it, only what all accept opens.")
