"""Relations that a note describes under a name of their own: ``Derived: pay = payments grouped by order_id with …``.

Steps and source cells then use the name as that of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan, ShownColumn
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.inner_relations import Setting, latest_by
from signoff.core.merge.inner_sql import written
from signoff.core.merge.inner_texts import Inside, read_inside, table_and_inside
from signoff.core.merge.names import find_column
from signoff.core.merge.spoken_tables import spoken_table
from signoff.core.merge.sqlparts import columns_of, item_tree, rendered

_NAMED = re.compile(
    r"^(?:(?:derived|cte|sub-?query|helper|intermediate|interim|temp(?:orary)?|work)"
    r"(?:\s+(?:table|relation|set|result|query))?\s*:?\s*"
    r"(?:called\s+|named\s+)?)(?P<name>[A-Za-z_]\w*)\s*(?::=|=|:|\s+as\s|\s+is\s|,)\s*(?P<how>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_GROUPED = re.compile(
    r"^(?:all\s+|the\s+)*(?P<table>[\w.$]+(?:\s+[\w.$]+)?)\s*,?\s+"
    r"(?:grouped|group|aggregated|summed(?:\s+up)?|rolled\s+up)\s+(?:by|per|to|on)\s+"
    r"(?P<keys>[\w.]+(?:\s*(?:,|\band\b|\+|&)\s*(?!with\b)[\w.]+)*)\s*[,:]?\s*"
    r"(?:with|giving|showing|returning|computing|and)\s+(?P<sums>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LATEST_OF = re.compile(
    r"^(?P<before>(?:the\s+)?(?:\w+\s+){1,2}?(?:row|record|one|version|entry)\s+"
    r"(?:per|of\s+each|for\s+each)\s+[\w.]+(?:\s*(?:,|\band\b)\s*[\w.]+)*)"
    r"\s+(?:of|from|in)\s+(?P<table>[\w.$]+)(?P<after>(?:\s*,?\s*(?:by|ordered\s+by|based\s+on)\s+.+)?)$",
    re.IGNORECASE,
)
_TYPES = {exp.Count: "BIGINT", exp.Avg: "DOUBLE"}


@dataclass(frozen=True)
class Named:
    """A relation under a name of its own."""

    name: str
    relation: Relation
    """Its SQL, and the columns it shows."""

    @property
    def table(self) -> SourceTable:
        """What it looks like to those who read it."""
        return SourceTable(self.name, tuple(SourceColumn(c.name, c.type) for c in self.relation.carries))


def take_named(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, tuple[Named, ...]]:
    """The target without the notes that describe relations, and these; a later one may read an earlier one's table.

    A note that is not wholly understood stays a note.
    """
    named: list[Named] = []
    steps: list[Step] = []
    for step in target.steps:
        sentences = re.split(r"(?<=[\w)])[.;]\s+|\n+", step.condition) if step.kind is StepKind.NOTE else []
        rest = []
        for sentence in sentences:
            found = _named(sentence.strip().rstrip("."), target, schema, step)
            if found is not None and schema.table(found.name) is None:
                named.append(found)
            else:
                rest.append(sentence)
        if not sentences or len(rest) == len(sentences):
            steps.append(step)
        elif rest:
            steps.append(replace(step, condition="; ".join(rest)))
    return (replace(target, steps=tuple(steps)), tuple(named)) if named else (target, ())


def with_named(relations: Sequence[Relation], named: Sequence[Named]) -> list[Relation]:
    """The relations with the SQL of those that have a name of their own."""
    by_name = {n.name.casefold(): n.relation for n in named}
    found = []
    for relation in relations:
        own = by_name.get(relation.table.casefold())
        if own is not None:
            relation = replace(
                relation, subquery=own.subquery, carries=own.carries, told=own.told, inner=own.inner
            )
        found.append(relation)
    return found


def _named(text: str, target: TargetMapping, schema: Schema, step: Step) -> Named | None:
    match = _NAMED.match(text)
    if match is None:
        return None
    how = " ".join(match["how"].split())
    relation = _grouped(how, target, schema) or _latest(how, target, schema, step)
    return Named(match["name"], relation) if relation is not None else None


def _grouped(how: str, target: TargetMapping, schema: Schema) -> Relation | None:
    match = _GROUPED.match(how)
    table = spoken_table(match["table"], target, schema) if match is not None else None
    if match is None or table is None:
        return None
    keys = [find_column(table, k) for k in re.split(r"\s*(?:,|\band\b|\+|&)\s*", match["keys"])]
    sums = [_sum(item, table) for item in _items(match["sums"])]
    if not all(keys) or not sums or not all(sums):
        return None
    own = [CarriedColumn(k.name, k.type) for k in keys if k is not None]
    own += [carried for found in sums if found is not None for carried in (found[0],)]
    by = [ScopeColumn(table.name, table.name, k).sql for k in keys if k is not None]
    shows = [*zip((c.name for c in own), by, strict=False)]
    shows += [(found[0].name, found[1]) for found in sums if found is not None]
    driving = Relation(table.name, table.name, JoinKind.DRIVING)
    inner = SectionPlan("", (driving,), group_by=tuple(Condition("", sql, Origin.PATTERN) for sql in by))
    made = Relation(table.name, table.name, JoinKind.LEFT, inner=inner, told=how)
    made = written(replace(made, shows=tuple(ShownColumn(name, sql) for name, sql in shows)))
    return replace(made, carries=tuple(own), inner=None)


def _items(text: str) -> list[str]:
    """Parts between commas outside brackets; the word ``and`` parts them too."""
    parts, depth, start = [], 0, 0
    plain = re.sub(r"\s+and\s+(?=\w+\s*\()", ", ", text)
    for place, letter in enumerate(plain):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(plain[start:place].strip())
            start = place + 1
    return [*parts, plain[start:].strip()]


def _sum(item: str, table: SourceTable) -> tuple[CarriedColumn, str] | None:
    """One ``sum(amount) as total``: its column and its SQL."""
    tree = item_tree(item)
    if not isinstance(tree, exp.Alias) or tree.find(exp.Query) is not None or tree.find(exp.AggFunc) is None:
        return None
    copy = tree.this.copy()
    kind = ""
    for column in columns_of(copy):
        known = find_column(table, column.name)
        if known is None:
            return None
        kind = known.type
        column.replace(exp.column(known.name, table.name))
    kind = _TYPES.get(type(copy), kind)
    return CarriedColumn(tree.alias, kind), rendered(copy)


def _latest(how: str, target: TargetMapping, schema: Schema, step: Step) -> Relation | None:
    match = _LATEST_OF.match(how)
    text, inside = table_and_inside(how)
    if match is not None:
        text, inside = match["table"], read_inside(f"{match['before']}{match['after']}")
    table = spoken_table(text, target, schema)
    if inside is None or not inside.latest or table is None or not inside.keys:
        return None
    return _cut(table, inside, Setting(target, schema, lambda *_: None, (), step.cell))


def _cut(table: SourceTable, inside: Inside, setting: Setting) -> Relation | None:
    plain = Relation(table.name, table.name, JoinKind.LEFT)
    made, _ = latest_by(plain, inside, setting)
    if made is None:
        return None
    carries = tuple(CarriedColumn(c.name, c.type, table.name, c.name) for c in table.columns)
    return replace(made, carries=carries, inner=None)
