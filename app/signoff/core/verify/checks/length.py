"""Check ``length``: no text is longer than the document allows; DuckDB itself holds no lengths."""

from __future__ import annotations

from signoff.core.domain.checks import Check, CheckState
from signoff.core.domain.sentences import say
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
            message = say("check.length_fits", column=column.name, limit=column.length, longest=longest)
            return Check(self.code, CheckState.PASSED, message, column.name)
        message = say(
            "check.too_long",
            column=column.name,
            values=count_words(too_long, "value", "values"),
            limit=column.length,
            longest=longest,
        )
        return Check(self.code, CheckState.FAILED, message, column.name, too_long)
