"""Check ``type``: the draft gives the type the document wants, or one whose values all fit it."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import count_words

_UNSIGNED = ("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT")
_FAMILIES = {
    "whole number": ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", *_UNSIGNED),
    "number": ("DECIMAL", "DOUBLE", "FLOAT", "REAL"),
    "text": ("VARCHAR", "TEXT", "CHAR"),
    "date": ("DATE",),
    "time of day": ("TIME",),
    "date and time": ("TIMESTAMP", "TIMESTAMPTZ", "DATETIME"),
    "flag": ("BOOLEAN", "BOOL"),
}
_NUMERIC = {"whole number", "number"}


def family(kind: str) -> str:
    """The kind of values a DuckDB type holds, in words; the type itself where it is a rare one."""
    name = kind.upper().partition("(")[0].strip()
    name = "TIMESTAMP" if name.startswith("TIMESTAMP") else name
    return next((words for words, names in _FAMILIES.items() if name in names), name.lower())


class TypeCheck:
    """Counts values that cannot become the wanted type, or would lose something on the way."""

    code = "type"

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """Values that do not convert; numbers that differ after converting."""
        if not column.declared:
            return ()
        if _NUMERIC.isdisjoint((family(column.bound), family(column.declared))) and not _differ(column):
            return ("0", "0")
        value, fits = column.sql, f"TRY_CAST({column.sql} AS {column.declared})"
        lost = f"count(*) FILTER (WHERE {fits} <> {value})" if _both_numeric(column) else "0"
        return (f"count(*) FILTER (WHERE {value} IS NOT NULL AND {fits} IS NULL)", lost)

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """Failed when a value does not fit, or the kind of type is another one."""
        misfits, lost = numbers
        wanted = f"{family(column.declared)} ({column.declared})"
        if misfits:
            values = count_words(misfits, "value", "values")
            message = say("check.no_such_type", column=column.name, values=values, wanted=wanted)
            return Check(self.code, CheckState.FAILED, message, column.name, misfits)
        if lost:
            rows = count_words(lost, "row", "rows")
            message = say("check.loses_digits", column=column.name, type=column.declared, rows=rows)
            return Check(self.code, CheckState.FAILED, message, column.name, lost)
        if _differ(column):
            has = family(column.bound)
            message = say("check.other_type", column=column.name, has=has, wanted=wanted)
            return Check(self.code, CheckState.FAILED, message, column.name)
        return Check(self.code, CheckState.PASSED, f"{column.name} fits {column.declared}.", column.name)


def _both_numeric(column: TargetColumn) -> bool:
    return {family(column.bound), family(column.declared)} <= _NUMERIC


def _differ(column: TargetColumn) -> bool:
    """Whether the two types are of kinds that do not pass for each other."""
    has, wants = family(column.bound), family(column.declared)
    if has == wants or _both_numeric(column) or (has, wants) == ("date", "date and time"):
        return False
    return has in _FAMILIES and wants in _FAMILIES
