"""The pane for sample rows: a page for the lower half of Validate, and what brings rows in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from signoff.core.pipeline.importing import import_samples
from signoff.core.pipeline.making_up import make_up_samples, without_rows
from signoff.core.project.standing import Standing
from signoff.core.verify.profile import TableProfile, profile
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.samples.page import SamplesPage
from signoff.gui.places import Step
from signoff.gui.widgets.empty import EmptyState


class SamplesPane(Pane):
    """Owns the page; the step puts it under a tab."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.page = SamplesPage(context)
        self.empty = EmptyState(
            self.tr("No sample rows yet"),
            self.tr("Values are shown on sample rows: import CSV or Parquet files, or have some made up."),
            ((self.tr("Import rows …"), self._ask_for_files), (self.tr("Make up rows"), self._make_up)),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.empty)
        self.page.import_asked.connect(self._ask_for_files)
        self.page.make_up_asked.connect(self._make_up)
        self.page.profile_asked.connect(self._profile)
        context.session.target_chosen.connect(lambda _name: self._follow())
        context.session.column_chosen.connect(self.page.scroll_to_column)
        here = Step.VALIDATE
        context.commands.add(
            Command("target.run_samples", self.tr("Run on the sample rows"), ("F5",), here), self.page.run
        )
        context.commands.add(
            Command("tools.import_rows", self.tr("Import sample rows …")),
            self._ask_for_files,
            enabled=lambda: context.session.can_write,
        )
        context.commands.add(
            Command("tools.make_up_rows", self.tr("Make up rows where there are none")),
            self._make_up,
            enabled=lambda: context.session.can_write,
        )

    def tabs(self) -> tuple[tuple[str, str, QWidget], ...]:
        """Key, words and page of each tab."""
        return (("samples", self.tr("Sample rows"), self.pages),)

    @property
    def is_seen(self) -> bool:
        return self.pages.isVisible()

    def refresh(self, standing: Standing) -> None:
        """Follow the project."""
        self.pages.setCurrentWidget(self.page if standing.samples else self.empty)
        missing = 0
        if standing.spec is not None:
            missing = len(without_rows(standing.spec, standing.sources, standing.samples).tables)
        self.page.show_standing(standing, self.context.session.chosen, missing)

    def _follow(self) -> None:
        standing = self.context.session.standing
        if standing is not None and self.is_seen:
            self.refresh(standing)
        else:
            self._shown = None

    def _ask_for_files(self) -> None:
        dialog = QFileDialog(self.pages, self.tr("Import sample rows"))
        dialog.setNameFilter(self.tr("Sample rows (*.csv *.tsv *.parquet schema.sql)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self._import([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _import(self, paths: list[Path]) -> None:
        by = self.context.session.by
        self.context.session.act(
            self.tr("import sample rows"), lambda project: import_samples(project, paths, by=by)
        )

    def _make_up(self) -> None:
        by, words = self.context.session.by, self.tr("make up sample rows")

        def tell(tables: tuple[str, ...]) -> None:
            self.context.notify.tell(
                self.tr("Rows were made up for {names}.").format(names=", ".join(tables))
            )

        self.context.session.act(words, lambda project: make_up_samples(project, by=by), tell)

    def _profile(self, table: str) -> None:
        def show(found: TableProfile) -> None:
            choice = self.page.choice
            if choice is not None and choice.name == found.name:
                self.page.profile.show_profile(found)

        words = self.tr("counting values of {name}").format(name=table)
        self.context.samples.ask(words, lambda sandbox, cancel: profile(table, sandbox, cancel=cancel), show)
