"""The steps of a section as statements to be counted, growing its FROM clause relation by relation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.verify.reasons import (
    MATCHES,
    WHY_LEFT_OUT,
    WHY_UNKNOWN,
    filter_reason,
    join_reason,
    text_literal,
)
from signoff.core.verify.wording import (
    column_pairs,
    condition_words,
    filter_words,
    filters_words,
    grouping_words,
    relation_words,
)

_JOIN_SQL = {
    JoinKind.INNER: "INNER JOIN",
    JoinKind.LEFT: "LEFT JOIN",
    JoinKind.RIGHT: "RIGHT JOIN",
    JoinKind.FULL: "FULL JOIN",
    JoinKind.CROSS: "CROSS JOIN",
}


@dataclass(frozen=True)
class Stage:
    """One step: statements whose numbers of rows make one line of the Rows card."""

    words: str
    before: str
    """Rows that come in."""
    after: str
    """Rows that come out."""
    matched: str = ""
    """Join: rows that come in and find a match; empty for other steps."""
    unknown: str = ""
    """Rows that come in for which the condition has no value; empty when that cannot be."""
    left_out: str = ""
    """The rows of `before` that do not come through, with the reason; empty when the step leaves none out."""
    doubled: str = ""
    """The rows of `before` that become several, with how many; empty when that cannot be told."""
    gathers: bool = False
    """The step puts rows together: fewer rows come out, and none is left out."""

    def behind(self, prefix: str) -> Stage:
        """The same step with every statement behind a WITH clause."""
        names = ("before", "after", "matched", "unknown", "left_out", "doubled")
        found = {name: getattr(self, name) for name in names}
        return replace(self, **{name: prefix + sql for name, sql in found.items() if sql})


def stages_of(section: SectionPlan, values: str, prefix: str = "") -> tuple[tuple[Stage, ...], str]:
    """The steps of one section in the order they work, and the whole section as one statement.

    Args:
        section: with every condition as SQL.
        values: SELECT list of the section.
        prefix: WITH clause that every statement needs.
    """
    frame = ""
    stages: list[Stage] = []
    for relation in section.relations:
        grown = f"{frame} {_relation_sql(relation)}"
        stages.append(_relation_stage(relation, frame, grown))
        frame = grown
    kept: list[str] = []
    for condition in (each for each in section.filters if each.sql):
        stages.append(_filter_stage(condition, frame, kept))
        kept.append(condition.sql)
    frame += _where(kept)
    gathering, whole = _gathering_stages(section, frame, values)
    return tuple(stage.behind(prefix) for stage in (*stages, *gathering)), prefix + whole


def _relation_sql(relation: Relation) -> str:
    table = f"({relation.subquery})" if relation.subquery else quoted(relation.table)
    place = f"{table} AS {quoted(relation.alias)}"
    if relation.join == JoinKind.DRIVING:
        return f"FROM {place}"
    condition = "" if relation.on is None or not relation.on.sql else f" ON {relation.on.sql}\n"
    return f"{_JOIN_SQL[relation.join]} {place}{condition}"


def _relation_stage(relation: Relation, frame: str, grown: str) -> Stage:
    words = relation_words(relation)
    if not frame or relation.join == JoinKind.DRIVING:
        return Stage(words, f"SELECT 1 {grown}", f"SELECT 1 {grown}")
    if relation.on is None or not relation.on.sql:
        return Stage(words, f"SELECT 1 {frame}", f"SELECT 1 {grown}")
    table = f"({relation.subquery})" if relation.subquery else quoted(relation.table)
    partners = f"FROM {table} AS {quoted(relation.alias)} WHERE {relation.on.sql}\n"
    found, number = f"EXISTS (SELECT 1 {partners})", f"(SELECT count(*) {partners})"
    keys, reason = _own_keys(relation), join_reason(relation)
    loses = relation.join in (JoinKind.INNER, JoinKind.RIGHT)
    brings = relation.join in (JoinKind.FULL, JoinKind.RIGHT)
    return Stage(
        words,
        before=f"SELECT 1 {frame}",
        after=f"SELECT 1 {grown}",
        matched=f"SELECT 1 {frame} WHERE {found}",
        unknown=f"{_all_and(reason, WHY_UNKNOWN)} {frame} WHERE ({keys}) AND NOT {found}" if keys else "",
        left_out=f"{_all_and(reason, WHY_LEFT_OUT)} {frame} WHERE NOT {found}" if loses else "",
        doubled=f"{_all_and(number, MATCHES)} {frame} WHERE {number} > 1" if not brings else "",
    )


def _own_keys(relation: Relation) -> str:
    """SQL that is true where a key of the rows that come in has no value; empty for other conditions."""
    alias = relation.alias.casefold()
    pairs = column_pairs(relation.on.sql) if relation.on is not None else ()
    named = [column for pair in pairs for column in pair if column.table]
    columns = [column for column in named if column.table.casefold() != alias]
    return " OR ".join(f"{quoted(c.table)}.{quoted(c.name)} IS NULL" for c in columns)


def _all_and(value: str, name: str) -> str:
    return f"SELECT *, {value} AS {quoted(name)}"


def _filter_stage(condition: Condition, frame: str, kept: list[str]) -> Stage:
    reason = filter_reason(condition)
    left_out, unknown = _all_and(reason, WHY_LEFT_OUT), _all_and(reason, WHY_UNKNOWN)
    return Stage(
        filter_words(condition),
        before=f"SELECT 1 {frame}{_where(kept)}",
        after=f"SELECT 1 {frame}{_where([*kept, condition.sql])}",
        unknown=f"{unknown} {frame}{_where([*kept, f'({condition.sql}) IS NULL'])}",
        left_out=f"{left_out} {frame}{_where([*kept, f'({condition.sql}) IS NOT TRUE'])}",
    )


def _gathering_stages(section: SectionPlan, frame: str, values: str) -> tuple[list[Stage], str]:
    """Grouping, filters on groups and on windows, DISTINCT, each over the one before; and the whole."""
    stages: list[Stage] = []
    before = f"SELECT 1 {frame}"
    keys = ", ".join(dict.fromkeys(each.sql for each in section.group_by if each.sql))
    if keys:
        frame += f" GROUP BY {keys}\n"
        stages.append(Stage(grouping_words(section), before, f"SELECT 1 {frame}", gathers=True))
        before = f"SELECT 1 {frame}"
    elif section.having:
        stages.append(Stage(grouping_words(section), before, f"SELECT count(*) {frame}", gathers=True))
        before = stages[-1].after
    for word, conditions in (("HAVING", section.having), ("QUALIFY", section.qualify)):
        resolved = [each for each in conditions if each.sql]
        if resolved:
            test = " AND ".join(f"({each.sql}\n)" for each in resolved)
            told = " and ".join(condition_words(each) for each in resolved)
            shown = f"{keys}, count(*) AS {quoted('rows put together')}" if keys else "*"
            why = f"{text_literal(f'does not hold: {told}')} AS {quoted(WHY_LEFT_OUT)}"
            left_out = f"SELECT {shown}, {why} {frame} {word} ({test}) IS NOT TRUE"
            countable = keys or (word == "QUALIFY" and not section.having)
            frame += f" {word} {test}"
            after = f"SELECT 1 {frame}"
            stages.append(
                Stage(filters_words(resolved), before, after, left_out=left_out if countable else "")
            )
            before = f"SELECT 1 {frame}"
    if section.distinct:
        whole = f"SELECT DISTINCT {values} {frame}"
        stages.append(Stage("keep each different row once", before, whole, gathers=True))
        return stages, whole
    return stages, f"SELECT {values} {frame}"


def _where(conditions: list[str]) -> str:
    return " WHERE " + " AND ".join("(" + each + "\n)" for each in conditions) if conditions else ""
