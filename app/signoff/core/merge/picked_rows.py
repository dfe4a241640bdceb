"""Rows of a joined table that a rule picks for its column: ``E-mail of the main contact (MAIN_FLAG = 1)``.

The test belongs to the join and not to the target's rows: a supplier without a main contact stays. Columns that pick
other rows of the same table read it under a name of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Role, Schema
from signoff.core.merge.conditions import sql_condition
from signoff.core.merge.names import unique_alias
from signoff.core.merge.scoping import resolve_source, scope_for_condition
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_WHAT = r"(?P<what>(?:[A-Za-z][\w-]*\W{1,2}){0,8}?)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_WHAT}\(\s*(?:only\s+)?(?:where\s+|with\s+|if\s+|when\s+)?(?P<test>[^()]+)\)",
        rf"{_WHAT}(?:only\s+)?(?:where|for\s+which|only\s+(?:if|when|for|with)|filter(?:ed)?(?:\s+(?:on|by))?\s*:?|from\s+(?:the\s+)?(?:row|record|entry|line)s?"
        r"\s+(?:with|where))\s+(?P<test>.+)",
        r"(?P<what>)(?P<test>\w+\s*=\s*\S+)\s+only",
        rf"{_WHAT}\bwith\s+(?P<test>\w+\s*=\s*\S+)",
    )
)
_DOES = re.compile(
    r"\b(?:concat\w*|trim\w*|upper|lower|convert\w*|cast|sum\w*|count\w*|number|total|average|avg|min\w*|max\w*|if|then|else|"
    r"otherwise|round\w*|replace\w*|pad\w*|divide\w*|multipl\w*|format\w*|first|last|latest|earliest|newest|oldest|default|null|"
    r"substring|extract|calculat\w*|look\s?up|lookup|lkp|case|when|not|days|years|age|difference|flag|yes|no)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[A-Za-z][\w'-]*[ ,]{0,2}){1,8}")
_BARE_CODE = re.compile(r"(=|<>)\s*([A-Za-z]\w*)\s*$")


def with_picked_rows(draft: SectionDraft) -> None:
    """Put what rules pick of a joined table into its join, each choice of rows under an alias of its own."""
    picks: dict[str, dict[str, list[ColumnMapping]]] = {}
    section = draft.plan()
    for mapping in rows_of(draft):
        relation = _joined(mapping, section, draft.schema)
        if relation is not None:
            test = _test(mapping, relation, draft.schema)
            picks.setdefault(relation.alias, {}).setdefault(test, []).append(mapping)
    for alias, by_test in picks.items():
        relation = next(r for r in section.relations if r.alias == alias)
        first = "" if "" in by_test else next(iter(by_test))
        for test, rows in by_test.items():
            if test:
                _pick(draft, relation, test, rows[0], own=test != first)


def picked_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The column of the picked rows, where the plan has them; None for every other rule."""
    relation = _joined(mapping, section, schema)
    test = _test(mapping, relation, schema) if relation is not None else ""
    if relation is None or not test:
        return None
    for each in section.relations[1:]:
        if each.table == relation.table and each.on is not None and _holds(each, test, relation.alias):
            return Expression(
                f"{quoted(each.alias)}.{quoted(mapping.sources[0].column)}", Origin.PATTERN, "picked rows"
            )
    return None


def _joined(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Relation | None:
    """The first relation of the joined table that the row's only source is of."""
    if len(mapping.sources) != 1 or section.group_by or not section.relations:
        return None
    found, _ = resolve_source(section, mapping.sources[0], mapping, schema)
    relation = next(
        (r for r in section.relations[1:] if found is not None and r.alias == found.relation), None
    )
    first = next(
        (r for r in section.relations[1:] if relation is not None and r.table == relation.table), None
    )
    plain = first is not None and first.on is not None and first.inner is None and not first.carries
    return first if plain and first is not None and first.join in (JoinKind.LEFT, JoinKind.INNER) else None


def _test(mapping: ColumnMapping, relation: Relation, schema: Schema) -> str:
    """What the rule picks rows by, over that relation alone; empty where it does anything else."""
    return picked_test(mapping.rule_resolved or mapping.rule, relation, schema)


def says_no_more(text: str) -> bool:
    """Whether a text only names what is taken, and does nothing with it."""
    plain = text.strip(" .,;:")
    return _NAMED.fullmatch(plain) is not None and not _DOES.search(plain)


def picked_test(text: str, relation: Relation, schema: Schema) -> str:
    """The test of a text such as ``the main contact (MAIN_FLAG = 1)`` over a relation; empty where it says more.

    Args:
        text: a rule, or its part that says which rows are meant.
        relation: the table they are of.
        schema: the tables.
    """
    text = " ".join(text.split()).strip(" .")
    match = next((m for shape in _SHAPES if (m := shape.fullmatch(text)) is not None), None)
    if match is None or _DOES.search(match["what"]):
        return ""
    said = match["test"].strip()
    scope = scope_for_condition([relation], schema, said)
    return sql_condition(said, scope) or sql_condition(_BARE_CODE.sub(r"\1 '\2'", said), scope)


def _pick(draft: SectionDraft, relation: Relation, test: str, mapping: ColumnMapping, *, own: bool) -> None:
    """Add the test to the relation's join, or to that of a further relation of its table."""
    if relation.on is None:
        return
    joined = relation.on
    on = replace(joined, text=f"{joined.text} and {test}".strip(), sql=f"{joined.sql} and {test}")
    if not own:
        draft.relations[draft.relations.index(relation)] = replace(relation, on=on)
        return
    new = unique_alias(relation.table, (r.alias for r in draft.relations))
    sql = _renamed(on.sql, relation.alias, new)
    cell = mapping.cell_of(Role.RULE) or mapping.cell
    draft.relations.append(
        replace(relation, alias=new, join=JoinKind.LEFT, on=replace(on, sql=sql), cell=cell)
    )


def _renamed(sql: str, old: str, new: str) -> str:
    tree = parsed(sql)
    if tree is None:
        return sql
    copy = tree.copy()
    for column in columns_of(copy):
        if column.table.casefold() == old.casefold():
            column.set("table", None)
            column.replace(parsed(f"{quoted(new)}.{quoted(column.name)}") or column)
    return rendered(copy)


def _holds(relation: Relation, test: str, first: str) -> bool:
    """Whether the relation's join ends with the test, said of its own alias."""
    own = _renamed(test, first, relation.alias)
    return relation.on is not None and relation.on.sql.endswith(f" and {own}")
