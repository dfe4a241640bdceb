"""A rule whose structure is understood goes to the generator in its open parts only, and is put together here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlglot import exp

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.generate.cover import left_out
from signoff.core.generate.patterns import frame_rule
from signoff.core.mask.masking import Masked, mask_text
from signoff.core.pipeline.desk import Desk


class Proposed(Protocol):
    """One expression for a part."""

    @property
    def sql(self) -> str:
        """DuckDB SQL."""
        ...

    @property
    def left_out(self) -> tuple[str, ...]:
        """Pieces of the part that it does not do."""
        ...

    @property
    def least(self) -> float:
        """Probability of its least sure token; 0 when not known."""
        ...


@dataclass(frozen=True)
class Framed:
    """A rule's expression, put together around its open parts."""

    sql: str
    least: float
    """Of its least sure part; 0 where one leaves something out, or it is not known."""


def framed(
    mapping: ColumnMapping,
    rule: str,
    scope: Scope,
    propose: Callable[[str, Scope], Sequence[Proposed]],
    works: Callable[[str], bool],
) -> Framed | None:
    """The expression of a rule of which the generator was asked for the open parts alone; None without a frame.

    Args:
        mapping: the column mapping.
        rule: its rule.
        scope: what the expression may use.
        propose: the generator's expressions for a part, best first.
        works: whether an expression binds and runs where it will stand.
    """
    frame = frame_rule(mapping, scope, rule=rule)
    if frame is None:
        return None
    parts: dict[str, Proposed] = {}
    for hole in frame.holes:
        part_scope = replace(scope, condition=True, target_type="BOOLEAN") if hole.condition else scope
        proposed = propose(hole.text, part_scope)
        sound = (each for each in proposed if not (hole.condition and _makes_up_values(each.sql, rule)))
        found = next((each for each in sound if works(each.sql)), None)
        if found is None:
            return None
        parts[hole.name] = found
    try:
        sql = frame.filled({name: part.sql for name, part in parts.items()})
    except SignoffError:
        return None
    return Framed(sql, min(0.0 if part.left_out else part.least for part in parts.values()))


def _makes_up_values(sql: str, rule: str) -> bool:
    """Whether a condition compares with a fixed text that its rule does not hold."""
    said = rule.casefold()
    texts = [each.name.strip() for each in parse_expression(sql).find_all(exp.Literal) if each.is_string]
    return any(text and (text.casefold() not in said or not any(map(str.isalnum, text))) for text in texts)


def left_out_of(sql: str, masked: Masked, scope: Scope, desk: Desk) -> tuple[str, ...]:
    """Pieces of the masked rule that nothing in an expression with real names does."""
    sources = [column.alias for column in masked.rule.columns if column.is_source]
    return left_out(mask_text(sql, masked, desk.terms), masked.rule.text, sources, aggregate=scope.aggregate)
