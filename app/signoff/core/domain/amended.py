"""What was read from a document, with people's answers worked in.

The document stays as it was read; drafting, lint and review read it through this. Answers find their place by target,
column and section, never by cell: a document that was sorted anew keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.amending import Amendment, Edit, EditKind
from signoff.core.domain.name_matches import NameMatch, target_with_names
from signoff.core.domain.spec import ColumnMapping, SourceRef, Spec, Step, StepKind, TargetMapping


def amended(spec: Spec, amendments: Iterable[Amendment]) -> Spec:
    """A spec with answers worked in, each kept in its target's `amendments`.

    Args:
        spec: as the document was read.
        amendments: in the order they were given; those on targets the document no longer has change nothing.
    """
    by_target: dict[str, list[Amendment]] = {}
    for each in amendments:
        by_target.setdefault(each.target.casefold(), []).append(each)
    if not by_target:
        return spec
    targets = tuple(_amended(t, by_target.get(t.name.casefold(), ())) for t in spec.targets)
    return replace(spec, targets=targets)


def contradicted(spec: Spec, amendments: Iterable[Amendment]) -> tuple[Amendment, ...]:
    """The answers that were given to something else than the document says now; `now` holds what that is.

    Args:
        spec: as the document is read now, no answers worked in.
        amendments: the present answers.
    """
    found = amended(spec, amendments)
    return tuple(each for target in found.targets for each in target.amendments if each.is_contradicted)


def told(target: TargetMapping, column: str, section: str, edit: Edit) -> str:
    """What the document says of the thing an edit changes; empty where it can't contradict."""
    rows = _rows(target, column, section)
    if edit.kind is EditKind.TYPE:
        return "; ".join(dict.fromkeys(row.type for row in rows))
    if edit.kind is EditKind.DEFAULT:
        return "; ".join(dict.fromkeys(row.default for row in rows))
    return "; ".join(sorted(row_signature(row) for row in rows))


def row_signature(row: ColumnMapping) -> str:
    """A row told apart from others of its column by what it says, not by where it stands."""
    parts = (", ".join(map(str, row.sources)), " ".join((row.rule_resolved or row.rule).split()))
    return ": ".join(part for part in parts if part)


def step_signature(step: Step) -> str:
    """A step told apart from others of its target by what it does."""
    parts = (step.section, step.kind.value, step.table, step.alias, step.condition)
    return " ".join(" ".join(parts).split()).casefold()


def _amended(target: TargetMapping, own: Sequence[Amendment]) -> TargetMapping:
    if not own:
        return target
    read, marked = target, []
    for each in sorted(own, key=_order):
        now = told(read, each.column, each.section, each.edit)
        is_gone = not now and not _rows(read, each.column, each.section)
        marked.append(replace(each, now="" if is_gone or now == each.before else now or "-"))
        target = _APPLY[each.edit.kind](target, each)
    return replace(target, amendments=tuple(marked))


def _order(said: Amendment) -> tuple[bool, str]:
    """Whole rules before what is added to them, then by code: in whatever order people answer, one rule comes out."""
    return said.edit.kind in (EditKind.ADDED, EditKind.WORDS), said.code


def _rows(target: TargetMapping, column: str, section: str) -> list[ColumnMapping]:
    return [row for row in target.columns if _is_meant(row, column, section)]


def _is_meant(row: ColumnMapping, column: str, section: str) -> bool:
    return row.name.casefold() == column.casefold() and section.casefold() in ("", row.section.casefold())


def _each_row(
    target: TargetMapping, said: Amendment, change: Callable[[ColumnMapping], ColumnMapping]
) -> TargetMapping:
    columns = tuple(
        change(row) if _is_meant(row, said.column, said.section) else row for row in target.columns
    )
    return replace(target, columns=columns)


def _with_rule(row: ColumnMapping, rule: str) -> ColumnMapping:
    return replace(row, rule=rule, rule_resolved=rule)


def _nothing(target: TargetMapping, _said: Amendment) -> TargetMapping:
    return target


def _rule(target: TargetMapping, said: Amendment) -> TargetMapping:
    return _each_row(target, said, lambda row: _with_rule(row, said.edit.text))


def _added(target: TargetMapping, said: Amendment) -> TargetMapping:
    def change(row: ColumnMapping) -> ColumnMapping:
        before = (row.rule_resolved or row.rule).strip().rstrip(".;,")
        return _with_rule(row, f"{before}{said.edit.text}" if before else said.edit.text.lstrip(" ,;"))

    return _each_row(target, said, change)


def _words(target: TargetMapping, said: Amendment) -> TargetMapping:
    def change(row: ColumnMapping) -> ColumnMapping:
        return _with_rule(row, (row.rule_resolved or row.rule).replace(said.edit.of, said.edit.text))

    return _each_row(target, said, change)


def _source(target: TargetMapping, said: Amendment) -> TargetMapping:
    table, _, column = said.edit.text.rpartition(".")
    new = SourceRef(table, column)

    def change(row: ColumnMapping) -> ColumnMapping:
        of = said.edit.of.casefold()
        if not of:
            return replace(row, sources=(*row.sources, new))
        return replace(row, sources=tuple(new if str(s).casefold() == of else s for s in row.sources))

    return _each_row(target, said, change)


