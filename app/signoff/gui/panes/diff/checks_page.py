"""The checks of a target: filtered, run again, each leading to its column."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHeaderView, QStackedWidget, QTreeView

from signoff.core.domain.checks import CheckState, Verification
from signoff.core.domain.dossier import Dossier
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken
from signoff.core.project.project import Project
from signoff.core.project.standing import TargetStanding
from signoff.core.verify.verify import verify
from signoff.gui.context import Context
from signoff.gui.look import Look
from signoff.gui.panes.diff.check_model import (
    ACCEPTED,
    COLUMN,
    MARK,
    SENTENCE,
    CheckLine,
    CheckModel,
    lines_of,
)
from signoff.gui.panes.diff.words import say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, holder
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.flow import Flow

_LEAST_PX = 36
"""Height of the list where the lower half is low: what chooses among the checks stays whole."""
_OPEN, _ALL = "open", ""
"""What is to be looked at: all that did not pass; and everything."""


class _CheckView(QTreeView):
    """The list; Enter and a click on the column lead there, Ctrl+C copies the list as a table."""

    column_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.checks = CheckModel(look)
        self.setModel(self.checks)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setMinimumHeight(_LEAST_PX)
        self.setAccessibleName(self.tr("Checks"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(28)
        head.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(MARK, 32)
        head.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(COLUMN, 180)
        head.resizeSection(ACCEPTED, 220)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.checks.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._ask(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == COLUMN:
            self._ask(index.row())

    def _ask(self, place: int) -> None:
        if name := self.checks.lines[place].check.column:
            self.column_asked.emit(name)


class ChecksPage(QStackedWidget):
    """Follows the verification of the chosen target."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._target: TargetStanding | None = None
        self._lines: tuple[CheckLine, ...] = ()
        self._state = _OPEN
        self.view = _CheckView(context.look)
        self.view.column_asked.connect(self._lead_to)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter checks"))
        self.filter.wanted.connect(lambda _text: self._fill())
        self.again = button(
            self.tr("Run again"),
            self.run_again,
            hint=self.tr("Runs every check of this table on the samples"),
        )
        self._choices = {
            state: button("", partial(self._choose, state), kind="tab")
            for state in (_OPEN, _ALL, CheckState.FAILED, CheckState.SKIPPED, CheckState.PASSED)
        }
        group = QButtonGroup(self)
        for each in self._choices.values():
            each.setCheckable(True)
            group.addButton(each)
        self._choices[_OPEN].setChecked(True)
        bar = Flow(4)
        for widget in (*self._choices.values(), self.filter, self.again):
            bar.addWidget(widget)
        self.passed = button("", self._choices[CheckState.PASSED].click, kind="link")
        self._empty = EmptyState(
            self.tr("Not checked yet"),
            self.tr("Draft the table first; its checks run as soon as it is drafted."),
        )
        self.addWidget(holder(column(holder(bar), self.passed, self.view, gap=6)))
        self.addWidget(self._empty)

    @property
    def failed(self) -> int:
        """Checks that failed and are not accepted."""
        return sum(line.bars for line in self._lines)

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """The lines on screen."""
        return tuple(self.view.checks.lines)

    def show_target(self, target: TargetStanding | None) -> None:
        """Show the checks of a target."""
        if target is self._target:
            return
        self._target = target
        dossier = target.dossier if target else None
        self._lines = lines_of(dossier, datetime.now(UTC).date().isoformat())
        self.setCurrentIndex(0 if dossier is not None else 1)
        self._count()
        self._fill()

    def run_again(self) -> None:
        """Run every check of the target on the samples; kept when the draft is still the same."""
        dossier = self._target.dossier if self._target else None
        if dossier is None or not self._context.session.can_write or not self.again.isEnabled():
            return
        self.again.setEnabled(False)

        def work(sandbox: Sandbox, cancel: CancelToken) -> Verification:
            return verify(dossier.draft, dossier.mapping, sandbox, cancel=cancel)

        words = self.tr("checking {name}").format(name=dossier.target)
        job = self._context.samples.ask(words, work, lambda found: self._keep(dossier, found), shown=True)
        job.ended.connect(lambda: self.again.setEnabled(True))

    def _keep(self, dossier: Dossier, found: Verification) -> None:
        by = self._context.session.by
        words = self.tr("check {name} again").format(name=dossier.target)
        told = self.tr("{name} is checked again: {n} checks, {failed} failed.").format(
            name=dossier.target,
            n=f"{len(found.checks):,}",
            failed=sum(check.state is CheckState.FAILED for check in found.checks),
        )
        self._context.session.act(
            words,
            lambda project: _keep_if_same(project, dossier, found, by),
            lambda _nothing: self._context.notify.tell(told),
        )

    def _choose(self, state: str) -> None:
        self._state = state
        self._fill()

    def _count(self) -> None:
        words = {
            _OPEN: self.tr("To look at {n}"),
            _ALL: self.tr("All {n}"),
            CheckState.FAILED: self.tr("Failed {n}"),
            CheckState.SKIPPED: self.tr("Not run {n}"),
            CheckState.PASSED: self.tr("Passed {n}"),
        }
        for state, each in self._choices.items():
            count = sum(_is_of(line, state) for line in self._lines)
            each.setText(words[state].format(n=f"{count:,}"))
            each.setAccessibleName(each.text())

    def _fill(self) -> None:
        wanted = self.filter.text().strip().casefold()
        kept = [
            line
            for line in self._lines
            if _is_of(line, _ALL if wanted and self._state == _OPEN else self._state)
            and wanted in f"{line.check.message} {line.check.column} {line.accepted}".casefold()
        ]
        self.view.checks.show(kept)
        passed = sum(line.check.state is CheckState.PASSED for line in self._lines)
        words = (
            self.tr("✓ 1 technical check passed: show it")
            if passed == 1
            else self.tr("✓ {n} technical checks passed: show them")
        )
        self.passed.setText(words.format(n=f"{passed:,}"))
        self.passed.setVisible(self._state == _OPEN and passed > 0 and not wanted)
        self.view.setColumnHidden(ACCEPTED, not any(line.accepted for line in kept))

    def _lead_to(self, name: str) -> None:
        if self._target is not None:
            self._context.go(Place(Step.VALIDATE, self._target.name, name))


def _is_of(line: CheckLine, state: str) -> bool:
    """Whether a line belongs under one of the choices."""
    if state == _OPEN:
        return line.check.state is not CheckState.PASSED
    return state == _ALL or line.check.state == state


def _keep_if_same(project: Project, dossier: Dossier, found: Verification, by: str) -> None:
    if project.draft(dossier.target) != dossier.draft:
        raise SignoffError(
            say("{name} was drafted anew while it was checked; the new draft has its own checks.").format(
                name=dossier.target
            )
        )
    project.put_verifications([found], by=by)
