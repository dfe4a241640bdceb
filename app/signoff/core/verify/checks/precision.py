"""Check ``precision``: every number fits the digits the document allows."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
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
        digits = say("check.digits", precision=column.precision, scale=column.scale)
        if not any(numbers):
            return Check(
                self.code,
                CheckState.PASSED,
                say("check.precision_fits", column=column.name, digits=digits),
                column.name,
            )
        count = numbers[0] or numbers[1]
        message = say(
            "check.too_large" if numbers[0] else "check.cut_after_point",
            column=column.name,
            numbers=count_words(count, "number", "numbers"),
            digits=digits,
        )
        return Check(self.code, CheckState.FAILED, message, column.name, count)
