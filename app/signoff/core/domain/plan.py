"""The shape of one target's query: relations, filters, grouping, parts; and the draft made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from signoff.core.domain.cells import Cell
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.edits import EditScript
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.materialising import Keeping
from signoff.core.domain.prompts import ProjectExample
from signoff.core.domain.proofs import NoChangeProof
from signoff.core.domain.reversing import ReverseReading


class JoinKind(StrEnum):
    """How a relation enters the query."""

    DRIVING = "driving"
    INNER = "inner"
    LEFT = "left"
    RIGHT = "right"
    FULL = "full"
    CROSS = "cross"


@dataclass(frozen=True)
class Condition:
    """A join or filter condition: its text in the document and its SQL."""

    text: str
    sql: str = ""
    """DuckDB SQL; empty while not resolved."""
    origin: Origin = Origin.UNRESOLVED
    """Unresolved with `sql` filled: proposed by convention, to be confirmed by a person."""
    cell: Cell | None = None
    column: str = ""
    """Grouping only: the target column whose expression is grouped by; `sql` is empty then."""
    others: tuple[str, ...] = ()
    """Of generated ones what else the language model made of the text, of open ones all that it made; as SQL."""
    picked: bool = False
    """A person chose `sql` among what the language model made of the text."""


@dataclass(frozen=True)
class CarriedColumn:
    """A column a derived relation (a CTE of existing SQL) shows to the statement around it."""

    name: str
    """Name inside the statement."""
    type: str = ""
    table: str = ""
    """Table it is copied from unchanged; empty when it is computed."""
    column: str = ""
    """Column of `table` it is copied from."""
    passed: bool = True
    """False when an edit has to pass it through the derived relation first."""
    also: tuple[tuple[str, str], ...] = ()
    """Tables and columns it is copied from in branches of a UNION."""


@dataclass(frozen=True)
class ShownColumn:
    """A column that a relation computes before it is joined: a key, or what its rows come to together."""

    name: str
    sql: str
    """DuckDB SQL over the relations inside."""


@dataclass(frozen=True)
class Relation:
    """One table of the FROM clause."""

    table: str
    alias: str
    join: JoinKind
    on: Condition | None = None
    """None for the driving table and for cross joins."""
    cell: Cell | None = None
    subquery: str = ""
    """SQL of a derived relation that stands for `table`; empty for a plain table."""
    carries: tuple[CarriedColumn, ...] = ()
    """Columns of a derived relation of existing SQL, or of rows that are made; empty for a plain table."""
    inner: SectionPlan | None = None
    """What is done with the table before it is joined; `subquery` is its SQL."""
    shows: tuple[ShownColumn, ...] = ()
    """Columns of a grouped `inner`, keys first; empty where `inner` shows all of its first table's columns."""
    gathers: str = ""
    """Aggregate that a grouped `inner` stands for, such as ``sum``; empty when each rule names its own."""
    told: str = ""
    """What `inner`, or rows that are made, stand for, in plain words for the Rows card."""
    kind_assumed: bool = False
    """Nothing says what becomes of rows without a partner here: the kind of join is only the usual one."""


@dataclass(frozen=True)
class RowDoubt:
    """What a document leaves open of its rows and makes a difference on the samples: asked, the first way followed."""

    topic: str
    """What it is about, once in a section."""
    text: str
    """The question, in words."""
    choices: tuple[tuple[str, str], ...]
    """Id and words of each way; the first is followed meanwhile."""


@dataclass(frozen=True)
class SectionPlan:
    """One part of a target: one SELECT."""

    name: str
    relations: tuple[Relation, ...]
    filters: tuple[Condition, ...] = ()
    group_by: tuple[Condition, ...] = ()
    distinct: bool = False
    notes: tuple[Condition, ...] = ()
    having: tuple[Condition, ...] = ()
    """Filters on aggregates, applied after the grouping."""
    qualify: tuple[Condition, ...] = ()
    """Filters on window functions, such as keeping the latest row of each key."""
    left_out: tuple[Relation, ...] = ()
    """Relations the document asks for that could not be put into the query; a finding says why."""
    unresolved: tuple[Condition, ...] = ()
    """Filters and groupings whose text could not be turned into SQL; a finding says so."""
    elsewhere: tuple[str, ...] = ()
    """Tables that other parts of the target start from and this one does not read."""
    doubts: tuple[RowDoubt, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The query of one target before its columns are known."""

    target: str
    sections: tuple[SectionPlan, ...]
    union_all: bool = True
    """How sections are put together: UNION ALL, or UNION when False."""
    reads_targets: tuple[str, ...] = ()
    """Other targets this one reads; drafted before it."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class DraftColumn:
    """One column of a draft: one expression for each section of the plan."""

    name: str
    type: str
    """DuckDB type of the target column; empty when not known."""
    expressions: tuple[Expression, ...]
    cell: Cell | None = None
    key: bool = False
    """The document marks it as part of the target's key."""

    @property
    def origin(self) -> Origin:
        """The least certain origin among the sections."""
        order = list(Origin)
        return max((e.origin for e in self.expressions), key=order.index)


@dataclass(frozen=True)
class HeldExample:
    """A rule of the project that helped to draft a column: it stood as a worked example in its prompt."""

    column: str
    """Column of the draft, or the text of a condition."""
    example: ProjectExample


@dataclass(frozen=True)
class Draft:
    """The SQL proposed for one target."""

    target: str
    sql: str
    """DuckDB SQL over plain table names, Jinja rendered: what is bound and run."""
    text: str
    """What is shown and written: for an update the edited file, Jinja and layout kept; else equals `sql`."""
    columns: tuple[DraftColumn, ...]
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    existing: str = ""
    """The file's text before the update; empty for an initial load."""
    dialect: str = "duckdb"
    """sqlglot's name of the dialect that text is written in."""
    around: Surroundings = ALONE
    """What of its dbt project that text, and the updated one, was rendered with."""
    seconds: float = 0.0
    prompts: tuple[str, ...] = field(default=())
    """Hashes of the prompts used."""
    examples: tuple[HeldExample, ...] = ()
    """Rules of the project that stood as worked examples in those prompts."""
    edits: EditScript | None = None
    """What an update changes in `existing`, edit by edit; None for an initial load, and in older projects."""
    proof: NoChangeProof | None = None
    """That an update changes nothing else; None for an initial load, and in projects made before there was one."""
    reading: ReverseReading | None = None
    """The existing SQL beside the mapping, values compared; None for an initial load, and in older projects."""
    keeping: Keeping | None = None
    """How an updated target's rows are kept; None for an initial load, and in projects made before it was known."""
