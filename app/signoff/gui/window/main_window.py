"""The one window: the steps as its spine, the panes inside, and what leads from place to place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from signoff.core.domain.review import ROWS
from signoff.core.pipeline.sample import make_sample_project
from signoff.core.project.standing import Standing
from signoff.gui.commands import Commands
from signoff.gui.context import Context
from signoff.gui.drafter import Drafter
from signoff.gui.jobs import Job, Jobs
from signoff.gui.look import Look
from signoff.gui.notify import Notifier
from signoff.gui.pane import Pane
from signoff.gui.panes.export import ExportPane
from signoff.gui.panes.importing import ImportPane
from signoff.gui.panes.masking import MaskingPane
from signoff.gui.places import Place, Step
from signoff.gui.preferences import Preferences
from signoff.gui.samples import Samples
from signoff.gui.session import Session
from signoff.gui.widgets.basics import column, holder, label, panel, row
from signoff.gui.widgets.scrolled import Pages, Scrolled
from signoff.gui.window.findable import Findable
from signoff.gui.window.first_start import FirstStart
from signoff.gui.window.generator_import import GeneratorImport
from signoff.gui.window.job_strip import JobStrip
from signoff.gui.window.menus import Menus
from signoff.gui.window.notices import Notices
from signoff.gui.window.palette import Palette
from signoff.gui.window.status_bar import StatusBar
from signoff.gui.window.step_bar import StepBar
from signoff.gui.window.target_list import TargetList
from signoff.gui.window.tour import Tour
from signoff.gui.window.tour_stops import tour_stops
from signoff.gui.window.validate_step import ValidateStep

SAMPLE = "Supplier migration (sample).signoff"


class MainWindow(QMainWindow):
    """Frame, services and panes; all work is done elsewhere."""

    files_dropped = Signal(object)
    """Paths dropped anywhere on the window."""

    def __init__(self, preferences: Preferences, look: Look, notify: Notifier) -> None:
        super().__init__()
        self.setWindowTitle("Signoff")
        self.setAcceptDrops(True)
        self.preferences, self.look, self.notify = preferences, look, notify
        self.jobs = Jobs(self)
        self.session = Session(self.jobs, notify, preferences, self)
        self.samples = Samples(self.jobs, self.session, notify, self)
        self.drafter = Drafter(self.jobs, self.session, notify, self)
        self.commands = Commands(self)
        self.context = Context(
            self.jobs,
            self.session,
            self.samples,
            self.drafter,
            self.commands,
            notify,
            preferences,
            look,
            self.go,
            self.show_help,
        )
        self.step = Step.INPUT
        self.panes: dict[Step, Pane] = {}
        self.steps = StepBar()
        self.palette_ = Palette(self, look, Findable(self.commands, self.session, self.go, self).entries)
        self.targets = TargetList(self.session, look)
        self.pages = Pages()
        self.status = StatusBar(self.drafter, self.jobs)
        self.menus = Menus(self)
        self._build()
        self._connect()

    def go(self, place: Place) -> None:
        """Show a place, whatever step it is in; a target table that is gone leaves the choice as it is."""
        standing = self.session.standing
        if place.target and (standing is None or standing.target(place.target) is not None):
            self.session.choose_target(place.target)
        if place.column:
            self.session.choose_column(place.column)
        self.show_step(place.step)
        self.panes[place.step].show_place(place)

    def show_step(self, step: Step) -> None:
        """Show one of the four steps."""
        self.step = step
        self.pages.setCurrentWidget(self.panes[step])
        self.steps.set_here(step, self.session.standing)
        self.commands.set_step(step)
        self.preferences.keep_text("step", str(int(step)))

    def show_help(self, page: str) -> None:
        """Open a help page; the place's own when none is named."""
        here = self.panes[self.step].help_page or self.step.name.lower()
        self.menus.show_help(page or here)

    def open_files(self, paths: list[Path]) -> None:
        """Open what was dropped or named: a project, else material for the mapping import."""
        project = next((path for path in paths if path.suffix == ".signoff"), None)
        if project is not None:
            self.session.open(project)
            return
        self.show_step(Step.INPUT)
        self.files_dropped.emit(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.keep_text("target", self.session.target)
        self.preferences.keep_text("column", self.session.column)
        self.preferences.keep_state("window", self.saveGeometry())
        self.preferences.keep_state("across", self.across.saveState())
        self.preferences.save()
        self.jobs.close()
        super().closeEvent(event)

    def _build(self) -> None:
        importing = ImportPane(self.context)
        self.files_dropped.connect(importing.take_files)
        self.panes = {
            Step.INPUT: importing,
            Step.ENHANCE: MaskingPane(self.context),
            Step.VALIDATE: ValidateStep(self.context),
            Step.GENERATE: ExportPane(self.context),
        }
        for pane in self.panes.values():
            self.pages.addWidget(pane)
        self.bringing = GeneratorImport(self.jobs, self.commands, self.notify, self)
        self.menus.fill()
        bar = panel("bar")
        parts = (label("Signoff", "title"), self.steps, self.palette_.field)
        bar.setLayout(row(*parts, gap=12, margins=(18, 6, 18, 6)))
        self.first = FirstStart(self.preferences)
        self.across = self.menus.splitter()
        self.across.addWidget(self.targets.widget)
        self.across.addWidget(Scrolled(self.pages))
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([230, 1170])
        self.body = QStackedWidget()
        self.body.addWidget(holder(row(self.across, margins=14)))
        self.body.addWidget(self.first)
        self.body.setCurrentIndex(0 if self.preferences.role else 1)
        self.notices = Notices(self.notify, self)
        middle = column(bar, self.body, JobStrip(self.jobs), self.notices, self.status, gap=0)
        middle.setStretch(1, 1)
        self.setCentralWidget(holder(middle))
        self.setMenuBar(self.menus.bar)
        self.resize(1440, 900)
        self.restoreGeometry(self.preferences.state("window"))
        self.across.restoreState(self.preferences.state("across"))

    def _connect(self) -> None:
        self.steps.chosen.connect(lambda number: self.show_step(Step(number)))
        self.session.opened.connect(self._opened)
        self.session.changed.connect(self._changed)
        self.session.acted.connect(lambda _act: self.commands.refresh())
        self.session.target_chosen.connect(lambda _name: self.commands.refresh())
        self.session.column_chosen.connect(lambda _name: self.commands.refresh())
        self.drafter.state_changed.connect(self.commands.refresh)
        self.drafter.progressed.connect(self._mark_drafting)
        self.drafter.ended.connect(lambda _whole: self.targets.set_drafting(frozenset()))
        self.first.done.connect(self._begin)
        self.first.import_asked.connect(self.bringing.ask_file)
        self.first.folder_asked.connect(self.bringing.ask_folder)
        self.bringing.brought.connect(self.first.show_generator)
        kept = self.preferences.text("step")
        QTimer.singleShot(0, lambda: self.show_step(Step(int(kept)) if kept.isdigit() else Step.INPUT))

    def open_sample(self) -> Job:
        """Open the sample project, made anew where it is not there yet."""
        path = self.preferences.folder / SAMPLE
        if path.is_file():
            return self.session.open(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        words = self.tr("making the sample project")
        name = self.tr("Supplier migration (sample)")
        return self.session.open_with(lambda by: make_sample_project(path, name=name, by=by), words)

    def start_tour(self) -> None:
        """Show the short tour."""
        self.body.setCurrentIndex(0)
        tour = Tour(self, tour_stops(self))
        tour.ended.connect(self.preferences.set_tour_seen)
        tour.start()

    def _begin(self) -> None:
        """After the first start's page: the sample project, then the tour."""
        self.body.setCurrentIndex(0)
        self.show_step(Step.INPUT)
        if not self.session.is_open:
            self.open_sample().finished.connect(lambda _standing: self._tour_once())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.preferences.role is None:
            self.first.focus()
        else:
            self.targets.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tour_once(self) -> None:
        if not self.preferences.tour_seen:
            self.start_tour()

    def _opened(self, standing: Standing) -> None:
        self.setWindowTitle(f"Signoff · {standing.path.name}")
        if standing.target(self.preferences.text("target")) is not None:
            self.session.choose_target(self.preferences.text("target"))
            self.session.choose_column(self.preferences.text("column") or ROWS)
        if standing.read_only:
            words = self.tr("{name} is held by {holder}; it is shown for reading only.")
            self.notify.tell(
                words.format(name=standing.path.name, holder=standing.holder or self.tr("nobody"))
            )

    def _changed(self, standing: Standing) -> None:
        self.steps.show_standing(standing)
        self.status.show_standing(standing)
        self.commands.refresh()

    def _mark_drafting(self, news: object) -> None:
        name = str(getattr(news, "message", "")).partition(".")[0]
        standing = self.session.standing
        known = standing is not None and standing.target(name) is not None
        self.targets.set_drafting(frozenset({name}) if known else frozenset())
