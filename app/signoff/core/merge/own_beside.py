"""Names that a file's own list makes up, or is to get, beside the relations it reads: usable in one expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import Schema
from signoff.core.merge.existing import ExistingSql, expression_of
from signoff.core.merge.lineage import select_outputs
from signoff.core.merge.own_outputs import NewOutput
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

BESIDE = "own_beside"


def with_own_beside(
    existing: ExistingSql, section: SectionPlan, schema: Schema, new: Sequence[NewOutput]
) -> tuple[SectionPlan, dict[str, str]]:
    """A SELECT's relations with one more that shows what its list works out, and the text of each such column.

    Args:
        existing: the file; its result is one SELECT.
        section: what that SELECT reads.
        schema: tables it reads.
        new: columns that the list is to get.
    """
    known = {c.column.name.casefold() for r in section.relations for c in relation_columns(r, schema)}
    texts = {each.name.casefold(): each.texts[0] for each in new if each.name.casefold() not in known}
    types = {each.name.casefold(): each.type for each in new}
    for output in select_outputs(existing, existing.parts[0], schema):
        name = output.name.casefold()
        if output.item is not None and name not in known and name not in texts:
            texts[name], types[name] = expression_of(existing, output.item), output.type
    if not texts:
        return section, {}
    carries = tuple(CarriedColumn(name, types.get(name, "")) for name in texts)
    listed = ", ".join(f"cast(null as {c.type or 'varchar'}) as {quoted(c.name)}" for c in carries)
    beside = Relation(BESIDE, BESIDE, JoinKind.CROSS, carries=carries, subquery=f"select {listed}")
    return replace(section, relations=(*section.relations, beside)), texts


def written_beside(sql: str, texts: dict[str, str]) -> str:
    """An expression with the texts of such columns in their place; empty where it reads none, or can't be written."""
    tree = parsed(sql)
    if tree is None:
        return ""
    copied, is_used = tree.copy(), False
    for column in list(columns_of(copied)):
        if column.table.casefold() != BESIDE:
            continue
        own = parsed(texts.get(column.name.casefold(), ""))
        if own is None or own.find(exp.Window) is not None:
            return ""
        is_used = True
        is_plain = isinstance(own, (exp.Column, exp.Literal, exp.Func, exp.Case))
        put = own.copy() if is_plain else exp.paren(own.copy())
        if column is copied:
            copied = put
        else:
            column.replace(put)
    return rendered(copied) if is_used else ""
