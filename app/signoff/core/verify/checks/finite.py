"""Check ``finite``: no number is infinite or no number at all, as DuckDB makes them of a division by zero."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import count_words


class FiniteCheck:
    """Counts ``inf`` and ``nan``."""

    code = "finite"

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """Odd numbers, for columns that can hold them."""
        if column.bound not in ("DOUBLE", "FLOAT"):
            return ()
        return (f"count(*) FILTER (WHERE NOT isfinite({column.sql}))",)

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """Failed when there is one."""
        odd = numbers[0]
        if not odd:
            return Check(self.code, CheckState.PASSED, say("check.finite", column=column.name), column.name)
        rows = count_words(odd, "row", "rows")
        message = say("check.not_finite", column=column.name, rows=rows)
        return Check(self.code, CheckState.FAILED, message, column.name, odd)
