"""What the columns of a union take from each of its parts, where their source cells name one source for each.

``1:1, journal entries get 'journal entry'`` says something of its own for one part, named by its table, by what the
text on the rows calls it, or by a note that tells the order of the parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, StepKind, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.told_lines.cutting import cut
from signoff.core.merge.told_lines.rows_from import RowsFrom

_ORDER = re.compile(
    r"\b(?:the\s+)?order\s+(?:is|of\s+(?:the\s+)?(?:sources|parts|them)\s+is|:)\s*:?\s*(?P<list>[^.;]+)$",
    re.IGNORECASE,
)
_BEFORE_ORDER = re.compile(
    r"^(?:note\s*:\s*)?(?:(?:where|when|if|for)\s+(?:\w+\s+){0,4}?(?:sources|columns|parts|tables|fields)\s*(?:(?:are|is)\s+(?:given|named|listed|shown))?\s*[,:]?\s*)?$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"\s*[,;\n]\s*(?:but\s+|and\s+)?|(?<=[\w)'\"])\.\s+")
_VALUE = re.compile(
    r"^(?:for\s+|in\s+)?(?:the\s+)?(?P<who>[A-Za-z][\w -]*?)\s*(?:\b(?:gets?|have|has|are|is"
    r"|show|take|always)\b|:|=|->)\s*(?:always\s+)?(?P<value>'[^']*')$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"^(?:for\s+|in\s+)?(?:the\s+)?(?P<who>[A-Za-z][\w -]*?)\s*(?:(?:have|has|know)\s+(?:none"
    r"|no\s+\w+|nothing)|:\s*(?:none|empty|null|nothing)|(?:stay|are\s+left|is\s+left|leave)"
    r"\s+empty)$",
    re.IGNORECASE,
)
_STAYS_EMPTY = re.compile(
    r"^(?:leave|left|stays?|remains?|keep)(?:\s+it)?\s+(?:empty|null|blank)(?:\s+there)?$", re.IGNORECASE
)
_OWN = re.compile(
    r"^(?:for\s+|in\s+)?(?:the\s+)?(?P<who>[A-Za-z][\w -]*?)\s*:\s*(?P<rule>.+)$", re.DOTALL | re.IGNORECASE
)
_OF_TABLE = re.compile(
    r"(?<![\w.])(?P<column>[A-Za-z_]\w*)\s+(?:of|from|in)\s+(?:the\s+)?(?P<table>[A-Za-z_]\w*)(?!\w)"
)
_PLAIN = re.compile(
    r"^(?:1\s*:\s*1|direct(?:ly)?|copy|as\s+is|as\s+they\s+are|unchanged|take\s+over)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class PartNames:
    """One part: the section it is, and what rules may call it."""

    section: str
    tables: frozenset[str]
    """Case-folded names of all its tables."""
    called: tuple[frozenset[str], ...]
    """Each a set of words, without plural endings."""


def names_of(parts: Sequence[RowsFrom], target: TargetMapping) -> list[PartNames]:
    """The parts with what rules may call them.

    Args:
        parts: as the text on the rows tells them.
        target: its notes may tell their order.
    """
    ordered = next(
        (
            found
            for s in target.steps
            if s.kind is StepKind.NOTE and len(found := _listed(s.condition)) == len(parts)
        ),
        [],
    )
    return [
        PartNames(
            part.relations[0].table,
            frozenset(r.table.casefold() for r in part.relations),
            tuple(_words(name) for name in (part.name, part.relations[0].table, *ordered[n : n + 1]) if name),
        )
        for n, part in enumerate(parts)
    ]


def is_order(text: str, parts: int) -> bool:
    """Whether a note only tells the order of as many parts."""
    return len(_listed(text)) == parts


def _listed(text: str) -> list[str]:
    plain = " ".join(text.split()).strip(" .")
    found = _ORDER.search(plain)
    if found is not None and not _BEFORE_ORDER.match(plain[: found.start()]):
        return []
    return (
        [each.strip() for each in re.split(r"\s*(?:/|,|->|\bthen\b)\s*", found["list"])]
        if found is not None
        else []
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(
        singular(word) for word in words(name) if word not in ("the", "all", "row", "rows", "part")
    )


def columns_of_parts(
    target: TargetMapping, parts: Sequence[PartNames], schema: Schema
) -> tuple[ColumnMapping, ...] | None:
    """The columns, each once for every part whose source it takes; None where one cannot be told apart.

    Args:
        target: whose columns.
        parts: in their order.
        schema: the tables.
    """
    found: list[ColumnMapping] = []
    for column in target.columns:
        own = _of_parts(column, parts, schema)
        if own is None:
            return None
        found += own
    return tuple(found)


def _of_parts(
    column: ColumnMapping, parts: Sequence[PartNames], schema: Schema
) -> list[ColumnMapping] | None:
    tables = [
        _table(name, schema) for name in (*(ref.table for ref in column.sources), *column.source_tables)
    ]
    inside = [any(t in part.tables for part in parts) for t in tables]
    if not any(inside):
        return [column]
    if not all(inside):
        return None
    rules = _rules_of(column, parts)
    if rules is None:
        return None
    found = []
    for part, rule in zip(parts, rules, strict=True):
        refs = tuple(ref for ref in column.sources if _table(ref.table, schema) in part.tables)
        refs = tuple(dict.fromkeys((*refs, *_named_in(rule, part, schema)))) if refs else refs
        named = tuple(name for name in column.source_tables if _table(name, schema) in part.tables)
        text = rule if refs or not _PLAIN.match(rule) else "leave empty"
        text = rule if rule.startswith("constant ") else text
        found.append(
            replace(
                column,
                section=part.section,
                sources=() if text.startswith("constant ") else refs,
                source_tables=named,
                rule=text,
                rule_resolved=text,
            )
        )
    return found


def _named_in(rule: str, part: PartNames, schema: Schema) -> list[SourceRef]:
    """Columns that the rule of one part names with their table: ``rate of orders``."""
    found = []
    for match in _OF_TABLE.finditer(rule):
        table = find_table(schema, match["table"])
        column = find_column(table, match["column"]) if table is not None else None
        if table is not None and column is not None and table.name.casefold() in part.tables:
            found.append(SourceRef(table.name, column.name))
    return found


def _rules_of(column: ColumnMapping, parts: Sequence[PartNames]) -> list[str] | None:
    """The rule of each part; None where what is said of one part is not understood."""
    rule = (column.rule_resolved or column.rule).strip()
    own: dict[int, str] = {}
    whole = _OWN.match(rule)
    if whole is not None and (number := _number(whole["who"], parts)) is not None:
        several = [
            p
            for p in cut(rule, re.compile(r"\s*[;\n]\s*"))
            if (m := _OWN.match(p)) and _number(m["who"], parts) is not None
        ]
        if len(several) > 1:
            return [rule] * len(parts)
        own[number] = whole["rule"].strip()
        rule = ""
    kept = []
    for clause in cut(rule, _CLAUSES):
        said = _said(clause, parts)
        if said is None and _STAYS_EMPTY.match(clause) and own and list(own.values())[-1] == "leave empty":
            continue
        if said is None:
            kept.append(clause)
            continue
        own[said[0]] = said[1]
    told = (_OWN.match(clause) for clause in kept)
    if any(match is not None and _number(match["who"], parts) is not None for match in told):
        return None
    rest = ", ".join(kept) if own else rule
    return [own.get(n, rest) for n in range(len(parts))]


def _said(clause: str, parts: Sequence[PartNames]) -> tuple[int, str] | None:
    """The part that a clause speaks of alone, and its rule."""
    if (value := _VALUE.match(clause)) is not None and (number := _number(value["who"], parts)) is not None:
        return number, f"constant {value['value']}"
    if (none := _NONE.match(clause)) is not None and (number := _number(none["who"], parts)) is not None:
        return number, "leave empty"
    return None


def _number(who: str, parts: Sequence[PartNames]) -> int | None:
    """The place of the only part that a few words call, by its whole name, else by a word only it has."""
    said = _words(who)
    whole = [n for n, part in enumerate(parts) if said in part.called]
    if len(whole) == 1:
        return whole[0]
    near = [n for n, part in enumerate(parts) if said and any(said <= each for each in part.called)]
    return near[0] if len(near) == 1 else None


def _table(name: str, schema: Schema) -> str:
    table = find_table(schema, name) if name else None
    return table.name.casefold() if table is not None else ""
