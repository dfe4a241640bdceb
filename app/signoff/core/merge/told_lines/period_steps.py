"""The steps of rows for each thing and period: the things crossed with the periods, what these hold joined to them."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.told_lines.period_columns import Beside


def steps_of_periods(beside: Beside, note: Step) -> list[Step]:
    """Notes that describe the relations, and the steps that put them together.

    Args:
        beside: the relations, with what columns ask of them.
        note: the line that tells of them.
    """
    every, key = beside.every, quoted(beside.key)
    table, unit = quoted(every.table.name), quoted(every.unit)
    things = ", ".join(quoted(name) for name in beside.keys)
    sums = "".join(f", sum({quoted(of)}) as {quoted(name)}" for name, of in beside.sums.items())
    described = {
        beside.things: f"select distinct {things} from {table}",
        beside.periods: f"select {every.series} as {unit} from {table}",
        beside.held: f"select {key}, {every.of_row} as {unit}, count(*) as rows_held{sums} from {table} "
        f"group by {key}, {every.of_row}",
    }
    blank = replace(note, table="", alias="", condition="")
    notes = [replace(blank, condition=f"Derived: {name} = {sql}") for name, sql in described.items()]
    on = " and ".join(
        f"{quoted(beside.held)}.{column} = {quoted(place)}.{column}"
        for column, place in ((key, beside.things), (unit, beside.periods))
    )
    return [
        *notes,
        replace(blank, kind=StepKind.DRIVING, table=beside.things),
        replace(blank, kind=StepKind.CROSS_JOIN, table=beside.periods),
        replace(blank, kind=StepKind.LEFT_JOIN, table=beside.held, condition=on),
    ]
