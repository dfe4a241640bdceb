"""Joins that an update tells in words: a table read once more in another role, or one that a row says the key of.

``employee again: its id is the supervisor_id of the row``, ``account_name of the account that parent_id points to``,
``class of the line, joined by class_id; lines without a class stay``. Each becomes a join step and rows that read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.importing_ctes import brings_in
from signoff.core.merge.lineage import plan_existing
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_column, find_table, unique_alias, words
from signoff.core.merge.scoping import letters_of, relation_columns

_BRACKET = r"(?P<bracket>\s*\([^()]*\))?"
_TAIL = r"(?P<tail>\s*[;,.]\s*.+?)?\.?$"
_AGAIN = re.compile(
    r"^(?:join\s+)?(?:the\s+)?(?:table\s+)?(?P<table>\w+)\s+(?:once\s+)?(?:again|a\s+second\s+time|once\s+more|another\s+time)\s*[,:;]?\s+"
    r"(?:where\s+|with\s+)?(?:its|the|whose)\s+(?P<to>\w+)\s+(?:is|equals|=|matches)\s+(?:the\s+)?(?P<key>\w+)\s+of\s+(?:the|each|every|a)\s+\w+"
    + _BRACKET
    + _TAIL,
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:the\s+)?(?P<value>\w+)\s+of\s+the\s+(?P<noun>\w+)\s+(?:that|which|to\s+which)\s+(?:the\s+|its\s+)?(?P<key>\w+)\s+"
    r"(?:points\s+(?:to|at)|points|refers\s+to|leads\s+to|names|means)" + _BRACKET + _TAIL,
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^(?P<rest>[^,;]+?)\s*[,;(]\s*(?P<kind>left\s+|inner\s+)?(?:joined|join|looked\s+up)\s+(?:by|on|via|through|over|using)\s+(?P<key>\w+)\)?"
    + _TAIL,
    re.IGNORECASE,
)
_STAY = re.compile(
    r"^(?:[\w-]+\s+){1,3}?(?:without|with\s+no|that\s+have\s+no|having\s+no)\s+(?:an?\s+|any\s+)?[\w-]+\s+"
    r"(?:stays?|remains?|(?:is|are)\s+kept|(?:is|are)\s+to\s+stay)(?:\s+(?:in|too|there))*$"
    r"|^(?:empty|null|blank)\s+(?:without|if\s+there\s+is\s+no|where\s+there\s+is\s+no|if\s+it\s+has\s+no|when\s+there\s+is\s+no)\s+(?:an?\s+|such\s+)?[\w-]+$"
    r"|^(?:empty|null|blank)\s+(?:if|when|where)\s+there\s+is\s+none$",
    re.IGNORECASE,
)
"""What is said of rows without a partner where they stay."""
_TOO = re.compile(
    r"^[\w-]+(?:\s*(?:,|and|or)\s*[\w-]+)*(?:\s+[\w-]+)?\s+(?:too|as\s+well|included|also)$", re.IGNORECASE
)
_KEPT = re.compile(
    r"^(?:also\s+|again\s+|likewise\s+)?only\s+the\s+kept\s+(?:rows?|ones?)(?:\s+(?:of|for|per)\s+(?:each|every|an?)\s+\w+)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"^(?:the\s+)?(?P<value>\w+(?:\s+\w+)?)\s+of\s+(?:the|its|each)\s+\w+$", re.IGNORECASE)
_IDS = frozenset({"id", "key", "code", "no", "nr", "number", "sk"})


@dataclass(frozen=True)
class _Join:
    """A join that words tell."""

    table: SourceTable
    alias: str
    condition: str
    kind: StepKind = StepKind.LEFT_JOIN
    cell: Cell | None = None
    is_sure: bool = True
    """The words tell what becomes of rows without a partner."""

    def step(self, target: TargetMapping) -> Step:
        """The join as a line of a list of steps."""
        order = len(target.steps) + 1
        own = "" if self.alias == self.table.name else self.alias
        return Step(
            *(target.name, order, self.kind, "", self.table.name, own, self.condition, self.cell),
            kind_assumed=not self.is_sure,
        )


def with_told_joins(existing: ExistingSql, target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a step for each join that notes and rules tell wholly, its rows reading what is joined.

    Args:
        existing: the file; its result is one SELECT.
        target: the document's rows and steps.
        schema: tables that the file reads or may read.
    """
    if len(existing.parts) != 1 or not any(True for _ in _candidates(target)):
        return target
    section = plan_existing(existing, schema, target.name).sections[0]
    for note in [s for s in target.steps if s.kind is StepKind.NOTE]:
        told = _AGAIN.match(" ".join(note.condition.split()))
        join = _again(existing, told, section, schema, note.cell) if told is not None else None
        if join is not None:
            steps = tuple(step for step in target.steps if step is not note)
            target = replace(target, steps=(*steps, join.step(target)))
            target = replace(target, columns=tuple(_of_role(row, join) for row in target.columns))
    for number, row in enumerate(target.columns):
        own = _by_row(existing, row, section, target, schema)
        if own is not None:
            columns = (*target.columns[:number], own[0], *target.columns[number + 1 :])
            target = replace(target, columns=columns, steps=(*target.steps, own[1].step(target)))
    return target


def _candidates(target: TargetMapping) -> Iterator[re.Match[str]]:
    for step in target.steps:
        if step.kind is StepKind.NOTE and (found := _AGAIN.match(" ".join(step.condition.split()))):
            yield found
    for row in target.columns:
        rule = " ".join((row.rule_resolved or row.rule).split())
        if found := _POINTS.match(rule) or _JOINED.match(rule):
            yield found


