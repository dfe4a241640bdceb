"""What existing SQL shows itself, as something that rules of new columns may speak of: "'new' if order_number is 1"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import Schema
from signoff.core.merge.derived import whole_text
from signoff.core.merge.existing import ExistingSql, Place, expression_of
from signoff.core.merge.lineage import Output, select_outputs, table_outputs
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

OWN = "own_output"
"""Alias of the file's own result while an expression over it is looked for."""


@dataclass(frozen=True)
class NewOutput:
    """A further column of the result, known before the file has it."""

    name: str
    type: str
    texts: tuple[str, ...]
    """What is written at the output, for each part of the file."""


def own_section(existing: ExistingSql, schema: Schema, more: Sequence[NewOutput] = ()) -> SectionPlan:
    """The file's own result as the only relation of a query, with further columns that it is to have."""
    outputs = select_outputs(existing, existing.parts[0], schema)
    carries = tuple(CarriedColumn(o.name, o.type, o.table, o.column) for o in outputs)
    carries += tuple(CarriedColumn(each.name, each.type) for each in more)
    text = whole_text(existing)
    if more:
        new = ", ".join(f"cast(null as {each.type or 'varchar'}) as {quoted(each.name)}" for each in more)
        text = f"select held.*, {new} from (\n{text}\n) as held"
    relation = Relation(OWN, OWN, JoinKind.DRIVING, carries=carries, subquery=text)
    return SectionPlan("", (relation,))


def made_otherwise(existing: ExistingSql, schema: Schema) -> frozenset[str]:
    """Case-folded names of the result that no relation of its SELECTs has: the file works them out, or renames."""
    found: set[str] = set()
    known: set[str] = set()
    for place in existing.parts:
        found |= {o.name.casefold() for o in select_outputs(existing, place, schema) if o.item is not None}
        for table in place.select.tables:
            known |= {o.name.casefold() for o in table_outputs(existing, place, table, schema)}
    return frozenset(found - known)


def written_out(
    existing: ExistingSql, place: Place, sql: str, schema: Schema, more: Sequence[tuple[str, str]] = ()
) -> str:
    """An expression over the file's own result, over the relations of one of its SELECTs.

    `more` are names and texts of further columns.

    Returns:
        Empty where a column of it can't be written there.
    """
    tree = parsed(sql)
    if tree is None:
        return ""
    outputs = {o.name.casefold(): o for o in select_outputs(existing, place, schema)}
    copied = tree.copy()
    new = {name.casefold(): text for name, text in more}
    for column in list(columns_of(copied)):
        name = column.name.casefold()
        text = new.get(name) or _written(existing, place, outputs.get(name), schema)
        own = parsed(text)
        if own is None:
            return ""
        plain = isinstance(own, (exp.Column, exp.Literal, exp.Func, exp.Window, exp.Case))
        put = own.copy() if plain else exp.paren(own.copy())
        if column is copied:
            copied = put
        else:
            column.replace(put)
    return rendered(copied)


def _written(existing: ExistingSql, place: Place, output: Output | None, schema: Schema) -> str:
    if output is None:
        return ""
    if output.item is not None:
        return expression_of(existing, output.item)
    for table in place.select.tables:
        shown = table_outputs(existing, place, table, schema)
        if any(o.name.casefold() == output.name.casefold() for o in shown):
            return f"{quoted(table.alias)}.{quoted(output.name)}"
    return ""
