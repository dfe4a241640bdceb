"""What is grouped by, and columns that are neither grouped nor aggregated.

The document states how fine the rows are, and its word holds: a column that a grouped query neither groups
by nor aggregates is wrapped in ``any_value`` with a finding, and the grouping is not made finer. So one
doubtful column can be wrong in its own values and never in everyone's number of rows; the second run on
shuffled rows shows if it matters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, DraftColumn, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.grouped_periods import cut_column
from signoff.core.merge.names import bare
from signoff.core.merge.scoping import find_everywhere, scope_for_condition
from signoff.core.merge.siblings import is_plain_move
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.sqlparts import (
    aggregates,
    column_node,
    columns_of,
    parsed,
    rendered,
    same_sql,
    windows,
)

_LEAD = re.compile(
    r"^\s*(?:(?:the\s+)?(?:grain|granularity)(?:\s+of\s+the\s+(?:table|target))?\s*(?:is\b|:|=|-)\s*)?"
    r"(?:group(?:ed|ing)?\s+(?:by|on|over)|(?:exactly\s+)?(?:one|1|an?|a\s+single)\s+(?:row|record|line|entry)\s+(?:per|for\s+each|for\s+every|by)"
    r"|aggregat(?:e|ed|ion)\s+(?:by|per|to|at|over|on)|summari[sz]ed?\s+(?:by|per|to|over)|rolled\s+up\s+(?:to|by|per)"
    r"|unique\s+(?:per|by|on)|rows?\s+per|per|for\s+each|by)?\b\s*:?\s*",
    re.IGNORECASE,
)
GROUPING = re.compile(
    r"^\s*(?:(?:the\s+)?(?:grain|granularity)(?:\s+of\s+the\s+(?:table|target))?\s*(?:is\b|:|=|-)|group(?:ed|ing)?\s+(?:by|on|over)\b|"
    r"(?:exactly\s+)?(?:one|1|an?|a\s+single)\s+(?:row|record|line|entry)\s+(?:per|for\s+each|for\s+every)\b|"
    r"summari[sz]ed?\s+(?:by|per)\b|rolled\s+up\s+(?:to|by|per)\b)",
    re.I,
)
"""Begins a text that says what is grouped by."""
_THEN = re.compile(
    r"\s*[,;]?\s*\b(?:then|and then|and)\s+(?:take\s+|load\s+|calculate\s+|do\s+)?(?:the\s+)?"
    r"(?:sum|count|average|avg|mean|max\w*|min\w*|add|total|aggregate)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WORD_SPLIT = re.compile(r"\s*(?:;|\band\b|\+|&|\n|(?<=\w)\s(?:per|by)\s(?=\w))\s*", re.IGNORECASE)


def grouping_of(
    text: str,
    relations: Sequence[Relation],
    schema: Schema,
    target: TargetMapping,
    resolve: Resolve,
    cell: Cell | None,
) -> tuple[list[Condition], list[str]]:
    """What a text such as ``one row per contract_id and year`` groups by, and what was not understood."""
    keys: list[Condition] = []
    unknown: list[str] = []
    for item in _items(_LEAD.sub("", text.strip())):
        key = _key(item, relations, schema, target, resolve)
        if key is None or (key.sql and not _groupable(key.sql)):
            unknown.append(item)
        elif not any(_same_key(key, other) for other in keys):
            keys.append(replace(key, cell=cell))
    return keys, unknown


def grouping_in(text: str) -> str:
    """The grouping a text states: all of ``group by x``, the first half of ``group over x then sum``."""
    return _THEN.sub("", text.strip()).strip() if GROUPING.match(text) else ""


def states_only_grouping(text: str) -> bool:
    """Whether a rule says what is grouped by and nothing more: its column is copied."""
    return bool(GROUPING.match(text)) and grouping_in(text) == text.strip()


def _same_key(left: Condition, right: Condition) -> bool:
    return (
        left.column == right.column and same_sql(left.sql, right.sql)
        if left.sql
        else left.column == right.column
    )


def _items(text: str) -> list[str]:
    """Parts between commas outside brackets, and between words such as ``and``."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    split = [p for part in parts for p in _parted(part)]
    return [_LEVEL.sub("", p.strip()) for p in split if p.strip()]


_LEVEL = re.compile(r"\s+(?:level|grain)$", re.IGNORECASE)


def _parted(text: str) -> list[str]:
    """The text cut at words such as ``and`` outside brackets."""
    found, start = [], 0
    for cut in _WORD_SPLIT.finditer(text):
        if text[: cut.start()].count("(") == text[: cut.start()].count(")"):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [*found, text[start:]]


def _key(
    item: str, relations: Sequence[Relation], schema: Schema, target: TargetMapping, resolve: Resolve
) -> Condition | None:
    scope = scope_for_condition(relations, schema, item)
    prefix, _, name = item.rpartition(".")
    hits = scope.find(name.strip(), bare(prefix) if prefix else "") or tuple(
        find_everywhere(relations, schema, item)
    )
    if hits:
        own = _own_column(hits[0], relations, schema, target)
        return Condition(item, column=own) if own else Condition(item, hits[0].sql, Origin.PATTERN)
    column = next((c.name for c in target.columns if squashed(c.name) == squashed(item)), "")
    column = column or cut_column(item, relations, schema, target)
    if column:
        return Condition(item, column=column)
    tree = parsed(item)
    if tree is not None and columns_of(tree) and not isinstance(tree, exp.Column):
        placed = _placed(tree, relations, schema)
        if placed:
            return Condition(item, placed, Origin.PATTERN)
    spoken = spoken_column(item, relations, schema)
    if spoken is not None:
        own = _own_column(spoken, relations, schema, target)
        return Condition(item, column=own) if own else Condition(item, spoken.sql, Origin.PATTERN)
    found = resolve(item, replace(scope, condition=False))
    return replace(found, text=item) if found is not None and found.sql else None