def _again(
    existing: ExistingSql, told: re.Match[str], section: SectionPlan, schema: Schema, cell: Cell | None
) -> _Join | None:
    table = find_table(schema, told["table"])
    if (
        table is None
        or squashed(table.name) != squashed(told["table"])
        or find_column(table, told["to"]) is None
    ):
        return None
    if not _is_read(existing, told["bracket"], table) or not _stays(told["tail"]):
        return None
    return _second(table, told["key"], told["to"], section, schema, cell, is_sure=bool(told["tail"]))


def _second(
    table: SourceTable,
    key: str,
    to: str,
    section: SectionPlan,
    schema: Schema,
    cell: Cell | None,
    *,
    is_sure: bool,
    is_same: bool = True,
) -> _Join | None:
    """The table once more, found by a key that a relation has; one of its own rows where `is_same`."""
    holders = [
        r.alias
        for r in section.relations
        for c in relation_columns(r, schema)
        if c.column.name.casefold() == key.casefold()
        and (squashed(c.table) == squashed(table.name) or not is_same)
    ]
    own = [word for word in words(key) if word not in _IDS]
    if len(holders) != 1 or not own:
        return None
    alias = unique_alias("_".join(own), [r.alias for r in section.relations])
    return _Join(table, alias, f"{holders[0]}.{key} = {alias}.{to}", cell=cell, is_sure=is_sure)


def _is_read(existing: ExistingSql, bracket: str | None, table: SourceTable) -> bool:
    """Whether what brackets say of the rows that are found holds for the way in which the file brings them in."""
    said = (bracket or "").strip(" ()")
    if not said:
        return True
    if _TOO.match(said):
        return not brings_in(existing, table.name)
    return bool(_KEPT.match(said)) and brings_in(existing, table.name)


def _stays(tail: str | None) -> bool:
    said = (tail or "").strip(" ,;.")
    return not said or _STAY.match(said) is not None


def _of_role(row: ColumnMapping, join: _Join) -> ColumnMapping:
    """A row whose rule speaks of the role reads the table by its name."""
    role = r"\s+".join(map(re.escape, join.alias.split("_")))
    rule = row.rule_resolved or row.rule
    said = re.compile(rf"\s+(?:of|from)\s+(?:the|its|their|his|her)\s+{role}\b", re.IGNORECASE)
    own = squashed(join.table.name)
    if len(said.findall(rule)) != 1 or not row.sources:
        return row
    if any(squashed(bare(ref.table)) != own for ref in row.sources):
        return row
    refs = tuple(SourceRef(join.alias, ref.column) for ref in row.sources)
    plain = _copied(said.sub("", rule).strip(), row)
    return replace(row, sources=refs, source_tables=(), rule=plain, rule_resolved=plain)


def _by_row(
    existing: ExistingSql, row: ColumnMapping, section: SectionPlan, target: TargetMapping, schema: Schema
) -> tuple[ColumnMapping, _Join] | None:
    rule = " ".join((row.rule_resolved or row.rule).split())
    table = (
        find_table(schema, row.sources[0].table) if len(row.sources) == 1 and row.sources[0].table else None
    )
    if table is None or row.join or find_column(table, row.sources[0].column) is None:
        return None
    points, joined = _POINTS.match(rule), _JOINED.match(rule)
    if points is not None:
        return _pointed(existing, row, points, table, section, schema)
    if joined is None or not _stays(joined["tail"]):
        return None
    is_there = any(squashed(table.name) in letters_of(r) for r in section.relations)
    stepped = any(
        squashed(s.table) == squashed(table.name) for s in target.steps if s.kind is not StepKind.NOTE
    )
    holders = {
        r.alias
        for r in section.relations
        for c in relation_columns(r, schema)
        if c.column.name.casefold() == joined["key"].casefold()
    }
    if is_there or stepped or len(holders) != 1 or find_column(table, joined["key"]) is None:
        return None
    kind = StepKind.INNER_JOIN if (joined["kind"] or "").strip().lower() == "inner" else StepKind.LEFT_JOIN
    is_sure = bool(joined["kind"] or joined["tail"])
    condition = f"{holders.pop()}.{joined['key']} = {table.name}.{joined['key']}"
    said = _copied(joined["rest"].strip(), row)
    own = replace(row, rule=said, rule_resolved=said)
    return own, _Join(table, table.name, condition, kind, row.cell, is_sure)


def _pointed(
    existing: ExistingSql,
    row: ColumnMapping,
    told: re.Match[str],
    table: SourceTable,
    section: SectionPlan,
    schema: Schema,
) -> tuple[ColumnMapping, _Join] | None:
    column, noun = bare(row.sources[0].column), told["noun"].casefold()
    if told["value"].casefold() != column.casefold() or noun not in {singular(w) for w in words(table.name)}:
        return None
    keys = (
        list(table.key) if len(table.key) == 1 else [n for n in (f"{noun}_id", "id") if find_column(table, n)]
    )
    if not keys or not _is_read(existing, told["bracket"], table) or not _stays(told["tail"]):
        return None
    is_own = find_column(table, told["key"]) is not None
    join = _second(table, told["key"], keys[0], section, schema, row.cell, is_sure=True, is_same=is_own)
    if join is None:
        return None
    refs = (SourceRef(join.alias, column),)
    own = replace(row, sources=refs, source_tables=(), rule="direct move", rule_resolved="direct move")
    return own, join


def _copied(rule: str, row: ColumnMapping) -> str:
    """A rule that only names its one source, or its noun, as a copy of it."""
    if len(row.sources) != 1:
        return rule
    told = _OF.match(rule)
    said = set(words(told["value"] if told is not None else rule))
    source = row.sources[0]
    own = set(words(bare(source.column)))
    return "direct move" if said and said <= own else rule
