"""Joins told in the remark beside a column: ``VENDOR-VEND_NO = CONTRACT-VEND_NO``, ``joined on VEND_NO``."""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.names import find_column, find_table
from signoff.core.merge.sqlparts import columns_of, parsed

_LEAD = re.compile(
    r"^(?:(?:left\s+|inner\s+)?(?:is\s+|are\s+|to\s+be\s+)?(?:join(?:ed)?(?:\s+condition)?|link(?:ed)?|connect(?:ed|ion)?|match(?:ed)?|relat(?:ed|ion)|"
    r"relationship|reference|key|verkn(?:ü|ue)pf(?:t|ung)|verbunden|join-?bedingung|uni(?:ó|o)n|enlace|relaci(?:ó|o)n|po(?:ł|l)(?:ą|a)czen(?:ie|ia)|"
    r"powi(?:ą|a)zan(?:ie|e))\b\s*)?(?:(?:on|by|via|with|using|over|through|über|ueber|mit|por|po|przez)\b\s*)?[:=]?\s*",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\b([A-Za-z]\w*)-([A-Za-z]\w*)\b")
_NAMES = re.compile(r"[A-Za-z]\w*(?:\s*(?:,|\+|&|\band\b|\bund\b|\by\b|\bi\b)\s*[A-Za-z]\w*)*")


def noted_join(column: ColumnMapping, schema: Schema) -> str:
    """How the row's source table is joined, where its remark tells that and nothing more; empty for others.

    Args:
        column: a row whose join cell is empty.
        schema: known tables.
    """
    note = " ".join(column.note.split()).rstrip(" .")
    lead = _LEAD.match(note)
    said = note[lead.end() :] if lead is not None else note
    plain = _HYPHENED.sub(lambda m: ".".join(m.groups()) if find_table(schema, m[1]) else m[0], said)
    tree = parsed(plain) if "=" in plain else None
    if tree is not None:
        return plain if _compares_tables(tree, schema) else ""
    named = lead is not None and re.match(r"\W*\w{3,}\b", note[: lead.end()]) and _NAMES.fullmatch(plain)
    return plain if named and _are_columns(plain, column, schema) else ""


def _compares_tables(tree: exp.Expr, schema: Schema) -> bool:
    """Whether each part is an equality between columns of two known tables."""
    parts = list(tree.flatten()) if isinstance(tree, exp.And) else [tree]
    return all(isinstance(p, exp.EQ) and _of_two_tables(p, schema) for p in parts)


def _of_two_tables(part: exp.Expr, schema: Schema) -> bool:
    found = columns_of(part)
    tables = [find_table(schema, c.table) if c.table else None for c in found]
    known = [t for t, c in zip(tables, found, strict=True) if t is not None and find_column(t, c.name)]
    return len(found) == 2 and len({t.name for t in known}) == 2


def _are_columns(text: str, column: ColumnMapping, schema: Schema) -> bool:
    """Whether every name is a column of the row's source table and of another one."""
    tables = [t for ref in column.sources if (t := find_table(schema, ref.table)) is not None]
    names = [w for w in re.findall(r"[A-Za-z]\w*", text) if w.lower() not in ("and", "und", "y", "i")]
    having = [[t.name for t in schema.tables if find_column(t, name)] for name in names]
    return bool(tables) and all(tables[0].name in found and len(found) > 1 for found in having)
