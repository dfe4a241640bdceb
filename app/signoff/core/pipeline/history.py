"""Columns of a history within one load: end dates, current flags and values of the version before.

"9999-12-31 while current, effective_date - 1 day when superseded" follows from the next version of the same thing. The
target's key says what that is: the date in it orders the versions, the other keys tell things apart. What was taken as
order and key is told, to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.generate.patterns.pieces import literal_of
from signoff.core.generate.types import Family, family_of
from signoff.core.merge.scoping import resolve_source
from signoff.core.pipeline.places import Place

_OPEN = r"(?P<open>'?9999-12-31'?|'?31[./-]12[./-]9999'?|null|empty|blank|open)"
_VERSION = r"(?:record|row|version|entry|line|one|stay|period|placement|assignment|stint|posting)"
_WHILE = (
    r"(?:while|when|if|as long as|for)\s+(?:the\s+|it\s+is\s+)?(?:record\s+is\s+)?(?:still\s+)?"
    rf"(?:current|open|active|latest|last|valid)(?:\s+{_VERSION})?"
)
_NEXT = (
    rf"(?:[\w ]+?\s*(?:-|minus)\s*(?:1|one)\s*day(?:\s+(?:of|from)\s+the\s+(?:next|following|new|"
    rf"later)\s+{_VERSION})?"
    rf"|(?:the\s+)?day\s+before\s+(?:the\s+)?(?:next|following|new|later)\s+[\w ]+?"
    rf"|(?:the\s+)?(?:next|following)\s+[\w ]+?\s*(?:-|minus)\s*(?:1|one)(?:\s*day)?)"
)
_CLOSED = (
    rf"(?:(?:when|once|if|after)\s+(?:it\s+is\s+|the\s+{_VERSION}\s+is\s+)?(?:superseded|replaced|"
    rf"closed|expired|a\s+(?:newer|later|new)\s+{_VERSION}\s+(?:exists|comes))|otherwise|else)"
)
_ENDS = (
    re.compile(
        rf"{_OPEN}\s+{_WHILE}\s*[,;]?\s*(?:and\s+|else\s+|otherwise\s+)?{_NEXT}(?:\s+{_CLOSED})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NEXT}(?:\s+{_CLOSED})?\s*[,;]\s*(?:else\s+|otherwise\s+)?{_OPEN}"
        rf"(?:\s+(?:{_WHILE}|if\s+none|if\s+there\s+is\s+none))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NEXT}\s*[,;.]\s*(?:for\s+)?(?:the\s+)?(?:last|latest|current)\s+{_VERSION}\s*[:=,]?\s*(?:it\s+is\s+)?{_OPEN}",
        re.IGNORECASE,
    ),
)
_LASTED = re.compile(
    rf"(?:number\s+of\s+)?days\s+from\s+(?P<from>\w+)\s+(?:up\s+)?(?:to|until)\s+and\s+including\s+(?P<to>\w+)\s*[,;.]\s*(?:for\s+)?(?:the\s+)?"
    rf"(?:last|latest|current)\s+{_VERSION}\s*[:,]?\s*(?:up\s+)?(?:to|until)\s+and\s+including\s+(?P<day>\d{{4}}-\d{{2}}-\d{{2}})",
    re.IGNORECASE,
)
"""How long each version lasted, both days counted, and up to which day the last one is."""
_YES = r"(?P<yes>'?y(?:es)?'?|1|true|'?[a-z]'?)"
_NO = r"(?P<no>'?no?'?|0|false|'?[a-z]'?)"
_FLAG = re.compile(
    rf"{_YES}\s+(?:for|if|when|on|=)\s+(?:it\s+is\s+)?(?:the\s+)?(?:latest|current|last|newest|"
    rf"most\s+recent)\s*(?:{_VERSION})?"
    rf"(?:\s+(?:of|per|for|by)\s+(?:the\s+|each\s+|every\s+|an?\s+)?[\w ]+?)?\s*[,;]?\s*(?:else|"
    rf"otherwise|and|,)\s*{_NO}(?:\s+for\s+(?:all\s+)?(?:the\s+)?(?:others?|rest))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?:the\s+)?[\w ]+?\s+(?:of|from|in)\s+)?(?:the\s+)?(?:previous|prior|preceding)\s+{_VERSION}"
    rf"(?:\s+(?:of|for|per)\s+(?:the\s+same\s+|the\s+|each\s+)?[\w ]+?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Versions:
    """What tells versions of one thing apart and puts them in order."""

    keys: tuple[ScopeColumn, ...]
    order: ScopeColumn

    @property
    def window(self) -> str:
        keys = ", ".join(c.sql for c in self.keys)
        return f"OVER (PARTITION BY {keys} ORDER BY {self.order.sql})"


def history_expression(
    mapping: ColumnMapping,
    rows: Sequence[ColumnMapping],
    section: SectionPlan,
    schema: Schema,
    scope: Scope,
    place: Place,
) -> Expression | None:
    """The value of a column that tells of a history; None for other rules, or where the key has no date in it.

    Args:
        mapping: the column.
        rows: all columns of its target.
        section: the part of the query; nothing is known of versions in a grouped one.
        schema: known tables.
        scope: what the rule may use.
        place: of the column.
    """
    text = " ".join((mapping.rule_resolved or mapping.rule).split()).strip(" .")
    kinds = (_ended(text), _flagged(text, scope), _moved(text, mapping, scope), _lasted(text, rows))
    if not any(kinds) or section.group_by or not section.relations:
        return None
    versions = _versions(rows, section, schema)
    if versions is None:
        return None
    sql = next(kind for kind in kinds if kind).format(window=versions.window, order=versions.order.sql)
    keys = ", ".join(c.column.name for c in versions.keys)
    message = say("draft.history_order", place=place, keys=keys, order=versions.order.column.name)
    finding = Finding("D13", Severity.WARNING, message, mapping.cell, place.target, place.column)
    return Expression(sql, Origin.PATTERN, "history", findings=(finding,))


def _ended(text: str) -> str:
    match = next((m for shape in _ENDS if (m := shape.fullmatch(text))), None)
    if match is None:
        return ""
    next_day = "CAST(lead({order}) {window} - INTERVAL 1 DAY AS DATE)"
    return f"coalesce({next_day}, DATE '9999-12-31')" if "9999" in match["open"] else next_day


def _flagged(text: str, scope: Scope) -> str:
    match = _FLAG.fullmatch(text)
    values = (
        [literal_of(match[n].strip("'"), scope.target_type or "VARCHAR") for n in ("yes", "no")]
        if match
        else []
    )
    if len(values) != 2 or values[0] is None or values[1] is None:
        return ""
    return f"CASE WHEN lead({{order}}) {{window}} IS NULL THEN {values[0].sql} ELSE {values[1].sql} END"


def _lasted(text: str, rows: Sequence[ColumnMapping]) -> str:
    """Days of each version, where the columns that are named are those of its first day and its last one."""
    match = _LASTED.fullmatch(text)
    if match is None:
        return ""
    first = next((r for r in rows if r.name.casefold() == match["from"].casefold()), None)
    last = next((r for r in rows if r.name.casefold() == match["to"].casefold()), None)
    if (
        first is None
        or last is None
        or not first.key
        or not _ended((last.rule_resolved or last.rule).strip(" ."))
    ):
        return ""
    end = f"coalesce(CAST(lead({{order}}) {{window}} - INTERVAL 1 DAY AS DATE), DATE '{match['day']}')"
    return f"date_diff('day', CAST({{order}} AS DATE), {end}) + 1"


def _moved(text: str, mapping: ColumnMapping, scope: Scope) -> str:
    if _BEFORE.fullmatch(text) is None or len(scope.sources) != 1:
        return ""
    return f"lag({scope.sources[0].sql}) {{window}}"


def _versions(rows: Sequence[ColumnMapping], section: SectionPlan, schema: Schema) -> _Versions | None:
    """Keys and order out of the target's key: one date in it, and at least one other column."""
    found = [
        column
        for row in rows
        if row.key and len(row.sources) == 1
        if (column := resolve_source(section, row.sources[0], row, schema)[0]) is not None
    ]
    dated = [c for c in found if family_of(c.column.type) in (Family.DATE, Family.TIMESTAMP)]
    others = tuple(c for c in found if c not in dated)
    return _Versions(others, dated[0]) if len(dated) == 1 and others else None
