"""Conditions told in plain words: what is counted, what rows are called, a state alone; and all of a text's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.likely.conditions import (
    PLAIN,
    Found,
    column_of,
    held_against,
    in_list,
    is_text,
    text_literal,
    value_of,
)
from signoff.core.merge.likely.marked import Marked
from signoff.core.merge.likely.shapes import ANY_CASE, CALLED_SO, SIGN_NOUN, WORD_VALUE
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, word_set, words


def conditions_in(said: Marked, columns: tuple[ScopeColumn, ...]) -> list[Found]:
    """The conditions of a marked text in their order, none inside another.

    Args:
        said: the text.
        columns: those that words may call which are not their names.
    """
    found: list[Found] = []
    said = replace(said, text=_STANDS_FOR.sub(lambda match: " " * len(match.group()), said.text))
    for finder in (*PLAIN, more_than, told_values, worded):
        for each in finder(said, columns):
            if all(each.end <= other.start or each.start >= other.end for other in found):
                found.append(each)
    return sorted(found, key=lambda each: each.start)


def more_than(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A number before what it counts: ``more than 0 cents`` for AMOUNT_CENTS."""
    numeric = [c for c in columns if NUMERIC.match(c.column.type)]
    for match in SIGN_NOUN(said.text):
        called = [
            c
            for c in numeric
            if singular(match["noun"].lower()) in {singular(w) for w in words(c.column.name)}
        ]
        amounts = [c for c in called if _AMOUNTS & set(words(c.column.name))]
        column = called[0] if len(called) == 1 else amounts[0] if len(amounts) == 1 else None
        made = held_against(column, match["sign"], value_of(said, match["v"])) if column is not None else ""
        if made:
            yield Found(made, *match.span(), column)


_STANDS_FOR = re.compile(
    r"\b(?:an?|where|any)\s+(?:\w+\s+)?(?:empty|missing|blank|null)\s+(?:‹c\d+›|\w+)\s+(?:is|=|counts\s+as|means|is\s+taken\s+as|stands\s+for)\s+‹v\d+›",
    re.IGNORECASE,
)
"""Says what a missing value stands for, which limits no rows: ``an empty qty is 1``."""
_AMOUNTS = frozenset(["amount", "amt", "total", "sum", "value", "price", "gross", "net", "quantity", "qty"])


def told_values(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """What rows are called, by the values that a table's own rules name: ``that are Checked out or In house``."""
    for match in CALLED_SO(said.text):
        phrases = [_in_words(each, said) for each in _BETWEEN.split(match["said"]) if each.strip()]
        fitting = [
            c
            for c in columns
            if is_text(c) and phrases and all(_isvalue_of(p, c.column.told) for p in phrases)
        ]
        if len(fitting) == 1:
            sqls = [text_literal(_isvalue_of(p, fitting[0].column.told)) for p in phrases]
            made = f"{fitting[0].sql} {in_list(sqls)}"
            yield Found(f"not coalesce({made}, false)" if match["not"] else made, *match.span(), fitting[0])


_BETWEEN = re.compile(r"\s*(?:,|\bor\b|\band\b)\s*(?:or\s+)?", re.IGNORECASE)


def _in_words(text: str, said: Marked) -> str:
    """A phrase with its marked values as they were written."""
    return re.sub(r"‹v(\d+)›", lambda m: said.values[int(m[1])].text, text).strip()


def _isvalue_of(phrase: str, rule: str) -> str:
    """A phrase as a rule writes it, where it may be one of the rule's values; empty for others."""
    found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rule, re.IGNORECASE) if len(phrase) > 1 else None
    return found.group() if found is not None and phrase.casefold() not in _NO_VALUES else ""


def worded(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A column before its value in plain small letters: ``status succeeded``."""
    for match in WORD_VALUE(said.text):
        column = column_of(said, match)
        before = said.text[: match.start()]
        if not is_text(column) or match["word"] in _NO_VALUES or looks_like_key(column.column.name):
            continue
        if _KEYED.search(before):
            continue
        sql, word = column.sql, text_literal(match["word"])
        made = f"lower({sql}) = {word}" if ANY_CASE.search(said.text) else f"{sql} = {word}"
        yield Found(f"not coalesce({made}, false)" if match["not"] else made, *match.span(), column)


_KEYED = re.compile(r"\b(?:per|by|on|via|over|using|through|for\s+(?:each|every)|and|,)\s*$", re.IGNORECASE)
"""What stands before a column that something is done by."""
_NO_VALUES = word_set(
    "and the not are was has have only too also missing empty null blank filled given known there here first last wins "
    "counts matters alone before after descending ascending desc asc instead itself column field value code stay stays "
    "beforehand again separately together upfront exactly twice once "
    "please kept dropped ignored out level number date day change changes changed each once"
)
