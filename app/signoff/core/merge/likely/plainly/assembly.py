"""The clauses of a rule in plain words put together as one value."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.told import Told


def to_scale(sql: str, kind: str) -> str:
    """A quotient or product with the decimals that its target holds."""
    scale = re.search(r"\(\s*\d+\s*,\s*(\d+)\s*\)", kind)
    if scale is None or "round(" in sql or not re.search(r"[*/]", sql):
        return sql
    return f"round({sql}, {scale[1]})"


def sql_of(told: Told, ground: Ground) -> str:
    """The clauses put together; empty where they make no value."""
    if told.is_test and ground.target != "truth":
        return ""
    arms = told.arms
    if ground.target == "truth" and not told.head and len(arms) == 1 and arms[0][1] == "true":
        told, arms = replace(told, head=arms[0][0], arms=()), ()
    if ground.target == "truth" and told.head and not arms:
        body = f"coalesce({told.head}, false)" if told.rest == "false" else told.head
        return _cases(told.first, body)
    head = told.head
    if not head and not arms and told.steps and told.rest == "":
        source = ground.names.source()
        head = ground.sql(source) if source is not None else ""
        if source is not None and kind_of(source) == "text" and ground.target in ("number", "day", "moment"):
            head = f"CAST({head} AS {ground.tools.target_type})"
    kept = any(c.sql in told.rest for c in ground.names.sources)
    if not head and not arms and told.rest and (told.first or kept):
        head = told.rest
    is_mark = len(arms) == 1 and arms[0][1] == "'X'"
    if arms and not is_mark and len(arms) + bool(told.rest) + bool(head) < 2:
        return ""
    if arms:
        rest = told.rest or head
        whens = " ".join(f"WHEN {test} THEN {value}" for test, value in arms)
        head = f"CASE {whens}{f' ELSE {rest}' if rest else ''} END"
    if not head or (told.rest and not arms and head != told.rest):
        return ""
    for step in told.steps:
        head = step.replace("{}", head)
    return _cases(told.first, head)


def _cases(first: tuple[tuple[str, str], ...], body: str) -> str:
    if not first:
        return body
    whens = " ".join(f"WHEN {test} THEN {value}" for test, value in first)
    return f"CASE {whens} ELSE {body} END"


def uses_all(sql: str, ground: Ground) -> bool:
    """Whether every source cell is in what was made of the rule."""
    return all(re.search(rf"{re.escape(c.sql)}(?!\w)", sql) for c in ground.names.sources)
