"""What is asked of one file, and what is collected before its text changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import Schema
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.jinja_states import States
from signoff.core.merge.placing import NewItem
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.sqlparts import columns_of


@dataclass(frozen=True)
class InnerItem:
    """A value that a CTE of the file has to compute for a column of the result."""

    query: str
    """Name of the CTE, whatever its case."""
    sql: str
    """Over the relations of that CTE."""
    name: str
    """What the CTE is to call it; the column's own expression names it so, by the relation it reads."""


@dataclass(frozen=True)
class ColumnEdit:
    """One column to add or to change."""

    name: str
    expressions: tuple[str, ...]
    """One for each part of the file's output (`Plan.sections` of `plan_existing`), or one for all of them."""
    cell: Cell | None = None
    why: str = ""
    """One sentence; empty: that the mapping asks for it."""
    was: str = ""
    """Name it has in the file, for a column that is renamed."""
    inside: tuple[InnerItem, ...] = ()
    """What CTEs of the file have to compute for it first."""
    others: tuple[tuple[str, str], ...] = ()
    """Tables and columns that stand for its source in other branches of a union."""
    at: Place | None = None
    """The SELECT whose list has it, for one that is changed behind a ``*`` of the output's."""

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
    states: States | None = None
    """The file in every state of its conditions; made when it is first asked for."""
    proposed: list[Proposed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    imports: dict[str, Proposed] = field(default_factory=dict)
    """Edits that bring a table in by a CTE of its own, by its case-folded name."""
    narrowed: dict[int, tuple[Proposed, list[str], int]] = field(default_factory=dict)
    """By the number of a star's first token: the last edit that leaves columns out of it, which, and its splice."""
    told: dict[int, bool] = field(default_factory=dict)
    """By the number of a SELECT's first token: whether its list writes columns with their table."""
    starred: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By the same: the stars of its list."""

    def propose(self, kind: EditKind, edit: ColumnEdit, why: str, said: str = "") -> Proposed:
        """Begin one edit of the file."""
        made = Proposed(kind, edit.name, why, edit.cell, said)
        self.proposed.append(made)
        return made

    def edits_of(self, edit: ColumnEdit) -> list[Proposed]:
        """The edits that write the value of one column: it is added, or its expression changed."""
        kinds = (EditKind.ADD_COLUMN, EditKind.CHANGE_EXPRESSION)
        return [p for p in self.proposed if p.column == edit.name and p.kind in kinds]

    def edit_of(self, kind: EditKind, edit: ColumnEdit) -> Proposed | None:
        """The edit of one kind for a column so far."""
        return next((p for p in self.proposed if p.column == edit.name and p.kind is kind), None)

    def new_items(self, place: Place) -> list[NewItem]:
        """The new items of a SELECT so far."""
        return self.items.setdefault(place.select.span.first, (place, []))[1]

    def add_item(self, place: Place, item: NewItem) -> None:
        """Put one item behind the list of a SELECT, unless it is there by that name."""
        if self.item_named(place, item.name) is None:
            self.new_items(place).append(item)

    def item_named(self, place: Place, name: str) -> NewItem | None:
        """The new item of that name in a SELECT."""
        known = self.items.get(place.select.span.first, (place, []))[1]
        return next((i for i in known if i.name.casefold() == name.casefold()), None)

    def names_tables(self, place: Place) -> bool:
        """Whether the list of a SELECT writes a column with its table."""
        key = place.select.span.first
        if key not in self.told:
            trees = [self.existing.item(i) for i in place.select.items]
            self.told[key] = any(c.table for tree in trees if tree is not None for c in columns_of(tree))
        return self.told[key]

    def stars(self, place: Place) -> tuple[str, ...]:
        """The ``*`` and ``t.*`` of a SELECT's list, case-folded."""
        key = place.select.span.first
        if key not in self.starred:
            items = [i for i in place.select.items if self.existing.is_star(i)]
            self.starred[key] = tuple(self.existing.sql_of(i).casefold() for i in items)
        return self.starred[key]

    def kept(self) -> Work:
        """What is collected so far, to come back to with `back_to`."""
        return replace(
            self,
            items={k: (p, list(i)) for k, (p, i) in self.items.items()},
            groups={k: (p, list(i)) for k, (p, i) in self.groups.items()},
            proposed=list(self.proposed),
            imports=dict(self.imports),
            narrowed=dict(self.narrowed),
        )

    def back_to(self, kept: Work) -> None:
        """Forget what was collected since, findings aside."""
        self.items, self.groups, self.proposed = kept.items, kept.groups, kept.proposed
        self.imports, self.narrowed = kept.imports, kept.narrowed

    def refuse(
        self, message: str, column: ColumnEdit, code: str = "D225", severity: Severity = Severity.ERROR
    ) -> None:
        """Keep a finding about one column."""
        finding = Finding(code, severity, message, column.cell, self.plan.target, column.name)
        if finding not in self.findings:
            self.findings.append(finding)
