"""Chains of parents followed to their end: one relation with level, root and path of each row of a table.

A row whose parent is missing, or is no row of the table, stands at the top. Rows of a circle have no top, and
nothing is shown for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceColumn, SourceTable
from signoff.core.merge.conditions import equality
from signoff.core.merge.hierarchy_texts import ChainRule, read_chain_rule
from signoff.core.merge.names import find_column, unique_alias, words
from signoff.core.merge.sectiondraft import SectionDraft, rows_of

_NODE = "chain_of"
_PARENTS = frozenset(
    {
        "parent",
        "superior",
        "boss",
        "manager",
        "supervisor",
        "up",
        "upper",
        "above",
        "ueber",
        "mother",
        "predecessor",
    }
)


@dataclass(frozen=True)
class _Chain:
    """A table whose rows name their parents."""

    table: SourceTable
    key: SourceColumn
    parent: SourceColumn


def with_chains(draft: SectionDraft) -> None:
    """Join, once, the chain of parents that rules of the driving table ask for."""
    if not draft.relations:
        return
    for mapping in rows_of(draft):
        rule = read_chain_rule(mapping.rule_resolved or mapping.rule, mapping.name)
        chain = _chain(mapping, draft.relations[0], draft.schema) if rule is not None else None
        if rule is None or chain is None or _relation_of(draft.relations, rule, chain) is not None:
            continue
        cell = mapping.cell_of(Role.RULE) or mapping.cell
        taken = [r.alias for r in draft.relations]
        draft.relations.append(_relation(rule, chain, draft.relations[0], taken, cell))
        message = say(
            "merge.chain_followed", table=chain.table.name, parent=chain.parent.name, key=chain.key.name
        )
        draft.findings.append(Finding("D219", Severity.WARNING, message, cell, mapping.target, mapping.name))


def chain_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The value of a rule about a chain of parents that the plan follows; None for every other rule."""
    rule = read_chain_rule(mapping.rule_resolved or mapping.rule, mapping.name)
    if rule is None or not section.relations:
        return None
    chain = _chain(mapping, section.relations[0], schema)
    relation = _relation_of(section.relations, rule, chain) if chain is not None else None
    if relation is None:
        return None
    return Expression(f"{quoted(relation.alias)}.{rule.shows}", Origin.PATTERN, "chain of parents")


def _relation_of(relations: Sequence[Relation], rule: ChainRule, chain: _Chain) -> Relation | None:
    told = _told(rule, chain)
    return next((r for r in relations if r.told == told), None)


def _told(rule: ChainRule, chain: _Chain) -> str:
    return say(
        "merge.chain_words", parent=chain.parent.name, key=chain.key.name, first=rule.first, sign=rule.sign
    )


def _chain(mapping: ColumnMapping, driving: Relation, schema: Schema) -> _Chain | None:
    """The driving table with its key and the column that names the parent, both among the sources or told by name."""
    table = schema.table(driving.table)
    if table is None or driving.subquery:
        return None
    named = [c for ref in mapping.sources if (c := find_column(table, ref.column)) is not None]
    if not named or len(named) != len(mapping.sources) or len(named) > 2:
        return None
    parents = [c for c in named if _is_parent(c.name)]
    keys = [c for c in named if c not in parents]
    if len(parents) != 1 and len(named) == 2:
        keys = [c for c in named if _is_key(c, table)]
        parents = [c for c in named if c not in keys]
    key = keys[0] if len(keys) == 1 else find_column(table, table.key[0]) if len(table.key) == 1 else None
    key = key or _first_like(table, parents)
    if len(parents) != 1 or key is None or key == parents[0]:
        return None
    return _Chain(table, key, parents[0])


def _is_parent(name: str) -> bool:
    return bool(set(words(name)) & _PARENTS)


def _is_key(column: SourceColumn, table: SourceTable) -> bool:
    return column.name.casefold() in {k.casefold() for k in table.key}


def _first_like(table: SourceTable, parents: list[SourceColumn]) -> SourceColumn | None:
    """Where no key is declared, the table's first column, if it has the parent's type and says that it numbers rows."""
    first = table.columns[0] if table.columns else None
    numbers = {"id", "nr", "no", "key", "cd", "code", "number", "num"}
    if first is None or not parents or first.type != parents[0].type:
        return None
    return first if set(words(first.name)) & numbers else None


def _relation(
    rule: ChainRule, chain: _Chain, driving: Relation, taken: Sequence[str], cell: Cell | None
) -> Relation:
    alias = unique_alias(f"{driving.alias}_chain", taken)
    table = chain.table
    here = ScopeColumn(driving.alias, table.name, chain.key)
    node = SourceColumn(_free(table), chain.key.type)
    on = Condition("", equality(here, ScopeColumn(alias, table.name, node)), Origin.PATTERN)
    carries = (
        CarriedColumn(node.name, node.type),
        CarriedColumn("level", "INTEGER"),
        CarriedColumn("root", chain.key.type),
        CarriedColumn("path", "VARCHAR"),
    )
    made = Relation(
        f"{table.name}_chain",
        alias,
        JoinKind.LEFT,
        on,
        cell,
        subquery=_sql(rule, chain, node.name),
        carries=carries,
    )
    return replace(made, told=_told(rule, chain))


def _free(table: SourceTable) -> str:
    known = {squashed(c.name) for c in table.columns}
    return _NODE if squashed(_NODE) not in known else f"{_NODE}_row"


def _sql(rule: ChainRule, chain: _Chain, node: str) -> str:
    name, key, parent = quoted(chain.table.name), quoted(chain.key.name), quoted(chain.parent.name)
    sign = rule.sign.replace("'", "''")
    return "\n".join(
        (
            "with recursive followed as (",
            f"    select child.{key} as {node}, {rule.first} as level, child.{key} as root,",
            f"        cast(child.{key} as varchar) as path",
            f"    from {name} as child",
            f"    where child.{parent} is null",
            f"        or not exists (select 1 from {name} as above where above.{key} = child.{parent})",
            "    union all",
            f"    select child.{key}, followed.level + 1, followed.root,",
            f"        followed.path || '{sign}' || cast(child.{key} as varchar)",
            f"    from {name} as child",
            f"    inner join followed on child.{parent} = followed.{node}",
            ")",
            f"select {node}, level, root, path",
            "from followed",
        )
    )
