"""Rules on neighbouring rows as they most likely mean, put into words that compilers know.

``REVENUE from the row before of same customer. First row: 0`` is ``REVENUE of the previous row per cust_code ordered by
month_start, 0 if there is none``: what is taken, whose rows they are, and what puts them in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import squashed
from signoff.core.merge.likely.listed_orders import listed_orders
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words

_BEFORE = re.compile(
    r"\b(?:previous|prior|preceding|(?:one|row|month|day|week|year|line|entry|period|fill|order|"
    r"visit|stay|\w+)\s+before(?:\s+(?:this|that|it))?|"
    r"before\s+(?:this|it)(?:\s+one)?|last\s+month's|(?:one|a)\s+(?:row|month|day|week|year|period)\s+earlier)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:next|following|subsequent|(?:one|row|month|line)\s+after(?:\s+(?:this|that|it))?)\b", re.IGNORECASE
)
_RUNNING = re.compile(
    r"\b(?:running\s+(?:sum|total)|cumulative|cumulated|accumulated|so\s+far|year[\s-]to[\s-]date|ytd|"
    r"since\s+january|from\s+january|from\s+the\s+first\s+(?:month|day)\s+of\s+the\s+(?:calendar\s+"
    r")?year|(?:this|it)\s+and\s+all\s+earlier|"
    r"up\s+to\s+(?:and\s+including\s+)?(?:this|the)\s+(?:month|row|day|week|period|line)|until\s+"
    r"(?:and\s+including\s+)?(?:this|the)\s+(?:month|row|day|week))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:running\s+number|sequence\s+number|consecutive\s+number|serial\s+number|number\s+the|"
    r"numbers?\s+(?:the\s+)?[\w ]+?\s+(?:from\s+1|starting)|"
    r"1\s+for\s+the\s+[\w']+\s+first|(?:1|one)\s*,\s*2\s*,\s*3|counting\s+from\s+1|1\s+for\s+the\s+"
    r"(?:first|earliest|oldest)|how\s+manieth)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:rank|ranking|ranked|place\s+of|position\s+of)\b|\b(?:is|gets|has|being)\s+(?:number|"
    r"no\.?|place|rank)?\s*(?:1|one)\b[^.;]*\b(?:next|second|then)\b",
    re.IGNORECASE,
)
_MOST_FIRST = re.compile(
    r"\b(?:highest|biggest|largest|most|greatest|top|best)\b[^.;]*?\b(?:is|=|gets|first|rank)\b|"
    r"\b(?:1|first)\s+(?:is|=|for|being)\s+the\s+(?:highest|biggest|largest|most)|descending|\bdesc\b",
    re.IGNORECASE,
)
_LEAST_FIRST = re.compile(
    r"\b(?:lowest|smallest|least|cheapest)\b[^.;]*?\b(?:is|=|gets|first)\b|\b1\s+(?:is|=|for)\s+"
    r"the\s+(?:lowest|smallest|least)|ascending|\basc\b",
    re.IGNORECASE,
)
_DENSE = re.compile(
    r"\b(?:no\s+gaps?|without\s+gaps?|dense|next\s+place\s+is\s+not\s+skipped|nothing\s+is\s+skipped)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:year[\s-]to[\s-]date|ytd|(?:from|since)\s+(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+"
    r")?(?:calendar\s+)?year|within\s+(?:the\s+|a\s+)?(?:calendar\s+)?year|(?:from|since)\s+january|"
    r"first\s+(?:month|day)\s+of\s+the\s+(?:calendar\s+)?year|(?:in|of)\s+the\s+same\s+(?:calendar\s+"
    r")?year|starts?\s+(?:again|anew|over)\s+(?:in\s+january|every\s+year|each\s+year))\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first\s+(?:row|one|month|line|\w+)|(?:if|when|where)\s+(?:there\s+is\s+)?(?:none|no\s+[\w ]+?)|none|"
    r"for\s+the\s+first(?:\s+\w+)?|in\s+(?:its|the)\s+first(?:\s+\w+)?|without\s+(?:a|one))"
    r"\s*(?::|=|is|gives|->|,)?\s*(?P<v>0|null|empty)\b"
    r"|\b(?P<w>0|null|empty)\s+(?:for|in|if|when|where|without|at)\s+(?:the\s+|its\s+|there\s+"
    r"is\s+|a\s+)?(?:first|none|no\b|previous)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|for\s+each|for\s+every|of\s+each|of\s+every|within\s+(?:each|a|an|the)|of\s+the\s+"
    r"same|of\s+same|for\s+the\s+same|with\s+the\s+same|same|of\s+an?|of\s+the|for\s+the|for|in\s+"
    r"the|within|each)\s+(?P<noun>[A-Za-z][\w]*)(?:'s|s')?(?:\s+and\s+(?:the\s+same\s+)?(?P<also>[A-Za-"
    r"z]\w*))?"
    r"|\b(?:the|an?|each|same|that)\s+(?P<owner>[A-Za-z]\w*)(?:'s|s')",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|in\s+(?:the\s+)?order\s+of|ordered\s+by|sorted\s+by|according\s+to|along)\s+(?:the\s+"
    r"|their\s+|its\s+|day\s+of\s+|date\s+of\s+)*(?P<noun>[A-Za-z]\w*)",
    re.IGNORECASE,
)
_NOT_KEYS = word_set(
    "row rows month months first last one day line table year this that it previous next time order same start "
    "beginning calendar value rest earliest"
)


_TIE = re.compile(
    r"\b(?:(?:on|at|of|for)\s+the\s+same\s+\w+|same\s+\w+\s*[:,]|ties?|equal\s+\w+|two\s+\w+[^,;.]*\bsa"
    r"me\s+\w+)[^;.]*?"
    r"\b(?:by|the\s+(?:one\s+with\s+the\s+)?(?P<way>lower|smaller|higher|bigger|larger|earlier|"
    r"later|newer|older))\s+(?P<noun>[^,;.]+)"
    r"|\bties?\s+(?:are\s+)?(?:broken\s+|decided\s+|resolved\s+|go\s+)?(?:on|by|with|:)\s+(?P<on>[A-Za-z_]\w*)(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_THEN_BY = re.compile(
    r"\b(?:order(?:ed)?|sort(?:ed)?)\s+(?:by|of)\s+[A-Za-z]\w*\s*,?\s*(?:and\s+)?then\s+(?:by\s+)?(?:the\s+)?(?P<noun>[A-Za-z]\w*)",
    re.IGNORECASE,
)
"""What orders rows that the first column leaves equal."""
_UNNUMBERED = re.compile(
    r"\b(?:no|without|missing)\b[^.;]*\b(?:do(?:es)?\s+not\s+get|gets?\s+(?:no|none)|stays?\s+"
    r"empty|null|empty|no\s+number)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\bdays?\s+(?:between|from|since|to|after|that|passed)\b|\bhow\s+many\s+days\b", re.IGNORECASE
)
_FLOOR = re.compile(
    r"\b(?:not|never)\s+(?:below|under|less\s+than)\s+(?:0|zero)\b|\bnot\s+negative\b", re.IGNORECASE
)
_LOOKS_FURTHER = re.compile(
    r"\b(?:only|except|unless|working|business|percent|ratio|divided|times|average)\b|%", re.IGNORECASE
)
_COMPUTES = re.compile(
    r"\b(?:days?|months?|hours?|minutes?)\s+(?:between|from|since|to)\b|\b(?:minus|less\s+(?:that|"
    r"the)|difference|change\s+(?:to|from|against|since)|compared)\b|[-+*/]\s",
    re.IGNORECASE,
)
"""More is made of the other row's value than that it is taken."""


