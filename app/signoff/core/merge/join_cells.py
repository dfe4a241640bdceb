"""Join cells that name the table, the key and what becomes of rows without a partner, in whatever order it is said.

``CUSTOMER on CUST_NO``, ``via CUST_NO to CUSTOMER``, ``CUSTOMER, CUST_NO, left``, ``with the CUSTOMER of the same
CUST_NO; orders without one stay``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import named_table

_T = r"(?:the\s+|table\s+)*(?P<table>[\w.$\"\[\]]+)(?:\s+table)?"
_LEAD = (
    r"(?:(?:joined|join|matched|match|linked|link|connected|connect|looked\s+up|look\s+up|"
    r"look\s+for\s+it|found|take|taken|"
    r"get|read|comes?|fetch(?:ed)?)\s+)?(?:(?:with|to|from|in|into|against|of)\s+)?"
)
_BY = (
    r"(?:on|via|over|by|using|through|along|where|with\s+the\s+same|with\s+same|of\s+the\s+same|"
    r"having\s+the\s+same|for\s+the\s+same|"
    r"at\s+the\s+same|with\s+equal|based\s+on|matched\s+(?:on|by)|keyed\s+(?:on|by))"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"{_LEAD}{_T}\s*[,:]?\s+{_BY}\s+(?:the\s+)?(?P<on>.+)",
        rf"{_LEAD}{_T}\s*\((?:{_BY}\s+)?(?P<on>[^()]+)\)",
        rf"(?:on|via|by|over|using|through)\s+(?:the\s+)?(?P<on>[\w.]+(?:\s*(?:,|and|"
        rf"\+)\s*[\w.]+)*)\s*,?\s+(?:to|in|into|with|from|of)\s+{_T}",
        rf"(?:look(?:ed)?(?:\s+up|\s+for)?|find|found|search(?:ed)?)\s+(?:the\s+|"
        rf"for\s+)?(?:[\w-]+\s+)?(?:by|via|on|with)\s+(?:the\s+)?(?P<on>[\w.]+)\s+in\s+{_T}",
        rf"{_LEAD}{_T}\s+(?P<on>(?:that\s+(?:is|was)\s+)?valid\s+(?:on|at)\s+.+)",
        rf"{_LEAD}{_T}\s*[,:]\s*(?P<on>.+)",
    )
)
_INNER = re.compile(
    r"\s*[,;(.]?\s*(?:\b(?:inner(?:\s+join(?:ed)?)?|mandatory|required|compulsory|obligatory|must\s+(?:exist|be\s+there|be\s+found|match)|"
    r"has\s+to\s+(?:exist|be\s+there|match))\b"
    r"|\b(?:[\w-]+\s+){1,2}(?:without|with\s+no)\s+(?:(?:an?|any|one|such|a\s+matching|"
    r"the)\s*)?[\w-]*\s+(?:are|is|get|gets)\s+(?:dropped|left\s+out|lost|"
    r"removed|skipped|ignored|excluded|not\s+loaded)\b"
    r"|\bno\s+(?:match|partner|hit)\s*[,:=]?\s*(?:no\s+row|row\s+is\s+(?:dropped|left\s+out)|"
    r"left\s+out|dropped|drop(?:\s+the\s+row)?)\b)\)?",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\s*[,;(.]?\s*(?:\b(?:(?<!have )(?<!has )(?<!had )(?<!who )(?<!that )(?<!they )left(?!\s+(?:out"
    r"|behind|us|away|aside)\b)(?:\s+outer)?(?:\s+join(?:ed)?)?|optional|may\s+be\s+missing"
    r"|if\s+(?:any|"
    r"there\s+is\s+one|there)|where\s+(?:available|there\s+is\s+one)|"
    r"need\s+not\s+(?:exist|be\s+there)|not\s+always\s+there)\b"
    r"|\b(?:keep|load)\s+(?:all\s+|also\s+)?[\w-]+\s+(?:without|with\s+no)\s+(?:an?\s+|any\s+)?[\w-]+"
    r"|\b(?:[\w-]+\s+){1,2}(?:without|with\s+no)\s+(?:(?:an?|any|one|such|a\s+matching|"
    r"the)\s*)?[\w-]*\s*(?:stay|stays|are\s+kept|remain|are\s+loaded\s+(?:too|all\s+the\s+same)|"
    r"is\s+kept|keep\s+their\s+row)\b"
    r"|\bno\s+(?:match|partner|hit)\s*[,:=]?\s*(?:row\s+stays|keep(?:\s+the\s+row)?|stays|kept)\b)\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class JoinCell:
    """What a cell says of one join."""

    table: str
    """Empty where the cell names none."""
    condition: str
    kind: JoinKind


def told_kind(text: str) -> tuple[JoinKind | None, str]:
    """How a text says that a table is joined, None for not at all or in two ways, and the text without that."""
    inner, left = _INNER.search(text), _LEFT.search(text)
    if inner is not None and left is not None:
        return None, text
    if inner is None and left is None:
        return None, text
    rest = " ".join(_LEFT.sub(" ", _INNER.sub(" ", text)).split()).strip(" ,;.")
    return (JoinKind.INNER if inner is not None else JoinKind.LEFT), rest


def join_cell(text: str, schema: Schema) -> JoinCell | None:
    """The join a cell tells; None where it tells neither table nor kind, or both that rows stay and that they go.

    Args:
        text: of a join cell; SQL is not read here.
        schema: the tables it may name.
    """
    plain = " ".join(text.split()).strip(" .;")
    inner, left = _INNER.search(plain), _LEFT.search(plain)
    if inner is not None and left is not None:
        return None
    rest = " ".join(_LEFT.sub(" ", _INNER.sub(" ", plain)).split()).strip(" ,;.")
    kind = JoinKind.INNER if inner is not None else JoinKind.LEFT
    for shape in _SHAPES:
        match = shape.match(rest)
        table = (
            named_table(schema, match["table"]) if match is not None and "." not in match["table"] else None
        )
        if match is None or table is None:
            continue
        condition = match["on"].strip(" ,;.")
        if condition.count("(") == condition.count(")") and ";" not in condition:
            return JoinCell(table.name, condition, kind)
    alone = re.sub(r"^(?:on|via|by|using|over)\s+", "", rest, flags=re.IGNORECASE)
    return JoinCell("", alone, kind) if alone and rest != plain else None
