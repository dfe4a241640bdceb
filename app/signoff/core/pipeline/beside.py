"""Remarks beside a column that say what is loaded where there is no value: ``missing = 0``, ``not found: UNKNOWN``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.generate.patterns.pieces import literal_of
from signoff.core.merge.sqlparts import aggregates, parsed
from signoff.core.pipeline.places import Place

_VALUE = r"(?P<value>-?\d+(?:\.\d+)?|'[^']*'|\"[^\"]*\"|[A-Z][A-Z/_ ]*|[A-Z][a-z]+|n/a)"
_BECOMES = (
    r"\s*(?:=|->|→|=>|:|,|becomes?|counts?\s+as|(?:is\s+|are\s+)?loaded\s+as|load|as|to|use|set\s+to|"
    r"then(?:\s+load)?)\s*"
)
_MISSING = re.compile(
    rf"(?i:(?:if|when|where|for)\s+)?(?i:(?:it\s+)?is\s+)?(?i:missing|nulls?|empty|blank|no)(?:\s+"
    rf"(?:values?|ones|[a-z_]+))?{_BECOMES}{_VALUE}"
    rf"|(?i:default|defaults)\s*(?:is|to|=|:)?\s*(?P<value2>-?\d+(?:\.\d+)?|'[^']*'|\"[^\"]*\")\s+(?:if|"
    rf"when|where|for)\s+(?i:missing|nulls?|empty|blank)"
)
_NOT_FOUND = re.compile(
    r"(?i:(?:if|when|where|for)\s+)?(?i:not\s+found|no\s+match(?:\s+found)?|no\s+hit|unmatched|"
    r"nothing\s+found|without\s+(?:a\s+)?match)"
    rf"{_BECOMES}{_VALUE}"
)


def with_default_beside(
    expression: Expression, mapping: ColumnMapping, scope: Scope, place: Place
) -> Expression:
    """The expression with the value that a remark gives where there is none, and a finding that says so.

    Args:
        expression: of the column; one that has a default of its own stays.
        mapping: the row with the remark.
        scope: what the rule may use.
        place: of the column.
    """
    value = _told(mapping) or _demanded(mapping, expression)
    if (
        not value
        or expression.origin in (Origin.UNRESOLVED, Origin.WRITTEN)
        or "coalesce(" in expression.sql.lower()
    ):
        return expression
    tree = parsed(expression.sql)
    default = literal_of(value, scope.target_type or "VARCHAR")
    if tree is None or aggregates(tree) or default is None:
        return expression
    finding = Finding(
        "D215",
        Severity.WARNING,
        say("draft.remark_default", place=place, value=value),
        mapping.cell_of(Role.NOTE if _told(mapping) else Role.TARGET_DEFAULT) or mapping.cell,
        place.target,
        place.column,
    )
    return replace(
        expression,
        sql=f"coalesce({expression.sql}, {default.sql})",
        origin=Origin.PATTERN if expression.origin is Origin.DIRECT else expression.origin,
        findings=(*expression.findings, finding),
    )


def _demanded(mapping: ColumnMapping, expression: Expression) -> str:
    """The default cell of a column that may not be empty, where its rule reads something and gives none."""
    said = mapping.default.strip().strip("'\"").strip()
    reads = bool(mapping.sources) and "row_number()" not in expression.sql.lower()
    return said if mapping.required and reads and said.casefold() not in ("null", "none", "n/a", "-") else ""


def _told(mapping: ColumnMapping) -> str:
    """The value a remark gives; of rows without a partner only where the rule looks something up."""
    note = " ".join(mapping.note.split()).strip(" .;")
    match = _MISSING.fullmatch(note)
    if match is None and re.search(
        r"look|join|lkp", f"{mapping.rule_resolved or mapping.rule} {mapping.rule_kind}", re.I
    ):
        match = _NOT_FOUND.fullmatch(note)
    if match is None:
        return ""
    found = match["value"] or match.groupdict().get("value2") or ""
    return "" if found.casefold() == "null" else found.strip("'\" ")
