"""Sentences that put rows together, and joins that name no table, in the words that are read.

``then squash to a row per user per calendar day of event_at`` groups; ``inner, on user_id`` beside the only table that
a line lists joins that table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.names import find_table

_PUT = (
    r"(?:squash\w*|collaps\w*|squeez\w*|condens\w*|compress\w*|boil\w*|roll\w*|aggregat\w*|summari[sz]\w*|group\w*|reduc\w*|"
    r"br(?:ing|ought|ings)|merg\w*|fold\w*|sum(?:s|med)?|add(?:s|ed)?|put|fus\w*|shrink|shrunk)"
)
_GROUPS = re.compile(
    rf"\b{_PUT}\s+(?:(?:it|them|this|that|these|those|all|rows?|records?|everything|what\s+is\s+left|together|down|up|the\s+rest)\s+)*"
    r"(?:in\s*to|to|by|so\s+that\s+there\s+is|until\s+there\s+is|at)?\s*"
    r"(?:(?:one|a|1|a\s+single|exactly\s+one)\s+(?:row|record|line|entry)\s+)?(?:per|for\s+(?:each|every)|each|every)\s+"
    r"(?P<keys>[\w. ]+?(?:\s*(?:,|\band\b|\bper\b|\+|&|\bfor\s+(?:each|every)\b)\s*[\w. ]+?)*?)"
    r"\s*(?:[.;(]|,\s*(?:so|which|that|with|where|before)\b|$)",
    re.IGNORECASE,
)
_ITS_TABLE = re.compile(
    rf"\b(?P<verb>{_PUT})\s+(?:the\s+(?:rows|records)\s+of\s+)?"
    r"(?P<table>[A-Za-z_][\w.$]*)\s+(?=(?:in\s*to|to)\s)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:^|[,;]?\s+)(?:and\s+)?(?:(?:everything|all|they|it|this|that|the\s+rows?|rows)\s+)?(?:(?:is|are|gets?)\s+)?(?:and\s+)?"
    r"(?:then|finally|afterwards|and|is|are)?$",
    re.IGNORECASE,
)
"""What only leads to the words that group."""
_BEFORE_JOIN = re.compile(
    r"\b(?:before\w*|prior\s+to|up\s*front|in\s+advance|ahead|join\w*|first)\b", re.IGNORECASE
)
_DESCRIBES = re.compile(r"[:=]|\b(?:sum|count|number|total)\s+of\b|\bfrom\b", re.IGNORECASE)
"""Says how columns are made or what is read, as descriptions of a relation do."""
_BETWEEN = re.compile(r"\s*(?:,|\band\b|\bper\b|\+|&|\bfor\s+(?:each|every)\b)\s*", re.IGNORECASE)
_NO_TABLE = re.compile(
    r"^\s*(?P<kind>inner|left|full|right)(?:\s+(?:outer\s+)?join)?\s*[,:]?\s+(?:on|by|via|over|using|through)\s+(?P<on>[\w.]+(?:\s*(?:,|and)\s*[\w.]+)*)"
    r"\s*(?:[,.;:(–—-].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(r"^\s*sources?\s*:\s*(?P<name>[\w.$]+)\s*$", re.IGNORECASE)
_KINDS = {
    "left": StepKind.LEFT_JOIN,
    "inner": StepKind.INNER_JOIN,
    "right": StepKind.RIGHT_JOIN,
    "full": StepKind.FULL_JOIN,
}


def with_told_groups(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a grouping for a sentence that puts rows together, and joins for lines without a table.

    Args:
        target: its notes, in the order of the document.
        schema: the tables.
    """
    grouped = any(s.kind is StepKind.GROUP_BY for s in target.steps)
    steps: list[Step] = []
    for step in target.steps:
        if step.kind is not StepKind.NOTE or step.section or step.table:
            steps.append(step)
            continue
        join = _joined(steps[-1], step, schema) if steps else None
        if join is not None:
            steps[-1] = join
            continue
        told = [] if grouped else list(_grouped(_without_table(step, schema)))
        grouped = grouped or bool(told)
        steps += told if told else [step]
    return replace(target, steps=tuple(steps))


def _joined(before: Step, step: Step, schema: Schema) -> Step | None:
    """The join of the one table that the line before lists, by the columns that this one names."""
    listed = _LISTED.match(before.condition) if before.kind is StepKind.NOTE else None
    table = find_table(schema, listed["name"]) if listed is not None else None
    match = _NO_TABLE.match(step.condition) if table is not None else None
    if table is None or match is None:
        return None
    return replace(
        step, kind=_KINDS[match["kind"].lower()], table=table.name, alias="", condition=match["on"]
    )


def _without_table(step: Step, schema: Schema) -> Step:
    """A note without the table that it says is put together: ``Collapse VISIT to one record per …``."""

    def bare(match: re.Match[str]) -> str:
        return f"{match['verb']} it " if find_table(schema, match["table"]) is not None else match.group()

    said = _ITS_TABLE.sub(bare, step.condition)
    return replace(step, condition=said) if said != step.condition else step


def _grouped(step: Step) -> Iterator[Step]:
    """A note with its sentence that groups as a grouping; nothing where it has none."""
    units = units_of(step.condition)
    for unit in units:
        match = _GROUPS.search(unit)
        if match is None or _BEFORE_JOIN.search(unit) or _DESCRIBES.search(unit):
            continue
        before = _LEADS.sub("", unit[: match.start()].strip(" ,;")).strip(" ,;")
        rest = [each for each in (before, *(u for u in units if u is not unit)) if each]
        if rest:
            yield replace(step, condition="\n".join(rest))
        keys = [key.strip() for key in _BETWEEN.split(match["keys"]) if key.strip()]
        yield replace(step, kind=StepKind.GROUP_BY, table="", condition=" and ".join(keys))
        return
