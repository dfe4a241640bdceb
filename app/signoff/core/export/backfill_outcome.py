"""What the backfill proof comes to for one model: which rows are held back for it, and what is said of a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.backfills import Backfill, BackfillKind, BackfillProof, BackfillState
from signoff.core.domain.sentences import say
from signoff.core.export.backfill_sql import Cut, Difference


@dataclass(frozen=True)
class ProvedModel:
    """One updated model of an export."""

    model: str
    """Its name; the updated text lies in the export's folder."""
    before: str
    """Text of the model as it was, as dbt is to run it."""
    backfill: Backfill
    reads: tuple[str, ...] = ()
    """Source tables it reads, the one its rows come from first."""


def proves(backfill: Backfill) -> bool:
    """Whether there is anything to prove: a table that keeps its rows and has new or changed columns."""
    return backfill.kind in (BackfillKind.BACKFILL, BackfillKind.REFRESH)


@dataclass(frozen=True)
class Found:
    """What was found of one model."""

    difference: Difference | None
    """Between the table as run on and the one made anew; None where it could not be run."""
    unstable: frozenset[str] = frozenset()
    """Columns that are different in each full rebuild."""
    before: frozenset[str] = frozenset()
    """What differed before the update too."""
    first_rows: int = 0
    """Rows the table had when the update came."""
    stopped: str = ""
    """Why it could not be run."""


def outcome_of(model: ProvedModel, found: Found) -> BackfillProof:
    """The proof of one model, in words."""
    target, difference = model.backfill.target, found.difference
    if found.stopped or difference is None:
        words = say("backfill.could_not_run", target=target, reason=found.stopped)
        return BackfillProof(target, BackfillState.COULD_NOT_RUN, words)
    differing = [(name, n) for name, n in difference.columns if name not in found.unstable]
    listed = tuple(f"{name} ({n})" for name, n in differing)
    state = _state(model, frozenset(n for n, _ in differing), found.before)
    words = say(
        _SENTENCES[state],
        target=target, model=model.model, names=", ".join(listed), columns=", ".join(model.backfill.columns),
        rows=difference.rows, first=found.first_rows, later=difference.rows - found.first_rows,
    )  # fmt: skip
    return BackfillProof(
        target, state, words, difference.rows, found.first_rows,
        len(set(difference.compared) - found.unstable), listed, (*unfilled(model), *sorted(found.unstable)),
    )  # fmt: skip


_SENTENCES = {
    BackfillState.EQUAL: "backfill.equal",
    BackfillState.KEPT_EQUAL: "backfill.kept_equal",
    BackfillState.DIFFERS: "backfill.differs",
    BackfillState.DIFFERED_BEFORE: "backfill.differed_before",
}


def unfilled(model: ProvedModel) -> tuple[str, ...]:
    """Columns that are known to stay empty in rows that are there: nothing fills them."""
    return model.backfill.columns if model.backfill.kind is BackfillKind.REFRESH else ()


def _state(model: ProvedModel, differing: frozenset[str], before: frozenset[str]) -> BackfillState:
    if not differing:
        is_filled = model.backfill.kind is BackfillKind.BACKFILL
        return BackfillState.EQUAL if is_filled else BackfillState.KEPT_EQUAL
    return BackfillState.DIFFERED_BEFORE if differing <= before else BackfillState.DIFFERS


def cuts_of(models: Sequence[ProvedModel], tables: Mapping[str, tuple[str, ...]]) -> list[Cut]:
    """For each model the table whose later rows are held back; a table once, by its mark where any model has one."""
    found: dict[str, Cut] = {}
    for model in models:
        cut = _cut(model, tables)
        if cut is not None and (cut.column or cut.table not in found):
            kept = found.get(cut.table)
            found[cut.table] = cut if kept is None or not kept.column else kept
    return list(found.values())


def _cut(model: ProvedModel, tables: Mapping[str, tuple[str, ...]]) -> Cut | None:
    by_name = {name.casefold(): name for name in tables}
    reads = [by_name[t.casefold()] for t in model.reads if t.casefold() in by_name]
    for mark in model.backfill.marks:
        for table in (*reads, *(t for t in sorted(tables) if t not in reads)):
            column = next((c for c in tables[table] if c.casefold() == mark.casefold()), None)
            if column is not None:
                return Cut(table, column)
    return Cut(reads[0]) if reads and not model.backfill.marks else None
