"""Relations nobody listed as a step: from source cells and join cells, and at last from keys and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.cellroles import add_role, cell_filter
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.filtersteps import add_grouping, place_filter
from signoff.core.merge.first_clauses import first_steps
from signoff.core.merge.grouping import grouping_in
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.jointexts import WrittenJoin, read_join_text
from signoff.core.merge.names import bare, find_column, find_table, table_and_alias, unique_alias, words
from signoff.core.merge.noted_joins import noted_join
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.stepping import add_relation

_SAID_BEFORE = re.compile(
    r"^\s*(?:ditto|dto\.?|idem|same(?:\s+(?:as|join)\s*(?:above|before|there)?)?|(?:as|see|like)\s+above|as\s+before|[\"″〃])\s*\.?\s*$",
    re.IGNORECASE,
)
"""A cell that points at the one above: what that asks for is done once."""


def section_without_steps(name: str, target: TargetMapping, schema: Schema, resolve: Resolve) -> SectionDraft:
    """One section's driving table: that of the key column's source, else the one most columns come from."""
    draft = SectionDraft(name, target, schema, resolve)
    driving = likely_driving(rows_of(draft), schema)
    if driving is not None:
        draft.relations.append(driving)
    return draft


def likely_driving(
    columns: Sequence[ColumnMapping], schema: Schema, besides: Collection[str] = ()
) -> Relation | None:
    """The table of the key column's source, else the one most columns come from; None when no cell names one.

    Args:
        columns: rows of one section.
        schema: known tables.
        besides: tables that are joined, case-folded; they don't drive where another one can.
    """
    counted = Counter(t.name for c in columns for t in _tables(c, schema))
    keyed = [t.name for c in columns if c.key for t in _tables(c, schema)]
    ranked = [*keyed, *(name for name, _ in counted.most_common())]
    if not ranked:
        return None
    driving = next((name for name in ranked if name.casefold() not in besides), ranked[0])
    alias = next((a for c in columns for t, a in _aliases(c, schema) if t == driving and a), driving)
    return Relation(driving, alias, JoinKind.DRIVING)


def add_written_joins(draft: SectionDraft) -> None:
    """Join the tables of join cells, and take filter cells, where they are understood."""
    if not draft.relations:
        return
    first = _sum_up_first(draft)
    texts = [
        (column, written)
        for column in rows_of(draft)
        for text in [column.join or noted_join(column, draft.schema)]
        if text and not grouping_in(text) and text not in first and not _SAID_BEFORE.match(text)
        for written in read_join_text(text, draft.schema)
    ]
    waiting = list(texts)
    while waiting:
        left = [(c, w) for c, w in waiting if not _add_written(draft, c, w)]
        if len(left) == len(waiting):
            break
        waiting = left
    for column, written in waiting:
        if column.join:
            _report_written(draft, column, written)


def _sum_up_first(draft: SectionDraft) -> set[str]:
    """Join tables that cells beside columns say are summed up first; returns the texts that were understood."""
    known: set[str] = set()
    for column in rows_of(draft):
        if not column.join or column.join in known:
            continue
        cell = column.cell_of(Role.JOIN) or column.cell
        note = Step(draft.target.name, 0, StepKind.NOTE, condition=column.join, cell=cell)
        steps = first_steps(column.join, note, draft.target, draft.schema)
        for step in (s for s in steps if s.kind is StepKind.LEFT_JOIN):
            if all(r.table != step.table for r in draft.relations):
                add_relation(draft, step)
            known.add(column.join)
    return known


def add_written_grouping(draft: SectionDraft) -> None:
    """Group by what join cells and rules name, such as ``group by x`` or ``group over unit then sum``.

    Where rows are made, ``one row per contract and month`` says how fine those are, and groups nothing.
    """
    if any(r.subquery and r.told and r.join is JoinKind.DRIVING for r in draft.relations):
        return
    for column in rows_of(draft):
        for text, role in ((column.join, Role.JOIN), (column.rule_resolved or column.rule, Role.RULE)):
            grouping = grouping_in(text)
            if grouping:
                cell = column.cell_of(role) or column.cell
                step = Step(draft.target.name, 0, StepKind.GROUP_BY, condition=grouping, cell=cell)
                add_grouping(draft, step)


def add_missing_sources(draft: SectionDraft) -> None:
    """Left join what source cells name and nothing joined yet, by keys and names: proposals to confirm."""
    waiting = missing_tables(draft)
    _report_unknown_tables(draft)
    while waiting:
        still: list[tuple[SourceTable, ColumnMapping]] = []
        for table, column in waiting:
            if not _add_proposed(draft, table, column):
                still.append((table, column))
        if len(still) == len(waiting):
            break
        waiting = still
    for table, column in waiting:
        message = say("merge.no_join", table=table.name)
        _report(draft, "D205", message, _table_cell(column))
        draft.left_out.append(Relation(table.name, table.name, JoinKind.LEFT, None, _table_cell(column)))


def _add_proposed(draft: SectionDraft, table: SourceTable, column: ColumnMapping) -> bool:
    alias = unique_alias(table.name, (r.alias for r in draft.relations))
    cell = _table_cell(column)
    relation = Relation(table.name, alias, JoinKind.LEFT, None, cell)
    hinted = {
        word.removesuffix("'s") for word in words(f"{column.name} {column.rule_resolved or column.rule}")
    }
    hinted -= set(words(table.name))
    others = sorted(draft.relations, key=lambda r: not hinted & set(words(r.alias)))
    proposed = proposed_join(relation, others, draft.schema)
    if proposed is None:
        return False
    draft.relations.append(replace(relation, on=replace(proposed, cell=cell)))
    _report(draft, "D204", say("merge.join_proposed", sql=proposed.sql), cell)
    return True


def missing_tables(draft: SectionDraft) -> list[tuple[SourceTable, ColumnMapping]]:
    """Tables of source cells neither in the query nor given up, each with the first row that names it."""
    here = {name for r in (*draft.relations, *draft.left_out) for name in letters_of(r)}
    here |= draft.within
    found: dict[str, tuple[SourceTable, ColumnMapping]] = {}
    for column in rows_of(draft):
        for table in _tables(column, draft.schema):
            if squashed(table.name) not in here and (column.section or table.name not in draft.elsewhere):
                found.setdefault(table.name, (table, column))
    return list(found.values())


def _report_unknown_tables(draft: SectionDraft) -> None:
    """One finding for each table name of source cells that no schema knows."""
    known = {name for r in (*draft.relations, *draft.left_out) for name in letters_of(r)}
    for column in rows_of(draft):
        for ref in column.sources:
            written = table_and_alias(draft.schema, ref.table)[0]
            if (
                ref.table
                and find_table(draft.schema, written) is None
                and squashed(bare(ref.table)) not in known
            ):
                known.add(squashed(bare(ref.table)))
                message = say("merge.unknown_table", table=ref.table)
                _report(draft, "D201", message, _table_cell(column))


def _tables(column: ColumnMapping, schema: Schema) -> list[SourceTable]:
    """Tables a row's source cells name; a column without a table counts where one table alone has it."""
    found = []
    for ref in column.sources:
        table = find_table(schema, table_and_alias(schema, ref.table)[0]) if ref.table else None
        if not ref.table:
            having = [t for t in schema.tables if find_column(t, ref.column) is not None]
            table = having[0] if len(having) == 1 else None
        if table is not None:
            found.append(table)
    return found


