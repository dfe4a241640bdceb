"""Days from the first or last row that another table has to a fixed day: ``from the latest call until 2025-06-30``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.scoping import is_day, relation_columns
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.further_rows import value_of_further_rows
from signoff.core.pipeline.outcomes import Resolution

_IDLE = re.compile(r"\s*\((?:whichever|whatever|any|all|no\s+matter|regardless)\b[^()]*\)", re.IGNORECASE)
_SPAN = re.compile(
    r"^(?:the\s+|number\s+of\s+|full\s+|calendar\s+)*days\s+(?:from|since|between)\s+(?:the\s+)?"
    r"(?P<end>latest|last|newest|most\s+recent|first|earliest|oldest)\s+(?P<noun>\w+)\s+"
    r"(?:until|till|to|up\s+to|and)\s+(?:the\s+)?"
    r"(?:(?:key|reporting|cut-?off|reference)\s+date\s+(?:of\s+)?)?(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:\s*[.;,]\s*(?P<rest>[^.;]+))?\.?$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"^(?:(?:if|when|where)\s+there\s+(?:is|are|was)\s+(?:no|none)|(?:[\w ]+\s+)?(?:without|with\s+no)|no)\s*"
    r"(?:an?\s+|any\s+)?(?P<noun>\w+)?\s*[:,=]?\s*"
    r"(?:count\s+)?(?:from|since)\s+(?P<column>\w+)(?:\s+(?:of|in)\s+the\s+\w+)?$",
    re.IGNORECASE,
)
_LATE = re.compile(r"latest|last|newest|recent", re.IGNORECASE)


def days_to_further_row(
    mapping: ColumnMapping,
    target: TargetMapping,
    relations: Sequence[Relation],
    schema: Schema,
    desk: Desk,
    rows: Sequence[ColumnMapping] = (),
) -> Resolution | None:
    """The days of such a rule; None where it says anything else, or its source cells name no single day.

    Args:
        mapping: the column and its rule.
        target: whose column it is.
        relations: what the query reads, the driving table first.
        schema: the tables, and what relations of the query show.
        desk: the run's tools.
        rows: the target's rows.
    """
    rule = _IDLE.sub("", " ".join((mapping.rule_resolved or mapping.rule).split()))
    told = _SPAN.match(rule)
    source = _only_day(mapping, schema)
    if told is None or not source or not _is_day(told["day"]):
        return None
    other = _other(told["rest"], told["noun"], relations, schema) if told["rest"] else ""
    if told["rest"] and not other:
        return None
    said = f"{'latest' if _LATE.search(told['end']) else 'earliest'} {source}"
    own = replace(mapping, type="TIMESTAMP", rule=said, rule_resolved=said)
    got = value_of_further_rows(own, target, relations, schema, desk, rows)
    if got is None:
        return None
    start = f"coalesce({got.expression.sql}, {other})" if other else got.expression.sql
    sql = f"date_diff('day', cast({start} as date), date '{told['day']}')"
    return replace(got, expression=replace(got.expression, sql=sql))


def _only_day(mapping: ColumnMapping, schema: Schema) -> str:
    """The only source column of a row that is a day or a moment."""
    tables = ((find_table(schema, ref.table), ref.column) for ref in mapping.sources if ref.table)
    found = [(t.name, c) for t, name in tables if t is not None and (c := find_column(t, name)) is not None]
    days = [c.name for table, c in found if is_day(ScopeColumn(table, table, c))]
    return days[0] if len(found) == len(days) == 1 else ""


def _other(rest: str, noun: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of the day that counts where there is no such row."""
    told = _WITHOUT.match(rest.strip())
    if told is None or (
        told["noun"] and not set(words(told["noun"])) & {noun.casefold(), f"{noun.casefold()}s"}
    ):
        return ""
    shown = relation_columns(relations[0], schema)
    named = [c for c in shown if c.column.name.casefold() == told["column"].casefold() and is_day(c)]
    return named[0].sql if len(named) == 1 else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
