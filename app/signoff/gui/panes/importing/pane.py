"""Input: the document as it was drawn, how it was read, and what comes with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QWidget

from signoff.core.domain.corrections import Corrections
from signoff.core.domain.spec import Role, Spec
from signoff.core.domain.spec_parts import of_document
from signoff.core.pipeline.beginning import free_place
from signoff.core.pipeline.dropped import DOCUMENT_ENDINGS, TEXT_ENDINGS
from signoff.core.pipeline.importing import correct_roles
from signoff.core.project.standing import Standing
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.importing.document_choice import DocumentChoice
from signoff.gui.panes.importing.empty_page import EmptyPage
from signoff.gui.panes.importing.incoming import Incoming
from signoff.gui.panes.importing.leaving import Leaving
from signoff.gui.panes.importing.reading import Reading
from signoff.gui.panes.importing.sheet_list import SheetLine, SheetList
from signoff.gui.panes.importing.sheet_panel import SheetPanel
from signoff.gui.panes.importing.side import Side
from signoff.gui.panes.importing.taking import Taking
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, caption, column, panel


class ImportPane(Pane):
    """Composes the parts; every correction is an act."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reading = Reading(context, self)
        self.taking = Taking(context, self.reading, self)
        self.empty = EmptyPage(context)
        self.sheets = SheetList(context.look)
        self.document = DocumentChoice()
        self.incoming = Incoming(context, self.reading, self)
        self.switch = button(self.tr("Switch off"), self._switch)
        self.sheet = SheetPanel(context.look)
        self.side = Side(context)
        self.leaving = Leaving(context, self.reading, self)
        self.pages = QStackedWidget()
        self._wanted: Place | None = None
        """Where to lead once the sheets are read."""
        self._lay_out()
        self._connect()
        self._add_commands()

    def take_files(self, paths: list[Path]) -> None:
        """Take what was dropped on the window."""
        self.taking.take(paths)

    def refresh(self, standing: Standing) -> None:
        """Follow the project."""
        if not self.incoming.is_shown:
            self.pages.setCurrentIndex(1)
        self.document.show_standing(standing)
        self.reading.follow(standing, self.document.name)
        self.side.show_standing(standing)
        self._show_sheets()
        self.side.show_overview(self.reading.overview)

    def show_place(self, place: Place) -> None:
        """Lead to a cell of the document, to a tab of the right side, or to a source table."""
        if place.part:
            self.side.tabs.choose(place.part)
        if place.cell is not None:
            self._wanted = place
            self.document.choose(place.cell.document)
            self._follow_wanted()

    def choose_document(self) -> None:
        """Ask for the document of a new project."""
        dialog = QFileDialog(self.window(), self.tr("Mapping document of the new project"))
        endings = " ".join(f"*{ending}" for ending in (*DOCUMENT_ENDINGS, *TEXT_ENDINGS))
        dialog.setNameFilter(self.tr("Mapping documents ({endings})").format(endings=endings))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.offer(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_version(self) -> None:
        """Ask for a document that comes into the open project."""
        dialog = QFileDialog(self.window(), self.tr("New version, or another mapping document"))
        endings = " ".join(f"*{ending}" for ending in (*DOCUMENT_ENDINGS, *TEXT_ENDINGS))
        dialog.setNameFilter(self.tr("Mapping documents ({endings})").format(endings=endings))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.incoming.ask(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def offer(self, document: Path) -> None:
        """Ask where the new project of a document goes."""
        self.context.go(Place(Step.INPUT))
        self.empty.show_form(document, free_place(document))
        self.pages.setCurrentIndex(0)

    def correct(self, corrections: Corrections, words: str) -> None:
        """Read the document anew as a person says it is meant."""
        grids, by, name = self.reading.grids, self.context.session.by, self.document.name
        if grids and self.context.session.can_write:
            self.context.session.act(
                words, lambda project: correct_roles(project, grids, corrections, by=by, document=name)
            )

    @property
    def _said(self) -> Corrections:
        standing = self.context.session.standing
        kept = standing.document_named(self.document.name) if standing else None
        return kept.corrections if kept else Corrections()

    @property
    def _spec(self) -> Spec | None:
        """What of the project's spec was read from the document shown."""
        standing = self.context.session.standing
        if standing is None or standing.spec is None:
            return None
        return of_document(standing.spec, self.document.name)

    def _correct_role(self, sheet: str, letter: str, role: Role | None) -> None:
        words = self.tr("correct column {letter} of {sheet}").format(letter=letter, sheet=sheet)
        self.correct(self._said.with_role(sheet, letter, role), words)

    def _correct_header(self, sheet: str, row: int | None) -> None:
        words = self.tr("correct the header of {sheet}").format(sheet=sheet)
        self.correct(self._said.with_header_row(sheet, row), words)

    def _switch(self, name: str = "") -> None:
        sheet = name or self.sheets.sheet
        line = next((each for each in self.sheets.lines.lines if each.name == sheet), None)
        if line is None:
            return
        if not line.is_off:
            words = self.tr("switch off {sheet}").format(sheet=sheet)
            self.correct(self._said.with_mapping(sheet, None).switched(sheet, off=True), words)
        else:
            words = self.tr("switch on {sheet}").format(sheet=sheet)
            said = self._said.switched(sheet, off=False)
            self.correct(said.with_mapping(sheet, True) if sheet.lstrip().startswith("#") else said, words)

    def _show_sheets(self) -> None:
        spec = self._spec
        if spec is None:
            return
        chosen = self.sheets.sheet
        self.sheets.lines.show(self._lines(spec))
        if not self.sheets.sheet:
            self.sheets.choose(chosen)
        if not self.sheets.sheet:
            lines = self.sheets.lines.lines
            first = next((each for each in lines if each.is_read), lines[0] if lines else None)
            if first is not None:
                self.sheets.choose(first.name)
        self._show_sheet()

    def _lines(self, spec: Spec) -> tuple[SheetLine, ...]:
        overview, made = self.reading.overview, []
        for each in spec.sheets:
            said, grid, is_read = (
                self._said.of(each.sheet),
                self.reading.grid(each.sheet),
                each.header_row > 0,
            )
            made.append(
                SheetLine(
                    each.sheet,
                    is_read,
                    said.switched_off or (each.sheet.lstrip().startswith("#") and not is_read),
                    bool(grid and grid.hidden),
                    len(grid.rows) if grid else 0,
                    overview.columns.get(each.sheet, 0) if overview else 0,
                    len(overview.remarks.get(each.sheet, ())) if overview else 0,
                )
            )
        return tuple(made)

    def _show_sheet(self) -> None:
        """Show the chosen sheet and what is said of it."""
        spec, name = self._spec, self.sheets.sheet
        if spec is None:
            return
        grid = self.reading.grid(name)
        if grid is not self.sheet.model.grid:
            self.sheet.show_grid(grid)
        self.sheet.tell(
            spec,
            self._said.of(name),
            self.reading.overview,
            can_correct=bool(self.reading.grids) and self.context.session.can_write,
        )
        line = next((each for each in self.sheets.lines.lines if each.name == name), None)
        self.switch.setText(
            self.tr("Switch the sheet on") if line and line.is_off else self.tr("Switch the sheet off")
        )
        self.switch.setEnabled(line is not None and self.context.session.can_write)

    def _read(self) -> None:
        self._show_sheets()
        self._follow_wanted()

    def _counted(self) -> None:
        self._show_sheets()
        self.side.show_overview(self.reading.overview)

    def _follow_wanted(self) -> None:
        place = self._wanted
        if place is None or place.cell is None or self.reading.grid(place.cell.sheet) is None:
            return
        self._wanted = None
        self.sheets.choose(place.cell.sheet)
        self._show_sheet()
        self.sheet.view.show_cell((place.cell.row, place.cell.column))

    def _begin_reading(self, name: str) -> None:
        self.empty.show_reading(name)
        if not self.context.session.is_open:
            self.pages.setCurrentIndex(0)

    def _end_reading(self) -> None:
        self.empty.show_drop()
        self.pages.setCurrentIndex(1 if self.context.session.is_open else 0)

    def _leave_form(self) -> None:
        self.pages.setCurrentIndex(1 if self.context.session.is_open else 0)

    def _show_comparison(self) -> None:
        self.pages.setCurrentIndex(2)

    def _end_comparison(self) -> None:
        self.pages.setCurrentIndex(1 if self.context.session.is_open else 0)

    def _show_document(self, _name: str) -> None:
        standing = self.context.session.standing
        if standing is not None:
            self.refresh(standing)

    def _lay_out(self) -> None:
        frame = panel()
        lines = column(caption(self.tr("Sheets")), self.document, self.sheets, self.switch, margins=12, gap=8)
        lines.setStretch(2, 1)
        frame.setLayout(lines)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(12)
        across.setChildrenCollapsible(False)
        for part in (frame, self.sheet, self.side):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([200, 640, 330])
        whole = QWidget()
        inside = column(self.incoming.asked, self.leaving.person, across, gap=10)
        inside.setStretch(2, 1)
        whole.setLayout(inside)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(whole)
        self.pages.addWidget(self.incoming.page)
        self.setLayout(column(self.pages))

    def _connect(self) -> None:
        self.empty.cancelled.connect(self.taking.cancel)
        self.empty.form.cancelled.connect(self._leave_form)
        self.empty.form.made.connect(
            lambda document, place, dialect: self.taking.begin([document], place, dialect)
        )
        self.taking.reading_began.connect(self._begin_reading)
        self.taking.reading_ended.connect(self._end_reading)
        self._connect_versions()
        self.reading.grids_read.connect(self._read)
        self.reading.counted.connect(self._counted)
        self.sheets.chosen.connect(lambda _name: self._show_sheet())
        self.sheets.switch_asked.connect(self._switch)
        self.sheet.role_chosen.connect(self._correct_role)
        self.sheet.header_chosen.connect(self._correct_header)
        self.side.heat_asked.connect(self.sheet.show_heat)

    def _connect_versions(self) -> None:
        incoming = self.incoming
        self.document.chosen.connect(self._show_document)
        self.document.aside_wanted.connect(lambda name: incoming.look_at_aside(name, self.document.name))
        self.taking.document_dropped.connect(incoming.ask)
        incoming.asked.project_wanted.connect(self.offer)
        incoming.shown.connect(self._show_comparison)
        incoming.ended.connect(self._end_comparison)

    def _is_open(self) -> bool:
        return self.context.session.is_open

    def _add_commands(self) -> None:
        add, here = self.context.commands.add, Step.INPUT
        add(Command("file.new", self.tr("New project …"), ("Ctrl+N",)), self.choose_document)
        add(
            Command("file.version", self.tr("New version, or another document …")),
            self.choose_version,
            enabled=lambda: self.context.session.can_write,
        )
        add(
            Command("edit.find_in_sheet", self.tr("Find in the sheet"), ("Ctrl+F",), here),
            self.sheet.show_find,
            enabled=self._is_open,
        )
        add(
            Command("view.readiness", self.tr("Show how ready each cell is"), ("Ctrl+H",), here),
            self.sheet.heat.toggle,
            enabled=self._is_open,
        )
        self.side.add_saving(self.leaving.add_commands())
        add(
            Command("edit.switch_sheet", self.tr("Switch the sheet off or on"), (), here),
            self._switch,
            enabled=lambda: self.context.session.can_write,
        )
