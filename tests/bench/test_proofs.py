"""What the text witness of a no-change proof costs, beside only reading both texts."""

from __future__ import annotations

import time
from collections.abc import Callable

import sqlglot

from signoff.core.domain.spec import Schema
from signoff.core.verify.nochange.by_text import by_text

Figure = Callable[[str, float, str], None]

COLUMNS, CTES = 500, 10
MOST = 1.0
"""Of the time sqlglot takes to parse both texts, at most: what they have in common is read once."""


def test_five_hundred_columns_through_ten_ctes_cost_less_than_parsing_both_texts(figure: Figure) -> None:
    old = wide()
    new = old.replace("coalesce(s.col_7, 0)", "coalesce(s.col_7, 1)")
    parsing = _seconds(lambda: [sqlglot.parse_one(text, read="duckdb") for text in (old, new)])
    proving = _seconds(lambda: by_text(old, new, Schema()))
    figure("proof by text, 500 columns x 10 CTEs", proving, "s")
    figure("parsing both texts of it", parsing, "s")
    found = by_text(old, new, Schema())
    assert [name for name, witness in found.columns.items() if not witness.same] == ["col_7"]
    assert proving <= MOST * parsing


def wide() -> str:
    """A chain of CTEs that hands many columns on and changes some in each."""
    names = [f"col_{n}" for n in range(COLUMNS)]
    ctes = [f"c0 as (select {', '.join(names)} from raw_table)"]
    for level in range(1, CTES):
        items = (_item(name, n, level) for n, name in enumerate(names))
        ctes.append(f"c{level} as (select {', '.join(items)} from c{level - 1} as s where s.col_{level} > 0)")
    return f"with {', '.join(ctes)} select {', '.join(names)} from c{CTES - 1}"


def _item(name: str, number: int, level: int) -> str:
    if number % CTES != level:
        return f"s.{name}"
    return f"case when s.{name} > {number} then coalesce(s.{name}, 0) * 2 else s.{name} end as {name}"


def _seconds(work: Callable[[], object]) -> float:
    """The fastest of three."""
    taken = []
    for _ in range(3):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)
