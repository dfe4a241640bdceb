"""Prompts with the names left in, to measure what masking costs: reached from the evaluation only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest import mock

from sqlglot import exp

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.mask.masking import Masked, mask_rule
from signoff.core.mask.words import STAND_IN

_MASKING = ("proposing", "generating", "row_operations", "worked")
"""Modules of the pipeline that mask rules."""


@contextmanager
def unmasked() -> Iterator[None]:
    """Prompts hold names and values as the document has them while this lasts; the gate has nothing to look for."""
    with ExitStack() as stack:
        for module in _MASKING:
            stack.enter_context(mock.patch(f"signoff.core.pipeline.{module}.mask_rule", shown_rule))
        stack.enter_context(mock.patch("signoff.core.pipeline.documents.terms_of", lambda *_told: ()))
        yield


def shown_rule(
    rule: str, scope: Scope, _terms: Sequence[Term], _level: MaskingLevel = MaskingLevel.IDENTIFIERS
) -> Masked:
    """The rule as `mask_rule` lays it out, with each column and value under its own name."""
    masked = mask_rule(rule, scope, ())
    names = _names(masked.columns)
    values = {alias: value for alias, value in masked.values if "'" not in value}
    told = {**names, **values}
    laid_out = replace(
        masked.rule,
        text=STAND_IN.sub(lambda match: told.get(match.group(), match.group()), masked.rule.text),
        columns=tuple(replace(each, alias=names[each.alias]) for each in masked.rule.columns),
        literals=tuple(values.get(each, each) for each in masked.rule.literals),
    )
    columns = tuple((names[alias], column) for alias, column in masked.columns)
    kept = tuple((alias, value) for alias, value in masked.values if alias not in values)
    return replace(masked, rule=laid_out, columns=columns, values=kept)


def _names(columns: Sequence[tuple[str, ScopeColumn]]) -> Mapping[str, str]:
    """A plain identifier for each stand-in: the column's name, with its relation's where two are called alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for alias, column in columns:
        plain, long = _plain(column.column.name), _plain(f"{column.relation}_{column.column.name}")
        name = next((each for each in (plain, long) if each.casefold() not in taken), alias)
        taken.add(name.casefold())
        names[alias] = name
    return names


def _plain(name: str) -> str:
    """A name that reads as a column in an expression without quotes."""
    plain = re.sub(r"\W+", "_", name)
    try:
        is_column = isinstance(parse_expression(plain), exp.Column)
    except SignoffError:
        is_column = False
    return plain if is_column else f"{plain}_"
