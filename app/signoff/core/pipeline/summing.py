"""Which rules sum up rows where the document states no grouping: the words say so, or what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Scope
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.prose_shapes import AGGREGATES
from signoff.core.merge.scoping import letters_of

_SUMS_UP = re.compile(
    r"\s*(?:the )?(?:(?:sum|count|number|average|minimum|maximum) of|total(?: number)? of|count\b|how many|"
    r"(?:sum|count|avg|min|max)\s*\()(?! (?:days|months|years|hours|minutes|characters|letters|digits|words))"
    r"|\s*(?:sum|total|average|avg|mean|max|min|maximum|minimum|median|count distinct|distinct count)(?: value)?\s*$",
    re.IGNORECASE,
)
"""How rules begin that sum up rows; where no grouping is stated it follows from the other columns (see merge)."""
_PUTS_IN_ORDER = re.compile(
    r"\bin (?!the order\s*(?:[,;.)]|$))(?:the )?(?:\w+ )?(?:order|sequence)\b|"
    r"\bsorted by\b|\b(?:old|new|earli|lat)est first\b",
    re.IGNORECASE,
)
"""What tells a place in an order, "number of the line within its claim in the order of LINE_ID", from a count."""
_OF_ONE_THING = re.compile(
    r"\s*(?:the\s+)?number\s+of\s+the\s+(?!\w+(?:s|['’]s)\b)[a-z]+\s*(?:$|[,.;(])", re.IGNORECASE
)
"""The number that a thing has: ``number of the session``."""
_OF_ITS_OWN_ROWS = re.compile(
    r"\b(?:the|an?|each|every)\s+\w+\s+has\s+(?:in|within)\s+this\s+(?:table|list|result)\b", re.IGNORECASE
)
"""Counts the target's own rows beside each of them, which puts none together."""
_MAY_SUM_UP = re.compile(
    r"%|#|\b(?:percent\w*|rate|ratio|share|any|every|all|at least one|one or more|whether|highest|lowest|"
    r"largest|smallest|"
    r"most recent|newest|oldest|no|distinct|different|unique|divided by|totals?|countifs?|sumifs?|list)\b",
    re.IGNORECASE,
)
_RUNS_ALONG = re.compile(
    r"\b(?:running|cumulative|rank|previous|prior|next|sequence|row number|partition)\b", re.IGNORECASE
)


def sums_up(mapping: ColumnMapping) -> bool:
    """Whether the rule, or the kind of rule that the document gives, says that rows are summed up."""
    told = mapping.rule_kind.strip().casefold().startswith(("aggreg", "sum", "group"))
    rule = mapping.rule_resolved or mapping.rule
    return told or (
        _SUMS_UP.match(rule) is not None
        and not _PUTS_IN_ORDER.search(rule)
        and not _OF_ITS_OWN_ROWS.search(rule)
        and not _OF_ONE_THING.match(rule)
    )


def sums_up_beside(
    mapping: ColumnMapping, scope: Scope, section: SectionPlan, rows: Sequence[ColumnMapping]
) -> bool:
    """Whether a rule that may sum up rows does so: others of the target do, or its sources are of a joined table.

    Only a rule that is understood wholly as a sum counts. Where no other column sums up the rows of the driving table,
    one that is understood as it stands, of a single row, does not.

    Args:
        mapping: the column and its rule.
        scope: what it may use.
        section: the part of the query, not grouped.
        rows: the target's rows of that part.
    """
    rule = mapping.rule_resolved or mapping.rule
    may = AGGREGATES.search(rule) or _MAY_SUM_UP.search(rule)
    if not may or not section.relations or _PUTS_IN_ORDER.search(rule) or _RUNS_ALONG.search(rule):
        return False
    driving = letters_of(section.relations[0])
    others = [row for row in rows if row.name != mapping.name and sums_up(row)]
    summed = any(squashed(ref.table.rpartition(".")[2]) in driving for row in others for ref in row.sources)
    joined = bool(scope.sources) and all(c.relation != section.relations[0].alias for c in scope.sources)
    if not summed and not joined:
        return False
    if not summed and compile_rule(mapping, scope) is not None:
        return False
    return compile_rule(mapping, replace(scope, aggregate=True)) is not None
