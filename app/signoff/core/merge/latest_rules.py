"""Rules that take a value from the latest row of a joined table: ``status of the latest inspection of the permit``.

The table is cut to that row before it is joined; then the rule is a column copied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Role, Schema
from signoff.core.merge.inner_relations import Setting, latest_of
from signoff.core.merge.inner_texts import Inside
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import sums_up_rows
from signoff.core.merge.scoping import resolve_source
from signoff.core.merge.sectiondraft import SectionDraft, rows_of

_FALLING = "latest|newest|most recent|last|highest|current"
_WHICH = rf"(?P<which>{_FALLING}|first|earliest|oldest|lowest)"
_WHAT = r"(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,2}\s+(?:of|from|in|on|at)\s+"
_THING = r"(?P<thing>[\w-]+(?:\s+(?!by\b|with\b|of\b|in\b|on\b|for\b|per\b)[\w-]+)?)"
_OF = r"(?:\s+(?:of|for|per)\s+(?:the\s+|each\s+|every\s+|this\s+|that\s+)?(?:same\s+)?[\w-]+(?:\s+[\w-]+)?)?"
_OWNER = r"(?:the\s+|its\s+|their\s+|his\s+|her\s+)?(?:[\w-]+['’]s\s+|[\w-]+s['’]\s+)?"
_MOST = r"(?:highest|latest|newest|greatest|largest|biggest|maximum|max|lowest|earliest|smallest|minimum|min)"
_ORDER = (
    r"\s*(?:[,(:–-]\s*(?:i\.e\.\s+|that\s+is\s+|=\s*)?)?(?:(?:the\s+)?(?:one|row|record)\s+)?"
    rf"(?:(?:by|judged\s+by|going\s+by|according\s+to|based\s+on)\s+(?:the\s+)?(?:{_MOST}\s+)?"
    rf"|(?:with\s+)?(?:the\s+)?{_MOST}\s+)(?P<order>[\w.]+)\)?"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_WHAT}{_OWNER}{_WHICH}\s+{_THING}{_OF}{_ORDER}",
        rf"{_WHAT}{_OWNER}{_WHICH}\s+{_THING}{_OF}",
        rf"{_OWNER}{_WHICH}\s+{_THING}{_OF}{_ORDER}",
        rf"{_OWNER}(?P<which>latest|newest|most recent|current)\s+{_THING}{_OF}",
    )
)


@dataclass(frozen=True)
class LatestRule:
    """A rule that takes a column from one row of several."""

    order: str
    """Column that says which row; empty when the rule does not."""
    falling: bool
    thing: str
    """What the rule calls the row, or the value."""


def read_latest_rule(text: str) -> LatestRule | None:
    """What a rule says of the row it takes its value from; None when it says anything else."""
    plain = " ".join(text.split()).rstrip(".")
    for shape in _SHAPES:
        match = shape.match(plain)
        if match is not None:
            found = match.groupdict()
            falling = found["which"].lower() in _FALLING.split("|")
            return LatestRule(found.get("order") or "", falling, found["thing"])
    return None


def with_latest_rows(draft: SectionDraft) -> None:
    """Cut joined tables to the rows that rules take their values from, where the rule names what it goes by."""
    if draft.group_by:
        return
    for mapping in rows_of(draft):
        rule = read_latest_rule(mapping.rule_resolved or mapping.rule)
        place = _place(mapping, draft.plan(), draft.schema) if rule is not None else None
        if rule is None or place is None:
            continue
        relation = draft.relations[place]
        if (
            relation.inner is not None
            or relation.subquery
            or not _is_meant(rule, mapping, relation)
            or _is_date(mapping, relation, draft.schema)
            or others_sum_up(mapping, relation, draft)
        ):
            continue
        cell = mapping.cell_of(Role.RULE) or mapping.cell
        others = tuple(r for n, r in enumerate(draft.relations) if n != place)
        setting = Setting(draft.target, draft.schema, draft.resolve, others, cell)
        inside = Inside(True, order=rule.order, falling=rule.falling)
        cut, findings = latest_of(relation, inside, setting)
        if cut is not None:
            draft.relations[place] = cut
            draft.findings.extend(replace(f, column=mapping.name) for f in findings)


def others_sum_up(mapping: ColumnMapping, relation: Relation, draft: SectionDraft) -> bool:
    """Whether another column sums up rows of the same table, which has to keep all of them then."""
    return any(
        sums_up_rows(other.rule_resolved or other.rule)
        and any(squashed(ref.table) == squashed(relation.table) for ref in other.sources)
        for other in rows_of(draft)
        if other is not mapping
    )


def latest_expression(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The source itself, where its table is cut to the row the rule asks for; None for every other rule."""
    rule = read_latest_rule(mapping.rule_resolved or mapping.rule)
    place = _place(mapping, section, schema) if rule is not None else None
    if rule is None or place is None:
        return None
    inner = section.relations[place].inner
    if inner is None or not inner.qualify or inner.group_by:
        return None
    way = "desc" if rule.falling else "asc"
    ordered = f" {way} nulls last" in inner.qualify[0].sql
    if not _is_meant(rule, mapping, section.relations[place]):
        return None
    told = not rule.order or rule.order.rpartition(".")[2].casefold() in inner.qualify[0].sql.casefold()
    source = resolve_source(section, mapping.sources[0], mapping, schema)[0]
    return (
        Expression(source.sql, Origin.PATTERN, "latest row")
        if source is not None and ordered and told
        else None
    )


def _place(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> int | None:
    """Where the joined relation of the rule's only source stands."""
    if len(mapping.sources) != 1:
        return None
    source = resolve_source(section, mapping.sources[0], mapping, schema)[0]
    if source is None:
        return None
    for number, relation in enumerate(section.relations):
        if number and relation.alias == source.relation and relation.join in (JoinKind.LEFT, JoinKind.INNER):
            return number
    return None


def _is_meant(rule: LatestRule, mapping: ColumnMapping, relation: Relation) -> bool:
    """Whether what the rule calls the row is the table, or the value is the source: else it says something else."""
    starts = {w[:4] for w in words(rule.thing)}
    named = (relation.table, relation.alias, mapping.name, *(ref.column for ref in mapping.sources))
    return any(
        w[:4] in starts or any(s.startswith(w) for s in starts)
        for name in named
        for w in words(name)
        if len(w) > 2
    )


def _is_date(mapping: ColumnMapping, relation: Relation, schema: Schema) -> bool:
    """Whether the source is a date itself: ``latest order date`` is the highest one, in a row or not."""
    table = schema.table(relation.table)
    column = table.column(mapping.sources[0].column) if table is not None else None
    named = {"date", "day", "on", "at", "ts", "time"} & set(words(mapping.sources[0].column))
    return column is None or column.type.upper().startswith(("DATE", "TIMESTAMP")) or bool(named)
