"""What one rule may use: its sources first, then what its own text names.

A source cell is found through the alias or the table of the query it names. Where one table stands in the
query twice, the alias decides, then the words of the rule and of the target column; what stays open is a
finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, SourceColumn, SourceRef, SourceTable
from signoff.core.merge.inner_sql import aliases_inside, insiders
from signoff.core.merge.names import bare, find_column, find_table, names_it, phrase, words
from signoff.core.merge.sqlparts import columns_of, parsed

_HOPS = 2
"""Joins that a role may be told over: the stop of the stop time with the first sequence number."""
_TOO_COMMON = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "if", "in", "is", "it", "no"}
) | frozenset({"not", "of", "on", "or", "the", "then", "to", "with"})

_OF_CODES = re.compile(r"\b(?P<noun>[a-z]{3,})s(?=\s+[A-Z][A-Z0-9_]*\s*(?:,|and\b|or\b))")
"""A column's name in the plural before its codes: ``components TAX and SOC``."""
_ONE_BY_ONE = re.compile(
    r"\b(?:per|within(?:\s+(?:each|the|a|one))?|(?:for|of|in)\s+(?:each|every|the\s+same|one)|partition(?:ed)?\s+by)\s+"
    r"([a-z]\w*)"
    r"|\b(?:the|an?|each|every|this)\s+([a-z]\w*)(?:['’]s\b|\s+has\b)"
    r"|\b(?:first|last|earliest|latest)\s+\w+\s+of\s+an?\s+([a-z]\w*)",
    re.IGNORECASE,
)
_KEYS = frozenset({"id", "no", "nr", "number", "key", "code", "sk"})


def is_day(column: ScopeColumn) -> bool:
    """Whether a column holds dates or moments."""
    return column.column.type.upper().startswith(("DATE", "TIMESTAMP"))


def relation_columns(relation: Relation, schema: Schema) -> tuple[ScopeColumn, ...]:
    """Every column one relation of the query shows."""
    if relation.carries:
        return tuple(
            ScopeColumn(relation.alias, c.table or relation.table, SourceColumn(c.name, c.type))
            for c in relation.carries
        )
    table = schema.table(relation.table)
    columns = table.columns if table is not None else ()
    return tuple(ScopeColumn(relation.alias, relation.table, column) for column in columns)


def scope_for(
    section: SectionPlan, mapping: ColumnMapping, schema: Schema, *, target_type: str = ""
) -> Scope:
    """What the rule of one column may use in one section; `Scope.findings` says which sources are missing.

    Args:
        section: The query's part; its relations must be in `schema`.
        mapping: The column and its rule.
        schema: Source tables and drafted targets with their columns.
        target_type: DuckDB type of the target column; empty when not known.
    """
    section = _opened(section)
    sources: list[ScopeColumn] = []
    findings: list[Finding] = []
    for ref in mapping.sources:
        column, finding = resolve_source(section, ref, mapping, schema)
        if finding is not None:
            findings.append(_placed(finding, mapping))
        if column is not None and column not in sources:
            sources.append(column)
    text = " ".join(filter(None, (mapping.rule_resolved or mapping.rule, mapping.join)))
    named = _named_columns(text, section.relations, schema, sources)
    return Scope(
        columns=(*sources, *named),
        target_type=target_type,
        aggregate=(bool(section.group_by) and not _is_grouped_by(mapping, section))
        or _are_gathered(sources, section),
        group_keys=tuple(c.sql for c in section.group_by if c.sql),
        findings=tuple(findings),
        places=tuple(dict.fromkeys(name for r in section.relations for name in (r.alias, r.table))),
    )


def _is_grouped_by(mapping: ColumnMapping, section: SectionPlan) -> bool:
    """Whether rows are grouped by the column itself, so that its rule makes the key of single rows."""
    return any(not k.sql and k.column.casefold() == mapping.name.casefold() for k in section.group_by)


