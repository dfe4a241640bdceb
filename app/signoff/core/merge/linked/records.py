"""What is known of a document's records: which column others point at, and how its own tables are found from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.spec import (
    ColumnMapping,
    GeneralKind,
    GeneralRule,
    Schema,
    SourceColumn,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.names import find_table

_TEXT = re.compile(r"(?:N?VARCHAR|N?CHAR|BPCHAR|TEXT|STRING)\b", re.IGNORECASE)
_PER = re.compile(
    r"^(?:there\s+is\s+)?(?:exactly\s+)?(?:one|a)\s+(?:record|row|line|entry)\s+(?:per|for\s+(?:each|every))\s+[^.;:]*",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\b(?:in|from|of)\s+`?(?P<table>[A-Za-z_]\w*)`?", re.IGNORECASE)
_KEPT = re.compile(
    r"^(?:1\s*:\s*1|as\s+is|copy|direct)?(?:\s*\(?(?:trim(?:med)?)\)?(?:; blank becomes NULL)?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Records:
    """The tables of a document, and what its general rules say of their records."""

    schema: Schema
    targets: tuple[TargetMapping, ...]
    key: str
    """The column that others' fields hold."""
    found: tuple[tuple[str, str], ...] = ()
    """By what rows of the document's own tables are found."""
    trims: bool = False
    """Text is taken over trimmed, and blank text is none."""
    names: tuple[tuple[str, str], ...] = ()
    """What the document calls columns: ``Company = dataareaid``."""

    @property
    def capitals(self) -> frozenset[str]:
        """Columns that are compared in capitals: those whose name a rule in capitals is told of."""
        rules = [c for t in self.targets for c in t.columns if (c.rule_resolved or c.rule) == "upper case"]
        return frozenset(ref.column.casefold() for c in rules for ref in c.sources)

    def called(self, word: str) -> str:
        """The column that the document calls by a word; the word itself where it calls none so."""
        return next(
            (column for name, column in self.names if name.casefold() == word.casefold()), word.casefold()
        )

    def named_by(self, table: SourceTable, word: str) -> str:
        """The one column of a table whose name is a word, or begins with it and ends in id, no or code."""
        exact = [c.name for c in table.columns if c.name.casefold() == word.casefold()]
        shape = re.compile(rf"^{re.escape(word)}_?(?:id|no|nr|code|type)$", re.IGNORECASE)
        found = exact or [c.name for c in table.columns if shape.match(c.name)]
        return found[0] if len(found) == 1 else ""

    @staticmethod
    def is_text(column: SourceColumn) -> bool:
        """Whether a column holds text."""
        return _TEXT.match(column.type) is not None

    def table(self, name: str) -> SourceTable | None:
        """A source table by its name."""
        return find_table(self.schema, name) if name else None

    def keyed(self, name: str) -> SourceTable | None:
        """A source table that others can point at."""
        table = self.table(name)
        return table if table is not None and self.column(table, self.key) is not None else None

    def target(self, name: str) -> TargetMapping | None:
        """One of the document's own tables by its name."""
        return next((t for t in self.targets if t.name.casefold() == name.casefold()), None)

    @staticmethod
    def column(table: SourceTable, name: str) -> SourceColumn | None:
        """A column of a table by its name."""
        return next((c for c in table.columns if c.name.casefold() == name.casefold()), None)

    def value(self, alias: str, column: SourceColumn) -> str:
        """A column as it is taken over."""
        name = f"{alias}.{column.name}"
        return f"nullif(trim({name}), '')" if self.trims and _TEXT.match(column.type) else name

    def found_columns(self, target: TargetMapping) -> list[ColumnMapping]:
        """The columns by which a row of one of the document's own tables is found; its key where nothing is said."""
        by = next((by for name, by in self.found if name.casefold() == target.name.casefold()), "")
        if not by:
            return [c for c in target.columns if c.key]
        names = ["_".join(part.split()).casefold() for part in re.split(r"\s*,\s*|\s+and\s+", by)]
        found = [c for name in names for c in target.columns if c.name.casefold() == name]
        return found if len(found) == len(names) else []

    def made_of(self, column: ColumnMapping, table: SourceTable, alias: str) -> str:
        """What a column of a table of the document holds, over the record it was made of; empty for unclear."""
        own = [r for r in column.sources if r.table.casefold() == table.name.casefold()]
        source = self.column(table, own[0].column) if len(own) == len(column.sources) == 1 else None
        rule = (column.rule_resolved or column.rule).strip()
        if source is None:
            return ""
        name = f"{alias}.{source.name}"
        is_text = _TEXT.match(source.type) is not None
        if is_text and rule in ("upper case", "lower case"):
            return f"{rule[:5]}(trim({name}))" if self.trims else f"{rule[:5]}({name})"
        trimmed = self.trims or "trim" in rule
        return (f"trim({name})" if is_text and trimmed else name) if _KEPT.match(rule) else ""


def records_of(
    targets: Sequence[TargetMapping], general: Sequence[GeneralRule], schema: Schema
) -> Records | None:
    """What is known of a document's records; None where it does not say what their links run over.

    Args:
        targets: as read.
        general: the document's general rules.
        schema: the source tables.
    """
    keys = {rule.says.casefold() for rule in general if rule.kind is GeneralKind.LINKED}
    if len(keys) != 1:
        return None
    found = tuple((r.of, r.says) for r in general if r.kind is GeneralKind.FOUND)
    trims = any(r.kind is GeneralKind.TRIM for r in general)
    names = tuple((r.of, r.says) for r in general if r.kind is GeneralKind.CALLED)
    return Records(schema, tuple(targets), next(iter(keys)), found, trims, names)


_LIMITS = re.compile(
    r"\b(?:\w{3,}ed|active|inactive|open|valid|current|live|paid|sold|new|old|latest|newest|last|first|earliest|oldest|only|with"
    r"|without|that|which|who|where|whose|if|unless|except|since|after|before|until|not|no)\b",
    re.IGNORECASE,
)


def is_limited(words: str) -> bool:
    """Whether words that name a thing tell some of them only: ``closed order``, ``order with lines``."""
    return _LIMITS.search(words) is not None


@dataclass(frozen=True)
class Driving:
    """The table that a target has one row for each row of, as a note tells it."""

    table: SourceTable
    place: int
    """Of the note among the target's steps."""
    rest: str
    """What the note says behind the table's name."""
    is_limited: bool
    """The words before the table's name say more than what its rows are."""


def told_driving(target: TargetMapping, records: Records) -> Driving | None:
    """The table that a target has one row of; None where no note tells it."""
    for place, step in enumerate(target.steps):
        told = _PER.match(step.condition.strip())
        if told is None:
            continue
        for each in _OUT_OF.finditer(told[0]):
            table = records.table(each["table"])
            if table is not None:
                thing = told[0][: each.start()]
                return Driving(table, place, step.condition.strip()[each.end() :], is_limited(thing))
    return None
