"""The page of sample rows: what to show, the rows, and a profile of them beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from signoff.core.domain.policies import policy
from signoff.core.project.standing import Standing, TargetStanding
from signoff.gui.context import Context
from signoff.gui.drawings.profile_bars import ProfileBars
from signoff.gui.panes.samples.choices import Choice, Kind, choices_of, sql_of
from signoff.gui.panes.samples.editor import QueryEditor
from signoff.gui.panes.samples.running import Ran, Running
from signoff.gui.tables.grid import GridView
from signoff.gui.widgets.basics import button, column, holder, label, row, set_role
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.pick import Pick
from signoff.gui.widgets.short_label import ShortLabel


class SamplesPage(QWidget):
    """Shows rows; asks for others."""

    import_asked = Signal()
    make_up_asked = Signal()
    profile_asked = Signal(str)
    """A source table whose profile should be shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._choices: tuple[Choice, ...] = ()
        self._shown_sql = ""
        self.running = Running(context, self)
        self.what = Pick(self.tr("What to show"), least=14)
        self.run_button = button(self.tr("Run  F5"), self.run, name=self.tr("Run on the sample rows"))
        self.cancel_button = button(self.tr("Cancel"), self.running.cancel, kind="link")
        self.finder = FilterField(self.tr("find"), self.tr("Find in the rows"))
        self.not_found = label(self.tr("not found"), "small")
        self.copy = button(self.tr("copy as table"), lambda: self.rows.copy_selection(), kind="quiet-small")
        self.told = label("", "small")
        self.editor = QueryEditor(context.look)
        self.rows = GridView(context.look, self.tr("Sample rows"), context.jobs)
        self.profile = ProfileBars(context.look, self.tr("Profile of the rows"))
        self.sources = ShortLabel("", "small")
        self.make_up = button(self.tr("Make up rows …"), self.make_up_asked.emit, kind="link")
        self._lay_out()
        self._connect()
        if not policy().values_on_clipboard:
            self.copy.setEnabled(False)
            self.copy.setToolTip(self.tr("Set by your administrator"))

    @property
    def choice(self) -> Choice | None:
        """What is chosen to be shown."""
        place = self.what.currentIndex()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def show_standing(self, standing: Standing, target: TargetStanding | None, missing: int) -> None:
        """Follow the project: what can be shown, and the rows of the chosen draft."""
        before = self.choice if len(self._choices) > 1 else None
        found = choices_of(standing, target)
        if found != self._choices:
            self._choices = found
            self.what.blockSignals(True)
            self.what.clear()
            self.what.addItems([self._words(each) for each in found])
            self.what.setCurrentIndex(self._place(before))
            self.what.blockSignals(False)
        made_up = sum(file.made_up for file in standing.samples)
        words = self.tr("{n} source tables with rows, {made} made up, {missing} without rows")
        self.sources.setText(words.format(n=len(standing.samples), made=made_up, missing=missing))
        self.make_up.setVisible(missing > 0 and self._context.session.can_write)
        self._follow_choice()

    def run(self) -> None:
        """Run what is chosen."""
        choice = self.choice
        if choice is None:
            return
        self._shown_sql = sql_of(choice, self._context.session.chosen, self.editor.sql)
        if choice.kind is Kind.QUERY:
            self.editor.remember()
        words = self.tr("running {what}").format(what=self._words(choice))
        self.running.run(self._shown_sql, words, is_own=choice.kind is Kind.QUERY)

    def scroll_to_column(self, name: str) -> None:
        """Bring a result column into sight."""
        names = [each.casefold() for each in self.rows.grid().columns]
        if name.casefold() in names and self.rows.grid().rows:
            place = self.rows.grid().index(0, names.index(name.casefold()))
            self.rows.scrollTo(place)
            self.rows.selectColumn(place.column())

    def _lay_out(self) -> None:
        top = row(
            self.what, self.run_button, self.cancel_button, self.finder, self.not_found, 1, self.copy, gap=6
        )
        top.setStretch(0, 3)
        self.what.setMaximumWidth(320)
        self.finder.setMaximumWidth(160)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.rows)
        across.addWidget(self.profile)
        across.setStretchFactor(0, 3)
        across.setStretchFactor(1, 1)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(10)
        self.profile.setMinimumWidth(210)
        foot = row(
            self.sources,
            self.make_up,
            button(self.tr("Import rows …"), self.import_asked.emit, kind="link"),
        )
        foot.setStretch(0, 1)
        lines = column(holder(top), self.told, self.editor, across, foot, gap=4)
        lines.setStretch(3, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(lambda _place: self._chosen())
        self.editor.run_asked.connect(self.run)
        self.running.ran.connect(self._show_rows)
        self.running.refused.connect(self._show_refusal)
        self.running.changed.connect(self._show_running)
        self.finder.returnPressed.connect(lambda: self.rows.find_text(self.finder.text()))
        self.finder.wanted.connect(self._find)
        self.rows.found.connect(lambda is_there: self.not_found.setVisible(not is_there))
        self.not_found.hide()
        self._show_running()

    def _find(self, text: str) -> None:
        self.not_found.hide()
        self.rows.find_text(text)

    def _chosen(self) -> None:
        self._shown_sql = ""
        self._follow_choice()

    def _follow_choice(self) -> None:
        """Show or hide what belongs to the choice, and run it unless it is shown already."""
        choice = self.choice
        is_query = choice is not None and choice.kind is Kind.QUERY
        self.editor.setVisible(is_query)
        self.profile.setVisible(choice is not None and choice.kind is Kind.SOURCE)
        if choice is None or is_query:
            return
        sql = sql_of(choice, self._context.session.chosen, "")
        if sql and sql != self._shown_sql:
            self.run()
            if choice.kind is Kind.SOURCE:
                self.profile_asked.emit(choice.name)

    def _place(self, before: Choice | None) -> int:
        """The choice to keep: the same source table or query, else the draft."""
        kept = before is not None and before.kind is not Kind.DRAFT and before in self._choices
        return self._choices.index(before) if kept and before is not None else 0

    def _words(self, choice: Choice) -> str:
        if choice.kind is Kind.QUERY:
            off = "" if policy().free_select else self.tr("  (off: set by your administrator)")
            return self.tr("a query of your own") + off
        words = self.tr("rows of {name}") if choice.kind is Kind.DRAFT else self.tr("source {name}")
        mark = self.tr("  (made up)") if choice.is_made_up else ""
        return words.format(name=choice.name) + mark

    def _show_rows(self, ran: Ran) -> None:
        self.rows.show_rows(ran.result.columns, ran.result.rows, ran.result.types)
        count = f"{len(ran.result.rows):,}" + ("+" if ran.result.more else "")
        words = self.tr("{n} rows in {s:.1f} s" if ran.seconds >= 0.1 else "{n} rows").format(
            n=count, s=ran.seconds
        )
        choice = self.choice
        is_made_up = choice is not None and choice.is_made_up
        if is_made_up:
            words += self.tr(" · made-up rows: nobody sent these values")
        set_role(self.told, "attention" if is_made_up else "small")
        self.told.setText(words)
        self.scroll_to_column(self._context.session.column)

    def _show_refusal(self, sentence: str) -> None:
        set_role(self.told, "bad")
        self.told.setText(sentence)
        self.rows.show_rows((), ())

    def _show_running(self) -> None:
        self.cancel_button.setVisible(self.running.goes_on)
        self.run_button.setEnabled(not self.running.goes_on)
        if self.running.goes_on:
            set_role(self.told, "small")
            self.told.setText(self.tr("running …"))
