"""The middle: one sheet with its chips, what can be found in it, and how ready its cells are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy, QWidget

from signoff.core.domain.cells import column_letter, column_number
from signoff.core.domain.corrections import SheetCorrection
from signoff.core.domain.spec import Role, SheetReading, Spec
from signoff.core.engines.documents.grid import MAX_COLUMNS, MAX_ROWS, SheetGrid
from signoff.gui.look import Look
from signoff.gui.panes.importing.overview import Overview
from signoff.gui.panes.importing.readiness_panel import Legend
from signoff.gui.panes.importing.role_header import Chip
from signoff.gui.panes.importing.sheet_model import SheetModel
from signoff.gui.panes.importing.sheet_view import SheetView
from signoff.gui.panes.importing.words import ROLE_GROUPS, role_words, say
from signoff.gui.widgets.basics import button, column, label, panel, row, set_role


class _FindField(QLineEdit):
    """Enter finds the next cell, Shift+Enter the one before, Esc leads back to the sheet."""

    wanted = Signal(bool)
    """Whether backward."""
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SheetPanel(QWidget):
    """Shows one sheet; corrections are asked of the pane."""

    role_chosen = Signal(str, str, object)
    """Sheet, column letter, and a `Role` or None for what the header says."""
    header_chosen = Signal(str, object)
    """Sheet, and row of its header or None for what the reader finds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.model = SheetModel(look)
        self.view = SheetView(look, self.model)
        self.find_field = _FindField()
        self.find_field.setPlaceholderText(self.tr("Find in the sheet"))
        self.find_field.setAccessibleName(self.tr("Find in the sheet"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.setMaximumWidth(220)
        self.heat = button(self.tr("Show readiness"), name=self.tr("Show how ready each cell's row is"))
        self.heat.setCheckable(True)
        self.heat.setToolTip(self.tr("Colours each cell by whether its row can be drafted now"))
        self.legend = Legend(look)
        self.legend.hide()
        self._title = label("", "heading")
        self._note = label("", "small")
        self._can_correct = False
        self._menu: QMenu | None = None
        self._lay_out()
        self._connect()

    @property
    def sheet(self) -> str:
        """Name of the sheet that is shown."""
        return self.model.grid.name

    def show_grid(self, grid: SheetGrid | None) -> None:
        """Show another sheet; None while it is being read."""
        self.view.show_grid(grid)
        self._title.setText(grid.name if grid else self.tr("Reading the sheets …"))

    def tell(
        self,
        spec: Spec,
        said: SheetCorrection,
        overview: Overview | None,
        *,
        can_correct: bool,
    ) -> None:
        """What was read of the sheet, and what a person said of it."""
        name = self.sheet
        self._can_correct = can_correct
        reading = next((each for each in spec.sheets if each.sheet == name), SheetReading(name, 0))
        self.model.tell(
            reading.header_row or said.header_row or 0,
            overview.remarks.get(name, ()) if overview else (),
            overview.unused.get(name, {}) if overview else {},
            overview.readiness.levels.get(name, {}) if overview else {},
        )
        chips = _chips(reading, said)
        self.view.roles.show_chips(chips)
        self._say(reading, said, chips)

    def show_find(self) -> None:
        """Go to the find field."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def find_next(self, backward: bool = False) -> None:
        """Go to the next cell that holds the text."""
        place = self.model.find(self.find_field.text(), self.view.here, backward=backward)
        if place is not None:
            self.view.show_cell(place)
        elif self.find_field.text():
            self._note.setText(self.tr("No cell of this sheet holds that text."))

    def show_heat(self) -> None:
        """Show how ready the cells are."""
        self.heat.setChecked(True)

    def ask_role(self, section: int, spot: QPoint) -> None:
        """Open the menu of roles for a column, from 0."""
        if not self._can_correct:
            return
        menu = self._fresh_menu()
        letter = column_letter(section + 1)
        chip = self.view.roles.chip(section)
        title = menu.addAction(self.tr("Column {letter} is …").format(letter=letter))
        title.setEnabled(False)
        for group, roles in ROLE_GROUPS:
            inner = menu.addMenu(say(group))
            for role in roles:
                self._add_role(inner, letter, role, chip)
        self._add_role(menu, letter, Role.OTHER, chip)
        menu.addSeparator()
        back = menu.addAction(self.tr("What its header says"))
        back.setEnabled(chip is not None and chip.is_corrected)
        back.triggered.connect(lambda: self.role_chosen.emit(self.sheet, letter, None))
        menu.popup(spot)

    def ask_cell(self, row_: int, section: int, spot: QPoint) -> None:
        """Open the menu of a cell: header row, role of its column."""
        menu = self._fresh_menu()
        header = menu.addAction(self.tr("Row {n} is the header").format(n=row_ + 1))
        header.triggered.connect(lambda: self.header_chosen.emit(self.sheet, row_ + 1))
        back = menu.addAction(self.tr("Find the header row again"))
        back.triggered.connect(lambda: self.header_chosen.emit(self.sheet, None))
        role = menu.addAction(self.tr("What column {letter} is …").format(letter=column_letter(section + 1)))
        role.triggered.connect(lambda: self.ask_role(section, spot))
        for each in (header, back, role):
            each.setEnabled(self._can_correct)
        menu.popup(spot)

    def _add_role(self, menu: QMenu, letter: str, role: Role, chip: Chip | None) -> None:
        action = menu.addAction(role_words(role))
        action.setCheckable(True)
        action.setChecked(chip is not None and chip.role is role)
        action.triggered.connect(partial(self._choose_role, letter, role))

    def _choose_role(self, letter: str, role: Role, _checked: bool = False) -> None:
        self.role_chosen.emit(self.sheet, letter, role)

    def _fresh_menu(self) -> QMenu:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        return self._menu

    def _say(self, reading: SheetReading, said: SheetCorrection, chips: dict[int, Chip]) -> None:
        guessed = sum(not chip.is_sure for chip in chips.values())
        if said.switched_off:
            words = self.tr("switched off: nothing is read from it")
        elif not reading.header_row:
            words = self.tr("no mapping was found here; choose what the columns are to have it read")
        elif guessed:
            one = self.tr("header in row {row} · 1 column guessed, look at it")
            several = self.tr("header in row {row} · {n} columns guessed, look at them")
            words = (one if guessed == 1 else several).format(row=reading.header_row, n=guessed)
        else:
            words = self.tr("header in row {row}").format(row=reading.header_row)
        if self.model.grid.cut:
            beyond = self.tr(" · larger than is read: the first {rows} rows and {columns} columns stand here")
            words += beyond.format(rows=f"{MAX_ROWS:,}", columns=MAX_COLUMNS)
        set_role(self._note, "attention" if self.model.grid.cut else "small")
        self._note.setText(words)
        self._note.setToolTip(words)

    def _lay_out(self) -> None:
        frame = panel()
        for words in (self._title, self._note):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        top = row(self._title, self.find_field, self.heat, gap=10)
        top.setStretch(0, 1)
        lines = column(top, self._note, self.view, self.legend, margins=12, gap=6)
        lines.setStretch(2, 1)
        frame.setLayout(lines)
        self.setLayout(column(frame))

    def _connect(self) -> None:
        self.heat.toggled.connect(self.model.show_heat)
        self.heat.toggled.connect(self.legend.setVisible)
        self.find_field.wanted.connect(self.find_next)
        self.find_field.left.connect(self.view.setFocus)
        self.view.roles.asked.connect(self.ask_role)
        self.view.menu_asked.connect(self.ask_cell)


def _chips(reading: SheetReading, said: SheetCorrection) -> dict[int, Chip]:
    """What each column, from 0, is read as; a correction shows even where nothing came of it."""
    sure = dict(reading.confidence)
    chips = {
        column_number(letter) - 1: Chip(role, sure.get(letter, 1.0), letter in reading.corrected)
        for letter, role in reading.roles
    }
    for letter, role in said.roles:
        chips[column_number(letter) - 1] = Chip(role, 1.0, is_corrected=True)
    return chips
