"""The rules of the whole file: each with the answer that holds everywhere, or asked about column by column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from signoff.core.lint import FileRule
from signoff.gui.widgets.basics import column, label
from signoff.gui.widgets.pick import Pick


class FileRulesList(QScrollArea):
    """One rule under the other; choosing an answer sets it."""

    chosen = Signal(object, str)
    """The `FileRule` and a choice's id or words; empty asks about each column again."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Rules of the whole file"))
        self.lines: list[RuleLine] = []
        self.nothing = label(
            self.tr("Where several columns are asked the same, one answer here settles them all."),
            "dim",
            wraps=True,
        )
        self._lines = column(self.nothing, gap=14)
        self._lines.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._lines)
        self.setWidget(inside)
        for under in (inside, self.viewport()):
            under.setAutoFillBackground(False)

    def show_rules(self, rules: Sequence[FileRule], *, can_write: bool) -> None:
        """Show other rules."""
        self.nothing.setVisible(not rules)
        while len(self.lines) < len(rules):
            made = RuleLine()
            made.chosen.connect(self.chosen)
            self.lines.append(made)
            self._lines.insertWidget(len(self.lines), made)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(rules))
            line.setEnabled(can_write)
            if place < len(rules):
                line.show_rule(rules[place])


class RuleLine(QWidget):
    """One rule of the whole file."""

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._rule: FileRule | None = None
        self.name = label("", "heading", wraps=True)
        self.note = label("", "small", wraps=True)
        self.pick = Pick("")
        self.own = QLineEdit()
        self.setLayout(column(self.name, self.note, self.pick, self.own, gap=4))
        self.pick.activated.connect(self._choose)
        self.own.returnPressed.connect(self._give)

    def show_rule(self, rule: FileRule) -> None:
        """Show a rule."""
        self._rule = rule
        self.name.setText(rule.words)
        count = len(rule.questions)
        words = self.tr("1 column") if count == 1 else self.tr("{n} columns").format(n=count)
        if rule.here:
            words += " · " + self.tr("{n} with an answer of their own").format(n=rule.here)
        self.note.setText(words)
        self.pick.setAccessibleName(rule.words)
        self.pick.clear()
        self.pick.addItem(self.tr("ask about each"), "")
        for choice in rule.choices:
            self.pick.addItem(choice.text, choice.id)
        if rule.value and self.pick.findData(rule.value) < 0:
            self.pick.addItem(rule.value, rule.value)
        self.pick.setCurrentIndex(max(0, self.pick.findData(rule.value)))
        self.own.setVisible(rule.free)
        self.own.clear()
        self.own.setPlaceholderText(rule.questions[0].hint if rule.questions else "")
        self.own.setAccessibleName(self.tr("{rule}: an answer of your own").format(rule=rule.words))

    def _choose(self, place: int) -> None:
        value = str(self.pick.itemData(place) or "")
        if self._rule is not None and value != self._rule.value:
            self.chosen.emit(self._rule, value)

    def _give(self) -> None:
        if self._rule is not None and self.own.text().strip():
            self.chosen.emit(self._rule, self.own.text().strip())
