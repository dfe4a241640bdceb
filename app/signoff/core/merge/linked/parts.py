"""Targets put together of several tables, each under letters: ``hours from proj_hours (H), items from proj_items (I)``.

Every column gets a row for each part, with what its rule says of that part and the sources that the part has. Only a
target whose texts on rows are understood to the last one is restated so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, SourceRef, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.linked.joins import Joined
from signoff.core.merge.linked.part_values import value_of_part
from signoff.core.merge.linked.records import Records

_TOGETHER = re.compile(
    r"^(?:two|three|four|five|\d)\s+(?:feeds|sources|tables)\s+(?:in|into|make|for)\s+(?"
    r":one|this|the\s+same)\s+table\s*:\s*(?P<items>.+)$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"^(?:and\s+)?(?P<noun>\w+)\s+(?:from|in|of)\s+(?P<table>[A-Za-z_]\w*)\s*\(\s*(?"
    r"P<letters>[A-Z]\w{0,7})\s*\)$"
)
_OUT = re.compile(
    r"^(?P<parts>[A-Z]\w{0,7}(?:\s*(?:,|and|&)\s*[A-Z]\w{0,7})*)\s*:\s*(?:leave\s+"
    r"out|skip|without|do\s+not\s+load)\s+(?:the\s+)?\w+(?:\s+(?:that|which)\s+(?"
    r":were|are|was|is|have\s+been)\s+\w+)?"
    r"\s*\(\s*(?P<column>\w+)\s*=\s*(?P<value>'[^']*'|\w+)\s*\)(?:\s*;\s*(?P<same>\w+)\s+(?:is\s+)?"
    r"empty\s*(?:=|means|counts\s+as)\s*not\s+\w+)?$"
)
_NO_SUCH = re.compile(
    r"^(?P<noun>\w+)\s+(?:have|has)\s+no\s+such\s+(?:flag|column|field|mark)$", re.IGNORECASE
)
_BELONG = re.compile(
    r"^only\s+(?P<noun>\w+)\s+(?:that|which)\s+belong\s+to\s+an?\s+[\w ]+?\s*:\s*(?"
    r"P<table>[A-Za-z_]\w*)\s+with\s+the\s+same\s+(?P<same>\w+(?:(?:\s*,\s*|\s+and\s+)\w+)*?)"
    r"\s+and\s+(?P<theirs>\w+)\s*=\s*(?P<ours>\w+)\s+of\s+the\s+\w+"
    r"(?:\s*,\s*and\s+the\s+\w+\s*\(\s*(?P<pointer>\w+)\s*\)\s+exists\s+in\s+(?P<other>[A-Za-z_]\w*))?$",
    re.IGNORECASE,
)
_OTHERS_OUT = re.compile(
    r"^all\s+other\s+(?P<noun>\w+)(?:\s*\([^()]*\))?\s+(?:stay|are\s+left|are\s+kept)\s+out$", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[\w)\"'])\.\s+(?=[A-Z])")


@dataclass(frozen=True)
class _Part:
    letters: str
    noun: str
    table: SourceTable


def with_parts(
    target: TargetMapping, records: Records, out: Sequence[tuple[str, str]]
) -> TargetMapping | None:
    """The target as a union of its parts; None where it is none, or says more of its rows than is understood.

    Args:
        target: as read.
        records: the tables.
        out: codes whose rows are loaded in no table, by the column that holds them.
    """
    place = next((n for n, s in enumerate(target.steps) if _TOGETHER.match(s.condition.strip(" ."))), None)
    if place is None or any(s.section or s.kind is not StepKind.NOTE for s in target.steps):
        return None
    parts = _parts(target.steps[place].condition, records)
    sentences = [
        x.strip(" .") for n, s in enumerate(target.steps) if n != place for x in _SENTENCE.split(s.condition)
    ]
    steps: list[Step] = []
    columns: dict[str, list[ColumnMapping]] = {c.name: [] for c in target.columns}
    for part in parts:
        joined = Joined(target, records, part.table, target.steps[place].cell, section=part.letters)
        filters = [
            f"coalesce(upper(trim({part.table.name}.{c})), '') <> '{code.upper()}'"
            for c, code in out
            if records.column(part.table, c)
        ]
        told = [_of_sentence(x, part, parts, joined) for x in sentences]
        if any(each is None for each in told):
            return None
        filters += [each for each in told if each]
        for column in target.columns:
            columns[column.name].append(_column(column, part, parts, joined))
        made = [
            Step(target.name, 0, StepKind.FILTER, part.letters, condition=f, cell=joined.cell)
            for f in filters
        ]
        steps += [*joined.steps, *made]
    if len(parts) < 2:
        return None
    numbered = tuple(replace(s, order=n) for n, s in enumerate(steps, 1))
    return replace(target, columns=tuple(c for each in columns.values() for c in each), steps=numbered)


def _parts(text: str, records: Records) -> list[_Part]:
    told = _TOGETHER.match(text.strip(" ."))
    found = []
    for item in re.split(r"\s*,\s*", told["items"]) if told is not None else ():
        one = _ITEM.match(item)
        table = records.table(one["table"]) if one is not None else None
        if one is None or table is None:
            return []
        found.append(_Part(one["letters"], one["noun"].casefold(), table))
    return found


def _of_sentence(text: str, part: _Part, parts: Sequence[_Part], joined: Joined) -> str | None:
    """The condition that a sentence comes to in a part, empty for none; None where it is not understood."""
    records = joined.records
    if (told := _OUT.match(text)) is not None:
        named = re.split(r"\s*(?:,|and|&)\s*", told["parts"])
        if not set(named) <= {p.letters for p in parts}:
            return None
        if part.letters not in named:
            return ""
        is_known = records.column(part.table, told["column"]) is not None and told["same"] in (
            None,
            told["column"],
        )
        return f"coalesce({part.table.name}.{told['column']} <> {told['value']}, true)" if is_known else None
    if (told := _NO_SUCH.match(text)) is not None:
        return "" if told["noun"].casefold() in {p.noun for p in parts} else None
    if _OTHERS_OUT.match(text):
        return ""
    told = _BELONG.match(text)
    return _belonging(told, part, joined) if told is not None else None


def _belonging(told: re.Match[str], part: _Part, joined: Joined) -> str | None:
    """Join the row that a part's row belongs to; None where its columns are not there."""
    records = joined.records
    table, other = records.table(told["table"]), records.keyed(told["other"] or "")
    if table is None or (told["other"] and other is None):
        return None
    theirs, ours = records.column(table, told["theirs"]), records.column(part.table, told["ours"])
    if theirs is None or ours is None:
        return None
    pairs = [f"trim({table.name}.{theirs.name}) = nullif(trim({part.table.name}.{ours.name}), '')"]
    if not (records.is_text(theirs) and records.is_text(ours)):
        pairs = [f"{table.name}.{theirs.name} = {part.table.name}.{ours.name}"]
    for word in re.split(r"\s*,\s*|\s+and\s+", told["same"]):
        name = records.called(word)
        if records.column(table, name) is None or records.column(part.table, name) is None:
            return None
        left, right = f"{table.name}.{name}", f"{part.table.name}.{name}"
        in_capitals = name in records.capitals
        pairs.append(f"upper(trim({left})) = upper(trim({right}))" if in_capitals else f"{left} = {right}")
    joined.inner(table, " and ".join(pairs))
    if other is not None:
        if records.column(table, told["pointer"]) is None:
            return None
        joined.inner(other, f"{table.name}.{told['pointer']} = {other.name}.{records.key}")
    return ""


