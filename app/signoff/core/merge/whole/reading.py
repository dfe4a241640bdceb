"""The query of a target from the whole of its texts on rows: what is joined, which row of several, which rows stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Schema, Step
from signoff.core.merge.whole.choosing import choose_rows
from signoff.core.merge.whole.clauses import clauses_of
from signoff.core.merge.whole.kinds import kind_of
from signoff.core.merge.whole.limiting import limit_rows
from signoff.core.merge.whole.links import pair_of
from signoff.core.merge.whole.nouns import mentions_of, without_twins
from signoff.core.merge.whole.told import Told, Whole

_STARTS = re.compile(
    r"(?:\b(?:start\w*|driv\w*|bas(?:e|ed|is)|main|lead\w*|source\s+is|grain|one\s+(?:row|record|line|entry)\s+(?:per|for\s+each|for\s+every))\b"
    r"[\s:]*(?:\w+\s+){0,3}|^\W*(?:(?:take|load|all|every|each|the|only|just|we|migrate|of|for|from|grain\s*=)\s+)*|\b(?:lookups?|joins?|coming|starting|reading)\s+from\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_IS_SUBJECT = re.compile(
    r"\s*(?:$|[,.;:()+&=\[]|->|=>|→|-\s|w/|(?:with|and|for|from|who|that|which|whose|in|of|having|is|are|must|placed|"
    r"created|only|tables?|rows?|records?|data|by|via|to|as|inner|left|we|\w+ed|\w+ing)\b)",
    re.IGNORECASE,
)


def read_whole(
    steps: Sequence[Step], tables: Sequence[str], keys: Sequence[str], schema: Schema, cell: Cell | None
) -> Whole | None:
    """The query that texts tell; None where no table is known, or nothing tells how one is joined.

    Args:
        steps: the texts, in their order.
        tables: names of the tables that columns are read from; the first one's column is the key's.
        keys: names of the columns that the target has one row of.
        schema: all tables with their columns.
        cell: of the texts.
    """
    clauses = list(clauses_of("\n".join(s.condition for s in steps)))
    if not tables or not clauses:
        return None
    told = Told(clauses, keys, without_twins(schema, tables), cell)
    driving = _driving(told, tables)
    told.relations.append(Relation(driving, driving, JoinKind.DRIVING, None, cell))
    if not _join(told, tables):
        return None
    whole = Whole(list(told.relations))
    picks = choose_rows(told, whole)
    limit_rows(told, whole, picks)
    return whole


def _driving(told: Told, tables: Sequence[str]) -> str:
    """The table that a clause begins with, or says to start from; else the key's."""
    for clause in told.clauses:
        for mention in mentions_of(clause.text, told.schema):
            lead, behind = clause.text[: mention.start], clause.text[mention.end :]
            if mention.table in tables and _STARTS.search(lead) and _IS_SUBJECT.match(behind):
                return mention.table
    return tables[0]


def _join(told: Told, tables: Sequence[str]) -> bool:
    """Join the other tables in the order the text names them; False where nothing tells how one is joined."""
    named = [m.table for c in told.clauses for m in mentions_of(c.text, told.schema)]
    waiting = [t for t in tables if t != told.relations[0].table]
    waiting.sort(key=lambda t: named.index(t) if t in named else len(named))
    taken: set[tuple[str, int]] = set()
    while waiting:
        for table in waiting:
            there = Relation(table, table, JoinKind.LEFT, None, told.cell)
            pair = pair_of(told.clauses, there, told.relations, told.schema, taken)
            if pair:
                break
        else:
            return False
        kind = kind_of(told.clauses, there, len(tables), told.schema)
        on = Condition(pair, pair, Origin.UNRESOLVED, told.cell)
        told.relations.append(replace(there, join=kind or JoinKind.LEFT, on=on, kind_assumed=kind is None))
        waiting.remove(table)
    return True
