"""In what the old SQL differs from itself: run again, over rows read backward, and with the ties of windows broken.

A column's values are looked at alone and beside what tells rows apart: numbers from one to three are the same numbers
whichever of three rows has which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.engines.sql.sandbox import Job, Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.nochange.edge_rows import Stand
from signoff.core.verify.nochange.run_sql import Comparison
from signoff.core.verify.nochange.ties import broken_ties, window_made


@dataclass(frozen=True)
class Unsteady:
    """What old SQL does not give twice."""

    columns: frozenset[str] = frozenset()
    """By folded new name."""
    rows: bool = False
    """It gives more rows at one time than at another."""


def unsteady(
    comparison: Comparison, stands: Sequence[Stand], sandbox: Sandbox, token: CancelToken
) -> Unsteady:
    """The columns of the old SQL whose values depend on the order rows are read in, on ties, or on the moment.

    Args:
        comparison: old and new.
        stands: what stands before the tables.
        sandbox: holds the rows.
        token: stops inside DuckDB.
    """
    runs = _Runs(comparison, stands, sandbox, token)
    names = comparison.names
    alone = runs.differing([(name,) for name in names])
    if alone is None:
        return Unsteady()
    found = {name for name, differs in zip(names, alone[1:], strict=True) if differs}
    rest = [name for name in names if name not in found]
    windows = window_made(comparison.old)
    open_ones = [name for name in rest if comparison.columns_old(name) in windows]
    plain = [name for name in rest if name not in open_ones]
    key = comparison.unique_key(stands, plain, sandbox, token)
    if key:
        found |= runs.beside(key, [name for name in rest if name not in key])
    elif runs.differs(rest) and not runs.differs(plain):
        found |= runs.beside(plain, open_ones)
    return Unsteady(frozenset(found), alone[0])


class _Runs:
    """The old SQL as it is and in each way that ought to make no difference."""

    def __init__(
        self, comparison: Comparison, stands: Sequence[Stand], sandbox: Sandbox, token: CancelToken
    ) -> None:
        self._comparison, self._stands = comparison, stands
        self._sandbox, self._token = sandbox, token
        plain = comparison.old
        self._ways = [(plain, False), (plain, False), (plain, True)]
        self._ways += [(each, False) for each in broken_ties(plain)]

    def differing(self, groups: Sequence[Sequence[str]]) -> list[bool] | None:
        """Whether the number of rows differs, then each group of columns; None where it does not run."""
        jobs = [
            Job("run", self._comparison.fingerprint(self._stands, groups, sql), 1, backward)
            for sql, backward in self._ways
        ]
        answers = self._sandbox.ask(jobs, self._token)
        rows = [
            each.result.rows[0] if each.result is not None and each.result.rows else None for each in answers
        ]
        first, known = rows[0], [row for row in rows if row is not None]
        if first is None or None in rows[:3]:
            return None
        return [any(row[place] != first[place] for row in known) for place in range(len(groups) + 1)]

    def differs(self, names: Sequence[str]) -> bool:
        """Whether columns differ when they are taken together."""
        answer = self.differing([tuple(names)]) if names else None
        return answer is not None and answer[1]

    def beside(self, key: Sequence[str], names: Sequence[str]) -> set[str]:
        """The columns that differ where each is taken together with others."""
        answer = self.differing([(*key, name) for name in names]) if names else None
        return {name for name, differs in zip(names, (answer or [False])[1:], strict=False) if differs}
