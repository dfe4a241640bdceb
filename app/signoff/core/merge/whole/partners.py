"""Rows that stay or go by whether a table that is not read has rows for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import unique_alias
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.whole.clauses import Clause, Outcome, outcome_of
from signoff.core.merge.whole.conditions import tested
from signoff.core.merge.whole.links import pair_of
from signoff.core.merge.whole.nouns import mentions_of

_NONE = re.compile(
    r"\b(?:no|not|none|never|without|nobody|nothing|lack\w*|missing|absent|n['’]t|zero|nowhere)\b|n['’]t\b",
    re.IGNORECASE,
)
_LITERAL = re.compile(r"'|\d|\btrue\b|\bfalse\b")
_THERE = re.compile(
    r"\b(?:at\s+least\s+(?:one|‹v\d+›|1)|exist\w*|found|present|know\w*|ha(?:s|ve|d|ving)|ever|shows?\s+up|appear\w*|occurs?|listed|there|in|with|carries|whom|which|whose|belong\w*|"
    r"placed|received|got|bought|any|one|of)\b",
    re.IGNORECASE,
)


def partner_test(
    clause: Clause, table: str, relations: Sequence[Relation], clauses: Sequence[Clause], schema: Schema
) -> str:
    """SQL that is true of the rows that stay by what a clause says of a table; empty where it says nothing of it.

    Args:
        clause: names the table, which the query does not read.
        table: its name.
        relations: what the query reads, the driving table first.
        clauses: all clauses of the text, for the pair of columns.
        schema: their columns.
    """
    alias = unique_alias(f"{table}_there", (r.alias for r in relations))
    there = Relation(table, alias, JoinKind.LEFT)
    own = [c for c in clauses if c.unit == clause.unit]
    pair = pair_of(own, there, relations[:1], schema, set()) or pair_of(
        clauses, there, relations, schema, set()
    )
    mention = next((m for m in mentions_of(clause.text, schema) if m.table == table), None)
    if not pair or mention is None:
        return ""
    around = f"{clause.text[: mention.start]} ‹t› {clause.text[mention.end :]}"
    if not (_THERE.search(around) or _NONE.search(around)):
        return ""
    columns = relation_columns(there, schema)
    inside = tested(clause.text, columns, columns, goes=False, joins=[pair])
    says_more = inside is not None and _LITERAL.search(inside.sql) is not None
    parts = [pair, *([inside.sql] if inside is not None and says_more else [])]
    word = "exists" if _wanted(clause, around) else "not exists"
    return f"{word} (select 1 from {quoted(table)} as {quoted(alias)} where {' and '.join(parts)})"


def _wanted(clause: Clause, around: str) -> bool:
    """Whether rows with a partner stay: told by whether it is there, and by what becomes of such rows."""
    before = around.partition("‹t›")[0]
    denials = list(_NONE.finditer(before))
    denied = bool(denials) and len(before) - denials[-1].end() < 60
    if denied:
        rest = before[: denials[-1].start()] + before[denials[-1].end() :] + around.partition("‹t›")[2]
        return outcome_of(rest) is Outcome.GOES
    return clause.outcome is not Outcome.GOES
