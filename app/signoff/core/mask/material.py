"""Everything in a project that may name something of the customer's, with its places: what terms are found in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.spec import ColumnMapping, Role, Schema, Spec, TargetMapping
from signoff.core.mask.glossary import bare_codes, quoted_values
from signoff.core.mask.words import is_neutral_value

Samples = Mapping[tuple[str, str], Sequence[str]]
"""Different values by table and column, as text."""


class Where(StrEnum):
    """What a text is part of."""

    TABLE = "table"
    COLUMN = "column"
    RULE = "rule"
    DESCRIPTION = "description"
    """Descriptions and remarks of tables and columns, and what stands beside the mapping."""
    LITERAL = "literal"
    SHEET = "sheet"
    SYSTEM = "system"
    TITLE = "title"
    """The document's own name."""
    SAMPLE = "sample"


@dataclass(frozen=True)
class Said:
    """One text with what it is part of."""

    text: str
    where: Where
    place: str
    """Sheet and cell, or table and column."""


@dataclass(frozen=True)
class Material:
    """All texts of a project."""

    names: tuple[Said, ...]
    """Tables and columns, an entry for each mention."""
    texts: tuple[Said, ...]
    """Running text: rules, conditions, descriptions, remarks, sheets, systems."""
    literals: tuple[Said, ...]
    samples: Samples
    pairs: tuple[tuple[str, str], ...] = ()
    """Target column and the one source column it is made from; target table and source table."""


def material_of(
    spec: Spec, schema: Schema, samples: Samples | None = None, systems: Sequence[Said] = ()
) -> Material:
    """Gather every text.

    Args:
        spec: what was read from the document.
        schema: tables of the samples.
        samples: different values of their columns.
        systems: names of systems, which the spec does not keep.
    """
    texts = (*_titles(spec), *systems, *_texts(spec, schema))
    literals = tuple(
        Said(value, Where.LITERAL, said.place)
        for said in texts
        if said.where is Where.RULE
        for value in (*quoted_values(said.text), *bare_codes(said.text))
        if not is_neutral_value(value)
    )
    return Material(tuple(_names(spec, schema)), texts, literals, samples or {}, tuple(_pairs(spec)))


def _titles(spec: Spec) -> Iterator[Said]:
    yield Said(spec.document.rpartition(".")[0] or spec.document, Where.TITLE, spec.document)
    for sheet in spec.sheets:
        yield Said(sheet.sheet, Where.SHEET, sheet.sheet)


def _names(spec: Spec, schema: Schema) -> Iterator[Said]:
    for table in (*schema.tables, *spec.sources.tables):
        yield Said(table.name, Where.TABLE, table.name)
        for column in table.columns:
            yield Said(column.name, Where.COLUMN, f"{table.name}.{column.name}")
    for target in spec.targets:
        yield Said(target.name, Where.TABLE, str(target.cell or target.name))
        aliases = {step.alias.casefold() for step in target.steps if step.alias}
        for row in target.columns:
            place = str(row.cell or f"{target.name}.{row.name}")
            yield Said(row.name, Where.COLUMN, place)
            for source in row.sources:
                yield Said(source.column, Where.COLUMN, place)
                if source.table and source.table.casefold() not in aliases:
                    yield Said(source.table, Where.TABLE, place)


def _texts(spec: Spec, schema: Schema) -> Iterator[Said]:
    for table in (*schema.tables, *spec.sources.tables):
        yield from _filled(Where.DESCRIPTION, (table.description, table.name))
        for column in table.columns:
            yield from _filled(Where.DESCRIPTION, (column.description, f"{table.name}.{column.name}"))
    for target in spec.targets:
        yield from _of_target(target)
    for cell in spec.unused:
        yield from _filled(Where.DESCRIPTION, (cell.text, str(cell.cell)))
    for rule in spec.general:
        yield from _filled(Where.RULE, (rule.text, str(rule.cell or spec.document)))
    for codes in spec.code_lists:
        yield from _filled(
            Where.DESCRIPTION, (codes.name, codes.name), *((new, codes.name) for _old, new in codes.codes)
        )


def _of_target(target: TargetMapping) -> Iterator[Said]:
    yield from _filled(Where.DESCRIPTION, (target.description, str(target.cell or target.name)))
    for row in target.columns:
        rule = row.rule_resolved or row.rule
        for role, text in ((Role.RULE, rule), (Role.JOIN, row.join), (Role.TARGET_DEFAULT, row.default)):
            yield from _filled(Where.RULE, (text, _place(row, role)))
        for role, text in (
            (Role.DESCRIPTION, row.description),
            (Role.NOTE, row.note),
            (Role.EXAMPLE, row.example),
        ):
            yield from _filled(Where.DESCRIPTION, (text, _place(row, role)))
    for step in target.steps:
        yield from _filled(Where.RULE, (step.condition, str(step.cell or target.name)))


def _filled(where: Where, *texts: tuple[str, str]) -> Iterator[Said]:
    for text, place in texts:
        if text.strip():
            yield Said(text, where, place)


def _place(row: ColumnMapping, role: Role) -> str:
    return str(row.cell_of(role) or row.cell or f"{row.target}.{row.name}")


def _pairs(spec: Spec) -> Iterator[tuple[str, str]]:
    for target in spec.targets:
        tables = {step.alias.casefold(): step.table for step in target.steps if step.alias}
        for row in target.columns:
            if len(row.sources) == 1:
                yield row.name, row.sources[0].column
                if table := row.sources[0].table:
                    yield target.name, tables.get(table.casefold(), table)
