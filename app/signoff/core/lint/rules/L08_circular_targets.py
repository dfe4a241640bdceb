"""A target that reads itself, or targets that read each other in a circle.

Why: none of them can be loaded first.
Bad: `dim_party` reads `dim_contract`, and `dim_contract` reads `dim_party`.
Good: both read the source tables, or one of them reads the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.lint.context import Context, bare_name, find_table


def circular_targets(context: Context) -> Iterator[Finding]:
    """One finding a circle; a table that is there as a source is read as the source, not as the target."""
    reads = {bare_name(t.name): _reads(context, t) for t in context.spec.targets}
    by_name = {bare_name(t.name): t for t in context.spec.targets}
    told: set[frozenset[str]] = set()
    for name, target in by_name.items():
        circle = _circle(name, reads)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            yield _finding(target, [by_name[each].name for each in circle], context)


def _reads(context: Context, target: TargetMapping) -> set[str]:
    """Other targets, and itself, that a target reads."""
    tables = {ref.table for c in target.columns for ref in c.sources if ref.table}
    tables |= {step.table for step in target.steps if step.table}
    targets = {bare_name(t.name) for t in context.spec.targets}
    own = target.name.casefold()
    return {
        bare_name(table)
        for table in tables
        if bare_name(table) in targets
        and find_table(context.schema, table) is None
        and find_table(context.spec.sources, table) is None
        and not (bare_name(table) == bare_name(own) and table.casefold() != own)
    }


def _circle(start: str, reads: dict[str, set[str]]) -> list[str]:
    """The shortest way from a target back to itself; empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for following in sorted(reads.get(way[-1], ())):
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def _finding(target: TargetMapping, names: list[str], context: Context) -> Finding:
    if len(names) == 1:
        severity = Severity.WARNING if context.schema is None else Severity.ERROR
        message = say("lint.reads_itself", target=target.name)
    else:
        severity = Severity.ERROR
        message = say("lint.circle", circle=" reads ".join([*names, names[0]]))
    return Finding("L08", severity, message, target.cell, target.name)
