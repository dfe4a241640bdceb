"""What texts say is done with a table before it is joined: its latest rows kept, or its rows put together.

``stg_reading, latest row per mp_id`` and ``LND_WO, grouped by MP_ID first`` stand in the cell of a table;
``mp_id; latest row per mp_id`` in the cell of its condition. Only what is understood wholly counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FALLING = "latest|last|newest|most recent|youngest|highest|largest|biggest|greatest|maximum|max"
_RISING = "first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
_ROW = r"(?:rows?|records?|entry|entries|line|version|one|state|status|value)"
_PER = r"(?:per|for\s+each|for\s+every|of\s+each|of\s+every|of\s+the\s+same|within\s+each|within|by)"
_KEYS = r"(?P<keys>[\w.]+(?:\s*(?:,|\+|&|\band\b)\s*(?:the\s+)?[\w.]+)*?)"
_BY = r"(?:by|based\s+on|according\s+to|going\s+by|ordered\s+by|order\s+by|sorted\s+by|using|judged\s+by|on)"
_ORDER = r"(?P<order>[\w.]+)"
_KEEP = r"(?:(?:(?:keep|take|use|join|taking|keeping)(?:\s+only)?|only|just)\s+)?(?:the\s+)?"
_SORT = rf"(?:\s*[,(]?\s*{_BY}\s+(?:the\s+)?{_ORDER}\)?)?"
LATEST = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_KEEP}{_WHICH}(?:\s+{_ROW})?\s+{_PER}\s+{_KEYS}{_SORT}",
        rf"{_KEEP}{_WHICH}(?:\s+{_ROW})?(?:\s+only)?(?:\s+{_BY}\s+(?:the\s+)?{_ORDER})?",
        rf"{_KEEP}(?:{_ROW}\s+)?with\s+(?:the\s+)?{_WHICH}\s+{_ORDER}(?:\s+{_PER}\s+{_KEYS})?",
        rf"(?:only\s+)?(?:one|1|a\s+single)\s+{_ROW}\s+{_PER}\s+{_KEYS}\s*[,:;(-]*\s*(?:{_KEEP})(?:{_ROW}\s+)?"
        rf"(?:with\s+(?:the\s+)?)?{_WHICH}(?:\s+{_ROW})?(?:\s+{_BY})?\s+{_ORDER}\)?",
        rf"(?P<per>per)\s+{_KEYS}\s+(?:only\s+)?(?:the\s+)?{_WHICH}(?:\s+{_ROW})?{_SORT}",
    )
)
_SUMS = {
    "sum": r"sum(?:med)?(?:\s+up)?|summ?ed\s+up|add(?:ed)?\s+up|total(?:l?ed|s)?(?:\s+up)?",
    "avg": r"averaged?|avg|mean",
    "count": r"count(?:ed)?|number",
    "max": r"maximum|max",
    "min": r"minimum|min",
    "": r"(?:pre-?\s?)?(?:group(?:ed)?|aggregat(?:e|ed|es)|summari[sz]ed?|rolled\s+up|roll\s+up|collapsed?|condensed?|"
    r"compressed|brought\s+down|reduced?|put\s+together)",
}
_VERBS = "|".join(f"(?P<{name or 'any'}>{words})" for name, words in _SUMS.items())
_FIRST = (
    r"(?:first(?:\s+of\s+all)?|beforehand|before(?:\s+(?:that|joining|the\s+join\w*|they\s+are\s+joined|it\s+is\s+(?:left[\s-]*)?joined|being\s+joined|any\s+join))?"
    r"|in\s+advance|up\s+front|prior\s+to\s+(?:joining|the\s+join)|(?:and\s+)?(?:only\s+)?then\s+join\w*(?:\s+.*)?|and\s+only\s+then\s+joined.*|and\s+then\s+joined.*)"
)
GROUPED = re.compile(
    r"^(?:(?:both(?:\s+(?:sides|tables|of\s+them))?|each\s+side|each\s+of\s+them|they|it|the\s+table)\s+)?"
    rf"(?:(?:is|are|to\s+be|must\s+be|has\s+to\s+be|have\s+to\s+be)\s+)*(?:{_FIRST}\s+)?(?:to\s+be\s+)?(?:{_VERBS})\s+(?:{_FIRST}\s+)?"
    rf"(?:by|per|to|on|over|for\s+each|for\s+every|along)\s+(?:one\s+(?:row|line|record)\s+(?:per|for\s+each)\s+|each\s+)?"
    rf"(?P<keys>.+?)(?:\s*,?\s*{_FIRST})*$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^(?:and\s+)?(?:inner\s+|(?P<left>left\s+))?joined\s+(?:with|to)\s+(?P<table>[\w.]+)(?:\s+(?:as\s+)?(?P<alias>\w+))?\s*"
    r"(?:\((?P<on>(?:[^()]|\([^()]*\))*)\)|on\s+(?P<plain>[^,;]+?))\s*[,;]?\s*(?:and\s+)?(?:then\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?P<table>[\w.$\"]+(?:\s+(?:as\s+)?(?!joined\b|grouped\b|summed\b|latest\b|inner\b|left\b)\w+)?)\s*"
    r"(?:[,:;–-]\s*|\s(?=\()|\s+(?=(?:inner\s+|left\s+)?joined\b|grouped\b|summed\b|aggregated\b|latest\b))(?P<how>.+)$",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"^(?:the\s+)?(?P<which>{_FALLING}|{_RISING})\s+(?P<table>[\w.$]+)\s+(?P<rest>{_PER}\s+.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Inside:
    """What a text says is done with a table first."""

    latest: bool
    """One row of each key stays; else the rows of each key are put together."""
    keys: str = ""
    """Names of the keys as written; empty: those it is joined by."""
    order: str = ""
    """Column that says which row is the latest; empty when not said."""
    falling: bool = True
    """The highest value of `order` stays, not the lowest."""
    gathers: str = ""
    """The one aggregate the text names, such as ``sum``."""
    table: str = ""
    """A further table that is joined inside."""
    alias: str = ""
    on: str = ""
    keeps: bool = False
    """Rows without a partner in that further table stay."""


def table_and_inside(text: str) -> tuple[str, Inside | None]:
    """The table of a cell and what is done with it: ``orders o, latest row per id``; None when nothing is."""
    turned = _OF.match(text.strip())
    if turned is not None:
        inside = read_inside(f"{turned['which']} row {turned['rest']}")
        return (turned["table"], inside) if inside is not None else (text, None)
    match = _PLACE.match(text.strip())
    inside = read_inside(match["how"]) if match is not None else None
    return (match["table"], inside) if match is not None and inside is not None else (text, None)


def condition_and_inside(text: str) -> tuple[str, Inside | None]:
    """The condition of a cell and what stands behind its semicolon or comma, where that is wholly understood."""
    for place in _breaks(text):
        inside = read_inside(text[place + 1 :])
        if inside is not None:
            return text[:place].strip(), inside
    inside = read_inside(text)
    return ("", inside) if inside is not None else (text, None)


def read_inside(text: str) -> Inside | None:
    """What a text says is done with a table before it is joined; None when it says anything else."""
    plain = " ".join(text.split()).strip(" .;,()")
    joined = _JOINED.match(" ".join(text.split()).strip(" .;,"))
    if joined is not None:
        rest = read_inside(joined["rest"])
        if rest is None or rest.table:
            return None
        on = (joined["on"] or joined["plain"] or "").partition(";")[0].strip()
        return Inside(
            rest.latest,
            rest.keys,
            rest.order,
            rest.falling,
            rest.gathers,
            joined["table"],
            joined["alias"] or "",
            on,
            joined["left"] is not None,
        )
    grouped = GROUPED.match(plain)
    if grouped is not None:
        gathers = next((name for name in _SUMS if name and grouped[name]), "")
        return Inside(False, grouped["keys"].strip(" ,"), gathers=gathers)
    for shape in LATEST:
        match = shape.match(plain)
        if match is not None:
            found = match.groupdict()
            falling = re.fullmatch(_FALLING, " ".join(found["which"].lower().split())) is not None
            return Inside(True, found.get("keys") or "", found.get("order") or "", falling)
    return None


def _breaks(text: str) -> list[int]:
    """Where semicolons and commas stand outside brackets, semicolons first."""
    places, depth = [], 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter in ";," and depth == 0:
            places.append(place)
    return sorted(places, key=lambda p: text[p] != ";")
