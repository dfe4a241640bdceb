"""What a header's hints and the cells under it say for and against each part that a column may play."""

from __future__ import annotations

from collections.abc import Callable

from signoff.core.domain.spec import Role
from signoff.core.parse.contents import Contents
from signoff.core.parse.hints import Hint
from signoff.core.parse.lexicon import Side

OF_KIND = {
    "type": Role.TARGET_TYPE,
    "rule": Role.RULE,
    "state": Role.STATE,
    "number": Role.NUMBER,
    "note": Role.NOTE,
    "description": Role.DESCRIPTION,
    "section": Role.SECTION,
    "example": Role.EXAMPLE,
    "key": Role.TARGET_KEY,
    "required": Role.TARGET_NULLABLE,
    "nullable": Role.TARGET_NULLABLE,
    "length": Role.TARGET_LENGTH,
    "default": Role.TARGET_DEFAULT,
    "join": Role.JOIN,
    "filter": Role.FILTER,
    "lookup": Role.LOOKUP,
}
"""Parts without a side, by the kind of header."""
_WORDS_OF_RULE = 4


def by_header(role: Role, hint: Hint) -> float:
    """What a header says for and against a part."""
    if role in (Role.TARGET_COLUMN, Role.SOURCE_COLUMN, Role.TARGET_TABLE, Role.SOURCE_TABLE):
        return _by_side(role, hint)
    kinds = {kind for kind in hint.kinds if OF_KIND.get(kind) is role}
    if kinds:
        return 3.0 if hint.told in kinds else 2.5
    if hint.sides and hint.kinds & {"column", "table"}:
        return -2.0
    soft = role is Role.RULE and hint.kinds & {"note", "description"}
    return 0.3 if soft or not hint.kinds else -0.5


def _by_side(role: Role, hint: Hint) -> float:
    own = Side.TARGET if role in (Role.TARGET_COLUMN, Role.TARGET_TABLE) else Side.SOURCE
    kind = "column" if role in (Role.TARGET_COLUMN, Role.SOURCE_COLUMN) else "table"
    score = 0.0
    if own in hint.sides:
        score += 1.5 if len(hint.sides) == 1 else 0.7
    elif hint.sides:
        score -= 2.5
    if kind in hint.kinds:
        score += 1.5
    elif hint.kinds & {"column", "table"}:
        score -= 1.0
    elif hint.kinds:
        score -= 1.5
    return score


def _of_target(held: Contents) -> float:
    unlike = held.prose * 4 + held.numbers * 4 + held.types * 2 + held.lists * 2 + held.dotted
    return (
        held.names * 2
        + held.different * 2
        - unlike
        - (1 - held.filled) * 2
        + held.outputs * 3
        - held.tables * 4
    )


def _of_source(held: Contents) -> float:
    unlike = held.prose * 3 + held.numbers * 3 + held.types * 2
    known = held.columns * 3 - held.tables * 3
    return held.names * 1.5 + held.dotted * 1.5 + held.lists * 0.5 + held.different * 0.3 - unlike + known


def _of_source_table(held: Contents) -> float:
    unlike = held.prose * 3 + held.numbers * 3 + held.types * 2 + held.dotted * 1.5
    return held.names * 2 - held.different * 0.7 - unlike + held.tables * 4 - held.models * 4


def _of_target_table(held: Contents) -> float:
    unlike = held.prose * 3 + held.numbers * 3 + held.types * 2
    return held.names * 2 - held.different * 3 - unlike + held.models * 5


def _of_rule(held: Contents) -> float:
    speaks = 1.5 if held.longest >= _WORDS_OF_RULE else 0.5 if held.longest > 1 else -1.0
    few = 1.5 if held.few and held.marks > 0.5 else 0.0
    return held.prose * 2 + speaks - held.numbers * 3 - held.types * 2 - few


def _of_state(held: Contents) -> float:
    few = 1.0 if held.few else -1.5
    return few + held.marks * 2 - held.prose * 1.5 - held.dotted * 3 - held.lists * 3


BY_CONTENTS: dict[Role, Callable[[Contents], float]] = {
    Role.TARGET_COLUMN: _of_target,
    Role.SOURCE_COLUMN: _of_source,
    Role.SOURCE_TABLE: _of_source_table,
    Role.TARGET_TABLE: _of_target_table,
    Role.RULE: _of_rule,
    Role.STATE: _of_state,
    Role.TARGET_TYPE: lambda held: held.types * 3 - 1.5,
    Role.NUMBER: lambda held: held.numbers * 2 + held.different - 2.5,
    Role.NOTE: lambda held: -0.5,
    Role.DESCRIPTION: lambda held: -0.5 - held.numbers,
    Role.SECTION: lambda held: 0.5 if held.few else -2.0,
}


def by_contents(role: Role, held: Contents) -> float:
    """What the cells say for and against a part."""
    told = BY_CONTENTS.get(role)
    return told(held) if told is not None else -0.5
