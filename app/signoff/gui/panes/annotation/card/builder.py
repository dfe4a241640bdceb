"""A rule from pick lists, for who does not know how to say it; the fixed rules build it, no language model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.composing import Kind, Parts, composed
from signoff.gui.panes.annotation.card.builder_fields import (
    CodeLine,
    ColumnPick,
    Several,
    ValuePick,
    WhenLine,
)
from signoff.gui.widgets.basics import button, column, label, row
from signoff.gui.widgets.pick import Pick

_FORMATS = ("DD.MM.YYYY", "YYYY-MM-DD", "YYYYMMDD", "MM/DD/YYYY", "DD/MM/YYYY", "DD-MM-YYYY")
_COLUMNS = {Kind.COPY: (1, 1), Kind.TIDY: (1, 1), Kind.CODES: (1, 1), Kind.DATE: (1, 1)}
_COLUMNS |= {Kind.FIRST: (6, 2), Kind.JOIN: (8, 2)}
"""Most and fewest columns of each kind."""
_WITH_REST = (Kind.FIRST, Kind.CODES, Kind.WHEN)


class Builder(QFrame):
    """Hidden until it is asked for; made anew for each target, whose columns it offers."""

    used = Signal(str)
    """The rule in words."""

    def __init__(self, columns: Sequence[ScopeColumn]) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._columns = tuple(columns)
        self.kind = self._kinds()
        self.columns = Several(self._column_line, self.tr("one more column"))
        self.text = QLineEdit()
        self.format = Pick(self.tr("Format of the date"))
        self.tidy = self._tidy()
        self.skip = QCheckBox(self.tr("leave out parts without a value"))
        self.codes = Several(self._code_line, self.tr("one more code"))
        self.whens = Several(self._when_line, self.tr("one more case"))
        self.rest = ValuePick(columns, self.tr("Otherwise"), may_be_nothing=True)
        self.rest_line = self._rest_line()
        self.rule = label("", wraps=True, selectable=True)
        self.use = button(self.tr("Use this rule and draft again"), self._use, kind="primary")
        self._lay_out()
        self._connect()
        self._follow_kind()

    @property
    def parts(self) -> Parts:
        """What is picked so far."""
        kind = Kind(self.kind.currentData())
        most = _COLUMNS.get(kind, (0, 0))[0]
        picks = [each for each in self.columns.lines[:most] if isinstance(each, ColumnPick)]
        codes = [each for each in self.codes.lines if isinstance(each, CodeLine)]
        whens = [each for each in self.whens.lines if isinstance(each, WhenLine)]
        return Parts(
            kind,
            columns=tuple(found for each in picks if (found := each.picked) is not None),
            text=self.format.currentText() if kind is Kind.DATE else self.text.text(),
            trim=self.trim.isChecked(),
            letters=self.letters.currentData(),
            skip_missing=self.skip.isChecked(),
            codes=tuple((each.old.text(), each.new.text()) for each in codes),
            whens=tuple(case for each in whens if (case := each.picked) is not None),
            otherwise=self.rest.picked if kind in _WITH_REST else None,
        )

    @property
    def words(self) -> str:
        """The rule in words; empty while something is open."""
        parts = self.parts
        is_open = parts.kind in _WITH_REST and self.rest.is_open
        if parts.kind is Kind.WHEN and len(parts.whens) < len(self.whens.lines):
            return ""
        return "" if is_open else composed(parts)

    def open_(self) -> None:
        """Show it, ready to pick."""
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _use(self) -> None:
        if words := self.words:
            self.used.emit(words)

    def _kinds(self) -> Pick:
        made = Pick(self.tr("What happens"))
        for kind, words in (
            (Kind.COPY, self.tr("copy a column")),
            (Kind.FIXED, self.tr("a fixed value")),
            (Kind.TIDY, self.tr("tidy a text")),
            (Kind.FIRST, self.tr("the first that has a value of")),
            (Kind.JOIN, self.tr("join texts")),
            (Kind.CODES, self.tr("a list of codes")),
            (Kind.DATE, self.tr("a date from a text")),
            (Kind.WHEN, self.tr("when … then … otherwise …")),
        ):
            made.addItem(words, kind)
        return made

    def _tidy(self) -> QWidget:
        self.trim = QCheckBox(self.tr("without blanks around it"))
        self.trim.setChecked(True)
        self.letters = Pick(self.tr("Letters"))
        for words, letters in (
            (self.tr("letters as they are"), ""),
            (self.tr("in capitals"), "upper"),
            (self.tr("in small letters"), "lower"),
        ):
            self.letters.addItem(words, letters)
        made = QWidget()
        made.setLayout(row(self.trim, self.letters, 1))
        return made

    def _rest_line(self) -> QWidget:
        made = QWidget()
        line = row(label(self.tr("otherwise"), "dim"), self.rest)
        line.setStretch(1, 1)
        made.setLayout(line)
        return made

    def _column_line(self) -> QWidget:
        made = ColumnPick(self._columns, self.tr("Column"))
        made.currentIndexChanged.connect(self._follow)
        return made

    def _code_line(self) -> QWidget:
        made = CodeLine()
        made.changed.connect(self._follow)
        return made

    def _when_line(self) -> QWidget:
        made = WhenLine(self._columns)
        made.changed.connect(self._follow)
        return made

    def _lay_out(self) -> None:
        self.text.setAccessibleName(self.tr("Fixed value or separator"))
        self.format.setEditable(True)
        self.format.addItems(_FORMATS)
        self.codes.add_line()
        self.whens.add_line()
        foot = row(self.use, button(self.tr("Cancel"), self.hide), 1)
        parts = (self.kind, self.columns, self.text, self.format, self.tidy, self.codes, self.whens)
        self.setLayout(column(*parts, self.skip, self.rest_line, self.rule, foot, margins=12, gap=7))
        self.hide()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.text.textChanged.connect(self._follow)
        self.format.currentTextChanged.connect(self._follow)
        self.trim.toggled.connect(self._follow)
        self.letters.currentIndexChanged.connect(self._follow)
        self.skip.toggled.connect(self._follow)
        for several in (self.columns, self.codes, self.whens):
            several.changed.connect(self._follow)
        self.rest.changed.connect(self._follow)

    def _follow_kind(self) -> None:
        kind = Kind(self.kind.currentData())
        most, fewest = _COLUMNS.get(kind, (0, 0))
        self.columns.set_most(most, fewest)
        self.columns.setVisible(bool(most))
        self.text.setVisible(kind in (Kind.FIXED, Kind.JOIN))
        self.text.setPlaceholderText(
            self.tr("text between them, such as a comma and a blank")
            if kind is Kind.JOIN
            else self.tr("value")
        )
        self.format.setVisible(kind is Kind.DATE)
        self.tidy.setVisible(kind is Kind.TIDY)
        self.codes.setVisible(kind is Kind.CODES)
        self.whens.setVisible(kind is Kind.WHEN)
        self.skip.setVisible(kind is Kind.JOIN)
        self.rest_line.setVisible(kind in _WITH_REST)
        self._follow()

    def _follow(self) -> None:
        words = self.words
        self.use.setEnabled(bool(words))
        self.rule.setText(
            self.tr("Rule: “{words}”").format(words=words) if words else self.tr("Pick the parts.")
        )
