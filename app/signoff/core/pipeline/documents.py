"""All targets of one document, drafted in the order in which they read each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.checks import Verification
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.masking import Term
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Spec, StepKind, TargetMapping
from signoff.core.engines.sql.problems import SqlFailed
from signoff.core.engines.sql.samples import SampleFolder, SampleTable, read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.generate.types import duckdb_type
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.leaks import LeakFound
from signoff.core.merge.linked.restating import with_linked_records
from signoff.core.merge.markwords import state_in
from signoff.core.merge.moved import moved_columns
from signoff.core.merge.planning import order_targets
from signoff.core.pipeline.desk import Desk, GeneratorLost
from signoff.core.pipeline.drafting import DraftOutcome, draft_target, hollow_draft
from signoff.core.pipeline.linting import lint_beside
from signoff.core.pipeline.settings_asked import settings_texts
from signoff.core.pipeline.since import marks_for
from signoff.core.pipeline.updating import update_target
from signoff.core.progress import Progress


@dataclass(frozen=True)
class DocumentDrafts:
    """What became of a whole document."""

    spec: Spec
    schema: Schema
    outcomes: tuple[DraftOutcome, ...]
    """In the order drafted: a target after those it reads."""
    findings: tuple[Finding, ...]
    """Of parse and lint, and of targets that could not be drafted at all."""


@dataclass(frozen=True)
class Drafted:
    """One target that has just been drafted, with all that belongs to it."""

    outcome: DraftOutcome
    findings: tuple[Finding, ...]
    """Of parse and lint, on this target."""
    schema: Schema
    """Every table known so far, this target among them."""


def project_samples(folder: Path, spec: Spec) -> SampleFolder:
    """What a project's samples hold; without any, the document's own list of source columns has to do.

    Args:
        folder: where the project's sample files were written.
        spec: its `sources` are the document's own list of source columns.

    Raises:
        SignoffError: there is neither.
    """
    if any(folder.iterdir()):
        return read_folder(folder)
    if any(table.columns for table in spec.sources.tables):
        return SampleFolder(())
    raise SignoffError(say("input.no_sources"))


def load_samples(sandbox: Sandbox, folder: SampleFolder, spec: Spec) -> tuple[Finding, ...]:
    """Load sample tables; the document's list of sources gives types nobody stated, and tables nobody sent.

    Args:
        sandbox: gets exactly these tables.
        folder: what the folder of samples holds.
        spec: its `sources` are the document's own list of source columns.

    Returns:
        What did not fit.
    """
    tables = [_with_document_types(table, spec.sources) for table in folder.tables]
    sent = {table.name.casefold() for table in tables}
    listed = [t for t in spec.sources.tables if t.columns and t.name.casefold() not in sent]
    tables += [SampleTable(t.name, None, _typed(t.columns), t.key) for t in listed]
    missing = tuple(
        Finding("D05", Severity.WARNING, say("input.no_sample_rows", table=t.name)) for t in listed
    )
    return (*folder.findings, *sandbox.load(tables), *missing)


def _with_document_types(table: SampleTable, listed: Schema) -> SampleTable:
    known = listed.table(table.name)
    if known is None or table.columns or (table.path is not None and table.path.suffix.lower() == ".parquet"):
        return table
    columns = tuple(replace(c, type=duckdb_type(c.type)) for c in known.columns)
    return replace(table, columns=columns, key=table.key or known.key)


def _typed(columns: Sequence[SourceColumn]) -> tuple[SourceColumn, ...]:
    return tuple(replace(c, type=duckdb_type(c.type) or "VARCHAR") for c in columns)


def draft_document(
    spec: Spec,
    schema: Schema,
    desk: Desk,
    *,
    existing: Mapping[str, str],
    listed: Sequence[Term] = (),
    reuse: Mapping[str, DraftOutcome] | None = None,
    only: Sequence[str] = (),
    on_drafted: Callable[[Drafted], None] = lambda _drafted: None,
) -> DocumentDrafts:
    """Draft every target of a spec.

    Args:
        spec: what parse read.
        schema: the tables in the desk's sandbox.
        desk: the run's tools; its terms are set here.
        existing: SQL that exists, by target name; such a target is updated, not drafted anew.
        listed: business words from a glossary.
        reuse: what stays as it was drafted before, by target name, case-folded.
        only: names of the targets to draft, with those they read; all when empty.
        on_drafted: told of each target as soon as its draft is checked, those of `reuse` left out.
    """
    desk.terms = terms_of(spec, schema, listed, desk.level)
    desk.marks = marks_for(spec, existing, desk)
    desk.settings_texts = settings_texts(spec, existing)
    findings = [*spec.findings, *lint_beside(spec, schema, desk.sandbox, existing)]
    spec = replace(spec, targets=with_linked_records(spec.targets, spec.general, schema))
    order = order_targets(spec.targets, schema)
    findings += order.findings
    wanted = with_what_they_read(spec, only)
    by_name = {name.casefold(): text for name, text in existing.items()}
    outcomes: list[DraftOutcome] = []
    for done, name in enumerate(order.names):
        desk.cancel.check()
        desk.report(Progress("draft", done, len(order.names), name))
        target = spec.target(name)
        if target is None:
            continue
        kept = (reuse or {}).get(name.casefold())
        if kept is None and wanted and name.casefold() not in wanted:
            continue
        if kept is not None:
            outcomes.append(kept)
            schema = with_rules_told(with_target(schema, kept, desk), target)
            continue
        outcome = draft_or_hollow(target, schema, order.names, by_name.get(name.casefold(), ""), desk)
        outcomes.append(outcome)
        schema = with_rules_told(with_target(schema, outcome, desk), target)
        own = tuple(f for f in findings if f.target.casefold() == name.casefold())
        on_drafted(Drafted(outcome, own, schema))
    return DocumentDrafts(spec, schema, tuple(outcomes), tuple(findings))


def with_what_they_read(spec: Spec, names: Sequence[str]) -> frozenset[str]:
    """The targets of these names and every target they read, as the document has it; names case-folded."""
    known = {target.name.casefold(): target for target in spec.targets}
    found: set[str] = set()
    waiting = [name.casefold() for name in names]
    while waiting:
        name = waiting.pop()
        if name in found or name not in known:
            continue
        found.add(name)
        target = known[name]
        waiting += [source.table.casefold() for column in target.columns for source in column.sources]
        waiting += [table.casefold() for column in target.columns for table in column.source_tables]
        waiting += [step.table.casefold() for step in target.steps]
    return frozenset(found)


def draft_or_hollow(
    target: TargetMapping, schema: Schema, order: Sequence[str], existing: str, desk: Desk
) -> DraftOutcome:
    """The draft of one target; one that can't be drafted keeps its columns, and a finding says why.

    Args:
        target: its mapping.
        schema: the source tables, and the targets drafted before this one.
        order: names of all targets of the document.
        existing: the text of its file; empty where there is none.
        desk: the run's tools.

    Raises:
        GeneratorLost: the language model died.
        LeakFound: a prompt would have leaked a term, and the desk stops then.
    """
    try:
        return _draft_one(target, schema, order, existing, desk)
    except (GeneratorLost, LeakFound):
        raise
    except SignoffError as error:
        return _failed(target, existing, str(error))


def _draft_one(
    target: TargetMapping, schema: Schema, order: Sequence[str], existing: str, desk: Desk
) -> DraftOutcome:
    """An update where SQL exists; SQL that only stands in the document is a help, not a must."""
    if existing.strip():
        return update_target(target, existing, schema, desk)
    if target.existing_sql.strip():
        try:
            return update_target(target, target.existing_sql, schema, desk)
        except (GeneratorLost, LeakFound):
            raise
        except SignoffError:
            desk.cancel.check()
    return draft_target(_without_removed(target), schema, order, desk)


def _without_removed(target: TargetMapping) -> TargetMapping:
    """The target without conditions that are marked as removed: a table that is made anew never had them."""
    steps = tuple(
        s
        for s in target.steps
        if s.kind is not StepKind.FILTER or state_in(s.state) is not MandateState.REMOVED
    )
    return target if len(steps) == len(target.steps) else replace(target, steps=steps)


def _failed(target: TargetMapping, existing: str, reason: str) -> DraftOutcome:
    """What is left of a target that can't be drafted: its existing file as it is, or the right columns and no rows."""
    draft = hollow_draft(target, reason)
    if existing.strip():
        draft = replace(draft, text=existing, existing=existing)
    return DraftOutcome(draft, Verification(target.name, ()))


