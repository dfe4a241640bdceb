"""Which one of several rows existing SQL keeps, where a sentence of an update says it otherwise or anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.changed_conditions import is_plainly
from signoff.core.merge.changed_orders import OrderEdit
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filter_places import shown_relations
from signoff.core.merge.lineage import keeps_rows
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import columns_of, parsed, rendered
from signoff.core.merge.sqltokens import partners
from signoff.core.merge.which_row import WhichRow, which_row

_QUALIFY = ("duckdb", "snowflake", "bigquery", "databricks", "redshift", "teradata")
"""Dialects that choose rows by a window behind QUALIFY."""
_NUMBERS = ("row_number", "rank", "dense_rank")
_OLD = re.compile(
    r"\s*,?\s*\b(?:and\s+)?(?:not|instead\s+of|rather\s+than|no\s+longer)\s+(?P<old>(?:the\s+(?:one|row)|by|that)\b.+)$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:that|which)\s+(?:(?:was|is|were|has\s+been|got)\s+)?(?P<verb>[a-z]+)\s+(?P<which>last|first|latest|earliest|most\s+recently)\s*\(\s*(?P<column>\w+)\s*\)",
    re.IGNORECASE,
)
"""``the one that was used last (last_used_at)``."""
_LEAD = re.compile(
    r"^(?:of|among|out\s+of)\s+(?:the\s+)?(?:several|multiple|more\s+than\s+one|many|all|double|duplicate)\s+(?P<rows>[\w-]+)\s+(?:of|per|for)\s+(?:an?|the|one|each|every|the\s+same)\s+(?P<key>\w+)\s*,?\s*",
    re.IGNORECASE,
)


_EACH = re.compile(r"\b(one\s+(?:row|record|line|entry|version))\s+an?\s+(?=\w)", re.IGNORECASE)
"""``one row an id``."""

_BY_BRACKET = re.compile(
    r"\b(?P<which>latest|newest|most\s+recent|earliest|oldest|highest|lowest)\s+(?P<row>rows?|records?|lines?|versions?|entry)\s*\(\s*(?:by\s+)?(?P<column>\w+)\s*\)",
    re.IGNORECASE,
)
"""``the newest row (synced_at)``."""


@dataclass(frozen=True)
class _Window:
    place: Place
    keys: frozenset[str]
    order: Span
    name: str


def other_pick(
    existing: ExistingSql, said: str, nouns: frozenset[str], schema: Schema, at: Place | None = None
) -> OrderEdit | FilterEdit | None:
    """The order of the file's only numbering of rows as a sentence tells it, or a numbering that the file lacks.

    Args:
        existing: the file.
        said: such as ``of several addresses of a contact the one that was used last (last_used_at) is taken``.
        nouns: words for rows, of `file_words`.
        schema: tables the file reads.
        at: the SELECT whose rows they are, where that is known.
    """
    text = _plain(_OLD.sub("", said), nouns)
    if text is None:
        return None
    head, colon, tail = text.partition(":")
    ways = [text] if not colon else [text, head, tail]
    windows = _windows(existing)
    for place in every_place(existing):
        relations = shown_relations(existing, place, schema)
        if len(place.select.tables) != 1 or not relations or (at is not None and at != place):
            continue
        picked = _picked(ways, relations, schema)
        if picked is None or picked.described or not picked.order_is_said:
            continue
        keys, order = _parts(picked.sql)
        if not keys:
            continue
        if windows:
            same = [w for w in windows if w.keys == keys and w.place.select.span == place.select.span]
            if len(windows) == len(same) == 1:
                return OrderEdit(same[0].order, order, place, same[0].name)
            continue
        if existing.dialect in _QUALIFY and keeps_rows(existing, place) and not place.select.group:
            return FilterEdit(picked.sql, place=place, clause=TokenType.QUALIFY)
    return None


def _picked(ways: Sequence[str], relations: Sequence[Relation], schema: Schema) -> WhichRow | None:
    """What a sentence says of the row that stays: as a whole, or in both of its halves the same."""
    whole, *halves = [which_row(way, relations, schema) for way in ways]
    if whole is not None or not halves:
        return whole
    return halves[0] if None not in halves and halves[0] == halves[1] else None


def _plain(text: str, nouns: frozenset[str]) -> str | None:
    """The sentence in the words that are read; None where it names rows that the file does not have."""
    done = _DONE.search(text)
    if done is not None:
        if done["verb"].lower()[:4] not in done["column"].lower():
            return None
        end = "latest" if done["which"].lower() in ("last", "latest", "most recently") else "earliest"
        text = f"{text[: done.start()]}with the {end} {done['column']}{text[done.end() :]}"
    text = _BY_BRACKET.sub(r"\g<row> with the \g<which> \g<column>", _EACH.sub(r"\1 per ", text))
    lead = _LEAD.match(text)
    if lead is not None:
        if not is_plainly(lead["rows"], nouns, "true"):
            return None
        text = f"per {lead['key']} {text[lead.end() :]}"
    return text


def _parts(sql: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys, bare and case-folded, and the order of a filter on row numbers."""
    tree = parsed(sql)
    window = tree.find(exp.Window) if tree is not None else None
    if window is None:
        return frozenset(), ()
    keys = frozenset(
        c.name.casefold() for key in window.args.get("partition_by") or () for c in columns_of(key)
    )
    order = window.args.get("order")
    return keys, tuple(rendered(each) for each in order.expressions) if order is not None else ()


