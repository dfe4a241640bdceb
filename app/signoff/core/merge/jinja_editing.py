"""Edits of a file whose text is made by Jinja: into a loop's list, and only what holds in every state of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit, Splice
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import (
    CtePlace,
    ExistingSql,
    Place,
    expression_of,
    expression_span,
    read_existing,
)
from signoff.core.merge.jinja_places import around_expression, values_of_loops
from signoff.core.merge.jinja_states import Allowed, States, allowed_by
from signoff.core.merge.lineage import table_outputs
from signoff.core.merge.placing import NewItem, insert_items
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import columns_of, parsed, same_sql, unqualified
from signoff.core.merge.work import ColumnEdit, Work


def added_to_loop(work: Work, addition: ColumnEdit) -> bool:
    """Add a column by one more element of the list that a loop goes over, where the loop then writes just it."""
    existing = work.existing
    if not existing.rendered.lists or addition.inside:
        return False
    for splice in values_of_loops(existing, addition.name):
        if _writes(existing, splice, addition) and _states(work).hold([splice], _only(addition)):
            why = addition.why or say("edits.add_column", column=addition.name)
            work.propose(EditKind.ADD_COLUMN, addition, why).splices.append(splice)
            return True
    return False


def _states(work: Work) -> States:
    if work.states is None:
        work.states = States(work.existing)
    return work.states


def in_other_branches(work: Work, name: str, part: int, after: str, made: Sequence[Splice]) -> list[Splice]:
    """Where further branches of the file's conditions write a column that changes.

    Args:
        work: the file.
        name: of the column as the file has it.
        part: number of the UNION part.
        after: its new expression.
        made: the changes for it so far.
    """
    if not any(block.word == "if" for block in work.existing.rendered.blocks):
        return []
    found = list(made)
    for existing in _states(work).queries:
        items = existing.parts[part].select.items if part < len(existing.parts) else ()
        for item in (i for i in items if _named(existing, i, name)):
            span, _ = expression_span(existing, item)
            start, end = around_expression(Layout(existing), span)
            if all(end <= s.start or s.end <= start for s in found) and not Layout(existing).inside_loop(
                span
            ):
                found.append(Splice(start, end, existing.text[start:end], after))
    return found[len(made) :]


def add_in_other_branches(work: Work, item: NewItem) -> None:
    """Add a column to queries that further branches of the file's conditions write in the place of this one."""
    existing = work.existing
    if not any(block.word == "if" for block in existing.rendered.blocks):
        return
    here = {work.layout.start(part.select.span.first) for part in existing.parts}
    known = {work.layout.start(place.select.span.first) for place in every_place(existing)}
    for query in _states(work).queries:
        layout = Layout(query)
        for part in _own_parts(query, layout, known - here):
            start = layout.start(part.select.span.first)
            if start not in here and _can_read(work, query, part, item.sql):
                here.add(start)
                insert_items(layout, part.select.items, part.select.dangling, [item])


def _own_parts(query: ExistingSql, layout: Layout, known: Collection[int]) -> Iterator[Place]:
    """The SELECTs of the result that one state alone has: where it shows a query of all states, its own ``*``."""
    outer = [p for p in CtePlace(query.query).parts if layout.start(p.select.span.first) not in known]
    for part in query.parts:
        if layout.start(part.select.span.first) not in known:
            yield part
        elif len(query.parts) == len(outer) == 1:
            yield outer[0]


def _can_read(work: Work, query: ExistingSql, part: Place, sql: str) -> bool:
    """Whether an expression's columns are those of tables that a query reads, as far as they are known."""
    tree = parsed(sql)
    shown = {
        t.alias.casefold(): {o.name.casefold() for o in table_outputs(query, part, t, work.schema)}
        for t in part.select.tables
    }
    for column in columns_of(tree) if tree is not None else ():
        alias, name = column.table.casefold(), column.name.casefold()
        owners = [shown[alias]] if alias in shown else list(shown.values()) if not alias else []
        if not any(name in names or not names for names in owners):
            return False
    return tree is not None