def with_target(schema: Schema, outcome: DraftOutcome, desk: Desk) -> Schema:
    """The schema with a drafted target in it, its rows in the sandbox, so that later targets can read it."""
    return with_rows_of(schema, outcome.draft.target, outcome.draft.sql, outcome.verification.columns, desk)


def with_rules_told(schema: Schema, target: TargetMapping) -> Schema:
    """The schema with the document's words on each column of a drafted target, which may name the column's values."""
    rules = {c.name.casefold(): (c.rule_resolved or c.rule).strip() for c in target.columns}
    tables = tuple(
        replace(t, columns=tuple(replace(c, told=rules.get(c.name.casefold(), "")) for c in t.columns))
        if t.name.casefold() == target.name.casefold()
        else t
        for t in schema.tables
    )
    return replace(schema, tables=tables)


def with_rows_of(
    schema: Schema,
    name: str,
    sql: str,
    columns: Sequence[tuple[str, str]],
    desk: Desk,
    *,
    is_read: bool = True,
) -> Schema:
    """The schema with one more table, unless it has one of that name.

    Args:
        schema: the tables so far.
        name: of the new table.
        sql: its rows.
        columns: name and DuckDB type of each of its columns; none leaves it out: its SQL does not run here.
        desk: its sandbox gets the rows.
        is_read: False leaves the rows out: nothing asks for them, and they would only take memory.
    """
    if schema.table(name) is not None or not columns:
        return schema
    if is_read:
        _keep_rows(name, sql, desk)
    moved = moved_columns(sql)
    found = tuple(SourceColumn(column, kind, moved_from=moved.get(column, "")) for column, kind in columns)
    return schema.merged_with(Schema((SourceTable(name, found),)))


def _keep_rows(name: str, sql: str, desk: Desk) -> None:
    """The draft's rows for those that read it; none where a value stops it, which its own checks tell."""
    try:
        desk.sandbox.create_table(name, sql, desk.cancel)
    except SqlFailed:
        desk.sandbox.create_table(name, f"select * from (\n{sql}\n) as drafted limit 0", desk.cancel)
