"""Sentences on rows as one operation of a few: the language the generator answers in, and how it is read.

A small language model tells kinds of sentence well, and writes whole queries badly: so it picks the kind and fills in
columns, under a grammar, and the statement is built from that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.prompts import Prompt
from signoff.core.generate.fixed_texts import alternatives, terminal
from signoff.core.generate.grammar import grammar_for


class RowKind(StrEnum):
    """What a sentence does to rows."""

    WHERE = "where"
    LATEST = "latest"
    ONE_PER = "one row per"
    DISTINCT = "distinct"
    NOTHING = "nothing"


@dataclass(frozen=True)
class RowOperation:
    """One answer, over the stand-ins of its prompt."""

    kind: RowKind
    keys: tuple[str, ...] = ()
    """Stand-ins of the columns that rows are told apart by."""
    condition: str = ""
    """SQL of a boolean expression that holds for the rows that stay; for `WHERE` and `LATEST`."""


_LATEST = re.compile(r"LATEST PER (?P<keys>.+) BY (?P<order>\w+)(?P<way> DESC| ASC)")
_ONE_PER = "ONE ROW PER "
_WHERE = "WHERE "


def row_grammar(prompt: Prompt) -> str:
    """Grammar of one row operation, in llguidance's Lark dialect; conditions are those of `grammar_for`."""
    start, _, rest = grammar_for(prompt).partition("\n")
    condition = start.removeprefix("start: ")
    column = alternatives([terminal(name) for name in prompt.columns])
    lines = [
        f'start: "WHERE " {condition} | "LATEST PER " row_keys " BY " row_column (" DESC" | " ASC")'
        ' | "ONE ROW PER " row_keys | "DISTINCT" | "NOTHING"',
        'row_keys: row_column (", " row_column)*',
        f"row_column: {column}",
    ]
    return "\n".join([*lines, rest])


def read_row_operation(text: str) -> RowOperation | None:
    """What an answer says; None for what is none."""
    text = text.strip()
    if text in ("DISTINCT", "NOTHING"):
        return RowOperation(RowKind(text.lower()))
    if text.startswith(_WHERE):
        return RowOperation(RowKind.WHERE, condition=text.removeprefix(_WHERE))
    if text.startswith(_ONE_PER):
        return RowOperation(RowKind.ONE_PER, _names(text.removeprefix(_ONE_PER)))
    latest = _LATEST.fullmatch(text)
    if latest is None:
        return None
    keys = tuple(key for key in _names(latest["keys"]) if key != latest["order"])
    over = f"PARTITION BY {', '.join(keys)} " if keys else ""
    order = f"{latest['order']}{latest['way']} NULLS LAST"
    return RowOperation(RowKind.LATEST, keys, f"row_number() OVER ({over}ORDER BY {order}) = 1")


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
