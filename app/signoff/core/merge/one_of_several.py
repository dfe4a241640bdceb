"""Rules that say which one of several joined rows counts: ``The main site (kind = M). If there are more, the oldest``.

The table is cut to that row of each key before it is joined, so that the join adds no rows; a join that says ``one row
only (see main_site)`` points to such a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Role, Schema, TargetMapping
from signoff.core.merge.inner_relations import Setting, latest_of
from signoff.core.merge.inner_sql import written
from signoff.core.merge.inner_texts import Inside, read_inside
from signoff.core.merge.latest_rules import others_sum_up
from signoff.core.merge.picked_rows import picked_test, says_no_more
from signoff.core.merge.scoping import resolve_source
from signoff.core.merge.sectiondraft import SectionDraft, rows_of

_MANY = (
    r"(?:more(?:\s+than\s+(?:one|1))?|several|multiple|many|two\s+or\s+more|duplicates?|ties?)"
    r"(?:\s+(?:of\s+(?:them|these|those)|such|matching|rows?|records?|lines?|entries|[\w-]+s))?"
)
_SEVERAL = (
    rf"(?:(?:if|when|where|in\s+case|should)\s+(?:of\s+)?(?:(?:there\s+(?:are|is|be|exist)|they\s+are|it\s+has|(?:an?\s+|the\s+|one\s+)[\w-]+\s+has)"
    rf"\s+)?{_MANY}(?:\s+(?:exist|are\s+there|match|are\s+found|apply))?|(?:of|with|among|out\s+of)\s+{_MANY}|{_MANY}\s*(?::|->|→|=))"
)
_SHAPE = re.compile(
    rf"^(?P<what>.*?\S)\s*(?:[.;,:–-]|\s)\s*{_SEVERAL}\s*[,:;–-]?\s*(?:then\s+|->\s*|→\s*)?(?:(?:take|use|keep|load)\s+)?(?P<which>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_COUNTS = re.compile(r"\s+(?:counts?|wins?|is\s+(?:taken|used|kept)|applies|stays?)$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*[,;(–-]\s*(?:but\s+|and\s+)?(?:take\s+|keep\s+|use\s+|at\s+most\s+)?(?:only\s+)?(?:one|1|a\s+single)\s+"
    r"(?:row|record|line|match|entry)(?:\s+(?:only|at\s+most))?\s*[,:]?\s*"
    r"(?:\(?\s*(?:see|as\s+in|rule\s+(?:of|in|at)|cf\.?|which\s+one:?\s*(?:see)?)\s+(?:the\s+)?(?:rule\s+(?:of|for)\s+|column\s+)*(?P<column>[\w.]+)\s*\)?)?\s*\)?\s*\.?\s*$",
    re.IGNORECASE,
)
"""What a join says of its one row: ``, one row only (see main_site)``."""


@dataclass(frozen=True)
class OneOfSeveral:
    """What a rule says of its row."""

    what: str
    """What is taken, and by which test: ``The main site (kind = M)``."""
    inside: Inside


def read_one_of_several(text: str) -> OneOfSeveral | None:
    """What a rule says of the one row that counts; None where it says anything else, or not by which column."""
    plain = " ".join(text.split()).strip(" .")
    match = _SHAPE.match(plain)
    if match is None:
        return None
    inside = read_inside(_COUNTS.sub("", match["which"]))
    if inside is None or not inside.latest or not inside.order or inside.table:
        return None
    return OneOfSeveral(match["what"], inside)


def with_joins_of_one_row(target: TargetMapping) -> TargetMapping:
    """The target with joins that say ``one row only`` without those words, where a rule tells which row it is."""
    told = {squashed(c.name): c for c in target.columns if read_one_of_several(c.rule_resolved or c.rule)}
    steps = tuple(
        replace(step, condition=step.condition[: tail.start()].strip())
        if (tail := _TAIL.search(step.condition)) is not None
        and step.table
        and tail.start()
        and _is_told(tail["column"] or "", step.table, told)
        else step
        for step in target.steps
    )
    return target if steps == target.steps else replace(target, steps=steps)


def _is_told(column: str, table: str, told: dict[str, ColumnMapping]) -> bool:
    if column:
        return squashed(column.rpartition(".")[2]) in told
    return any(squashed(ref.table) == squashed(table) for c in told.values() for ref in c.sources)


def with_one_of_several(draft: SectionDraft) -> None:
    """Cut joined tables to the row that rules take their values from; equal rules cut once."""
    if draft.group_by:
        return
    for mapping in rows_of(draft):
        for place, cut, findings in _cut(mapping, draft):
            draft.relations[place] = cut
            draft.findings.extend(replace(f, column=mapping.name) for f in findings)


def _cut(mapping: ColumnMapping, draft: SectionDraft) -> Iterator[tuple[int, Relation, tuple[Finding, ...]]]:
    said = read_one_of_several(mapping.rule_resolved or mapping.rule)
    place = _place(mapping, draft.plan(), draft.schema) if said is not None else None
    if said is None or place is None:
        return
    relation = draft.relations[place]
    test = picked_test(said.what, relation, draft.schema)
    if relation.inner is not None or relation.subquery or not (test or says_no_more(said.what)):
        return
    if others_sum_up(mapping, relation, draft):
        return
    cell = mapping.cell_of(Role.RULE) or mapping.cell
    others = tuple(r for n, r in enumerate(draft.relations) if n != place)
    setting = Setting(draft.target, draft.schema, draft.resolve, others, cell)
    cut, findings = latest_of(relation, said.inside, setting)
    if cut is None or cut.inner is None:
        return
    if test:
        cut = written(replace(cut, inner=_tested(cut.inner, said.what, test, cell)))
    yield place, cut, findings


def _tested(inner: SectionPlan, text: str, test: str, cell: Cell | None) -> SectionPlan:
    return replace(inner, filters=(*inner.filters, Condition(text, test, Origin.PATTERN, cell)))


def one_of_several_expression(
    mapping: ColumnMapping, section: SectionPlan, schema: Schema
) -> Expression | None:
    """The source itself, where its table is cut to the row the rule asks for; None for every other rule."""
    said = read_one_of_several(mapping.rule_resolved or mapping.rule)
    place = _place(mapping, section, schema) if said is not None else None
    if said is None or place is None:
        return None
    relation = section.relations[place]
    inner = relation.inner
    if inner is None or not inner.qualify or inner.group_by:
        return None
    test = picked_test(said.what, replace(relation, inner=None, subquery=""), schema)
    order = said.inside.order.rpartition(".")[2].casefold()
    way = "desc" if said.inside.falling else "asc"
    sql = inner.qualify[0].sql.casefold()
    if (
        order not in sql
        or f" {way} nulls last" not in sql
        or test not in ("", *(f.sql for f in inner.filters))
    ):
        return None
    source = resolve_source(section, mapping.sources[0], mapping, schema)[0]
    return Expression(source.sql, Origin.PATTERN, "one of several rows") if source is not None else None


def _place(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> int | None:
    """Where the joined relation of the rule's only source stands."""
    if len(mapping.sources) != 1:
        return None
    source = resolve_source(section, mapping.sources[0], mapping, schema)[0]
    for number, relation in enumerate(section.relations):
        joined = relation.join in (JoinKind.LEFT, JoinKind.INNER)
        if number and joined and source is not None and relation.alias == source.relation:
            return number
    return None
