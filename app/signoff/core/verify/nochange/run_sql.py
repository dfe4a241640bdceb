"""The statements of the second witness: old and new as CTEs of one statement, columns by number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from signoff.core.engines.sql.sandbox import Job, Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.compare_sql import Side, keyed_statements
from signoff.core.verify.nochange.edge_rows import Stand

_MOST_VALUES = 1_000
"""Columns that one statement holds against each other, each as often as it is in a group."""
_MOST_KEYS = 8
"""Columns that are looked at as a key."""
_ABOUT = 0.75
"""Of the rows, so many values has a column that may be a key by an estimate."""
_INEXACT = ("DOUBLE", "FLOAT", "REAL")


@dataclass(frozen=True)
class Keyed:
    """Rows held against each other by their key."""

    only_old: int
    only_new: int
    differing: Mapping[str, int]
    """Rows whose values differ, by folded new name; columns without any are left out."""


@dataclass
class Comparison:
    """Old and new SQL, and the columns to hold against each other."""

    old: str
    new: str
    columns: Mapping[str, str]
    """Old name by new name."""
    key: tuple[str, ...] = ()
    _types: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)
    """Number of each column by its folded name, the first of several."""

    def bind(self, which: str, columns: tuple[tuple[str, str], ...]) -> None:
        """Take note of the columns ``old`` or ``new`` has."""
        self._types[which] = columns
        self._numbers[which] = {}
        for place, (name, _kind) in enumerate(columns):
            self._numbers[which].setdefault(name.casefold(), place)

    @cached_property
    def _old_names(self) -> dict[str, str]:
        """Folded old name by folded new one."""
        return {new.casefold(): old.casefold() for new, old in self.columns.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """Folded new names of the columns both results have, in the order of the new one."""
        old, new = self._places("old"), self._places("new")
        return tuple(n for n, o in self._old_names.items() if n in new and o in old)

    def whole(self, stands: Sequence[Stand], changing: Collection[str] = ()) -> str:
        """One row: rows of old, rows of new, and a number of either that is equal where their rows are.

        Two more follow where columns are meant to change: the same of the others.
        """
        rest = [name for name in self.names if name not in changing]
        return self._bags(stands, [self.names, *([rest] if changing else [])])

    def columns_old(self, name: str) -> str:
        """The folded old name of a column."""
        return self._old_names[name]

    def fingerprint(self, stands: Sequence[Stand], groups: Sequence[Sequence[str]], sql: str) -> str:
        """One row: the rows of the old result, then a number for each group of columns that no order changes.

        `sql` is the old SQL, or the same said otherwise.
        """
        items = ["count(*)"]
        for names in groups:
            items.append(f"sum(hash({', '.join(self._values('old', names))})::HUGEINT)")
        source = self._relation("old", "o", f"({sql.rstrip().rstrip(';')}\n)")
        return f"{_with(stands)}SELECT {', '.join(items)} FROM {source}"

    def bags(
        self,
        stands: Sequence[Stand],
        names: Sequence[str],
        sandbox: Sandbox,
        cancel: CancelToken,
        same: Collection[str] = (),
    ) -> tuple[str, ...]:
        """The columns in which two results of as many rows differ, told without a key.

        `same` are columns in which rows are known to be the same taken together.

        A column whose values alone differ is one; where all such are left out and rows still differ, so is
        each whose leaving out brings rows together, or else every column.
        """
        alone = self._asked(stands, [[name] for name in names], sandbox, cancel)
        differing = [name for name, same in zip(names, alone, strict=True) if not same]
        rest = [name for name in names if name not in differing]
        if set(rest) <= set(same) or self._asked(stands, [rest], sandbox, cancel)[0]:
            return tuple(differing)
        without = [[other for other in rest if other != name] for name in rest]
        together = self._asked(stands, without, sandbox, cancel)
        moved = [name for name, same in zip(rest, together, strict=True) if same]
        return (*differing, *(moved or rest))

    def same(
        self, stands: Sequence[Stand], names: Sequence[str], sandbox: Sandbox, cancel: CancelToken
    ) -> bool:
        """Whether both results hold the same in some columns, row by row, in any order."""
        return self._asked(stands, [names], sandbox, cancel)[0]

    def keyed(
        self, stands: Sequence[Stand], names: Sequence[str], sandbox: Sandbox, cancel: CancelToken
    ) -> Keyed | None:
        """Rows by their key; None where nothing tells the rows of both results apart."""
        key = self.unique_key(stands, names, sandbox, cancel)
        if not key:
            return None
        sides = [Side(self._renamed(which, names), self._kinds(which, names)) for which in ("old", "new")]
        found = keyed_statements(sides[0], sides[1], key)
        counts = found.counts.removeprefix("WITH ")
        prefix = _with(stands).rstrip()
        sql = f"{prefix},\n{counts}" if prefix else f"WITH {counts}"
        answer = sandbox.ask([Job("run", sql, 1)], cancel)[0]
        if answer.result is None:
            return None
        row = answer.result.rows[0]
        counted = dict(zip(found.compared, row[4:], strict=True))
        return Keyed(row[0], row[1], {name: count for name, count in counted.items() if count})

    def unique_key(
        self, stands: Sequence[Stand], names: Sequence[str], sandbox: Sandbox, cancel: CancelToken
    ) -> tuple[str, ...]:
        """The key people named, or else one column, whose values are there once in either result."""
        named = tuple(each.casefold() for each in self.key)
        if named and set(named) <= set(names) and self._first_unique(stands, [named], sandbox, cancel):
            return named
        likely = self._nearly_unique(stands, names, sandbox, cancel)
        return self._first_unique(stands, [(name,) for name in likely], sandbox, cancel) if likely else ()

    def _nearly_unique(
        self, stands: Sequence[Stand], names: Sequence[str], sandbox: Sandbox, cancel: CancelToken
    ) -> list[str]:
        """The first columns that have about as many values as there are rows: an exact count of all takes minutes."""
        jobs = []
        for which in ("old", "new"):
            items = [f"approx_count_distinct({value})" for value in self._values(which, names, "x")]
            source = self._relation(which, "x", f"({self._sql(which)}\n)")
            jobs.append(Job("run", f"{_with(stands)}SELECT count(*), {', '.join(items)} FROM {source}", 1))
        answers = [each.result.rows[0] for each in sandbox.ask(jobs, cancel) if each.result is not None]
        if len(answers) != len(jobs):
            return []
        found = (
            name
            for place, name in enumerate(names, 1)
            if all(row[0] and row[place] >= _ABOUT * row[0] for row in answers)
        )
        return list(islice(found, _MOST_KEYS))

    def _first_unique(
        self,
        stands: Sequence[Stand],
        tried: Sequence[tuple[str, ...]],
        sandbox: Sandbox,
        cancel: CancelToken,
    ) -> tuple[str, ...]:
        """The first of some keys whose values are there once in either result."""
        jobs = []
        for which in ("old", "new"):
            source = self._relation(which, "x", f"({self._sql(which)}\n)")
            items = ["count(*)"]
            for key in tried:
                values = self._values(which, key, "x")
                there = " AND ".join(f"{value} IS NOT NULL" for value in values)
                items.append(f"count(DISTINCT ({', '.join(values)})) FILTER (WHERE {there})")
            jobs.append(Job("run", f"{_with(stands)}SELECT {', '.join(items)} FROM {source}", 1))
        answers = [each.result.rows[0] for each in sandbox.ask(jobs, cancel) if each.result is not None]
        if len(answers) != len(jobs):
            return ()
        fitting = (
            key
            for place, key in enumerate(tried, 1)
            if all(row[place] == row[0] and row[0] for row in answers)
        )
        return next(fitting, ())

    def _asked(
        self, stands: Sequence[Stand], groups: Sequence[Sequence[str]], sandbox: Sandbox, cancel: CancelToken
    ) -> list[bool]:
        """For each group of columns whether both results hold the same, as often, in any order."""
        found: list[bool] = []
        for part in _in_parts(groups):
            answer = sandbox.ask([Job("run", self._bags(stands, part), 1)], cancel)[0]
            if answer.result is None:
                found += [False] * len(part)
                continue
            numbers = answer.result.rows[0][2:]
            found += [numbers[n] == numbers[n + 1] for n in range(0, len(numbers), 2)]
        return found

    def _bags(self, stands: Sequence[Stand], groups: Sequence[Sequence[str]]) -> str:
        """Rows of either side, then for each group of columns a number of either: the same for the same rows."""
        sides = []
        for which, letter in (("old", "o"), ("new", "n")):
            items = [f"count(*) AS {letter}c"]
            for place, names in enumerate(groups):
                values = ", ".join(self._values(which, names, letter)) or "1"
                items.append(f"sum(hash({values})::HUGEINT) AS {letter}s{place}")
            source = self._relation(which, letter, f"({self._sql(which)}\n)")
            sides.append(f"(SELECT {', '.join(items)} FROM {source}) AS {letter}x")
        numbers = ", ".join(f"os{place}, ns{place}" for place in range(len(groups)))
        return f"{_with(stands)}SELECT oc, nc, {numbers} FROM {sides[0]}, {sides[1]}"

    def _sql(self, which: str) -> str:
        return (self.old if which == "old" else self.new).rstrip().rstrip(";")

    def _relation(self, which: str, letter: str, source: str) -> str:
        columns = ", ".join(f"{letter}{n}" for n in range(len(self._types[which])))
        return f"{source} AS {letter}({columns})"

    def _values(self, which: str, names: Sequence[str], letter: str = "o") -> list[str]:
        """Values that can be held against the other side's: inexact numbers to twelve digits, else as text."""
        places, other = self._places(which), self._places("new" if which == "old" else "old")
        old = self._old_names
        found = []
        for name in names:
            own, away = (old[name], name) if which == "old" else (name, old[name])
            kind, across = self._types[which][places[own]][1], self._other(which)[other[away]][1]
            value = f"{letter}{places[own]}"
            if kind.upper().startswith(_INEXACT) or across.upper().startswith(_INEXACT):
                value = f"format('{{:.12g}}', {value}::DOUBLE)" if _is_number(kind) else f"{value}::VARCHAR"
            elif kind != across:
                value = f"{value}::VARCHAR"
            found.append(value)
        return found

    def _other(self, which: str) -> tuple[tuple[str, str], ...]:
        return self._types["new" if which == "old" else "old"]

    def _places(self, which: str) -> dict[str, int]:
        return self._numbers[which]

    def _renamed(self, which: str, names: Sequence[str]) -> str:
        """One side with the columns under their new names, in a form that can be compared."""
        values = self._values(which, names, "x")
        items = [f"{value} AS {_quoted(name)}" for value, name in zip(values, names, strict=True)]
        return (
            f"SELECT {', '.join(items)} FROM {self._relation(which, 'x', f'({self._sql(which)}{chr(10)})')}"
        )

    def _kinds(self, which: str, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, "ANY") for name in names)


def _in_parts(groups: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Groups of columns for one statement each: reading old and new costs more than the columns do."""
    part: list[Sequence[str]] = []
    for group in groups:
        if part and sum(map(len, part)) + len(group) > _MOST_VALUES:
            yield part
            part = []
        part.append(group)
    if part:
        yield part


def _is_number(kind: str) -> bool:
    word = kind.upper().lstrip("U")
    return word.startswith((*_INEXACT, "INT", "BIGINT", "HUGEINT", "SMALLINT", "TINYINT", "DEC", "NUMERIC"))


def _with(stands: Sequence[Stand], more: Iterable[str] = ()) -> str:
    ctes = [*(stand.cte for stand in stands), *more]
    return f"WITH {', '.join(ctes)}\n" if ctes else ""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
