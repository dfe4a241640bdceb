"""New columns whose row says of another value what a row beside it says: they are made as the file makes that one.

``events on web`` stands in the file as ``count(case when platform = 'web' then 1 end)``; ``events on ios or android``
is the same with ``platform in ('ios', 'android')``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.sqlparts import parsed, rendered

_OR = re.compile(r"\s*,\s*(?:or\s+|and\s+)?|\s+(?:or|and)\s+|\s*/\s*", re.IGNORECASE)
_VALUE = re.compile(r"'[^']+'|\"[^\"]+\"|[\w-]+")
_NO_VALUE = re.compile(
    r"(?:not|no|all|any|other|others|only|the|an?|is|are|of|in|on|without|with|empty|missing|null|than|every|each)",
    re.IGNORECASE,
)
"""Words that say more than a value."""


def with_other_value(tree: exp.Expr, row: ColumnMapping, mapping: ColumnMapping) -> str:
    """An expression over other values; empty where the rules of both rows do not just differ in them.

    Args:
        tree: of the file's own column.
        row: its row, which names its value.
        mapping: the row of the new column, whose rule has other values in that place.
    """
    one, other = (" ".join((each.rule_resolved or each.rule).split()).strip(" .") for each in (row, mapping))
    same_source = [(s.table.casefold(), s.column.casefold()) for s in row.sources] == [
        (s.table.casefold(), s.column.casefold()) for s in mapping.sources
    ]
    literals = {str(node.this) for node in tree.find_all(exp.Literal) if node.is_string}
    found = {
        made
        for value in literals
        for said in (_in_its_place(one, other, value) if same_source else ())
        if (made := _made(tree, value, said))
    }
    return found.pop() if len(found) == 1 else ""


def _in_its_place(one: str, other: str, value: str) -> Iterator[tuple[str, ...]]:
    """The values that a rule has where another one has one value, and says all else alike."""
    for at in re.finditer(rf"(?<![\w'\"-])['\"]?{re.escape(value)}['\"]?(?![\w'\"-])", one):
        before, after = one[: at.start()], one[at.end() :]
        folded = other.casefold()
        if not (folded.startswith(before.casefold()) and folded.endswith(after.casefold())):
            continue
        parts = _OR.split(other[len(before) : len(other) - len(after)].strip())
        if all(_VALUE.fullmatch(part) and not _NO_VALUE.fullmatch(part) for part in parts):
            yield tuple(part.strip("'\"") for part in parts)


def _made(tree: exp.Expr, value: str, said: tuple[str, ...]) -> str:
    """The expression with other values in the only test on one."""
    copied = tree.copy()
    tests = [
        node
        for node in copied.find_all(exp.EQ)
        if isinstance(node.expression, exp.Literal) and str(node.expression.this) == value
    ]
    if (
        len(tests) != 1
        or value in said
        or sum(str(n.this) == value for n in copied.find_all(exp.Literal)) != 1
    ):
        return ""
    literals = [exp.Literal.string(each) for each in said]
    if len(literals) == 1:
        tests[0].set("expression", literals[0])
    else:
        tests[0].replace(exp.In(this=tests[0].this.copy(), expressions=literals))
    made = rendered(copied)
    return made if parsed(made) is not None else ""
