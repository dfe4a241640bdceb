"""A value as far as a rule in sentences has been read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn


@dataclass(frozen=True)
class Said:
    """A value as far as it has been read."""

    sql: str
    sources: tuple[ScopeColumn, ...]
    defaulted: bool = False

    @property
    def used(self) -> tuple[ScopeColumn, ...]:
        """The sources it is made of."""
        return tuple(c for c in self.sources if re.search(rf"{re.escape(c.sql)}(?!\w)", self.sql))

    def with_each(self, columns: tuple[ScopeColumn, ...], shape: str) -> Said:
        """The value with these columns put into a shape, ``trim({})``."""
        sql = self.sql
        for column in columns:
            sql = re.sub(rf"{re.escape(column.sql)}(?!\w)", lambda m: shape.replace("{}", m.group()), sql)
        return replace(self, sql=sql)
