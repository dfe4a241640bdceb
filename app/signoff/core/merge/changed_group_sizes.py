"""How many rows a group of existing SQL needs, told anew: the condition behind HAVING gets another number.

``Days with fewer than 2 calls are left out, not those with fewer than 3``, ``days need at least 2 calls instead of 3``.
"""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.domain.spec import Schema
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filter_places import FilterPlace, shown_relations
from signoff.core.merge.group_filters import counted_groups
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import parsed, rendered
from signoff.core.merge.standing_conditions import conditions_of

_SIGN = (
    r"(?:fewer\s+than|less\s+than|under|at\s+least|at\s+most|more\s+than|over|exactly|no\s+more\s+than|"
    r"no\s+fewer\s+than|up\s+to)"
)
_WAS = re.compile(
    rf"\s*,?\s*(?:\(\s*)?(?:and\s+)?(?:(?:no\s+longer|not|instead\s+of|rather\s+than)\s+(?:only\s+|just\s+)?(?:those\s+|the\s+ones\s+|such\s+)?"
    rf"|(?:so\s+far|until\s+now|up\s+to\s+now|before|today)\s*:?\s*(?:it\s+was\s+|they\s+were\s+)?)(?:with\s+|of\s+)?(?:{_SIGN}\s+)?(?P<was>\d+)(?:\s+[\w-]+)?\s*\)?$",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"^(?:please\s+)?(?:leave\s+out|skip|exclude|drop)\s+|\s+(?:are|is|get|gets|will\s+be|must\s+be|are\s+to\s+be)\s+"
    r"(?:left\s+out|excluded|dropped|removed|hidden|no\s+longer\s+shown|not\s+shown|no\s+longer\s+listed|not\s+listed)$",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"^(?:please\s+)?(?:show|keep|list|take)\s+|\s+(?:are|is|get|gets|will\s+be|must\s+be|are\s+to\s+be)\s+(?:shown|kept|listed|included)$"
    r"|\s+(?:stays?|remains?|counts?)$",
    re.IGNORECASE,
)
_OPPOSITE: dict[type[exp.Expr], type[exp.Binary]] = {
    exp.LT: exp.GTE,
    exp.GTE: exp.LT,
    exp.GT: exp.LTE,
    exp.LTE: exp.GT,
}
_NEEDS = re.compile(
    r"\s+(?:needs?|must\s+have|have\s+to\s+have|has\s+to\s+have|should\s+have)\s+", re.IGNORECASE
)


def moved_group_size(existing: ExistingSql, text: str, schema: Schema) -> FilterPlace | None:
    """The only condition on the size of groups whose number a sentence changes; None where it says anything else.

    Args:
        existing: the file.
        text: the sentence, without words that say from when on it holds; it names the number so far.
        schema: tables that the file reads.
    """
    told = _WAS.search(text.strip(" ."))
    if told is None:
        return None
    said = _NEEDS.sub(" with ", text.strip(" .")[: told.start()])
    found = [
        FilterPlace(place, size, "", standing)
        for place in every_place(existing)
        for size, standing in _sizes(existing, place, said, schema)
        if rendered(_number(standing)) == told["was"]
    ]
    return found[0] if len(found) == 1 else None


def standing_size(existing: ExistingSql, place: Place, size: str) -> str:
    """The condition of a SELECT that bounds what another one does in the same direction; empty where there is none."""
    wanted = parsed(size)
    for condition in conditions_of(existing, place):
        tree = parsed(condition)
        own = tree.unnest() if tree is not None else None
        if wanted is None or own is None or type(own) is not type(wanted) or not isinstance(own, exp.Binary):
            continue
        if rendered(own.this) == rendered(wanted.this) and isinstance(own.expression, exp.Literal):
            return condition
    return ""


def _sizes(existing: ExistingSql, place: Place, said: str, schema: Schema) -> list[tuple[str, str]]:
    """What a sentence asks of the groups of a SELECT beside what it has."""
    if not place.select.group:
        return []
    groups = _SHOWN.sub("", _LEFT_OUT.sub("", said))
    counted = counted_groups(groups, shown_relations(existing, place, schema), None)
    size = counted.sql if counted is not None else ""
    if _LEFT_OUT.search(said):
        size = _opposite(size)
    standing = standing_size(existing, place, size) if size else ""
    return [(size, standing)] if standing else []


def _opposite(size: str) -> str:
    tree = parsed(size)
    other = _OPPOSITE.get(type(tree)) if tree is not None else None
    return rendered(other(this=tree.this, expression=tree.expression)) if tree is not None and other else ""


def _number(condition: str) -> exp.Expr:
    tree = parsed(condition)
    own = tree.unnest() if tree is not None else None
    assert isinstance(own, exp.Binary)
    number: exp.Expr = own.expression
    return number
