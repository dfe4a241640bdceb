"""What every lint rule looks at, and the few questions several rules ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceRef, SourceTable, Spec, TargetMapping

_WORD = re.compile(r"[^\W_]+")
_FILE_ENDING = re.compile(r"\.(?:csv|tsv|txt|dat|parquet|json|xlsx?|avro)$", re.IGNORECASE)
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|‘[^’\n]*’")
_ARROW = re.compile(r"^[\s\-=>→]*$")


class Samples(Protocol):
    """What lint may ask of the sample rows; a remark holds none of their values."""

    def values(self, table: str, column: str) -> tuple[str, ...]:
        """The different values of a column as text, no value left out; none when there are too many to compare."""
        ...

    def doubled(self, table: str, columns: tuple[str, ...]) -> int:
        """How many combinations of values in these columns stand in more than one row."""
        ...


@dataclass(frozen=True)
class Context:
    """One run of the lint."""

    spec: Spec
    schema: Schema | None = None
    """The source tables at hand; None when none were given: rules about unknown names then stay silent."""
    samples: Samples | None = None
    """The sample rows; None when none were given: rules about values then stay silent."""

    def rows(self) -> Iterator[tuple[TargetMapping, ColumnMapping]]:
        """Every column mapping with its target."""
        for target in self.spec.targets:
            for column in target.columns:
                yield target, column

    def table(self, name: str) -> SourceTable | None:
        """The source table of that name, with or without its schema; None when not known."""
        return find_table(self.schema, name) or find_table(self.spec.sources, name)

    def values(self, ref: SourceRef) -> tuple[str, ...]:
        """The different values a source column has in the samples; none when it is not there."""
        table = find_table(self.schema, ref.table) if self.samples else None
        found = table.column(ref.column) if table else None
        if self.samples is None or table is None or found is None:
            return ()
        return self.samples.values(table.name, found.name)

    def source_type(self, column: ColumnMapping, ref: SourceRef) -> str:
        """Type of a source column: as the document says where it is the only one, else as the schema does."""
        if column.source_type and len(column.sources) == 1:
            return column.source_type
        table = self.table(ref.table)
        found = table.column(ref.column) if table else None
        return found.type if found else ""


Check = Callable[[Context], Iterator[Finding]]
"""One lint rule: a generator of findings."""


def find_table(schema: Schema | None, name: str) -> SourceTable | None:
    """The table of that name, ignoring case and the schemas before it."""
    if schema is None or not name:
        return None
    exact = schema.table(name)
    bare = bare_name(name)
    return exact or next((t for t in schema.tables if bare_name(t.name) == bare), None)


def bare_name(name: str) -> str:
    """A table's name without schemas and file endings, case folded."""
    return _FILE_ENDING.sub("", name).rpartition(".")[2].casefold()


def bare_words(text: str) -> str:
    """A text as words joined by blanks, case folded."""
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=1)
def phrases() -> dict[str, frozenset[str]]:
    """The rule phrases of `resources/synonyms/rule_phrases.yml`: direct, vague, open."""
    path = resources_folder() / "synonyms" / "rule_phrases.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {name: frozenset(bare_words(text) for text in texts) for name, texts in data.items()}


def is_direct(column: ColumnMapping) -> bool:
    """Whether the row says that the source value is taken as it is: no rule, or words for none."""
    text = column.rule_resolved or column.rule
    return bool(_ARROW.match(text)) or bare_words(text) in phrases()["direct"]


def rule_cell(column: ColumnMapping) -> Cell | None:
    """The rule's cell, else the column's."""
    return column.cell_of(Role.RULE) or column.cell


def rule_text(column: ColumnMapping) -> str:
    """The rule with codes replaced by what the rule list says."""
    return column.rule_resolved or column.rule


def spoken(column: ColumnMapping) -> str:
    """The rule without the values that stand in quotes: what it says, not what it loads."""
    return _QUOTED.sub(" ", rule_text(column))