_HAS_CASES = re.compile(
    r"->|→|\bfirst\s+match\b|^(?:if|when|where)\b|\bday\s+before\s+(?!this\b|that\b|it\b|the\s+"
    r"same\b)(?:the\s+)?\w*_\w+|"
    r"\bday\s+before\s+(?:the\s+)?(?:start|end|beginning)\b",
    re.IGNORECASE,
)
"""Cases with values of their own, or a day that is told from another: nothing that is taken of a neighbour as it is."""


_ENDS_OTHERWISE = re.compile(
    r"[;,.(]\s*(?:the\s+)?(?:first|last)\s+[a-z]+\s*:\s*"
    r"(?!0\b|zero\b|null\b|empty\b|blank\b|none\b|no\b)\S",
    re.IGNORECASE,
)
"""The row at the end gets a value of its own, and not none."""


@dataclass(frozen=True)
class Name:
    """A column that a rule may speak of."""

    name: str
    type: str = ""
    key: bool = False
    """Part of what the target has one row of."""

    @property
    def is_day(self) -> bool:
        """Whether it holds days or moments."""
        return self.type.upper().startswith(("DATE", "TIMESTAMP"))


def likely_window(rule: str, own: Sequence[Name], sources: Sequence[Name], beside: Sequence[Name]) -> str:
    """The rule in words that compilers know; empty where it is none on neighbouring rows, or too little is said.

    Args:
        rule: the rule.
        own: the target's own columns, but for the rule's.
        sources: the columns of the rule's source cells.
        beside: all other columns of the tables read.
    """
    text = " ".join(rule.split())
    if _HAS_CASES.search(text) or _ENDS_OTHERWISE.search(text):
        return ""
    every = [*own, *sources, *beside]
    value = _value(text, own, sources)
    keys = keys_of(text, every, value)
    if _RUNNING.search(text) and value is not None and not _BEFORE.search(text):
        return _running(text, value, keys, own, every)
    if _RANK.search(text) and value is not None:
        return _ranked(text, value, keys, own)
    if _NUMBER.search(text):
        days = [n for n in sources if n.is_day]
        when = days[0] if len(days) == 1 and (value is None or not value.is_day) else value
        return _numbered(text, when, keys or keys_of(text, every, when), own, every)
    side = "previous" if _BEFORE.search(text) else "next" if _BEHIND.search(text) else ""
    if side != "previous" or not _COMPUTES.search(text):
        return _taken(text, side, value, keys, own, every) if side and value is not None else ""
    return _compared(text, value, keys, own, every)


