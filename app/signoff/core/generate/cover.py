"""Phrase cover: which phrases of a rule nothing in an expression does.

Agreement of candidates is no proof: all of them may leave out the same clause. So the rule's own words are held
against the expression: each column and number it names, and each phrase that asks for something that can be seen in
the SQL. What nothing does is told to the generator once more, and orders the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.generate.cover_phrases import PHRASES, STAYS, Phrase
from signoff.core.generate.cover_values import missing_values

_ALIAS = re.compile(r"\b(?:text|num|date|time|flag)_\d+\b")
_ELSE = re.compile(r"\b(?:else|otherwise|all others?|any other|other cases)\b", re.IGNORECASE)


def left_out(sql: str, rule: str, sources: Sequence[str] = (), *, aggregate: bool = False) -> tuple[str, ...]:
    """The pieces of a rule that nothing in an expression does, as they stand in the rule.

    Args:
        sql: the candidate, over the same stand-ins as the rule.
        rule: the masked rule.
        sources: stand-ins of the source cells; asked for where the rule's text names no column.
        aggregate: the statement is grouped.
    """
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return (rule,)
    tree = without_dead_parts(tree)
    text = tree.sql(dialect="duckdb").lower()
    missing = [column for column in _wanted_columns(rule, sources) if column not in text]
    missing += missing_values(tree, rule)
    asked = STAYS.sub(" ", rule)
    for phrase in PHRASES:
        found = phrase.words.search(asked)
        if found and (aggregate or not phrase.aggregate) and not _is_done(phrase, tree, text, rule):
            missing.append(found.group(0))
    return tuple(dict.fromkeys(missing))


def _is_done(phrase: Phrase, tree: exp.Expr, text: str, rule: str) -> bool:
    """Whether something in an expression does what a phrase asks."""
    if phrase.shown_by.search(text):
        return True
    if phrase.by_condition and isinstance(tree, exp.Predicate | exp.Connector | exp.Not | exp.Boolean):
        return True
    return phrase.by_else and (_has_else(tree, rule) or _has_fixed_rest(tree))


def _has_fixed_rest(tree: exp.Expr) -> bool:
    """Whether a CASE ends in a fixed value, which takes the rows without values too."""
    return any(isinstance(case.args.get("default"), exp.Literal) for case in tree.find_all(exp.Case))


def _has_else(tree: exp.Expr, rule: str) -> bool:
    """Whether a rule says what happens to everything else, and an ELSE of the expression does it."""
    return bool(_ELSE.search(rule)) and any(
        branch.args.get("default") or branch.args.get("false") for branch in tree.find_all(exp.Case, exp.If)
    )


def without_dead_parts(tree: exp.Expr) -> exp.Expr:
    """The tree without what can never act: arguments of a COALESCE behind a fixed value."""
    copy = tree.copy()
    for coalesce in copy.find_all(exp.Coalesce):
        arguments = [coalesce.this, *coalesce.expressions]
        fixed = next((n for n, each in enumerate(arguments) if isinstance(each, exp.Literal)), None)
        if fixed is not None:
            coalesce.set("expressions", arguments[1 : fixed + 1])
    return copy


def _wanted_columns(rule: str, sources: Sequence[str]) -> list[str]:
    named = list(dict.fromkeys(_ALIAS.findall(rule)))
    return named or list(sources)
