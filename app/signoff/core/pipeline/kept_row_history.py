"""Values over all rows of a thing of which one row is kept: how many there are, the oldest one's, the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.assembling import OF_ALL_ROWS
from signoff.core.merge.chosen.history_words import Seen, choice_of, history_rule
from signoff.core.merge.sqlparts import has_window, parsed
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place

_BRACKET = re.compile(r"\s*\((?P<what>[a-z][\w ,+-]*)\)\s*$", re.IGNORECASE)
_DAY = re.compile(r"^(?:the\s+)?(?:day|date)(?:\s+part)?$", re.IGNORECASE)


def history_value(
    mapping: ColumnMapping, section: SectionPlan, scope: Scope, place: Place, desk: Desk
) -> Expression | None:
    """The value of such a rule; None for every other, or where no row of several is kept.

    The rows that are looked at are those among which one is chosen: filters before the choice hold for them, those
    behind it do not.

    Args:
        mapping: the column.
        section: the part of the query.
        scope: what the rule may use.
        place: where the expression will stand.
        desk: the run's tools.
    """
    choice = choice_of(section)
    told = history_rule(mapping.rule_resolved or mapping.rule, choice) if choice is not None else None
    if choice is None or told is None or section.name:
        return None
    if told.seen is Seen.COUNT:
        sql = f"count(*) {choice.whole}"
    else:
        value = _value(told.head, mapping, scope)
        if not value:
            return None
        sql = (
            f"first_value({value}) {choice.window(oldest_first=True)}"
            if told.seen is Seen.FIRST
            else f"lead({value}) {choice.window()}"
        )
    return Expression(sql, Origin.PATTERN, OF_ALL_ROWS) if place.works(sql, desk) else None


def _value(head: str, mapping: ColumnMapping, scope: Scope) -> str:
    """SQL of what is taken of a row."""
    plain = replace(scope, aggregate=False)
    sources = plain.sources
    if len(sources) == 1 and _DAY.match(head):
        return f"cast({sources[0].sql} as date)"
    said = [head]
    if (bracket := _BRACKET.search(head)) is not None:
        said.append(f"{head[: bracket.start()]}, {bracket['what']}")
        said.append(bracket["what"])
    for text in said:
        made = compile_rule(mapping, plain, rule=text)
        if made is not None and not has_window(made.sql) and parsed(made.sql) is not None:
            return made.sql
    return ""