def _only(addition: ColumnEdit) -> Allowed:
    return Allowed(added=frozenset([addition.name.casefold()]))


def _writes(existing: ExistingSql, splice: Splice, addition: ColumnEdit) -> bool:
    """Whether with the change every part of the file has the new column, with its expression."""
    text = existing.text[: splice.start] + splice.after + existing.text[splice.end :]
    try:
        new = read_existing(text, existing.rendered.around, existing.dialect)
    except SignoffError:
        return False
    for number, part in enumerate(new.parts):
        found = [i for i in part.select.items if _named(new, i, addition.name)]
        wanted = addition.expression(min(number, len(addition.expressions) - 1))
        if len(found) != 1 or not same_sql(unqualified(expression_of(new, found[0])), unqualified(wanted)):
            return False
    return bool(new.parts)


def _named(existing: ExistingSql, item: Span, name: str) -> bool:
    tree = existing.item(item)
    return tree is not None and tree.alias_or_name.casefold() == name.casefold()


def suggest_in_loop(work: Work, change: ColumnEdit, span: Span, sql: str) -> None:
    """Show the change of a column that a loop writes where the loop writes it, without making it."""
    first, last = work.existing.tokens[span.first], work.existing.tokens[span.last]
    start = work.existing.rendered.inner_start(first.start)
    end = max(start, work.existing.rendered.inner_end(last.end + 1))
    why = change.why or say("edits.change_expression", column=change.name)
    made = work.propose(EditKind.CHANGE_EXPRESSION, change, why)
    made.suggestion = True
    made.splices.append(Splice(start, end, work.existing.text[start:end], work.layout.said(sql)))


def only_safe(work: Work, script: EditScript, renames: Sequence[ColumnEdit]) -> EditScript:
    """The script with those edits as suggestions that do not hold in every state of the file.

    Each of them gets a finding; a file without Jinja is taken as it is.
    """
    existing = work.existing
    if not existing.rendered.tags or not script.standing():
        return script
    states = _states(work)
    was = {r.name.casefold(): r.was.casefold() for r in renames}
    if _holds(states, script, (), was):
        return script
    unsafe = [e for e in script.standing() if not _holds(states, script, _others(script, e), was)]
    script = _as_suggestions(script, unsafe or script.standing())
    if unsafe and script.standing() and not _holds(states, script, (), was):
        unsafe = [*unsafe, *script.standing()]
        script = _as_suggestions(script, script.standing())
    for edit in unsafe or script.edits:
        work.findings.append(_told(work, edit))
    return script


def _holds(states: States, script: EditScript, refused: Sequence[str], was: Mapping[str, str]) -> bool:
    return states.hold(script.splices(refused), allowed_by(script.standing(refused), was))


def _others(script: EditScript, edit: MandatedEdit) -> list[str]:
    """Ids of all edits that one can stand without."""
    needed = _needed(script, edit)
    return [e.id for e in script.edits if e.id not in needed]


def _needed(script: EditScript, edit: MandatedEdit) -> set[str]:
    """Ids of an edit and of all that it needs, be it that they need it too."""
    found, waiting = {edit.id}, list(edit.needs)
    while waiting:
        other = script.edit(waiting.pop())
        if other is not None and other.id not in found:
            found.add(other.id)
            waiting += other.needs
    return found


def _as_suggestions(script: EditScript, edits: Sequence[MandatedEdit]) -> EditScript:
    ids = {e.id for e in edits}
    return replace(
        script, edits=tuple(replace(e, suggestion=True) if e.id in ids else e for e in script.edits)
    )


def _told(work: Work, edit: MandatedEdit) -> Finding:
    line = work.existing.text.count("\n", 0, edit.start) + 1
    message = say("update.jinja_unsafe", column=edit.column, line=line)
    return Finding("D225", Severity.ERROR, message, edit.cell, work.plan.target, edit.column)
