"""Check ``required``: a column that must hold a value always does."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import count_words


class RequiredCheck:
    """Counts rows without a value."""

    code = "required"

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """Rows without a value, for required and key columns."""
        return (f"count(*) FILTER (WHERE {column.sql} IS NULL)",) if column.required else ()

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """Failed when a row has no value."""
        missing = numbers[0]
        if not missing:
            return Check(
                self.code, CheckState.PASSED, say("check.required_filled", column=column.name), column.name
            )
        rows = count_words(missing, "row", "rows")
        message = say("check.required_missing", column=column.name, rows=rows)
        return Check(self.code, CheckState.FAILED, message, column.name, missing)
