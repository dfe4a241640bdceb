"""Reverse reading: existing SQL lined up with the mapping, column by column; what differs is only a remark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import Mandate, MandateState, Marks
from signoff.core.domain.reversing import ReadColumn, ReadState, ReverseReading
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import ExistingColumn, existing_columns
from signoff.core.merge.mandating import delta
from signoff.core.merge.names import bare, find_column, find_table
from signoff.core.merge.shape import Span
from signoff.core.merge.siblings import is_plain_move
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.tracing import Source, sources_of

_MOST = 6
"""Source columns that a sentence names."""


def reverse_reading(
    existing: ExistingSql,
    target: TargetMapping,
    schema: Schema,
    *,
    marks: Marks | None = None,
    values: Mapping[str, bool] | None = None,
) -> ReverseReading:
    """The file beside its mapping.

    Args:
        existing: The file.
        target: Its mapping, all rows or some.
        schema: Tables the file reads.
        marks: What the document says elsewhere of its rows.
        values: Whether a rule gives the file's values on sample rows, by squashed column, where that is known.
    """
    difference = delta(existing, target, schema, marks)
    mandates = {squashed(m.was or m.column): m for m in difference.mandates}
    rows: dict[str, ColumnMapping] = {}
    for row in target.columns:
        first = rows.setdefault(squashed(row.name), row)
        if first is not row and first.section != row.section:  # each part of a union has a row of its own
            sources = dict.fromkeys((*first.sources, *row.sources))
            rows[squashed(row.name)] = replace(first, sources=tuple(sources))
    renamed = {squashed(old): row for row, old in difference.renamed}
    found: dict[str, ReadColumn] = {}
    for column in existing_columns(existing, schema):
        if column.part:
            continue
        letters = squashed(column.name)
        mapping = renamed.get(letters) or rows.get(letters)
        if letters not in found:
            found[letters] = _read(
                existing, column, mapping, schema, mandates.get(letters), (values or {}).get(letters)
            )
    lined_up = set(found) | {squashed(row.name) for row in renamed.values()}
    missing = (_missing(row, mandates.get(k)) for k, row in rows.items() if k not in lined_up)
    return ReverseReading(target.name, (*found.values(), *missing))


def remarks_of(reading: ReverseReading, *, unnamed: bool = False) -> tuple[Finding, ...]:
    """What of a reading is to be said as a remark: columns that differ.

    A column that is to change differs on purpose, and a new one is missing on purpose.

    Args:
        reading: of one file.
        unnamed: one more remark on columns that nobody mapped, which a document of changes has by its nature.
    """
    told = []
    for column in reading.columns:
        state = column.mandate.state if column.mandate is not None else None
        meant = state is not None and state is not MandateState.UNCHANGED
        if column.state in (ReadState.DIFFERS, ReadState.NOT_READ) and not meant:
            severity = Severity.WARNING if column.state is ReadState.DIFFERS else Severity.INFO
            told.append(Finding("D232", severity, column.says, column.cell, reading.target, column.name))
    rest = reading.of_state(ReadState.NOT_IN_MAPPING) if unnamed else ()
    if rest:
        names = ", ".join(c.name for c in rest[:_MOST]) + (", …" if len(rest) > _MOST else "")
        message = say("reverse.not_named", count=len(rest), names=names)
        told.append(Finding("D233", Severity.INFO, message, None, reading.target))
    return tuple(told)


def _missing(row: ColumnMapping, mandate: Mandate | None) -> ReadColumn:
    says = say("reverse.missing", column=row.name)
    return ReadColumn(row.name, ReadState.MISSING, says, row.cell, mandate=mandate)


def _read(
    existing: ExistingSql,
    column: ExistingColumn,
    mapping: ColumnMapping | None,
    schema: Schema,
    mandate: Mandate | None,
    same_values: bool | None,
) -> ReadColumn:
    sources = sources_of(existing, column.name, schema)
    mapped = _mapped(mapping, schema, sources or ()) if mapping is not None else ()
    state, says = _state(column, mapping, sources, mapped, same_values)
    return ReadColumn(
        column.name,
        state,
        says,
        mapping.cell if mapping is not None else None,
        _line(existing, column.item),
        sources or (),
        mapped,
        column.sql,
        mandate,
    )


def _state(
    column: ExistingColumn,
    mapping: ColumnMapping | None,
    sources: tuple[Source, ...] | None,
    mapped: Sequence[Source],
    same_values: bool | None,
) -> tuple[ReadState, str]:
    name = column.name
    if mapping is None:
        return ReadState.NOT_IN_MAPPING, say(
            "reverse.not_in_mapping", column=name, sources=_told(sources or ())
        )
    if same_values is not None:
        state = ReadState.AGREES if same_values else ReadState.DIFFERS
        code = "reverse.same_values" if same_values else "reverse.other_values"
        return state, say(code, column=name)
    if sources is None:
        return ReadState.NOT_READ, say("reverse.not_read", column=name)
    read, asked = {_folded(s) for s in sources}, {_folded(s) for s in mapped}
    if asked - read:
        lacking = [s for s in mapped if _folded(s) not in read]
        told = say("reverse.other_sources", column=name, mapped=_told(lacking), sources=_told(sources))
        return ReadState.DIFFERS, told
    if mapped and is_plain_move(mapping) and (read != asked or not _is_plain(column)):
        return ReadState.DIFFERS, say("reverse.not_plain", column=name, sources=_told(sources))
    if read - asked and mapped:
        more = [s for s in sources if _folded(s) not in asked]
        return ReadState.AGREES, say("reverse.reads_more", column=name, sources=_told(more))
    return ReadState.AGREES, say("reverse.same_sources", column=name, sources=_told(sources))


def _is_plain(column: ExistingColumn) -> bool:
    """Whether the file takes the column over as it is, at least at its output."""
    tree = parsed(column.sql) if column.sql else None
    return not column.sql or (tree is not None and len(columns_of(tree)) == 1 and tree is columns_of(tree)[0])


def _mapped(mapping: ColumnMapping, schema: Schema, read: Sequence[Source]) -> tuple[Source, ...]:
    """The sources a row names, by the names of the schema; without a table, the columns of that name that are read."""
    found: list[Source] = []
    for ref in mapping.sources:
        same = [s for s in read if not ref.table and squashed(s[1]) == squashed(bare(ref.column))]
        if same:
            found += same
            continue
        table = find_table(schema, ref.table) if ref.table else None
        if table is None:
            found.append((bare(ref.table), bare(ref.column)))
            continue
        column = find_column(table, ref.column)
        found.append((table.name, column.name if column is not None else bare(ref.column)))
    return tuple(found)


def _folded(source: Source) -> Source:
    return squashed(source[0]), squashed(source[1])


def _told(sources: Sequence[Source]) -> str:
    names = [f"{table}.{column}" if table else column for table, column in sources[:_MOST]]
    return ", ".join(names) + (", …" if len(sources) > _MOST else "") if names else say("reverse.no_column")


def _line(existing: ExistingSql, item: Span | None) -> int:
    if item is None:
        return 0
    place = existing.rendered.file_start(existing.tokens[item.first].start)
    return existing.text.count("\n", 0, place) + 1
