"""Made-up rows at the edges of a rule, laid as relations that stand for the frame of a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from signoff.core.domain.expressions import quoted
from signoff.core.verify.boundary import EdgeColumn, edge_values

MOST_ROWS = 200
_MOST_PAIRED = 6
"""Columns whose values are paired; further ones keep their usual value."""
_PER_PAIR = 12
ROW = "signoff_row"
GROUP = "signoff_group"

_BETWEEN, _NOTHING = "\u241e", "\u2400"
"""Stand between values, and for no value, in the text a column is cut from."""

Row = tuple[str | None, ...]


@dataclass(frozen=True)
class MadeUpRows:
    """Rows that no sample holds, with the frame a single expression can be put in front of."""

    columns: tuple[EdgeColumn, ...]
    rows: tuple[Row, ...]
    """Values as text, one for each column; None is no value."""
    groups: tuple[int, ...] = ()
    """Number of the group of each row; empty where rows stand alone."""
    keys: tuple[str, ...] = ()
    """SQL of what is grouped by besides the group's number."""

    @property
    def identity(self) -> str:
        """SQL that tells a row, or a group, of the frame from the others."""
        return f"{quoted(self.columns[0].relation)}.{GROUP if self.groups else ROW}"

    @property
    def frame(self) -> str:
        """`` FROM … `` over the rows."""
        relations = list(dict.fromkeys(column.relation for column in self.columns))
        first = quoted(relations[0])
        pieces = [f" FROM {self._relation(relations[0])}"]
        pieces += [
            f" JOIN {self._relation(each)} ON {first}.{ROW} = {quoted(each)}.{ROW}" for each in relations[1:]
        ]
        keys = [self.identity, *self.keys] if self.groups else []
        return "".join(pieces) + (f" GROUP BY {', '.join(keys)}" if keys else "")

    def _relation(self, relation: str) -> str:
        """One relation: each column one text cut into its rows, which is read many times faster than VALUES."""
        places = [n for n, column in enumerate(self.columns) if column.relation == relation]
        groups = self.groups or tuple(range(len(self.rows)))
        numbers = {ROW: range(len(self.rows)), GROUP: groups}
        listed = [_listed([str(n) for n in each], "INTEGER", name) for name, each in numbers.items()]
        listed += [
            _listed([row[p] for row in self.rows], self.columns[p].type, quoted(self.columns[p].name))
            for p in places
        ]
        return f"(SELECT {', '.join(listed)}) AS {quoted(relation)}"


def _listed(values: Sequence[str | None], kind: str, name: str) -> str:
    text = _BETWEEN.join(_NOTHING if value is None else value for value in values).replace("'", "''")
    each = f"nullif(unnest(string_split('{text}', '{_BETWEEN}')), '{_NOTHING}')"
    return f"{each if kind == 'VARCHAR' else f'TRY_CAST({each} AS {kind})'} AS {name}"


def made_up_rows(
    rule: str,
    literals: Sequence[str],
    columns: Sequence[EdgeColumn],
    *,
    keys: Sequence[EdgeColumn] = (),
    key_sql: Sequence[str] = (),
    is_grouped: bool = False,
) -> MadeUpRows:
    """At most `MOST_ROWS` rows, the same for the same rule and columns: each edge alone, then edges in pairs.

    Args:
        rule: as the document has it.
        literals: its fixed texts.
        columns: what the expression may use; at least one.
        keys: further columns that the grouping reads.
        key_sql: what is grouped by.
        is_grouped: the expression stands in a grouped statement: the rows come in small groups.
    """
    every = (*columns, *keys)
    rows = tuple(_rows(edge_values(rule, literals, columns)))[:MOST_ROWS]
    if not is_grouped:
        return MadeUpRows(tuple(columns), rows)
    groups, gathered = _gathered(rows)
    fixed = [n for n, column in enumerate(columns) if _is_key(column, key_sql)]
    filled = tuple(
        (*_alike(row, gathered[groups.index(group)], fixed), *(_key_value(key, group) for key in keys))
        for group, row in zip(groups, gathered, strict=True)
    )
    return MadeUpRows(every, filled, tuple(groups), tuple(key_sql))


def _rows(values: Sequence[Sequence[str | None]]) -> Iterator[Row]:
    """The usual row, each edge of one column beside usual values, nothing at all, then pairs of edges."""
    usual: Row = tuple(each[0] for each in values)
    made: dict[Row, None] = {usual: None}
    for place, each in enumerate(values):
        made.update(dict.fromkeys(_with(usual, {place: value}) for value in each[1:]))
    made[tuple(None for _ in values)] = None
    pairs = list(combinations(range(min(len(values), _MOST_PAIRED)), 2))
    for reach in range(2, 2 * _PER_PAIR):
        for one, other in pairs:
            for n in range(1, reach):
                m = reach - n
                if n < min(len(values[one]), _PER_PAIR) and m < min(len(values[other]), _PER_PAIR):
                    made[_with(usual, {one: values[one][n], other: values[other][m]})] = None
    yield from made


def _with(row: Row, changed: dict[int, str | None]) -> Row:
    return tuple(changed.get(n, value) for n, value in enumerate(row))


def _gathered(rows: Sequence[Row]) -> tuple[list[int], list[Row]]:
    """Small groups: one row, the same row twice, three neighbours, only rows without values, one of them so."""
    nothing: Row = tuple(None for _ in rows[0])
    parts = [[rows[0]], [rows[0], rows[0]], [nothing, nothing], [rows[0], nothing]]
    parts += [[row] for row in rows[1:25]]
    parts += [list(rows[n : n + 3]) for n in range(0, len(rows) - 2, 2)]
    groups: list[int] = []
    gathered: list[Row] = []
    for number, part in enumerate(parts):
        if len(gathered) + len(part) > MOST_ROWS:
            break
        groups += [number] * len(part)
        gathered += part
    return groups, gathered


def _is_key(column: EdgeColumn, key_sql: Sequence[str]) -> bool:
    name = f"{quoted(column.relation)}.{quoted(column.name)}".casefold()
    return any(name in sql.casefold() for sql in key_sql)


def _alike(row: Row, first: Row, fixed: Sequence[int]) -> Row:
    """The row with what is grouped by as in the first of its group."""
    return tuple(first[n] if n in fixed else value for n, value in enumerate(row))


def _key_value(key: EdgeColumn, group: int) -> str:
    if key.kind in ("date", "timestamp"):
        return f"2024-01-{group % 28 + 1:02d}"
    return "true" if key.kind == "flag" else str(group)
