"""An update of a table of 500 columns: read, merged, held against the old text, and the window meanwhile."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Job, Outcome, Sandbox
from signoff.core.engines.sqltext import parse_query
from signoff.core.merge import existing as existing_sql
from signoff.core.merge import sqlparts, sqltokens
from signoff.core.merge.editing import EditedText
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns
from signoff.core.progress import CancelToken
from signoff.core.verify.nochange.by_run import Pair, by_run
from signoff.core.verify.nochange.run_sql import Comparison
from signoff.gui.look import Look
from signoff.gui.main import make_application
from signoff.gui.panes.diff.base import Base, BaseKind
from signoff.gui.panes.diff.side_view import SideView
from signoff.gui.panes.diff.sides import Sides, sides_of
from tests.bench.conftest import Figure
from tests.bench.stalls import run_for
from tests.core.merge.cases import schema_of, target_of, updated

BUDGET_S, BUDGET_MS = 1.0, 20.0
WIDE, NARROW = 500, 50
NEW = 25
"""Of so many columns one is changed, and as many are new."""
_LINEAR = 4.0
"""How much more than ten times as long ten times the columns may take."""
_PARSES = 5.0
"""As many times as sqlglot reads the file once, all three steps may take; they take two to three."""
_STATEMENTS = 14.0
"""As many times as old and new are run side by side once, the proof by running may take; it takes about six."""
_READINGS = 12
"""As often may the SQL of old and new go through the gates for that; it goes seven times."""


@dataclass(frozen=True)
class Taken:
    """Seconds of each step for one width."""

    read: float
    merge: float
    compare: float
    dossier: Dossier
    sides: Sides

    @property
    def whole(self) -> float:
        """Of all three."""
        return self.read + self.merge + self.compare


def test_500_columns_are_read_merged_and_compared(figure: Figure) -> None:
    narrow, wide = (min((_taken(n) for _ in range(3)), key=lambda t: t.whole) for n in (NARROW, WIDE))
    for name, seconds in (("read", wide.read), ("merged", wide.merge), ("compared", wide.compare)):
        figure(
            f"update of {WIDE} columns, {name}", seconds, f"s ({seconds / BUDGET_S:.0%} of {BUDGET_S:.0f} s)"
        )
    ratio = wide.whole / narrow.whole
    figure(f"the same against {NARROW} columns", ratio, f"times as long ({WIDE // NARROW} times the columns)")
    assert len(wide.sides.cards) == len(wide.sides.stops) == 2 * WIDE // NEW
    assert ratio < _LINEAR * WIDE / NARROW
    text = _case(WIDE)[1]
    parses = wide.whole / min(_timed(lambda: parse_query(text))[0] for _ in range(3))
    figure(f"the same against one parse of {WIDE} columns", parses, "times as long")
    assert parses < _PARSES


class _Counting(Sandbox):
    """Counts the letters of what is asked, each statement once."""

    asked: set[str]

    def ask(self, jobs: Sequence[Job], cancel: CancelToken | None = None) -> tuple[Outcome, ...]:
        self.asked.update(job.sql for job in jobs)
        return super().ask(jobs, cancel)


def test_500_columns_are_proven_by_a_few_wide_statements(figure: Figure) -> None:
    case, old = _case(WIDE)
    new = updated(case, old).text
    table = schema_of(case).tables[0]
    rows = [("NY"[n % 2], *(f"v{n * c % 7}" for c in range(WIDE))) for n in range(100)]
    names = {f"column_{n}": f"column_{n}" for n in range(WIDE)}
    changed = [f"column_{n}" for n in range(0, WIDE, NEW)]
    with _Counting() as sandbox:
        sandbox.asked = set()
        sandbox.load([SampleTable(table.name, None, table.columns, rows=tuple(rows))])
        once = Comparison(old, new, names)
        for which, outcome in zip(("old", "new"), sandbox.bind_many((old, new)), strict=True):
            once.bind(which, outcome.columns)
        one, _answer = _waited(lambda: sandbox.run(once.whole(()), 1))
        sandbox.asked.clear()
        tables = sandbox.schema().tables
        taken, found = _waited(
            lambda: by_run([Pair(old, new)], names, sandbox, tables=tables, changing=changed)
        )
    assert {name for name, each in found.columns.items() if each.differs} == set(changed)
    readings = sum(map(len, sandbox.asked)) / (len(old) + len(new))
    figure(f"update of {WIDE} columns, proven by running", taken, "s")
    figure("the same against one statement over old and new", taken / one, "times as long")
    figure("the same, SQL of old and new through the gates", readings, "times")
    assert readings < _READINGS and taken / one < _STATEMENTS


def test_the_window_shows_500_columns_and_every_edit_without_a_stall(figure: Figure) -> None:
    taken = _taken(WIDE)
    application = make_application([])
    view = SideView(Look(application, "light"), "SQL")
    view.resize(1_200, 800)
    view.show()
    run_for(50)
    shown, _nothing = _timed(lambda: view.show_sides(taken.sides))
    can, _nothing = _timed(lambda: view.show_cards(taken.sides.cards, can_write=True))
    going, painting = [], []
    for number in range(0, len(taken.sides.stops), 3):
        going.append(_timed(lambda n=number: view.go_to_stop(n))[0])
        painting.append(_timed(view.viewport().repaint)[0])
        run_for(5)
    view.close()
    for name, seconds in (
        ("shown", shown),
        ("may be decided on", can),
        ("gone to, median", statistics.median(going)),
        ("painted, median", statistics.median(painting)),
        ("gone to, worst", max(going)),
        ("painted, worst", max(painting)),
    ):
        figure(f"{len(taken.sides.cards)} edits of {WIDE} columns, {name}", seconds * 1_000,
               f"ms ({seconds * 1_000 / BUDGET_MS:.0%} of {BUDGET_MS:.0f} ms)")  # fmt: skip


def _taken(count: int) -> Taken:
    _forget()
    case, text = _case(count)
    read, existing = _timed(lambda: existing_columns(read_existing(text)))
    merge, edited = _timed(lambda: updated(case, text))
    dossier = _dossier(case, text, edited, [column.name for column in existing])
    names = [column.name for column in dossier.draft.columns]
    base = Base(BaseKind.EXISTING, text, text)
    compare, sides = _timed(lambda: sides_of(base, edited.text, names, dossier))
    return Taken(read, merge, compare, dossier, sides)


def _forget() -> None:
    """Files and items read before would make a second reading seem to cost nothing."""
    sqlparts._trees.clear()
    existing_sql._read.cache_clear()
    sqltokens._tokens.cache_clear()


def _waited(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds until another process has answered, and what it said."""
    begin = time.perf_counter()
    made = work()
    return time.perf_counter() - begin, made


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of this thread, and what was made: what else the machine does counts for nothing."""
    begin = time.thread_time()
    made = work()
    return time.thread_time() - begin, made


def _case(count: int) -> tuple[dict[str, Any], str]:
    """A file of so many columns, and a mapping that changes some and adds as many."""
    columns = [
        f"    case when t.c{n} is null\n        then 'none'\n        else upper(t.c{n})\n    end as column_{n}"
        for n in range(count)
    ]
    text = "-- a wide table\nselect\n" + ",\n".join(columns) + "\nfrom wide as t\nwhere t.flag <> 'Y'\n"
    changed = [
        {"name": f"column_{n}", "source": f"wide.c{n}", "state": "changed", "sql": f"lower(t.c{n})"}
        for n in range(0, count, NEW)
    ]
    added = [
        {"name": f"fresh_{n}", "source": f"wide.c{n}", "sql": f"trim(t.c{n})"} for n in range(0, count, NEW)
    ]
    tables = {"wide": ", ".join(["flag VARCHAR", *(f"c{n} VARCHAR" for n in range(count))])}
    return {"tables": tables, "columns": [*changed, *added]}, text


def _dossier(case: dict[str, Any], text: str, edited: EditedText, names: list[str]) -> Dossier:
    said = {c["name"]: c["sql"] for c in case["columns"]}
    columns = tuple(
        DraftColumn(
            name,
            "VARCHAR",
            (Expression(said.get(name, ""), Origin.PATTERN if name in said else Origin.KEPT),),
        )
        for name in dict.fromkeys((*names, *said))
    )
    draft = Draft("result", edited.rendered_sql, edited.text, columns, existing=text, edits=edited.script)
    return Dossier(target_of(case), draft, "duckdb", edited.text)
