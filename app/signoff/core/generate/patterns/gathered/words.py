"""Words of rules about rows: ends of an order, functions, what is done with rows anyway, states that a value shows."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.wordlists import word_set

LATE = r"(?:very )?(?:latest|last|most recent|newest|youngest|final|most recently recorded|last known|latest known)"
EARLY = r"(?:very )?(?:earliest|first|oldest|initial|first known|original)"
MOST = r"(?:highest|largest|greatest|biggest|maximum|max|top|longest)"
LEAST = r"(?:lowest|smallest|least|minimum|min|shortest)"
FUNCTIONS: tuple[tuple[str, str], ...] = (
    (
        "sum",
        r"(?:sum|total|grand total|overall total|sum total|add up|adding up|added up|aggregate sum|total sum)",
    ),
    ("avg", r"(?:average|avg|mean|arithmetic mean|average value|mean value)"),
    ("max", MOST),
    ("min", LEAST),
    ("median", r"(?:median|median value)"),
)
LEAD = re.compile(
    r"(?:(?:we|i) (?:want|need|care about|count|show) |(?:please )?(?:take|calculate|compute|determine|get|"
    r"show|give|use|load|"
    r"report|return|find|deliver|put|write) |"
    r"what (?:was|is|were) |here |this is |it is |it shows |shows |what counts is |(?:is |"
    r"are )?derived as |all : )+"
)
IDLE = word_set(
    "placed made done recorded ordered bought purchased sold used taken held booked seen visited there existing found "
    "registered received sent filed entered had has have run given got been was is are were did ever so far altogether "
    "overall together total existent on in with in_total all"
)
"""What is done with rows anyway, and words of a clause that only says so."""
ALL = re.compile(
    r"(?:(?:that|which) )?(?:(?:there are|there is|there were|exist|in total|in all|altogether|overall|"
    r"together|at all|so far|"
    r"in any way|we have|were found|are there) )+"
)
QUANTIFIERS = re.compile(
    r"(?:(?:all|any|only|of|those|these|his|her|their|its|such|single|individual|each|every|§s ' s|his or her) )+"
)
NEGATING = word_set("not no never without non un neither nor none except excluding excl other than nothing")
GENERIC = word_set(
    "row rows record records line lines entry entries item items position positions one ones case cases "
    "those these them"
)
COLLECTIVE = word_set(
    "history log list data table detail details hist all raw fact facts tbl current master base records journal"
)
LAYERS = word_set("stg src raw fct fact dim int base tbl mart dwh ods lnd v vw t")
_MEASURES = (
    (
        "rated scored assessed evaluated reviewed graded",
        "rating satisfaction score stars grade mark nps csat review evaluation",
    ),
    ("measured weighed read metered", "weight value reading measurement measure"),
    ("priced", "price"),
    ("commented", "comment remark note"),
    ("discounted", "discount"),
    ("assigned", "assignee owner assigned"),
    ("answered replied", "reply answer response answered replied"),
)


_EVENTS = {
    "payment": "paid", "payments": "paid", "purchase": "purchased", "sale": "sold", "shipment": "shipped",
    "dispatch": "dispatched", "arrival": "arrived", "departure": "departed", "return": "returned", "closure": "closed",
    "cancellation": "cancelled", "refund": "refunded", "renewal": "renewed", "approval": "approved",
    "solution": "solved",
}  # fmt: skip


def happening(noun: str) -> str:
    """The participle of what a noun says has happened: paid, of a payment; the noun itself where there is none."""
    return _EVENTS.get(noun, noun)


def shows(name_part: str, word: str) -> bool:
    """Whether a filled column with such a word in its name shows that the thing was done: rated, satisfaction."""
    return any(word in verbs.split() and name_part in nouns.split() for verbs, nouns in _MEASURES)


UNITS = {
    "day": "day", "days": "day", "dates": "day", "date": "day", "month": "month", "months": "month", "week": "week",
    "weeks": "week", "year": "year", "years": "year", "quarter": "quarter", "quarters": "quarter", "hour": "hour",
    "hours": "hour", "minute": "minute", "minutes": "minute", "second": "second", "seconds": "second",
}  # fmt: skip
_SIZES: dict[str, tuple[str, float]] = {
    "s": ("time", 1), "sec": ("time", 1), "secs": ("time", 1), "second": ("time", 1), "seconds": ("time", 1),
    "ms": ("time", 0.001), "millis": ("time", 0.001), "min": ("time", 60), "mins": ("time", 60),
    "minute": ("time", 60),
    "minutes": ("time", 60), "h": ("time", 3600), "hour": ("time", 3600), "hours": ("time", 3600),
    "hrs": ("time", 3600),
    "m": ("length", 1), "metre": ("length", 1), "meters": ("length", 1), "metres": ("length", 1),
    "km": ("length", 1000),
    "kilometres": ("length", 1000), "kilometers": ("length", 1000), "g": ("mass", 1), "grams": ("mass", 1),
    "kg": ("mass", 1000), "kilograms": ("mass", 1000), "t": ("mass", 1000000), "tonnes": ("mass", 1000000),
    "cents": ("money", 1), "cent": ("money", 1), "euro": ("money", 100), "euros": ("money", 100), "eur": ("money", 100),
    "dollars": ("money", 100), "usd": ("money", 100), "bytes": ("data", 1), "kb": ("data", 1000),
    "mb": ("data", 1000000),
}  # fmt: skip


def converted(sql: str, name: str, unit: str) -> str:
    """The SQL of an amount of the named column in another unit; empty where that is no change of units."""
    parts = name.casefold().split("_")
    source, wanted = _SIZES.get(parts[-1]) if len(parts) > 1 else None, _SIZES.get(unit)
    if source is None or wanted is None or source[0] != wanted[0]:
        return ""
    ratio = wanted[1] / source[1]
    if ratio == 1:
        return sql
    return f"{sql} / {ratio:g}" if ratio > 1 else f"{sql} * {1 / ratio:g}"
