"""Made-up rows that look like the samples: types, missing values, lengths, numbers of values and keys that join."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.verify.shapes import ColumnShape
from signoff.core.verify.values_alike import Values

NO_VALUE = "\\N"
_TRIES = 60
Place = tuple[str, str]
"""Table and column, as the samples spell them."""


@dataclass(frozen=True)
class TableShape:
    """One table of the samples as made-up rows are to be."""

    name: str
    columns: tuple[ColumnShape, ...]
    keys: tuple[tuple[str, ...], ...] = ()
    """Columns whose values differ on every row."""

    @property
    def rows(self) -> int:
        """Rows of the sample."""
        return self.columns[0].rows if self.columns else 0


@dataclass(frozen=True)
class Reference:
    """A column whose values are found in a key of another table."""

    place: Place
    key: Place
    values: int
    """Different values of the column."""
    found: int
    """Of these, values the key has."""


def rows_alike(
    tables: Sequence[TableShape],
    references: Sequence[Reference],
    *,
    written: Callable[[str], str],
    may_be: Callable[[str], bool],
    seed: str,
    most: int,
) -> dict[str, tuple[tuple[str, ...], ...]]:
    r"""Rows of every table, made of shapes alone.

    Args:
        tables: what they look like.
        references: which columns hold values of which keys.
        written: how a value that stays is written.
        may_be: whether a made-up text may be used.
        seed: the same seed gives the same rows.
        most: rows a table at most.

    Returns:
        Rows by table; ``\N`` is no value.
    """
    making = _Making(tables, references, written, may_be, seed, most)
    return {table.name: making.rows(table) for table in tables}


def as_csv(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A sample file as samples are read: first line the names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


class _Making:
    """Values of columns that refer to each other come from one store."""

    def __init__(
        self,
        tables: Sequence[TableShape],
        references: Sequence[Reference],
        written: Callable[[str], str],
        may_be: Callable[[str], bool],
        seed: str,
        most: int,
    ) -> None:
        self._written, self._seed, self._most = written, seed, most
        self._sizes = {table.name: min(table.rows, most) for table in tables}
        self._shapes = {(t.name, c.name): c for t in tables for c in t.columns}
        self._reference = _best(references, self._shapes)
        self._stores: dict[Place, Values] = {}
        members: dict[Place, list[ColumnShape]] = {}
        for place, shape in self._shapes.items():
            members.setdefault(self._root(place), []).append(shape)
        for root, shapes in members.items():
            taken = frozenset().union(*(shape.taken for shape in shapes))
            self._stores[root] = Values(self._shapes[root], taken, may_be, f"{seed}|{'|'.join(root)}")

    def _root(self, place: Place) -> Place:
        seen = {place}
        while (reference := self._reference.get(place)) is not None and reference.key not in seen:
            place = reference.key
            seen.add(place)
        return place

    def rows(self, table: TableShape) -> tuple[tuple[str, ...], ...]:
        dice = random.Random(f"{self._seed}|{table.name}")
        size = self._sizes[table.name]
        if not size:
            return ()
        columns = [self._column(table.name, shape, size, dice) for shape in table.columns]
        names = [shape.name for shape in table.columns]
        wide = [[names.index(n) for n in key if n in names] for key in table.keys if len(key) > 1]
        return _unique([list(row) for row in zip(*columns, strict=True)], wide, columns, dice)

    def _column(self, table: str, shape: ColumnShape, size: int, dice: random.Random) -> list[str]:
        """The values of one column, in the frequencies of the sample, in an order of their own."""
        drawn: list[str | int] = [NO_VALUE] * shape.missing
        for text, count in shape.kept:
            drawn += [self._written(text)] * count
        for number, count in enumerate(shape.counts):
            drawn += [number] * count
        drawn = drawn[:size] if _is_key(shape) else _scaled(drawn, size, dice)
        dice.shuffle(drawn)
        place = (table, shape.name)
        store = self._stores[self._root(place)]
        return [each if isinstance(each, str) else store.value(self._number(place, each)) for each in drawn]

    def _number(self, place: Place, number: int) -> int:
        """The number in the store of a column's n-th value: those that are not in the key lie beyond it."""
        seen = {place}
        while (reference := self._reference.get(place)) is not None and reference.key not in seen:
            key = self._shapes[reference.key]
            there = min(len(key.counts), self._sizes[reference.key[0]]) or 1
            if number >= reference.found or (number >= there and _is_key(self._shapes[place])):
                return len(key.counts) + number
            number %= there
            place = reference.key
            seen.add(place)
        return number


def _best(references: Sequence[Reference], shapes: Mapping[Place, ColumnShape]) -> dict[Place, Reference]:
    """The fullest reference of each column, in no circle."""
    best: dict[Place, Reference] = {}
    order = sorted(references, key=lambda r: (-r.found / max(1, r.values), r.place, r.key))
    for each in order:
        if each.place in best or each.place not in shapes or each.key not in shapes:
            continue
        at, chain = each.key, [each.place]
        while at in best and at not in chain:
            chain.append(at)
            at = best[at].key
        if at not in chain:
            best[each.place] = each
    return best


def _is_key(shape: ColumnShape) -> bool:
    """Whether every row has a value of its own."""
    return not (shape.missing or shape.kept) and all(count == 1 for count in shape.counts)


def _scaled(drawn: list[str | int], size: int, dice: random.Random) -> list[str | int]:
    return drawn if len(drawn) <= size else dice.sample(drawn, size)


def _unique(
    rows: list[list[str]],
    keys: Sequence[Sequence[int]],
    columns: Sequence[Sequence[str]],
    dice: random.Random,
) -> tuple[tuple[str, ...], ...]:
    """The rows, each different in every key of several columns; one that can't be is left out."""
    for key in keys:
        seen: set[tuple[str, ...]] = set()
        kept = []
        for row in rows:
            for _try in range(_TRIES):
                if tuple(row[n] for n in key) not in seen:
                    break
                for n in key:
                    row[n] = dice.choice(columns[n])
            else:
                continue
            seen.add(tuple(row[n] for n in key))
            kept.append(row)
        rows = kept
    return tuple(map(tuple, rows))
