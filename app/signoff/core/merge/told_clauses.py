"""What one clause of a description says over the tables: a filter, a join, keys, the row that stays, a column."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.merge.clauses import inside
from signoff.core.merge.deduping import dedup_condition, row_is_of_some
from signoff.core.merge.grouping import grouping_of
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.inner_relations import Setting, latest_by
from signoff.core.merge.inner_texts import read_inside
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.named_values import value_of
from signoff.core.merge.names import find_table, plain_words, unique_alias, words
from signoff.core.merge.rowfilters import certain, row_clauses
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, has_window, parsed, windows
from signoff.core.merge.told_state import Around, State
from signoff.core.merge.told_texts import Clause, Says
from signoff.core.merge.told_values import Values, sums_up
from signoff.core.merge.which_row import which_row

_LONGEST_KEY = 8
"""Words that a key may take which is no column and no period of one."""
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "flg", "ind", "indicator"})
_GOES_ON = re.compile(r"^(?:of|in|with|having|for)\b", re.IGNORECASE)
_KEY_NAMED = re.compile(
    r"^(?P<how>.+?)\s*(?:\((?:as\s+|=\s*|[^()]*,\s*)?(?P<name>\w+)\)|\s+as\s+(?P<as>\w+))$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_KEYS = re.compile(r"\s*(?:,|;|\+|&|/|\band\b)\s*(?:\band\b\s*)?(?:the\s+)?", re.IGNORECASE)


class Taker:
    """Takes clauses up, one after the other."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self.resolve = certain(around.resolve)
        self.values = Values(around, self.resolve)

    def relation(self, table: str, alias: str, kind: JoinKind) -> Relation:
        """A table, with its SQL where it is described itself."""
        return self.around.dress([Relation(table, alias, kind)])[0]

    def taken(self, clause: Clause, state: State) -> State | None:
        """The state with one clause more; None where the clause is not understood over the tables."""
        if clause.says is Says.REMARK:
            return state
        if clause.table and clause.says is not Says.JOIN and not self._reads(clause.table, state):
            return None
        if clause.says is Says.TABLE:
            return self._with_table(clause, state)
        if clause.says is Says.JOIN:
            return self._joined(clause, state)
        if clause.says is Says.KEYS:
            grouped = self._grouped(clause.text, state)
            return replace(grouped, sums=grouped.sums or bool(clause.name)) if grouped is not None else None
        if clause.says is Says.DISTINCT:
            return self._distinct(clause.text, state)
        if clause.says is Says.LATEST:
            return self._latest(clause.text, state)
        if clause.says is Says.FILTER:
            return self._restricted(clause.text, state)
        return self.values.column(clause, state)

    def _restricted(self, text: str, state: State) -> State | None:
        """A clause about rows, also one that only goes on: ``of kind 'a'``, ``in state 'open'``."""
        goes_on = [f"only rows {text}"] if _GOES_ON.match(text) else []
        for said in (text, *goes_on):
            found = row_clauses(said, state.relations, self.around.schema, self.resolve, self.around.cell)
            conditions = tuple(c for each in found for c in each.conditions)
            if conditions and all(each.is_understood for each in found):
                return self._filtered(conditions, state)
        return None

    def _filtered(self, conditions: tuple[Condition, ...], state: State) -> State | None:
        """Conditions on rows, and on row numbers; sums of rows are no such thing."""
        ranked = tuple(c for c in conditions if has_window(c.sql))
        plain = tuple(c for c in conditions if c not in ranked)
        if any(sums_up(c.sql) for c in plain):
            return None
        return replace(state, filters=(*state.filters, *plain), latest=(*state.latest, *ranked))

    def _reads(self, name: str, state: State) -> bool:
        letters = squashed(name)
        return any(letters in (squashed(r.table), squashed(r.alias)) for r in state.relations)

    def _with_table(self, clause: Clause, state: State) -> State | None:
        if not self._reads(clause.text, state):
            return None
        if not clause.alias:
            return state
        first = replace(state.relations[0], alias=clause.alias)
        return replace(state, relations=(first, *state.relations[1:])) if len(state.relations) == 1 else None

    def _joined(self, clause: Clause, state: State) -> State | None:
        schema = self.around.schema
        if (
            clause.text
            and find_table(schema, clause.text) is not None
            and not self._reads(clause.text, state)
        ):
            return None
        table = find_table(schema, clause.table)
        if table is None:
            return None
        alias = unique_alias(clause.alias or table.name, (r.alias for r in state.relations))
        new = self.relation(table.name, alias, JoinKind(clause.name))
        on = (
            join_condition(clause.on, new, state.relations, schema, self.resolve, self.around.cell)
            if clause.on
            else proposed_join(new, state.relations, schema)
        )
        return replace(state, relations=(*state.relations, replace(new, on=on))) if on is not None else None

    def _grouped(self, text: str, state: State) -> State | None:
        keys, items = [], _parts(text)
        rows = {w for r in state.relations for w in (squashed(r.table), "".join(plain_words(r.table)))}
        if len(items) > 1 and any("".join(plain_words(item.removeprefix("the "))) in rows for item in items):
            return None
        for item in items:
            named = _KEY_NAMED.match(item)
            name = (named["name"] or named["as"]) if named is not None else ""
            sql = self._key(named["how"] if named is not None else item, state)
            if not sql:
                return None
            tree = parsed(sql)
            keys.append((name or (tree.name if tree is not None and tree.key == "column" else ""), sql))
        return replace(state, keys=(*state.keys, *keys)) if keys else None

    def _key(self, item: str, state: State) -> str:
        """SQL of one key: a column, a period of one, or a column told before."""
        own = next((sql for name, sql in state.columns if name and squashed(name) == squashed(item)), "")
        if own and not self._has_column(item, state):
            return own
        period = self._period(item, state)
        if period:
            return period
        target = replace(self.around.target, columns=())
        keys, unknown = grouping_of(
            item, state.relations, self.around.schema, target, self.resolve, self.around.cell
        )
        if len(keys) == 1 and not unknown and keys[0].sql:
            return keys[0].sql
        sql = self.values.value(item, state) if len(item.split()) <= _LONGEST_KEY else ""
        tree = parsed(sql) if sql else None
        return sql if tree is not None and not aggregates(tree) and not windows(tree) else ""

    def _period(self, item: str, state: State) -> str:
        """The first day of ``month of X``, in which keys of dates are given."""
        table = self.around.schema.table(state.relations[0].table)
        if len(state.relations) != 1 or state.relations[0].subquery or table is None:
            return ""
        value = value_of(item, table) if state.relations[0].alias == table.name else None
        return value.sql if value is not None and value.type == "DATE" and not value.aggregate else ""

    def _has_column(self, name: str, state: State) -> bool:
        return any(
            squashed(c.column.name) == squashed(name)
            for r in state.relations
            for c in relation_columns(r, self.around.schema)
        )

    def _distinct(self, text: str, state: State) -> State | None:
        if not text:
            return replace(state, distinct=True)
        grouped = self._grouped(text, state)
        return replace(grouped, distinct=True) if grouped is not None else None

    def _latest(self, text: str, state: State) -> State | None:
        keys = [sql for _, sql in state.keys]
        found = dedup_condition(text, state.relations, self.around.schema, self.around.cell, None, keys)
        if (
            found is None
            and not row_is_of_some(text)
            and len(state.relations) == 1
            and (inside := read_inside(text)) is not None
            and inside.latest
        ):
            setting = Setting(self.around.target, self.around.schema, self.resolve, (), self.around.cell)
            cut, _ = latest_by(state.relations[0], inside, setting)
            found = cut.inner.qualify[0] if cut is not None and cut.inner is not None else None
        filters: tuple[Condition, ...] = ()
        if found is None:
            row = which_row(text, state.relations, self.around.schema, keys)
            made = [self._adjective(word, state) for word in row.described] if row is not None else []
            if row is None or not all(made):
                return None
            found = Condition(text, row.sql, Origin.PATTERN, self.around.cell)
            filters = tuple(Condition(text, sql, Origin.PATTERN, self.around.cell) for sql in made)
        if state.latest:
            return None
        return replace(state, latest=(found,), keys=(), filters=(*state.filters, *filters))

    def _adjective(self, word: str, state: State) -> str:
        """The condition of a word beside the noun: the flag that is called so, or what compiles."""
        flags = [
            c.sql
            for r in state.relations
            for c in relation_columns(r, self.around.schema)
            if c.column.type.upper().startswith("BOOL")
            and set(words(c.column.name)) - _FLAG_WORDS == {word.casefold()}
        ]
        return flags[0] if len(flags) == 1 else ""


def _parts(text: str) -> list[str]:
    found, start = [], 0
    for cut in _BETWEEN_KEYS.finditer(text):
        if not inside(text, cut.start()):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [p.strip() for p in (*found, text[start:]) if p.strip()]
