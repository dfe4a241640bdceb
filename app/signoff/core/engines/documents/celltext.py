"""A cell's value as the text a person sees."""

from __future__ import annotations

import datetime as dt

_MIDNIGHT = dt.time(0, 0)


def cell_text(value: object) -> str:
    """Text of a cell's value: whole numbers without a point, dates as ISO, line ends as one character.

    Args:
        value: None, text, number, truth value, date, time or duration, as the workbook readers give it.
    """
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
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
