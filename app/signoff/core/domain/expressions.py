"""The SQL for one column, what it may use, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import SourceColumn


class Origin(StrEnum):
    """How an expression came about."""

    DIRECT = "direct"
    PATTERN = "pattern"
    GENERATED = "generated"
    KEPT = "kept"
    WRITTEN = "written"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True)
class ScopeColumn:
    """One column an expression may use."""

    relation: str
    """Alias of the relation in the statement."""
    table: str
    column: SourceColumn
    is_source: bool = False
    """The document's source cells name it for this rule."""
    named_only: bool = False
    """In scope only because the rule's own text names it: flagged for the SME."""

    @property
    def sql(self) -> str:
        """Qualified reference, quoted where needed by the name."""
        return f"{quoted(self.relation)}.{quoted(self.column.name)}"


@dataclass(frozen=True)
class Scope:
    """Everything one rule may use: the vocabulary of compilers, grammar and checks."""

    columns: tuple[ScopeColumn, ...]
    """Sources first, in the document's order, then the rest."""
    target_type: str = ""
    """DuckDB type of the target column; empty when not known."""
    aggregate: bool = False
    """The statement is grouped: the expression may aggregate."""
    group_keys: tuple[str, ...] = ()
    """SQL of the expressions grouped by."""
    condition: bool = False
    """A boolean condition is wanted (join or filter) instead of a column's value."""
    findings: tuple[Finding, ...] = ()
    """Sources of the rule that could not be found, or not told apart."""
    spoken: tuple[tuple[str, ScopeColumn], ...] = ()
    """Source columns that other columns of the target take over as they are, each with the name it has there."""
    rows: bool = False
    """With `condition`: the text may also say which one of several rows stays, as a condition over a window."""
    certain: bool = False
    """Only what compiles is wanted: the language model is not asked."""
    places: tuple[str, ...] = ()
    """Aliases and tables of the query, whether or not a column of theirs is in scope: words that name no column."""

    @property
    def sources(self) -> tuple[ScopeColumn, ...]:
        """The columns named by the document's source cells."""
        return tuple(c for c in self.columns if c.is_source)

    def find(self, name: str, relation: str = "") -> tuple[ScopeColumn, ...]:
        """Columns of that name, ignoring case; of that relation's alias when given, else of that table."""
        wanted, place = name.casefold(), relation.casefold()
        called = tuple(c for c in self.columns if c.column.name.casefold() == wanted)
        if not place:
            return called
        own = tuple(c for c in called if c.relation.casefold() == place)
        return own or tuple(c for c in called if c.table.casefold() == place)


@dataclass(frozen=True)
class Expression:
    """The SQL for one target column, in DuckDB's dialect, with how it came about."""

    sql: str
    origin: Origin
    method: str = ""
    """Compiler's name, or digest of the generator, or name of the writer."""
    alternatives: tuple[str, ...] = ()
    """Other candidates that bind, best first."""
    tokens: int = 0
    seconds: float = 0.0
    prompt_hash: str = ""
    least: float = 0.0
    """Probability of the least sure choice the generator made for it; 0 when not known."""
    agreed: int = 0
    """Sample rows on which every candidate gives the same value; 0 where there is one, or they differ somewhere."""
    answered: bool = False
    """An answer on rows chose it among the candidates."""
    findings: tuple[Finding, ...] = ()


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


@lru_cache(maxsize=20_000)
def quoted(name: str) -> str:
    """Identifier as DuckDB SQL, in double quotes only where its letters ask for it.

    Reserved words and letters outside a-z, 0-9 and _ are what asks for it.
    """
    lowered = name.lower()
    plain = bool(lowered) and set(lowered) <= _PLAIN and not lowered[0].isdigit()
    if plain and lowered not in RESERVED:
        return name
    return '"' + name.replace('"', '""') + '"'


_RESERVED_WORDS = """
all analyse analyze and any array as asc asymmetric both case cast check collate column constraint
create default deferrable desc describe distinct do else end except false fetch for foreign from
grant group having in initially intersect into lambda lateral leading limit not null offset on only
or order pivot placing primary qualify references returning select show some summarize symmetric
table then to trailing true union unique unpivot using variadic when where window with
"""
RESERVED = frozenset(_RESERVED_WORDS.split())
"""Words DuckDB 2.0 reserves (``duckdb_keywords()`` where the category is ``reserved``)."""
