"""Which columns may be approved together as copied unchanged.

Exact name, same type, one possible source, no guess, no narrowing: everything else is looked at one by one.
Case does not tell names apart, as it does not in SQL.
"""

from __future__ import annotations

import re

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import DraftColumn, Relation, SectionPlan
from signoff.core.domain.review import Verdict
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.review.binding import mapped
from signoff.core.review.gate import decision_on, holds

_REFERENCE = re.compile(r'\s*(?:"?(?P<relation>[^".]+)"?\.)?"?(?P<column>[^".]+)"?\s*')
_TYPE_WORDS = {
    "STRING": "VARCHAR", "TEXT": "VARCHAR", "CHAR": "VARCHAR", "BPCHAR": "VARCHAR", "VARCHAR2": "VARCHAR",
    "NVARCHAR": "VARCHAR", "CHARACTER VARYING": "VARCHAR", "INT": "INTEGER", "INT4": "INTEGER",
    "INT8": "BIGINT", "LONG": "BIGINT", "INT2": "SMALLINT", "NUMERIC": "DECIMAL", "NUMBER": "DECIMAL",
    "BOOL": "BOOLEAN", "DATETIME": "TIMESTAMP", "FLOAT8": "DOUBLE", "FLOAT4": "FLOAT", "REAL": "FLOAT",
}  # fmt: skip


def bulk_candidates(dossier: Dossier) -> tuple[str, ...]:
    """Columns copied unchanged that have no decision that holds, in the draft's order."""
    return tuple(
        column.name
        for column in dossier.draft.columns
        if _is_copied_unchanged(dossier, column) and not _is_decided(dossier, column.name)
    )


def _is_decided(dossier: Dossier, column: str) -> bool:
    decision = decision_on(dossier, column)
    return decision is not None and decision.verdict != Verdict.UNDECIDED and holds(dossier, decision)


def _is_copied_unchanged(dossier: Dossier, column: DraftColumn) -> bool:
    rows = mapped(dossier, column.name)
    if column.origin != Origin.DIRECT or not rows or _is_doubted(dossier, column):
        return False
    sections = dossier.draft.plan.sections if dossier.draft.plan else ()
    if not sections or len(sections) != len(column.expressions):
        return False
    return all(
        _copies_one_source(dossier, row, expression.sql, section)
        for expression, section in zip(column.expressions, sections, strict=True)
        for row in rows
        if row.section in ("", section.name)
    )


def _is_doubted(dossier: Dossier, column: DraftColumn) -> bool:
    name = column.name.casefold()
    findings = [
        *dossier.findings,
        *dossier.draft.findings,
        *(f for e in column.expressions for f in e.findings),
    ]
    on_column = any(f.column.casefold() == name for f in findings) or any(
        e.findings for e in column.expressions
    )
    return on_column or any(q.column.casefold() == name for q in dossier.questions)


def _copies_one_source(dossier: Dossier, row: ColumnMapping, sql: str, section: SectionPlan) -> bool:
    reference = _REFERENCE.fullmatch(sql)
    if reference is None or len(row.sources) != 1:
        return False
    name, source = reference["column"], row.sources[0]
    if len({row.name.casefold(), source.column.casefold(), name.casefold()}) > 1:
        return False
    relation = _only_source(dossier, source, section)
    if relation is None or (reference["relation"] or relation.alias).casefold() != relation.alias.casefold():
        return False
    found = _column_in(dossier, relation.table, name)
    return found is not None and bool(row.type) and _plain_type(found.type) == _plain_type(row.type)


def _only_source(dossier: Dossier, source: SourceRef, section: SectionPlan) -> Relation | None:
    """The one relation the source cell can mean; None when there are several, or none."""
    place = source.table.casefold()
    meant = [
        r
        for r in section.relations
        if (
            place in (r.table.casefold(), r.alias.casefold())
            if place
            else _column_in(dossier, r.table, source.column)
        )
    ]
    same_table = [r for r in section.relations if meant and r.table.casefold() == meant[0].table.casefold()]
    return meant[0] if len(meant) == 1 == len(same_table) and not meant[0].subquery else None


def _column_in(dossier: Dossier, table: str, column: str) -> SourceColumn | None:
    known = dossier.sources.table(table)
    return known.column(column) if known else None


def _plain_type(written: str) -> str:
    """A type in one spelling, its length kept: ``character varying ( 20 )`` is ``VARCHAR(20)``."""
    word, _, rest = written.upper().partition("(")
    word = " ".join(word.split())
    length = "".join(rest.split())
    return _TYPE_WORDS.get(word, word) + (f"({length}" if length else "")
