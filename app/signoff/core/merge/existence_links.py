"""What a text says of the rows another table must, or must not, have: tests in brackets, and what they lead to.

``no valid link (VALID_FLG Y) in PUPIL_GUARDIAN to any guardian that exists in STG_GUARDIAN`` is about rows of
PUPIL_GUARDIAN with VALID_FLG Y whose guardian STG_GUARDIAN has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.lookuptexts import named_table
from signoff.core.merge.names import unique_alias

_BRACKET = re.compile(
    r"\s*\((?:i\.?e\.?,?\s*|that\s+is,?\s*|with\s+|where\s+)?(?P<test>[\w.]+\s*(?:=|is|equals|"
    r":)?\s*(?:'[^']*'|[\w.]+)|no\s+[\w.]+)\)",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    r"\s*,?\s+(?:(?:that|which|and)\s+)?(?:to|leads?\s+to|leading\s+to|points?\s+to|pointing\s+to|belongs?\s+to|"
    r"belonging\s+to|refers?\s+to|referring\s+to|of|for|with)\s+(?:an?|any|some|one|at\s+least\s+one|the)\s+[\w-]+\s+"
    r"(?:(?:that|which|who)\s+)?(?:(?:is|are|was)\s+)?(?:also\s+|still\s+|really\s+)?"
    r"(?:exists?|found|there|present|listed|known|contained|stands?|appears?|"
    r"occurs?)?\s*in\s+(?:the\s+)?(?:table\s+)?"
    r"(?P<table>[\w.$]+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Links:
    """A text without its tests and what its rows lead to."""

    text: str
    tests: tuple[str, ...] = ()
    to: SourceTable | None = None
    """The table that must have what the rows lead to."""


def links_of(text: str, schema: Schema) -> Iterator[Links]:
    """The ways to take a text apart, as it is first."""
    yield Links(text)
    tests = tuple(match["test"] for match in _BRACKET.finditer(text))
    plain = " ".join(_BRACKET.sub("", text).split())
    match = _LEADS_TO.search(plain)
    table = named_table(schema, match["table"]) if match is not None else None
    if tests:
        yield Links(plain, tests)
    if match is not None and table is not None:
        yield Links(plain[: match.start()], tests, table)


def leading_to(table: SourceTable, there: Relation, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL that a row of `there` leads to one of the table; empty where names do not tell by which columns."""
    alias = unique_alias(f"{table.name}_there", (r.alias for r in (*relations, there)))
    joined = proposed_join(Relation(table.name, alias, JoinKind.LEFT), [there], schema)
    if joined is None:
        return ""
    return f"exists (select 1 from {quoted(table.name)} as {quoted(alias)} where {joined.sql})"
