"""A sheet of query steps told by its lines where its headers don't tell it: each line says what it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from signoff.core.domain.spec import Role, StepKind
from signoff.core.parse.lexicon import step_names
from signoff.core.parse.names import is_name
from signoff.core.parse.words import phrase

Values = Mapping[int, Sequence[str]]
"""Texts under each header, empty ones left out."""
_SHARE = 0.6
_TABLES = frozenset({"table", "left_table", "right_table", "side"})
_NO_HEADERS = frozenset(StepKind) - {StepKind.DRIVING, StepKind.FILTER, StepKind.NOTE}
"""Kinds whose names of several words, such as `left join`, head no column."""
_CONDITIONS = (Role.NOTE, Role.DESCRIPTION, Role.OTHER)


def holds_steps(values: Sequence[str]) -> bool:
    """Whether most of the texts say what a line does: `left join`, `filter`, `left join, newest row only`."""
    known = sum(phrase(value) in step_names() or bool(made_ready(value)) for value in values)
    return bool(values) and known / len(values) >= _SHARE


def made_ready(text: str) -> str:
    """What is said behind a kind of join of how the table is made ready: `left, summed per order first`."""
    head, _comma, rest = text.partition(",")
    is_said = phrase(head) in step_names() and len(rest.split()) > 1
    return rest.strip() if is_said else ""


def is_step_line(texts: Sequence[str]) -> bool:
    """Whether the texts of a row are a line of steps, such as `3`, `left join`, `conditions`, and no header."""
    named = [(text, step_names().get(phrase(text))) for text in texts]
    numbered = any(text.isdecimal() for text in texts)
    return any(kind and (numbered or (" " in text and kind in _NO_HEADERS)) for text, kind in named)


def are_lines(kinds: Mapping[int, str], values: Values) -> bool:
    """Whether the lines begin each target with its driving table and go on with joins, filters and the like."""
    told = [column for column in kinds if holds_steps(values[column])]
    named = {step_names().get(phrase(text)) for column in told for text in values[column]}
    tables = [column for column, kind in kinds.items() if kind in _TABLES and column not in told]
    return bool(tables) and StepKind.DRIVING in named and len(named - {None}) > 1


def settle(roles: dict[int, Role], values: Values, fixed: Iterable[int] = ()) -> None:
    """Give the parts of a step that no header names to the columns that hold them."""
    free = [column for column in sorted(roles) if column not in set(fixed)]
    if Role.STEP_KIND not in roles.values():
        _give(roles, [c for c in free if holds_steps(values[c])], Role.STEP_KIND)
    if Role.STEP_TABLE not in roles.values():
        spare = [c for c in free if roles[c] in _CONDITIONS and _are_tables(values[c], roles[c])]
        _give(roles, spare, Role.STEP_TABLE)
    if Role.SECTION not in roles.values() and _has_unions(values):
        _give(roles, [c for c in free if roles[c] is Role.OTHER and values[c]], Role.SECTION)
    if Role.STEP_CONDITION not in roles.values():
        spoken = [c for c in free if roles[c] in _CONDITIONS and values[c] and not _are_names(values[c])]
        for role in _CONDITIONS:
            if _give(roles, [c for c in spoken if roles[c] is role], Role.STEP_CONDITION):
                return


def _has_unions(values: Values) -> bool:
    """Whether a line puts a further part under the ones above."""
    unions = (StepKind.UNION, StepKind.UNION_ALL)
    return any(step_names().get(phrase(text)) in unions for texts in values.values() for text in texts)


def _give(roles: dict[int, Role], columns: Sequence[int], role: Role) -> bool:
    """Give a role to the first of the columns; False when there is none."""
    if columns:
        roles[columns[0]] = role
    return bool(columns)


def _are_tables(values: Sequence[str], role: Role) -> bool:
    """Whether most texts are names of tables; in a column of remarks, names no word of a language looks like."""
    plain = sum(value.isalpha() and not value.isupper() for value in values)
    return _are_names(values) and (role is Role.OTHER or plain <= (1 - _SHARE) * len(values))


def _are_names(values: Sequence[str]) -> bool:
    """Whether most texts are names of tables."""
    return sum(" " not in value and is_name(value) for value in values) > _SHARE * len(values)
