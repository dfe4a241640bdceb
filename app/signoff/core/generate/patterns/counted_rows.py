"""Which rows an aggregate is about: those of the target's row, and those with a condition in words."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import column_of, name_parts, names_group, names_rows, says
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.folding import without_fold
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text
from signoff.core.generate.types import Family


def _is_group_column(noun: Phrase, ctx: Context) -> bool:
    keys = {key.replace('"', "").casefold() for key in ctx.scope.group_keys}
    return len(noun.marks) == 1 and any(c.sql.replace('"', "").casefold() in keys for c in noun.columns)


_FILLED = (
    ("(without|with no|no|having no|with empty|with missing|that have no|that has no) [any] {c}", "IS NULL"),
    ("(with a|with|having|that have|that has) {c}", "IS NOT NULL"),
)
_FLAGGED = (
    ("[(that|which|who)] [(are|is|was|were|have been|being)] not [yet] {w:word}", False),
    ("[(that|which|who)] [(are|is|was|were|have been|being)] [already] {w:word}", True),
)


def own_part(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without what only says which rows belong to a row of the target: "of the customer"."""
    places = list(
        re.finditer(
            r"(?<!\S)(?:of|per|for|by|in|within|on) (?:each |every |this |that |same |its |single |§s )*",
            phrase.text,
        )
    )
    found = places[-1] if places else None
    if found is not None and found.start():
        noun = phrase.cut(found.end(), len(phrase.text))
        if noun.marks and (names_group(noun, ctx) or _is_group_column(noun, ctx)):
            return phrase.cut(0, found.start())
    return phrase


def value_of(slot: Phrase, ctx: Context) -> Piece | None:
    """The column a noun stands for: named, or the only source where it stands for the rows."""
    found = column_of(slot, ctx)
    if found is not None:
        return found
    only = ctx.only_source
    return column_piece(only) if only is not None and names_rows(slot, ctx) else None


def row_condition(phrase: Phrase, ctx: Context) -> str | None:
    """A condition on the rows that are counted: "that were not successful", "whose channel is app"."""
    made = ctx.condition(phrase)
    if made is not None:
        return made
    for template, test in _FILLED:
        slots = phrase.match(template)
        if slots is not None:
            return f"{slots['c'].columns[0].sql} {test}"
    body, fold = without_fold(phrase)
    slots = body.match("{c} (is|=|are|was) {w:word}") if fold else None
    if slots is not None and column_piece(slots["c"].columns[0]).family is Family.TEXT:
        wanted = quoted_text(slots["w"].raw)
        return f"{fold.of(column_piece(slots['c'].columns[0]))} = {fold.of(wanted)}"
    for template, holds in _FLAGGED:
        slots = phrase.match(template)
        word = slots["w"].text.strip() if slots else ""
        flags = [
            c
            for c in ctx.scope.columns
            if word
            and column_piece(c).family is Family.FLAG
            and all(
                says(part, word)
                for part in name_parts(c.column.name)
                if part not in ("is", "has", "flag", "was")
            )
        ]
        if len(flags) == 1:
            return flags[0].sql if holds else f"NOT {flags[0].sql}"
    return None
