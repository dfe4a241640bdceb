"""Running numbers that the document asks for without an order: ``Autoincrement SK`` is numbered by the natural key."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.generate.types import Family, duckdb_type, family_of
from signoff.core.merge.names import words
from signoff.core.merge.scoping import resolve_source
from signoff.core.pipeline.places import Place

_KEY = (
    r"(?:surrogate(?:\s+(?:primary\s+)?key)?|sk|pk|key|keys|id|number|no\.?|value|column|integer|(?:technical|dimension|primary|artificial|"
    r"unique|new|standard|dwh|dw|etl|db|database|system|warehouse|next|running|sequential|incremental|oracle|informatica|ssis|sequence)(?:\s+key)?)"
)
_AUTO = (
    r"(?:auto[\s-]?incr(?:ement(?:ed|ing|al)?)?(?:\s+by\s+1)?|(?:auto|system|etl|db|dwh|dw|database|warehouse|sequence)?[\s-]?generated|"
    r"auto[\s-]?gen|identity(?:\s+column)?|auto[\s-]?number(?:ed)?|sequence(?:\s+(?:generator|object|number))?|seq(?:[\s_-]?gen\w*)?|"
    r"(?:standard|generated|dimension|dwh|warehouse|artificial|technical)\s+surrogate(?:\s+primary)?\s+key|surrogate\s+(?:primary\s+)?key|"
    r"running\s+number|(?:sequential|consecutive)\s+(?:unique\s+)?(?:number|integer|id|key)|serial|autoincremental|autonum[eé]ric[oa]?|secuencia(?:l)?|clave\s+subrogada|"
    r"laufende\s+nummer|fortlaufende\s+nummer|(?:k[uü]nstlicher|technischer)\s+schl[uü]ssel|surrogatschl[uü]ssel|"
    r"autoinkrementa?cja|sekwencja|klucz\s+(?:sztuczny|surogatowy|zast[eę]pczy|techniczny))"
)
_FROM = (
    r"(?:(?:of|from|by|in|using|via|through|on|the|an?|as|for|with|value|each\s+row|etl|dwh|"
    r"warehouse|database)\s+)*"
)
_ARGUMENTS = (
    r"(?:\s*\(\s*\d+\s*,\s*\d+\s*\)|\s*,?\s*(?:start(?:s|ing)?|begin(?:s|ning)?)\s+(?:with|at|from)\s+1)?"
)
_ASKED = re.compile(
    rf"(?:(?:generate[d]?|create|assign|populate|use|load|derive[d]?)\s+|an?\s+|the\s+)*(?:{_KEY}\s*[,:(-]*\s*)*{_FROM}{_AUTO}{_ARGUMENTS}"
    rf"(?:\s*[,:(-]*\s*(?:in\s+|by\s+|from\s+)?(?:the\s+)?{_KEY})*{_ARGUMENTS}\)?(?:\s+(?:by|in|during|at|on)\s+(?:the\s+)?(?:etl|load|insert|database|dwh|warehouse))?"
    r"(?:\s+for\s+(?:(?:all|each|every|any|new|changed|the)\s+)*(?:records?|rows?|entry|entries|members?)(?:\s+and\s+(?:scd[\s-]?2\s+)?changes)?)?",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:[\w.]*seq\w*)\.nextval|next\s*val(?:ue)?\s*(?:for|of|from|\()\s*[\w.'\"]*seq\w*\s*\)?(?:\s+\w*seq\w*)?",
    re.IGNORECASE,
)
_KEY_NAMES = frozenset(
    (word,) for word in ("sk", "key", "id", "no", "nr", "number", "num", "pk", "seq", "wid", "klucz", "clave")
)
_CLEANED = re.compile(
    r"^\W*(?:left\s+|right\s+|[lr])?(?:pad|trim|zero|upper|lower|cast|convert|to_)", re.IGNORECASE
)
"""Rules that leave apart what was apart: each row's value is cleaned, none is looked up or put together."""
_SAID_NATURAL = re.compile(r"\b(?:natural|business|source|alternate)\s+key\b|\bbk\b|\bnk\b", re.IGNORECASE)
_FROM_DAY = re.compile(
    r"(?:valid|eff\w*|start|begin|row)_(?:\w+_)?(?:from|start|begin|since|date|dt)(?:_(?:date|dt|day|ts))?",
    re.IGNORECASE,
)
"""Names of columns that tell from when on a row of a natural key holds."""
_MOVED = re.compile(
    r"(?:direct(?:ly)?(?:\s+(?:move|mapping|map|copy|load))?|1:1|one[\s-]to[\s-]one|as[\s-]is|copy|none|n/a|-|"
    r"no\s+(?:transformation|change|conversion)|straight(?:\s+(?:move|copy|map|load))?|pass[\s-]?through)?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


def running_number(
    mapping: ColumnMapping, rows: Sequence[ColumnMapping], section: SectionPlan, schema: Schema, place: Place
) -> Expression | None:
    """A number over all rows in the order of the target's natural key; None for other rules, or without such a key.

    Args:
        mapping: the column.
        rows: all columns of its target; the natural key are the other keys, else the first column that is moved.
        section: the part of the query; grouped rows are not numbered.
        schema: known tables.
        place: of the column.
    """
    if (
        not _is_asked(mapping)
        or not _is_number(mapping)
        or mapping.sources
        or section.group_by
        or not section.relations
    ):
        return None
    ordering = _natural(mapping, rows)
    found = [resolve_source(section, ref, row, schema)[0] for row in ordering for ref in row.sources]
    order = [column for column in found if column is not None]
    if not order or len(order) != len(found):
        return None
    names = ", ".join(c.column.name for c in order)
    finding = Finding(
        "D13",
        Severity.WARNING,
        say("draft.numbered_by", place=place, order=names),
        mapping.cell,
        place.target,
        place.column,
    )
    sql = f"row_number() OVER (ORDER BY {', '.join(c.sql for c in order)})"
    return Expression(sql, Origin.PATTERN, "running number", findings=(finding,))


def _is_asked(mapping: ColumnMapping) -> bool:
    """Whether the rule, or where there is none what describes the column, asks for such a number and no more."""
    said = mapping.rule_resolved or mapping.rule
    texts = [said] if said.strip() else [mapping.rule_kind, mapping.description, mapping.note]
    plain = [" ".join(text.split()).strip(" .") for text in texts]
    return any(_ASKED.fullmatch(text) or _NEXT.fullmatch(text) for text in plain if text)


def _is_number(mapping: ColumnMapping) -> bool:
    """Whether the column holds numbers and is a key by its mark or name: other things are generated too."""
    family = family_of(duckdb_type(mapping.type))
    named = words(mapping.name)[-1:] in _KEY_NAMES or words(mapping.name)[:1] in _KEY_NAMES or mapping.key
    return family in (Family.NUMBER, Family.UNKNOWN) and named


def _natural(mapping: ColumnMapping, rows: Sequence[ColumnMapping]) -> list[ColumnMapping]:
    """The columns that tell rows apart in the source: the other keys, what is said to be one, else the first moved."""
    named = [row for row in rows if row.name != mapping.name and row.sources]
    others = [row for row in named if len(row.sources) == 1]
    moved = [row for row in others if _MOVED.fullmatch((row.rule_resolved or row.rule).strip())]
    whole = [row for row in others if row in moved or _CLEANED.search(row.rule_resolved or row.rule)]
    keys = [row for row in named if row.key]
    said = [row for row in named if _SAID_NATURAL.search(f"{row.note} {row.description}")]
    chosen = keys or said or whole[:1]
    versions = [row for row in moved if row not in chosen and _FROM_DAY.fullmatch("_".join(words(row.name)))]
    return [*chosen, *versions[:1]] if chosen else []
