"""Labels of a date put together of its parts: ``year, -Q, number of the quarter``; and how many days its month has."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, family_of

_UNIT = r"(?P<unit>year|quarter|month|week|day)"
_PART = re.compile(
    rf"^(?:the\s+)?(?:(?P<noun>number|no\.?|nr\.?)\s+of\s+(?:the\s+|its\s+)?)?(?:calendar\s+|iso\s+)?{_UNIT}(?:\s+(?P<behind>number|no\.?))?"
    r"(?P<two>\s*,?\s*(?:with|in|as|on)\s+(?:two|2)\s+(?:digits|places))?$",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"^'(?P<quoted>[^']{1,6})'$|^(?P<sign>[^\w\s,;']{1,2}[A-Z]{0,2}|[A-Z]{1,2}[^\w\s,;']?|[^\w\s,;'])$"
)
_CUT = re.compile(r"\s*,\s*(?:then\s+)?|\s+(?:then|followed\s+by)\s+", re.IGNORECASE)
_DAYS = (
    re.compile(
        r"^(?:the\s+)?number\s+of\s+(?:calendar\s+)?days\s+(?:of|in)\s+(?:the|its|that)\s+(?:calendar\s+)?(?P<unit>month|year)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^how\s+many\s+(?:calendar\s+)?days\s+(?:(?:the|its|that)\s+(?:calendar\s+)?(?P<unit>month|year)\s+has|(?:are|there\s+are)\s+in\s+(?:the|that|its)\s+(?P<unit2>month|year))$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:calendar\s+)?days\s+(?:in|of)\s+(?:the|its|that)\s+(?:calendar\s+)?(?P<unit>month|year)$",
        re.IGNORECASE,
    ),
    re.compile(r"^length\s+of\s+(?:the|its|that)\s+(?P<unit>month|year)\s+in\s+days$", re.IGNORECASE),
)


def _date(scope: Scope) -> str:
    only = scope.sources[0] if len(scope.sources) == 1 else None
    return (
        only.sql
        if only is not None and family_of(only.column.type) in (Family.DATE, Family.TIMESTAMP)
        else ""
    )


def days_in_period(text: str, scope: Scope) -> str:
    """How many days the month or the year of the only source has, as SQL; empty for any other rule."""
    plain = " ".join(text.split()).strip(" .")
    match = next((m for shape in _DAYS if (m := shape.match(plain)) is not None), None)
    day = _date(scope)
    if match is None or not day or family_of(scope.target_type) is not Family.NUMBER:
        return ""
    unit = (match["unit"] or match.groupdict().get("unit2") or "").casefold()
    return (
        f"day(last_day({day}))"
        if unit == "month"
        else f"dayofyear(last_day(date_trunc('year', {day}) + interval 11 month))"
    )


def _label(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The parts with the signs between them; a part with two digits gets its zero."""
    day = _date(scope)
    items = _joined(_CUT.split(text))
    made = [_item(item, day) for item in items] if day and len(items) > 2 else []
    units = [match["unit"].casefold() for item in items if (match := _PART.match(item)) is not None]
    if not made or not all(made) or len(units) < 2 or len(set(units)) != len(units):
        return ""
    return " || ".join(made)


def _joined(items: list[str]) -> list[str]:
    """The items of a list, ``with two digits`` behind the part that it is of."""
    found: list[str] = []
    for item in items:
        if found and re.match(r"^(?:with|in|as|on)\s+(?:two|2)\s", item, re.IGNORECASE):
            found[-1] = f"{found[-1]} {item}"
        elif item.strip():
            found.append(item.strip())
    return found


def _item(item: str, day: str) -> str:
    part = _PART.match(item)
    if part is not None:
        unit = part["unit"].casefold()
        sql = f"{unit}({day})"
        return (
            f"lpad(cast({sql} as varchar), 2, '0')"
            if part["two"] and unit != "year"
            else f"cast({sql} as varchar)"
        )
    fixed = _FIXED.match(item)
    return f"'{fixed['quoted'] or fixed['sign']}'" if fixed is not None else ""


LABELS = (_label,)
