"""Which rows of a joined table count, told table by table: ``from orders only those that are not void``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.inner_relations import only_rows
from signoff.core.merge.likely.conditions import in_list, is_text, text_literal
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.likely.shapes import ANY_CASE
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.names import word_set
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.whole.conditions import tested

_OF_TABLE = re.compile(
    r"^\W*(?:and\s+)?(?:from|of|for|in)\s+(?:the\s+|table\s+)*(?P<table>[\w.]+)\s*,?\s+(?:we\s+|take\s+|count\s+|use\s+)*(?:only|just)\s+(?P<rows>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(r"\s+and\s+(?=(?:whose|that|which|where|with|not|only|have|has|are|is)\b)", re.IGNORECASE)
_CODES = re.compile(
    r"^[\w\s]*?\b(?:whose|where|with|that\s+have|which\s+have)\s+(?:the\s+|an?\s+)?(?P<noun>\w+)\s+(?:(?:is|are|of)\s+|[=:]\s*)?"
    r"(?P<not>not\s+(?:in\s+)?|neither\s+|none\s+of\s+)?(?P<list>[a-z_]+(?:\s*(?:,|or|nor|and)\s+[a-z_]+)*)\s*(?:\([^()]*\))?$"
)
_BETWEEN = re.compile(r"\s*(?:,|\bor\b|\bnor\b|\band\b)\s*")
_NO_CODES = word_set("null empty missing blank filled given set not is are known unknown there true false")
_BARE_DENIAL = re.compile(r"^not (?P<column>[\w.\"]+)$")


def follow_tables(draft: SectionDraft, steps: Iterable[Step]) -> list[str]:
    """Let only those rows of joined tables count that texts name; returns the sentences that were followed.

    Args:
        draft: a section with its relations.
        steps: the target's steps as the document has them.
    """
    followed: list[str] = []
    for step in steps:
        if step.kind not in (StepKind.NOTE, StepKind.FILTER) or step.section:
            continue
        for unit in units_of(step.condition):
            match = _OF_TABLE.match(unit)
            place = _place_of(match["table"], draft) if match is not None else None
            if match is None or place is None:
                continue
            relation = draft.relations[place]
            sqls = list(_tests(match["rows"], relation_columns(_plain(draft, place), draft.schema)))
            if not sqls or not all(sqls):
                continue
            for sql in sqls:
                relation = only_rows(relation, Condition(unit, sql, Origin.UNRESOLVED, step.cell))
                draft.findings.append(assumed_filter(sql, step.cell, draft.target.name))
            draft.relations[place] = relation
            followed.append(unit)
    return followed


def _place_of(name: str, draft: SectionDraft) -> int | None:
    """The one left joined table that is called so."""
    wanted = name.casefold()
    found = [
        n
        for n, r in enumerate(draft.relations)
        if n
        and r.join is JoinKind.LEFT
        and r.on is not None
        and wanted in (r.table.casefold(), r.alias.casefold())
    ]
    return found[0] if len(found) == 1 else None


def _plain(draft: SectionDraft, place: int) -> Relation:
    """The table as it is before anything is done with it."""
    relation = draft.relations[place]
    return relation.inner.relations[0] if relation.inner is not None else relation


def _tests(text: str, columns: Sequence[ScopeColumn]) -> Iterator[str]:
    """SQL of each piece of a text; empty for a piece that is not understood."""
    for piece in _AND.split(text.strip(" .;")):
        coded = _coded(piece, columns)
        made = tested(piece, columns, columns, goes=False) if not coded else None
        sql = coded or (made.sql if made is not None else "")
        denied = _BARE_DENIAL.match(sql)
        yield f"not coalesce({denied['column']}, false)" if denied is not None else sql


def _coded(piece: str, columns: Sequence[ScopeColumn]) -> str:
    """A column among codes that are written as plain words: ``whose status is not error or skipped``."""
    match = _CODES.match(" ".join(piece.split()))
    noun = match["noun"].casefold() if match is not None else ""
    exact = next((c for c in columns if c.column.name.casefold() == noun), None)
    column = exact or (softly_named(noun, columns) if noun else None)
    if match is None or column is None:
        return ""
    codes = [code for code in _BETWEEN.split(match["list"]) if code]
    if not is_text(column) or not codes or _NO_CODES & set(codes):
        return ""
    side = f"lower({column.sql})" if ANY_CASE.search(piece) else column.sql
    made = f"{side} {in_list([text_literal(code) for code in codes])}"
    return f"not coalesce({made}, false)" if match["not"] else made
