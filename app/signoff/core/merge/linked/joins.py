"""The joins that links ask for: one for each field that is followed, under its own name where a table comes twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.linked.records import Records, told_driving


@dataclass
class Joined:
    """The tables that one target reads by links, gathered while its texts are read."""

    target: TargetMapping
    records: Records
    driving: SourceTable
    cell: Cell | None
    no_days: tuple[str, ...] = ()
    """Days that the source writes where it has none."""
    section: str = ""
    steps: list[Step] = field(default_factory=list)
    _aliases: dict[tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The table that is read first."""
        self._add(StepKind.DRIVING, self.driving.name, "", "")

    def _add(self, kind: StepKind, table: str, alias: str, on: str) -> None:
        self.steps.append(Step(self.target.name, 0, kind, self.section, table, alias, on, self.cell))

    def inner(self, table: SourceTable, on: str) -> None:
        """Join a table whose rows each row needs.

        Args:
            table: the table.
            on: the condition.
        """
        self._add(StepKind.INNER_JOIN, table.name, "", on)

    def reach(
        self, pointer: str, table: SourceTable, *, also: tuple[str, str] | None = None, alias: str = ""
    ) -> str:
        """The name of a record that a field points at, joined where it was not yet.

        Args:
            pointer: column that points.
            table: where it points.
            also: a further column of the table with the one value that it must have.
            alias: of the record that has the field; the driving table's where empty.
        """
        owner = alias or self.driving.name
        role = (owner, pointer.casefold(), table.name)
        for known, name in self._aliases.items():
            if known[:3] == role and (also is None or known[3:] in ((), also)):
                if also is not None and not known[3:]:
                    break
                return name
        name = self._free(table.name, pointer)
        on = f"{owner}.{pointer} = {name}.{self.records.key}"
        if also is not None:
            on += f" and {name}.{also[0]} = '{also[1]}'"
        self._aliases[(*role, *(also or ()))] = name
        self._add(StepKind.LEFT_JOIN, table.name, "" if name == table.name else name, on)
        return name

    def looked_up(self, table: SourceTable, on: str, of: str) -> str:
        """The name of a table joined by a condition that holds ``{}`` for its name.

        Args:
            table: the table.
            on: the condition.
            of: column whose value is looked up.
        """
        for known, name in self._aliases.items():
            if known == (table.name, on):
                return name
        name = f"{table.name}_{of}".lower()
        self._aliases[table.name, on] = name
        self._add(StepKind.LEFT_JOIN, table.name, name, on.format(name))
        return name

    def own(self, name: str, pointer: str) -> str:
        """The name of the row that a table of the document has of the record a field points at; empty for unclear.

        Args:
            name: of the table.
            pointer: column that points at the record it was made of.
        """
        other = self.records.target(name)
        driving = told_driving(other, self.records) if other is not None else None
        if other is None or driving is None or self.records.column(driving.table, self.records.key) is None:
            return ""
        columns = self.records.found_columns(other)
        record = (
            self._free(driving.table.name, pointer) if not self._is_joined(pointer, driving.table) else ""
        )
        alias = record or self._aliases[self.driving.name, pointer.casefold(), driving.table.name]
        made = [(c.name, self.records.made_of(c, driving.table, alias)) for c in columns]
        if not made or not all(text for _name, text in made):
            return ""
        alias = self.reach(pointer, driving.table)
        role = (self.driving.name, pointer.casefold(), other.name)
        if role in self._aliases:
            return self._aliases[role]
        mine = self._free(other.name, pointer)
        self._aliases[role] = mine
        on = " and ".join(f"{mine}.{column} = {text}" for column, text in made)
        self._add(StepKind.LEFT_JOIN, other.name, "" if mine == other.name else mine, on)
        return mine

    def names_of(self, table: str) -> list[str]:
        """The names under which a table is joined."""
        wanted = table.casefold()
        return [s.alias or s.table for s in self.steps[1:] if s.table.casefold() == wanted]

    def _is_joined(self, pointer: str, table: SourceTable) -> bool:
        return (self.driving.name, pointer.casefold(), table.name) in self._aliases

    def _free(self, table: str, pointer: str) -> str:
        taken = {(s.alias or s.table).casefold() for s in self.steps}
        return table if table.casefold() not in taken else f"{table}_{pointer}".lower()
