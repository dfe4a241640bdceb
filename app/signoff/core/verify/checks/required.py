"""Check ``required``: a column that must hold a value always does."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
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
            return Check(self.code, CheckState.PASSED, f"{column.name} always holds a value.", column.name)
        rows = count_words(missing, "row", "rows")
        message = f"{column.name} is required and has no value in {rows}; give a default in the rule."
        return Check(self.code, CheckState.FAILED, message, column.name, missing)
