"""Which part each column plays by what its header hints at and what its cells hold, held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.contents import NO_CONTENTS, Contents, contents_of
from signoff.core.parse.header_cells import Header, HeaderCell
from signoff.core.parse.hints import Hint, hint_of
from signoff.core.parse.lexicon import Side
from signoff.core.parse.part_scores import BY_CONTENTS, OF_KIND, by_contents, by_header

SAMPLED_ROWS = 200
_LEAST_FIT = 1.5
"""What a column must fit a part, at least, to play it."""
_FIT_OF_TARGET = 3.0
_PARTS = 3.0
"""What it tells of marks that they part old columns from new ones."""
_MOSTLY_MARKS = 0.6
"""Share of marks from which a column says what becomes of each row."""
_SOME_KNOWN, _MOSTLY_KNOWN = 0.3, 0.8
"""Shares of names that exist: new columns exist nowhere yet, sources all do."""
_ONCE = frozenset(
    {
        Role.TARGET_COLUMN,
        Role.TARGET_TABLE,
        Role.TARGET_TYPE,
        Role.RULE,
        Role.STATE,
        Role.NUMBER,
        Role.SECTION,
        Role.SOURCE_TYPE,
    }
)
"""Parts that one column plays."""


@dataclass(frozen=True)
class Fit:
    """The parts of the columns under one header, and how well the cells go with them."""

    roles: Mapping[int, Role]
    sum: float
    doubtful: tuple[int, ...] = ()
    """Columns whose header says nothing that would tell the part they play."""


def rows_under(grid: SheetGrid, header: Header, last: int) -> list[int]:
    """Rows of a grid that hold something under two headers at least, the first two hundred."""
    columns = [cell.column for cell in header.cells]
    rows = range(header.row + 1, min(last, header.row + SAMPLED_ROWS) + 1)
    return [row for row in rows if sum(bool(grid.at(row, column)) for column in columns) > 1]


def contents_under(
    grid: SheetGrid, header: Header, last: int, known: KnownNames = NO_NAMES
) -> dict[int, Contents]:
    """What the cells under each header hold."""
    rows = rows_under(grid, header, last)
    if not rows:
        return {}
    return {
        cell.column: contents_of([grid.at(row, cell.column) for row in rows], known) for cell in header.cells
    }


def fitted(grid: SheetGrid, header: Header, last: int, known: KnownNames = NO_NAMES) -> Fit | None:
    """The parts that fit best; None where the grid is no mapping by them.

    Args:
        grid: the sheet.
        header: the header, banded or not.
        last: last row of its grid.
        known: names that exist: they tell whose columns these are, whatever heads them.
    """
    found = contents_under(grid, header, last, known)
    hinted = {cell.column: _hint(cell) for cell in header.cells}
    rows = rows_under(grid, header, last)
    made = (
        _fit(target, section, found, hinted, _parting(grid, rows, target, found, known))
        for target, section in _targets(grid, header, last, found)
    )
    return max(
        (fit for fit in made if _is_mapping(fit, found, hinted)), key=lambda fit: fit.sum, default=None
    )


def fit_of(roles: Mapping[int, Role], found: Mapping[int, Contents]) -> float:
    """How well cells go with parts that were told otherwise, by the cells alone."""
    told = sum(by_contents(role, found.get(column, NO_CONTENTS)) for column, role in roles.items())
    if Role.SECTION not in roles.values():
        return told
    targets = [found.get(column, NO_CONTENTS) for column, role in roles.items() if role is Role.TARGET_COLUMN]
    return told + sum(2 * (1 - held.different) for held in targets)


def holds_known(found: Mapping[int, Contents]) -> bool:
    """Whether source columns stand under one header, and their tables or columns of the result under another."""
    sources = {c for c, held in found.items() if held.columns >= _MOSTLY_KNOWN}
    others = {c for c, held in found.items() if held.outputs >= _SOME_KNOWN or held.tables >= _MOSTLY_KNOWN}
    return any(c != other for c in sources for other in others)


def _parting(
    grid: SheetGrid, rows: Sequence[int], target: int, found: Mapping[int, Contents], known: KnownNames
) -> frozenset[int]:
    """Columns of few texts that part the rows of columns that exist from those of others: they say what changes."""
    is_there = {row: grid.at(row, target).casefold() in known.outputs for row in rows if grid.at(row, target)}
    if len(set(is_there.values())) < 2:
        return frozenset()
    parting = []
    for column, held in found.items():
        old, new = (
            {grid.at(row, column).casefold() for row, there in is_there.items() if there is wanted}
            for wanted in (True, False)
        )
        if column != target and held.few and old.isdisjoint(new):
            parting.append(column)
    return frozenset(parting)


def _hint(cell: HeaderCell) -> Hint:
    """What a header and its band hint at."""
    own = hint_of(cell.text)
    side = cell.band_side
    if side is None and cell.band:
        banded = hint_of(cell.band).sides
        return Hint(own.sides or banded, own.kinds, own.told, own.told_side)
    return Hint(frozenset({side}), own.kinds, own.told, side) if side is not None else own


def _targets(
    grid: SheetGrid, header: Header, last: int, found: Mapping[int, Contents]
) -> Iterator[tuple[int, int]]:
    """Columns that may be the target's, each alone and beside a column that parts its rows."""
    rows = rows_under(grid, header, last)
    for column, held in found.items():
        if by_contents(Role.TARGET_COLUMN, held) >= _FIT_OF_TARGET - 1:
            yield column, 0
        if held.names < 0.9 or held.different > 0.8:
            continue
        for other, parts in found.items():
            pairs = {(grid.at(row, column).casefold(), grid.at(row, other).casefold()) for row in rows}
            if other != column and parts.few and parts.filled > 0.8 and len(pairs) >= 0.9 * len(rows):
                yield column, other


