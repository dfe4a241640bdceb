"""What lint asks of the sample rows, asked of the sandbox; each thing once."""

from __future__ import annotations

from signoff.core.domain.expressions import quoted
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError

MOST_VALUES = 500
"""Different values compared; a column with more is no column of codes."""


class SampleRows:
    """Sample rows as `signoff.core.lint.Samples`."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._values: dict[tuple[str, str], tuple[str, ...]] = {}
        self._doubled: dict[tuple[str, tuple[str, ...]], int] = {}

    def values(self, table: str, column: str) -> tuple[str, ...]:
        """The different values of a column as text, no value left out; none when there are too many to compare."""
        key = (table, column)
        if key not in self._values:
            sql = (
                f"SELECT DISTINCT CAST({quoted(column)} AS VARCHAR) AS v FROM {quoted(table)} "
                f"WHERE {quoted(column)} IS NOT NULL ORDER BY v"
            )
            found = self._ask(sql, MOST_VALUES + 1)
            self._values[key] = tuple(found) if len(found) <= MOST_VALUES else ()
        return self._values[key]

    def doubled(self, table: str, columns: tuple[str, ...]) -> int:
        """How many combinations of values in these columns stand in more than one row."""
        key = (table, columns)
        if key not in self._doubled:
            names = ", ".join(map(quoted, columns))
            filled = " AND ".join(f"{quoted(name)} IS NOT NULL" for name in columns)
            inner = f"SELECT {names} FROM {quoted(table)} WHERE {filled} GROUP BY {names} HAVING count(*) > 1"
            found = self._ask(f"SELECT CAST(count(*) AS VARCHAR) AS n FROM ({inner}) AS k", 1)
            self._doubled[key] = int(found[0]) if found else 0
        return self._doubled[key]

    def _ask(self, sql: str, limit: int) -> list[str]:
        """The only column of a result; a table that can't be read says nothing."""
        try:
            return [str(row[0]) for row in self._sandbox.run(sql, limit).rows]
        except SignoffError:
            return []
