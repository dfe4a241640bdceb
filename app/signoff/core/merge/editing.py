"""Existing SQL with only the mandated edits: new columns, the joins they need, changed expressions.

A new column goes into the list that defines the output. Where its expression needs what a CTE does not show
yet, the CTE's list is extended too. Nothing else of the file is touched; what cannot be edited safely
becomes a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Plan, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sqltext import SqlTextError
from signoff.core.merge.changed_orders import OrderEdit, change_order
from signoff.core.merge.changed_sources import SourceEdit, change_source
from signoff.core.merge.changing_behind import written_behind
from signoff.core.merge.dialect_doubts import mind_dialect
from signoff.core.merge.edits import EditedText, Layout
from signoff.core.merge.existing import (
    ExistingSql,
    Place,
    expression_of,
    expression_span,
    plainly,
    rendered_plainly,
)
from signoff.core.merge.further_rows.written import write_further_tables
from signoff.core.merge.grouped import group_too
from signoff.core.merge.importing_ctes import imported
from signoff.core.merge.jinja_editing import (
    add_in_other_branches,
    added_to_loop,
    in_other_branches,
    only_safe,
    suggest_in_loop,
)
from signoff.core.merge.jinja_places import around_expression
from signoff.core.merge.jinjasafe import without_tags
from signoff.core.merge.join_edits import JoinEdit, change_join
from signoff.core.merge.leaving import Leaving, counted_without, cut_out, ends_lines, leaving
from signoff.core.merge.lineage import select_outputs
from signoff.core.merge.narrowing import brought_out, hold_stars
from signoff.core.merge.passing import passed_along, written_in
from signoff.core.merge.placing import NewItem, insert_items, insert_join
from signoff.core.merge.pushing import behind_star, compute_inside
from signoff.core.merge.qualifying import qualifications
from signoff.core.merge.readers import mentions
from signoff.core.merge.renaming import rename
from signoff.core.merge.row_edits import BranchEdit, FilterEdit, add_branch, change_filter
from signoff.core.merge.scripting import Proposed, script_of
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import columns_of, parsed, same_sql, tidy
from signoff.core.merge.summing_new import lines_of
from signoff.core.merge.wording import wording_of
from signoff.core.merge.work import ColumnEdit, Work
from signoff.core.merge.wrapping import plain_query

__all__ = ["BranchEdit", "ColumnEdit", "EditedText", "FilterEdit", "JoinEdit", "edit_existing"]


def edit_existing(
    existing: ExistingSql,
    additions: Sequence[ColumnEdit],
    changes: Sequence[ColumnEdit],
    plan: Plan,
    schema: Schema,
    *,
    renames: Sequence[ColumnEdit] = (),
    drops: Sequence[ColumnEdit] = (),
    filters: Sequence[FilterEdit] = (),
    joins: Sequence[JoinEdit] = (),
    picks: Sequence[OrderEdit] = (),
    sources: Sequence[SourceEdit] = (),
    branches: Sequence[BranchEdit] = (),
    table_text: Callable[[str], str] = quoted,
) -> EditedText:
    """The file with new columns, changed expressions, and the joins they need.

    Args:
        existing: The file as `read_existing` gave it.
        additions: New columns, in the order they are to stand.
        changes: Columns the file has, with their new expressions.
        plan: What `plan_existing` or `plan_update` gave: relations the file does not have yet are joined.
        schema: Tables the file reads.
        renames: Columns under a new name, `ColumnEdit.was` their old one; with expressions where those change too.
        drops: Columns that go.
        filters: Conditions on rows that are new, other or gone.
        joins: Joins of the file that are to be others.
        picks: Windows that number rows in another order.
        sources: Tables that are read in the place of others.
        branches: Further parts of the result's union.
        table_text: How a table is written in this file; `table_texts.table_style` imitates the file.
    """
    work = Work(existing, schema, plan, Layout(existing))
    changes = [*changes, *(r for r in renames if r.expressions)]
    for change in changes:
        for number, place in enumerate(existing.parts):
            _change(work, change, number, place)
    for each in renames:
        _need_name(work, each, rename(work, each))
    for addition in additions:
        _add(work, addition)
    _join_new(work, [*additions, *changes], table_text)
    for condition in filters:
        change_filter(work, condition, table_text)
    for join in joins:
        change_join(work, join)
    for pick in picks:
        change_order(work, pick)
    for source in sources:
        change_source(work, source)
    gone = leaving(work, drops)
    for branch in branches:
        add_branch(work, branch, table_text)
    _lay_out(work, gone)
    for going in gone.values():
        cut_out(work, going)
    mind_dialect(work, [*additions, *changes])
    write_further_tables(work, table_text)
    script = only_safe(work, script_of(work.proposed, existing.text), renames)
    text = script.applied()
    sql = rendered_plainly(text, existing.rendered.around).sql
    return EditedText(text, _plain(sql, existing.dialect), script, tuple(dict.fromkeys(work.findings)))


def _plain(sql: str, dialect: str) -> str:
    """The edited query as DuckDB SQL; as it stands where DuckDB has no such construct."""
    try:
        return plainly(sql, dialect)
    except SqlTextError:
        return plain_query(sql, dialect)


def _need_name(work: Work, edit: ColumnEdit, renamed: Proposed | None) -> None:
    """A changed expression that has no name but the new one needs that."""
    changed = work.edit_of(EditKind.CHANGE_EXPRESSION, edit)
    if changed is not None and renamed is not None:
        changed.need(renamed)


def all_shown(existing: ExistingSql, plan: Plan, schema: Schema, places: Sequence[Place] = ()) -> str:
    """The file with every CTE showing all that it can pass along, to try expressions in.

    Args:
        existing: the file.
        plan: what may be shown, by the relations of each place.
        schema: tables the file reads.
        places: the SELECTs that read the CTEs; those that define the output when empty.
    """
    work = Work(existing, schema, plan, Layout(existing))
    for place, section in zip(places or existing.parts, plan.sections, strict=True):
        for relation in section.relations:
            for column in (c for c in relation.carries if not c.passed):
                sql = f"{quoted(relation.alias)}.{quoted(column.name)}"
                kept = work.kept()
                if passed_along(work, ColumnEdit(column.name, (sql,)), sql, place) is None:
                    work.back_to(kept)
    _lay_out(work, {})
    return script_of(work.proposed, existing.text).applied()


def _add(work: Work, addition: ColumnEdit) -> None:
    """Add one column to every part, or to none."""
    if added_to_loop(work, addition):
        return
    kept = work.kept()
    why = addition.why or say("edits.add_column", column=addition.name)
    made = work.propose(EditKind.ADD_COLUMN, addition, why)
    for number, place in enumerate(work.existing.parts):
        if not _add_to(work, addition, made, number, place):
            work.back_to(kept)
            return
    _name_in_insert(work, addition.name, made)


def _name_in_insert(work: Work, name: str, made: Proposed) -> None:
    """Put a new column into the list of names of an INSERT too."""
    closing = work.existing.wrapper.closing
    if closing is not None:
        place = work.layout.end(closing - 1)
        made.splices.append(Splice(place, place, "", f", {work.layout.name(name)}"))


def _add_to(work: Work, addition: ColumnEdit, made: Proposed, number: int, place: Place) -> bool:
    sql = without_tags(tidy(addition.expression(number)))
    if not _can_grow(work, addition, place):
        return False
    made.need(*compute_inside(work, addition, place))
    if addition.inside and not sql:
        return True
    out = behind_star(work, addition, sql, place)
    if out is not None:
        made.need(*out)
        return bool(out)
    needed = passed_along(work, addition, sql, place)
    if needed is None:
        return False
    made.need(*needed)
    sql = _as_the_list(work, sql, number, place)
    item = NewItem(sql, made, addition.name)
    work.add_item(place, item)
    add_in_other_branches(work, item)
    if group_too(work, sql, place, addition, made):
        work.refuse(say("update.groups_finer", column=addition.name), addition, "D224", Severity.WARNING)
    return True


def _as_the_list(work: Work, sql: str, number: int, place: Place) -> str:
    """An expression in the words of its list; where a table comes to be joined, columns keep their table."""
    joins = len(work.plan.sections[number].relations) > len(place.select.tables)
    return sql if joins else written_in(work, place, sql)


def _can_grow(work: Work, addition: ColumnEdit, place: Place) -> bool:
    """Whether the list can take one more item, with a finding where it cannot."""
    names = {o.name.casefold() for o in select_outputs(work.existing, place, work.schema)}
    if addition.name.casefold() in names:
        work.refuse(say("update.column_there", column=addition.name), addition)
        return False
    if place.select.distinct:
        message = say("update.merges_equal_rows", column=addition.name)
        work.refuse(message, addition, "D224", Severity.WARNING)
    return True


def _change(work: Work, change: ColumnEdit, number: int, place: Place, sql: str = "") -> None:
    """Replace the expression of one column of one part; `sql` over the relations of a query inside it."""
    place = change.at or place
    outputs = select_outputs(work.existing, place, work.schema)
    name = (change.was or change.name).casefold()
    output = next((o for o in outputs if o.name.casefold() == name), None)
    if change.at is not None and output is not None and output.item is not None:
        read = mentions(work, place, name, output.item)
        if read.along or read.elsewhere:
            work.refuse(say("update.from_star", column=change.name), change)
            return
    sql = sql or without_tags(tidy(change.expression(number)))
    behind = written_behind(work, change, sql, place) if output is not None and output.item is None else None
    if behind is not None:
        _change(work, change, number, *behind)
        return
    if output is None or output.item is None:
        code = "update.not_written_out" if output is None else "update.from_star"
        work.refuse(say(code, column=change.name), change)
        return
    old = expression_of(work.existing, output.item)
    if same_sql(old, sql):
        return
    kept = work.kept()
    inside = compute_inside(work, change, place)
    out = behind_star(work, change, sql, place)
    needed = passed_along(work, change, sql, place) if out is None else None
    span, has_alias = expression_span(work.existing, output.item)
    if needed is None:
        work.back_to(kept)
        if out:
            work.refuse(say("update.behind_star", column=change.name), change)
        return
    if work.layout.inside_loop(span):
        work.back_to(kept)
        suggest_in_loop(work, change, span, sql)
        work.refuse(say("update.jinja_loop", column=change.name), change)
        return
    made = work.edit_of(EditKind.CHANGE_EXPRESSION, change) or work.propose(
        EditKind.CHANGE_EXPRESSION, change, change.why or say("edits.change_expression", column=change.name)
    )
    made.need(*inside, *needed)
    sql = _as_the_list(work, sql, number, place)
    named = has_alias or change.was or _names_itself(sql, output.name)
    sql = wording_of(work.layout).said(sql)
    after = sql if named else f"{sql} as {work.layout.name(output.name)}"
    own = _replaced(work, span.first, span.last, after)
    made.splices += [own, *in_other_branches(work, output.name, number, after, [own])]
    for group in place.select.group:
        if same_sql(work.existing.sql_of(group), old):
            made.splices.append(_replaced(work, group.first, group.last, sql))


def _names_itself(sql: str, name: str) -> bool:
    tree = parsed(sql)
    return isinstance(tree, exp.Column) and tree.name.casefold() == name.casefold()


def _replaced(work: Work, first: int, last: int, after: str) -> Splice:
    start, end = around_expression(work.layout, Span(first, last))
    return Splice(start, end, work.existing.text[start:end], after)


def _join_new(work: Work, edits: Sequence[ColumnEdit], table_text: Callable[[str], str]) -> None:
    """Join the plan's relations that a part does not have and its new expressions, or later joins, need."""
    for number, (place, section) in enumerate(zip(work.existing.parts, work.plan.sections, strict=True)):
        here = {t.alias.casefold() for t in place.select.tables}
        new = [r for r in section.relations if r.alias.casefold() not in here]
        joined: dict[str, Proposed] = {}
        for relation in _needed(new, [e.expression(number) for e in edits]):
            readers = [e for e in edits if _reads(e.expression(number), relation.alias)]
            for_whom = (readers or list(edits))[0]
            made = _join(work, relation, for_whom, place, table_text(relation.table))
            if made is None:
                continue
            joined[relation.alias.casefold()] = made
            on = relation.on.sql if relation.on is not None else ""
            made.need(*(other for alias, other in joined.items() if _reads(on, alias)))
            for reader in readers:
                for each in work.edits_of(reader):
                    each.need(made)


