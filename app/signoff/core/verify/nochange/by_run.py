"""The second witness: old and new executed on the same rows, values held against each other column by column."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.expressions import quoted
from signoff.core.domain.proofs import Witness, WitnessState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.engines.sql.sandbox import Job, Outcome, Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.nochange.edge_rows import Stand, filled, stands_of
from signoff.core.verify.nochange.run_sql import Comparison
from signoff.core.verify.nochange.steadiness import unsteady

_MOST_TABLES = 8
"""Tables that get edges of their own; a trial each."""


@dataclass(frozen=True)
class Pair:
    """Old and new SQL of one state, to be run on the same rows."""

    old: str
    """DuckDB SQL over plain table names."""
    new: str
    said: str = ""
    """Which state it is, in words; empty for the only one."""


@dataclass(frozen=True)
class RunWitness:
    """What running says."""

    rows: Witness
    columns: Mapping[str, Witness]
    """By folded new name."""
    digest: str = ""
    """SHA-256 of all rows that old and new ran on."""
    unstable: frozenset[str] = frozenset()
    """Folded new names of the columns in which the old SQL differs from itself."""


@dataclass
class _Found:
    """What the trials found so far."""

    changing: frozenset[str] = frozenset()
    """Columns that are meant to change."""
    differing: dict[str, str] = field(default_factory=dict)
    """Reason by folded new name."""
    unstable: dict[str, str] = field(default_factory=dict)
    rows: str = ""
    """Why the rows differ; empty while they don't."""
    open_rows: str = ""
    """Why the number of rows tells nothing."""
    rows_seen: int = 0
    trials: int = 0
    paired: int = 0
    """Trials in which rows could be held against each other."""
    not_run: str = ""
    not_paired: str = ""
    """Why columns could not be compared in a trial whose rows differ."""


def by_run(
    pairs: Sequence[Pair],
    columns: Mapping[str, str],
    sandbox: Sandbox,
    *,
    tables: Sequence[SourceTable],
    edged: Sequence[SourceTable] | None = None,
    key: Sequence[str] = (),
    changing: Collection[str] = (),
    cancel: CancelToken | None = None,
) -> RunWitness:
    """What running old and new on the same rows says of each column both have, and of the rows.

    Args:
        pairs: old and new SQL, once for each state.
        columns: new name of each column that both have, and its old name.
        sandbox: holds the sample rows.
        tables: those that old and new read, with DuckDB types.
        edged: those of them that get made-up rows; all where it is None.
        key: new names of the columns that tell rows apart; found by their values where it is empty.
        changing: folded new names of the columns that are meant to change.
        cancel: stops inside DuckDB.
    """
    token = cancel or CancelToken()
    found = _Found(frozenset(changing))
    base, counts = _base(tables, sandbox, token)
    edges = stands_of(
        tables if edged is None else edged, [text for pair in pairs for text in (pair.old, pair.new)]
    )[:_MOST_TABLES]
    for pair in pairs:
        comparison = Comparison(pair.old, pair.new, columns, tuple(key))
        if not _bound(comparison, pair, sandbox, found, token):
            break
        trials = [(stand, _stands(base, stand)) for stand in (None, *edges)]
        _try(comparison, trials, sandbox, found, token)
    digest = _digest(counts, base, edges) if not found.not_run else ""
    return _told(found, columns, digest)


def _base(
    tables: Sequence[SourceTable], sandbox: Sandbox, token: CancelToken
) -> tuple[dict[str, Stand], list[str]]:
    """Rows for tables that have none, and what each table holds, as a text for the digest."""
    jobs = [
        Job(
            "run",
            f"SELECT count(*), sum(md5_number_lower(CAST(t AS VARCHAR))::HUGEINT) FROM {quoted(x.name)} AS t",
            1,
        )
        for x in tables
    ]
    base: dict[str, Stand] = {}
    counts: list[str] = []
    for table, outcome in zip(tables, sandbox.ask(jobs, token), strict=True):
        row = outcome.result.rows[0] if outcome.result is not None else (outcome.error,)
        counts.append(f"{table.name.casefold()}: {row}")
        if row[0] == 0 and table.columns:
            base[table.name.casefold()] = filled(table)
    return base, counts


def _stands(base: Mapping[str, Stand], edge: Stand | None) -> tuple[Stand, ...]:
    """What stands before the tables in one trial: the edges of a table see the rows made up for it."""
    if edge is None:
        return tuple(base.values())
    own = base.get(edge.table.casefold())
    others = tuple(each for key, each in base.items() if key != edge.table.casefold())
    if own is None:
        return (*others, edge)
    name = quoted(edge.table)
    return (*others, Stand(edge.table, f"WITH {name} AS (\n{own.sql}\n)\n{edge.sql}"))


def _bound(comparison: Comparison, pair: Pair, sandbox: Sandbox, found: _Found, token: CancelToken) -> bool:
    """Whether both run at all, and have the columns they should."""
    for which, outcome in zip(("old", "new"), sandbox.bind_many((pair.old, pair.new), token), strict=True):
        if outcome.error:
            found.not_run = say("proof.does_not_run", which=which, state=pair.said, reason=outcome.error)
            return False
        comparison.bind(which, outcome.columns)
    return True


