"""Table names that carry their schema in front without a point: ``ats job`` is ``ats.job`` where ``job`` is a source.

Only names of source tables that are known part them; a name that is a table itself stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, TargetMapping
from signoff.core.parse.words import words


def with_schemas_parted(targets: Sequence[TargetMapping], known: KnownNames) -> tuple[TargetMapping, ...]:
    """The targets with a point between schema and table in their source cells and steps.

    Args:
        targets: as read.
        known: names that exist; without tables among them nothing changes.
    """
    tables = {_letters(name): name for name in known.tables}
    if not tables:
        return tuple(targets)
    return tuple(
        replace(
            target,
            columns=tuple(_of_column(column, tables) for column in target.columns),
            steps=tuple(_of_step(step, tables) for step in target.steps),
        )
        for target in targets
    )


def _of_column(column: ColumnMapping, tables: dict[str, str]) -> ColumnMapping:
    sources = tuple(_of_source(ref, tables) for ref in column.sources)
    return column if sources == column.sources else replace(column, sources=sources)


def _of_source(ref: SourceRef, tables: dict[str, str]) -> SourceRef:
    parted = _parted(ref.table, tables)
    return replace(ref, table=parted) if parted else ref


def _of_step(step: Step, tables: dict[str, str]) -> Step:
    """A step's table; of ``ats job`` the second word looks like an alias first."""
    parted = _parted(f"{step.table} {step.alias}".strip(), tables)
    is_table = _letters(step.table) in tables
    return replace(step, table=parted, alias="") if parted and not is_table else step


def _parted(name: str, tables: dict[str, str]) -> str:
    """Schema, point and table; empty for what is no table behind a word, or is a table as it stands."""
    schema, blank, table = name.strip().partition(" ")
    known = tables.get(_letters(table), "") if blank and "." not in name else ""
    return f"{schema}.{known}" if known and _letters(name) not in tables else ""


def _letters(name: str) -> str:
    return "".join(words(name))
