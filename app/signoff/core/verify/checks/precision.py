"""Check ``precision``: every number fits the digits the document allows."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import count_words


class PrecisionCheck:
    """Counts numbers with too many digits before or after the point."""

    code = "precision"

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """Numbers too large; numbers that lose digits after the point."""
        if column.precision is None or column.scale > column.precision:
            return ()
        fits = f"TRY_CAST({column.sql} AS DECIMAL({column.precision},{column.scale}))"
        finer = f"TRY_CAST({column.sql} AS DECIMAL(38,{min(column.scale + 6, 18)}))"
        return (
            f"count(*) FILTER (WHERE {column.sql} IS NOT NULL AND {fits} IS NULL)",
            f"count(*) FILTER (WHERE {fits} <> {finer})",
        )

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """Failed when a number does not fit."""
        digits = f"{column.precision} digits, {column.scale} of them after the point"
        if not any(numbers):
            return Check(self.code, CheckState.PASSED, f"{column.name} fits {digits}.", column.name)
        what = "too large" if numbers[0] else "cut after the point"
        count = numbers[0] or numbers[1]
        message = (
            f"{column.name} has {count_words(count, 'number', 'numbers')} {what} for {digits}; "
            "round in the rule or widen the type."
        )
        return Check(self.code, CheckState.FAILED, message, column.name, count)