def _column(column: ColumnMapping, part: _Part, parts: Sequence[_Part], joined: Joined) -> ColumnMapping:
    """The row of a column for one part."""
    others = {p.table.name.casefold() for p in parts if p is not part}
    sources = tuple(
        r if r.table else SourceRef(part.table.name, r.column)
        for r in column.sources
        if r.table.casefold() not in others and (r.table or joined.records.column(part.table, r.column))
    )
    rule = _rule(column.rule_resolved or column.rule, part, parts)
    if not rule and len(sources) != 1:
        rule = column.rule_resolved or column.rule
    own = replace(
        column, section=part.letters, sources=sources, source_tables=(), rule_resolved=rule or "1:1"
    )
    return value_of_part(own, part.letters, tuple(p.letters for p in parts), joined)


def _rule(text: str, part: _Part, parts: Sequence[_Part]) -> str:
    """What a rule says of one part: what stands behind its letters, and a sentence on decimals behind all of them."""
    letters = "|".join(re.escape(p.letters) for p in parts)
    shape = re.compile(
        rf"(?:^|[.;,]\s+)(?:fixed:\s+)?(?P<of>(?:{letters})(?:\s*(?:,|and|&)\s*(?:{letters}))*)\s*:\s+"
    )
    found = list(shape.finditer(text))
    if not found or found[0].start() != 0:
        return text
    tail = re.search(r"\.\s+(?P<tail>round to \d decimals(?:; missing = 0)?)\s*$", text)
    end = tail.start() if tail is not None else len(text)
    said: Mapping[str, str] = {
        each: text[m.end() : n.start() if n is not None else end].strip(" .;,")
        for m, n in zip(found, [*found[1:], None], strict=True)
        for each in re.split(r"\s*(?:,|and|&)\s*", m["of"])
    }
    own = said.get(part.letters, "")
    own = f"constant '{own}'" if own and text.casefold().startswith("fixed:") else own
    return f"{own}; {tail['tail']}" if own and tail is not None else own