def _running(text: str, value: Name, keys: list[Name], own: Sequence[Name], every: Sequence[Name]) -> str:
    """A sum over the rows so far; of a year where it starts again in each."""
    listed = listed_orders(text, [n.name for n in every])
    if listed is not None:
        parts = ", ".join(k.name for k in keys)
        last = "rows between unbounded preceding and current row"
        is_whole = bool(listed and keys) and not _YEARLY.search(text)
        return (
            f"sum({value.name}) over (partition by {parts} order by {', '.join(listed)} {last})"
            if is_whole
            else ""
        )
    order = order_of(text, own, every, value)
    keys = keys or (_other_keys(own, order) if order is not None else [])
    if order is None or not (keys or order.key):
        return ""
    if not _YEARLY.search(text):
        return f"running sum of {value.name}{_per(keys)} ordered by {order.name}"
    parts = ", ".join([*(k.name for k in keys), f"year({order.name})"])
    return f"sum({value.name}) over (partition by {parts} order by {order.name})"


def _ranked(text: str, value: Name, keys: list[Name], own: Sequence[Name]) -> str:
    way = "lowest first" if _LEAST_FIRST.search(text) and not _MOST_FIRST.search(text) else "highest first"
    head = "dense rank" if _DENSE.search(text) else "rank"
    days = [n for n in own if n.key and n.is_day] if re.search(r"\bmonth\b", text, re.IGNORECASE) else []
    wide = days or [k for k in keys if k.is_day] or keys
    return f"{head} of {value.name}{_per(wide)}, {way}"