def _fit(
    target: int,
    section: int,
    found: Mapping[int, Contents],
    hinted: Mapping[int, Hint],
    parting: frozenset[int],
) -> Fit:
    """The parts of the other columns once the target's is settled: what fits best first."""
    roles: dict[int, Role] = {target: Role.TARGET_COLUMN}
    held = found[target]
    by_cells = by_contents(Role.TARGET_COLUMN, held)
    total = by_header(Role.TARGET_COLUMN, hinted[target]) + (4.0 if section else by_cells)
    if section:
        roles[section] = Role.SECTION
        total += by_header(Role.SECTION, hinted[section]) + 1.0
    offers = sorted(_offers(found, hinted, roles, parting), key=lambda each: -each[0])
    for score, role, column in offers:
        taken = role in _ONCE and role in roles.values()
        if column in roles or taken:
            continue
        roles[column] = role
        total += score
    _pair_tables(roles, hinted)
    loose = [c for c in found if c not in roles]
    total -= sum(found[c].prose * 2 for c in loose)
    return Fit(
        roles | {column: _left(found[column], hinted[column]) for column in loose},
        total,
        tuple(c for c, role in roles.items() if role is Role.RULE and "rule" not in hinted[c].kinds),
    )


def _pair_tables(roles: dict[int, Role], hinted: Mapping[int, Hint]) -> None:
    """`Basis` beside `Basis column` is the table of that."""
    sources = sorted(c for c, role in roles.items() if role is Role.SOURCE_COLUMN)
    if Role.SOURCE_TABLE in roles.values() or len(sources) != 2:
        return
    bare = [c for c in sources if "column" not in hinted[c].kinds]
    if len(bare) == 1:
        roles[bare[0]] = Role.SOURCE_TABLE


def _offers(
    found: Mapping[int, Contents],
    hinted: Mapping[int, Hint],
    settled: Mapping[int, Role],
    parting: frozenset[int],
) -> Iterator[tuple[float, Role, int]]:
    for column, held in found.items():
        if column in settled or not held.count:
            continue
        for role in (*BY_CONTENTS, *OF_KIND.values()):
            if role is Role.TARGET_COLUMN or role is Role.SECTION:
                continue
            score = by_header(role, hinted[column]) + by_contents(role, held)
            score += _PARTS if role is Role.STATE and column in parting else 0.0
            if score >= _LEAST_FIT:
                yield score, role, column


