"""Check ``length``: no text is longer than the document allows; DuckDB itself holds no lengths."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.verify.declared import TargetColumn
from signoff.core.verify.trial import count_words


class LengthCheck:
    """Counts values that are too long, and measures the longest."""

    code = "length"

    def measures(self, column: TargetColumn) -> tuple[str, ...]:
        """Values that are too long; characters of the longest."""
        if column.length is None:
            return ()
        size = f"length(CAST({column.sql} AS VARCHAR))"
        return (f"count(*) FILTER (WHERE {size} > {column.length})", f"max({size})")

    def judge(self, column: TargetColumn, numbers: tuple[int, ...]) -> Check:
        """Failed when a value is too long."""
        too_long, longest = numbers
        if not too_long:
            message = f"{column.name}: the longest of at most {column.length} characters has {longest}."
            return Check(self.code, CheckState.PASSED, message, column.name)
        message = (
            f"{column.name} has {count_words(too_long, 'value', 'values')} longer than {column.length} "
            f"characters, the longest {longest}; cut them in the rule or widen the type."
        )
        return Check(self.code, CheckState.FAILED, message, column.name, too_long)