def _numbered(
    text: str, value: Name | None, keys: list[Name], own: Sequence[Name], every: Sequence[Name]
) -> str:
    """The place of a row among those of its thing, equal ones in the order that is told."""
    order = order_of(text, own, every, value)
    if order is None or not keys:
        return ""
    tie = _tie(text, every, order)
    if not tie and not _UNNUMBERED.search(text):
        return f"row number{_per(keys)} ordered by {order.name}"
    parts = ", ".join(k.name for k in keys)
    sql = f"row_number() over (partition by {parts} order by {order.name}{tie})"
    return f"case when {keys[0].name} is not null then {sql} end" if _UNNUMBERED.search(text) else sql


def _tie(text: str, every: Sequence[Name], order: Name) -> str:
    match = _TIE.search(text)
    if match is None:
        return ""
    words_ = re.findall(r"[A-Za-z_]\w*", match["noun"] or match["on"])[:3]
    names = (_called(noun, every) or _by_word(noun, every) for noun in words_)
    name = next((n for n in names if n is not None and n.name != order.name), None)
    late = match["way"] is not None and re.match(
        r"higher|bigger|larger|later|newer", match["way"], re.IGNORECASE
    )
    return f", {name.name}{' desc' if late else ''}" if name is not None else ""


def _by_word(noun: str, every: Sequence[Name]) -> Name | None:
    """The key of which a noun is a word, ``booking`` number."""
    found = [n for n in every if singular(noun.casefold()) in words(n.name) and words(n.name)[-1] in _ENDS]
    return found[0] if found else None


def _taken(
    text: str, side: str, value: Name, keys: list[Name], own: Sequence[Name], every: Sequence[Name]
) -> str:
    """The value of the row before or behind as it is."""
    order = order_of(text, own, every, value)
    keys = keys or (_other_keys(own, order) if order is not None else [])
    if order is None or _COMPUTES.search(text) or not (keys or order.key):
        return ""
    first = _FIRST.search(text)
    none = (first["v"] or first["w"]).lower() if first is not None else ""
    then = _THEN_BY.search(text)
    if then is not None:
        second = next((n for n in (*own, *every) if n.name.casefold() == then["noun"].casefold()), None)
        if second is None or second.name == order.name:
            return ""
        call = f"{'lead' if side == 'next' else 'lag'}({value.name})"
        parts = f"partition by {', '.join(k.name for k in keys)} " if keys else ""
        over = f"{call} over ({parts}order by {order.name}, {second.name})"
        return f"coalesce({over}, 0)" if none == "0" else over
    default = f", {none} if there is none" if none == "0" else ""
    return f"{value.name} of the {side} row{_per(keys)} ordered by {order.name}{default}"


def _compared(
    text: str, value: Name | None, keys: list[Name], own: Sequence[Name], every: Sequence[Name]
) -> str:
    """What lies between a row and the one before: days, or the difference of a number."""
    placed = ((at, n) for n in every if (at := _place(text, n.name)) >= 0)
    named = sorted(placed, key=lambda each: each[0])
    if _DAYS.search(text):
        days = [n for _, n in named if n.is_day] or ([value] if value is not None and value.is_day else [])
        if not days or len({d.name for d in days}) > 2:
            return ""
        before, now = _which_before(text, days)
        order = order_of(text, own, every, now)
    else:
        number = named[0][1] if named and not named[0][1].is_day else value
        if number is None or number.is_day or len({n.name for _, n in named if not n.is_day}) > 1:
            return ""
        before = now = number
        order = order_of(text, own, every, None)
    keys = keys or (_other_keys(own, order) if order is not None else [])
    if order is None or not (keys or order.key) or _LOOKS_FURTHER.search(text):
        return ""
    parts = f"partition by {', '.join(k.name for k in keys)} " if keys else ""
    last = f"lag({before.name}) over ({parts}order by {order.name})"
    sql = f"date_diff('day', {last}, {now.name})" if _DAYS.search(text) else f"{now.name} - {last}"
    return f"case when {sql} < 0 then 0 else {sql} end" if _FLOOR.search(text) else sql