def _join(work: Work, relation: Relation, edit: ColumnEdit, place: Place, table_text: str) -> Proposed | None:
    on = relation.on.sql if relation.on is not None else ""
    keys = brought_out(work, edit, on, place)
    needed = passed_along(work, edit, on, place) if on else []
    kept = work.kept()
    lines = lines_of(relation, table_text, work.layout)
    if relation.subquery and not lines:
        written, cte = f"({relation.subquery})", None
    elif lines:
        written, cte = imported(work, relation, edit, place, table_text)
        written = f"({' '.join(line.strip() for line in lines)})" if cte is None else written
    else:
        written, cte = imported(work, relation, edit, place, table_text)
    splice = insert_join(work.layout, place.select, relation, written)
    why = say("edits.add_join", table=relation.table, column=edit.name)
    made = work.propose(EditKind.ADD_JOIN, replace(edit, cell=relation.cell or edit.cell), why)
    is_held = hold_stars(work, place, made, keys)
    if splice is None or not is_held or any(t.join == "," for t in place.select.tables):
        message = say("update.cannot_join", table=relation.table)
        work.findings.append(Finding("D226", Severity.ERROR, message, relation.cell, work.plan.target))
        work.back_to(kept)
        return None
    made.splices += [splice, *qualifications(work, place, relation)]
    made.need(*(needed or []), *([cte] if cte is not None else []))
    return made


