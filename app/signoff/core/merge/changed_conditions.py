"""Conditions of existing SQL that a sentence of an update speaks of: rows that come back, a bound that moves.

The condition that keeps rows out is found in the file, wherever it stands; where two fit, or a word of the sentence is
about something else, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind
from signoff.core.merge.changed_rows import ChangedRows
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.filter_places import FilterPlace, condition_over, shown_relations
from signoff.core.merge.names import plain_words, word_set
from signoff.core.merge.selects import every_place
from signoff.core.merge.sqlparts import columns_of, parsed, rendered, unqualified
from signoff.core.merge.standing_conditions import conditions_of

_GLUE = word_set(
    "all any the those these such of from in for by with that which are is ones one row record line "
    "entry entrie item a an and our other whose where having have has been were was only every each"
)
_FLAG_WORDS = word_set("is has was flag are")
_SIGNS: dict[type[exp.Expr], tuple[str, ...]] = {
    exp.GTE: (
        "from",
        "since",
        "starting with",
        "starting from",
        "starting on",
        "starting at",
        "at least",
        "of at least",
        ">=",
    ),
    exp.GT: ("after", "over", "above", ">"),
    exp.LTE: ("until", "up to", "to", "at most", "of at most", "<="),
    exp.LT: ("before", "below", "under", "<"),
}


def file_words(existing: ExistingSql, schema: Schema, name: str) -> frozenset[str]:
    """Words of the names of what a file reads, of its queries and of its result: nouns for rows."""
    found = set(plain_words(name))
    for table in schema.tables:
        found |= set(plain_words(table.name))
    for place in every_place(existing):
        for shape in place.select.tables:
            found |= {*plain_words(shape.name), *plain_words(shape.alias)}
    return frozenset(found)


def is_plainly(text: str, nouns: frozenset[str], condition: str) -> bool:
    """Whether words for rows say nothing beside nouns and what the condition behind them says again."""
    tree = parsed(condition)
    told: set[str] = set()
    for node in tree.walk() if tree is not None else ():
        if isinstance(node, exp.Column):
            told |= set(plain_words(node.name))
        elif isinstance(node, exp.Literal):
            told |= set(plain_words(str(node.this)))
    long = {word for word in told if len(word) > 3}
    named = [w for w in text.split() if nouns.isdisjoint(plain_words(w.lower()))]
    left = [w for w in plain_words(" ".join(named)) if w not in nouns and w not in _GLUE and w not in told]
    return all(
        len(w) > 3 and any(w[:5] == told[:5] or w in (f"{told}d", f"{told}ed") for told in long) for w in left
    )


def flagged(rows: str, nouns: frozenset[str], table: SourceTable | None) -> str:
    """The flag of a table that words for its rows mean: `is_deleted` of "deleted bills"; empty where there is none."""
    rest = tuple(w for w in plain_words(rows) if w not in nouns and w not in _GLUE)
    found = [
        c.name
        for c in (table.columns if table is not None else ())
        if c.type.upper().startswith("BOOL")
        and rest
        and tuple(w for w in plain_words(c.name) if w not in _FLAG_WORDS) == rest
    ]
    return found[0] if len(found) == 1 else ""


def taken_in(
    existing: ExistingSql, said: ChangedRows, nouns: frozenset[str], schema: Schema, certain: Resolve
) -> FilterPlace | None:
    """The only condition that keeps out the rows which a sentence takes in: `plain` as it is, `sql` as it becomes.

    Args:
        existing: the file.
        said: the sentence.
        nouns: words for rows, of `file_words`.
        schema: tables the file reads.
        certain: as for `plan_target`, of condition texts that are understood wholly.
    """
    found: list[FilterPlace] = []
    for place in every_place(existing):
        standing = conditions_of(existing, place)
        if not standing:
            continue
        relations = shown_relations(existing, place, schema)
        for condition in standing:
            for wanted in _wanted(said, condition, nouns, relations, schema, certain):
                wider = widened(condition, wanted)
                if wider is not None:
                    found.append(FilterPlace(place, wider, "", condition))
                    break
    return found[0] if len(found) == 1 else None


def _wanted(
    said: ChangedRows,
    standing: str,
    nouns: frozenset[str],
    relations: list[Relation],
    schema: Schema,
    certain: Resolve,
) -> Iterator[str]:
    """The condition of the rows that are taken in: as the sentence says it, or by a value or flag of the file's."""
    if said.what:
        step = Step("", 0, StepKind.FILTER, condition=said.what)
        read = condition_over(relations, step, schema, certain)
        if read is not None and is_plainly(said.rows, nouns, read.sql):
            yield read.sql
        return
    rest = tuple(w for w in plain_words(said.rows) if w not in nouns and w not in _GLUE)
    tree = parsed(standing)
    if not rest or tree is None:
        return
    columns = columns_of(tree)
    for literal in tree.find_all(exp.Literal):
        if literal.is_string and plain_words(str(literal.this)) == rest and len(columns) == 1:
            yield f"{rendered(columns[0])} = {rendered(literal)}"
    for column in columns:
        if tuple(w for w in plain_words(column.name) if w not in _FLAG_WORDS) == rest:
            yield rendered(column)


