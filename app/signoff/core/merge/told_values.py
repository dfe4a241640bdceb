"""Values of columns in descriptions of relations: over all rows, over those that count, or by a name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Relation
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.named_values import value_of
from signoff.core.merge.names import NUMERIC, plain_words
from signoff.core.merge.rowfilters import row_clauses
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, conjunction, parsed, rendered, same_sql
from signoff.core.merge.told_state import Around, State
from signoff.core.merge.told_texts import Clause, conditioned, is_same

_MOST_COMPILED = 80


class Values:
    """Reads values, so many at most for one description."""

    def __init__(self, around: Around, resolve: Resolve) -> None:
        self.around = around
        self.resolve = resolve
        self._compiled = 0

    def column(self, clause: Clause, state: State) -> State | None:
        """A column with its value, over all rows or over those that its text says."""
        sql = "" if is_same(clause.text) else self.value(clause.text, state)
        sql = sql or self._named_alone(clause, state)
        base = sql
        if not sql:
            base, sql = next(self._counted(clause.text, state), ("", ""))
        elif _tests_rows(sql):
            base = next((b for b, s in self._counted(clause.text, state) if same_sql(s, sql)), sql)
        columns = (*state.columns, (clause.name, sql))
        return replace(state, columns=columns, base=base) if sql else None

    def _named_alone(self, clause: Clause, state: State) -> str:
        """What a name alone stands for: ``order_count``, or ``open_amount`` where rows are summed up."""
        said = plain_words(clause.name)
        if clause.text or not said or not state.keys:
            return ""
        rows = {w for r in state.relations for w in plain_words(r.table)}
        if (said[-1] == "count" and set(said[:-1]) <= rows) or (
            said[:2] == ("number", "of") and set(said[2:]) <= rows
        ):
            return "count(*)"
        fitting = [
            c.sql
            for r in state.relations
            for c in relation_columns(r, self.around.schema)
            if state.sums
            and NUMERIC.match(c.column.type)
            and plain_words(c.column.name) == said[-len(plain_words(c.column.name)) :]
        ]
        return f"sum({fitting[0]})" if len(fitting) == 1 else ""

    def _counted(self, text: str, state: State) -> Iterator[tuple[str, str]]:
        """An aggregate over the rows that a text says: its SQL without that, and with it."""
        for value, rows in conditioned(text):
            base = state.base if is_same(value) else self.value(value, state)
            tree = parsed(base) if base else None
            if tree is None or not aggregates(tree):
                continue
            for said in (f"only where {rows}", f"only {rows}"):
                found = row_clauses(said, state.relations, self.around.schema, self.resolve, self.around.cell)
                conditions = [c.sql for each in found for c in each.conditions]
                if conditions and all(each.is_understood for each in found):
                    yield base, with_test(tree, conjunction(conditions))

    def value(self, text: str, state: State) -> str:
        """SQL of a column's value over the tables; empty where a word is not understood."""
        if len(state.relations) == 1 and not state.relations[0].subquery:
            table = self.around.schema.table(state.relations[0].table)
            text = re.sub(
                rf"\b{re.escape(state.relations[0].table)}(?:'s)?\s+(?=[a-z_])", "", text, flags=re.IGNORECASE
            )
            value = (
                value_of(text, table)
                if table is not None and state.relations[0].alias == table.name
                else None
            )
            if value is not None:
                return value.sql
        for relation in state.relations:
            text = re.sub(
                rf"\b{re.escape(relation.table)}(?:'s)?\s+(?=[a-z_])", "", text, flags=re.IGNORECASE
            )
        columns = tuple(c for r in state.relations for c in relation_columns(r, self.around.schema))
        scope = Scope(columns, aggregate=True, certain=True, group_keys=tuple(sql for _, sql in state.keys))
        if self._compiled >= _MOST_COMPILED:
            return ""
        self._compiled += 1
        found = self.resolve(text, scope)
        tree = parsed(found.sql) if found is not None else None
        return rendered(tree) if tree is not None else ""


def _tests_rows(sql: str) -> bool:
    """Whether an aggregate counts some rows only, so that "the same for …" means what it is without its test."""
    tree = parsed(sql)
    return tree is not None and any(isinstance(node.this, exp.Case) for node in tree.find_all(exp.AggFunc))


def with_test(tree: exp.Expr, test: str) -> str:
    """The expression with each of its aggregates over the rows of which a test is true."""
    copy = tree.copy()
    condition = parsed(test)
    for node in list(copy.find_all(exp.AggFunc)):
        inner = node.this
        inner = inner.expressions[0] if isinstance(inner, exp.Distinct) else inner
        value = exp.Literal.number(1) if inner is None or isinstance(inner, exp.Star) else inner.copy()
        case = exp.Case().when(condition.copy() if condition is not None else exp.true(), value)
        node.set("this", exp.Distinct(expressions=[case]) if isinstance(node.this, exp.Distinct) else case)
    return rendered(copy)


def sums_up(sql: str) -> bool:
    """Whether an expression aggregates rows."""
    tree = parsed(sql)
    return tree is not None and bool(aggregates(tree))


def _ends_in(words_of_name: tuple[str, ...], ending: tuple[str, ...]) -> bool:
    return bool(ending) and words_of_name[-len(ending) :] == ending


def _without_table(text: str, relation: Relation) -> str:
    """The text without the table's name before a column: ``sum of the payments amount``."""
    return re.sub(rf"\b{re.escape(relation.table)}(?:'s)?\s+(?=[a-z_])", "", text, flags=re.IGNORECASE)