def _table(target: TargetMapping, said: Amendment) -> TargetMapping:
    return target_with_names(target, (NameMatch(said.edit.of, said.edit.text),))


def _column(target: TargetMapping, said: Amendment) -> TargetMapping:
    """Another name in the same table, in texts too; a column of another table in the sources alone."""
    table, _, old = said.edit.of.rpartition(".")
    name = said.edit.text.removeprefix(f"{table}.").removeprefix(f"{table}.")
    if "." not in name:
        return target_with_names(target, (NameMatch(old, name, table),))
    other, _, real = name.rpartition(".")
    of, new = said.edit.of.casefold(), SourceRef(other, real)
    columns = tuple(
        replace(row, sources=tuple(new if str(s).casefold() == of else s for s in row.sources))
        for row in target.columns
    )
    return replace(target, columns=columns)


def _type(target: TargetMapping, said: Amendment) -> TargetMapping:
    return _each_row(target, said, lambda row: replace(row, type=said.edit.text))


def _default(target: TargetMapping, said: Amendment) -> TargetMapping:
    return _each_row(target, said, lambda row: replace(row, default=said.edit.text))


def _example(target: TargetMapping, said: Amendment) -> TargetMapping:
    return _each_row(target, said, lambda row: replace(row, example=said.edit.text))


def _optional(target: TargetMapping, said: Amendment) -> TargetMapping:
    names = {name.strip().casefold() for name in said.edit.of.split(",")}
    columns = tuple(
        replace(r, required=r.required and r.name.casefold() not in names) for r in target.columns
    )
    return replace(target, columns=columns)


def _row(target: TargetMapping, said: Amendment) -> TargetMapping:
    rows = _rows(target, said.column, said.section)
    kept = next((row for row in rows if row_signature(row) == said.edit.of), rows[0] if rows else None)
    columns = tuple(row for row in target.columns if row is kept or row not in rows)
    return replace(target, columns=columns)


def _merged(target: TargetMapping, said: Amendment) -> TargetMapping:
    rows = _rows(target, said.column, said.section)
    if not rows:
        return target
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    whole = _with_rule(replace(rows[0], sources=sources), said.edit.text)
    columns = tuple(
        whole if row is rows[0] else row for row in target.columns if row is rows[0] or row not in rows
    )
    return replace(target, columns=columns)


def _left_out(target: TargetMapping, said: Amendment) -> TargetMapping:
    rows = _rows(target, said.column, said.section)
    return replace(target, columns=tuple(row for row in target.columns if row not in rows))


def _condition(target: TargetMapping, said: Amendment) -> TargetMapping:
    steps = tuple(
        replace(step, condition=said.edit.text) if step_signature(step) == said.edit.of else step
        for step in target.steps
    )
    return replace(target, steps=steps)


def _join(target: TargetMapping, said: Amendment) -> TargetMapping:
    steps = list(target.steps)
    if not any(
        s.kind is StepKind.DRIVING and s.section.casefold() in ("", said.section.casefold()) for s in steps
    ):
        tables = [ref.table for row in target.columns for ref in row.sources if ref.table]
        first = next((name for name in tables if name.casefold() != said.edit.of.casefold()), "")
        steps.append(Step(target.name, len(steps) + 1, StepKind.DRIVING, said.section, first))
    last = max((step.order for step in steps), default=0)
    steps.append(
        Step(target.name, last + 1, StepKind.LEFT_JOIN, said.section, said.edit.of, condition=said.edit.text)
    )
    return replace(target, steps=tuple(steps))


def _one_more(kind: StepKind) -> Callable[[TargetMapping, Amendment], TargetMapping]:
    def change(target: TargetMapping, said: Amendment) -> TargetMapping:
        last = max((step.order for step in target.steps), default=0)
        new = Step(target.name, last + 1, kind, said.section, condition=said.edit.text)
        return replace(target, steps=(*target.steps, new))

    return change


def _no_step(target: TargetMapping, said: Amendment) -> TargetMapping:
    return replace(target, steps=tuple(s for s in target.steps if step_signature(s) != said.edit.of))


_APPLY: dict[EditKind, Callable[[TargetMapping, Amendment], TargetMapping]] = {
    EditKind.NOTHING: _nothing,
    EditKind.RULE: _rule,
    EditKind.ADDED: _added,
    EditKind.WORDS: _words,
    EditKind.SOURCE: _source,
    EditKind.TABLE: _table,
    EditKind.COLUMN: _column,
    EditKind.TYPE: _type,
    EditKind.DEFAULT: _default,
    EditKind.EXAMPLE: _example,
    EditKind.OPTIONAL: _optional,
    EditKind.ROW: _row,
    EditKind.MERGED: _merged,
    EditKind.LEFT_OUT: _left_out,
    EditKind.CONDITION: _condition,
    EditKind.JOIN: _join,
    EditKind.FILTER: _one_more(StepKind.FILTER),
    EditKind.GROUPING: _one_more(StepKind.GROUP_BY),
    EditKind.NO_STEP: _no_step,
    EditKind.HOLDS: _nothing,
    EditKind.DROPPED: _nothing,
}