def _left(held: Contents, hint: Hint) -> Role:
    """The part of a column that no other fits."""
    if held.prose > 0 or "note" in hint.kinds:
        return Role.NOTE
    return Role.OTHER


def _lists_changes(fit: Fit, found: Mapping[int, Contents]) -> bool:
    """Whether rows without sources tell what is to become of columns of files that exist: a mark and words for each."""
    by_role = {role: found[column] for column, role in fit.roles.items()}
    marks, said = by_role.get(Role.STATE, NO_CONTENTS), by_role.get(Role.RULE, NO_CONTENTS)
    target, table = by_role[Role.TARGET_COLUMN], by_role.get(Role.TARGET_TABLE, NO_CONTENTS)
    is_known = table.models >= _MOSTLY_KNOWN or target.outputs >= _SOME_KNOWN
    is_marked = marks.marks >= _MOSTLY_KNOWN and target.outputs > 0
    return (is_known or is_marked) and marks.marks >= _MOSTLY_MARKS and said.prose >= _SOME_KNOWN


def _tells_rules(fit: Fit, found: Mapping[int, Contents], hinted: Mapping[int, Hint]) -> bool:
    """Whether columns of a file that exists stand beside their types and what is wanted of them in words."""
    by_role = {role: column for column, role in fit.roles.items()}
    if not {Role.TARGET_TYPE, Role.RULE} <= by_role.keys():
        return False
    target, rule = by_role[Role.TARGET_COLUMN], by_role[Role.RULE]
    is_headed = "column" in hinted[target].kinds and found[target].outputs > 0
    return is_headed and found[by_role[Role.TARGET_TYPE]].types >= _MOSTLY_KNOWN <= found[rule].prose


def holds_changes(found: Mapping[int, Contents]) -> bool:
    """Whether files that exist, or columns of theirs, stand under one header, and marks of changes under another."""
    known = {c for c, held in found.items() if held.models >= _MOSTLY_KNOWN or held.outputs >= _SOME_KNOWN}
    marked = {c for c, held in found.items() if held.marks >= _MOSTLY_MARKS}
    some = {c for c, held in found.items() if held.outputs > 0}
    wholly = {c for c, held in found.items() if held.marks >= _MOSTLY_KNOWN}
    pairs = ((known, marked), (some, wholly))
    return any(c != other for names, marks in pairs for c in names for other in marks)


def _is_mapping(fit: Fit, found: Mapping[int, Contents], hinted: Mapping[int, Hint]) -> bool:
    """Whether target and sources are told apart, and something tells of the way from one to the other."""
    roles = set(fit.roles.values())
    target = next(column for column, role in fit.roles.items() if role is Role.TARGET_COLUMN)
    if fit.sum < _FIT_OF_TARGET:
        return False
    if Role.SOURCE_COLUMN not in roles:
        return _lists_changes(fit, found) or _tells_rules(fit, found, hinted)
    is_known = found[target].outputs >= _SOME_KNOWN
    if not (is_known or Side.TARGET in hinted[target].sides or "column" in hinted[target].kinds):
        return False
    sided = [
        column
        for column, role in fit.roles.items()
        if (role is Role.TARGET_COLUMN and Side.TARGET in hinted[column].sides)
        or (role in (Role.SOURCE_COLUMN, Role.SOURCE_TABLE) and Side.SOURCE in hinted[column].sides)
        or (role is Role.SOURCE_COLUMN and found[column].dotted > 0.5)
        or (role is Role.SOURCE_COLUMN and found[column].columns >= _MOSTLY_KNOWN)
        or (role is Role.SOURCE_TABLE and found[column].tables >= _MOSTLY_KNOWN)
    ]
    return bool(sided) and (Role.RULE in roles or Role.STATE in roles)
