"""The text of an update: a file with the columns and rows that are asked of it, held to what runs on the samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, Plan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.changed_sources import SourceEdit
from signoff.core.merge.editing import BranchEdit, ColumnEdit, EditedText, edit_existing
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.mandating import Delta
from signoff.core.merge.table_texts import table_style
from signoff.core.pipeline.asked_rows import AskedRows
from signoff.core.pipeline.branching import Branches, Further, branches_for
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_here import by_text_alone, why_not_run
from signoff.core.pipeline.multiplied_rows import without_multiplied_rows
from signoff.core.pipeline.runnable import emptied
from signoff.core.pipeline.update_asked import UpdatedColumn


@dataclass(frozen=True)
class Asking:
    """One file and what is asked of it."""

    existing: ExistingSql
    target: TargetMapping
    difference: Delta
    plan: Plan
    schema: Schema
    rows: AskedRows
    further: tuple[Further, ...] = ()
    """Parts of the result that the file does not have."""
    sources: tuple[SourceEdit, ...] = ()
    """Tables that are to be read in the place of others."""

    def edited(
        self,
        found: Sequence[UpdatedColumn],
        branches: Sequence[BranchEdit] = (),
        *,
        moves: bool = True,
    ) -> EditedText:
        """The file with these columns; with everything else that is asked of it too where `moves` says so.

        A changed column that has no expression stays as it is in the file.
        """
        difference = self.difference
        changing = {row.name for row in difference.changed}
        rewritten = {f.column.name: f for f in found if f.is_resolved}
        moving = moves and not self.existing.wrapper.names
        edits = [(f, self._edit(f)) for f in found]
        old = dict((row.name, was) for row, was in difference.renamed)
        renames = [
            replace(self._edit(rewritten[row.name]), was=was)
            if row.name in rewritten
            else ColumnEdit(row.name, (), row.cell, self._why(row.name), was=was)
            for row, was in difference.renamed
        ]
        drops = [ColumnEdit(row.name, (), row.cell, self._why(row.name)) for row in difference.removed]
        return edit_existing(
            self.existing,
            [edit for f, edit in edits if f.column.name not in changing and f.column.name not in old],
            [edit for f, edit in edits if f.column.name in changing and f.is_resolved],
            self.plan,
            self.schema,
            renames=renames if moving else (),
            drops=drops if moving else (),
            filters=self.rows.filters if moves else (),
            joins=self.rows.joins if moves else (),
            picks=self.rows.picks if moves else (),
            sources=self.sources if moves else (),
            branches=branches,
            table_text=table_style(self.existing),
        )

    def _edit(self, found: UpdatedColumn) -> ColumnEdit:
        column = found.column
        cell = next(
            (m.cell for m in self.difference.mandates if m.by_version and m.column == column.name), None
        )
        why = self._why(column.name)
        return ColumnEdit(
            column.name,
            found.texts,
            cell or column.cell,
            why,
            inside=found.inside,
            others=found.others,
            at=found.at,
        )

    def _why(self, name: str) -> str:
        """Why a column is edited, where the version of the document before says it; else empty."""
        return next((m.why for m in self.difference.mandates if m.by_version and m.column == name), "")


def edited_text(
    asking: Asking, found: tuple[UpdatedColumn, ...], desk: Desk
) -> tuple[EditedText, tuple[DraftColumn, ...], Branches]:
    """The edited file; a column that keeps it from binding loses its value, not its neighbours."""
    found = without_multiplied_rows(
        *(asking.existing, asking.target.name, found, asking.plan.findings),
        lambda columns: asking.edited(columns, moves=False),
        desk,
    )
    edited = asking.edited(found)
    if _binds(edited, desk):
        return _with_further(asking, found, edited, desk)
    reason = why_not_run(asking.existing, desk)
    if reason:
        columns = tuple(each.column for each in found)
        branches = branches_for(
            asking.existing, asking.further, edited, asking.target.columns, asking.schema, desk
        )
        return by_text_alone(edited, asking.target.name, reason), columns, branches
    alone = [_binds(asking.edited((each,), moves=False), desk) for each in found]
    kept = tuple(
        each if fits else _emptied(each, asking.target) for each, fits in zip(found, alone, strict=True)
    )
    for moves in (True, False):
        edited = asking.edited(kept, moves=moves)
        if _binds(edited, desk):
            whole, columns, branches = _with_further(asking, kept, edited, desk, moves=moves)
            return whole if moves else _told_left(whole, asking), columns, branches
    raise SignoffError(say("update.does_not_run", target=asking.target.name))


def _told_left(edited: EditedText, asking: Asking) -> EditedText:
    """The file with a remark that rows, names and columns that go stay as they are, where any are asked for."""
    rows, difference = asking.rows, asking.difference
    if not (
        rows.filters or rows.joins or rows.picks or asking.sources or difference.renamed or difference.removed
    ):
        return edited
    message = say("update.rows_do_not_run", target=asking.target.name)
    told = Finding("D202", Severity.ERROR, message, asking.target.cell, asking.target.name)
    return replace(edited, findings=(*edited.findings, told))


def _with_further(
    asking: Asking,
    found: tuple[UpdatedColumn, ...],
    edited: EditedText,
    desk: Desk,
    *,
    moves: bool = True,
) -> tuple[EditedText, tuple[DraftColumn, ...], Branches]:
    """The edited file with the parts of the result that it does not have yet."""
    columns = tuple(each.column for each in found)
    branches = branches_for(
        asking.existing, asking.further, edited, asking.target.columns, asking.schema, desk
    )
    if not branches.edits:
        return edited, columns, branches
    whole = asking.edited(found, branches.edits, moves=moves)
    if not _binds(whole, desk):
        branches = branches.only_shown()
        whole = asking.edited(found, branches.edits, moves=moves)
    return whole, columns, branches


def _emptied(found: UpdatedColumn, target: TargetMapping) -> UpdatedColumn:
    column = emptied(found.column, target.name)
    return UpdatedColumn(column, tuple(e.sql for e in column.expressions))


def _binds(edited: EditedText, desk: Desk) -> bool:
    return desk.sandbox.bind_many([edited.rendered_sql], desk.cancel)[0].ok


def in_file_order(asking: Asking, edited: Sequence[DraftColumn]) -> tuple[DraftColumn, ...]:
    """Every column of the result: the file's in its order, kept, changed or renamed, then the new ones."""
    by_name = {column.name.casefold(): column for column in edited}
    rows = {m.name.casefold(): m for m in reversed(asking.target.columns)}
    renamed = {old.casefold(): row.name for row, old in asking.difference.renamed}
    gone = {row.name.casefold() for row in asking.difference.removed}
    parts: dict[str, list[Expression]] = {}
    names: dict[str, str] = {}
    for column in existing_columns(asking.existing, asking.schema):
        name = renamed.get(column.name.casefold(), column.name)
        if name.casefold() in gone:
            continue
        names.setdefault(name.casefold(), name)
        parts.setdefault(name.casefold(), []).append(Expression(column.sql, Origin.KEPT))
    columns = []
    for key, name in names.items():
        mapping = rows.get(key)
        kept = DraftColumn(
            name,
            duckdb_type(mapping.type) if mapping else "",
            tuple(parts[key]),
            mapping.cell if mapping else None,
        )
        columns.append(by_name.pop(key, kept))
    return (*columns, *by_name.values())


def with_branches(columns: Sequence[DraftColumn], branches: Branches) -> tuple[DraftColumn, ...]:
    """The columns with their expressions in the further parts that are made."""
    return tuple(
        replace(c, expressions=(*c.expressions, *branches.expressions.get(c.name.casefold(), ())))
        for c in columns
    )
