"""The source tables with what their samples hold; the numbers are counted when a table is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from signoff.core.project.standing import Standing
from signoff.core.verify.profile import TableProfile, profile
from signoff.gui.context import Context
from signoff.gui.drawings.profile_bars import ProfileBars
from signoff.gui.panes.importing.existing_block import ExistingBlock
from signoff.gui.panes.importing.source_notices import SourceNotices
from signoff.gui.panes.importing.surveying import Surveying, named_in
from signoff.gui.widgets.basics import column, label, rule
from signoff.gui.widgets.pick import Pick


class SourcesPage(QWidget):
    """Picks a table and shows its profile, and above it what is open on the source tables."""

    matters_changed = Signal()
    """`open_matters` may be another number."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._known: tuple[object, ...] = ()
        self._profiles: dict[str, TableProfile] = {}
        self.tables = Pick(self.tr("Source table"))
        self.surveying = Surveying(context, self)
        self.notices = SourceNotices(context)
        self.note = label("", "dim", wraps=True)
        self.bars = ProfileBars(context.look, self.tr("Columns of the source table and what they hold"))
        self.pages = QStackedWidget()
        self.pages.addWidget(QWidget())
        self.pages.addWidget(self.bars)
        self.existing = ExistingBlock(context)
        lines = column(self.tables, self.notices, self.note, self.pages, rule(), self.existing, gap=6)
        lines.setStretch(3, 1)
        self.setLayout(lines)
        self.tables.currentIndexChanged.connect(lambda _row: self._choose())
        self.surveying.surveyed.connect(self._show_survey)

    @property
    def count(self) -> int:
        """Source tables listed."""
        return self.tables.count()

    def show_standing(self, standing: Standing) -> None:
        """Follow the project's samples and existing SQL."""
        self.existing.show_standing(standing)
        known = (
            standing.path,
            standing.samples,
            standing.stated,
            standing.name_matches,
            named_in(standing),
            standing.spec and standing.spec.digest,
        )
        if known == self._known:
            return
        self._known, self._profiles = known, {}
        self._list_tables(standing)
        self.surveying.follow(standing)

    @property
    def open_matters(self) -> int:
        """Joins whose samples don't fit, and names to confirm that are not counted among the questions."""
        found = self.surveying.found
        return sum(not each.asked for each in found.names) + len(found.apart) if found else 0

    def _list_tables(self, standing: Standing) -> None:
        """List the tables with rows first, then those that are stated, then those only the document lists."""
        sampled = [file.table for file in standing.samples]
        folded = {name.casefold() for name in sampled}
        stated = self.surveying.found.schema.tables if self.surveying.found else ()
        listed = standing.spec.sources.tables if standing.spec else ()
        names = {table.name.casefold(): table.name for table in (*stated, *listed)}
        others = [name for key, name in names.items() if key not in folded]
        chosen = self.tables.currentText()
        self.tables.blockSignals(True)
        self.tables.clear()
        self.tables.addItems([*sampled, *others])
        self.tables.setCurrentIndex(max(0, self.tables.findText(chosen)))
        self.tables.blockSignals(False)
        self.tables.setVisible(self.tables.count() > 0)
        self._choose()

    def _choose(self) -> None:
        self.notices.show_survey(self.surveying.found, self.tables.currentText())
        self.ask()

    def _show_survey(self) -> None:
        standing = self._context.session.standing
        if standing is not None:
            self._list_tables(standing)
        self.matters_changed.emit()

    def choose(self, table: str) -> None:
        """Show a table, if it is there."""
        row = next(
            (n for n in range(self.count) if self.tables.itemText(n).casefold() == table.casefold()), -1
        )
        if row >= 0:
            self.tables.setCurrentIndex(row)

    def ask(self) -> None:
        """Count what the chosen table holds, once the page is seen."""
        table, standing = self.tables.currentText(), self._context.session.standing
        if not table or standing is None:
            self._say(
                self.tr(
                    "No source tables yet: drop their files here (CSV, Parquet, a workbook, a database, DDL, dbt's "
                    "manifest.json)."
                )
            )
        elif table in self._profiles:
            self._show(self._profiles[table])
        elif not self._is_given(table, standing):
            self._say(
                self.tr("There are no sample rows of {table}; drop {table}.csv here.").format(table=table)
            )
        elif self.isVisible():
            self._say(self.tr("Counting what {table} holds …").format(table=table))
            words = self.tr("counting what {table} holds").format(table=table)
            known = self._known
            self._context.samples.ask(
                words,
                lambda sandbox, cancel: profile(table, sandbox, cancel=cancel),
                lambda found: self._take(known, table, found),
                failed=lambda error: self._failed(error, words),
            )

    def showEvent(self, event: object) -> None:
        self.ask()

    def _is_given(self, table: str, standing: Standing) -> bool:
        """Whether somebody sent rows of a table, or stated its columns."""
        found = self.surveying.found
        is_stated = found is not None and found.schema.table(table) is not None
        return is_stated or table.casefold() in {file.table.casefold() for file in standing.samples}

    def _take(self, known: tuple[object, ...], table: str, found: TableProfile) -> None:
        if known == self._known:
            self._profiles[table] = found
            if self.tables.currentText() == table:
                self._show(found)

    def _failed(self, error: BaseException, words: str) -> None:
        self._say(self.tr("The sample rows could not be counted."))
        self._context.notify.trouble(error, words)

    def _show(self, found: TableProfile) -> None:
        keys = ", ".join(" + ".join(key) for key in found.candidate_keys[:3])
        words = self.tr("{n} sample rows").format(n=f"{found.rows:,}")
        if not found.rows:
            words = self.tr("No sample rows; columns and types as they were stated")
        if keys:
            words += " · " + self.tr("differs on each row: {keys}").format(keys=keys)
        self.note.setText(words)
        self.bars.show_profile(found)
        self.pages.setCurrentIndex(1)

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.pages.setCurrentIndex(0)
