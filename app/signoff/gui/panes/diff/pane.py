"""The pane for SQL and diff: pages for the lower half of Validate."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.core.project.standing import Standing
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.diff.checks_page import ChecksPage
from signoff.gui.panes.diff.comparing import Comparing
from signoff.gui.panes.diff.meaning_page import MeaningPage
from signoff.gui.panes.diff.reading_page import ReadingPage
from signoff.gui.panes.diff.rows_page import RowsPage
from signoff.gui.panes.diff.sql_page import SqlPage
from signoff.gui.places import Place, Step


class DiffPane(Pane):
    """Owns the pages; the step puts them under tabs."""

    corner_changed = Signal(str)
    """What the corner of the tabs says while one of the pages is in front."""
    update_shown = Signal(bool)
    """Whether the chosen target is an update of an existing table."""
    words_changed = Signal(str, str)
    """Key of a tab and its new words."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.comparing = Comparing(context)
        self.rows = RowsPage(context, self.comparing)
        self.meaning = MeaningPage(context, self.comparing)
        self.sql = SqlPage(context, self.comparing)
        self.checks = ChecksPage(context)
        self.reading = ReadingPage(context)
        self.reading.line_asked.connect(self._show_line)
        self.meaning.rows_asked.connect(self._show_rows)
        self.sql.corner_changed.connect(self._tell_corner)
        session = context.session
        session.changed.connect(lambda _standing: self._tell_checks())
        session.target_chosen.connect(lambda _name: self._follow())
        session.column_chosen.connect(self.sql.mark_column)
        self._add_commands()

    def tabs(self) -> tuple[tuple[str, str, QWidget], ...]:
        """Key, words and page of each tab."""
        return (
            ("rows", self.tr("Rows that change"), self.rows),
            ("meaning", self.tr("What changes in the result"), self.meaning),
            ("sql", self.tr("SQL side by side"), self.sql),
            ("reading", self.tr("Existing SQL"), self.reading),
            ("checks", self.tr("Checks"), self.checks),
        )

    @property
    def is_seen(self) -> bool:
        return any(page.isVisible() for _key, _words, page in self.tabs())

    def refresh(self, standing: Standing) -> None:
        self._follow()

    def catch_up(self) -> None:
        super().catch_up()
        self._tell_corner()

    def step_difference(self, by: int) -> None:
        """Bring the SQL in front and go to the next difference, or with -1 to the previous one."""
        self.context.go(Place(Step.VALIDATE, part="sql"))
        self.sql.step_difference(by)

    def _follow(self) -> None:
        """Show the chosen target; only what is seen is worked out."""
        self._tell_checks()
        if not self.is_seen:
            self._shown = None
            return
        target = self.context.session.chosen
        self.comparing.follow(target.dossier if target else None)
        self.sql.show_target(target)
        self.reading.follow(target.dossier if target else None)
        if self.sql.isVisible():
            self.comparing.want_sides()
        if self.rows.isVisible() or self.meaning.isVisible():
            self.comparing.want_result()

    def _tell_checks(self) -> None:
        chosen = self.context.session.chosen
        self.update_shown.emit(bool(chosen and chosen.dossier and chosen.dossier.draft.existing))
        self.checks.show_target(self.context.session.chosen)
        failed = self.checks.failed
        words = self.tr("Checks {n}").format(n=f"{failed:,}") if failed else self.tr("Checks")
        self.words_changed.emit("checks", words)

    def _tell_corner(self) -> None:
        self.corner_changed.emit(self.sql.corner if self.sql.isVisible() else "")

    def _show_rows(self, part: str, name: str) -> None:
        self.context.go(Place(Step.VALIDATE, part="rows"))
        self.rows.show_part(part, name)

    def _show_line(self, number: int) -> None:
        """Show a line of the existing SQL."""
        self.context.go(Place(Step.VALIDATE, part="sql"))
        self.sql.show_line(number)

    def _add_commands(self) -> None:
        add, tr = self.context.commands.add, self.tr
        add(
            Command("target.next_difference", tr("Next difference"), ("F7",), Step.VALIDATE),
            lambda: self.step_difference(1), enabled=self._has_target,
        )  # fmt: skip
        add(
            Command("target.previous_difference", tr("Previous difference"), ("Shift+F7",), Step.VALIDATE),
            lambda: self.step_difference(-1), enabled=self._has_target,
        )  # fmt: skip
        add(
            Command("target.checks_again", tr("Run the checks again"), (), Step.VALIDATE),
            self.checks.run_again, enabled=lambda: self._has_target() and self.context.session.can_write,
        )  # fmt: skip

    def _has_target(self) -> bool:
        chosen = self.context.session.chosen
        return chosen is not None and chosen.dossier is not None
