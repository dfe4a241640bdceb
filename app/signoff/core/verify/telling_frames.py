"""What one column of a draft reads and gives, as a statement for each part of the draft's query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import SqlTextError, parse_query, render
from signoff.core.errors import SignoffError
from signoff.core.verify.branches import Fork, forks_of
from signoff.core.verify.reading import TooSpecial, group_keys, last_body, parts_of

RESULT = "signoff_result"
_MOST_GATHERED = 6


@dataclass(frozen=True)
class TellingInput:
    """One column whose values an expression reads."""

    name: str
    """As it is shown: the column's name, with its relation where two inputs share it."""
    relation: str
    """Alias in the statement; empty where the SQL gives none."""
    table: str
    """Table behind the alias; empty where it is not known."""
    column: str
    gathered: bool = False
    """The values are lists: those of the rows that were put together, as text, at most some."""


@dataclass(frozen=True)
class Frame:
    """One part of a query, made to show what one of its columns reads."""

    section: str
    """Name of the part; empty when there is only one."""
    inputs: tuple[TellingInput, ...]
    forks: tuple[Fork, ...]
    prefix: str
    """WITH clause the statement needs, without the word; empty when there is none."""
    sql: str
    """Gives every input, fork and the result by number, among other columns."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of `sql` that matter: inputs, then forks, then the result."""
        inputs = tuple(f"signoff_input_{n}" for n in range(len(self.inputs)))
        return (*inputs, *(f"signoff_fork_{n}" for n in range(len(self.forks))), RESULT)


def frames_of(draft: Draft, column: str, also: Sequence[tuple[str, str]]) -> tuple[Frame, ...]:
    """A frame for each part of the query; one without inputs where the query has no plain parts.

    Args:
        draft: its `sql` is read, whether it was built from a plan or kept from existing SQL.
        column: a column of the result, in any case.
        also: further columns to show, each as relation and column.
    """
    try:
        body, ctes = last_body(parse_query(draft.sql))
        parts, _ = parts_of(body)
        prefix = ", ".join(render(cte) for cte in ctes)
        place = [name.casefold() for name in parts[0].named_selects].index(column.casefold())
        names = _section_names(draft, len(parts))
        return tuple(
            _frame(name, part, place, prefix, also if part.args.get("group") is None else ())
            for name, part in zip(names, parts, strict=True)
        )
    except (SqlTextError, TooSpecial, ValueError, IndexError):
        return (bare_frame(draft, column),)


def bare_frame(draft: Draft, column: str) -> Frame:
    """The result alone, for a query that can't be taken apart."""
    sql = f"SELECT r.{quoted(column)} AS {RESULT} FROM (\n{draft.sql.strip().rstrip(';')}\n) AS r"
    return Frame("", (), (), "", sql)


def _section_names(draft: Draft, parts: int) -> tuple[str, ...]:
    sections = draft.plan.sections if draft.plan is not None else ()
    if len(sections) == parts > 1:
        return tuple(section.name or str(n) for n, section in enumerate(sections, 1))
    return tuple(str(n) for n in range(1, parts + 1)) if parts > 1 else ("",)


def _frame(name: str, part: exp.Select, place: int, prefix: str, also: Sequence[tuple[str, str]]) -> Frame:
    """The part with what is wanted put behind its own columns, which its other clauses may name."""
    expression = part.expressions[place].unalias()
    inputs, values = _inputs(part, expression, also)
    forks = forks_of(expression)
    frame = Frame(name, inputs, forks, prefix, "")
    items = [*values, *(fork.sql for fork in forks), render(expression, comments=False)]
    shown = part.copy()
    if part.parent is None or prefix:
        shown.set("with_", None)
    if not (shown.args.get("distinct") and shown.args["distinct"].args.get("on")):
        shown.set("distinct", None)
    for item, alias in zip(items, frame.names, strict=True):
        shown.select(f"({item}\n) AS {alias}", dialect="duckdb", copy=False)
    return Frame(name, inputs, forks, prefix, render(shown, comments=False))


def _inputs(
    part: exp.Select, expression: exp.Expr, also: Sequence[tuple[str, str]]
) -> tuple[tuple[TellingInput, ...], list[str]]:
    """The inputs, and the SQL of each one's values."""
    tables = _tables(part)
    found: dict[tuple[str, str], tuple[str, str, bool]] = {}
    for column in expression.find_all(exp.Column, bfs=False):
        if _is_of(column, expression, tables):
            _note(found, column.table, column.name, _is_gathered(column))
    for key in group_keys(part):
        if isinstance(key, exp.Column):
            _note(found, key.table, key.name, False)
    for relation, name in also:
        if relation.casefold() in tables:
            _note(found, relation, name, False)
    names = [name.casefold() for _, name, _ in found.values()]
    inputs = tuple(
        TellingInput(
            name if names.count(name.casefold()) == 1 or not relation else f"{relation}.{name}",
            relation,
            tables.get(relation.casefold(), "") if relation else _only(tables),
            name,
            gathered,
        )
        for relation, name, gathered in found.values()
    )
    return inputs, [_value(each) for each in inputs]


def _note(
    found: dict[tuple[str, str], tuple[str, str, bool]], relation: str, name: str, gathered: bool
) -> None:
    found.setdefault((relation.casefold(), name.casefold()), (relation, name, gathered))


def _only(tables: dict[str, str]) -> str:
    return next(iter(tables.values())) if len(tables) == 1 else ""


def _tables(part: exp.Select) -> dict[str, str]:
    """Table by alias, lower case."""
    places = [part.args["from_"].this] if part.args.get("from_") is not None else []
    places += [join.this for join in part.args.get("joins") or ()]
    return {p.alias_or_name.casefold(): p.name if isinstance(p, exp.Table) else "" for p in places}


def _is_of(column: exp.Column, expression: exp.Expr, tables: dict[str, str]) -> bool:
    """Whether a column belongs to the part itself, not to a subquery or a lambda inside the expression."""
    within = []
    node: exp.Expr | None = column.parent if column is not expression else None
    while node is not None:
        within.append(node)
        node = node.parent if node is not expression else None
    if column.table and column.table.casefold() in tables:
        return True
    if any(isinstance(each, exp.Query) for each in within):
        return False
    lambdas = [each for each in within if isinstance(each, exp.Lambda)]
    return all(column.name not in {p.name for p in each.expressions} for each in lambdas)


def _is_gathered(column: exp.Column) -> bool:
    aggregate = column.find_ancestor(exp.AggFunc, exp.Select)
    while isinstance(aggregate, exp.AggFunc):
        over = aggregate.parent
        while isinstance(over, exp.Filter | exp.IgnoreNulls | exp.RespectNulls):
            over = over.parent
        if not isinstance(over, exp.Window):
            return True
        aggregate = aggregate.find_ancestor(exp.AggFunc, exp.Select)
    return False


def _value(column: TellingInput) -> str:
    sql = ".".join(quoted(part) for part in (column.relation, column.column) if part)
    if not column.gathered:
        return sql
    some = f"list_slice(list(CAST({sql} AS VARCHAR) ORDER BY {sql}), 1, {_MOST_GATHERED})"
    rest = "[concat('… ', count(*), ' in all')]"
    return f"list_concat({some}, CASE WHEN count(*) > {_MOST_GATHERED} THEN {rest} ELSE [] END)"


def missing_column(draft: Draft, column: str) -> SignoffError:
    """The sentence for a column that the draft does not have."""
    return SignoffError(say("rows.no_column", target=draft.target, column=column))
