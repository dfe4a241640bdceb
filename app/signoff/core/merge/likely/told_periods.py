"""Tables joined to rows that are made for each month or day: by the day that a sentence names, or by the only one.

``A stay is counted in the month in which the guest arrived``, ``money by the month of paid_at``, ``same period``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, ScopeColumn, quoted
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step
from signoff.core.merge.assumed import assumed_join
from signoff.core.merge.likely.marked import days_called, softly_named
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import is_day, relation_columns
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.sqlparts import columns_of, parsed

_UNITS = r"(?:month|day|week|quarter|year|period)"
_WHEN = (
    re.compile(
        rf"\b{_UNITS}\s+(?:of|by)\s+(?:the\s+|its\s+|their\s+)*(?:(?:date|day)\s+of\s+(?:the\s+|its\s+)*)?(?P<noun>[A-Za-z]\w*)",
        re.I,
    ),
    re.compile(
        rf"\b{_UNITS}\s+(?:in|on)\s+which\s+(?:[\w']+\s+){{0,4}}?(?P<noun>[A-Za-z]\w*)\s*(?:[,.;]|$)", re.I
    ),
    re.compile(
        rf"(?P<noun>[A-Za-z]\w*)\s+(?:(?:is|lies|falls|was)\s+)?(?:in|within|during)\s+(?:the|that|this|its)\s+(?:same\s+)?{_UNITS}\b",
        re.I,
    ),
    re.compile(rf"\bsame\s+(?P<noun>{_UNITS})\b", re.I),
)
_MADE = ("month", "day", "week", "quarter", "year")


def join_by_periods(draft: SectionDraft, steps: Iterable[Step]) -> None:
    """Hold tables of several rows against the months or days that are made, by the day that most likely counts.

    Args:
        draft: a section with all its relations.
        steps: the target's steps as the document has them.
    """
    made = next(
        (r for r in draft.relations if r.subquery and r.told and r.carries and not r.carries[-1].table), None
    )
    unit = next((u for u in _MADE if made is not None and f"interval 1 {u}" in made.subquery), "")
    if made is None or not unit:
        return
    texts = [u for s in steps for u in units_of(s.condition)]
    moment = f"{quoted(made.alias)}.{quoted(made.carries[-1].name)}"
    for place, relation in enumerate(draft.relations):
        if not place or relation is made or relation.on is None:
            continue
        if _holds(relation, made):
            draft.relations[place] = _whole_units(relation, moment, unit, draft)
        elif (day := _day_of(relation, texts, draft)) is not None:
            sql = f"date_trunc('{unit}', {day.sql}) = {moment}"
            draft.relations[place] = _by_day(draft, relation, sql)
    _take_up_left_out(draft, texts, unit, moment)


def _take_up_left_out(draft: SectionDraft, texts: Sequence[str], unit: str, moment: str) -> None:
    """Join tables that nothing says how to join by the day that a sentence calls."""
    known = {table.name for table in draft.schema.tables}
    for relation in list(draft.left_out):
        day = _day_of(relation, texts, draft, told=True) if relation.table in known else None
        if day is not None:
            draft.left_out.remove(relation)
            plain = replace(relation, join=JoinKind.LEFT, on=Condition("", ""))
            draft.relations.append(_by_day(draft, plain, f"date_trunc('{unit}', {day.sql}) = {moment}"))


def _holds(relation: Relation, made: Relation) -> bool:
    """Whether a join looks at the rows that are made already."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    return tree is not None and made.alias.casefold() in {c.table.casefold() for c in columns_of(tree)}


def _whole_units(relation: Relation, moment: str, unit: str, draft: SectionDraft) -> Relation:
    """A join of which a day is held against the first of a month, by the month of that day."""
    sql = relation.on.sql if relation.on is not None else ""
    for day in relation_columns(replace(relation, carries=()), draft.schema):
        if is_day(day) and unit != "day":
            for plain in (f"{day.sql} = {moment}", f"{moment} = {day.sql}"):
                sql = sql.replace(plain, f"date_trunc('{unit}', {day.sql}) = {moment}")
    same = relation.on is None or sql == relation.on.sql
    return relation if same or relation.on is None else replace(relation, on=replace(relation.on, sql=sql))


def _by_day(draft: SectionDraft, relation: Relation, sql: str) -> Relation:
    before = relation.on.sql if relation.on is not None else ""
    whole = f"{before} and {sql}" if before else sql
    cell = relation.cell
    draft.findings[:] = [f for f in draft.findings if not _is_on(f, relation, before)]
    draft.findings.append(assumed_join(whole, cell, draft.target.name))
    return replace(relation, on=Condition(relation.table, whole, Origin.UNRESOLVED, cell))


def _is_on(finding: Finding, relation: Relation, sql: str) -> bool:
    """Whether a finding says of the table that its join is guessed, or is not known."""
    told = {
        say("merge.condition_guessed", table=relation.table, sql=sql),
        say("merge.join_proposed", sql=sql),
        say("merge.no_join", table=relation.table),
        say("merge.no_condition", table=relation.table),
    }
    return finding.code in ("D203", "D204", "D205") and finding.message in told


def _day_of(
    relation: Relation, texts: Sequence[str], draft: SectionDraft, *, told: bool = False
) -> ScopeColumn | None:
    """The day of a table by which its rows belong to a month: one that a sentence calls, else its only one.

    With `told`, only one that a sentence calls.
    """
    days = [c for c in relation_columns(replace(relation, carries=()), draft.schema) if is_day(c)]
    nouns = {singular(w) for w in words(relation.table) if len(w) > 2}
    about = [t for t in texts if nouns & {singular(w) for w in words(t)}]
    for text in (*about, *(t for t in texts if t not in about)):
        for shape in _WHEN:
            for match in shape.finditer(text):
                day = _called(match["noun"], days)
                if day is not None:
                    return day
    return days[0] if len(days) == 1 and not told else None


def _called(noun: str, days: Sequence[ScopeColumn]) -> ScopeColumn | None:
    exact = [d for d in days if d.column.name.casefold() == noun.casefold()]
    return exact[0] if exact else days_called(noun, days) or softly_named(noun, days)
