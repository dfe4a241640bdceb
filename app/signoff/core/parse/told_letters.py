"""Letters told in brackets behind a table's name, ``one record per order in shop_order (ORD)``: sources told by them.

Sources, rules and the texts on rows that say ``ORD.id`` read that table. Only letters that the target uses are taken,
and only behind a name that is a table or another target.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import ColumnMapping, SourceRef, Step, StepKind, TargetMapping, UnusedCell

_TOLD = re.compile(
    r"(?<![\w.])[`'\"]?(?P<table>[A-Za-z_][\w.]*)[`'\"]?\s*(?:\(\s*(?:(?:alias|called|named|below|short|=)\s*:?\s*)?[`'\"]?"
    r"(?P<letters>[A-Z][A-Z0-9_]{0,7})[`'\"]?\s*\)|,?\s+(?:alias|called|named|short)\s+[`'\"]?(?P<said>[A-Z][A-Z0-9_]{0,7})(?!\w))"
)
_LEAST = 3
"""Letters of a short name that stands for its table by itself."""


def with_told_letters(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], known: KnownNames
) -> tuple[TargetMapping, ...]:
    """The targets with the names of tables in place of the letters that texts tell of them.

    Args:
        targets: as read, with the notes on their rows.
        unused: cells that no field was read from; those of its sheet count where its own texts tell none.
        known: names that exist.
    """
    tables = {*known.tables, *(t.name.casefold() for t in targets)}
    own = [_letters((s.condition for s in t.steps), tables) for t in targets]
    by_sheet: dict[str, dict[str, str]] = {}
    for cell in unused:
        for short, table in _letters([cell.text], tables).items():
            by_sheet.setdefault(cell.cell.sheet, {}).setdefault(short, table)
    found = []
    for target, letters in zip(targets, own, strict=True):
        sheets = {c.cell.sheet for c in target.columns if c.cell is not None}
        told = {k: v for sheet in sheets for k, v in by_sheet.get(sheet, {}).items()} | letters
        used = {k: v for k, v in told.items() if k.casefold() not in tables and _uses(target, k)}
        found.append(_told(target, used) if used else target)
    return tuple(found)


def _letters(texts: Iterable[str], tables: Collection[str]) -> dict[str, str]:
    """The tables by their letters; letters that are told of two tables are those of none."""
    told: dict[str, set[str]] = {}
    for text in texts:
        for each in _TOLD.finditer(text):
            if each["table"].casefold() in tables:
                told.setdefault(each["letters"] or each["said"], set()).add(each["table"])
    return {letters: next(iter(names)) for letters, names in told.items() if len(names) == 1}


def _uses(target: TargetMapping, letters: str) -> bool:
    refs = [ref for c in target.columns for ref in c.sources]
    shape = re.compile(rf"(?<![\w.]){re.escape(letters)}\.\w")
    texts = [*(c.rule_resolved or c.rule for c in target.columns), *(s.condition for s in target.steps)]
    return any(letters in (ref.table, ref.column) for ref in refs) or any(map(shape.search, texts))


def _told(target: TargetMapping, letters: Mapping[str, str]) -> TargetMapping:
    columns = tuple(_column(column, letters) for column in target.columns)
    if _names_parts(target, letters):
        return replace(target, columns=columns)
    steps = tuple(
        replace(s, condition=_text(s.condition, letters)) if s.kind is StepKind.NOTE else _step(s, letters)
        for s in target.steps
    )
    return replace(target, columns=columns, steps=steps)


def _names_parts(target: TargetMapping, letters: Mapping[str, str]) -> bool:
    """Whether the letters are those of the parts of a union: a rule says something of its own for each of them."""
    each = "|".join(map(re.escape, letters))
    said = re.compile(rf"(?:^|[;.,]\s+)(?:fixed:?\s+)?(?:{each})(?:\s*(?:,|and|&|\+)\s*(?:{each}))*\s*:\s")
    rules = [c.rule_resolved or c.rule for c in target.columns]
    return len(letters) > 1 and any(map(said.search, rules))


def _step(step: Step, letters: Mapping[str, str]) -> Step:
    return step if step.alias in letters else replace(step, condition=_text(step.condition, letters))


def _column(column: ColumnMapping, letters: Mapping[str, str]) -> ColumnMapping:
    sources = tuple(_source(ref, letters) for ref in column.sources)
    text = column.rule_resolved or column.rule
    said, join = _text(text, letters), _text(column.join, letters)
    tables = tuple(dict.fromkeys(letters.get(t, t) for t in column.source_tables))
    made = replace(column, sources=sources, source_tables=tables, join=join)
    return made if said == text else replace(made, rule_resolved=said)


def _source(ref: SourceRef, letters: Mapping[str, str]) -> SourceRef:
    if not ref.table and ref.column in letters:
        return SourceRef(letters[ref.column], "")
    table, _point, column = _text(str(ref), letters).rpartition(".") if ref.table else ("", "", ref.column)
    return replace(ref, table=letters.get(ref.table, table), column=column)


def _text(text: str, letters: Mapping[str, str]) -> str:
    """A text with the tables in place of letters before a point, and of longer ones that stand alone."""
    for each, table in letters.items():
        text = re.sub(rf"(?<=\w)\s*\(\s*{re.escape(each)}\s*\)", "", text)
        behind = r"(?=\.\w)" if len(each) < _LEAST else r"(?!\w)"
        text = re.sub(rf"(?<![\w.'\"-]){re.escape(each)}{behind}", lambda _m, name=table: name, text)  # type: ignore[misc]
    return text
