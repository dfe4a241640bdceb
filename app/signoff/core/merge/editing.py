"""Existing SQL with only the mandated edits: new columns, the joins they need, changed expressions.

A new column goes into the list that defines the output. Where its expression needs what a CTE does not show
yet, the CTE's list is extended too. Nothing else of the file is touched; what cannot be edited safely
becomes a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlglot import exp

from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Plan, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.merge.edits import Edit, EditedText, Layout, applied
from signoff.core.merge.existing import ExistingSql, Place, expression_of, expression_span
from signoff.core.merge.jinja import render
from signoff.core.merge.jinjasafe import without_tags
from signoff.core.merge.lineage import grouping_of_select, select_outputs
from signoff.core.merge.passing import ColumnEdit, Work, passed_along
from signoff.core.merge.placing import NewItem, insert_items, insert_join
from signoff.core.merge.qualifying import qualifications
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, same_sql, tidy, windows

__all__ = ["ColumnEdit", "EditedText", "edit_existing", "table_style"]


def edit_existing(
    existing: ExistingSql,
    additions: Sequence[ColumnEdit],
    changes: Sequence[ColumnEdit],
    plan: Plan,
    schema: Schema,
    *,
    table_text: Callable[[str], str] = quoted,
) -> EditedText:
    """The file with new columns, changed expressions, and the joins they need.

    Args:
        existing: The file as `read_existing` gave it.
        additions: New columns, in the order they are to stand.
        changes: Columns the file has, with their new expressions.
        plan: What `plan_existing` or `plan_update` gave: relations the file does not have yet are joined.
        schema: Tables the file reads.
        table_text: How a table is written in this file; `table_style` imitates the file.
    """
    work = Work(existing, schema, plan, Layout(existing))
    for change in changes:
        for number, place in enumerate(existing.parts):
            _change(work, change, number, place)
    for addition in additions:
        for number, place in enumerate(existing.parts):
            _add(work, addition, number, place)
    _join_new(work, [*additions, *changes], table_text)
    _lay_out(work)
    text = applied(existing.text, work.edits)
    ordered = tuple(sorted(work.edits, key=lambda e: (e.start, e.end)))
    return EditedText(text, render(text).sql, ordered, tuple(dict.fromkeys(work.findings)))


def _add(work: Work, addition: ColumnEdit, number: int, place: Place) -> None:
    sql = without_tags(tidy(addition.expression(number)))
    if not _can_grow(work, addition, place) or not passed_along(work, addition, sql, number, place):
        return
    why = addition.why or f"new column {addition.name}"
    work.add_item(place, NewItem(sql, addition.name, why, addition.cell))
    _group_too(work, sql, addition, place)


def _can_grow(work: Work, addition: ColumnEdit, place: Place) -> bool:
    """Whether the list can take one more item, with a finding where it cannot."""
    items = place.select.items
    if work.layout.inside_condition(place.select, work.layout.end(items[-1].last)):
        message = say("update.jinja_last_column")
        work.refuse(message, addition)
        return False
    names = {o.name.casefold() for o in select_outputs(work.existing, place, work.schema)}
    if addition.name.casefold() in names:
        work.refuse(say("update.column_there", column=addition.name), addition)
        return False
    if place.select.distinct:
        message = say("update.merges_equal_rows", column=addition.name)
        work.refuse(message, addition, "D224", Severity.WARNING)
    return True


def _group_too(work: Work, sql: str, addition: ColumnEdit, place: Place) -> None:
    """In a grouped SELECT, group by what the new column copies, unless it is settled already."""
    tree = parsed(sql)
    groups = place.select.group
    if tree is None or not groups or aggregates(tree) or windows(tree) or not columns_of(tree):
        return
    if work.existing.sql_of(groups[0]).casefold() == "all":
        return
    keys = [c.sql for c in grouping_of_select(work.existing, place)]
    if any(same_sql(sql, key) for key in keys) or all(_is_key(c, keys) for c in columns_of(tree)):
        return
    by_number = all(work.existing.sql_of(g).isdigit() for g in groups)
    has_star = any(work.existing.is_star(i) for i in place.select.items)
    position = len(place.select.items) + len(work.items[place.select.span.first][1])
    item = NewItem(
        str(position) if by_number and not has_star else sql,
        why=f"group by {addition.name}",
        cell=addition.cell,
    )
    work.groups.setdefault(place.select.span.first, (place, []))[1].append(item)


def _is_key(column: exp.Column, keys: Sequence[str]) -> bool:
    return any(same_sql(column.sql(), key) for key in keys)


def _change(work: Work, change: ColumnEdit, number: int, place: Place) -> None:
    """Replace the expression of one column of one part."""
    outputs = select_outputs(work.existing, place, work.schema)
    output = next((o for o in outputs if o.name.casefold() == change.name.casefold()), None)
    if output is None or output.item is None:
        code = "update.not_written_out" if output is None else "update.from_star"
        work.refuse(say(code, column=change.name), change)
        return
    sql = without_tags(tidy(change.expression(number)))
    old = expression_of(work.existing, output.item)
    if same_sql(old, sql) or not passed_along(work, change, sql, number, place):
        return
    span, has_alias = expression_span(work.existing, output.item)
    if work.layout.inside_loop(span):
        work.refuse(say("update.jinja_loop", column=change.name), change)
        return
    after = sql if has_alias or _names_itself(sql, output.name) else f"{sql} as {quoted(output.name)}"
    _replace(work, span.first, span.last, after, change)
    for group in place.select.group:
        if same_sql(work.existing.sql_of(group), old):
            _replace(work, group.first, group.last, sql, change)


def _names_itself(sql: str, name: str) -> bool:
    tree = parsed(sql)
    return isinstance(tree, exp.Column) and tree.name.casefold() == name.casefold()


def _replace(work: Work, first: int, last: int, after: str, change: ColumnEdit) -> None:
    start, end = work.layout.start(first), work.layout.end(last)
    why = change.why or f"changed column {change.name}"
    work.edits.append(Edit(start, end, work.existing.text[start:end], after, why, change.cell))


def _join_new(work: Work, edits: Sequence[ColumnEdit], table_text: Callable[[str], str]) -> None:
    """Join the plan's relations that a part does not have and its new expressions, or later joins, need."""
    for number, (place, section) in enumerate(zip(work.existing.parts, work.plan.sections, strict=True)):
        here = {t.alias.casefold() for t in place.select.tables}
        new = [r for r in section.relations if r.alias.casefold() not in here]
        texts = [e.expression(number) for e in edits]
        for relation in _needed(new, texts):
            _passed_for_join(work, relation, edits, number, place)
            join = insert_join(work.layout, place.select, relation, table_text(relation.table))
            if join is not None and not any(t.join == "," for t in place.select.tables):
                work.edits.append(join)
                work.edits += qualifications(work, place, relation)
            else:
                message = (
                    f"{relation.table} cannot be joined to this FROM clause; rewrite it with JOIN first."
                )
                work.findings.append(
                    Finding("D226", Severity.ERROR, message, relation.cell, work.plan.target)
                )


