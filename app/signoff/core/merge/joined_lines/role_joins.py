"""What a paragraph of joins tells, and which of them a target needs, under which names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.joined_lines.role_kinds import Kinds
from signoff.core.merge.joined_lines.role_rows import is_one_row, names_role
from signoff.core.merge.names import bare, unique_alias, words


@dataclass
class RoleJoin:
    """One join of a paragraph."""

    table: SourceTable
    role: str
    condition: str
    alias: str
    to: frozenset[str]
    """Aliases of the tables it is joined to."""
    kind: str = ""
    sure: bool = True
    """Nothing of its condition is guessed."""
    plainly: bool = False
    """It is joined, as the text has it, which is an inner join unless something else is told."""


@dataclass
class Paragraph:
    """What a paragraph tells."""

    driving: SourceTable
    note: Step
    joins: list[RoleJoin] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Sentences that tell no join."""
    kinds: Kinds = field(default_factory=Kinds)

    def kind_of(self, join: RoleJoin) -> str:
        """``left`` or ``inner``; empty where nothing is told of it."""
        return self.told_of(join) or ("inner" if join.plainly else "")

    def told_of(self, join: RoleJoin) -> str:
        """What words say of its kind."""
        return self.kinds.told(join.table.name, join.role) or join.kind or self.kinds.default


def needed_joins(paragraph: Paragraph, target: TargetMapping) -> list[RoleJoin]:
    """The joins that a column with the value of one row reads, that others hang on, or that rows need.

    A table of which columns only take values over many of its rows is not joined: it would double rows.

    Args:
        paragraph: what a note tells.
        target: its rows.
    """
    wanted = _tables_read(c for c in target.columns if is_one_row(c))
    of_many = _tables_read(c for c in target.columns if not is_one_row(c)) - wanted
    kept: list[RoleJoin] = []
    held: set[str] = set()
    for each in reversed(paragraph.joins):
        table = squashed(each.table.name)
        is_told = paragraph.kind_of(each) == "inner" and table not in of_many
        if table in wanted or each.alias in held or is_told:
            kept.insert(0, each)
            held |= each.to
    return kept


def _tables_read(columns: Iterable[ColumnMapping]) -> set[str]:
    return {squashed(bare(ref.table)) for c in columns for ref in c.sources if ref.table}


def name_by_role(joins: Sequence[RoleJoin], target: TargetMapping) -> None:
    """Name a table by its role where it is joined once more, or where a rule speaks of the role."""
    for each in joins:
        is_told = any(o is not each and o.table.name == each.table.name for o in joins)
        is_told = is_told or names_role(target.columns, each.table.name, each.role)
        if not is_told or each.alias != each.table.name or not each.role:
            continue
        old, new = each.alias, unique_alias("_".join(words(each.role)), [o.alias for o in joins])
        for other in joins:
            if other is each or old in other.to:
                other.condition = re.sub(rf"\b{re.escape(old)}\.(?=\w)", f"{new}.", other.condition)
                other.to = frozenset(new if alias == old else alias for alias in other.to)
        each.alias = new


def step_of(join: RoleJoin, paragraph: Paragraph) -> Step:
    """The step that a join of a paragraph stands for."""
    told = paragraph.kind_of(join)
    kind = StepKind.INNER_JOIN if told == "inner" else StepKind.LEFT_JOIN
    alias = "" if join.alias == join.table.name else join.alias
    return replace(
        paragraph.note,
        kind=kind,
        table=join.table.name,
        alias=alias,
        condition=join.condition,
        kind_assumed=not paragraph.told_of(join),
    )