def _opened(section: SectionPlan) -> SectionPlan:
    """The section with the tables joined inside its grouped relations, where a rule may sum them up too."""
    tables = {r.table for r in section.relations}
    inside = [i for r in section.relations for i in insiders(r)[1:] if i.table not in tables]
    return replace(section, relations=(*section.relations, *inside)) if inside else section


def _are_gathered(sources: Sequence[ScopeColumn], section: SectionPlan) -> bool:
    """Whether every source is of a relation that is put together before it is joined."""
    inside = frozenset[str]().union(*(aliases_inside(r) for r in section.relations))
    return bool(sources) and all(c.relation.casefold() in inside for c in sources)


def scope_for_condition(relations: Sequence[Relation], schema: Schema, text: str) -> Scope:
    """What a join, filter or grouping may use: every column of the relations, those its text names first."""
    every = [column for relation in relations for column in relation_columns(relation, schema)]
    text_phrase = phrase(text)
    first = [c for c in every if _is_named(c.column.name, text_phrase)]
    rest = [c for c in every if c not in first]
    return Scope(columns=(*first, *rest), condition=True)


def resolve_source(
    section: SectionPlan, ref: SourceRef, mapping: ColumnMapping, schema: Schema
) -> tuple[ScopeColumn | None, Finding | None]:
    """The column of the query that a source cell means, and what is doubtful about it."""
    places = _places(section, ref)
    if not places:
        return None, _no_place(section, ref, schema)
    hits = [
        c for relation in places for c in relation_columns(relation, schema) if _is_meant(c, ref, relation)
    ]
    if not hits:
        elsewhere = [
            c for r in section.relations for c in relation_columns(r, schema) if _is_meant(c, ref, r)
        ]
        if len(elsewhere) == 1:
            message = say(
                "merge.column_elsewhere", column=ref.column, table=ref.table, relation=elsewhere[0].relation
            )
            return replace(elsewhere[0], is_source=True), Finding("D208", Severity.WARNING, message)
        where = f'table "{ref.table}"' if ref.table else "the tables of the query"
        message = say("merge.no_column", column=ref.column, where=where)
        return None, Finding("D208", Severity.ERROR, message)
    shown = [h for h in hits if not _has_to_pass(h, section)]
    if len(shown or hits) == 1:
        return replace((shown or hits)[0], is_source=True), None
    chosen, finding = _pick(shown or hits, section, ref, mapping)
    return replace(chosen, is_source=True), finding


def _places(section: SectionPlan, ref: SourceRef) -> list[Relation]:
    if not ref.table:
        return list(section.relations)
    wanted = ref.table.casefold()
    by_alias = [r for r in section.relations if r.alias.casefold() == wanted]
    letters = squashed(bare(ref.table))
    by_table = [r for r in section.relations if letters in _table_letters(r)]
    return by_alias or by_table or [r for r in section.relations if squashed(r.alias) == letters]


def _table_letters(relation: Relation) -> set[str]:
    carried = {squashed(c.table) for c in relation.carries if c.table}
    branches = {squashed(table) for c in relation.carries for table, _ in c.also}
    return {squashed(relation.table)} | carried | branches


def _is_meant(column: ScopeColumn, ref: SourceRef, relation: Relation) -> bool:
    carried = next((c for c in relation.carries if c.name == column.column.name), None)
    wanted = squashed(bare(ref.column))
    branches = carried.also if carried is not None and ref.table else ()
    if any(squashed(bare(ref.table)) == squashed(table) and squashed(c) == wanted for table, c in branches):
        return True
    if carried is None or not carried.table:
        return squashed(column.column.name) == wanted
    if ref.table and squashed(bare(ref.table)) == squashed(carried.table):
        return squashed(carried.column) == wanted
    if ref.table and _is_of_another(squashed(bare(ref.table)), relation):
        return False
    return squashed(column.column.name) == wanted


def _is_of_another(letters: str, relation: Relation) -> bool:
    """Whether a table's name, in letters, means a table whose columns the relation carries, not the relation."""
    own = {squashed(relation.alias), squashed(bare(relation.table))}
    return letters not in own and any(letters == squashed(c.table) for c in relation.carries if c.table)


