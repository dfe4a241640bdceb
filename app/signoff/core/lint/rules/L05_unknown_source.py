"""A source table or column that does not exist among the source tables at hand.

Why: a guessed name is a guessed value.
Bad: source `CNTR_HDR.CNTR_DATE` where the table only has `CNTR_DT`.
Good: source `CNTR_HDR.CNTR_DT`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceRef, Spec, StepKind, TargetMapping
from signoff.core.lint.asking import asked, choice, name_topic
from signoff.core.lint.context import Context, bare_name, find_table
from signoff.core.lint.name_questions import bare_table, close_names

_LIKELY = 75
_ALIKE = 50
_READS = frozenset(
    {
        StepKind.DRIVING,
        StepKind.INNER_JOIN,
        StepKind.LEFT_JOIN,
        StepKind.RIGHT_JOIN,
        StepKind.FULL_JOIN,
        StepKind.CROSS_JOIN,
    }
)


def unknown_source(context: Context) -> Iterator[Finding]:
    """Unknown tables once a target, unknown columns once a row; silent when no schema is given."""
    if context.schema is None:
        return
    for target in context.spec.targets:
        known = _Known(context, target)
        told: set[str] = set()
        for column in target.columns:
            for ref in column.sources:
                yield from _check(known, target, column, ref, told)
        for step in target.steps:
            if step.kind in _READS and step.table and known.columns(step.table) is None:
                yield from _unknown_table(known, target, step.table, step.cell, told)


def asked_names(spec: Spec, schema: Schema) -> dict[str, tuple[Question, ...]]:
    """What is asked about names that no source has, by topic, case-folded: once for each place, with the same choices.

    Args:
        spec: with the answers worked in.
        schema: the source tables at hand.
    """
    found: dict[str, dict[str, Question]] = {}
    for each in unknown_source(Context(spec, schema)):
        if each.question is not None and each.question.topic:
            found.setdefault(each.question.topic.casefold(), {})[each.question.id] = each.question
    return {topic: tuple(asked.values()) for topic, asked in found.items()}


class _Known:
    """Tables a target may read: sources, other targets, and the aliases of its steps."""

    def __init__(self, context: Context, target: TargetMapping) -> None:
        self._context, self._target = context, target
        self._aliases = {
            step.alias.casefold(): step.table for step in target.steps if step.alias and step.table
        }

    def real_table(self, table: str) -> str:
        """Name of a source table as it really is; empty when it is none."""
        found = (
            find_table(self._context.schema, self._aliases.get(table.casefold(), table)) if table else None
        )
        return found.name if found else ""

    def source_tables(self) -> list[str]:
        """Names of the source tables."""
        schema = self._context.schema
        return [table.name for table in schema.tables] if schema else []

    def tables(self) -> list[str]:
        return [*self.source_tables(), *(t.name for t in self._context.spec.targets)]

    def columns(self, table: str) -> list[str] | None:
        """Columns of a table or alias; None when there is no such table."""
        table = self._aliases.get(table.casefold(), table)
        found = find_table(self._context.schema, table)
        if found is not None:
            return [c.name for c in found.columns]
        for target in self._context.spec.targets:
            if bare_name(target.name) == bare_name(table):
                return [c.name for c in target.columns]
        return None

    def is_no_source(self, name: str, column: ColumnMapping) -> bool:
        """Whether a cell names, in place of a source column, a table or another column of the target itself."""
        said = squashed(name)
        own = {squashed(c.name) for c in self._target.columns if c is not column}
        has_rule = bool((column.rule_resolved or column.rule).strip())
        return has_rule and (said in own or find_table(self._context.schema, name) is not None)

    def all_columns(self) -> list[str]:
        """Columns of everything that may be read, for a source cell that names no table."""
        schema = self._context.schema
        sources = [c.name for t in (schema.tables if schema else ()) for c in t.columns]
        return [
            *sources,
            *(c.name for t in self._context.spec.targets if t is not self._target for c in t.columns),
        ]


def _check(
    known: _Known, target: TargetMapping, column: ColumnMapping, ref: SourceRef, told: set[str]
) -> Iterator[Finding]:
    cell = column.cell_of(Role.SOURCE_COLUMN) or column.cell
    if not ref.table and known.is_no_source(ref.column, column):
        return
    columns = known.columns(ref.table) if ref.table else known.all_columns()
    if columns is None:
        yield from _unknown_table(known, target, ref.table, column.cell_of(Role.SOURCE_TABLE) or cell, told)
    elif ref.column and columns and squashed(ref.column) not in {squashed(name) for name in columns}:
        hint = _hint(ref.column, columns)
        message = (
            say("lint.unknown_column", table=ref.table, column=ref.column, hint=hint)
            if ref.table
            else say("lint.column_in_no_table", column=ref.column, hint=hint)
        )
        asking = _column_question(target, column, ref, columns, known.real_table(ref.table))
        yield Finding("L05", Severity.ERROR, message, cell, target.name, column.name, asking)


def _unknown_table(
    known: _Known, target: TargetMapping, table: str, cell: Cell | None, told: set[str]
) -> Iterator[Finding]:
    if table.casefold() in told:
        return
    told.add(table.casefold())
    message = say("lint.unknown_table", table=table, hint=_hint(table, known.tables()))
    asking = _table_question(target, table, known)
    yield Finding("L05", Severity.ERROR, message, cell, target.name, "", asking)


def _table_question(target: TargetMapping, table: str, known: _Known) -> Question:
    """Real names that come close, and where there are none, those that are at least alike."""
    close = close_names(bare_table(table), known.source_tables())
    text = say("names.table", name=table, real=close[0]) if len(close) == 1 else ""
    return asked(
        "L05",
        target,
        None,
        text or say("ask.unknown_table", table=table),
        tuple(
            choice(name, name, EditKind.TABLE, name, table) for name in close or _alike(table, known.tables())
        ),
        own=Edit(EditKind.TABLE, of=table),
        hint=say("ask.hint_table"),
        topic=name_topic(table),
        what=table.casefold(),
    )


def _column_question(
    target: TargetMapping, column: ColumnMapping, ref: SourceRef, among: Sequence[str], real: str
) -> Question:
    """Of a source table's column the name is asked about, once for the target; of others the source."""
    lead = f"{ref.table}." if ref.table else ""
    kind = EditKind.COLUMN if real else EditKind.SOURCE
    close = close_names(ref.column, among) if real else ()
    text = say("names.column", name=ref.column, table=real, real=close[0]) if len(close) == 1 else ""
    return asked(
        "L05",
        target,
        column,
        text or say("ask.unknown_column", source=str(ref), column=column.name),
        tuple(
            choice(name, name, kind, f"{lead}{name}", str(ref)) for name in close or _alike(ref.column, among)
        ),
        own=Edit(kind, f"{lead}{OWN_WORDS}", str(ref)),
        hint=say("ask.hint_column"),
        topic=name_topic(ref.column, real) if real else "",
        what=str(ref).casefold(),
    )


def _alike(name: str, among: Iterable[str]) -> list[str]:
    """The known names most like it, best first; none that are quite unlike."""
    found = process.extract(
        name,
        list(dict.fromkeys(among)),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=_ALIKE,
        limit=3,
    )
    return [each[0] for each in found]


def _hint(name: str, among: Iterable[str]) -> str:
    """The most similar known name, as a question."""
    found = process.extractOne(
        name, list(among), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_LIKELY
    )
    return say("lint.did_you_mean", name=found[0]) if found else ""
