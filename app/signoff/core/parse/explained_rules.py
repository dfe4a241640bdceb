"""Rules that are SQL with words around it, as SQL alone; and what rows are grouped by, where columns tell it.

What was written stays in `rule`; what it comes to is the resolved rule. Only words that describe are left out: where
one may change the value, the rule stays whole and is read, or asked, later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.code_marks import without_code_marks
from signoff.core.domain.explained import COPY, explained
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping

_KEY = r"(?:group(?:ing)?(?:[ _]by)?|aggregation|grain)\s+(?:aggregation\s+|grouping\s+)?(?:key|column|field|dimension)"
_IS_KEY = re.compile(rf"\(?\s*{_KEY}\s*\)?", re.IGNORECASE)
_ENDS_AS_KEY = re.compile(
    rf"(?P<rest>\S.*?)\s*(?:[-–—;,:]\s*{_KEY}|\(\s*{_KEY}\s*\))", re.IGNORECASE | re.DOTALL
)
_CALL = re.compile(r"[A-Z][A-Z0-9_]+\s*\(.*\)|CASE\b.*\bEND", re.DOTALL)
_SUMMED = re.compile(
    r"(?:SUM|COUNT|AVG|MIN|MAX)\s*\([^;]*\)(?:\s+WHERE\s+[^;]+?)?(?:\s+GROUP\s+BY\s+\w[\w., ]*)?",
    re.IGNORECASE,
)
_GRAIN = re.compile(
    r"\bgrain\b|\b(?:one|1|a|single|each)\s+(?:row|record|line)\b|\bgroup(?:ed)?\s+by\b", re.IGNORECASE
)


def with_plain_rules(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with such rules as SQL, and a step for the columns that say they are grouped by."""
    return tuple(_plain(target) for target in targets)


def _plain(target: TargetMapping) -> TargetMapping:
    read = [_column(column) for column in target.columns]
    columns, keys = tuple(c for c, _ in read), [c for c, is_key in read if is_key]
    steps = target.steps
    if keys and not any(s.kind is StepKind.GROUP_BY or _GRAIN.search(s.condition) for s in steps):
        last = max((s.order for s in steps), default=0)
        told = f"one row per {' and '.join(dict.fromkeys(c.name for c in keys))}"
        steps = (*steps, Step(target.name, last + 1, StepKind.GROUP_BY, condition=told, cell=keys[0].cell))
    same = steps is target.steps and all(a is b for a, b in zip(columns, target.columns, strict=True))
    return target if same else replace(target, columns=columns, steps=steps)


def _column(column: ColumnMapping) -> tuple[ColumnMapping, bool]:
    """The column with its rule as SQL where it is that, and whether it says that rows are grouped by it."""
    written = column.rule_resolved or column.rule
    rule, is_key = _without_key(without_code_marks(written).strip())
    names = [column.name, column.target, *(n for r in column.sources for n in (r.column, r.table))]
    found = next((e for e in explained(rule, names, _is_call) if e.explains), None)
    if found is not None and COPY.fullmatch(found.text) is None:
        rule = found.text
    return (column, is_key) if rule == written else (replace(column, rule_resolved=rule), is_key)


def _without_key(rule: str) -> tuple[str, bool]:
    if _IS_KEY.fullmatch(rule):
        return "Direct move", True
    behind = _ENDS_AS_KEY.fullmatch(rule)
    return (behind["rest"], True) if behind is not None else (rule, False)


def _is_call(text: str) -> bool:
    """Whether a text is one call of a function, or a CASE, to its last sign; a sum may say of which rows."""
    if _SUMMED.fullmatch(text):
        return True
    if _CALL.fullmatch(text) is None:
        return False
    depth = [0]
    for letter in text:
        depth.append(depth[-1] + (letter == "(") - (letter == ")"))
    return (
        min(depth) == 0
        and depth[-1] == 0
        and (text.startswith("CASE") or 0 not in depth[text.index("(") + 1 : -1])
    )
