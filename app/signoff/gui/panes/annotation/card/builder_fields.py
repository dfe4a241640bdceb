"""The pick lists a rule is put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.composing import Comparison, Fixed, Value, When
from signoff.gui.panes.annotation.card.words import say
from signoff.gui.widgets.basics import button, column, label, row
from signoff.gui.widgets.pick import Pick

_FIXED, _MISSING, _NOTHING = "fixed", "missing", "nothing"


class ColumnPick(Pick):
    """One column of the tables in scope."""

    def __init__(self, columns: Sequence[ScopeColumn], name: str) -> None:
        super().__init__(name, least=14)
        self.addItem(say("pick a column"), None)
        for each in columns:
            self.addItem(f"{each.relation}.{each.column.name}", each)

    @property
    def picked(self) -> ScopeColumn | None:
        """The column picked; None while none is."""
        found = self.currentData()
        return found if isinstance(found, ScopeColumn) else None


class ValuePick(QWidget):
    """A fixed value, no value, or a column."""

    changed = Signal()

    def __init__(self, columns: Sequence[ScopeColumn], name: str, *, may_be_nothing: bool = False) -> None:
        super().__init__()
        self.kind = Pick(name, least=12)
        if may_be_nothing:
            self.kind.addItem(say("nothing said"), _NOTHING)
        self.kind.addItem(say("the fixed value"), _FIXED)
        self.kind.addItem(say("no value"), _MISSING)
        for each in columns:
            self.kind.addItem(f"{each.relation}.{each.column.name}", each)
        self.text = QLineEdit()
        self.text.setPlaceholderText(say("value"))
        self.text.setAccessibleName(say("{name}: the fixed value").format(name=name))
        self.setLayout(row(self.kind, self.text))
        self.kind.currentIndexChanged.connect(self._follow)
        self.text.textChanged.connect(self.changed)
        self._follow()

    @property
    def picked(self) -> Value | None:
        """What was picked; None while it is open or nothing is said."""
        found = self.kind.currentData()
        if isinstance(found, ScopeColumn):
            return found
        if found == _MISSING:
            return Fixed(None)
        return Fixed(self.text.text()) if found == _FIXED and self.text.text() else None

    @property
    def is_open(self) -> bool:
        """Whether a fixed value is meant and not written yet."""
        return self.kind.currentData() == _FIXED and not self.text.text()

    def _follow(self) -> None:
        self.text.setVisible(self.kind.currentData() == _FIXED)
        self.changed.emit()


class Several(QWidget):
    """Lines of one kind, of which one more can be had."""

    changed = Signal()

    def __init__(self, make: Callable[[], QWidget], add_words: str, *, most: int = 30) -> None:
        super().__init__()
        self._make, self._most = make, most
        self.lines: list[QWidget] = []
        self._list = column(gap=4)
        self.add = button(add_words, self.add_line, kind="link")
        self.setLayout(column(self._list, self.add, gap=2))

    def add_line(self) -> None:
        """One line more."""
        made = self._make()
        self.lines.append(made)
        self._list.addWidget(made)
        self.add.setVisible(len(self.lines) < self._most)
        self.changed.emit()

    def set_most(self, most: int, least: int) -> None:
        """Allow so many lines; those beyond are hidden."""
        self._most = most
        while len(self.lines) < least:
            self.add_line()
        for number, line in enumerate(self.lines):
            line.setVisible(number < most)
        self.add.setVisible(len(self.lines) < most)


class CodeLine(QWidget):
    """Old code → new value."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.old, self.new = QLineEdit(), QLineEdit()
        self.old.setPlaceholderText(say("old code"))
        self.old.setAccessibleName(say("Old code"))
        self.new.setPlaceholderText(say("new value; empty for no value"))
        self.new.setAccessibleName(say("New value"))
        self.setLayout(row(self.old, label("→", "dim"), self.new))
        for field in (self.old, self.new):
            field.textChanged.connect(self.changed)


class WhenLine(QWidget):
    """when COLUMN is VALUE then VALUE."""

    changed = Signal()

    def __init__(self, columns: Sequence[ScopeColumn]) -> None:
        super().__init__()
        self.column = ColumnPick(columns, say("Column compared"))
        self.test = Pick(say("Comparison"), least=10)
        for each in Comparison:
            self.test.addItem(say(each.value), each)
        self.value = QLineEdit()
        self.value.setPlaceholderText(say("value"))
        self.value.setAccessibleName(say("Value compared with"))
        self.then = ValuePick(columns, say("Then"))
        first = row(label(say("when"), "dim"), self.column, self.test, self.value)
        first.setStretch(1, 1)
        second = row(label(say("then"), "dim"), self.then)
        second.setStretch(1, 1)
        self.setLayout(column(first, second, gap=4))
        self.column.currentIndexChanged.connect(self.changed)
        self.test.currentIndexChanged.connect(self._follow)
        self.value.textChanged.connect(self.changed)
        self.then.changed.connect(self.changed)

    @property
    def picked(self) -> When | None:
        """The line as picked; None while something is open."""
        column, then = self.column.picked, self.then.picked
        if column is None or then is None:
            return None
        return When(column, Comparison(self.test.currentData()), self.value.text(), then)

    def _follow(self) -> None:
        self.value.setVisible(Comparison(self.test.currentData()).takes_value)
        self.changed.emit()
