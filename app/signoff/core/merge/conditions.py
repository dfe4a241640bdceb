"""Join and filter texts into SQL: SQL already, the key alone, and whatever the caller resolves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, Scope, ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.keytexts import said_condition
from signoff.core.merge.names import bare, find_table, with_dates
from signoff.core.merge.pointing import pointed_at
from signoff.core.merge.scoping import find_everywhere, scope_for_condition
from signoff.core.merge.sqlparts import aggregates, column_node, parsed, rendered, windows

Resolve = Callable[[str, Scope], Condition | None]
"""Turns the text of a condition into SQL over a scope; None when nobody understands it."""

_LEAD = re.compile(r"^\s*(?:on|where|filter|having|join on|joined on|condition)\b\s*:?\s*", re.IGNORECASE)
_BY_KEY = re.compile(
    r"^\s*(?:join(?:ed)?\s+)?(?:(?:based\s+)?on|by|using|via|over|key|keys)\b\s*:?\s*", re.IGNORECASE
)
_NAME_LIST = re.compile(r"\s*(?:,|;|\+|&|\band\b)\s*", re.IGNORECASE)
_IS_NAME = re.compile(r"^[\"`\[]?[A-Za-z_][\w ]*[\"`\]]?$")
_ARROW = re.compile(r"->|=>")
"""An arrow leads from one column to the other, in no dialect's sense."""
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def understood(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """The condition a text stands for, over these relations; None when nobody understands it."""
    scope = scope_for_condition(relations, schema, text)
    sql = sql_condition(text, scope, schema)
    if sql:
        return Condition(text, sql, Origin.PATTERN, cell)
    found = resolve(text, scope)
    return replace(found, text=text, cell=cell) if found is not None and found.sql else None


def sql_condition(text: str, scope: Scope, schema: Schema | None = None) -> str:
    """The text as qualified SQL where it is SQL already and each of its columns is in scope; else empty.

    Subqueries are taken as they are where `schema` has all their tables.
    """
    if _ARROW.search(text):
        return ""
    tree = parsed(_LEAD.sub("", with_dates(text.translate(_STRAIGHT))).rstrip(" ;"))
    if tree is None or not isinstance(tree.unnest(), (exp.Condition, exp.Predicate)):
        return ""
    if not _is_boolean(tree.unnest()) or tree.find(exp.Anonymous, exp.Placeholder, exp.Parameter):
        return ""
    if any(schema is None or find_table(schema, t.name) is None for t in tree.find_all(exp.Table)):
        return ""
    if _is_key_among_conditions(tree.unnest(), scope):
        return ""
    qualified = _qualified(tree, scope)
    return rendered(qualified) if qualified is not None else ""


def _is_key_among_conditions(tree: exp.Expr, scope: Scope) -> bool:
    """Whether a part between ``and`` is a column's bare name and no flag: ``card_no and status = 'A'`` names a key."""
    parts = [p.unnest() for p in tree.flatten()] if isinstance(tree, exp.Connector) else []
    bare_ones = [p for p in parts if isinstance(p, exp.Column)]
    return any(h.column.type.upper() != "BOOLEAN" for p in bare_ones for h in _hits(scope, p))


def _is_boolean(tree: exp.Expr) -> bool:
    """Whether a tree is a condition: not ``country = 'NL' or 'BE'`` with a value alone, nor ``day in 2024``."""
    if isinstance(tree, exp.Connector) and any(isinstance(p.unnest(), exp.Literal) for p in tree.flatten()):
        return False
    if any(isinstance(each.args.get("field"), exp.Literal) for each in tree.find_all(exp.In)):
        return False
    return isinstance(tree, (exp.Predicate, exp.Connector, exp.Not, exp.Between, exp.In, exp.Exists))


def _qualified(tree: exp.Expr, scope: Scope) -> exp.Expr | None:
    """The tree with each column under its relation's alias; None when one is unknown or ambiguous."""
    known = True

    def place(node: exp.Expr) -> exp.Expr:
        nonlocal known
        if (
            isinstance(node, exp.Not)
            and isinstance(node.this, exp.Is)
            and isinstance(node.this.expression, exp.Literal)
        ):
            return exp.NullSafeNEQ(this=node.this.this, expression=node.this.expression).transform(place)
        if isinstance(node, exp.Is) and isinstance(node.expression, (exp.Literal, exp.Column)):
            return exp.EQ(this=node.this, expression=node.expression).transform(place)
        if isinstance(node, exp.Add) and any(n.is_string for n in node.find_all(exp.Literal)):
            return exp.DPipe(this=node.this, expression=node.expression).transform(place)
        if isinstance(node, exp.Table):
            return exp.to_table(node.name, alias=node.alias or None)
        if not isinstance(node, exp.Column) or node.find_ancestor(exp.Query) is not None:
            return node
        hits = _hits(scope, node)
        if len(hits) == 1:
            return column_node(hits[0].relation, hits[0].column.name)
        if not hits and not node.table and node.this.quoted:
            return exp.Literal.string(node.name)
        known = False
        return node

    changed = tree.copy().transform(place)
    return changed if known else None


def _hits(scope: Scope, node: exp.Column) -> tuple[ScopeColumn, ...]:
    """Columns a reference may mean; an alias counts before a table of the same name."""
    place = bare(node.table) if node.table else ""
    hits = scope.find(node.name, place)
    by_alias = tuple(h for h in hits if h.relation.casefold() == place.casefold())
    return by_alias or hits


def join_condition(
    text: str,
    relation: Relation,
    others: Sequence[Relation],
    schema: Schema,
    resolve: Resolve,
    cell: Cell | None,
) -> Condition | None:
    """How a relation is joined to others: by a key's name or by a condition; neither may aggregate."""
    found = key_condition(text, relation, others, schema, cell)
    if found is None and not sql_condition(
        text, scope_for_condition([*others, relation], schema, text), schema
    ):
        found = said_condition(text, relation, others, schema, cell)
    found = found or understood(text, [*others, relation], schema, resolve, cell)
    tree = parsed(found.sql) if found is not None else None
    return None if tree is not None and (aggregates(tree) or windows(tree)) else found


def key_condition(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """``customer_id`` or ``based on SSN and region``: those columns are equal in both places; else None.

    Where one place calls it ``id``, its table says what of: ``customer_id`` is ``customers.id``.
    """
    names = [n for n in _NAME_LIST.split(_BY_KEY.sub("", text.strip())) if n]
    if not names or not all(_IS_NAME.match(n) for n in names):
        return None
    equal = []
    for name in names:
        there = find_everywhere([relation], schema, name)
        here = find_everywhere(others, schema, name)
        left = _nearest(name, here, others, schema) if there else here[0] if here else None
        right = there[0] if len(there) == 1 else pointed_at(name, [relation], schema) if here else None
        if left is None or right is None:
            return None
        equal.append(equality(left, right))
    return Condition(text, " and ".join(equal), Origin.PATTERN, cell)


def _nearest(
    name: str, here: Sequence[ScopeColumn], others: Sequence[Relation], schema: Schema
) -> ScopeColumn | None:
    """The column of the tables that are there which a key's name means: the driving table's own before a joined one's.

    What the joined one has is empty where that found no partner; it was joined by the same value.
    """
    pointed = pointed_at(name, others[:1], schema)
    if pointed is not None and not any(c.relation == pointed.relation for c in here):
        return pointed
    return here[0] if here else pointed_at(name, others, schema)


def equality(left: ScopeColumn, right: ScopeColumn) -> str:
    """SQL that two columns are equal."""
    return f"{left.sql} = {right.sql}"
