"""Joins of existing SQL that a sentence of an update turns: ``invoices without a customer must be shown too``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import Schema
from signoff.core.merge.changed_rows import ChangedRows, Way
from signoff.core.merge.existing import ExistingSql, Place, expression_of
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.lineage import Output, select_outputs, table_outputs
from signoff.core.merge.names import find_table, plain_words
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import parsed

_WITHOUT = re.compile(
    r"^(?P<who>.+?)\s+(?:without|with\s+no|that\s+have\s+no|which\s+have\s+no|having\s+no|lacking)\s+"
    r"(?:an?\s+|any\s+|the\s+|their\s+)?"
    r"(?:matching\s+|known\s+|corresponding\s+|existing\s+|related\s+|own\s+)*"
    r"(?P<whom>[\w ]+?)(?:\s+in\s+(?:the\s+)?(?P<table>\w+))?$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"^(?:the\s+|their\s+|its\s+)?(?P<whom>[\w ]+?)\s+(?:(?:(?:is|are)\s+(?:not|no\s+longer|never)"
    r"|isn't|aren't|(?:can\s?not|can't)\s+be)\s+"
    r"(?:(?:found|known|there|listed|contained|present|available)(?:\s+(?:in|to)\s+(?:the\s+)?(?P<table>\w+))?|(?:in|part\s+of)\s+(?:the\s+)?(?P<there>\w+))"
    r"|(?:is|are)\s+(?:missing|absent|unknown|gone)(?:\s+(?:from|in|to)\s+(?:the\s+)?(?P<gone>\w+))?"
    r"|(?:do|does)\s*(?:not|n't)\s+(?:exist|appear)(?:\s+in\s+(?:the\s+)?(?P<of>\w+))?"
    r"|(?:has|have)\s+no\s+(?:row|record|entry|line|match|partner|counterpart)\s+in\s+(?:the\s+)?(?P<row>\w+))$",
    re.IGNORECASE,
)
"""What rows have no partner in, behind ``whose``: ``requester is not in stg_users``."""
_KINDS = re.compile(
    r"^\(?\s*(?:an?\s+|by\s+)?(?P<now>left|inner)(?:\s+outer)?\s+join\s+"
    r"(?:instead\s+of|rather\s+than|not)\s+"
    r"(?:an?\s+)?(?P<was>left|inner)(?:\s+outer)?\s+join\s*\)?$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:with|by|having|then)\s+(?:an?\s+)?(?:empty|blank|missing|no)\s+(?P<column>\w+)$", re.IGNORECASE
)
_ARTICLES = frozenset(["all", "any", "the", "those", "these", "an", "a", "row", "line", "record", "one"])


@dataclass(frozen=True)
class _Without:
    """Rows, and what they have no partner in."""

    who: str
    whom: str
    table: str = ""
    """Where it is looked for, as written."""


def _without(said: ChangedRows) -> _Without | None:
    """The rows of a sentence that have no partner, and in what; None where it says anything else."""
    if said.what:
        lacks = _LACKS.match(said.what)
        tables = (
            [t for n in ("table", "there", "gone", "of", "row") if (t := lacks[n])]
            if lacks is not None
            else []
        )
        return None if lacks is None else _Without(said.rows, lacks["whom"], "".join(tables))
    told = _WITHOUT.match(said.rows)
    return None if told is None else _Without(told["who"], told["whom"], told["table"] or "")


def turned_join(
    existing: ExistingSql, said: ChangedRows, nouns: frozenset[str], schema: Schema
) -> JoinEdit | None:
    """The only join that a sentence means, as a left one where rows without a partner come in, else as an inner one.

    Args:
        existing: the file.
        said: the sentence.
        nouns: words for rows, of `changed_conditions.file_words`.
        schema: tables the file reads.
    """
    without = _without(said)
    if without is None or not set(plain_words(without.who)) <= nouns | _ARTICLES:
        return None
    kind, was = (JoinKind.LEFT, "inner") if said.way is Way.IN else (JoinKind.INNER, "left")
    found = [
        (place, table)
        for place in every_place(existing)
        for table in place.select.tables
        if table.on is not None and _is_meant(existing, place, table, without.whom, without.table, schema)
    ]
    named = [(place, table) for place, table in found if _is_called(table, without.whom)]
    found = named if len(found) > 1 else found
    if len(found) != 1 or found[0][1].join != was:
        return None
    place, table = found[0]
    later = place.select.tables[place.select.tables.index(table) + 1 :]
    if said.tail and not _is_said_again(existing, place, table, said.tail, kind, schema):
        return None
    if kind is JoinKind.LEFT and any(
        each.join == "inner" and _reads(existing, each, table) for each in later
    ):
        return None
    return JoinEdit(table.alias, "", kind, place=place)


def partner_lacking(said: ChangedRows, nouns: frozenset[str]) -> tuple[str, ...]:
    """Words for what rows of a sentence have no partner in; empty where it says anything else.

    Args:
        said: the sentence.
        nouns: words for rows, of `changed_conditions.file_words`.
    """
    without = _without(said)
    if without is None or said.tail or without.table:
        return ()
    return plain_words(without.whom) if set(plain_words(without.who)) <= nouns | _ARTICLES else ()


def _reads(existing: ExistingSql, later: TableShape, table: TableShape) -> bool:
    """Whether a later join compares a column of the table, so that rows without it are lost there."""
    on = existing.condition_of(later.on).casefold() if later.on is not None else ""
    return f"{table.alias.casefold()}." in on


def _is_meant(
    existing: ExistingSql, place: Place, table: TableShape, whom: str, name: str, schema: Schema
) -> bool:
    if name:
        wanted = find_table(schema, name)
        origins = {squashed(o.table) for o in table_outputs(existing, place, table, schema) if o.table}
        return wanted is not None and origins == {squashed(wanted.name)}
    return _is_called(table, whom)


def _is_called(table: TableShape, whom: str) -> bool:
    """Whether the last words of a relation's names are these."""
    said = plain_words(whom)
    return bool(said) and (
        plain_words(table.alias)[-len(said) :] == said or plain_words(table.name)[-len(said) :] == said
    )


def _is_said_again(
    existing: ExistingSql, place: Place, table: TableShape, tail: str, kind: JoinKind, schema: Schema
) -> bool:
    """Whether what stands behind the sentence follows from it: kinds of join, or columns that are empty then."""
    kinds = _KINDS.match(tail)
    if kinds is not None:
        return kinds["now"].lower() == kind.value and kinds["was"].lower() != kind.value
    empty = _EMPTY.match(tail)
    if empty is None or kind is not JoinKind.LEFT:
        return False
    shown = {o.name.casefold() for o in table_outputs(existing, place, table, schema)}
    shown |= {
        o.name.casefold() for o in select_outputs(existing, place, schema) if _is_from(existing, o, table)
    }
    return empty["column"].casefold() in shown


def _is_from(existing: ExistingSql, output: Output, table: TableShape) -> bool:
    """Whether a list copies a column of a relation."""
    tree = parsed(expression_of(existing, output.item)) if output.item is not None else None
    return isinstance(tree, exp.Column) and tree.table.casefold() == table.alias.casefold()
