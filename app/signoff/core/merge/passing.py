"""What is collected for one file before its text changes, and columns passed along through CTEs."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import CarriedColumn, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.merge.edits import Edit, Layout
from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.lineage import keeps_rows, passable, table_outputs
from signoff.core.merge.placing import NewItem
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed


@dataclass(frozen=True)
class ColumnEdit:
    """One column to add or to change."""

    name: str
    expressions: tuple[str, ...]
    """One for each part of the file's output (`Plan.sections` of `plan_existing`), or one for all of them."""
    cell: Cell | None = None
    why: str = ""
    """Empty: ``new column x`` or ``changed column x``."""

    def expression(self, part: int) -> str:
        """The expression in one part."""
        return self.expressions[part] if len(self.expressions) > 1 else self.expressions[0]


@dataclass
class Work:
    """Everything collected before the text is changed."""

    existing: ExistingSql
    schema: Schema
    plan: Plan
    layout: Layout
    items: dict[int, tuple[Place, list[NewItem]]] = field(default_factory=dict)
    """New items by the number of the SELECT's first token."""
    groups: dict[int, tuple[Place, list[NewItem]]] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add_item(self, place: Place, item: NewItem) -> None:
        """Put one item behind the list of a SELECT, unless it is there by that name."""
        known = self.items.setdefault(place.select.span.first, (place, []))[1]
        if all(other.name.casefold() != item.name.casefold() for other in known):
            known.append(item)

    def refuse(
        self, message: str, column: ColumnEdit, code: str = "D225", severity: Severity = Severity.ERROR
    ) -> None:
        """Keep a finding about one column."""
        finding = Finding(code, severity, message, column.cell, self.plan.target, column.name)
        if finding not in self.findings:
            self.findings.append(finding)


def passed_along(work: Work, edit: ColumnEdit, sql: str, number: int, place: Place) -> bool:
    """Make every CTE show what the expression needs of it."""
    tree = parsed(sql)
    section = work.plan.sections[number]
    for column in columns_of(tree) if tree is not None else ():
        carried = _not_shown(section, column)
        table = next((t for t in place.select.tables if t.alias.casefold() == column.table.casefold()), None)
        if carried is None or table is None:
            continue
        query = place.query_of(table)
        if query is None or not _show(work, query, carried.table, carried.column, carried.name, edit):
            work.refuse(
                say("update.not_shown", column=edit.name, needed=carried.column, alias=table.alias), edit
            )
            return False
    return True


def _not_shown(section: SectionPlan, column: exp.Column) -> CarriedColumn | None:
    for relation in section.relations:
        if relation.alias.casefold() == column.table.casefold():
            return next(
                (c for c in relation.carries if not c.passed and c.name.casefold() == column.name.casefold()),
                None,
            )
    return None


def _show(work: Work, query: CtePlace, table: str, column: str, name: str, edit: ColumnEdit) -> bool:
    """Add one column of a true table to a query's list, through further CTEs where it comes from there."""
    parts = query.parts
    if len(parts) != 1 or not keeps_rows(work.existing, parts[0]):
        return False
    place = parts[0]
    for shape in place.select.tables:
        inner_name = _name_in(work, place, shape, table, column)
        if inner_name is None:
            inner = place.query_of(shape)
            offered = passable(work.existing, inner, work.schema) if inner is not None else []
            inner_name = next((o.name for o in offered if (o.table, o.column) == (table, column)), None)
            if inner is None or inner_name is None or not _show(work, inner, table, column, inner_name, edit):
                continue
        if not _has_plain_star(work, place, shape):
            sql = f"{quoted(shape.alias)}.{quoted(inner_name)}"
            if len(place.select.tables) == 1 and not _qualifies(work, place):
                sql = quoted(inner_name)
            work.add_item(place, NewItem(sql, name, f"pass {name} along for {edit.name}", edit.cell))
        return True
    return False


def _has_plain_star(work: Work, place: Place, shape: TableShape) -> bool:
    """Whether a ``*`` of the list shows all of the relation anyway."""
    stars = [work.existing.sql_of(i) for i in place.select.items if work.existing.is_star(i)]
    return any(s == "*" or s.casefold() == f"{shape.alias}.*".casefold() for s in stars)


def _qualifies(work: Work, place: Place) -> bool:
    """Whether the list's own columns are written with their table."""
    trees = [work.existing.item(i) for i in place.select.items]
    columns = [c for tree in trees if tree is not None for c in columns_of(tree)]
    return any(c.table for c in columns)


def _name_in(work: Work, place: Place, shape: TableShape, table: str, column: str) -> str | None:
    outputs = table_outputs(work.existing, place, shape, work.schema)
    return next((o.name for o in outputs if (o.table, o.column) == (table, column)), None)
