"""Join conditions in short hand: "on contract_id", "by customer and year", "using key"."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.mentions import named
from signoff.core.generate.patterns.sqltree import join_pair

_LEAD = re.compile(
    r"\s*(?:(?:inner |left |right |full |outer )*join(?:ed)? )?(?:on|by|using|via|based on|over|matching "
    r"on|match on|same|über|sur|por)\s*:?\s+",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\s*(?:match|join|link|map|connect)?\s*([\w\"\[\]]+\.[\w\"\[\]]+)\s+(?:to|with|->|→|<->|and|matches|against)\s+([\w\"\[\]]+\.[\w\"\[\]]+)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|\band\b|\bund\b)\s*", re.IGNORECASE)


def short_join(text: str, scope: Scope) -> str | None:
    """SQL comparing each named column of one relation with the same of another; None if the text is more."""
    sides = _PAIR.fullmatch(text)
    if sides is not None:
        left, right = (named(name, scope) for name in sides.groups())
        return f"{left.sql} = {right.sql}" if left and right and left.relation != right.relation else None
    lead = _LEAD.match(text)
    names = [part.strip(' ()"`[]') for part in _BETWEEN.split(text[lead.end() :] if lead else text)]
    tests: list[str] = []
    for name in names:
        pair = join_pair(name, scope) or join_pair(re.sub(r"\s+", "_", name), scope)
        if pair is None:
            return None
        tests.append(f"{pair[0].sql} = {pair[1].sql}")
    return " AND ".join(tests) if tests else None
