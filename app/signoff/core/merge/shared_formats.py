"""A form of dates that is told once, beside one row: ``birth_date is text in the form DD/MM/YYYY`` holds for all rows.

Rows that read that column alone, and tell no form of their own, have it as their source's type.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, TargetMapping

_FORM = (
    r"(?P<form>(?:DD|MM|YYYY|YY|HH24|HH12|HH|MI|SS)(?:[-/.:T ]?(?:DD|MM|YYYY|YY|HH24|HH12|HH|MI|SS)){2,5})"
)
_TOLD = re.compile(
    r"(?:the\s+)?(?P<column>\w+)\s+(?:is|comes|arrives|is\s+stored|is\s+held|is\s+delivered|is\s+written|holds)\s+(?:(?:an?|the|as|in|of|with|text|string|date|dates|"
    rf"varchar|form|format|pattern)\s+)*'?{_FORM}'?",
    re.IGNORECASE,
)


def with_shared_formats(target: TargetMapping) -> TargetMapping:
    """The target with a form that a note tells of a column beside each row that reads that column alone.

    Args:
        target: Its rows, with their notes.
    """
    told: dict[str, set[str]] = {}
    for row in target.columns:
        for sentence in re.split(r"(?<=[\w'])[.;]\s+", row.note.strip(" .")):
            found = _TOLD.fullmatch(" ".join(sentence.split()))
            if found is not None:
                told.setdefault(found["column"].casefold(), set()).add(found["form"])
    if not told:
        return target
    columns = tuple(_with_form(row, told) for row in target.columns)
    return replace(target, columns=columns) if columns != target.columns else target


def _with_form(row: ColumnMapping, told: dict[str, set[str]]) -> ColumnMapping:
    names = {ref.column.casefold() for ref in row.sources}
    forms = told.get(next(iter(names)), set()) if len(names) == 1 else set()
    own = f"{row.rule_resolved or row.rule} {row.source_type}"
    if len(forms) != 1 or row.source_type.strip() or re.search(_FORM, own, re.IGNORECASE):
        return row
    return replace(row, source_type=f"text, {next(iter(forms))}")
