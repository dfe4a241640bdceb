"""A moment or day shifted by as many units as a column says: ``placed_ts plus that many minutes; no minutes -> null``.

``that many`` is the one source cell of the rule. A missing part makes the result missing, whether it is said or not.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family, family_of

NAME = "P72 shifted by"

_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year)s?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"§c (?:plus|\+|and) (?:that many|as many|so many|these|those) {_UNIT} $",
        rf"§c (?P<minus>minus|-|less) (?:that many|as many|so many|these|those) {_UNIT} $",
        rf"§c (?:plus|\+) (?:number of {_UNIT} in )?§c (?:{_UNIT.replace('unit', 'unit2')} )?$",
        rf"§c (?P<minus>minus|-) §c {_UNIT} $",
    )
)
_MISSING = re.compile(
    r" (?:; |, |\. )(?:null|no value|empty|nothing) (?:if|when|where|without) (?:no |there (?:is|are) no )?"
    r"(?:(?P<noun>\S+) )?(?:is |are )?(?:missing |empty |null |given )?$"
    r"| (?:; |, |\. )(?:no|without|missing|empty) (?P<noun2>\S+) "
    r"(?:->|→|=>|=|:|gives?|is|are|stays?|means?) (?:null|no value|empty|nothing) $"
)
"""What is said of a missing part, which is so anyway."""


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The shifted moment, when every word of the phrase is a part of it."""
    if ctx.scope.aggregate or ctx.depth:
        return None
    missing = _MISSING.search(" " + phrase.text)
    body = phrase.cut(0, missing.start()) if missing is not None else phrase
    found = next((m for shape in _SHAPES if (m := shape.match(body.text))), None)
    if found is None or not body.columns:
        return None
    groups = found.groupdict()
    unit = groups.get("unit") or groups.get("unit2") or ""
    start = body.columns[0]
    many = body.columns[1] if len(body.columns) > 1 else _only_other(start, ctx)
    if not unit or many is None or not _fits(start, many):
        return None
    noun = (missing["noun"] or missing["noun2"] or "") if missing is not None else ""
    if noun not in ("", "§c", unit, f"{unit}s"):
        return None
    sign = "-" if groups.get("minus") else "+"
    kind = (
        "TIMESTAMP"
        if unit in ("second", "minute", "hour") or _is_moment(start)
        else start.column.type.upper()
    )
    return Piece(f"{start.sql} {sign} {many.sql} * INTERVAL 1 {unit.upper()}", kind)


def _only_other(start: ScopeColumn, ctx: Context) -> ScopeColumn | None:
    """The one source that is not the moment itself."""
    others = [c for c in ctx.scope.sources if c.sql != start.sql]
    return others[0] if len(others) == 1 else None


def _is_moment(column: ScopeColumn) -> bool:
    return family_of(column.column.type) is Family.TIMESTAMP


def _fits(start: ScopeColumn, many: ScopeColumn) -> bool:
    days = family_of(start.column.type) in (Family.DATE, Family.TIMESTAMP)
    return days and family_of(many.column.type) is Family.NUMBER and "INT" in many.column.type.upper()
