"""Where an expression will stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import SectionPlan
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.grouping import fitted_to_group
from signoff.core.merge.lifting import lifted
from signoff.core.pipeline.desk import Desk
from signoff.core.verify.probe import ProbeOutcome, check_expressions


@dataclass(frozen=True)
class Place:
    """Where an expression will stand: the target, its column, and the rows it is computed over."""

    target: str
    column: str
    """Target column; the text of a condition for joins and filters."""
    section: SectionPlan | None = None
    """None for a condition, whose rows are not known yet."""

    @property
    def frame(self) -> str:
        """FROM clause to GROUP BY of the section, as DuckDB SQL; empty for a condition."""
        return "" if self.section is None else probe_frame(self.section)

    def probe(self, expressions: Sequence[str], desk: Desk) -> tuple[ProbeOutcome, ...]:
        """Try expressions on the samples as they will stand in the statement."""
        if self.section is None:
            return tuple(ProbeOutcome(sql=sql) for sql in expressions)
        section, outside = lifted(self.section, [("value", sql) for sql in expressions])
        ready = [fitted_to_group(Expression(sql, Origin.GENERATED), section).sql for sql in outside]
        outcomes = check_expressions(probe_frame(section), ready, desk.sandbox)
        return tuple(replace(o, sql=sql) for o, sql in zip(outcomes, expressions, strict=True))

    def works(self, sql: str, desk: Desk) -> bool:
        """Whether an expression binds and runs on the samples where it will stand."""
        return not self.probe([sql], desk)[0].error

    def fitted(self, sql: str) -> str:
        """The expression as it will stand: made legal where the section is grouped."""
        section = self.section
        return sql if section is None else fitted_to_group(Expression(sql, Origin.GENERATED), section).sql

    @property
    def key(self) -> tuple[str, str]:
        """Target and column, case-folded."""
        return self.target.casefold(), self.column.casefold()

    def __str__(self) -> str:
        return f"{self.target}.{self.column}"
