"""Bytes that come in as text."""

from __future__ import annotations

from wasit.entries.errors import Mistake, Place


def decoded(data: bytes, name: str | None = None, line: int | None = None) -> str:
    """``data`` as UTF-8 text without byte order mark.

    Raises :class:`Mistake` at the first bad byte.

    ``line`` is the line that ``data`` is, where it is one line of a longer input.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec has taken the byte order mark off what the error counts in.
        before = error.object[: error.start].decode()
        at = before.count("\n") + 1 if line is None else line
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise Mistake(
            "not UTF-8: byte 0x{byte} does not fit",
            place=Place(name, at, column),
            byte=f"{error.object[error.start]:02X}",
        ) from None
