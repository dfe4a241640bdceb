"""Rules on what stands where there is nothing: ``0 if there is none``, alone or where it was empty so far."""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.sqlparts import parsed, rendered

_EMPTY = r"(?:it\s+is\s+|stays\s+|shows\s+)?(?:empty|null|blank|nothing|no\s+value|missing)"
_IF = r"(?:if|when|where|while|for|without)"
_WAS = re.compile(
    rf"^(?:(?P<head>.+?)\s*[,;(]\s*(?:and\s+)?)?{_EMPTY}\s+(?P<when>{_IF}\s+.+?)\)?\.?$", re.IGNORECASE
)
_NOW = re.compile(
    rf"^(?:(?P<head>.+?)\s*[,;(]\s*(?:and\s+)?)?(?:it\s+is\s+|shows\s+|then\s+)?(?P<value>-?\d+(?:\.\d+)?|zero|'[^']*')\s+(?P<when>{_IF}\s+.+?)\)?\.?$",
    re.IGNORECASE,
)

_NOTHING = (
    r"(?:(?:it|that|this|the\s+\w+)\s+(?:is|has)\s+|there\s+(?:is|are)\s+)?(?:none|nothing|empty|missing|null|blank|unknown|not\s+(?:there|filled|given)"
    r"|no\s+(?:value|row|record|entry)|(?:not\s+)?any)"
)
_BARE = re.compile(
    rf"^(?:(?:shows?|give[s]?|then|use|is)\s+)?(?P<value>-?\d+(?:\.\d+)?|zero|'[^']*')\s+(?:{_IF}|in\s+place\s+of|instead\s+of)\s+{_NOTHING}\.?$",
    re.IGNORECASE,
)


def value_alone(mapping: ColumnMapping) -> str:
    """The value that a row with one source shows where that has none; empty where its rule says anything else too."""
    told = _BARE.match(_plain(mapping.rule_resolved or mapping.rule))
    if told is None or len(mapping.sources) != 1:
        return ""
    return "0" if told["value"].casefold() == "zero" else str(told["value"])


def value_instead_of_none(mapping: ColumnMapping) -> str:
    """What a row is to show from now on where it showed nothing; empty where its rule differs otherwise from before.

    Args:
        mapping: a row whose remark holds its rule so far.
    """
    now, was = (_NOW.match(_plain(mapping.rule_resolved or mapping.rule)), _WAS.match(_plain(mapping.note)))
    if now is None or was is None:
        return ""
    if any((now[part] or "").casefold() != (was[part] or "").casefold() for part in ("head", "when")):
        return ""
    return "0" if now["value"].casefold() == "zero" else str(now["value"])


def with_last_default(sql: str) -> str:
    """An expression in which a new value for nothing takes the place of the one before, which would never let it count.

    ``coalesce(coalesce(x, 0), 12)`` is ``coalesce(x, 12)``.

    Args:
        sql: of a column that is made anew over the value that the file has.
    """
    tree = parsed(sql)
    if not isinstance(tree, exp.Coalesce) or len(tree.expressions) != 1:
        return sql
    inner, value = tree.this, tree.expressions[0]
    if not isinstance(inner, exp.Coalesce) or not inner.expressions:
        return sql
    if not all(isinstance(each, exp.Literal | exp.Boolean) for each in (inner.expressions[-1], value)):
        return sql
    made = inner.copy()
    made.set("expressions", [*(each.copy() for each in inner.expressions[:-1]), value.copy()])
    return rendered(made)


def _plain(text: str) -> str:
    return " ".join(text.split())
