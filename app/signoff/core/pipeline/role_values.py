"""Values of a table that is read once more in another role: ``name of the parent category``, ``... of the manager``.

Both the role, the value and what stands where there is no such row have to be plain; else the rule stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import bare, find_column, find_table, words
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_OF_ROLE = re.compile(
    r"^(?:the\s+)?(?P<what>[A-Za-z_]\w*(?:\s+\w+)?)\s+(?:of|from)\s+(?:the|its|their|his)\s+(?P<role>[a-z]\w*(?:\s+\w+)?)(?:\s*\((?P<keys>[^()]*)\))?"
    r"(?:\s*,?\s*(?:(?:written|formatted|shown|built|made|put\s+together|composed)\s+)?(?:just\s+)?(?:like|as\s+in|the\s+same\s+way\s+as|same\s+as|in\s+the\s+(?:form|format)\s+of)\s+(?P<own>[A-Za-z_]\w*))?$",
    re.IGNORECASE,
)
_NO_ROW = (
    r"(?:there\s+is\s+(?:no|none)|(?:it|he|she|one|the\s+\w+|(?:the|an?)\s+\w+)?\s*(?:has|have)\s+no"
    r"|no|(?:the\s+)?\w+\s+is\s+(?:not\s+(?:found|known|in\s+the\s+table|there)|missing|unknown))"
)
_EMPTY = re.compile(
    rf"^(?:empty|null|blank|no\s+value)\s+(?:if|when|where)\s+{_NO_ROW}\b[\w ]*$", re.IGNORECASE
)
_OWN = re.compile(
    rf"^(?:if|when|where)\s+{_NO_ROW}\b[\w ]*,\s*(?:then\s+)?(?:its|the)\s+own(?:\s+\w+)?$"
    rf"|^(?:its|the)\s+own(?:\s+\w+)?\s+(?:if|when|where)\s+{_NO_ROW}\b[\w ]*$",
    re.IGNORECASE,
)
_VALUE = re.compile(
    rf"^(?P<value>'[^']*'|\"[^\"]*\"|-?\d+)\s+(?:if|when|where)\s+{_NO_ROW}\b[\w ]*$"
    rf"|^(?:if|when|where)\s+{_NO_ROW}\b[\w ]*,\s*(?:then\s+)?(?P<late>'[^']*'|\"[^\"]*\"|-?\d+)$",
    re.IGNORECASE,
)


def value_in_role(
    mapping: ColumnMapping, section: SectionPlan, before: Sequence[DraftColumn], part: int, schema: Schema
) -> Expression | None:
    """The value of the row in a role, with what stands where there is none; None for every other rule.

    Args:
        mapping: the column.
        section: with the relations that are named by their roles.
        before: the target's columns as resolved so far, one of which a rule may name as the form.
        part: which expression of each is the section's.
        schema: the tables.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    first, *others = [
        p.strip(" .") for s in sentences_of(rule) for p in re.split(r";\s*", s) if p.strip(" .")
    ] or [""]
    match = _OF_ROLE.match(first)
    relation = _in_role(match["role"], section) if match is not None else None
    if match is None or relation is None:
        return None
    base = _base_of(relation, section)
    if base is None or not all(_is_read(o) for o in others) or not _fits(match["keys"], relation):
        return None
    if match["own"]:
        sql = _like_own(match["own"], mapping, relation, base, before, part)
        return (
            Expression(sql, Origin.PATTERN, "value in a role")
            if sql and all(_EMPTY.match(o) for o in others)
            else None
        )
    column = _meant(match["what"], mapping, relation, schema)
    if column is None:
        return None
    values = [f"{quoted(relation.alias)}.{quoted(column.name)}"]
    for other in others:
        if _OWN.match(other):
            values.append(f"{quoted(base.alias)}.{quoted(column.name)}")
        elif (told := _VALUE.match(other)) is not None:
            said = told["value"] or told["late"]
            values.append("'" + said[1:-1].replace("'", "''") + "'" if said[0] in "'\"" else said)
    sql = f"coalesce({', '.join(values)})" if len(values) > 1 else values[0]
    return Expression(sql, Origin.PATTERN, "value in a role")


def _is_read(text: str) -> bool:
    return any(shape.match(text) for shape in (_EMPTY, _OWN, _VALUE))


def _fits(keys: str | None, relation: Relation) -> bool:
    """Whether keys that a rule names in brackets are those that the table is joined by."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    joined = {c.name.casefold() for c in columns_of(tree)} if tree is not None else set()
    pair = re.match(r"(?:\w+\.)?(\w+)\s*=\s*(?:\w+\.)?(\w+)", (keys or "").strip())
    return not keys or (pair is not None and {pair[1].casefold(), pair[2].casefold()} == joined)


def _in_role(role: str, section: SectionPlan) -> Relation | None:
    """The joined table named by a role, of which another relation reads the rows as well."""
    said = squashed(role)
    found = [
        r
        for r in section.relations[1:]
        if squashed(r.alias) == said
        and squashed(r.alias) != squashed(bare(r.table))
        and r.join in (JoinKind.LEFT, JoinKind.INNER)
        and any(o is not r and o.table == r.table for o in section.relations)
    ]
    return found[0] if len(found) == 1 else None


def _base_of(relation: Relation, section: SectionPlan) -> Relation | None:
    """The other relation of the same table, where the join reads it."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    read = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    found = [
        r
        for r in section.relations
        if r is not relation and r.table == relation.table and r.alias.casefold() in read
    ]
    return found[0] if len(found) == 1 else None


def _meant(what: str, mapping: ColumnMapping, relation: Relation, schema: Schema) -> SourceColumn | None:
    """The source column that a word means: of its name, or the only one whose name ends in it."""
    table = find_table(schema, relation.table)
    if table is None:
        return None
    own = [
        c
        for ref in mapping.sources
        if squashed(bare(ref.table)) in (squashed(relation.table), squashed(relation.alias))
        and (c := find_column(table, ref.column)) is not None
    ]
    exact = [c for c in own if squashed(c.name) == squashed(what)]
    said = words(what)
    fitting = exact or [c for c in own if words(c.name)[-len(said) :] == said]
    return fitting[0] if len(fitting) == 1 else None


def _like_own(
    name: str,
    mapping: ColumnMapping,
    relation: Relation,
    base: Relation,
    before: Sequence[DraftColumn],
    part: int,
) -> str:
    """What a column of the target is made of, read from the row in the role; empty where it reads other tables too."""
    own = next((c for c in before if c.name.casefold() == name.casefold()), None)
    made = own.expressions[part] if own is not None and part < len(own.expressions) else None
    tree = parsed(made.sql) if made is not None and made.origin is not Origin.UNRESOLVED else None
    key = _joined_key(relation)
    if tree is None or not key or name.casefold() == mapping.name.casefold():
        return ""
    copy = tree.copy()
    columns = columns_of(copy)
    if not columns or any(c.table.casefold() != base.alias.casefold() for c in columns):
        return ""
    for column in columns:
        column.args["table"].set("this", relation.alias)
    return f"CASE WHEN {quoted(relation.alias)}.{quoted(key)} IS NOT NULL THEN {rendered(copy)} END"


def _joined_key(relation: Relation) -> str:
    tree = parsed(relation.on.sql) if relation.on is not None else None
    own = (
        [c.name for c in columns_of(tree) if c.table.casefold() == relation.alias.casefold()]
        if tree is not None
        else []
    )
    return own[0] if len(own) == 1 else ""
