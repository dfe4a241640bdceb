"""Values by an order that a line above the grid tells: ``Order | by time (changed_at) per ticket, ties by event_id``.

``number the spans of a ticket 1, 2, 3 in that order``; ``valid_from of the next span, last span: blank``;
``Y for the last span of the ticket, else N``. Nothing is read where the order, or the thing it is told for, is not
wholly known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, StepKind, TargetMapping
from signoff.core.generate.types import Family, duckdb_type, family_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns

_A = r"(?:(?:an?|the|each|every|its|one|same|that)\s+)*"
_OWNER = rf"(?:per|within|for|inside|of)\s+{_A}(?P<owner>[a-z]\w*)"
_BY = (
    r"(?:(?:ordered|sorted|numbered|sorting|ascending)\s+)?(?:(?:in\s+(?:order\s+of\s+)?time|by\s+time|chronological(?:ly)?|in\s+time\s+order|oldest\s+first|earliest\s+first)"
    r"\s*(?:\(\s*(?:by\s+)?(?P<time>\w+)\s*\)|,?\s*(?:by|of)\s+(?P<time2>\w+))|(?:by|in\s+(?:the\s+)?order\s+of)\s+(?P<by>\w+))(?:\s+(?:ascending|asc))?"
)
_TIE = (
    r"(?:\s*[,;(]?\s*(?:and\s+|or\s+)?(?:(?:then|next)(?:\s+by)?|(?:at|with|for|on|in\s+case\s+of)\s+(?:(?:the\s+)?(?:same|equal)\s+(?:moment|time|date|day|value|timestamp)s?|(?:a\s+)?ties?)\s*:?\s*"
    r"(?:by|in\s+(?:the\s+)?order\s+of|the\s+(?:lower|smaller|lowest|smallest)(?:\s+one)?(?:\s+first)?(?:\s+by)?)?|ties\s*:?\s*(?:are\s+broken\s+)?by)\s+(?P<tie>\w+)\)?)?"
)
_ORDERS = tuple(
    re.compile(rf"^(?:(?:order|ordering|sequence|sorting|sort\s+order)\s*:\s*)?{shape}$", re.IGNORECASE)
    for shape in (rf"{_BY}\s*,?\s+{_OWNER}{_TIE}", rf"{_OWNER}\s*,?:?\s+{_BY}{_TIE}")
)
_ORDER_SAID = (
    r"(?:\s*,?\s*(?:in|by|following)\s+(?:that|this|the\s+(?:same|said|above|given))\s+order(?:\s+above)?"
    r"|\s*,?\s*in\s+(?:the\s+)?order\s+(?:told\s+|given\s+|described\s+)?above)?"
)
_COUNTED = (
    r"(?:\s*,?\s*(?:from|with|starting\s+(?:at|with|from)|begin(?:ning|s)\s+(?:at|with))?\s*1(?:\s*,\s*2(?:\s*,\s*3)?\s*,?)?"
    r"\s*(?:…|\.\.\.?|etc\.?|and\s+so\s+on|upwards?|on(?:wards)?)?)?"
)
_ORDER_HERE = (
    r"(?:\s*,\s*(?:(?P<first>oldest|earliest|newest|latest)\s+(?:one\s+)?first|by\s+(?P<by>\w+))"
    r"(?:\s*[;,(]\s*(?:at|with|for|on)\s+(?:the\s+)?(?:same|equal)\s+(?:moment|time|date|day|timestamp)s?\s*,?\s*(?:in\s+(?:the\s+)?order\s+of|by)\s+(?P<tie>\w+)\)?)?)?"
)
_NUMBERED = re.compile(
    rf"^(?:number\s+(?:the\s+|all\s+)?(?P<rows>[a-z]+)\s+(?:of|per|in|within|for)\s+{_A}(?P<owner>[a-z]\w*)"
    rf"|(?:the\s+)?(?:running|sequential|consecutive|serial|sequence)\s+(?:number|no\.?)(?:\s+of\s+(?:the|its|a)\s+(?P<rows2>[a-z]+))?\s+(?:per|within|in|of|for)\s+{_A}(?P<owner2>[a-z]\w*))"
    rf"{_COUNTED}(?:{_ORDER_SAID}|{_ORDER_HERE})$",
    re.IGNORECASE,
)
_NONE = r"(?:blank|null|empty|nothing|no\s+value|stays\s+(?:blank|empty)|left\s+(?:blank|empty))"
_BESIDE = re.compile(
    rf"^(?:the\s+)?(?P<name>\w+)\s+of\s+(?:(?:the\s+|this\s+|that\s+|its\s+|each\s+|same\s+)*(?P<owner>[a-z]\w*?)(?:'s|’s)\s+|the\s+|its\s+)?"
    rf"(?P<way>next|following|subsequent|previous|preceding|prior)\s+(?P<rows>[a-z]+)(?:\s+of\s+{_A}(?P<owner2>[a-z]\w*))?"
    rf"(?:\s*[;,:(–-]+\s*(?:(?:for|on|in)\s+)?(?:the\s+|its\s+)?(?:(?P<end>first|last|current|latest)(?:\s+[a-z]+)?|none|no\s+(?:next|previous|further)\s*[a-z]*|if\s+(?:there\s+is\s+)?none)\s*[:=,]?\s*(?:is\s+|stays\s+|->\s*)?{_NONE}\)?)?$",
    re.IGNORECASE,
)
_END = re.compile(
    rf"^(?P<yes>\S+|'[^']+')\s+(?:for|if\s+it\s+is|if\s+this\s+is|on|in)\s+(?:only\s+)?the\s+(?P<end>first|last|latest|earliest|newest|oldest|current)\s+(?P<rows>[a-z]+)\s+(?:of|per|within|for)\s+{_A}(?P<owner>[a-z]\w*)"
    rf"\s*[,;.]?\s*(?:else|otherwise|all\s+(?:the\s+)?others?|(?:for\s+)?(?:all|any|every)\s+other(?:\s+[a-z]+)?)\s*:?\s*(?P<no>\S+)$",
    re.IGNORECASE,
)
_ANY_ROWS = frozenset(("row", "record", "line", "entry", "one"))


@dataclass(frozen=True)
class ToldOrder:
    """By which columns the rows of one thing come in order."""

    partition: str
    by: tuple[str, ...]

    @property
    def window(self) -> str:
        """Each thing by itself, its rows in order."""
        return f"over (partition by {self.partition} order by {', '.join(self.by)})"


def in_told_order(
    target: TargetMapping,
    mapping: ColumnMapping,
    schema: Schema,
    section: SectionPlan,
    columns: Sequence[DraftColumn],
    part: int,
) -> Expression | None:
    """The value of such a rule over the order that the target's lines tell; None for every other rule.

    Args:
        target: its lines and key.
        mapping: the column.
        schema: the tables.
        section: the part's query.
        columns: the target's columns as resolved so far.
        part: which expression of each is the section's.
    """
    text = " ".join((mapping.rule_resolved or mapping.rule).split()).strip(" .")
    told = next((m for shape in (_NUMBERED, _BESIDE, _END) if (m := shape.match(text)) is not None), None)
    if told is None or section.qualify or section.group_by:
        return None
    said = told.groupdict()
    rows = said.get("rows") or said.get("rows2") or "row"
    owner = said.get("owner") or said.get("owner2") or ""
    if said.get("first") or said.get("by"):
        order = _order_here(target, owner, said, section, columns, part)
    else:
        order = _order(target, owner, schema, section, columns, part)
    if order is None or not _are_rows(rows, target):
        return None
    sql = _value(told, said, order, mapping, schema, section, columns, part)
    return Expression(sql, Origin.PATTERN, "told order") if sql else None


def _value(
    told: re.Match[str],
    said: dict[str, str | None],
    order: ToldOrder,
    mapping: ColumnMapping,
    schema: Schema,
    section: SectionPlan,
    columns: Sequence[DraftColumn],
    part: int,
) -> str:
    if told.re is _NUMBERED:
        return f"row_number() {order.window}"
    end = (said.get("end") or "").lower()
    if told.re is _BESIDE:
        goes_on = (said["way"] or "").lower() in ("next", "following", "subsequent")
        value = _column(said["name"] or "", mapping, schema, section, columns, part)
        fits = not end or (end != "first") is goes_on
        return f"{'lead' if goes_on else 'lag'}({value}) {order.window}" if value and fits else ""
    yes, no = (str(said[n]).strip("'\" ") for n in ("yes", "no"))
    if not re.fullmatch(r"[A-Za-z0-9]{1,5}", yes) or not re.fullmatch(r"[A-Za-z0-9]{1,5}", no):
        return ""
    is_first = end in ("first", "earliest", "oldest")
    beside = f"{'lag' if is_first else 'lead'}(1) {order.window}"
    if {yes.casefold(), no.casefold()} == {"true", "false"}:
        return f"{beside} is {'not ' if yes.casefold() == 'false' else ''}null"
    return f"case when {beside} is null then '{yes}' else '{no}' end"


def _order_here(
    target: TargetMapping,
    owner: str,
    said: dict[str, str | None],
    section: SectionPlan,
    columns: Sequence[DraftColumn],
    part: int,
) -> ToldOrder | None:
    """The order that the rule itself tells: by the target's only moment or a column it names, and what ties go by."""
    moments = [
        c.name
        for c in target.columns
        if (family_of(duckdb_type(c.type)) in (Family.TIMESTAMP, Family.DATE))
        and _made(c.name, columns, part)
    ]
    things = [
        made
        for row in target.columns
        if _is_key_of(row.name, owner)
        and len(words(row.name)) <= 2
        and (made := _made(row.name, columns, part))
    ]
    by = said.get("by") or (moments[0] if len(moments) == 1 else "")
    names = [by, *filter(None, [said.get("tie")])]
    sqls = [_made(name, columns, part) for name in names]
    if len(things) != 1 or not by or not all(sqls):
        return None
    falls = (said.get("first") or "").lower() in ("newest", "latest")
    return ToldOrder(things[0], (f"{sqls[0]} desc" if falls else sqls[0], *sqls[1:]))


