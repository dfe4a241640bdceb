"""Rows that change: key, column, before and after; rows that are gone; rows that are new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget

from signoff.core.engines.sql.sandbox import Value
from signoff.core.verify.compare import ResultDifference
from signoff.gui.context import Context
from signoff.gui.panes.diff.base import BaseKind
from signoff.gui.panes.diff.comparing import Compared, Comparing
from signoff.gui.tables.grid import GridView
from signoff.gui.widgets.basics import column, holder, label, row
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.values import drawn

_PARTS = ("changed", "gone", "added")


class RowsPage(QStackedWidget):
    """Shows the rows of what `Comparing` found out about the results."""

    def __init__(self, context: Context, comparing: Comparing) -> None:
        super().__init__()
        self._comparing = comparing
        self.grid = GridView(context.look, self.tr("Rows that change"), context.jobs)
        self.part, self.column = QComboBox(), QComboBox()
        self.part.setAccessibleName(self.tr("Which rows"))
        self.column.setAccessibleName(self.tr("Only one column"))
        for box in (self.part, self.column):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter rows that change"))
        self._note = label("", "small")
        self._note.setMinimumWidth(1)
        bar = row(self.part, self.column, self.filter, self._note, gap=6)
        bar.setStretch(2, 1)
        bar.setStretch(3, 2)
        self._message = EmptyState("", "")
        self.addWidget(holder(column(bar, self.grid, gap=6)))
        self.addWidget(self._message)
        self._rows: Sequence[Sequence[Value]] = ()
        self._heads: tuple[str, ...] = ()
        self.part.currentIndexChanged.connect(lambda _place: self._fill())
        self.column.currentIndexChanged.connect(lambda _place: self._fill())
        self.filter.wanted.connect(lambda _text: self._fill())
        comparing.result_changed.connect(self._show)
        self._show(None)

    def show_part(self, part: str, name: str) -> None:
        """Show changed, gone or added rows, of one column if a name is given."""
        self.filter.clear()
        self.part.setCurrentIndex(max(0, self.part.findData(part)))
        self.column.setCurrentIndex(max(0, self.column.findData(name)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._comparing.want_result()

    def _show(self, result: Compared | None) -> None:
        difference = result.difference if result else None
        if difference is None:
            self._say_why(result)
            return
        self._offer(difference)
        if difference.changed or difference.only_old or difference.only_new:
            self.setCurrentIndex(0)
            self._fill()
        else:
            self._say(
                self.tr("No row changes"),
                self.tr("On the sample rows both give the same rows with the same values."),
            )

    def _say_why(self, result: Compared | None) -> None:
        if result is None:
            self._say("", self.tr("Comparing the results on the sample rows …"))
        elif result.kind is BaseKind.NOTHING:
            self._say(
                self.tr("Nothing to compare with yet"),
                self.tr("This is the first draft of a new table; Sample rows shows what it gives."),
            )
        else:
            self._say(self.tr("The results can't be compared"), result.trouble)

    def _say(self, title: str, sentence: str) -> None:
        self._message.title.setText(title)
        self._message.title.setVisible(bool(title))
        self._message.sentence.setText(sentence)
        self.setCurrentIndex(1)

    def _offer(self, difference: ResultDifference) -> None:
        """Fill the choices: parts that have rows, and columns that differ."""
        words = {
            "changed": (difference.changed, self.tr("Other values: {n}")),
            "gone": (difference.only_old, self.tr("Rows gone: {n}")),
            "added": (difference.only_new, self.tr("Rows new: {n}")),
        }
        with QSignalBlocker(self.part), QSignalBlocker(self.column):
            self.part.clear()
            for part in _PARTS:
                count, text = words[part]
                if count:
                    self.part.addItem(text.format(n=f"{count:,}"), part)
            self.column.clear()
            self.column.addItem(self.tr("all columns"), "")
            for each in difference.columns:
                if each.rows:
                    self.column.addItem(
                        self.tr("{name}: {n}").format(name=each.name, n=f"{each.rows:,}"), each.name
                    )

    def _fill(self) -> None:
        result = self._comparing.result
        if result is None or result.difference is None:
            return
        part = self.part.currentData()
        self.column.setEnabled(part == "changed")
        difference = result.difference
        if part == "changed":
            heads: tuple[str, ...] = (*result.key, self.tr("column"), self.tr("before"), self.tr("after"))
            rows: Sequence[Sequence[Value]] = self._changes(difference)
            more, shown = difference.more_changes, len({c.key for c in difference.changes})
            types: Sequence[str] = ()
        else:
            source = difference.gone_rows if part == "gone" else difference.added_rows
            heads, rows, more, shown = source.columns, source.rows, source.more, len(source.rows)
            types = source.types
        wanted = self.filter.text().strip().casefold()
        if wanted:
            rows = [each for each in rows if any(wanted in drawn(value).text.casefold() for value in each)]
        self.grid.show_rows(heads, rows, types)
        self._note.setText(self.tr("the first {n} are listed").format(n=f"{shown:,}") if more else "")

    def _changes(self, difference: ResultDifference) -> Sequence[Sequence[Value]]:
        wanted = self.column.currentData() or ""
        return [
            (*change.key, change.column, change.before, change.after)
            for change in difference.changes
            if not wanted or change.column.casefold() == wanted.casefold()
        ]
