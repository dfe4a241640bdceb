"""Where an expression will stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import SectionPlan
from signoff.core.merge.assembling import probe_frame
from signoff.core.merge.blanks import blank_as_missing
from signoff.core.merge.grouping import fitted_to_group
from signoff.core.merge.inner_sql import aliases_inside
from signoff.core.merge.lifting import gathered_in_place, lifted
from signoff.core.merge.preaggregating import with_sums_before_joins
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
    scope: Scope | None = None
    """What it may use; needed where the blank text of tables counts as missing."""
    blank_missing: tuple[str, ...] = ()
    """Tables whose blank text counts as missing, by a general rule."""

    @property
    def inside(self) -> frozenset[str]:
        """Aliases, case-folded, of the tables that are put together before they are joined."""
        relations = self.section.relations if self.section is not None else ()
        return frozenset[str]().union(*(aliases_inside(relation) for relation in relations))

    def read(self, sql: str) -> str:
        """The expression with blank text read as no value where a general rule wants that."""
        return sql if self.scope is None else blank_as_missing(sql, self.scope, self.blank_missing)

    def standing(self, expressions: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """FROM clause to GROUP BY of the section, and expressions as they stand behind it, as DuckDB SQL.

        What relations sum up before they are joined is computed there; the frame is empty for a condition.
        """
        if self.section is None:
            return "", tuple(expressions)
        section = with_sums_before_joins(self.section, expressions)
        section, outside = lifted(section, [("value", sql) for sql in expressions])
        return probe_frame(section), tuple(_legal(sql, section) for sql in outside)

    def probe(self, expressions: Sequence[str], desk: Desk) -> tuple[ProbeOutcome, ...]:
        """Try expressions on the samples as they will stand in the statement.

        Where a relation sums them up each is tried by itself, since one that fails there fails all.
        """
        if self.section is None:
            return tuple(ProbeOutcome(sql=sql) for sql in expressions)
        batches = [[sql] for sql in expressions] if self.inside else [list(expressions)]
        outcomes: list[ProbeOutcome] = []
        for batch in batches:
            frame, ready = self.standing([self.read(sql) for sql in batch])
            outcomes += check_expressions(frame, ready, desk.sandbox)
        return tuple(replace(o, sql=sql) for o, sql in zip(outcomes, expressions, strict=True))

    def works(self, sql: str, desk: Desk) -> bool:
        """Whether an expression binds and runs on the samples where it will stand."""
        return not self.probe([sql], desk)[0].error

    def gathered(self, sql: str) -> str:
        """The expression over plain rows of all its tables that are grouped as the section groups them."""
        section = self.section
        return sql if section is None else _legal(gathered_in_place(section, sql), section)

    @property
    def key(self) -> tuple[str, str]:
        """Target and column, case-folded."""
        return self.target.casefold(), self.column.casefold()

    def __str__(self) -> str:
        return f"{self.target}.{self.column}"


def _legal(sql: str, section: SectionPlan) -> str:
    """The expression made legal where the section is grouped."""
    return fitted_to_group(Expression(sql, Origin.GENERATED), section).sql
