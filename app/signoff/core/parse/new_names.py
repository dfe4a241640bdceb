"""Rows under the old name of a column whose mark tells the new one: ``ran_tests | renamed to has_run_tests``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.parse.names import is_name

_RENAMED = re.compile(
    r"(?:\brenam(?:e|ed|ing)\b(?:\s+(?:it|this|the\s+(?:column|field)|column|field))?\s*(?:to|into|as|[:=→]|->|=>)"
    r"|\b(?:now|to\s+be|will\s+be|is\s+now|gets?)\s+(?:called|named|renamed\s+to|known\s+as)|^\W*is\s+(?:called|named|known\s+as)"
    r"|\bnew\s+name(?:\s+is)?\s*[:=]?|\bumbenannt\s+in|\bheißt\s+(?:jetzt|künftig))"
    r"\s*[\"'`„“”]?(?P<name>[^\W\d]\w*)[\"'`“”]?(?=\s*(?:$|[.,;()–]|\bfrom\s+now\b|\bas\b|\bin\b))",
    re.IGNORECASE,
)


def with_new_names(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with such rows under their new names; `ColumnMapping.was` keeps the old one."""
    return tuple(_named(target) for target in targets)


def _named(target: TargetMapping) -> TargetMapping:
    listed = {squashed(column.name) for column in target.columns}
    columns = tuple(_row(column, listed) for column in target.columns)
    same = all(one is other for one, other in zip(columns, target.columns, strict=True))
    return target if same else replace(target, columns=columns)


def _row(column: ColumnMapping, listed: set[str]) -> ColumnMapping:
    for role, text in ((Role.STATE, column.state), (Role.RULE, column.rule), (Role.NOTE, column.note)):
        told = _RENAMED.search(" ".join(text.split()))
        if told is None or not is_name(told["name"]) or squashed(told["name"]) in listed:
            continue
        only = role is Role.RULE and told.end() >= len(" ".join(text.split()).rstrip(" ."))
        row = replace(column, name=told["name"], was=column.name)
        row = replace(row, state=row.state or text) if role is not Role.STATE else row
        return replace(row, rule="", rule_resolved="") if only else row
    return column
