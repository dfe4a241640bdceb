"""Made-up rows for the source tables of a project that nobody sent rows of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Spec
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.mask.glossary import bare_codes, quoted_values
from signoff.core.project.inputs import StoredFile
from signoff.core.project.project import Project
from signoff.core.verify.synthesise import synthesise

ROWS = 200
"""Rows a table gets unless somebody asks for another number."""


def without_rows(spec: Spec, sources: Schema, samples: Sequence[StoredFile]) -> Schema:
    """The source tables that have no sample rows, with all that is known of their columns.

    Args:
        spec: the document's own list of sources, and the sources its column mappings name.
        sources: tables as they are known otherwise; target tables among them are left out.
        samples: the files that are there.
    """
    has_rows = {file.table.casefold() for file in samples} | {t.name.casefold() for t in spec.targets}
    known = sources.merged_with(spec.sources)
    tables = {t.name.casefold(): t for t in (*known.tables, *_named(spec, known).tables)}
    return Schema(tuple(_typed(t) for key, t in tables.items() if key not in has_rows and t.columns))


def make_up_samples(project: Project, *, by: str, rows: int = ROWS, seed: int = 0) -> tuple[str, ...]:
    """Make up rows for every source table without any, as one act; returns the tables' names.

    Raises:
        SignoffError: no document was read yet, or every source table has rows.
    """
    spec = project.amended_spec
    if spec is None:
        raise SignoffError(say("input.no_document_yet"))
    wanted = without_rows(spec, project.sources, project.samples())
    if not wanted.tables:
        raise SignoffError(say("input.nothing_to_make_up"))
    made = synthesise(wanted, rows, literals_of(spec), seed)
    with project.act("make up samples", ", ".join(made), by=by):
        for table, data in made.items():
            project.put_samples(table, f"{table}.csv", data, by=by, made_up=True)
        _state_types(project, wanted, by)
    return tuple(made)


def literals_of(spec: Spec) -> dict[str, tuple[str, ...]]:
    """Fixed values the rules speak of, by the lower-case name of each source column of the rule."""
    found: dict[str, dict[str, None]] = {}
    for target in spec.targets:
        for mapping in target.columns:
            rule = mapping.rule_resolved or mapping.rule
            values = (*quoted_values(rule), *bare_codes(rule))
            for source in mapping.sources:
                found.setdefault(source.column.casefold(), {}).update(dict.fromkeys(values))
    return {name: tuple(values) for name, values in found.items() if values}


def _named(spec: Spec, known: Schema) -> Schema:
    """Tables that only the column mappings name, with the columns they name."""
    columns: dict[str, dict[str, SourceColumn]] = {}
    names: dict[str, str] = {}
    for target in spec.targets:
        for mapping in target.columns:
            for source in mapping.sources:
                if source.table and known.table(source.table) is None:
                    names.setdefault(source.table.casefold(), source.table)
                    column = SourceColumn(source.column, mapping.source_type)
                    columns.setdefault(source.table.casefold(), {}).setdefault(
                        source.column.casefold(), column
                    )
    return Schema(tuple(SourceTable(names[key], tuple(found.values())) for key, found in columns.items()))


def _typed(table: SourceTable) -> SourceTable:
    columns = tuple(replace(c, type=duckdb_type(c.type) or "VARCHAR") for c in table.columns)
    return replace(table, columns=columns)


def _state_types(project: Project, tables: Schema, by: str) -> None:
    """Keep the types beside the rows, so that they are not guessed from made-up values."""
    if project.schema_sql:
        return
    lines = []
    for table in tables.tables:
        columns = ", ".join(f'"{c.name}" {c.type}' for c in table.columns)
        lines.append(f'create table "{table.name}" ({columns});')
    project.put_schema_sql("\n".join(lines) + "\n", by=by)
