"""The rows of a query-steps, join or filter sheet as steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role, Step, StepKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector
from signoff.core.parse.filldown import FillDown, Rows
from signoff.core.parse.lexicon import step_names
from signoff.core.parse.names import clean_name
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.step_lines import made_ready
from signoff.core.parse.step_texts import filter_parts, named_table
from signoff.core.parse.unmatched import kind_by_unmatched, speaks_of_unmatched
from signoff.core.parse.words import phrase

_NUMBER = re.compile(r"\d+")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*:?$")
_FILTER_LABELS = frozenset(
    {"where", "filter", "filters", "row filter", "rows", "selection", "condition", "only rows"}
)
"""What stands before a filter in a line of its own."""
_WITHOUT_TABLE = frozenset(
    {StepKind.FILTER, StepKind.DISTINCT, StepKind.GROUP_BY, StepKind.UNION, StepKind.UNION_ALL, StepKind.NOTE}
)


class StepsReader:
    """Reads one block; one instance a block."""

    def __init__(self, block: Block, default_target: str, notes: Collector) -> None:
        """Prepare.

        Args:
            block: a block of kind steps.
            default_target: the target where no column holds it; may be empty.
            notes: receives findings.
        """
        self._block, self._layout, self._notes = block, block.layout, notes
        self._default_target = default_target
        self._rows, self._fill = Rows(block), FillDown()
        self._steps: list[Step] = []
        kinds = self._layout.kinds
        self._tables = [c for c in self._layout.columns(Role.STEP_TABLE) if kinds[c] != "left_table"]
        self._left = next((c for c in self._layout.columns(Role.STEP_TABLE) if kinds[c] == "left_table"), 0)
        if not self._tables and self._left:
            self._tables, self._left = [self._left], 0

    def read(self) -> list[Step]:
        """All steps in the document's order; a step without a target is left out with a finding."""
        for row in range(self._layout.header.row + 1, self._layout.last_row + 1):
            filled = [(c, text) for c, text in enumerate(self._block.grid.rows[row - 1], 1) if text]
            if len(filled) == 2 and self._labelled(row, filled):
                continue
            if len(filled) >= 2:
                self._row(row)
        return self._steps

    def _labelled(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """Read a line below the joins that is a filter behind its name: `Where (since 1.2) | is_voided = false`."""
        (first, label), (second, text) = filled
        bracket = _BRACKET.search(label)
        bare = phrase(_BRACKET.sub("", label).strip().rstrip(":"))
        if bare not in _FILTER_LABELS or self._layout.has(Role.TARGET_TABLE) or not self._default_target:
            return False
        cell = self._notes.cell(self._block.grid.name, row, second)
        state = bracket.group(1).strip() if bracket else ""
        order = 1 + sum(1 for step in self._steps if step.target == self._default_target)
        own = Step(self._default_target, order, StepKind.FILTER, "", "", "", text, cell, state)
        self._steps += _filter_steps(own)
        self._block.used.update([(row, first), (row, second)])
        return True

    def _row(self, row: int) -> None:
        target = self._named(row, Role.TARGET_TABLE) or self._default_target
        cell = self._notes.cell(self._block.grid.name, row, self._first_filled(row))
        kind_text = self._rows.text(row, self._layout.first(Role.STEP_KIND))
        table, alias, how = self._table(row)
        how = "; ".join(filter(None, (how, made_ready(kind_text))))
        joined, filters = self._conditions(row, bool(table))
        condition = "\n".join([*joined, *filters])
        kind = self._kind(kind_text, table, condition)
        if not target:
            self._notes.add("P08", Severity.WARNING, say("parse.step_without_target"), cell)
            return
        if kind is None:
            self._notes.add(
                "P09",
                Severity.WARNING,
                say("parse.unknown_step", kind=kind_text[:40]),
                cell,
                target,
            )
            kind = StepKind.NOTE
        section = self._named(row, Role.SECTION)
        self._driving_of_join(row, target, section, kind)
        beside = [
            self._rows.own_text(row, c) for r in (Role.STATE, Role.NOTE) for c in self._layout.columns(r)
        ]
        told = next((found for text in beside if (found := kind_by_unmatched(text)) is not None), None)
        is_usual = kind is StepKind.INNER_JOIN and not phrase(kind_text)
        kind = told if told is not None and is_usual else kind
        state = next((text for text in beside if text), "")
        own = Step(target, self._order(row, target), kind, section, table, alias, condition, cell, state)
        own = replace(own, kind_assumed=is_usual and told is None)
        if kind is StepKind.FILTER:
            self._steps += _filter_steps(own)
        elif kind in _WITHOUT_TABLE:
            self._steps.append(own)
        else:
            joins = "\n".join(joined) + (f"; {how}" if how else "")
            self._steps.append(replace(own, condition=joins))
            if is_usual and told is None:
                self._steps += [
                    replace(own, kind=StepKind.FILTER, table="", alias="", condition=text, kind_assumed=False)
                    for text in beside
                    if speaks_of_unmatched(text)
                ]
            self._steps += [
                x for text in filters for x in _filter_steps(replace(own, table="", alias="", condition=text))
            ]
        self._block.used.update(
            self._rows.home(row, c) for c, role in self._layout.roles.items() if role is not Role.OTHER
        )

    def _kind(self, text: str, table: str, condition: str) -> StepKind | None:
        bare = phrase(text)
        if not bare:
            return self._kind_of_sheet(table, condition)
        names = step_names()
        if bare in names:
            return names[bare]
        held = [n for n in names if len(n) > 3 and n in bare]
        best = max(held, key=lambda n: (bare.startswith(n), len(n)), default="")
        return names.get(best)

    def _kind_of_sheet(self, table: str, condition: str) -> StepKind:
        kinds = {self._layout.kinds[c] for c in self._layout.columns(Role.STEP_CONDITION)}
        if "filter" in kinds and condition:
            return StepKind.FILTER
        if table and condition and ("join" in kinds or "condition" in kinds):
            return StepKind.INNER_JOIN
        if table and not condition:
            return StepKind.DRIVING
        return StepKind.NOTE

    def _driving_of_join(self, row: int, target: str, section: str, kind: StepKind) -> None:
        """A join sheet with a left table: the first one is the driving table."""
        left = self._rows.text(row, self._left)
        known = any(
            s.target == target and s.section == section and s.kind is StepKind.DRIVING for s in self._steps
        )
        if left and not is_blank(left) and not known and kind is not StepKind.DRIVING:
            named = named_table(left)
            cell = self._notes.cell(self._block.grid.name, row, self._left)
            self._steps.append(
                Step(target, 0, StepKind.DRIVING, section, named.name, named.alias, named.how, cell)
            )

    def _table(self, row: int) -> tuple[str, str, str]:
        """Table, alias, and how the table is made ready."""
        text = next((t for c in self._tables if not is_blank(t := self._rows.text(row, c))), "")
        alias = self._rows.text(row, self._layout.first(Role.STEP_ALIAS))
        named = named_table(text)
        return named.name, ("" if is_blank(alias) else alias) or named.alias, named.how

    def _conditions(self, row: int, has_table: bool) -> tuple[list[str], list[str]]:
        """What a table is joined on, and the filters that stand in a column of their own beside it."""
        columns = [
            c for c in self._layout.columns(Role.STEP_CONDITION) if not is_blank(self._rows.text(row, c))
        ]
        own = [c for c in columns if self._layout.kinds[c] == "filter"]
        beside = any(self._layout.kinds[c] != "filter" for c in self._layout.columns(Role.STEP_CONDITION))
        filters = own if has_table and beside else []
        texts = {c: self._rows.text(row, c) for c in columns}
        return [texts[c] for c in columns if c not in filters], [texts[c] for c in filters]

    def _order(self, row: int, target: str) -> int:
        found = _NUMBER.search(self._rows.text(row, self._layout.first(Role.STEP_ORDER)))
        return int(found.group()) if found else 1 + sum(1 for step in self._steps if step.target == target)

    def _named(self, row: int, role: Role) -> str:
        column = self._layout.first(role)
        text = self._rows.text(row, column)
        if not column:
            return ""
        if text and role is Role.TARGET_TABLE and text != self._fill.last(column)[0]:
            self._fill.forget(self._layout.first(Role.SECTION))
        self._fill.see(column, text, (row, column))
        name = self._fill.last(column)[0]
        return clean_name(name) if role is Role.TARGET_TABLE else name

    def _first_filled(self, row: int) -> int:
        wanted = (Role.STEP_CONDITION, Role.STEP_TABLE, Role.STEP_KIND)
        columns = [c for role in wanted for c in self._layout.columns(role)]
        return next((c for c in columns if self._rows.own_text(row, c)), columns[0])


def _filter_steps(step: Step) -> list[Step]:
    """A filter's line as one step a sentence."""
    parts = filter_parts(step.condition)
    return [replace(step, kind=kind, condition=text) for kind, text in parts] or [step]
