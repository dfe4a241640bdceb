"""What a rule is about: its columns, what of them is nothing, in what unit they are, whether letters differ."""

from __future__ import annotations

from dataclasses import dataclass, field

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.names import Names, kind_of
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC, words


@dataclass
class Ground:
    """What is known of a rule before and while its clauses are read."""

    tools: Tools
    names: Names
    target: str
    """``number``, ``day``, ``moment``, ``truth`` or ``text``."""
    folds: bool = False
    """Capitals and small letters mean the same."""
    trims: bool = False
    """Blanks around a text mean nothing."""
    guarded: bool = False
    """It is said that nothing is divided by zero."""
    cents: set[str] = field(default_factory=set)
    """Columns that the rule says are in cents."""
    row: tuple[str, ...] = ()
    """Texts and what stands between them, where the rule puts some one after the other."""
    in_money: bool = False
    """Columns in cents are spoken of in whole money."""
    void: dict[str, list[str]] = field(default_factory=dict)
    """Values that stand for nothing, as SQL, by the SQL of their column."""
    instead: dict[str, str] = field(default_factory=dict)
    """What a missing number counts as, by the SQL of its column."""
    fallback: dict[str, str] = field(default_factory=dict)
    """SQL of the column that stands in for one without a value, by its SQL."""
    meant: dict[str, str] = field(default_factory=dict)
    """SQL of words that the rule explains: ``where list price = total + discount``."""
    topic: ScopeColumn | None = None
    """The column that was spoken of last."""

    def subject(self, kind: str = "") -> ScopeColumn | None:
        """What a clause is about that names nothing: what was spoken of last, else the source."""
        if self.topic is not None and (not kind or kind_of(self.topic) == kind):
            return self.topic
        return self.names.source(kind) or (self.names.sources[0] if self.is_only(kind) else None)

    def is_only(self, kind: str) -> bool:
        """Whether the first source is the one that is meant, since it is alone or of the kind that is asked for."""
        first = self.names.sources[:1]
        return bool(first) and (len(self.names.sources) == 1) and (not kind or kind_of(first[0]) == kind)

    def called(self, noun: str, kind: str = "") -> ScopeColumn | None:
        """The column that words call; it is spoken of from now on."""
        found = self.names.called(noun, kind)
        if found is not None:
            self.topic = found
        return found

    def bare(self, column: ScopeColumn) -> str:
        """A column without the values that stand for nothing."""
        sql = column.sql
        for value in self.void.get(column.sql, ()):
            sql = f"nullif({sql}, {value})"
        if column.sql in self.fallback:
            blank = f"nullif(trim({sql}), '')" if kind_of(column) == "text" else sql
            sql = f"coalesce({blank}, {self.fallback[column.sql]})"
        return sql

    def sql(self, column: ScopeColumn) -> str:
        """A column as the rule counts with it."""
        sql = self.bare(column)
        if column.sql in self.instead:
            sql = f"coalesce({sql}, {self.instead[column.sql]})"
        return (
            f"({sql} / 100.0)" if self.in_money and (is_in_cents(column) or column.sql in self.cents) else sql
        )

    def letters(self, column: ScopeColumn) -> str:
        """A text as it is compared."""
        sql = f"trim({self.bare(column)})" if self.trims else self.bare(column)
        return f"upper({sql})" if self.folds else sql

    def as_compared(self, text: str) -> str:
        """A value as it is compared, as SQL."""
        return literal(text.upper() if self.folds else text)

    def missing(self, column: ScopeColumn) -> str:
        """SQL of having no value, blank text included."""
        sql = self.bare(column)
        return f"nullif(trim({sql}), '') IS NULL" if kind_of(column) == "text" else f"{sql} IS NULL"

    def present(self, column: ScopeColumn) -> str:
        """SQL of having a value."""
        return self.missing(column).removesuffix("IS NULL") + "IS NOT NULL"


def is_in_cents(column: ScopeColumn) -> bool:
    """Whether a name says that its amounts are in cents."""
    return bool({"cents", "cent", "minor", "pence"} & set(words(column.column.name)))


def literal(text: str) -> str:
    """A fixed text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def target_kind(kind: str) -> str:
    """Which kind of value a DuckDB type holds."""
    upper = kind.upper()
    if upper.startswith("BOOL"):
        return "truth"
    if upper.startswith(("TIMESTAMP", "DATETIME")):
        return "moment"
    if upper.startswith("DATE"):
        return "day"
    return "number" if NUMERIC.match(kind) else "text"
