"""What a missing flag means, told beside a rule: ``active empty = not active; suspended empty = not suspended``.

The flag is then false wherever the rule asks for it.
"""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.domain.expressions import Scope
from signoff.core.domain.known_names import squashed
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_MEANS = re.compile(
    r"(?:^|(?<=[;,.]\s)|(?<=:\s))(?:an?\s+|if\s+)?(?:(?P<name>[A-Za-z]\w*)\s+(?:is\s+)?(?:empty|blank|null|missing|not\s+(?:set|filled))|(?:empty|blank|missing|no)\s+(?P<name2>[A-Za-z]\w*))"
    r"\s*(?:=|means|counts\s+as|is\s+taken\s+as|is|->)\s*(?:it\s+is\s+)?(?:not\s+(?P<what>[A-Za-z]\w*)|(?P<false>false|no|N|0))(?=\s*(?:[;,.)]|$))",
    re.IGNORECASE,
)
_FLAG = re.compile(r"^flags?$", re.IGNORECASE)


def with_flags_told(sql: str, note: str, scope: Scope) -> str:
    """The expression with those flags read as false where they are missing.

    Args:
        sql: the expression.
        note: what is remarked beside the rule.
        scope: the columns it may use.
    """
    names = set(_told(note, scope)) if sql and note else set()
    tree = parsed(sql) if names else None
    if tree is None:
        return sql
    copy = exp.Paren(this=tree.copy())
    changed = False
    for column in list(columns_of(copy)):
        if squashed(column.name) not in names or isinstance(column.parent, (exp.Coalesce, exp.Is, exp.Count)):
            continue
        column.replace(exp.Coalesce(this=column.copy(), expressions=[exp.false()]))
        changed = True
    return rendered(copy.this) if changed else sql


def _told(note: str, scope: Scope) -> list[str]:
    """The flags, by their squashed names, that are no when they are missing."""
    flags = [squashed(c.column.name) for c in scope.columns if c.column.type.upper().startswith("BOOL")]
    found = []
    for match in _MEANS.finditer(" ".join(note.split())):
        name = match["name"] or match["name2"]
        if _FLAG.match(name) and match["false"] and len(set(flags)) == 1:
            found.append(flags[0])
        elif squashed(name) in flags and (match["false"] or squashed(match["what"]) == squashed(name)):
            found.append(squashed(name))
    return found
