"""Settings that an update of an incremental model needs, proposed with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.backfills import BackfillKind
from signoff.core.domain.edits import MandatedEdit
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.materialising import IMPLIED, ModelConfig, Setting
from signoff.core.domain.sentences import say
from signoff.core.merge.backfilling import ADDING, Updated, is_snapshot, plan_backfill
from signoff.core.merge.config_edits import config_edit

ON_SCHEMA_CHANGE, APPEND_NEW = "on_schema_change", "append_new_columns"


@dataclass(frozen=True)
class Proposal:
    """Changes of settings, and what a person should know of the rows that are there."""

    edits: tuple[MandatedEdit, ...] = ()
    findings: tuple[Finding, ...] = ()


def propose_settings(update: Updated, dialect: str, needs: Sequence[str] = ()) -> Proposal:
    """What to change in the settings of an updated model; nothing where it is not incremental.

    Args:
        update: what changes; `before` is the text the edits are made in.
        dialect: sqlglot's name of the warehouse's SQL.
        needs: ids of the edits without which no new column is left.
    """
    if not update.config.is_incremental or is_snapshot(update.before):
        return Proposal()
    edits = [*_on_schema_change(update, needs), *_unique_key(update)]
    return Proposal(tuple(edits), tuple(_findings(update, dialect)))


def _on_schema_change(update: Updated, needs: Sequence[str]) -> list[MandatedEdit]:
    """Without it dbt leaves new columns out of a table that is there; shown only where that is a guess."""
    now = update.config.on_schema_change
    if not update.added or now in ADDING:
        return []
    code = "backfill.schema_change_stops" if now == "fail" else "backfill.schema_change"
    why = say(code, target=update.target, columns=", ".join(update.added))
    kept = update.config.get("materialized")
    is_guess = now == "fail" or (kept is not None and kept.where == IMPLIED)
    edit = config_edit(update.before, ON_SCHEMA_CHANGE, APPEND_NEW, why, suggestion=is_guess)
    return [replace(edit, needs=tuple(needs))]


def _unique_key(update: Updated) -> list[MandatedEdit]:
    """Shown only: it changes what a run does with rows it reads again."""
    config, key = update.config, update.key
    says_append = config.get("incremental_strategy") is not None and config.strategy == "append"
    if config.get("unique_key") is not None or says_append or not key.proven:
        return []
    value: str | tuple[str, ...] = key.columns[0] if len(key.columns) == 1 else key.columns
    why = say("backfill.unique_key", key=", ".join(key.columns), why=key.why)
    return [config_edit(update.before, "unique_key", value, why, suggestion=True)]


def _findings(update: Updated, dialect: str) -> list[Finding]:
    adding = ModelConfig((Setting(ON_SCHEMA_CHANGE, (APPEND_NEW,)), *update.config.settings))
    plan = plan_backfill(replace(update, config=adding), dialect)
    found = []
    if plan.kind is BackfillKind.REFRESH:
        found.append(Finding("D241", Severity.WARNING, " ".join(plan.words), None, update.target))
    if update.key_doubt:
        found.append(Finding("D242", Severity.WARNING, update.key_doubt, None, update.target))
    if update.unmarked and plan.marks and plan.kind is BackfillKind.BACKFILL:
        found.append(Finding("D243", Severity.INFO, plan.words[-1], None, update.target))
    return found
