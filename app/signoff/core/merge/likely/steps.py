"""Texts on joins and unions in the words of people in a hurry, put into the words that are read.

``LEFT shop on SHOP_NO. INNER with plan by PLAN_CODE`` are two joins; ``A and B, one under another`` is a union.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.likely.column_spines import with_spine_of_column
from signoff.core.merge.likely.lettered import with_lettered_parts
from signoff.core.merge.likely.moved_sources import with_sources_moved
from signoff.core.merge.likely.stacked import STACKED
from signoff.core.merge.likely.told_again import with_tables_told_again
from signoff.core.merge.likely.told_crossed import with_told_crossing
from signoff.core.merge.likely.told_driving import with_told_driving
from signoff.core.merge.likely.told_groups import with_told_groups
from signoff.core.merge.likely.told_keys import with_told_keys
from signoff.core.merge.likely.told_parts import with_told_parts
from signoff.core.merge.likely.told_spines import with_told_spine
from signoff.core.merge.likely.told_subject import with_told_subject
from signoff.core.merge.names import find_column, find_table, words

_KINDS = {
    "left": StepKind.LEFT_JOIN,
    "inner": StepKind.INNER_JOIN,
    "right": StepKind.RIGHT_JOIN,
    "full": StepKind.FULL_JOIN,
}
_JOINS = frozenset(_KINDS.values())
_BARE = re.compile(
    r"(?<![\w-])(?P<kind>left|inner|right|full)\s+(?:outer\s+)?(?:with\s+|to\s+|on\s+)?(?P<table>[A-Za-z_][\w.$]*)(?=\s*[,:(]?\s*(?:on|by|via|over|through|using|with|where|same)\b|\s*[:(])",
    re.IGNORECASE,
)
"""A join of which the word itself is left out."""
_COLON = re.compile(
    r"(?P<join>\b(?:left|inner|right|full)\s+join\s+[\w.$]+)\s*:\s*(?=[\w.]+\s*=)", re.IGNORECASE
)
_NEXT = re.compile(
    r"\s*[.;,]?\s*(?:\band\b\s*)?\b(?P<kind>left|inner|right|full)\s+(?:outer\s+)?join\s+(?:with\s+|to\s+)?(?P<table>[A-Za-z_][\w.$]*)\s*[,:]?\s*(?:(?:on|by|via|over|through|using)\s+)?",
    re.IGNORECASE,
)
_MERGES = re.compile(r"\bunion\b(?!\s+all)(?!\w)", re.IGNORECASE)
_KEEPS = re.compile(r"\bunion\s+all\b|\bone\b|\bunder\b|\bbelow\b|\bstack|\bappend", re.IGNORECASE)
_ONE_ROW = re.compile(
    r"^(?P<lead>one\s+(?:row|line|record)\s+per)\s*=\s*(?:1|one|an?|each)\s+", re.IGNORECASE
)
_LABELLED = re.compile(r"^\s*joins?\s*:\s*(?=[\w.]+\s+(?:left|inner|full|right)\s+join\b)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_][\w.$]*")
_STARTS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
_NO_TABLE = re.compile(
    r"(?<![\w-])(?P<kind>left|inner|right|full)\s+join\s+(?P<word>on|by|via|over)\s+", re.IGNORECASE
)
_NAMED_JOIN = re.compile(
    r"\s*(?:left|inner|right|full)\s+join\s+[\w.]+\s+(?:on|by|via|over)\b", re.IGNORECASE
)
_GROUPED = re.compile(
    r"^(?:the\s+)?(?P<noun>[\w ]+?)\s+(?:is|are|gets?)\s+(?:first\s+)?"
    r"(?:grouped|summed(?:\s+up)?|added\s+up|collapsed|put\s+together|rolled\s+up|aggregated)\b"
    r".*?\b(?:per|by|for\s+each)\s+(?P<keys>[\w.]+(?:\s*(?:,|and)\s*[\w.]+)*)$",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"\s*[,;.(]*\s*(?:but\s+|and\s+)?(?:first\s+|beforehand\s+|before\s+(?:that|joining)\s+)?"
    r"(?:it\s+is\s+|they\s+are\s+|to\s+be\s+)?(?:sum|sums|summed|add|added|count|counted|aggregate|aggregated|group|grouped|collapse|collapsed|put\s+together|roll|rolled)\b"
    r"[^.;]*\b(?:first|before\w*|one\s+row|per\s+\w+)\b[^.;]*$",
    re.IGNORECASE,
)


def with_likely_steps(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose texts name joins and unions in words that are read; unchanged where none has others.

    Args:
        target: its steps and the join cells beside its columns.
        schema: the tables that a text may name.
    """
    target = with_told_crossing(with_spine_of_column(target, schema), schema)
    target = with_told_keys(with_tables_told_again(with_sources_moved(target, schema), schema), schema)
    target = with_lettered_parts(_listed_union(target, schema), schema)
    target = with_told_groups(with_told_spine(with_told_parts(target, schema), schema), schema)
    target = with_told_driving(with_told_subject(target, schema), schema)
    starts = any(s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL) for s in target.steps)
    steps = [each for step in target.steps for each in _steps(step, schema, starts=starts)]
    columns = tuple(_beside(column, schema) if column.join else column for column in target.columns)
    return replace(target, steps=tuple(_united(steps, schema)), columns=columns)


