"""A cell's value as the text a person sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from signoff.core.engines.documents.grid import MAX_TEXT

_MIDNIGHT = dt.time(0, 0)


def cell_text(value: object) -> str:
    """Text of a cell's value: whole numbers without a point, dates as ISO, line ends as one character.

    Args:
        value: None, text, number, truth value, date, time or duration, as the workbook readers give it.
    """
    if type(value) is str:
        return _plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, dt.datetime):
        plain_date = value.time() == _MIDNIGHT
        return value.date().isoformat() if plain_date else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return _plain(str(value))


def _plain(text: str) -> str:
    if "\r" in text or "_x000D_" in text:
        text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


class Texts:
    """Texts of the cells of one sheet; equal ones are made once and share their memory."""

    def __init__(self) -> None:
        self.cut = False
        """A text was longer than is read."""
        self._of_text: dict[str, str] = {"": ""}
        self._of_number: dict[float, str] = {}

    def row(self, values: Sequence[object]) -> list[str]:
        """Texts of one row's values, as long as they."""
        of_text = self._of_text
        return [
            known if type(value) is str and (known := of_text.get(value)) is not None else self._text(value)
            for value in values
        ]

    def _text(self, value: object) -> str:
        if type(value) is float:
            known = self._of_number.get(value)
            if known is None:
                known = self._of_number[value] = cell_text(value)
            return known
        text = cell_text(value)
        if len(text) > MAX_TEXT:
            self.cut, text = True, text[:MAX_TEXT]
        if type(value) is str:
            if text is not value:
                text = self._of_text.setdefault(text, text)
            self._of_text[value] = text
        return text
