"""A project's approved rules as worked examples: masked like every rule, and dropped where that can't be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.domain.prompts import ProjectExample
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.mask.leaks import Gate
from signoff.core.mask.masking import Masked, mask_rule
from signoff.core.mask.words import is_neutral_value
from signoff.core.project.approved import ApprovedRule
from signoff.core.prompt.examples import Example, ExampleBank


def bank_with(
    bank: ExampleBank,
    rules: Iterable[ApprovedRule],
    terms: Sequence[Term],
    level: MaskingLevel = MaskingLevel.IDENTIFIERS,
) -> ExampleBank:
    """The bank with a project's rules as further examples.

    Args:
        bank: as shipped.
        rules: of the project, nothing masked.
        terms: what must not reach the language model.
        level: how much is hidden in the project.
    """
    made = [each for rule in rules if (each := _example(rule, terms, level)) is not None]
    return bank.with_rules(made) if made else bank


def settled_by(rules: Iterable[ApprovedRule]) -> dict[tuple[str, str], tuple[ProjectExample, ...]]:
    """Which of the project's rules helped each approved column, by target and column, case-folded."""
    return {(r.source.target.casefold(), r.source.column.casefold()): r.helped_by for r in rules}


def _example(rule: ApprovedRule, terms: Sequence[Term], level: MaskingLevel) -> Example | None:
    """One rule as an example; None where its SQL holds more than its rule says, or a term would show."""
    masked = mask_rule(rule.rule, rule.scope, terms, level)
    sql = _masked_sql(rule.sql, masked)
    if sql is None:
        return None
    used = [column for column in masked.rule.columns if column.is_source or column.alias in masked.rule.text]
    if not all(alias in {c.alias for c in used} for alias in _names(sql)):
        return None
    example = Example(replace(masked.rule, columns=tuple(used)), sql, rule.source)
    leaks = Gate(terms, level=level).scan(f"{masked.rule.text}\n{sql}").leaks
    return None if leaks else example


def _masked_sql(sql: str, masked: Masked) -> str | None:
    """The SQL over stand-ins; None where it names a column or a fixed value that the masked rule does not have."""
    try:
        tree = parse_expression(sql)
        aliases = {parse_expression(c.sql).sql().casefold(): alias for alias, c in reversed(masked.columns)}
    except SignoffError:
        return None
    for column in list(tree.find_all(exp.Column)):
        alias = aliases.get(column.sql().casefold())
        if alias is None:
            return None
        if column is tree:
            return alias
        column.replace(exp.column(alias))
    values = {value.casefold(): alias for alias, value in masked.values}
    for literal in tree.find_all(exp.Literal):
        if literal.is_string and literal.name.casefold() in values:
            literal.set("this", values[literal.name.casefold()])
        elif literal.is_string and not is_neutral_value(literal.name):
            return None
    return tree.sql(dialect="duckdb", normalize_functions="lower")


def _names(sql: str) -> set[str]:
    return {column.name for column in parse_expression(sql).find_all(exp.Column)}