def _beside(column: ColumnMapping, schema: Schema) -> ColumnMapping:
    """A join cell with the table of its column's sources, where it names none itself."""
    tables = {
        t.name for ref in column.sources if ref.table and (t := find_table(schema, ref.table)) is not None
    }
    text = column.join
    if len(tables) == 1:
        text = _NO_TABLE.sub(rf"\g<kind> join {next(iter(tables))} \g<word> ", text)
    said = "\n".join(_without_sum(line) for line in _joined(text, schema).split("\n"))
    return replace(column, join=said) if said != column.join else column


def _without_sum(line: str) -> str:
    """A join without what says that its table is summed up first, which it is where its columns sum up."""
    return _SUMMED.sub("", line) if _NAMED_JOIN.match(line) else line


def _united(steps: Sequence[Step], schema: Schema) -> list[Step]:
    """Tables that are put together before anything is joined, each with the joins and filters behind them."""
    starts = [s for s in steps if s.kind in _STARTS and s.table]
    tables = [find_table(schema, s.table) for s in starts]
    joins = [n for n, s in enumerate(steps) if s.kind in _JOINS]
    if len(starts) < 2 or not joins or any(s.section for s in steps) or any(t is None for t in tables):
        return list(steps)
    if steps.index(starts[-1]) > joins[0]:
        return list(steps)
    for place in joins:
        names = _NAME.findall(steps[place].condition)
        if not all(t is not None and any(find_column(t, name) is not None for name in names) for t in tables):
            return list(steps)
    return [replace(s, section=s.table) if s in starts else s for s in steps]


def _listed_union(target: TargetMapping, schema: Schema) -> TargetMapping:
    """A target whose sources are listed, and of which a cell says that they are put one below the other."""
    if any(s.kind in _STARTS for s in target.steps):
        return target
    listed = next(
        (s for s in target.steps if s.kind is StepKind.NOTE and s.condition.startswith("sources: ")), None
    )
    cell = next((c for c in target.columns if c.join and STACKED.search(c.join)), None)
    if listed is None or cell is None:
        return target
    names = list(
        dict.fromkeys(
            t.name for n in _NAME.findall(listed.condition[9:]) if (t := find_table(schema, n)) is not None
        )
    )
    if len(names) < 2:
        return target
    parts = [
        replace(listed, kind=StepKind.DRIVING, section=n, table=n, alias="", condition="") for n in names
    ]
    pieces = [p.strip() for p in re.split(r";|\n", cell.join) if p.strip() and not STACKED.search(p)]
    grouped = [g for piece in pieces if (g := _grouped_part(piece, listed, names)) is not None]
    if len(grouped) < len(pieces):
        return target
    columns = tuple(replace(c, join="") if c is cell else c for c in target.columns)
    steps = (*parts, *grouped, *(s for s in target.steps if s is not listed))
    return replace(target, columns=columns, steps=steps)


def _grouped_part(text: str, note: Step, names: Sequence[str]) -> Step | None:
    """The grouping of one part: ``medical is first grouped to one row per claim_id``."""
    match = _GROUPED.match(text)
    said = set(words(match["noun"])) if match is not None else set()
    own = [name for name in names if said & set(words(name))]
    if match is None or len(own) != 1:
        return None
    return replace(note, kind=StepKind.GROUP_BY, section=own[0], table="", condition=match["keys"])


def _steps(step: Step, schema: Schema, *, starts: bool) -> Iterator[Step]:
    text = _joined(_ONE_ROW.sub(r"\g<lead> ", step.condition), schema)
    text = _LABELLED.sub("", text)
    step = replace(step, condition=text) if text != step.condition else step
    if step.kind in _JOINS:
        yield from _apart(step, schema)
    elif step.kind is StepKind.NOTE and not starts:
        yield from _stacked(step, schema) or [step]
    else:
        yield step


def _joined(text: str, schema: Schema) -> str:
    """The text with the word ``join`` between a kind and a table."""

    def told(match: re.Match[str]) -> str:
        if find_table(schema, match["table"]) is None:
            return match.group()
        return f"{match['kind'].lower()} join {match['table']}"

    return _COLON.sub(r"\g<join> on ", _BARE.sub(told, text))


def _apart(step: Step, schema: Schema) -> Iterator[Step]:
    """A join step with a line for each further join that its condition tells of."""
    cuts = [m for m in _NEXT.finditer(step.condition) if find_table(schema, m["table"]) is not None]
    if not cuts:
        yield step
        return
    yield replace(step, condition=step.condition[: cuts[0].start()].strip(" ;,."))
    ends = [*(m.start() for m in cuts[1:]), len(step.condition)]
    for match, end in zip(cuts, ends, strict=True):
        table = find_table(schema, match["table"])
        assert table is not None
        said = _SUMMED.sub("", step.condition[match.end() : end]).strip(" ;,.")
        yield replace(step, kind=_KINDS[match["kind"].lower()], table=table.name, alias="", condition=said)


def _stacked(step: Step, schema: Schema) -> list[Step]:
    """The tables that a text puts one below the other, each the start of a part; what else it says stays a note."""
    for sentence in re.split(r"(?<=[\w)])[.;]\s+|\n+", step.condition):
        if STACKED.search(sentence) is None:
            continue
        tables = [t for name in _NAME.findall(sentence) if (t := find_table(schema, name)) is not None]
        names = list(dict.fromkeys(t.name for t in tables))
        if len(names) < 2:
            return []
        found = [
            replace(step, kind=StepKind.DRIVING, section=n, table=n, alias="", condition="") for n in names
        ]
        if _MERGES.search(sentence) is not None and _KEEPS.search(sentence) is None:
            found.insert(1, replace(step, kind=StepKind.UNION, table="", condition=""))
        rest = step.condition.replace(sentence, "").strip(" .;")
        return [*found, replace(step, condition=rest)] if rest else found
    return []
