"""CASE expressions as text: taking the branches of one that stands alone."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\b(?:CASE|END)\b")


def branches_of(sql: str) -> str | None:
    """What stands between CASE and END when the expression is one searched CASE and nothing else."""
    if not sql.startswith("CASE WHEN ") or not sql.endswith(" END"):
        return None
    depth = 0
    for found in _TOKEN.finditer(sql):
        depth += {"CASE": 1, "END": -1}.get(found.group(), 0)
        if depth == 0 and found.group() == "END" and found.end() < len(sql):
            return None
    return sql[len("CASE ") : -len(" END")] if depth == 0 else None


def bracketed(condition: str) -> str:
    """A condition with "or" in it in brackets, unless it stands in brackets already."""
    if " OR " not in condition:
        return condition
    depth = 0
    for at, letter in enumerate(condition):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return condition if at == len(condition) - 1 else f"({condition})"
    return f"({condition})"


def case_of(branches: str, otherwise: str) -> str:
    """A CASE over the branches, another searched CASE in last place becoming more branches."""
    more = branches_of(otherwise)
    return f"CASE {branches} {more} END" if more else f"CASE {branches} ELSE {otherwise} END"
