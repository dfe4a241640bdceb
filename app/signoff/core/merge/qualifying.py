"""Names of the existing SQL that a new join would make ambiguous get their table written before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sqlglot
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.edits import Splice
from signoff.core.domain.plan import Relation
from signoff.core.merge.existing import Place, alias_token
from signoff.core.merge.lineage import table_outputs
from signoff.core.merge.scoping import table_of
from signoff.core.merge.scripting import inserted
from signoff.core.merge.work import Work

_NAMES = (TokenType.VAR, TokenType.IDENTIFIER)


def qualifications(work: Work, place: Place, relation: Relation) -> list[Splice]:
    """Insertions of ``alias.`` before plain names that the new relation has a column of too.

    The FROM clause needs none: a condition sees only the tables before it. A name that merges several
    tables by USING gets the first of them.
    """
    table = table_of(relation, work.schema)
    new = {c.name.casefold() for c in table.columns} if table is not None else set()
    owners = _owners(work, place)
    edits: list[Splice] = []
    for number in _plain_names(work, place):
        name = work.existing.tokens[number].text.casefold()
        if name in new and name in owners:
            start = _place_of_name(work, number)
            edits.append(inserted(start, f"{work.layout.name(owners[name])}.", once=True))
    return edits + _in_other_loads(work, place, new & set(owners), owners)


def stars_held(work: Work, place: Place) -> list[Splice] | None:
    """What keeps a bare ``*`` showing what it showed before a further join: the relations it stands for.

    Returns:
        None where that can't be written: a ``*`` over several relations that leaves columns out.
    """
    aliases = [table.alias for table in place.select.tables]
    held: list[Splice] = []
    for item in place.select.items:
        if work.existing.tokens[item.first].token_type != TokenType.STAR:
            continue
        if len(aliases) > 1 and item.first != item.last:
            return None
        start = work.layout.start(item.first)
        names = [work.layout.name(alias) for alias in aliases]
        before = "".join(f"{name}.*, " for name in names[:-1])
        held.append(inserted(start, f"{before}{names[-1]}.", once=True))
    return held


def _place_of_name(work: Work, number: int) -> int:
    """Where a name stands in the file: in the quotes of the tag it comes out of, if it is there once."""
    start, end = work.layout.start(number), work.layout.end(number)
    name, tag = work.existing.tokens[number].text, work.existing.text[start:end]
    found = [m.start() + 1 for m in re.finditer(rf"(['\"]){re.escape(name)}\1", tag, re.IGNORECASE)]
    return start + found[0] if tag.startswith("{{") and len(found) == 1 else start


def _in_other_loads(work: Work, place: Place, names: set[str], owners: dict[str, str]) -> list[Splice]:
    """The same in Jinja branches behind FROM that a first load leaves out, subqueries in them aside."""
    select, text = place.select, work.existing.text
    if select.from_span is None:
        return []
    first, last = work.layout.end(select.from_span.last), work.layout.next_start(select.span.last)
    edits: list[Splice] = []
    for start, end in left_out(work, first, last):
        depth = 0
        for token in sqlglot.tokenize(blanked(work, start, end), dialect=work.existing.dialect):
            depth += (token.token_type == TokenType.L_PAREN) - (token.token_type == TokenType.R_PAREN)
            place_there, name = start + token.start, token.text.casefold()
            around = text[place_there - 1], text[start + token.end + 1 : start + token.end + 2]
            if depth == 0 and name in names and "." not in around and around[1] != "(":
                edits.append(inserted(place_there, f"{work.layout.name(owners[name])}.", once=True))
    return edits


def left_out(work: Work, first: int, last: int) -> list[tuple[int, int]]:
    """Stretches of the file between two places that nothing of the rendered SQL comes from."""
    found, place = [], first
    for piece in work.existing.rendered.pieces:
        if piece.file_end <= place:
            continue
        if piece.file_start >= last:
            break
        if piece.file_start > place:
            found.append((place, piece.file_start))
        place = piece.file_end
    return found if place >= last else [*found, (place, last)]


def blanked(work: Work, start: int, end: int) -> str:
    """A stretch of the file with its Jinja tags as blanks; empty where its quotes do not close."""
    text = work.existing.text[start:end]
    for tag_start, tag_end in work.existing.rendered.tags:
        if start <= tag_start and tag_end <= end:
            text = text[: tag_start - start] + " " * (tag_end - tag_start) + text[tag_end - start :]
    try:
        sqlglot.tokenize(text, dialect=work.existing.dialect)
    except SqlglotError:
        return ""
    return text


def _owners(work: Work, place: Place) -> dict[str, str]:
    """Alias of the first relation that has each column, by case-folded column name."""
    found: dict[str, str] = {}
    for table in place.select.tables:
        for output in table_outputs(work.existing, place, table, work.schema):
            found.setdefault(output.name.casefold(), table.alias)
    return found


def _plain_names(work: Work, place: Place) -> Iterator[int]:
    """Numbers of tokens that are column names without a table, outside FROM, subqueries and aliases."""
    select, tokens = place.select, work.existing.tokens
    skipped = _alias_numbers(work, place)
    from_span = select.from_span
    number = select.span.first
    while number <= select.span.last:
        if from_span is not None and number == from_span.first:
            number = from_span.last + 1
            continue
        kind = tokens[number].token_type
        before = tokens[number - 1].token_type if number else None
        after = tokens[number + 1].token_type if number + 1 < len(tokens) else None
        is_name = (
            kind in _NAMES and before != TokenType.DOT and after not in (TokenType.DOT, TokenType.L_PAREN)
        )
        if is_name and number not in skipped and before not in (TokenType.ALIAS, TokenType.DCOLON):
            yield number
        number += 1


def _alias_numbers(work: Work, place: Place) -> set[int]:
    """Tokens that name items."""
    found = (alias_token(work.existing, item) for item in place.select.items)
    return {number for number in found if number is not None}
