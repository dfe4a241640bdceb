"""A column that each branch of a union takes from a column of its own: a source for each of them, one rule for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef
from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.names import bare, find_column, find_table
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.selects import every_place

_PARTS = re.compile(r"\s*[;\n]\s*|\s*,\s*(?:and\s+)?|\s+(?:and|or|/)\s+", re.IGNORECASE)
_OF = re.compile(
    r"(?:the\s+)?[`'\"]?(?P<column>\w+)[`'\"]?\s+(?:of|from|for|on|in)\s+"
    r"(?:the\s+|an?\s+|each\s+)?(?P<table>[\w ]+?)\.?",
    re.IGNORECASE,
)
"""One branch of a rule: `memo of a journal line`."""
_LEAST_LETTERS = 4
"""Letters of the word that stands for a table."""


_TOGETHER = re.compile(
    r"[+|&]|\b(?:both|either|neither|else|otherwise|and|or|whichever|plus|minus)\b", re.IGNORECASE
)
"""Words of a rule that may set the sources of two branches together."""


@dataclass(frozen=True)
class ByBranch:
    """A column with one source a branch."""

    mapping: ColumnMapping
    """It with the source of the first branch alone, and the rule that holds for each."""
    others: tuple[tuple[str, str], ...]
    """Tables and columns of the other branches' sources, as the schema has them."""

    def in_section(self, section: SectionPlan) -> ColumnMapping:
        """The column with the source that one part of the result reads."""
        letters = {name for relation in section.relations for name in letters_of(relation)}
        own = next((t for t in self.others if squashed(t[0]) in letters), None)
        first = self.mapping.sources[0]
        if own is None or squashed(bare(first.table)) in letters:
            return self.mapping
        return replace(self.mapping, sources=(replace(first, table=own[0], column=own[1]),))


def sources_by_branch(
    existing: ExistingSql, rows: Sequence[ColumnMapping], schema: Schema
) -> ByBranch | None:
    """What the rows of one column say, where they name one source for each branch of a union of the file.

    Args:
        existing: the file.
        rows: of one column, one for each branch, or one for all of them.
        schema: tables the file reads.

    Returns:
        None where they say anything else, or no union reads the tables apart.
    """
    refs = [ref for row in rows for ref in row.sources]
    rule = _rule_of_each(rows, schema)
    if len(refs) < 2 or rule is None:
        return None
    pairs = [_known(ref, schema) for ref in refs]
    found = [pair for pair in pairs if pair is not None]
    tables = [squashed(table) for table, _column in found]
    if len(found) < len(refs) or len(set(tables)) < len(tables) or not _are_apart(existing, tables, schema):
        return None
    first = replace(rows[0], sources=(refs[0],), source_tables=(refs[0].table,), section="")
    return ByBranch(replace(first, rule=rule, rule_resolved=rule), tuple(found[1:]))


def _known(ref: SourceRef, schema: Schema) -> tuple[str, str] | None:
    table = find_table(schema, ref.table) if ref.table else None
    column = find_column(table, ref.column) if table is not None else None
    return (table.name, column.name) if table is not None and column is not None else None


def _rule_of_each(rows: Sequence[ColumnMapping], schema: Schema) -> str | None:
    """The rule that holds in each branch; None where they differ, or one tells more than what comes from where."""
    rules = {" ".join((row.rule_resolved or row.rule).split()) for row in rows}
    if len(rules) != 1:
        return None
    rule = next(iter(rules))
    if len(rows) > 1:
        return rule if all(len(row.sources) == 1 for row in rows) else None
    if not rule.strip():
        return rule
    if _tells_origins(rule, rows[0].sources):
        return ""
    return rule if _holds_for_each(rule, rows[0].sources) else None


def _holds_for_each(rule: str, refs: Sequence[SourceRef]) -> bool:
    """Whether a rule speaks of one column that every branch has by the same name, and sets no two of them together."""
    if len({squashed(ref.column) for ref in refs}) != 1 or _TOGETHER.search(rule):
        return False
    letters = squashed(rule)
    return not any(squashed(bare(ref.table)) in letters for ref in refs)


def _tells_origins(rule: str, refs: Sequence[SourceRef]) -> bool:
    """Whether a rule only says which column comes from which table: `memo of a journal line, note of an invoice`."""
    parts = [part for part in _PARTS.split(rule.strip()) if part]
    if len(parts) != len(refs):
        return False
    left = list(refs)
    for part in parts:
        told = _OF.fullmatch(part.strip())
        if told is None:
            return False
        letters = squashed(told["table"]).removesuffix("s")
        own = next(
            (
                ref
                for ref in left
                if squashed(ref.column) == squashed(told["column"])
                and len(letters) >= _LEAST_LETTERS
                and letters in squashed(bare(ref.table))
            ),
            None,
        )
        if own is None:
            return False
        left.remove(own)
    return True


def _are_apart(existing: ExistingSql, tables: Sequence[str], schema: Schema) -> bool:
    """Whether branches of one union read these tables, each of them one."""
    queries = [CtePlace(existing.query)]
    for place in every_place(existing):
        queries += [q for t in place.select.tables if (q := place.query_of(t)) is not None]
    for query in queries:
        if len(query.parts) < len(tables) or any("union" not in o for o in query.query.operators):
            continue
        read = [_tables_behind(place, schema) for place in query.parts]
        readers = [[n for n, names in enumerate(read) if table in names] for table in tables]
        if all(len(each) == 1 for each in readers) and len({each[0] for each in readers}) == len(tables):
            return True
    return False


def _tables_behind(place: Place, schema: Schema) -> set[str]:
    """Squashed names of the true tables that a SELECT reads, however deep."""
    found: set[str] = set()
    for table in place.select.tables:
        inner = place.query_of(table)
        if inner is not None:
            for part in inner.parts:
                found |= _tables_behind(part, schema)
        elif table.name:
            known = find_table(schema, table.name)
            found.add(squashed(known.name if known is not None else table.name))
    return found
