"""Values of the next row of a thing with one of their own for its last row, and flags of its last row, as SQL.

``changed_at of the next step of the order; last step: 2024-12-31 00:00:00`` and ``true for the last step of the order,
otherwise false``: whose rows they are is told, and the day that is taken, or the only one of the source, orders them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.likely.windows import Name, keys_of, order_of

_ROW = r"(?P<noun>[a-z]+)"
_OF = (
    r"(?:of|per|within|for|in)\s+(?:the\s+same\s+|the\s+|each\s+|every\s+|an?\s+|its\s+|that\s+|this\s+)?"
    r"[a-z]\w*(?:\s*\(\w+\))?"
)
_NEXT = re.compile(
    rf"^(?:the\s+)?(?P<value>[A-Za-z]\w*)\s+(?:of|from|in)\s+(?:the|its)\s+(?P<way>next|following|previous|preceding|prior)\s+"
    rf"{_ROW}\s+(?P<whose>{_OF})\s*[;,.(]\s*(?P<rest>[^;]+?)\)?$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    rf"^(?:(?:the|one|1|a|an)\s+)?(?P<unit>day|second|minute|hour)\s+(?:before|earlier\s+than|prior\s+to|less\s+than)\s+"
    rf"(?:the|its)\s+(?:next|following|subsequent)\s+(?P<value>[A-Za-z]\w*)\s+(?P<whose>{_OF})\s*[;,.(]\s*(?P<rest>[^;]+?)\)?$"
    rf"|^(?:the\s+)?(?:next|following|subsequent)\s+(?P<value2>[A-Za-z]\w*)\s+(?P<whose2>{_OF})\s*,?\s*(?:minus|-|less)\s+(?:one|1|a)\s+"
    rf"(?P<unit2>day|second|minute|hour)\s*[;,.(]\s*(?P<rest2>[^;]+?)\)?$",
    re.IGNORECASE,
)
"""The end of a period that lasts until the next one begins."""
_END = (
    re.compile(
        r"^(?:for\s+|in\s+|at\s+)?(?:the\s+|its\s+|a\s+thing's\s+)?(?P<end>last|latest|first|earliest)\s+(?P<noun>[a-z]+)\s*"
        r"(?::|=|->|→|gets|has|is|,)?\s*(?P<value>\S.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<value>\S.*?)\s+(?:for|in|at|on)\s+(?:the\s+|its\s+)?(?P<end>last|latest|first|earliest)\s+(?P<noun>[a-z]+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:if\s+|when\s+|where\s+)?(?:there\s+is\s+)?(?:no|without\s+an?)\s+(?P<end>next|following|previous|prior|preceding)\s+"
        r"(?P<noun>[a-z]+)\s*(?::|=|->|→|,|then)?\s*(?P<value>\S.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<value>\S.*?)\s+(?:if|when|where)\s+there\s+is\s+no\s+(?P<end>next|following|previous|prior|preceding)\s+(?P<noun>[a-z]+)$",
        re.IGNORECASE,
    ),
)
_AFTER = frozenset({"next", "following"})
_VALUE = re.compile(
    r"^(?:(?P<none>null|empty|blank|nothing|no\s+value)|(?P<day>'?\d{4}-\d{2}-\d{2}'?)"
    r"|(?P<time>'?\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?'?)|(?P<number>-?\d+(?:\.\d+)?)|(?P<text>'[^']*'))$",
    re.IGNORECASE,
)
_FLAG = re.compile(
    rf"^(?P<yes>true|false|1|0|'?[YN]'?|yes|no)\s+(?:for|if|when|on|in|where)\s+(?:it\s+is\s+)?(?:the\s+)?"
    rf"(?P<end>last|latest|newest|most\s+recent|first|earliest|oldest)\s+{_ROW}\s+(?P<whose>{_OF})"
    rf"\s*[,;]?\s*(?:and\s+)?(?:(?:otherwise|else)\s*:?\s*(?P<no>true|false|1|0|'?[YN]'?|yes|no)"
    rf"|(?P<no2>true|false|1|0|'?[YN]'?|yes|no)\s+(?:for\s+(?:all\s+)?(?:the\s+)?(?:others?|rest)|otherwise|else))$",
    re.IGNORECASE,
)
_FIRST = frozenset({"first", "earliest", "oldest"})
_TRUTHS = {"true": "true", "false": "false", "1": "1", "0": "0"}


def next_row(rule: str, own: Sequence[Name], sources: Sequence[Name], beside: Sequence[Name]) -> str:
    """SQL of such a rule; empty for every other, or where it does not tell whose rows they are.

    Args:
        rule: the rule.
        own: the target's own columns, but for the rule's.
        sources: the columns of the rule's source cells.
        beside: all other columns of the tables read.
    """
    text = " ".join(rule.split()).strip(" .")
    every = [*own, *sources, *beside]
    if (flag := _FLAG.match(text)) is not None:
        return _flag(flag, own, sources, every)
    if (until := _DAY_BEFORE.match(text)) is not None:
        return _until_next(until.groupdict(), own, sources, every)
    found = _NEXT.match(text)
    if found is None:
        return ""
    value = next((n for n in (*sources, *own) if n.name.casefold() == found["value"].casefold()), None)
    goes_on = found["way"].lower() in _AFTER
    last = _last(found["rest"].strip(), found["noun"], goes_on=goes_on)
    window = _window(found["whose"], value, own, sources, every) if value is not None else None
    if value is None or window is None or last is None:
        return ""
    over, order = window
    step = "lead" if goes_on else "lag"
    if not last or order == value.name:
        taken = f"{step}({value.name}) {over}"
        return f"coalesce({taken}, {last})" if last else taken
    return f"case when {step}({order}) {over} is null then {last} else {step}({value.name}) {over} end"


def _until_next(
    said: dict[str, str | None], own: Sequence[Name], sources: Sequence[Name], every: Sequence[Name]
) -> str:
    """SQL of the end of a period: one unit before the next one begins, and what the last one gets."""
    called, whose, rest, unit = (
        said[name] or said[f"{name}2"] or "" for name in ("value", "whose", "rest", "unit")
    )
    value = next((n for n in (*sources, *own) if n.name.casefold() == called.casefold()), None)
    window = _window(whose, value, own, sources, every) if value is not None and value.is_day else None
    last = _last(rest.strip(), "", goes_on=True)
    if value is None or window is None or last is None or window[1] != value.name:
        return ""
    taken = f"lead({value.name}) {window[0]} - interval 1 {unit.lower()}"
    if unit.lower() == "day" and value.type.upper() == "DATE":
        taken = f"cast({taken} as date)"
    return f"coalesce({taken}, {last})" if last else taken


def _last(text: str, noun: str, *, goes_on: bool) -> str | None:
    """SQL of what the row at the end gets, empty for no value; None where the words say anything else."""
    for shape in _END:
        found = shape.match(text)
        if found is None or (noun and found["noun"].lower() not in (noun.lower(), "one", "row", "record")):
            continue
        end = found["end"].lower()
        fits = end in _AFTER or end in ("last", "latest")
        value = _VALUE.match(_iso(found["value"].strip()))
        if fits is not goes_on or value is None:
            return None
        if value["none"]:
            return ""
        bare = _iso(found["value"].strip(" '"))
        if value["day"] or value["time"]:
            return f"{'date' if value['day'] else 'timestamp'} '{bare}'"
        return value["number"] or value["text"]
    return None


def _iso(text: str) -> str:
    """A day written as 31.12.9999 the way that SQL writes it; any other text as it is."""
    return re.sub(r"^'?(\d{2})\.(\d{2})\.(\d{4})'?$", r"\3-\2-\1", text)


def _flag(found: re.Match[str], own: Sequence[Name], sources: Sequence[Name], every: Sequence[Name]) -> str:
    days = [n for n in sources if n.is_day]
    window = _window(found["whose"], days[0] if len(days) == 1 else None, own, sources, every)
    yes, no = (_truth(found[name] or "") for name in ("yes", "no" if found["no"] else "no2"))
    if window is None or not yes or not no or yes == no:
        return ""
    over, order = window
    step = "lag" if found["end"].lower() in _FIRST else "lead"
    return f"case when {step}({order}) {over} is null then {yes} else {no} end"


def _truth(text: str) -> str:
    bare = text.strip("'").casefold()
    return _TRUTHS.get(bare, f"'{text.strip(chr(39))}'" if bare in ("y", "n") else "")


def _window(
    whose: str, value: Name | None, own: Sequence[Name], sources: Sequence[Name], every: Sequence[Name]
) -> tuple[str, str] | None:
    """The rows of one thing in their order, and the name of what orders them; None where either is not told."""
    keys = keys_of(whose, every, value)
    days = [n for n in sources if n.is_day]
    order = (
        value
        if value is not None and value.is_day
        else days[0]
        if len(days) == 1
        else order_of("", own, every, None)
    )
    if len(keys) != 1 or order is None:
        return None
    return f"over (partition by {keys[0].name} order by {order.name})", order.name
