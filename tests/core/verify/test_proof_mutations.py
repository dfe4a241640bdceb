"""Approved models spoilt in 200 ways are all caught, and 200 ways of writing them otherwise are all let through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest

from signoff.core.domain.proofs import ColumnVerdict
from signoff.core.domain.spec import Schema
from signoff.core.engines.sql.sandbox import Job, Sandbox
from signoff.core.pipeline.proving import Files, prove
from signoff.core.verify.nochange.by_text import by_text
from signoff.core.verify.nochange.edge_rows import stands_of
from signoff.core.verify.nochange.run_sql import Comparison
from tests.core.verify.nochange_models import MODELS, Truth, samples
from tests.helpers.sql_mutations import mutations
from tests.helpers.sql_rewrites import rewrites

TEXTS = dict(MODELS)
COUNT = 200
SEED = 20260
_SEEN_BY_RUNNING = 0.95
"""Least share of mutations that running alone tells."""

Changed = tuple[str, str, str]
"""Kind, model's name, changed text."""


@pytest.fixture(scope="module")
def tables() -> Iterator[Sandbox]:
    with Sandbox() as made:
        made.load(samples())
        yield made


@cache
def _truth() -> Truth:
    return Truth()


@cache
def _known(name: str) -> object:
    return _truth().of(TEXTS[name])


def _spoilt() -> Iterator[Changed]:
    """Mutations that run and change what comes out, each once."""
    seen: set[str] = set()
    for kind, name, sql in mutations(MODELS, SEED):
        if sql not in seen:
            seen.add(sql)
            given = _truth().of(sql)
            if given is not None and given != _known(name):
                yield kind, name, sql


def _rewritten() -> Iterator[Changed]:
    """Rewrites that run and give the same, each once."""
    seen: set[str] = set()
    for kind, name, sql in rewrites(MODELS, SEED):
        if sql not in seen:
            seen.add(sql)
            if _truth().of(sql) == _known(name):
                yield kind, name, sql


@cache
def spoilt() -> tuple[Changed, ...]:
    return tuple(islice(_spoilt(), COUNT))


@cache
def rewritten() -> tuple[Changed, ...]:
    return tuple(islice(_rewritten(), COUNT))


def test_every_mutation_that_changes_results_is_caught_by_the_text() -> None:
    missed = [
        (kind, name, sql)
        for kind, name, sql in spoilt()
        if not prove(Files(TEXTS[name], sql), None).bars_sign_off
    ]
    assert len(spoilt()) == COUNT and missed == []
    assert len({kind for kind, _name, _sql in spoilt()}) >= 20


def test_running_alone_catches_nearly_all(tables: Sandbox) -> None:
    caught = [_differs(TEXTS[name], sql, tables) for _kind, name, sql in spoilt()]
    print(f"caught by running alone: {sum(caught)} of {len(caught)}")
    assert sum(caught) >= _SEEN_BY_RUNNING * len(caught)


def _differs(old: str, new: str, tables: Sandbox) -> bool:
    """Whether old and new differ on samples, or on made-up rows."""
    bound = [outcome.columns for outcome in tables.bind_many((old, new))]
    names = [[name for name, _kind in columns] for columns in bound]
    if names[0] != names[1]:
        return True
    comparison = Comparison(old, new, {name: name for name in names[0]})
    for which, columns in zip(("old", "new"), bound, strict=True):
        comparison.bind(which, columns)
    trials = [(), *((stand,) for stand in stands_of(tables.schema().tables, (old, new)))]
    for trial in trials:
        before, after, old_rows, new_rows = (
            tables.ask([Job("run", comparison.whole(trial), 1)])[0].required().result.rows[0]
        )  # type: ignore[union-attr]
        if before != after or old_rows != new_rows:
            return True
    return False


def test_rewrites_are_proven_identical(tables: Sandbox) -> None:
    schema = tables.schema()
    proven = [_is_same(TEXTS[name], sql, schema) for _kind, name, sql in rewritten()]
    print(f"proven by the text: {sum(proven)} of {len(proven)}")
    assert len(proven) == COUNT and sum(proven) >= 0.95 * COUNT


def _is_same(old: str, new: str, schema: Schema) -> bool:
    found = by_text(old, new, schema)
    return (
        found.rows.same and set(found.old) == set(found.new) and all(w.same for w in found.columns.values())
    )


@pytest.mark.parametrize("place", range(0, COUNT, 20))
def test_both_witnesses_together_say_the_same(place: int, tables: Sandbox) -> None:
    _kind, name, sql = rewritten()[place]
    proof = prove(Files(TEXTS[name], sql), tables)
    assert not proof.bars_sign_off and not proof.text_only
    assert {column.verdict for column in proof.columns} == {ColumnVerdict.IDENTICAL}
    _kind, name, sql = spoilt()[place]
    assert prove(Files(TEXTS[name], sql), tables).bars_sign_off