def widened(standing: str, wanted: str) -> str | None:
    """A condition that lets further rows pass: without the test, or with one more value; None where it is another."""
    old, new = (parsed(unqualified(sql)) for sql in (standing, wanted))
    shown = parsed(standing)
    if old is None or new is None or shown is None:
        return None
    old, new = old.unnest(), new.unnest()
    if _negates(old, new):
        return ""
    value = _equal(new)
    inner = old.this.unnest() if isinstance(old, exp.Not) else old
    if value is None or isinstance(old, exp.Or) or not isinstance(inner, exp.In | exp.EQ | exp.NEQ):
        return None
    column, literal = value
    if rendered(inner.this).casefold() != column.casefold():
        return None
    if isinstance(inner, exp.In):
        return _listed(shown, rendered(literal), is_not=isinstance(old, exp.Not))
    if (
        isinstance(inner, exp.EQ)
        and not isinstance(old, exp.Not)
        and isinstance(inner.expression, exp.Literal)
    ):
        listed = shown.unnest()
        same = rendered(inner.expression) == rendered(literal)
        return (
            None
            if same
            else f"{rendered(listed.this)} in ({rendered(inner.expression)}, {rendered(literal)})"
        )
    return None


def _listed(shown: exp.Expr, literal: str, *, is_not: bool) -> str | None:
    """A list of values with one more, or one that is kept out no more."""
    tree = shown.copy()
    listed = tree.find(exp.In)
    if listed is None or not listed.expressions:
        return None
    kept = [each for each in listed.expressions if rendered(each) != literal]
    if is_not == (len(kept) == len(listed.expressions)):
        return None
    if not is_not:
        kept.append(parsed(literal))
    if not kept:
        return ""
    listed.set("expressions", kept)
    return rendered(tree)


def _equal(tree: exp.Expr) -> tuple[str, exp.Expr] | None:
    """The column and the value that a condition compares."""
    if (
        isinstance(tree, exp.EQ)
        and isinstance(tree.this, exp.Column)
        and isinstance(tree.expression, exp.Literal)
    ):
        return rendered(tree.this), tree.expression
    return None


def _negates(old: exp.Expr, new: exp.Expr) -> bool:
    """Whether a condition lets pass just the rows that another one is not true of."""
    flag = _flag(new)
    if flag is not None:
        return _flag(old) == (flag[0], not flag[1])
    if isinstance(old, exp.Not) and rendered(old.this.unnest()) == rendered(new):
        return True
    value = _equal(new)
    if value is not None and isinstance(old, exp.NEQ | exp.NullSafeNEQ):
        return (rendered(old.this).casefold(), rendered(old.expression)) == (
            value[0].casefold(),
            rendered(value[1]),
        )
    return False


def _flag(tree: exp.Expr) -> tuple[str, bool] | None:
    """The flag that a condition asks for, and whether it is to be true."""
    tree = tree.unnest()
    if isinstance(tree, exp.Column):
        return tree.name.casefold(), True
    if isinstance(tree, exp.Coalesce):
        return _flag(tree.this)
    if isinstance(tree, exp.Not):
        inner = _flag(tree.this)
        return None if inner is None else (inner[0], not inner[1])
    if isinstance(tree, exp.EQ | exp.Is | exp.NEQ | exp.NullSafeEQ | exp.NullSafeNEQ):
        value = tree.expression
        inner = _flag(tree.this)
        if isinstance(value, exp.Boolean) and inner is not None:
            same = isinstance(tree, exp.EQ | exp.Is | exp.NullSafeEQ)
            return inner[0], inner[1] == (bool(value.this) == same)
    return None


def moved_bound(existing: ExistingSql, said: ChangedRows, nouns: frozenset[str]) -> FilterPlace | None:
    """The only condition with the bound that a sentence moves: `plain` as it is, `sql` as it becomes."""
    word, now, was = said.values
    found: list[FilterPlace] = []
    for place in every_place(existing):
        for condition in conditions_of(existing, place):
            moved = _moved(condition, " ".join(word.lower().split()), now.strip("'\""), was.strip("'\""))
            if moved is not None and is_plainly(f"{said.rows} {said.tail}", nouns, condition):
                found.append(FilterPlace(place, moved, "", condition))
    return found[0] if len(found) == 1 else None


def _moved(condition: str, word: str, now: str, was: str) -> str | None:
    tree = parsed(condition)
    if tree is None or not isinstance(tree.unnest(), tuple(_SIGNS)):
        return None
    tree = tree.copy()
    own = tree.unnest()
    literals = [each for each in own.find_all(exp.Literal) if str(each.this) == was]
    is_column = isinstance(own.this, exp.Column) or not own.expression.find(exp.Column)
    if len(literals) != 1 or not is_column or word not in _SIGNS[type(own)]:
        return None
    if literals[0].is_string == bool(re.fullmatch(r"-?\d+(?:\.\d+)?", now)):
        return None
    literals[0].set("this", now)
    return rendered(tree)