def _which_before(text: str, days: Sequence[Name]) -> tuple[Name, Name]:
    """Which of two days is that of the row before, and which that of this row."""
    if len({d.name for d in days}) == 1:
        return days[0], days[0]
    found = _BEFORE.search(text)
    at = found.start() if found is not None else 0
    before = min(days, key=lambda d: abs(_place(text, d.name) - at))
    return before, next(d for d in days if d.name != before.name)


def _other_keys(own: Sequence[Name], order: Name) -> list[Name]:
    """The target's key without what puts the rows in order."""
    keyed = [n for n in own if n.key]
    return [n for n in keyed if n.name != order.name] if order in keyed else []


def _per(keys: Sequence[Name]) -> str:
    return f" per {' and '.join(k.name for k in keys)}" if keys else ""


def _value(text: str, own: Sequence[Name], sources: Sequence[Name]) -> Name | None:
    """What is taken of the other row: the only source, or the first name in the text."""
    if len(sources) == 1:
        return sources[0]
    named = [(at, n) for n in (*sources, *own) if (at := _place(text, n.name)) >= 0]
    return min(named, key=lambda each: each[0])[1] if named else None


def _place(text: str, name: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    return found.start() if found is not None else -1


def keys_of(text: str, every: Sequence[Name], value: Name | None) -> list[Name]:
    """Whose rows they are: what stands behind ``per`` and its like."""
    found: dict[str, Name] = {}
    for match in _PER.finditer(text):
        for group in ("noun", "also", "owner"):
            noun = match[group]
            if not noun or noun.casefold() in _NOT_KEYS:
                continue
            name = _called(noun, every)
            if name is not None and (value is None or name.name != value.name):
                found.setdefault(squashed(name.name), name)
    return list(found.values())


def _called(noun: str, every: Sequence[Name]) -> Name | None:
    """The column of that name, else the key that a noun calls: ``customer`` for cust_code."""
    exact = next((n for n in every if squashed(n.name) == squashed(noun)), None)
    if exact is not None:
        return exact
    wanted = singular(noun.casefold())
    for fits in (_first_word, _begins):
        keyed = [n for n in every if fits(wanted, words(n.name)) and words(n.name)[-1] in _ENDS]
        if keyed:
            return keyed[0]
    return None


_ENDS = frozenset(["id", "no", "nr", "code", "key", "number", "num", "ref", "cd"])


def _first_word(noun: str, parts: Sequence[str]) -> bool:
    return len(parts) > 1 and singular(parts[-2]) == noun


def _begins(noun: str, parts: Sequence[str]) -> bool:
    return len(parts) > 1 and len(parts[0]) > 2 and noun.startswith(parts[0])


def order_of(text: str, own: Sequence[Name], every: Sequence[Name], value: Name | None) -> Name | None:
    """What puts the rows in order: what is told, else the only day of the target's key, else the value's own day."""
    for match in _BY.finditer(text):
        name = _called(match["noun"], every) or day_called(match["noun"], every)
        if name is not None:
            return name
    keyed = [n for n in own if n.key and n.is_day]
    if len(keyed) == 1:
        return keyed[0]
    if value is not None and value.is_day:
        return value
    days = [n for n in own if n.is_day]
    return days[0] if len(days) == 1 else None


def day_called(noun: str, every: Sequence[Name]) -> Name | None:
    """The only day whose name has a word."""
    wanted = singular(noun.casefold())
    days = {
        squashed(n.name): n for n in every if n.is_day and any(singular(p) == wanted for p in words(n.name))
    }
    return next(iter(days.values())) if len(days) == 1 else None
