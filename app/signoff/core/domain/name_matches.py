"""Names of a mapping document that stand for real ones of other spelling, as a person said; and a spec with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    Step,
    TargetMapping,
)


@dataclass(frozen=True)
class NameMatch:
    """What a name in the document stands for; an answer, given once."""

    name: str
    """As the document writes it."""
    real: str
    """As the source has it; empty when it is none of those that were offered."""
    table: str = ""
    """Real table of a column; empty for a table."""
    by: str = ""
    at: str = ""
    """ISO 8601, UTC."""

    @property
    def key(self) -> str:
        """What tells it from other names."""
        return match_key(self.name, self.table)


def match_key(name: str, table: str = "") -> str:
    """Key of a name's answer: the table, for a column, and the name, case-folded."""
    return f"{table.casefold()}\x1f{name.casefold()}"


def with_names(spec: Spec, matches: Sequence[NameMatch]) -> Spec:
    """The spec as it reads with real names for those that were matched; the document's own words stay in `rule`."""
    tables = {m.name.casefold(): m.real for m in matches if not m.table and m.real}
    columns = {(m.table.casefold(), m.name.casefold()): m.real for m in matches if m.table and m.real}
    if not tables and not columns:
        return spec
    qualified = {
        f"{m.table}.{m.name}".casefold(): f"{m.table}.{m.real}" for m in matches if m.table and m.real
    }
    names = _Names(tables, columns, qualified)
    targets = tuple(map(names.target, spec.targets))
    return replace(spec, targets=targets, sources=Schema(tuple(map(names.listed, spec.sources.tables))))


def target_with_names(target: TargetMapping, matches: Sequence[NameMatch]) -> TargetMapping:
    """The same of one target."""
    return with_names(Spec("", targets=(target,)), matches).targets[0]


class _Names:
    """Real names by those of the document, case-folded."""

    def __init__(
        self, tables: dict[str, str], columns: dict[tuple[str, str], str], qualified: dict[str, str]
    ) -> None:
        self._tables, self._columns = tables, columns
        self._in_text = _replacer(tables)
        self._qualified = _replacer(qualified)

    def target(self, target: TargetMapping) -> TargetMapping:
        """A target with real names in all its rows and steps."""
        columns, steps = tuple(map(self.mapping, target.columns)), tuple(map(self.step, target.steps))
        return replace(target, columns=columns, steps=steps)

    def mapping(self, row: ColumnMapping) -> ColumnMapping:
        """A row with real names in its sources, its join, and its rule as it is resolved."""
        sources = tuple(map(self._source, row.sources))
        renamed = {
            old.column.casefold(): new.column
            for old, new in zip(row.sources, sources, strict=True)
            if old.column != new.column
        }
        in_rule = _replacer(renamed)
        return replace(
            row,
            sources=sources,
            source_tables=tuple(self._table(name) for name in row.source_tables),
            rule_resolved=in_rule(self._text(row.rule_resolved)),
            join=in_rule(self._text(row.join)),
        )

    def step(self, step: Step) -> Step:
        """A step with real names."""
        return replace(step, table=self._table(step.table), condition=self._text(step.condition))

    def listed(self, table: SourceTable) -> SourceTable:
        """A table the document lists, under its real name."""
        name = self._table(table.name)
        return replace(
            table, name=name, columns=tuple(self._listed(name, column) for column in table.columns)
        )

    def _listed(self, table: str, column: SourceColumn) -> SourceColumn:
        return replace(
            column, name=self._columns.get((table.casefold(), column.name.casefold()), column.name)
        )

    def _table(self, name: str) -> str:
        return self._tables.get(name.casefold(), name)

    def _source(self, source: SourceRef) -> SourceRef:
        table = self._table(source.table)
        return SourceRef(
            table, self._columns.get((table.casefold(), source.column.casefold()), source.column)
        )

    def _text(self, text: str) -> str:
        return self._qualified(self._in_text(text))


def _replacer(names: dict[str, str]) -> Callable[[str], str]:
    """What puts real names for the document's in a text, whole words only, in any case."""
    if not names:
        return lambda text: text
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: names[found.group().casefold()], text) if text else text