def _own_column(
    found: ScopeColumn, relations: Sequence[Relation], schema: Schema, target: TargetMapping
) -> str:
    """The target's column of the same name that the driving table gives, where a joined table has one too."""
    if not relations or found.relation == relations[0].alias:
        return ""
    same = [c for c in target.columns if squashed(c.name) == squashed(found.column.name) and is_plain_move(c)]
    given = [c.name for c in same if find_everywhere(relations[:1], schema, c.sources[0].column)]
    return given[0] if len(given) == 1 else ""


def _placed(tree: exp.Expr, relations: Sequence[Relation], schema: Schema) -> str:
    scope = scope_for_condition(relations, schema, "")
    copy = tree.copy()
    for column in columns_of(copy):
        hits = scope.find(column.name, bare(column.table) if column.table else "")
        if not hits:
            return ""
        column.set("table", column_node(hits[0].relation, column.name).args["table"])
    return rendered(copy)


def with_grouping_filled(section: SectionPlan, columns: Sequence[DraftColumn], place: int) -> SectionPlan:
    """The section with grouping by target columns replaced by their expressions in part `place`."""
    filled = []
    for key in section.group_by:
        if key.sql or not key.column:
            filled.append(key)
            continue
        column = next((c for c in columns if c.name.casefold() == key.column.casefold()), None)
        if column is not None and (sql := _groupable(column.expressions[place].sql)):
            filled.append(replace(key, sql=sql, origin=column.expressions[place].origin))
    return replace(section, group_by=tuple(filled))


def _groupable(sql: str) -> str:
    tree = parsed(sql) if sql else None
    return "" if tree is None or aggregates(tree) or windows(tree) or not columns_of(tree) else sql


def fitted_to_group(expression: Expression, section: SectionPlan) -> Expression:
    """The expression made legal in a grouped section; unchanged where it is, or nothing is grouped."""
    if not section.group_by or not expression.sql:
        return expression
    tree = parsed(expression.sql)
    if tree is None or windows(tree):
        return expression
    fitted = _fitted(tree, [c.sql for c in section.group_by if c.sql])
    if fitted is tree:
        return expression
    message = say("merge.any_value")
    finding = Finding("D213", Severity.WARNING, message)
    return replace(expression, sql=rendered(fitted), findings=(*expression.findings, finding))


def _fitted(tree: exp.Expr, keys: list[str]) -> exp.Expr:
    loose = [c for c in columns_of(tree) if not _is_settled(c, keys)]
    if not loose:
        return tree
    if not aggregates(tree):
        return exp.AnyValue(this=tree.copy())
    copy = tree.copy()
    for column in [c for c in columns_of(copy) if not _is_settled(c, keys)]:
        column.replace(exp.AnyValue(this=column.copy()))
    return copy


def _is_settled(column: exp.Column, keys: list[str]) -> bool:
    """Whether the column is inside an aggregate, or it, or what it stands in, is grouped by."""
    node: exp.Expr | None = column
    while node is not None:
        if isinstance(node, (exp.AggFunc, exp.Filter)) or any(same_sql(rendered(node), key) for key in keys):
            return True
        node = node.parent
    return False


def with_inferred_grouping(section: SectionPlan, columns: Sequence[DraftColumn], place: int) -> SectionPlan:
    """A section that mixes aggregates with plain columns and states no grouping, grouped by the plain ones.

    So one summed column cannot take its neighbours down; `inferred_grouping_finding` tells the reader.
    """
    if section.group_by or not section.relations:
        return section
    trees = [(c, parsed(c.expressions[place].sql)) for c in columns if c.expressions[place].sql]
    if not section.having and not any(tree is not None and aggregates(tree) for _, tree in trees):
        return section
    keys: list[Condition] = []
    for column, tree in _of_key(trees) or trees:
        if tree is None or aggregates(tree) or windows(tree) or not columns_of(tree):
            continue
        key = Condition(column.name, column.expressions[place].sql, Origin.UNRESOLVED, column.cell)
        if not any(same_sql(key.sql, other.sql) for other in keys):
            keys.append(key)
    return replace(section, group_by=tuple(keys))


def _of_key(
    trees: Sequence[tuple[DraftColumn, exp.Expr | None]],
) -> list[tuple[DraftColumn, exp.Expr | None]]:
    """The columns of the target's key, where each of them is there and sums up nothing; else none."""
    keys = [(column, tree) for column, tree in trees if column.key]
    plain = all(tree is not None and not aggregates(tree) and not windows(tree) for _, tree in keys)
    return keys if keys and plain else []


def inferred_grouping_finding(target: str, section: SectionPlan) -> Finding:
    """What the reader is told when `with_inferred_grouping` added a grouping."""
    names = ", ".join(c.text for c in section.group_by) or "nothing"
    message = say("merge.grouping_proposed", names=names)
    return Finding("D214", Severity.ERROR, message, target=target)
