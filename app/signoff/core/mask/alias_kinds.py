"""What kind and type an alias shows: a date reads as one, a key as one, an amount as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import Schema, Spec
from signoff.core.mask.folding import fold
from signoff.core.mask.glossary import type_group
from signoff.core.mask.words import parts

KINDS = ("date", "time", "key", "amt", "num", "flag", "text", "val", "tbl", "word")
_KEY_WORDS = frozenset(["id", "key", "sk", "pk", "fk", "bk", "nk"])
_AMOUNT = re.compile(r"DEC|NUMERIC|MONEY|DOUBLE|FLOAT|REAL")


def kinds_of(spec: Spec, schema: Schema) -> dict[str, str]:
    """Kind by folded name of every column, from its type, and from what is a key of a target.

    Args:
        spec: what was read from the document.
        schema: tables and types of the samples.
    """
    kinds: dict[str, str] = {}
    for target in spec.targets:
        for mapping in target.columns:
            kinds.setdefault(fold(mapping.name), kind_of(mapping.name, mapping.type, is_key=mapping.key))
    for table in (*schema.tables, *spec.sources.tables):
        for column in table.columns:
            kinds.setdefault(fold(column.name), kind_of(column.name, column.type))
    return kinds


def kind_of(name: str, column_type: str, *, is_key: bool = False) -> str:
    """Kind of one column by its name and DuckDB type."""
    group = type_group(column_type)
    if group in ("date", "time", "flag"):
        return group
    if is_key or _KEY_WORDS.intersection(parts(name)):
        return "key"
    return "amt" if group == "num" and _AMOUNT.search(column_type.upper()) else group


def kind_of_terms(terms: Iterable[Term], kinds: Mapping[str, str]) -> str:
    """Kind that stands for all of some terms: of their columns first, else of the first of them."""
    terms = tuple(terms)
    known = (kinds[fold(term.text)] for term in terms if fold(term.text) in kinds)
    return next(known, _plain_kind(terms[0]))


def _plain_kind(term: Term) -> str:
    if term.kind is TermKind.COLUMN:
        return kind_of(term.text, term.group.upper())
    return {TermKind.TABLE: "tbl", TermKind.VALUE: "val"}.get(term.kind, "word")
