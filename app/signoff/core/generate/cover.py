"""Phrase cover: which phrases of a rule nothing in an expression does.

Agreement of candidates is no proof: all of them may leave out the same clause. So the rule's own words are held
against the expression: each column and number it names, and each phrase that asks for something that can be seen in
the SQL. What nothing does is told to the generator once more, and orders the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError


@dataclass(frozen=True)
class Phrase:
    """Words of a rule, and what shows in an expression that does what they ask."""

    words: re.Pattern[str]
    shown_by: re.Pattern[str]
    """Searched in the expression's SQL, lower case."""
    aggregate: bool = False
    """Asked only where the statement is grouped."""
    by_else: bool = False
    """Also done by an ELSE, where the rule speaks of everything else."""


def _phrase(words: str, shown_by: str, *, aggregate: bool = False, by_else: bool = False) -> Phrase:
    return Phrase(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), re.compile(shown_by), aggregate, by_else)


PHRASES = (
    _phrase(
        r"ignor\w+ case|regardless of case|case[- ]insensitive\w*|(?:upper or lower|lower or upper|either|any) case",
        r"\b(?:lower|upper|ilike|nocase)\b|~~\*|\(\?i\)|, 'i'\)",
    ),
    _phrase(
        r"in (?:upper ?case|capitals)|to (?:upper ?case|capitals)|upper ?cased?", r"\b(?:upper|lower|ilike)\b"
    ),
    _phrase(r"in lower ?case|to lower ?case|lower ?cased", r"\b(?:lower|ilike)\b"),
    _phrase(
        r"trim(?:med|s)?|(?:surrounding|leading|trailing) (?:blanks?|spaces?|whitespace)", r"trim\(|regexp_"
    ),
    _phrase(r"round(?:ed|s)?(?! (?:up|down))", r"\bround|\bdecimal\(\d+, \d+\)"),
    _phrase(r"rounded down", r"\b(?:floor|trunc|//|int)"),
    _phrase(r"rounded up", r"\bceil"),
    _phrase(r"absolute (?:value|amount|difference)", r"\babs\("),
    _phrase(r"never (?:below|less than|negative)|not below", r"\b(?:greatest|case|if)\b"),
    _phrase(r"per ?cent(?:age)?", r"100|0\.\d"),
    _phrase(
        r"missing|not filled|no value|null|is filled|are (?:both )?filled",
        r"null|coalesce|concat_ws|count|sum|lead|distinct from|try_",
        by_else=True,
    ),
    _phrase(
        r"blanks? (?:text )?counts?|or (?:only )?blanks?|blank text",
        r"trim\(|''|\blen(?:gth)?\(|regexp_",
        by_else=True,
    ),
    _phrase(
        r"with (?:one|an?) \w+ between|followed by|separated by|joined by|concatenat\w*",
        r"\|\||concat|printf|\bformat\(",
    ),
    _phrase(r"sum of|summed|totals?", r"\bsum\(", aggregate=True),
    _phrase(r"number of|how many|count of", r"\b(?:count|sum)\(", aggregate=True),
    _phrase(r"average|mean", r"\b(?:avg|sum)\(", aggregate=True),
)
"""Phrases people write; what shows them is meant widely, so that a right expression is not blamed."""

_ALIAS = re.compile(r"\b(?:text|num|date|time|flag)_\d+\b")
_ELSE = re.compile(r"\b(?:else|otherwise|all others?|any other|other cases)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,'\"-])\d+(?:\.\d+)?(?![\w.'\"-]|,\d)")
_DECIMALS = re.compile(r"\b(?:one|two|three|four|\d) decimals?\b", re.IGNORECASE)


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
    missing += [
        match.group(0) for match in _NUMBER.finditer(_DECIMALS.sub(" ", rule)) if not _has_number(tree, match)
    ]
    for phrase in PHRASES:
        found = phrase.words.search(rule)
        is_asked = found and (aggregate or not phrase.aggregate) and not phrase.shown_by.search(text)
        if found and is_asked and not (phrase.by_else and _has_else(tree, rule)):
            missing.append(found.group(0))
    return tuple(dict.fromkeys(missing))


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


def _has_number(tree: exp.Expr, match: re.Match[str]) -> bool:
    """Whether a number stands in the tree: as itself, next to itself, as a share, or inside a text."""
    wanted = float(match.group(0))
    if wanted in (0.0, 1.0):
        return True
    close = {wanted, wanted - 1, wanted + 1, wanted / 100, 1 - wanted / 100, 1 + wanted / 100}
    for literal in tree.find_all(exp.Literal):
        if match.group(0) in literal.name:
            return True
        if not literal.is_string and any(abs(float(literal.name) - each) < 1e-9 for each in close):
            return True
    return False
