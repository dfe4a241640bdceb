"""SQL written otherwise with the same meaning, at random, the same way for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

import sqlglot
from sqlglot import exp

Rewrite = Callable[[str, random.Random], str]


def _tree(text: str) -> exp.Query:
    tree = sqlglot.parse_one(text, read="duckdb")
    assert isinstance(tree, exp.Query)
    return tree


def _sql(tree: exp.Expr) -> str:
    return tree.sql("duckdb", pretty=True)


def table_aliases(text: str, chance: random.Random) -> str:
    """Other aliases for tables; tables without one get one."""
    tree = _tree(text)
    for select in list(tree.find_all(exp.Select)):
        sources = [select.args.get("from_"), *(select.args.get("joins") or ())]
        for source in sources:
            table = source.this if source is not None else None
            if not isinstance(table, exp.Table | exp.Subquery):
                continue
            old, new = table.alias_or_name, f"t{chance.randrange(1000)}"
            for column in list(select.find_all(exp.Column)):
                if column.table == old and not _shadowed(column, select, old):
                    column.set("table", exp.to_identifier(new))
            table.set("alias", exp.TableAlias(this=exp.to_identifier(new)))
    return _sql(tree)


def _shadowed(column: exp.Expr, select: exp.Expr, name: str) -> bool:
    """Whether a query inside has a table of that name of its own."""
    inner = column.find_ancestor(exp.Select)
    while inner is not None and inner is not select:
        sources = [inner.args.get("from_"), *(inner.args.get("joins") or ())]
        if any(s is not None and s.this.alias_or_name == name for s in sources):
            return True
        inner = inner.find_ancestor(exp.Select)
    return False


def cte_names(text: str, chance: random.Random) -> str:
    """Other names for CTEs."""
    tree = _tree(text)
    for cte in tree.ctes:
        old, new = cte.alias, f"{cte.alias}_{chance.randrange(100)}"
        cte.args["alias"].set("this", exp.to_identifier(new))
        for table in tree.find_all(exp.Table):
            if table.name == old:
                if not table.alias:
                    table.set("alias", exp.TableAlias(this=exp.to_identifier(old)))
                table.set("this", exp.to_identifier(new))
    return _sql(tree)


def inlined_cte(text: str, chance: random.Random) -> str:
    """A CTE written where it is read, wherever it is read."""
    tree = _tree(text)
    if not tree.ctes:
        return text
    cte = chance.choice(tree.ctes)
    for table in list(tree.find_all(exp.Table)):
        if table.name == cte.alias and not table.db:
            inner = exp.Subquery(
                this=cte.this.copy(), alias=exp.TableAlias(this=exp.to_identifier(table.alias_or_name))
            )
            table.replace(inner)
    others = [each for each in tree.ctes if each is not cte]
    if others:
        tree.args["with_"].set("expressions", others)
    else:
        tree.set("with_", None)
    return _sql(tree)


def extracted_cte(text: str, chance: random.Random) -> str:
    """A table read through a CTE of its own."""
    tree = _tree(text)
    own = {cte.alias for cte in tree.ctes}
    tables = sorted({t.name for t in tree.find_all(exp.Table)} - own)
    name = chance.choice(tables)
    new = f"src_{name}"
    for table in tree.find_all(exp.Table):
        if table.name == name:
            if not table.alias:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(name)))
            table.set("this", exp.to_identifier(new))
    body = sqlglot.parse_one(f"select * from {name}", read="duckdb")
    first = exp.CTE(this=body, alias=exp.TableAlias(this=exp.to_identifier(new)))
    if tree.args.get("with_"):
        tree.args["with_"].set("expressions", [first, *tree.ctes])
    else:
        tree.set("with_", exp.With(expressions=[first]))
    return _sql(tree)


def one_line(text: str, _chance: random.Random) -> str:
    """Other blanks."""
    return re.sub(r"\s+", " ", text)


def commented(text: str, chance: random.Random) -> str:
    """Comments and blank lines."""
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), "/* a remark, with 'quotes' and (brackets */")
    return "/* on top */\n" + "\n\n".join(lines)


def upper_words(text: str, _chance: random.Random) -> str:
    """Keywords in capitals."""
    return re.sub(r"\b(select|from|where|join|on|as|and|group|by|case|when)\b", lambda m: m[0].upper(), text)


def commuted_and(text: str, _chance: random.Random) -> str:
    """Both sides of each AND and OR changed over."""
    tree = _tree(text)
    for each in list(tree.find_all(exp.And, exp.Or)):
        left, right = each.this, each.expression
        each.set("this", _bracketed(right))
        each.set("expression", _bracketed(left))
    return _sql(tree)


def _bracketed(tree: exp.Expr) -> exp.Expr:
    return exp.Paren(this=tree) if isinstance(tree, exp.Connector) else tree


def turned_comparisons(text: str, _chance: random.Random) -> str:
    """``a = b`` as ``b = a``, ``a > b`` as ``b < a``."""
    turned = {
        exp.GT: exp.LT,
        exp.LT: exp.GT,
        exp.GTE: exp.LTE,
        exp.LTE: exp.GTE,
        exp.EQ: exp.EQ,
        exp.NEQ: exp.NEQ,
    }
    tree = _tree(text)
    for each in list(tree.find_all(*turned)):
        each.replace(turned[type(each)](this=each.expression, expression=each.this))
    return _sql(tree)


def other_unequal(text: str, _chance: random.Random) -> str:
    """``<>`` as ``!=``."""
    return text.replace("<>", "!=")


def explicit_inner(text: str, _chance: random.Random) -> str:
    """``join`` as ``inner join``, ``left join`` as ``left outer join``."""
    text = re.sub(r"\bleft join\b", "left outer join", text, flags=re.IGNORECASE)
    return re.sub(r"(?<!outer )(?<!inner )(?<!cross )\bjoin\b", "inner join", text, flags=re.IGNORECASE)


def ifnull(text: str, _chance: random.Random) -> str:
    """``coalesce`` of two as ``ifnull``."""
    return re.sub(r"\bcoalesce\(", "ifnull(", text, flags=re.IGNORECASE)


def case_for_coalesce(text: str, _chance: random.Random) -> str:
    """``coalesce(a, b)`` as CASE."""
    tree = _tree(text)
    for each in list(tree.find_all(exp.Coalesce)):
        test = exp.Not(this=exp.Is(this=each.this.copy(), expression=exp.Null()))
        branch = exp.If(this=test, true=each.this.copy())
        each.replace(exp.Case(ifs=[branch], default=each.expressions[0].copy()))
    return _sql(tree)


def searched_case(text: str, _chance: random.Random) -> str:
    """``case x when 1`` as ``case when x = 1``."""
    tree = _tree(text)
    for case in tree.find_all(exp.Case):
        if case.this is not None:
            for branch in case.args["ifs"]:
                branch.set("this", exp.EQ(this=case.this.copy(), expression=branch.this.copy()))
            case.set("this", None)
    return _sql(tree)


def reordered_ctes(text: str, chance: random.Random) -> str:
    """CTEs in another order that still lets each see what it reads."""
    tree = _tree(text)
    ctes = list(tree.ctes)
    if len(ctes) < 2:
        return text
    left, placed = list(ctes), []
    while left:
        done = {cte.alias for cte in placed}
        names = {cte.alias for cte in ctes}
        free = [c for c in left if {t.name for t in c.find_all(exp.Table)} & names <= done]
        pick = chance.choice(free)
        placed.append(pick)
        left.remove(pick)
    tree.args["with_"].set("expressions", placed)
    return _sql(tree)


def count_one(text: str, _chance: random.Random) -> str:
    """``count(*)`` as ``count(1)``."""
    return re.sub(r"count\(\s*\*\s*\)", "count(1)", text, flags=re.IGNORECASE)


def brackets(text: str, chance: random.Random) -> str:
    """Brackets nobody needs."""
    tree = _tree(text)
    for each in list(tree.find_all(exp.EQ, exp.GT, exp.Mul, exp.Coalesce)):
        if chance.random() < 0.7:
            each.replace(exp.Paren(this=each.copy()))
    return _sql(tree)


def spelt_between(text: str, _chance: random.Random) -> str:
    """BETWEEN as two comparisons, IN as OR."""
    tree = _tree(text)
    for each in list(tree.find_all(exp.Between)):
        low = exp.GTE(this=each.this.copy(), expression=each.args["low"].copy())
        each.replace(
            exp.Paren(
                this=exp.And(
                    this=low, expression=exp.LTE(this=each.this.copy(), expression=each.args["high"].copy())
                )
            )
        )
    for each in list(tree.find_all(exp.In)):
        if each.expressions:
            tests = [exp.EQ(this=each.this.copy(), expression=value.copy()) for value in each.expressions]
            each.replace(exp.Paren(this=exp.or_(*tests)))
    return _sql(tree)


def joins_in_where(text: str, _chance: random.Random) -> str:
    """Inner joins as a list of tables with conditions in WHERE."""
    tree = _tree(text)
    for select in tree.find_all(exp.Select):
        joins = select.args.get("joins") or []
        if any(j.args.get("side") or j.args.get("using") for j in joins):
            continue
        for join in joins:
            on = join.args.get("on")
            if on is not None:
                select.where(on.copy(), copy=False)
                join.set("on", None)
                join.set("kind", "CROSS")
    return _sql(tree)


def wrapped(text: str, _chance: random.Random) -> str:
    """The whole query read by another."""
    return f"select * from (\n{text}\n) as whole"


def final_cte(text: str, _chance: random.Random) -> str:
    """The last SELECT as a CTE that is read."""
    tree = _tree(text)
    ctes = [cte.sql("duckdb") for cte in tree.ctes]
    tree.set("with_", None)
    return f"with {', '.join([*ctes, f'the_end as ({_sql(tree)})'])} select * from the_end"


def grouped_by_position(text: str, _chance: random.Random) -> str:
    """GROUP BY 1 as the expression it stands for, and the other way round."""
    tree = _tree(text)
    for select in tree.find_all(exp.Select):
        group = select.args.get("group")
        if group is None:
            continue
        items = [item.unalias() for item in select.expressions]
        keys = []
        for key in group.expressions:
            if isinstance(key, exp.Literal):
                keys.append(items[int(key.name) - 1].copy())
            else:
                place = next((n for n, item in enumerate(items, 1) if item == key), None)
                keys.append(key.copy() if place is None else exp.Literal.number(place))
        group.set("expressions", keys)
    return _sql(tree)


def other_branch_order(text: str, _chance: random.Random) -> str:
    """Branches of UNION ALL the other way round, where no limit depends on it and they name their columns alike."""
    tree = _tree(text)
    for union in tree.find_all(exp.Union):
        if union.args.get("limit") or union.args.get("distinct"):
            continue
        first, second = union.this.copy(), union.expression.copy()
        if not isinstance(first, exp.Select) or not isinstance(second, exp.Select) or first.ctes:
            continue
        for one, other in zip(first.expressions, second.expressions, strict=True):
            if not isinstance(other, exp.Alias):
                other.replace(exp.alias_(other.copy(), one.alias_or_name))
        union.set("this", second)
        union.set("expression", first)
    return _sql(tree)


def unqualified(text: str, _chance: random.Random) -> str:
    """No qualifiers where a query reads one table only."""
    tree = _tree(text)
    for select in tree.find_all(exp.Select):
        if select.args.get("joins") or select.find_ancestor(exp.Where) is not None:
            continue
        if any(True for _ in select.find_all(exp.Subquery, exp.Exists)):
            continue
        for item in select.find_all(exp.Column):
            if item.find_ancestor(exp.Select) is select:
                item.set("table", None)
    return _sql(tree)


def subquery_for_qualify(text: str, _chance: random.Random) -> str:
    """QUALIFY as a filter around."""
    tree = _tree(text)
    if not isinstance(tree, exp.Select) or not tree.args.get("qualify"):
        return text
    tested = tree.args["qualify"].this
    names = ", ".join(item.alias_or_name for item in tree.expressions)
    window = tested.find(exp.Window)
    tree.set("qualify", None)
    tree.append("expressions", exp.alias_(window.copy(), "the_place"))
    window.replace(exp.column("the_place"))
    return f"select {names} from ({_sql(tree)}) as ranked where {tested.sql('duckdb')}"


def group_for_distinct(text: str, _chance: random.Random) -> str:
    """SELECT DISTINCT as GROUP BY of every column."""
    tree = _tree(text)
    for select in tree.find_all(exp.Select):
        if select.args.get("distinct") and not select.find(exp.Window):
            select.set("distinct", None)
            keys = [item.unalias().copy() for item in select.expressions]
            select.set("group", exp.Group(expressions=keys))
    return _sql(tree)


def negated(text: str, _chance: random.Random) -> str:
    """``a <> b`` as ``not (a = b)``, ``not in`` as ``not (… in …)``."""
    tree = _tree(text)
    for each in list(tree.find_all(exp.NEQ)):
        each.replace(
            exp.Not(this=exp.Paren(this=exp.EQ(this=each.this.copy(), expression=each.expression.copy())))
        )
    return _sql(tree)


REWRITES: tuple[Rewrite, ...] = (
    *(table_aliases, cte_names, inlined_cte, extracted_cte, one_line, commented, upper_words, commuted_and),
    *(turned_comparisons, other_unequal, explicit_inner, ifnull, case_for_coalesce, searched_case),
    *(reordered_ctes, count_one, brackets, spelt_between, joins_in_where, wrapped, final_cte),
    *(
        grouped_by_position,
        other_branch_order,
        unqualified,
        subquery_for_qualify,
        group_for_distinct,
        negated,
    ),
)


def rewrites(models: Sequence[tuple[str, str]], seed: int) -> Iterator[tuple[str, str, str]]:
    """Kinds, model's name and rewritten text, without end: each kind in turn, alone or with one or two more."""
    chance = random.Random(seed)
    while True:
        for first in REWRITES:
            name, text = chance.choice(models)
            more = chance.sample(REWRITES, chance.choice((0, 1, 2)))
            new, made = text, []
            for rewrite in (first, *more):
                again = rewrite(new, chance)
                if again != new:
                    made.append(rewrite.__name__)
                new = again
            if made and first.__name__ in made:
                yield "+".join(made), name, new