def _has_to_pass(column: ScopeColumn, section: SectionPlan) -> bool:
    """Whether an edit must first make a CTE show the column."""
    relation = next(r for r in section.relations if r.alias == column.relation)
    return any(c.name == column.column.name and not c.passed for c in relation.carries)


def _no_place(section: SectionPlan, ref: SourceRef, schema: Schema) -> Finding:
    if any(_same_table(r.table, ref.table) for r in section.left_out):
        message = say("merge.not_joined", ref=ref)
    elif find_table(schema, ref.table) is None:
        message = say("merge.unknown_table", table=ref.table)
    else:
        message = say("merge.not_in_query", table=ref.table)
    return Finding("D210", Severity.ERROR, message)


def _same_table(left: str, right: str) -> bool:
    return squashed(bare(left)) == squashed(bare(right))


def _pick(
    hits: list[ScopeColumn], section: SectionPlan, ref: SourceRef, mapping: ColumnMapping
) -> tuple[ScopeColumn, Finding | None]:
    """The likeliest of several columns of that name, with a finding that asks to confirm.

    A cell that names the driving table, with nothing that hints at another role of it, means the driving
    table.
    """
    own = _own_role(hits, section, mapping)
    if own is not None:
        return own, None
    hinted = set(words(f"{mapping.name} {mapping.rule_resolved or mapping.rule} {mapping.description}"))
    hinted -= set(words(ref.column)) | set(words(ref.table))
    scored = sorted(((len(hinted & _role_words(c, section)), -n) for n, c in enumerate(hits)), reverse=True)
    if scored[0][0] == scored[1][0]:
        led = [(len(hinted & _role_words(c, section, _HOPS)), -n) for n, c in enumerate(hits)]
        scored = sorted(led, reverse=True)
    chosen = hits[-scored[0][1]]
    aliases = ", ".join(c.relation for c in hits)
    certain = scored[0][0] > scored[1][0]
    drives = chosen.relation == section.relations[0].alias
    if drives and not certain and ref.table:
        return chosen, None
    severity = Severity.WARNING if certain else Severity.INFO if drives else Severity.ERROR
    message = say("merge.several_places", ref=ref, aliases=aliases, relation=chosen.relation)
    return chosen, Finding("D209", severity, message)


def _own_role(
    hits: Sequence[ScopeColumn], section: SectionPlan, mapping: ColumnMapping
) -> ScopeColumn | None:
    """The column in the role that the row's own join cell gave a table, but not the column it points with."""
    cell = mapping.cell_of(Role.JOIN)
    added = [r for r in section.relations[1:] if cell is not None and r.cell == cell and r.on is not None]
    for relation in added:
        tree = parsed(relation.on.sql) if relation.on is not None else None
        pointing = (
            {(c.table.casefold(), c.name.casefold()) for c in columns_of(tree)} if tree is not None else set()
        )
        hit = next((h for h in hits if h.relation == relation.alias), None)
        others = [(h.relation.casefold(), h.column.name.casefold()) for h in hits if h is not hit]
        if hit is not None and not any(other in pointing for other in others):
            return hit
    return None


def _role_words(column: ScopeColumn, section: SectionPlan, hops: int = 0) -> set[str]:
    """Words that tell a relation's role: its alias, its condition's text, the columns it is joined by.

    With hops, those of the relations that it is joined to as well, but not of the driving one.
    """
    relation = next(r for r in section.relations if r.alias == column.relation)
    told = set(words(relation.alias))
    if relation.on is not None:
        told |= set(words(relation.on.text))
        tree = parsed(relation.on.sql)
        for each in columns_of(tree) if tree is not None else ():
            told |= set(words(each.name))
            led = next(
                (r for r in section.relations[1:] if r.alias.casefold() == each.table.casefold()), None
            )
            if hops and led is not None and led is not relation:
                told |= _role_words(replace(column, relation=led.alias), section, hops - 1)
    return told - _TOO_COMMON


