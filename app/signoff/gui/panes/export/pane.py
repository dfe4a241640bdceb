"""Generate: what goes, what would be written where, the writing, and what dbt says of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QStackedWidget, QWidget

from signoff.core.export.preview import FileState
from signoff.core.export.view import ExportResult
from signoff.core.export.writing import Edited
from signoff.core.project.exporting import export_project
from signoff.core.project.placing_back import place_back
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.export.destination import Destination
from signoff.gui.panes.export.difference import Difference
from signoff.gui.panes.export.evidence import Evidence
from signoff.gui.panes.export.file_panel import FilePanel
from signoff.gui.panes.export.handing import Handing
from signoff.gui.panes.export.looking import Looked, Looking, Wanted
from signoff.gui.panes.export.nothing_signed import NothingSigned
from signoff.gui.panes.export.outcome import Outcome
from signoff.gui.panes.export.progress_page import ProgressPage
from signoff.gui.panes.export.proving import Proving
from signoff.gui.panes.export.target_panel import TargetPanel
from signoff.gui.panes.export.words import write_words
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, holder, panel, row
from signoff.gui.widgets.tabs import Tabs


class ExportPane(Pane):
    """Composes the parts; what is written is always what was shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.targets = TargetPanel(context)
        self.destination = Destination(context.preferences)
        self.files = FilePanel(context)
        self.difference = Difference(context)
        self.handing = Handing(context, self)
        self.evidence = Evidence()
        self.outcome = Outcome()
        self.progress = ProgressPage(context)
        self.empty = NothingSigned(context.go)
        self.looking = Looking(context.session, self._wanted, self)
        self.proving = Proving(context, self.outcome)
        self.looked: Looked | None = None
        """What was seen of the folder, for what is on screen now."""
        self._replaced: frozenset[str] = frozenset()
        """Paths of files that somebody edited and that are to be written anew."""
        self._is_writing = False
        self._shown_path: Path | None = None
        self.write_button = button(
            write_words(()), self.write, kind="primary", name=self.tr("Write the files"), hint="Ctrl+Shift+E"
        )
        self.bar = QProgressBar()
        self.tabs = Tabs()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_commands()
        self.empty.show_standing(None)

    @property
    def help_page(self) -> str:
        """That of the tab in front."""
        return "evidence" if self.tabs.current == "evidence" else ""

    def refresh(self, standing: Standing) -> None:
        """Follow the project."""
        if self._shown_path != standing.path:
            self._shown_path = standing.path
            self.looked, self._replaced = None, frozenset()
            self.targets.model.choose_all()
            self.outcome.show_nothing()
            self.tabs.choose("difference")
        self.targets.show_standing(standing)
        self.progress.show_standing(standing)
        self.targets.setVisible(bool(standing.targets))
        self.destination.show_project(standing)
        self.outcome.back.show_standing(standing, can_write=self.context.session.can_write)
        if not standing.signed:
            self.empty.show_standing(standing)
        self.pages.setCurrentIndex(1 if standing.signed else 0)
        self.files.setVisible(bool(standing.signed))
        self._show_state()
        self.looking.soon()

    def show_place(self, place: Place) -> None:
        """Lead to a tab: ``difference``, ``evidence``, ``outcome`` or ``progress``."""
        if place.part:
            self.tabs.choose(place.part)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looking.soon()

    def write(self) -> None:
        """Write what is shown; files that somebody edited are kept, but for those that are to be replaced."""
        wanted = self._wanted()
        if wanted is None or not self._can_write():
            return
        self._is_writing = True
        self._show_state()
        by, replaced = self.context.session.by, self._replaced

        def work(project: Project) -> ExportResult:
            return export_project(
                project,
                wanted.folder,
                by=by,
                dbt_project_name=wanted.name,
                targets=wanted.targets,
                edited=Edited.KEEP,
                replace=replaced,
            )

        job = self.context.session.act(
            self.tr("write the signed files"), work, self._show_written, can_undo=False
        )
        job.ended.connect(self._end_writing)

    def _show_written(self, result: ExportResult) -> None:
        standing = self.context.session.standing
        assert standing is not None
        self.outcome.show_written(result, standing)
        self.tabs.choose("outcome")
        self.proving.check(result.folder)

    def _place_back(self, folder: str) -> None:
        """Put the ticked updates back into the dbt project of that folder."""
        by, wanted = self.context.session.by, self._wanted()
        chosen = wanted.targets if wanted is not None else ()
        self.context.session.act(
            self.tr("put updates back into their dbt project"),
            lambda project: place_back(project, Path(folder), by=by, targets=chosen),
            self.outcome.back.show_placed,
            can_undo=False,
        )

    def _end_writing(self) -> None:
        self._is_writing = False
        self._show_state()
        self.looking.soon()

    def _wanted(self) -> Wanted | None:
        """What is on screen, to be looked at; None when nothing is."""
        standing = self.context.session.standing
        if standing is None or not standing.signed or not self.is_seen or self._is_writing:
            return None
        if self._shown_path != standing.path:
            return None
        chosen = self.targets.model.chosen
        if not chosen:
            return None
        is_all = not self.targets.model.left_out
        return Wanted(standing.path, self.destination.folder, self.destination.name, () if is_all else chosen)

    def _can_write(self) -> bool:
        looked = self.looked
        if looked is None or looked.preview is None or self._is_writing:
            return False
        is_shown = looked.wanted == self._wanted()
        return is_shown and bool(looked.preview.targets) and self.context.session.can_write

    def _show_looked(self, looked: Looked) -> None:
        self.looked = looked
        files = looked.preview.files if looked.preview else ()
        edited = {file.path for file in files if file.state is FileState.EDITED}
        self._replaced &= edited
        if looked.preview is None:
            self.files.show_trouble(looked.trouble)
        else:
            self.evidence.show_preview(looked.preview)
        self._show_files()

    def _show_files(self) -> None:
        """Show what becomes of the files, with what was said of those that somebody edited."""
        preview = self.looked.preview if self.looked else None
        if preview is not None:
            self.files.show_preview(preview, self._replaced)
        self.difference.show_replaced(self._replaced)
        self.targets.show_files(preview.files if preview else (), self._replaced)
        self._show_state()

    def _replace(self, path: str, is_replaced: bool) -> None:
        self._replaced = self._replaced | {path} if is_replaced else self._replaced - {path}
        self._show_files()

    def _show_file(self, path: str) -> None:
        self.tabs.choose("difference")
        self.files.choose(path)

    def _show_state(self) -> None:
        looked = self.looked
        files = looked.preview.files if looked and looked.preview else ()
        self.write_button.setText(
            self.tr("Writing …") if self._is_writing else write_words(files, self._replaced)
        )
        self.write_button.setEnabled(self._can_write())
        self.bar.setVisible(self._is_writing)
        self.context.commands.refresh()

    def _destination_changed(self) -> None:
        self._show_state()
        self.looking.soon()

    def _check_again(self) -> None:
        if self.outcome.folder is not None:
            self.proving.check(self.outcome.folder)

    def _connect(self) -> None:
        self.destination.changed.connect(self._destination_changed)
        self.looking.looked.connect(self._show_looked)
        self.files.chosen.connect(self.difference.show_file)
        self.difference.chosen.connect(self._replace)
        self.targets.choice_changed.connect(self._destination_changed)
        self.targets.file_asked.connect(self._show_file)
        self.outcome.check_asked.connect(self._check_again)
        self.outcome.back.asked.connect(self._place_back)

    def _add_commands(self) -> None:
        add, here = self.context.commands.add, Step.GENERATE
        add(
            Command("target.export", self.tr("Write the signed files"), ("Ctrl+Shift+E",)),
            self.write,
            enabled=self._can_write,
        )
        add(
            Command("target.look_at_folder", self.tr("Look at the folder again"), ("F5",), here),
            self.looking.soon,
        )
        steps = (
            ("next", self.tr("Next difference in the file"), "F7", 1),
            ("previous", self.tr("Previous difference in the file"), "Shift+F7", -1),
        )
        for name, words, keys, by in steps:
            command = Command(f"target.{name}_file_difference", words, (keys,), here)
            add(command, partial(self.difference.step, by))
        self.handing.add_commands()

    def _lay_out(self) -> None:
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Writing"))
        self.bar.hide()
        self.tabs.add("difference", self.tr("What changes"), self.difference)
        self.tabs.add("evidence", self.tr("Evidence"), self.evidence)
        self.tabs.add("outcome", self.tr("Outcome"), self.outcome)
        self.tabs.add("progress", self.tr("Progress"), self.progress)
        top = panel()
        act = column(1, self.write_button, self.bar, gap=4)
        inside = row(self.destination, act, margins=12, gap=14)
        inside.setStretch(0, 1)
        top.setLayout(inside)
        lower = panel()
        lower.setLayout(column(self.tabs, margins=10))
        body = column(top, lower, gap=12)
        body.setStretch(1, 1)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(holder(body))
        upright = _splitter(Qt.Orientation.Vertical, self.targets, self.files)
        upright.setSizes([300, 420])
        across = _splitter(Qt.Orientation.Horizontal, upright, self.pages)
        across.setStretchFactor(1, 1)
        across.setSizes([370, 830])
        self.setLayout(column(across))


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(12)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made
