"""A file that brings its tables in by CTEs of their own brings a new one in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.edits import EditKind
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.sentences import say
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.scripting import Proposed, inserted
from signoff.core.merge.shape import QueryShape
from signoff.core.merge.summing_new import lines_of
from signoff.core.merge.work import ColumnEdit, Work

_COMMENTS = ("--", "/*", "{#", "{%", "#")


@dataclass(frozen=True)
class _Import:
    """A CTE that is nothing but ``select * from table``."""

    name: str
    query: QueryShape
    first: int
    """Number of the token of its name."""
    last: int
    """Number of its closing bracket."""


def imported(
    work: Work, relation: Relation, edit: ColumnEdit, place: Place, table_text: str
) -> tuple[str, Proposed | None]:
    """How a new join of a SELECT names its table, and the edit that adds a CTE for it; None where none is needed."""
    existing = work.existing
    imports = [i for n, q in existing.query.ctes if (i := _import(existing, n, q)) is not None]
    own_tables = [t for t in place.select.tables if place.query_of(t) is None]
    if not imports or own_tables or _is_recursive(existing):
        return table_text, None
    letters = squashed(relation.table)
    for each in imports if relation.inner is None else ():
        if squashed(each.query.parts[0].tables[0].name) == letters and each.name.casefold() in place.ctes:
            return work.layout.name(each.name), None
    model = next((i for i in reversed(imports) if i.name.casefold() in place.ctes), None)
    name = _name_for(work, relation)
    made = work.imports.get(name.casefold())
    if made is not None:
        return work.layout.name(name), made
    if model is None or name.casefold() in {n.casefold() for n, _ in existing.query.ctes}:
        return table_text, None
    why = say("edits.add_cte", query=name, table=relation.table)
    made = work.propose(EditKind.ADD_CTE, edit, why)
    work.imports[name.casefold()] = made
    lines = lines_of(relation, table_text, work.layout)
    said = _with_lines(work.layout, model, name, lines) if lines else ""
    said = said or _like(work.layout, model, name, table_text)
    text = _before(work.layout, existing, model) + said
    made.splices.append(inserted(work.layout.end(model.last), text))
    return work.layout.name(name), made


def brings_in(existing: ExistingSql, table: str) -> bool:
    """Whether the file has a CTE that is nothing but a table, through which further joins read that."""
    imports = (_import(existing, name, query) for name, query in existing.query.ctes)
    return any(
        i is not None and squashed(i.query.parts[0].tables[0].name) == squashed(table) for i in imports
    )


def _name_for(work: Work, relation: Relation) -> str:
    """The alias; of a table that is joined in several roles its own name, since one query brings it in for all."""
    every = [r for section in work.plan.sections for r in section.relations]
    twins = [r for r in every if r.table == relation.table and not (r.subquery or r.inner)]
    name = relation.table.rpartition(".")[2]
    is_plain = not relation.subquery and relation.inner is None
    return name if is_plain and len({r.alias for r in twins}) > 1 else relation.alias


def _import(existing: ExistingSql, name: str, query: QueryShape) -> _Import | None:
    if len(query.parts) != 1 or query.ctes or query.columns:
        return None
    part = query.parts[0]
    plain = len(part.items) == len(part.tables) == 1 and existing.is_star(part.items[0]) and part.from_span
    if not plain or part.from_span is None or part.span.last != part.from_span.last or part.tables[0].query:
        return None
    if part.items[0].first != part.items[0].last or not part.tables[0].name or query.span != part.span:
        return None
    first = query.span.first - 2
    while existing.tokens[first].text.casefold() != name.casefold():
        first -= 1
    if CtePlace(query).parts and any(
        n.casefold() == part.tables[0].name.casefold() for n in _earlier(existing, name)
    ):
        return None
    return _Import(name, query, first, query.span.last + 1)


def _earlier(existing: ExistingSql, name: str) -> list[str]:
    """Names of the CTEs before one."""
    names = [n for n, _ in existing.query.ctes]
    return names[: names.index(name)]


def _is_recursive(existing: ExistingSql) -> bool:
    return any(t.text.lower() == "recursive" for t in existing.tokens[:2])


def _like(layout: Layout, model: _Import, name: str, table_text: str) -> str:
    """The CTE written as another one is, without its comments and conditions."""
    table = model.query.parts[0].tables[0]
    start, end = layout.start(model.first), layout.end(model.last)
    from_table = layout.start(table.span.first), layout.end(table.span.last)
    head = layout.text[layout.end(model.first) : from_table[0]]
    tail = layout.text[from_table[1] : end]
    if any(mark in tail for mark in _COMMENTS):
        inside = tail[: tail.rindex(")")]
        tail = f"{inside[len(inside.rstrip()) :]})"
    if any(mark in head for mark in _COMMENTS) or not start < from_table[0] < from_table[1] <= end:
        words = [layout.word(w, model.first + 1) for w in ("as", "select", "from")]
        return f"{layout.name(name)} {words[0]} ({words[1]} * {words[2]} {table_text})"
    return f"{layout.name(name)}{head}{table_text}{tail}"


def _with_lines(layout: Layout, model: _Import, name: str, lines: Sequence[str]) -> str:
    """A CTE of several lines, laid out as another one is."""
    head = layout.text[layout.end(model.first) : layout.start(model.query.span.first)]
    first = model.query.span.first
    upper = layout.is_upper(first)
    newline = layout.newline(layout.end(model.last))
    if newline not in head or any(mark in head for mark in _COMMENTS):
        head = f" {layout.word('as', first)} ({newline}    "
    indent = head.rpartition(newline)[2]
    indent = indent if not indent.strip() else "    "
    tail = layout.text[layout.end(model.query.span.last) : layout.end(model.last)]
    tail = tail if newline in tail and not any(mark in tail for mark in _COMMENTS) else f"{newline})"
    words = [re.sub(r"^(select|from|where|group by)\b", lambda m: m[0].upper(), line) for line in lines]
    return f"{layout.name(name)}{head}{f'{newline}{indent}'.join(words if upper else lines)}{tail}"


def _before(layout: Layout, existing: ExistingSql, model: _Import) -> str:
    """What stands between two CTEs of the file: a comma, and line ends where it has them."""
    tokens = existing.tokens
    for last in (model.last, model.first - 2):
        comma = last + 1
        if 0 < comma < len(tokens) - 1 and tokens[comma].token_type == TokenType.COMMA:
            between = layout.text[layout.end(last) : layout.start(comma + 1)]
            if not between.replace(",", "").strip():
                return between
    newline = layout.newline(layout.end(model.last))
    return f",{newline}{newline}" if newline in layout.text[: layout.end(model.last)] else ", "