def _passed_for_join(
    work: Work, relation: Relation, edits: Sequence[ColumnEdit], number: int, place: Place
) -> None:
    edit = edits[0] if edits else ColumnEdit(relation.table, ("null",), relation.cell)
    if relation.on is not None and relation.on.sql:
        passed_along(work, edit, relation.on.sql, number, place)


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


def _lay_out(work: Work) -> None:
    for place, items in work.items.values():
        select = place.select
        work.edits += insert_items(work.layout, select.items, select.dangling, items)
    for place, items in work.groups.values():
        work.edits += insert_items(work.layout, place.select.group, None, items)


def table_style(existing: ExistingSql, models: Sequence[str] = ()) -> Callable[[str], str]:
    """How this file writes tables: plain, or through ``source`` and ``ref`` as it does already.

    Args:
        existing: The file.
        models: Tables that are dbt models themselves and so read through ``ref``.
    """
    known = {name.casefold() for name in models}
    sources = existing.rendered.sources

    def written(table: str) -> str:
        if not sources and not existing.rendered.refs:
            return quoted(table)
        by_ref = table.casefold() in known or table in existing.rendered.refs or not sources
        name = table.replace("'", "")
        return f"{{{{ ref('{name}') }}}}" if by_ref else f"{{{{ source('{sources[-1][0]}', '{name}') }}}}"

    return written