def _windows(existing: ExistingSql) -> list[_Window]:
    """Every numbering of rows by keys in the file, with what stands behind its ORDER BY."""
    partner, found = partners(existing.tokens), []
    places = list(every_place(existing))
    for number, token in enumerate(existing.tokens):
        if token.text.casefold() not in _NUMBERS:
            continue
        holding = [p for p in places if p.select.span.first <= number <= p.select.span.last]
        place = min(holding, key=lambda p: p.select.span.last - p.select.span.first, default=None)
        opening = _definition(existing, place, partner, number) if place is not None else None
        if place is None or opening is None:
            continue
        inner = range(opening + 1, partner[opening])
        kinds = {existing.tokens[n].token_type: n for n in reversed(inner)}
        by, order = kinds.get(TokenType.PARTITION_BY), kinds.get(TokenType.ORDER_BY)
        if by is None or order is None or order < by:
            continue
        keys = parsed(f"row_number() over ({existing.written(Span(by, order - 1))})")
        names = frozenset(c.name.casefold() for c in columns_of(keys)) if keys is not None else frozenset()
        item = next((i for i in place.select.items if i.first <= number <= i.last), None)
        tree = existing.item(item) if item is not None else None
        name = tree.alias_or_name if tree is not None and item is not None and opening <= item.last else ""
        found.append(_Window(place, names, Span(order + 1, partner[opening] - 1), name))
    return found


def _definition(existing: ExistingSql, place: Place, partner: dict[int, int], number: int) -> int | None:
    """The bracket that defines the window of a function: behind OVER, or behind the name that WINDOW gives it."""
    over = partner.get(number + 1, number) + 1
    if over >= len(existing.tokens) - 1 or existing.tokens[over].text.casefold() != "over":
        return None
    if existing.tokens[over + 1].token_type is TokenType.L_PAREN:
        return over + 1
    name = existing.tokens[over + 1].text.casefold()
    for at in range(place.select.span.first, place.select.span.last - 1):
        words = [existing.tokens[n].text.casefold() for n in (at, at + 1)]
        if words == [name, "as"] and existing.tokens[at + 2].token_type is TokenType.L_PAREN:
            before = existing.tokens[at - 1]
            if before.token_type in (TokenType.WINDOW, TokenType.COMMA):
                return at + 2
    return None
