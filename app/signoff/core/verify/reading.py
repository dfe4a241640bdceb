"""The steps of a query that has no plan, read from its SQL: for updates, whose query is kept as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlglot import exp

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Draft, JoinKind, Plan, Relation, SectionPlan
from signoff.core.engines.sqltext import SqlTextError, parse_query, render


@dataclass(frozen=True)
class Reading:
    """A query as steps that can be counted."""

    plan: Plan
    values: tuple[str, ...]
    """SELECT list of each section of the plan."""
    prefix: str = ""
    """WITH clause the sections need."""


class TooSpecial(Exception):
    """The query holds something that has no words; it is taken as a whole."""


def reading_of(draft: Draft) -> Reading | None:
    """The draft's plan as it stands, or the steps read from its SQL; None when there is neither."""
    if draft.plan is None:
        return read_query(draft.sql, draft.target)
    places = range(len(draft.plan.sections))
    return Reading(draft.plan, tuple(_values(draft, place) for place in places))


def _values(draft: Draft, place: int) -> str:
    items = [c.expressions[place].sql or "NULL" for c in draft.columns if place < len(c.expressions)]
    return ", ".join(f"({item}\n)" for item in items) or "1"


@lru_cache(maxsize=4)
def read_query(sql: str, target: str) -> Reading | None:
    """The steps of a query's last SELECT, or of the parts of its UNION; None when it has no plain steps."""
    try:
        body, ctes = last_body(parse_query(sql))
        parts, union_all = parts_of(body)
        sections = tuple(_section(part, number, len(parts)) for number, part in enumerate(parts, 1))
    except (SqlTextError, TooSpecial):
        return None
    values = tuple(", ".join(render(item) for item in part.expressions) for part in parts)
    prefix = f"WITH {', '.join(render(cte) for cte in ctes)}\n" if ctes else ""
    return Reading(Plan(target, sections, union_all), values, prefix)


def last_body(query: exp.Query) -> tuple[exp.Expr, list[exp.CTE]]:
    """The query that makes the rows, behind a last ``select * from final``, and the WITH it needs.

    Raises:
        TooSpecial: it is recursive.
    """
    if any(each.args.get("recursive") for each in query.find_all(exp.With)):
        raise TooSpecial
    ctes = list(query.ctes)
    body: exp.Expr = query
    while True:
        if isinstance(body, exp.Subquery) and not body.args.get("with_"):
            body = body.this
            continue
        name = _copies(body)
        place = next((n for n, cte in enumerate(ctes) if cte.alias.casefold() == name), None)
        if place is None or ctes[place].args["alias"].columns:
            return body, ctes
        body, ctes = ctes[place].this, ctes[:place] + list(ctes[place].this.ctes)


def _copies(body: exp.Expr) -> str:
    """Name of the one table whose rows a SELECT hands on as they are; empty when it does more."""
    if not isinstance(body, exp.Select):
        return ""
    more = {key for key, value in body.args.items() if value} - {
        "expressions",
        "from_",
        "with_",
        "order",
        "kind",
    }
    source = body.args.get("from_")
    table = source.this if source is not None else None
    plain = all(isinstance(item.unalias(), exp.Column | exp.Star) for item in body.expressions)
    return table.name.casefold() if isinstance(table, exp.Table) and plain and not more else ""


def parts_of(body: exp.Expr) -> tuple[list[exp.Select], bool]:
    """The SELECTs of a UNION, and whether equal rows are kept.

    Raises:
        TooSpecial: it is neither, or mixes UNION and UNION ALL.
    """
    if isinstance(body, exp.Subquery) and not body.args.get("alias"):
        return parts_of(body.this)
    if isinstance(body, exp.Select):
        return [body], True
    if not isinstance(body, exp.Union) or body.args.get("by_name"):
        raise TooSpecial
    left, left_all = parts_of(body.this)
    right, right_all = parts_of(body.expression)
    keeps = not body.args.get("distinct")
    if any(len(side) > 1 and way != keeps for side, way in ((left, left_all), (right, right_all))):
        raise TooSpecial
    return left + right, keeps


def _section(select: exp.Select, number: int, parts: int) -> SectionPlan:
    known = {
        "expressions",
        "from_",
        "joins",
        "where",
        "group",
        "having",
        "qualify",
        "distinct",
        "order",
        "with_",
    }
    if {key for key, value in select.args.items() if value} - known - {"kind"}:
        raise TooSpecial
    distinct = select.args.get("distinct")
    source = select.args.get("from_")
    if source is None or (distinct is not None and distinct.args.get("on")):
        raise TooSpecial
    relations = [_relation(source.this, JoinKind.DRIVING, None)]
    for join in select.args.get("joins") or ():
        relations.append(_joined(join, relations[0].alias))
    return SectionPlan(
        str(number) if parts > 1 else "",
        tuple(relations),
        filters=_conditions(select.args.get("where")),
        group_by=tuple(_condition(each) for each in group_keys(select)),
        distinct=distinct is not None,
        having=_conditions(select.args.get("having")),
        qualify=_conditions(select.args.get("qualify")),
    )


def _joined(join: exp.Join, first: str) -> Relation:
    words = " ".join(filter(None, (join.side, join.kind))).upper().replace("OUTER", "").strip()
    kinds = {"": JoinKind.INNER, "INNER": JoinKind.INNER, "LEFT": JoinKind.LEFT, "RIGHT": JoinKind.RIGHT}
    kinds |= {"FULL": JoinKind.FULL, "CROSS": JoinKind.CROSS}
    on, using = join.args.get("on"), join.args.get("using") or ()
    if words not in kinds or join.method:
        raise TooSpecial
    kind = JoinKind.CROSS if words == "" and on is None and not using else kinds[words]
    relation = _relation(join.this, kind, None)
    if using:
        columns = [each.name for each in using]
        on = exp.and_(*(exp.column(c, first).eq(exp.column(c, relation.alias)) for c in columns))
    return relation if on is None else _relation(join.this, kind, _condition(on))


def _relation(place: exp.Expr, kind: JoinKind, on: Condition | None) -> Relation:
    if isinstance(place, exp.Subquery) and place.alias:
        return Relation(place.alias, place.alias, kind, on, subquery=render(place.this))
    plain = isinstance(place, exp.Table) and isinstance(place.this, exp.Identifier)
    if not plain or place.args.get("joins") or place.args.get("pivots"):
        raise TooSpecial
    return Relation(place.name, place.alias_or_name, kind, on)


def _conditions(clause: exp.Expr | None) -> tuple[Condition, ...]:
    if clause is None:
        return ()
    tree = clause.this
    parts: Sequence[exp.Expr] = list(tree.flatten()) if isinstance(tree, exp.And) else [tree]
    return tuple(_condition(part) for part in parts)


def _condition(tree: exp.Expr) -> Condition:
    sql = render(tree, comments=False)
    return Condition(sql, sql, Origin.KEPT)


def group_keys(select: exp.Select) -> list[exp.Expr]:
    """What is grouped by: numbers and ALL turned into what they stand for."""
    group = select.args.get("group")
    if group is None:
        return []
    if {key for key, value in group.args.items() if value} - {"expressions", "all"}:
        raise TooSpecial
    items = [item.unalias() for item in select.expressions]
    if group.args.get("all"):
        return [item for item in items if item.find(exp.AggFunc) is None]
    keys = []
    for key in group.expressions:
        if isinstance(key, exp.Literal) and key.is_int:
            number = int(key.name)
            if not 1 <= number <= len(items):
                raise TooSpecial
            key = items[number - 1]
        keys.append(key)
    return keys
