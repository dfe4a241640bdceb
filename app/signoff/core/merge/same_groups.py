"""Rules over rows of the result that belong together: ``how many lines of the same invoice are in the result``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.names import words

_COUNT = r"(?:how\s+many|(?:the\s+)?(?:number|count|quantity)\s+of)\s+(?:all\s+|the\s+)?(?P<rows>[a-z]+(?:\s+[a-z]+)?)"
_SHAPE = re.compile(
    rf"^{_COUNT}\s+(?:(?:of|on|in|for|with)\s+the\s+same\s+(?P<same>\w+)|per\s+(?P<per>\w+)|(?:the|this|that)\s+(?P<own>\w+)\s+has)"
    r"(?:\s+(?:there\s+)?(?:are|stand|appear|come|show\s+up)?\s*(?:there|here|in\s+(?:the|this)\s+(?:result|table|model|output|list|report)))?$",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"^(?:the\s+)?(?:running\s+)?(?:sum|total)\s+of\s+(?:the\s+)?(?P<who>\w+?)['’]s\s+(?P<what>\w+)\s+"
    r"(?:from\s+(?:(?:his|her|its|their|the)\s+)?(?:very\s+)?first\s+(?:row|line|record|month|day|week|year|entry)\s+)?"
    r"(?:on\s+)?(?:up\s+to|until|till|to|through)\s+(?:and\s+(?:including|with)\s+)?(?:this|that|the\s+(?:current|same|row['’]s))\s+"
    r"(?P<unit>month|day|week|year|quarter|row|date)$",
    re.IGNORECASE,
)
_KEYS = ("id", "key", "number", "no", "code")


def rows_alike(rule: str, shown: Sequence[str]) -> str:
    """The rule as a count of rows by the column that tells what they share; empty where it says anything else.

    Args:
        rule: of a new column.
        shown: columns of the result.
    """
    told = _SHAPE.match(" ".join(rule.split()).rstrip("."))
    if told is None or ("result" not in rule.casefold() and not told["same"]):
        return ""
    noun = (told["same"] or told["per"] or told["own"]).casefold()
    exact = [name for name in shown if name.casefold() == noun]
    keys = [name for name in shown if _is_key_of(words(name), words(noun))]
    found = exact or keys
    return f"count(*) over (partition by {found[0]})" if len(found) == 1 else ""


def summed_so_far(rule: str, shown: Sequence[str], days: Sequence[str]) -> str:
    """The rule as a sum over the rows of one thing up to the row's own; empty where it says anything else.

    Args:
        rule: as ``sum of the customer's amount from his first row up to and including this month``.
        shown: columns of the result.
        days: those of them that are days or moments.
    """
    told = _RUNNING.match(" ".join(rule.split()).rstrip("."))
    if told is None:
        return ""
    value = [name for name in shown if name.casefold() == told["what"].casefold()]
    keys = [name for name in shown if _is_key_of(words(name), words(told["who"]))]
    order = [name for name in days if told["unit"].casefold() in words(name)] or list(days)
    if not (len(value) == len(keys) == len(order) == 1):
        return ""
    return (
        f"sum({value[0]}) over (partition by {keys[0]} order by {order[0]} "
        "rows between unbounded preceding and current row)"
    )


def _is_key_of(said: Sequence[str], noun: Sequence[str]) -> bool:
    return len(said) == len(noun) + 1 and list(said[: len(noun)]) == list(noun) and said[-1] in _KEYS[:2]