def _try(
    comparison: Comparison,
    trials: Sequence[tuple[Stand | None, tuple[Stand, ...]]],
    sandbox: Sandbox,
    found: _Found,
    token: CancelToken,
) -> None:
    """All trials: everything at once, and column by column only where something differs."""
    changing = found.changing & set(comparison.names)
    jobs = [Job("run", comparison.whole(stands, changing), 1) for _edge, stands in trials]
    for (edge, stands), outcome in zip(trials, sandbox.ask(jobs, token), strict=True):
        token.check()
        answer = _numbers(outcome)
        if answer is None:
            if edge is None:
                found.not_run = found.not_run or say("proof.trial_failed")
            continue
        old, new, rows_of_old, rows_of_new = answer[:4]
        found.trials += 1
        found.rows_seen += old
        if old == new and rows_of_old == rows_of_new:
            found.paired += 1 if old else 0
            continue
        where = say("proof.on_edges", table=edge.table) if edge is not None else say("proof.on_samples")
        rest = [name for name in comparison.names if name not in changing]
        same = rest if changing and answer[4] == answer[5] else []
        if not _is_known(comparison, stands, (old, new), same, sandbox, found, token):
            _attribute(comparison, stands, (old, new), same, where, sandbox, found, token)


def _is_known(
    comparison: Comparison,
    stands: tuple[Stand, ...],
    rows: tuple[int, int],
    same: Sequence[str],
    sandbox: Sandbox,
    found: _Found,
    token: CancelToken,
) -> bool:
    """Whether what differs was found in an earlier trial already; in columns of `same` nothing does."""
    if rows[0] != rows[1]:
        return bool(found.rows) and bool(found.not_paired)
    known = found.differing.keys() | found.unstable.keys()
    rest = [name for name in comparison.names if name not in known]
    return bool(known) and (set(rest) <= set(same) or comparison.same(stands, rest, sandbox, token))


def _attribute(
    comparison: Comparison,
    stands: tuple[Stand, ...],
    rows: tuple[int, int],
    same: Sequence[str],
    where: str,
    sandbox: Sandbox,
    found: _Found,
    token: CancelToken,
) -> None:
    """Which columns a difference lies in; not in those of `same`."""
    own = unsteady(comparison, stands, sandbox, token)
    suspects = own.columns
    for name in suspects:
        found.unstable.setdefault(name, say("proof.unstable"))
    if rows[0] != rows[1] and own.rows:
        found.open_rows = found.open_rows or say("proof.unstable_rows")
    elif rows[0] != rows[1]:
        found.rows = found.rows or say("proof.rows_differ", before=rows[0], after=rows[1], where=where)
    stable = [name for name in comparison.names if name not in suspects]
    keyed = comparison.keyed(stands, stable, sandbox, token)
    if keyed is not None:
        found.paired += 1
        if keyed.only_old or keyed.only_new:
            said = say("proof.rows_exchanged", gone=keyed.only_old, added=keyed.only_new, where=where)
            found.rows = found.rows or said
        for name, count in keyed.differing.items():
            found.differing.setdefault(name, say("proof.values_differ", count=count, where=where))
        return
    if rows[0] != rows[1]:
        found.not_paired = found.not_paired or say("proof.rows_not_paired")
        return
    for name in comparison.bags(stands, stable, sandbox, token, same):
        found.differing.setdefault(name, say("proof.values_differ_somewhere", where=where))


def _told(found: _Found, columns: Iterable[str], digest: str) -> RunWitness:
    if found.not_run:
        nothing = Witness(WitnessState.COULD_NOT_RUN, found.not_run)
        return RunWitness(nothing, dict.fromkeys((c.casefold() for c in columns), nothing))
    same = say("proof.same_on_rows", count=found.rows_seen, trials=found.trials)
    if found.rows:
        rows = Witness(WitnessState.DIFFERS, found.rows)
    elif found.open_rows:
        rows = Witness(WitnessState.COULD_NOT_RUN, found.open_rows)
    elif not found.rows_seen:
        rows = Witness(WitnessState.COULD_NOT_RUN, say("proof.no_rows"))
    else:
        rows = Witness(WitnessState.SAME, same)
    told: dict[str, Witness] = {}
    for name in (each.casefold() for each in columns):
        if name in found.differing:
            told[name] = Witness(WitnessState.DIFFERS, found.differing[name])
        elif name in found.unstable:
            told[name] = Witness(WitnessState.COULD_NOT_RUN, found.unstable[name])
        elif not found.rows_seen:
            told[name] = Witness(WitnessState.COULD_NOT_RUN, say("proof.no_rows"))
        elif found.not_paired and not found.paired:
            told[name] = Witness(WitnessState.COULD_NOT_RUN, found.not_paired)
        else:
            told[name] = Witness(WitnessState.SAME, same)
    return RunWitness(rows, told, digest, frozenset(found.unstable.keys() - found.differing.keys()))


def _numbers(outcome: Outcome) -> tuple[int, ...] | None:
    return outcome.result.rows[0] if outcome.result is not None and outcome.result.rows else None


def _digest(counts: Iterable[str], base: Mapping[str, Stand], edges: Iterable[Stand]) -> str:
    texts = (*counts, *(each.sql for each in base.values()), *(each.sql for each in edges))
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
