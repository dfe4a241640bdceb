"""How an updated target's rows are kept: its key on the samples, and the settings its new columns need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.edits import EditKind, EditScript
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.materialising import Keeping, ModelConfig
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.merge.backfilling import Updated, is_snapshot, known_config, known_marks
from signoff.core.merge.config_proposals import propose_settings
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.names import find_table
from signoff.core.merge.project_settings import TESTED_UNIQUE
from signoff.core.pipeline.desk import Desk
from signoff.core.verify.key_facts import key_facts


@dataclass(frozen=True)
class Settled:
    """An update with the settings it needs."""

    script: EditScript
    keeping: Keeping
    findings: tuple[Finding, ...] = ()


def settle(
    script: EditScript,
    sql: str,
    target: TargetMapping,
    added: Sequence[ColumnMapping],
    changed: Sequence[ColumnMapping],
    schema: Schema,
    desk: Desk,
    outside: Keeping | None = None,
    dialect: str = "duckdb",
) -> Settled:
    """Put the settings into the script that the new columns of an incremental model need.

    Args:
        script: the other edits.
        sql: the updated model as plain SQL.
        target: the document's rows of it.
        added: rows of the new columns.
        changed: rows of the columns with another expression.
        schema: tables the file reads.
        desk: the run's tools.
        outside: what the dbt project around the file says of it.
        dialect: sqlglot's name of the SQL the file is written in.

    Raises:
        Cancelled: the desk's token was set.
    """
    known = outside or Keeping()
    if is_snapshot(script.text_before):
        return Settled(script, known, (_history(target),))
    config = known_config(script.text_before, known.settings)
    if not config.is_incremental:
        return Settled(script, known)
    tested = [
        s.value for s in known.settings.settings if s.name == TESTED_UNIQUE and isinstance(s.value, tuple)
    ]
    key, doubt = key_facts(target, config, tested, sql, desk.sandbox, desk.cancel)
    unmarked = _unmarked([*added, *changed], known_marks(script.text_before, desk.around), schema)
    gone = _gone(script, schema, desk, dialect)
    keeping = replace(known, key=key, key_doubt=doubt, unmarked=unmarked, gone=gone)
    update = replace(_updated(script, target, added, changed, config, keeping), around=desk.around)
    proposal = propose_settings(update, dialect, _needs(script))
    edits = sorted((*script.edits, *proposal.edits), key=lambda edit: edit.start)
    return Settled(replace(script, edits=tuple(edits)), keeping, proposal.findings)


def _updated(
    script: EditScript,
    target: TargetMapping,
    added: Sequence[ColumnMapping],
    changed: Sequence[ColumnMapping],
    config: ModelConfig,
    keeping: Keeping,
) -> Updated:
    return Updated(
        *(target.name, target.name, script.text_before, script.applied()),
        added=tuple(c.name for c in added),
        changed=tuple(c.name for c in changed),
        config=config,
        key=keeping.key,
        unmarked=keeping.unmarked,
        key_doubt=keeping.key_doubt,
        gone=keeping.gone,
    )


def _history(target: TargetMapping) -> Finding:
    return Finding("D244", Severity.WARNING, say("backfill.history", target=target.name), None, target.name)


def _gone(script: EditScript, schema: Schema, desk: Desk, dialect: str) -> tuple[str, ...]:
    """Columns of the file that the edits rename or take out."""
    if not any(e.kind in (EditKind.RENAME_COLUMN, EditKind.DROP_COLUMN) for e in script.standing()):
        return ()
    before, after = (
        {
            c.name.casefold(): c.name
            for c in existing_columns(read_existing(text, desk.around, dialect), schema)
        }
        for text in (script.text_before, script.applied())
    )
    return tuple(name for key, name in before.items() if key not in after)


def _needs(script: EditScript) -> tuple[str, ...]:
    """The one new column without which no setting is needed; none where there are several."""
    adding = [e.id for e in script.edits if e.kind is EditKind.ADD_COLUMN and not e.suggestion]
    return tuple(adding) if len(adding) == 1 else ()


def _unmarked(rows: Sequence[ColumnMapping], marks: Sequence[str], schema: Schema) -> tuple[str, ...]:
    """Tables of the new columns that have none of the columns by which a later run tells new rows."""
    if not marks:
        return ()
    wanted = {mark.casefold() for mark in marks}
    found: dict[str, None] = {}
    for source in (source for row in rows for source in row.sources):
        table = find_table(schema, source.table) if source.table else None
        if table is not None and not wanted & {c.name.casefold() for c in table.columns}:
            found[table.name] = None
    return tuple(found)
