"""Joins on what the target itself works out: ``source and closed_month = month`` where ``month`` is its own column.

A name that no table of the query has and that a column of the target bears stands for that column's value over the
tables that are there already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.conditions import equality
from signoff.core.merge.names import bare
from signoff.core.merge.scoping import find_everywhere, scope_for
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows

_AND = re.compile(r"\s*(?:,\s*and\b|,|&|\+|\band\b)\s*", re.IGNORECASE)
_PART = re.compile(
    r"^(?P<left>[A-Za-z_]\w*(?:\.\w+)?)(?:\s*(?:=|->|=>|→|\bequals\b|\bis\b)\s*(?P<right>[A-Za-z_]\w*(?:\.\w+)?))?$",
    re.IGNORECASE,
)


def with_target_values(text: str, relation: Relation, draft: SectionDraft) -> str:
    """The condition in SQL where it names columns of the target; the text itself where it names none.

    Args:
        text: of the join, without what is done with the table first.
        relation: the table that is joined.
        draft: the query so far, with the tables it is joined to.
    """
    parts = [_PART.match(part) for part in _AND.split(text.strip().rstrip(" .;")) if part]
    known = [part for part in parts if part is not None]
    if not known or len(known) != len(parts):
        return text
    made = [_Part(part["left"], part["right"] or "", relation, draft) for part in known]
    sqls = [part.sql() for part in made]
    if not any(part.is_of_target for part in made) or not all(sqls):
        return text
    return " and ".join(sqls)


class _Part:
    """One equality of the condition."""

    def __init__(self, left: str, right: str, relation: Relation, draft: SectionDraft) -> None:
        self.names = [name for name in (left, right) if name]
        self.relation, self.draft = relation, draft
        self.is_of_target = False

    def sql(self) -> str:
        """Its SQL; empty where a name is unknown, or the join does not lead from one side to the other."""
        schema = self.draft.schema
        for own in self.names:
            there = find_everywhere([self.relation], schema, own)
            other = next((name for name in self.names if name != own), own)
            here = find_everywhere(self.draft.relations, schema, other)
            if len(there) != 1:
                continue
            if here:
                return equality(here[0], there[0])
            value = (
                "" if find_everywhere([self.relation], schema, other) and other != own else self._value(other)
            )
            if value:
                self.is_of_target = True
                return f"{there[0].sql} = {value}"
        return ""

    def _value(self, name: str) -> str:
        """The value of the target's column of that name, over the tables that are there."""
        column = next((c for c in rows_of(self.draft) if c.name.casefold() == bare(name).casefold()), None)
        return value_over(column, self.draft.relations, self.draft) if column is not None else ""


def value_over(column: ColumnMapping, relations: Sequence[Relation], draft: SectionDraft) -> str:
    """SQL of a column over some tables, where its rule compiles over these and looks at single rows; else empty."""
    section = replace(draft.plan(), relations=tuple(relations), group_by=())
    scope = scope_for(section, column, draft.schema)
    if scope.findings or not scope.sources:
        return ""
    rule = (column.rule_resolved or column.rule).strip()
    if not rule:
        return scope.sources[0].sql if len(scope.sources) == 1 else ""
    found = draft.resolve(rule, replace(scope, certain=True))
    tree = parsed(found.sql) if found is not None and found.sql else None
    if tree is None or found is None or aggregates(tree) or windows(tree) or not columns_of(tree):
        return ""
    return found.sql
