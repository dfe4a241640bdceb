"""The joins that a mapping document asks for, as columns of source tables, and whether its samples join by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlglot import exp

from signoff.core.domain.name_matches import NameMatch
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.sources import SourceRemark
from signoff.core.domain.spec import Schema, Spec
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.engines.sql.schema_sql import read_schema_text
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.lint.asking import name_topic
from signoff.core.lint.name_questions import NameQuestion, name_questions
from signoff.core.lint.rules.L05_unknown_source import asked_names
from signoff.core.merge.planning import plan_target
from signoff.core.pipeline.texts import compiled_text
from signoff.core.progress import CancelToken
from signoff.core.project.inputs import SCHEMA_FILE, StoredFile
from signoff.core.project.project import Project
from signoff.core.verify.joins import Join, JoinFit, join_fits


@dataclass(frozen=True)
class Survey:
    """What the samples of a project are like, taken together."""

    remarks: tuple[SourceRemark, ...]
    fits: tuple[JoinFit, ...]
    """One for each pair of sampled tables a target joins."""
    names: tuple[NameQuestion, ...]
    """Names of the document that no source has as written."""
    schema: Schema
    """The source tables that were given."""
    at_hand: Schema = field(default_factory=Schema)
    """These, and those that the document lists."""

    @property
    def apart(self) -> tuple[JoinFit, ...]:
        """The joins whose samples don't fit."""
        return tuple(fit for fit in self.fits if not fit.fits)


def survey(
    spec: Spec, sandbox: Sandbox, given: Given | None = None, *, cancel: CancelToken | None = None
) -> Survey:
    """Look at the samples in a sandbox as the document would use them.

    Args:
        spec: what was read from the document.
        sandbox: holds the project's samples.
        given: what was given of source tables; None takes every table in the sandbox as given.
        cancel: stops between statements.

    Raises:
        Cancelled: `cancel` was set.
    """
    schema = without_targets(sandbox.schema(), spec)
    tables = given.tables if given is not None else frozenset(t.name.casefold() for t in schema.tables)
    real = Schema(tuple(table for table in schema.tables if table.name.casefold() in tables))
    return Survey(
        sandbox.remarks(),
        join_fits(joins_of(spec, real), sandbox, cancel=cancel),
        _names(spec, schema, real, given.settled if given is not None else frozenset()),
        real,
        schema,
    )


def _names(spec: Spec, schema: Schema, real: Schema, settled: frozenset[str]) -> tuple[NameQuestion, ...]:
    """Names no source has, each with what lint asks about it: one question, wherever it is shown."""
    asked = asked_names(spec, schema)
    found = []
    for each in name_questions(spec, real, settled):
        same = asked.get(name_topic(each.name, each.table).casefold(), ())
        offered = tuple(choice.text for choice in same[0].choices) if same else ()
        found.append(replace(each, choices=offered or each.choices, asked=same))
    return tuple(found)


@dataclass(frozen=True)
class Given:
    """What people gave of source tables, apart from what the document lists itself."""

    tables: frozenset[str]
    """Names of the tables with sample rows or stated columns, case-folded."""
    settled: frozenset[str] = frozenset()
    """Keys of names that stand for none of those that were offered."""


def given_in(project: Project) -> Given:
    """What people gave of source tables to a project."""
    return given_of(project.samples(), project.schema_sql, project.name_matches())


def given_of(samples: Sequence[StoredFile], schema_sql: str, matches: Sequence[NameMatch]) -> Given:
    """What people gave, from sample files, CREATE TABLE statements and answers."""
    stated = read_schema_text(schema_sql, SCHEMA_FILE)[0] if schema_sql else ()
    tables = frozenset(file.table.casefold() for file in samples) | {
        table.name.casefold() for table in stated
    }
    return Given(tables, frozenset(match.key for match in matches if not match.real))


def without_targets(schema: Schema, spec: Spec) -> Schema:
    """The tables that are no targets of the document."""
    targets = {target.name.casefold() for target in spec.targets}
    return Schema(tuple(table for table in schema.tables if table.name.casefold() not in targets))


def joins_of(spec: Spec, schema: Schema) -> tuple[Join, ...]:
    """Every pair of source tables that a target joins by equal columns, each once.

    Joins are planned as drafting plans them, without the language model: a condition nobody else understands is
    left out.
    """
    found: dict[tuple[object, ...], Join] = {}
    names = [target.name for target in spec.targets]
    for target in spec.targets:
        try:
            plan = plan_target(target, schema, targets=names, resolve=compiled_text)
        except SignoffError:
            continue
        for section in plan.sections:
            for join in _joins(target.name, section, schema):
                found.setdefault((join.left, join.left_columns, join.right, join.right_columns), join)
    return tuple(found.values())


def _joins(target: str, section: SectionPlan, schema: Schema) -> Iterator[Join]:
    tables = {
        r.alias.casefold(): r.table for r in section.relations if not r.subquery and schema.table(r.table)
    }
    for relation in section.relations:
        if relation.on is None or not relation.on.sql or relation.alias.casefold() not in tables:
            continue
        pairs = list(_equal_columns(relation.on.sql, relation.alias.casefold(), tables))
        for other in dict.fromkeys(left for left, _, _ in pairs):
            own = [(a, b) for left, a, b in pairs if left == other]
            yield Join(
                target, tables[other], tuple(a for a, _ in own), relation.table, tuple(b for _, b in own)
            )


def _equal_columns(sql: str, alias: str, tables: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Alias and column of another relation, and the column of this one that must equal it."""
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return
    parts = tree.flatten() if isinstance(tree, exp.And) else [tree]
    for part in parts:
        equal = part.unnest()
        if not isinstance(equal, exp.EQ):
            continue
        sides = [equal.this.find(exp.Column), equal.expression.find(exp.Column)]
        if sides[0] is None or sides[1] is None:
            continue
        left, right = sides if sides[1].table.casefold() == alias else reversed(sides)
        if (
            right.table.casefold() == alias
            and left.table.casefold() in tables
            and left.table.casefold() != alias
        ):
            yield left.table.casefold(), left.name, right.name