def _named_columns(
    text: str, relations: Sequence[Relation], schema: Schema, sources: Sequence[ScopeColumn]
) -> list[ScopeColumn]:
    """Columns whose words stand in the text, relations of the sources preferred where a name is shared."""
    text = _OF_CODES.sub(r"\g<noun>", text)
    text_phrase, keys = phrase(text), _key_nouns(text)
    taken = {c.column.name.casefold() for c in sources}
    near = {c.relation for c in sources}
    by_name: dict[str, list[ScopeColumn]] = {}
    for relation in relations:
        for column in relation_columns(relation, schema):
            name = column.column.name
            if (_is_named(name, text_phrase) and not _only_inside(name, text)) or _is_key_of(name, keys):
                by_name.setdefault(column.column.name.casefold(), []).append(column)
    found: list[ScopeColumn] = []
    for name, columns in by_name.items():
        said = [c for c in columns if _said_with_place(c, text)]
        if not said and name in taken:
            continue
        found += said or [c for c in columns if c.relation in near] or _own_of(columns, near)
    return [replace(c, named_only=True) for c in found if replace(c, is_source=True) not in sources]


def _key_nouns(text: str) -> frozenset[str]:
    """Nouns of things that a text goes through one by one: "per customer", "of the same order"."""
    found = (next(filter(None, match.groups()), "") for match in _ONE_BY_ONE.finditer(text))
    return frozenset(noun.casefold() for noun in found if noun)


def _is_key_of(name: str, nouns: frozenset[str]) -> bool:
    """Whether a column is the key of one of the things: customer_id of "per customer"."""
    parts = words(name)
    return len(parts) > 1 and parts[-1] in _KEYS and " ".join(parts[:-1]) in nouns


def _own_of(columns: Sequence[ScopeColumn], near: set[str]) -> Sequence[ScopeColumn]:
    """Columns of one table that stands in the query in several roles: the first, where no source says another."""
    return columns[:1] if not near and len({c.table.casefold() for c in columns}) == 1 else columns


def _said_with_place(column: ScopeColumn, text: str) -> bool:
    lowered = text.casefold()
    name = column.column.name.casefold()
    return any(f"{place.casefold()}.{name}" in lowered for place in (column.relation, column.table))


def _is_named(name: str, text_phrase: str) -> bool:
    return name.casefold() not in _TOO_COMMON and names_it(text_phrase, name)


def _only_inside(name: str, text: str) -> bool:
    """Whether a name of one word stands in a text only as a part of longer names: the amount of gross_amount."""
    return len(words(name)) == 1 and not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)


def _placed(finding: Finding, mapping: ColumnMapping) -> Finding:
    cell = mapping.cell_of(Role.SOURCE_COLUMN) or mapping.cell
    return replace(finding, cell=cell, target=mapping.target, column=mapping.name)


def table_of(relation: Relation, schema: Schema) -> SourceTable | None:
    """The table a relation shows to the statement: that of the schema, or the columns it carries."""
    if relation.carries:
        known = schema.table(relation.table)
        columns = tuple(SourceColumn(c.name, c.type) for c in relation.carries)
        return SourceTable(relation.table, columns, known.key if known is not None else ())
    return schema.table(relation.table)


def find_everywhere(relations: Sequence[Relation], schema: Schema, name: str) -> list[ScopeColumn]:
    """Columns of that spelling in any of the relations, in their order."""
    found = []
    for relation in relations:
        table = table_of(relation, schema)
        if table is not None and (column := find_column(table, name)) is not None:
            found.append(ScopeColumn(relation.alias, relation.table, column))
    return found


def letters_of(relation: Relation) -> set[str]:
    """Every name a relation answers to, in letters: its alias, its table, tables it carries columns of."""
    inside = {squashed(r.table) for r in insiders(relation)}
    return _table_letters(relation) | inside | {squashed(relation.alias), squashed(bare(relation.table))}
