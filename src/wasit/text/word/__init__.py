"""Drafts in Word: ``.docx`` read with every hand's changes, and written clean or as a redline.

Bytes in, values out; values in, bytes out. Nothing is fetched, run or followed.

Read::

    document = read_docx(data, name="draft.docx")     # raises Mistake: one line, name and part
    document.original.text(), document.accepted.text()   # numbers in front: for text.parse.parse
    document.only("Author").text()                    # with that author's changes alone accepted
    document.languages                                # ("ar", "en") of a table in two columns
    document.accepted.text("ar")                      # one language of it
    document.insertions, .deletions, .moves_from, .moves_to, .comments, .notes, .hidden, .told
    proposals(document) -> tuple[Proposal, ...]       # what each author's changes make of a point
    placed(document.comments, document) -> tuple[Remark, ...]   # comments with their points' keys

Write::

    write_clean(draft, beside=None) -> bytes          # beside: the other language, in two columns
    write_redline(old, new, author="…", date=datetime, beside=None, base=None) -> bytes

``old``, ``new`` and ``draft`` are ``DraftText``; ``beside`` is one for a clean text and
``(old, new)`` for a redline. With ``base``, the bytes of a Word file that reads as ``old`` when all
is accepted, the marks of earlier hands in it stay; ``name`` names it in mistakes.
"""

from __future__ import annotations

from wasit.text.word.document import Document
from wasit.text.word.model import Change, Comment, Line, Note
from wasit.text.word.proposals import Proposal, Remark, placed, proposals
from wasit.text.word.reader import read_docx
from wasit.text.word.reading import Reading
from wasit.text.word.writer import write_clean, write_redline

__all__ = [
    "Change",
    "Comment",
    "Document",
    "Line",
    "Note",
    "Proposal",
    "Reading",
    "Remark",
    "placed",
    "proposals",
    "read_docx",
    "write_clean",
    "write_redline",
]