def _aliases(column: ColumnMapping, schema: Schema) -> list[tuple[str, str]]:
    pairs = [table_and_alias(schema, ref.table) for ref in column.sources if ref.table]
    return [(table.name, alias) for text, alias in pairs if (table := find_table(schema, text)) is not None]


def _add_written(draft: SectionDraft, column: ColumnMapping, written: WrittenJoin) -> bool:
    """Put one written join or filter into the query; False while a table it needs is not there yet."""
    if written.again:
        return add_role(draft, column, written)
    if written.table:
        here = find_table(draft.schema, written.table)
        known = here is not None and any(r.table == here.name for r in draft.relations)
        return _add_named_table(draft, column, written) or (
            known and _add_written(draft, column, replace(written, table=""))
        )
    pending = [Relation(t.name, t.name, written.kind) for t, _ in missing_tables(draft)]
    own = {t.name for t in _tables(column, draft.schema)}
    for relation in sorted(pending, key=lambda r: r.table not in own):
        condition = _condition(draft, written.condition, relation, column)
        if condition is not None and _uses(condition, relation.alias):
            draft.relations.append(replace(relation, on=condition, cell=condition.cell))
            return True
    return _add_row_filter(draft, column, written)


def _add_named_table(draft: SectionDraft, column: ColumnMapping, written: WrittenJoin) -> bool:
    table = find_table(draft.schema, written.table)
    if table is None:
        return False
    wanted = written.alias or table.name
    same = [r for r in draft.relations if r.table == table.name and r.alias.casefold() == wanted.casefold()]
    relation = Relation(table.name, wanted, written.kind, None, column.cell_of(Role.JOIN) or column.cell)
    if written.kind in (JoinKind.DRIVING, JoinKind.CROSS):
        if not same and written.kind == JoinKind.CROSS:
            draft.relations.append(relation)
        return True
    condition = _condition(draft, written.condition, relation, column)
    if condition is None:
        return False
    if not same:
        draft.relations.append(replace(relation, on=condition))
    return True


def _condition(draft: SectionDraft, text: str, relation: Relation, column: ColumnMapping) -> Condition | None:
    cell = column.cell_of(Role.JOIN) or column.cell_of(Role.LOOKUP) or column.cell
    others = [r for r in draft.relations if r.alias != relation.alias]
    return join_condition(text, relation, others, draft.schema, draft.resolve, cell)


def _uses(condition: Condition, alias: str) -> bool:
    tree = parsed(condition.sql)
    return tree is not None and any(c.table.casefold() == alias.casefold() for c in columns_of(tree))


def _add_row_filter(draft: SectionDraft, column: ColumnMapping, written: WrittenJoin) -> bool:
    """A condition that joins nothing new is a filter, and holds for the whole target."""
    is_filter = written.is_filter or column.cell_of(Role.FILTER) is not None
    cell = column.cell_of(Role.FILTER) or column.cell_of(Role.JOIN) or column.cell
    found = cell_filter(draft, written.condition, column.name, cell, is_filter=is_filter)
    for condition in found or ():
        if all(other.sql != condition.sql for other in draft.filters):
            place_filter(draft, condition)
            message = say("merge.filter_beside_column", column=column.name)
            _report(draft, "D206", message, cell, Severity.WARNING)
    return found is not None


def _report_written(draft: SectionDraft, column: ColumnMapping, written: WrittenJoin) -> None:
    cell = column.cell_of(Role.JOIN) or column.cell_of(Role.FILTER) or column.cell
    what = f' of table "{written.table}"' if written.table else ""
    message = say("merge.beside_not_understood", what=what, column=column.name)
    _report(draft, "D203", message, cell)
    if not written.table:
        draft.unresolved.append(Condition(written.condition, cell=cell))


def _table_cell(column: ColumnMapping) -> Cell | None:
    return column.cell_of(Role.SOURCE_TABLE) or column.cell


def _report(
    draft: SectionDraft, code: str, message: str, cell: Cell | None, severity: Severity = Severity.ERROR
) -> None:
    draft.findings.append(Finding(code, severity, message, cell, draft.target.name))
