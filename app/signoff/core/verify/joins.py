"""Whether the samples of two tables join: how many rows find a partner by the columns that are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.progress import CancelToken

_ENOUGH = 0.5
"""Share of rows, or of partners, from which samples are taken to belong together."""
_SEPARATOR = "chr(31)"


@dataclass(frozen=True)
class Join:
    """Two source tables that a target joins, and the columns that must be equal, pair by pair."""

    target: str
    left: str
    left_columns: tuple[str, ...]
    right: str
    right_columns: tuple[str, ...]

    @property
    def by(self) -> str:
        """The columns in words."""
        pairs = zip(self.left_columns, self.right_columns, strict=True)
        return ", ".join(a if a.casefold() == b.casefold() else f"{a} = {b}" for a, b in pairs)


@dataclass(frozen=True)
class JoinFit:
    """How well the samples of one join fit; rows without a value in a joined column are left out."""

    join: Join
    rows: int
    """Rows of the left table."""
    matched: int
    """Of these, rows that find a partner."""
    partners: int
    """Different keys in the right table."""
    used: int
    """Of these, keys that some left row has."""
    loosely: int
    """Rows of the left table that find a partner once blanks at the ends, case and leading zeros are set aside."""

    @property
    def fits(self) -> bool:
        """Whether the samples belong together: most rows find a partner, or most partners are found."""
        if not self.rows or not self.partners:
            return False
        return self.matched / self.rows >= _ENOUGH or self.used / self.partners >= _ENOUGH

    @property
    def sentence(self) -> str:
        """What a person should know of it."""
        join, rows, matched = self.join, self.rows, self.matched
        left, right, by = join.left, join.right, join.by
        if not rows or not self.partners:
            return say("joins.nothing", left=left, right=right, by=by)
        if self.fits:
            return say("joins.fits", left=left, right=right, by=by, rows=rows, matched=matched)
        if self.loosely / rows >= _ENOUGH:
            loosely = self.loosely
            return say(
                "joins.loosely", left=left, right=right, by=by, rows=rows, matched=matched, loosely=loosely
            )
        return say("joins.apart", left=left, right=right, by=by, rows=rows, matched=matched)


def join_fits(
    joins: Sequence[Join], sandbox: Sandbox, *, cancel: CancelToken | None = None
) -> tuple[JoinFit, ...]:
    """How well the samples of each join fit; joins that can't be counted are left out.

    Raises:
        Cancelled: `cancel` was set.
    """
    outcomes = sandbox.run_many([_fit_sql(join) for join in joins], 1, cancel)
    found = []
    for join, outcome in zip(joins, outcomes, strict=True):
        if outcome.result is not None and outcome.result.rows:
            found.append(JoinFit(join, *(int(value or 0) for value in outcome.result.rows[0])))
    return tuple(found)


def _fit_sql(join: Join) -> str:
    left, right = _key(join.left_columns), _key(join.right_columns)
    loose_left, loose_right = _loose(join.left_columns), _loose(join.right_columns)
    return f"""
        WITH l AS (SELECT {left} AS k, {loose_left} AS loose, count(*) AS n FROM {quoted(join.left)} GROUP BY 1, 2),
        r AS (SELECT DISTINCT {right} AS k, {loose_right} AS loose FROM {quoted(join.right)})
        SELECT sum(n) FILTER (k IS NOT NULL),
            sum(n) FILTER (k IN (SELECT k FROM r WHERE k IS NOT NULL)),
            (SELECT count(k) FROM r),
            (SELECT count(k) FROM r WHERE k IN (SELECT k FROM l WHERE k IS NOT NULL)),
            sum(n) FILTER (loose IN (SELECT loose FROM r WHERE loose IS NOT NULL))
        FROM l
    """


def _key(columns: Sequence[str]) -> str:
    return f" || {_SEPARATOR} || ".join(f"CAST({quoted(c)} AS VARCHAR)" for c in columns)


def _loose(columns: Sequence[str]) -> str:
    parts = (f"ltrim(upper(trim(CAST({quoted(c)} AS VARCHAR))), '0')" for c in columns)
    return f" || {_SEPARATOR} || ".join(parts)
