"""Values of a result as JSON can hold them, still exact enough to be compared."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

SPECIAL_FLOATS = frozenset({"NaN", "Infinity", "-Infinity"})
"""How a number column shows what is no number: the only text a DOUBLE or FLOAT column can hold."""


def plain(value: Any) -> Any:
    """One value: None, bool, int, finite float and str stay; the rest becomes text, lists and objects.

    Dates and times are ISO 8601 with a blank between, decimals keep their digits, bytes are hexadecimal.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return _plain_float(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, timedelta):
        return f"{value.total_seconds():.6f} seconds"
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, dict):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(each) for each in value]
    return str(value)


def _plain_float(value: float) -> float | str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value