def _reads(sql: str, alias: str) -> bool:
    tree = parsed(sql)
    return tree is not None and any(c.table.casefold() == alias.casefold() for c in columns_of(tree))


def _needed(new: Sequence[Relation], texts: Sequence[str]) -> list[Relation]:
    """Relations that an expression uses, and those that the conditions of such relations use."""
    used = {
        c.table.casefold() for text in texts if (tree := parsed(text)) is not None for c in columns_of(tree)
    }
    for relation in reversed(new):
        tree = parsed(relation.on.sql) if relation.on is not None else None
        if relation.alias.casefold() in used and tree is not None:
            used |= {c.table.casefold() for c in columns_of(tree)}
    return [r for r in new if r.alias.casefold() in used]


def _lay_out(work: Work, gone: Mapping[int, Leaving]) -> None:
    for number, (place, items) in work.items.items():
        select = place.select
        ending = gone[number].last if number in gone and ends_lines(work.layout, select.items) else ()
        insert_items(work.layout, select.items, select.dangling, items, ending)
    for number, (place, items) in work.groups.items():
        counted = counted_without(items, gone[number]) if number in gone else items
        insert_items(work.layout, place.select.group, None, counted)
    for made in [p for p in work.proposed if p.kind is EditKind.ADD_COLUMN and not p.splices]:
        _taken_over(made)


def _taken_over(made: Proposed) -> None:
    """Make the edit that brings a new column out of a CTE the one that adds it."""
    own = [n for n in made.needs if n.column == made.column and n.splices]
    if own:
        own[0].kind, own[0].why = made.kind, made.why
