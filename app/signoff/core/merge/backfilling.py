"""What the rows of a table that is there already need, when its model gets new or changed columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.backfills import Backfill, BackfillKind
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.materialising import IMPLIED, INCREMENTAL, KeyFacts, ModelConfig, Setting
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.backfill_macro import BackfillMacro, can_state, macro_text
from signoff.core.merge.config_calls import config_of
from signoff.core.merge.first_load import later_parts
from signoff.core.merge.jinjatags import tags_of
from signoff.core.merge.later_macros import first_load_calls, marks_around

_LIVE = re.compile(r"[{}\r\n]")
ADDING = frozenset({"append_new_columns", "sync_all_columns"})
"""Values of on_schema_change with which dbt adds new columns to a table that is there."""
_NO_ROWS = frozenset({"view", "ephemeral", "materialized_view"})


@dataclass(frozen=True)
class Updated:
    """An update of one dbt file, as far as its old rows are concerned."""

    target: str
    model: str
    """Name of its dbt model."""
    before: str
    after: str
    added: tuple[str, ...]
    """New columns."""
    changed: tuple[str, ...]
    """Columns with another expression."""
    config: ModelConfig
    """As it is with the update; settings of other files behind those of the file."""
    key: KeyFacts
    unmarked: tuple[str, ...] = ()
    """Tables the new columns come from that a later run does not watch."""
    key_doubt: str = ""
    """A sentence where the model's own unique_key does not tell its rows apart on the samples."""
    gone: tuple[str, ...] = ()
    """Columns that are renamed or taken out, by their old names."""
    around: Surroundings = ALONE
    """The dbt project, for macros that do something else in later runs."""
    is_alone: bool = False
    """Nothing is known of the dbt project around the file."""


def plan_backfill(update: Updated, dialect: str) -> Backfill:
    """What is to be done about rows that are there already, with the statement where one can do it.

    Args:
        update: what changes.
        dialect: sqlglot's name of the warehouse's SQL.
    """
    kind, words = _without_statement(update)
    columns = (*update.changed, *update.added)
    if kind is not None:
        return Backfill(update.target, kind, (words,), columns, update.added)
    marks = known_marks(update.after, update.around)
    kept = Backfill(update.target, BackfillKind.REFRESH, (), columns, update.added, marks=marks)
    reason = _no_statement(update, dialect)
    if reason:
        refresh = say("backfill.refresh", model=update.model, columns=_listed(columns or update.gone))
        return _told(kept, update, (reason, refresh, *_strategy_words(update)))
    name = f"signoff_backfill_{update.model}"
    key = update.key.columns
    words = say("backfill.filled", target=update.target, columns=_listed(columns), key=_listed(key))
    told = (
        words,
        update.key.why,
        say("backfill.again"),
        say("backfill.when", model=update.model, macro=name),
    )
    text = first_load_calls(update.after, update.around)[0]
    macro = macro_text(BackfillMacro(name, update.model, text, columns, key, told), dialect)
    filled = Backfill(
        update.target, BackfillKind.BACKFILL, (), columns, update.added, key, macro, name, marks
    )
    return _told(filled, update, (*told, *_strategy_words(update)))


def _told(backfill: Backfill, update: Updated, words: Sequence[str]) -> Backfill:
    stays = say("backfill.gone_stays", columns=_listed(update.gone)) if update.gone else ""
    by_hand = update.added and update.config.on_schema_change not in ADDING
    waits = say("backfill.not_added", columns=_listed(update.added), target=update.target) if by_hand else ""
    more = [w for w in (*words, waits, stays, _arrival_words(update, backfill.marks)) if w]
    return replace(backfill, words=tuple(dict.fromkeys(more)))


def _without_statement(update: Updated) -> tuple[BackfillKind | None, str]:
    """Targets whose old rows need nothing, or can't be helped."""
    kept = update.config.materialized
    if is_snapshot(update.after):
        return BackfillKind.HISTORY, say("backfill.history", target=update.target)
    if update.is_alone and update.config.get("materialized") is None:
        return BackfillKind.UNKNOWN, say("backfill.not_said", target=update.target)
    if kept in _NO_ROWS:
        return BackfillKind.NO_ROWS_KEPT, say("backfill.no_rows", target=update.target, kind=kept)
    if kept == "table":
        return BackfillKind.MADE_ANEW, say("backfill.made_anew", target=update.target)
    if kept != INCREMENTAL:
        return BackfillKind.UNKNOWN, say("backfill.unknown", target=update.target, kind=kept or "?")
    if not (update.added or update.changed) and not _lost(update):
        stays = [say("backfill.gone_stays", columns=_listed(update.gone))] if update.gone else []
        return BackfillKind.NOTHING_NEW, " ".join([say("backfill.nothing_new", target=update.target), *stays])
    return None, ""


def is_snapshot(text: str) -> bool:
    """Whether a file is a dbt snapshot."""
    try:
        return any(tag.word == "snapshot" for tag in tags_of(text))
    except SignoffError:
        return False


def _no_statement(update: Updated, dialect: str) -> str:
    """Why no statement can fill the old rows; empty where one can."""
    lost = _lost(update)
    if lost:
        return say("backfill.mark_is_gone", column=lost[0], target=update.target)
    if not update.key.columns:
        return say("backfill.no_key", target=update.target)
    if not update.key.proven:
        return update.key.why
    in_key = {k.casefold() for k in update.key.columns}.intersection(c.casefold() for c in update.added)
    if in_key:
        return say("backfill.key_is_new", key=_listed(update.key.columns))
    live = [n for n in (*update.key.columns, *update.added, *update.changed) if _LIVE.search(n)]
    if live:
        return say("backfill.odd_name", column=live[0])
    return can_state(update.after, dialect) or first_load_calls(update.after, update.around)[1]


def _lost(update: Updated) -> list[str]:
    """Columns that go and by which a run finds the rows it replaces or adds."""
    needed = {
        name.casefold() for name in (*update.config.unique_key, *known_marks(update.before, update.around))
    }
    return [name for name in update.gone if name.casefold() in needed]


def _strategy_words(update: Updated) -> tuple[str, ...]:
    """What a later run of the model does about rows that are there."""
    strategy, key = update.config.strategy, update.config.unique_key
    if strategy == "append" or not key:
        return (say("backfill.append", target=update.target),)
    if strategy in ("merge", "delete+insert"):
        return (say("backfill.upsert", strategy=strategy, key=_listed(key)),)
    return (say("backfill.other_strategy", strategy=strategy),)


def _arrival_words(update: Updated, marks: Sequence[str]) -> str:
    if not marks or not update.unmarked:
        return ""
    return say(
        "backfill.arrives_later",
        tables=_listed(update.unmarked),
        columns=_listed(update.added or update.changed),
        mark=marks[0],
    )


def known_config(text: str, outside: ModelConfig) -> ModelConfig:
    """The settings of a file before those of the project around it.

    Where nothing names a materialisation, a file that asks for later runs is incremental: dbt knows no others.

    Args:
        text: the file.
        outside: what other files say of it.
    """
    config = config_of(text).under(outside)
    if config.get("materialized") is not None or is_snapshot(text):
        return config
    try:
        asks = bool(later_parts(text))
    except SignoffError:
        asks = False
    return (
        config.under(ModelConfig((Setting("materialized", (INCREMENTAL,), where=IMPLIED),)))
        if asks
        else config
    )


def known_marks(text: str, around: Surroundings) -> tuple[str, ...]:
    """Columns by which a later run tells new rows; none where the file's tags can't be read."""
    try:
        return marks_around(text, around)
    except SignoffError:
        return ()


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
