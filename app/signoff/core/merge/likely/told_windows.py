"""Values over neighbouring rows that a rule tells with all that belongs to them: formulas added up, places in an order.

``QtyIn - QtyOut, added up per product from the first month to this one``; ``which order of the customer this is: 1 for
the first, 2 for the second ..., by OrderDate, then OrderNo. All lines of an order have the same number``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.likely.windows import Name
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_UNIT = r"(?:month|day|week|quarter|year|row|line|period|date)"
_SO_FAR = (
    rf"(?:from\s+the\s+(?:very\s+)?(?:first|start|beginning)(?:\s+{_UNIT})?\s+(?:on\s+)?(?:up\s+)?(?:to|until|till|through)\s+(?:and\s+including\s+)?(?:this|the\s+current|the\s+same|that)(?:\s+(?:one|{_UNIT}))?"
    rf"|(?:up\s+)?(?:to|until|till)\s+(?:and\s+(?:including|with)\s+)?(?:this|the\s+current)\s+{_UNIT}|so\s+far|{_UNIT}\s+(?:by|after|on)\s+{_UNIT}|over\s+time|over\s+the\s+{_UNIT}s)"
)
_ADDED = (
    r"(?:added\s+up|summed(?:\s+up)?|cumulated|accumulated|totall?ed(?:\s+up)?|cumulative(?:ly)?"
    r"|running\s+(?:sum|total)|as\s+a\s+running\s+(?:sum|total))"
)
_PER = r"(?:(?:per|by|for\s+(?:each|every)|within\s+(?:a|each|the))\s+(?P<per>[\w]+(?:\s+and\s+\w+)?))"
_FORMULA = r"(?P<formula>[A-Za-z_]\w*(?:\s*[-+]\s*[A-Za-z_]\w*)+)"
_RUNNING_FORMULA = re.compile(
    rf"^(?:[\w ]{{2,60}}:\s*)?{_FORMULA}\s*,?\s*{_ADDED}\s*,?\s*(?:{_PER}\s*,?\s*)?{_SO_FAR}$"
    rf"|^(?:[\w ]{{2,60}}:\s*)?(?:the\s+)?(?:running|cumulative|cumulated|accumulated)\s+(?:sum|tot"
    rf"al)\s+of\s+{_FORMULA.replace('formula', 'formula2')}\s*,?\s*"
    rf"(?:{_PER.replace('per>', 'per2>')})?(?:\s*,?\s*{_SO_FAR})?$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"^(?:(?:which|what|the\s+how[\s-]?manieth|the\s+how[\s-]?many(?:th|eth))\s+(?P<noun>\w+)\s+(?:of|for)\s+(?:the|a|each|this|its|their)\s+(?P<owner>\w+)\s+(?:this|it|the\s+(?:row|line)|the\s+\w+)(?:\s+(?:is|was|belongs\s+to))?"
    r"|(?:the\s+)?(?:sequence|running|serial|consecutive|ordinal)\s+number\s+of\s+the\s+(?P<noun2>\w+)\s+(?:of|for|within|per)\s+(?:the\s+|each\s+|its\s+|a\s+)?(?P<owner2>\w+))"
    r"\s*[:,(-]?\s*(?:1\s+(?:for|=|is)\s+(?:the\s+)?(?:first|earliest|oldest)(?:\s+\w+)?(?:\s*,\s*2\s+(?:for|=|is)\s+(?:the\s+)?(?:second|next)(?:\s+\w+)?)?\s*(?:\.{2,}|…|,?\s*and\s+so\s+on|,?\s*etc\.?)?\)?)?"
    r"\s*,?\s*(?:by|in\s+(?:the\s+)?order\s+of|ordered\s+by|sorted\s+by|counted\s+by)\s+(?P<order>[A-Za-z_]\w*(?:\s*,?\s*(?:then|and)?\s*(?:by\s+)?[A-Za-z_]\w*)*)$",
    re.IGNORECASE,
)
_SAME_NUMBER = re.compile(
    r"^(?:all|every|the)\s+(?:lines?|rows?|items?|positions?|records?|entries)\s+(?:of|in|with)\s+(?:an?|one|the\s+same|each)\s+(?P<noun>\w+)\s+"
    r"(?:have|has|get|gets|share|shares|carry|carries|show)\s+(?:one\s+and\s+)?the\s+same\s+(?:number|value|place)$",
    re.IGNORECASE,
)
_ONLY_THESE = re.compile(
    r"^only\s+(?:the\s+)?\w+\s+(?:that|which)\s+are\s+in\s+this\s+(?:table|target|fact|model)\s+(?:are\s+counted|count)$",
    re.IGNORECASE,
)
_COUNTED_PER = re.compile(
    r"^(?:counted|numbered|counts|per)\s+(?:per\s+|by\s+|within\s+)?(?P<name>\w+)$", re.IGNORECASE
)


def running_formula(rule: str, own: Sequence[Name]) -> str:
    """SQL of a sum or difference of own columns over the rows so far; empty where a word of the rule is not understood.

    Args:
        rule: the rule.
        own: the target's own columns as resolved so far, its keys marked.
    """
    match = _RUNNING_FORMULA.match(" ".join(rule.split()).strip(" ."))
    if match is None:
        return ""
    formula, per = match["formula"] or match["formula2"], match["per"] or match["per2"] or ""
    names = {n.name.casefold() for n in own}
    if any(part.casefold() not in names for part in re.findall(r"[A-Za-z_]\w*", formula)):
        return ""
    days = [n for n in own if n.key and n.is_day]
    keys = [n for n in own if n.key and not n.is_day]
    said = [singular(w.casefold()) for w in re.findall(r"\w+", per) if w.casefold() != "and"]
    if len(days) != 1 or (said and not _are_named(said, keys)):
        return ""
    parts = f"partition by {', '.join(k.name for k in keys)} " if keys else ""
    return f"sum({formula}) over ({parts}order by {days[0].name})"


def _are_named(said: Sequence[str], keys: Sequence[Name]) -> bool:
    """Whether each noun is a word of one of the keys, and each key has its noun."""
    if len(said) != len(keys):
        return False
    return all(any(noun in {singular(w) for w in words(k.name)} for k in keys) for noun in said)


def place_in_order(rule: str, note: str, sources: Sequence[Name]) -> str:
    """SQL of the place of a thing among those of its owner; empty where a word of the rule is not understood.

    Args:
        rule: the rule.
        note: what stands beside it; what it says of the counting must fit.
        sources: the columns of the rule's source cells.
    """
    first, *others = [s.strip(" .") for s in sentences_of(" ".join(rule.split())) if s.strip(" .")] or [""]
    match = _WHICH.match(first)
    if match is None:
        return ""
    by_name = {n.name.casefold(): n.name for n in sources}
    asked = [
        w for w in re.findall(r"[A-Za-z_]\w*", match["order"]) if w.casefold() not in ("then", "and", "by")
    ]
    order = [by_name.get(each.casefold(), "") for each in asked]
    left = [n.name for n in sources if n.name not in order]
    owner = match["owner"] or match["owner2"]
    counted = _COUNTED_PER.match(note.strip(" ."))
    if not all(order) or len(left) != 1 or not _is_owner(owner, left[0]):
        return ""
    if counted is not None and counted["name"].casefold() != left[0].casefold():
        return ""
    same = False
    for sentence in others:
        told = _SAME_NUMBER.match(sentence)
        noun = (match["noun"] or match["noun2"]).casefold()
        same = same or (told is not None and singular(told["noun"].casefold()) == singular(noun))
        if told is None and _ONLY_THESE.match(sentence) is None:
            return ""
    function = "dense_rank" if same else "row_number"
    return f"{function}() over (partition by {left[0]} order by {', '.join(order)})"


def _is_owner(noun: str, name: str) -> bool:
    """Whether a key is called after a noun, in full or shortened: ``customer`` for ``CustNo``."""
    word = singular(noun.casefold())
    return any(w == word or (len(w) > 2 and word.startswith(w)) for w in words(name))