def _order(
    target: TargetMapping,
    owner: str,
    schema: Schema,
    section: SectionPlan,
    columns: Sequence[DraftColumn],
    part: int,
) -> ToldOrder | None:
    """The only order that the lines above the grid tell, for the thing that the rule names or for the one it tells."""
    found = [
        match
        for step in target.steps
        if step.kind is StepKind.NOTE and (not step.section or step.section == section.name)
        for shape in _ORDERS
        if (match := shape.match(" ".join(step.condition.split()).strip(" ."))) is not None
    ]
    if len({match.string for match in found}) != 1:
        return None
    told = found[0]
    if owner and singular(owner.lower()) != singular(told["owner"].lower()):
        return None
    things = [
        made
        for row in target.columns
        if row.key and _is_key_of(row.name, told["owner"]) and (made := _made(row.name, columns, part))
    ]
    names = [told["time"] or told["time2"] or told["by"], *filter(None, [told["tie"]])]
    by = [_column(name, None, schema, section, columns, part) for name in names]
    return ToldOrder(things[0], tuple(by)) if len(things) == 1 and all(by) else None


def _column(
    name: str,
    mapping: ColumnMapping | None,
    schema: Schema,
    section: SectionPlan,
    columns: Sequence[DraftColumn],
    part: int,
) -> str:
    """SQL of the driving table's column of that name, else of the target's own one."""
    here = [
        c
        for relation in section.relations[:1]
        for c in relation_columns(relation, schema)
        if squashed(c.column.name) == squashed(name)
    ]
    if here:
        return here[0].sql
    return "" if mapping is not None and mapping.name == name else _made(name, columns, part)


def _made(name: str, columns: Sequence[DraftColumn], part: int) -> str:
    own = next((c for c in columns if squashed(c.name) == squashed(name)), None)
    expression = own.expressions[part] if own is not None else None
    known = expression is not None and expression.origin in (Origin.PATTERN, Origin.DIRECT, Origin.WRITTEN)
    return expression.sql if known and expression is not None and " over " not in expression.sql else ""


def _is_key_of(name: str, noun: str) -> bool:
    said = [singular(word) for word in words(name)]
    return singular(noun.lower()) in (*said, singular(name.lower()))


def _are_rows(noun: str, target: TargetMapping) -> bool:
    """Whether a noun means the target's rows: ``spans`` of status_span, or what its grain says one row is."""
    said = singular(noun.lower())
    grains = [
        s.condition.lower()
        for s in target.steps
        if s.kind is StepKind.NOTE and "row" in s.condition.lower()[:12]
    ]
    return (
        said in _ANY_ROWS
        or said in {singular(word) for word in words(target.name)}
        or any(re.search(rf"\b{re.escape(said)}s?\b", grain) for grain in grains)
    )
