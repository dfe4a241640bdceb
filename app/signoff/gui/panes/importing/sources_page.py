"""The source tables with what their samples hold; the numbers are counted when a table is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from signoff.core.project.standing import Standing
from signoff.core.verify.profile import TableProfile, profile
from signoff.gui.context import Context
from signoff.gui.drawings.profile_bars import ProfileBars
from signoff.gui.widgets.basics import column, label
from signoff.gui.widgets.pick import Pick


class SourcesPage(QWidget):
    """Picks a table and shows its profile."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._known: tuple[object, ...] = ()
        self._profiles: dict[str, TableProfile] = {}
        self.tables = Pick(self.tr("Source table"))
        self.note = label("", "dim", wraps=True)
        self.bars = ProfileBars(context.look, self.tr("Columns of the source table and what they hold"))
        self.pages = QStackedWidget()
        self.pages.addWidget(QWidget())
        self.pages.addWidget(self.bars)
        lines = column(self.tables, self.note, self.pages, gap=6)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self.tables.currentIndexChanged.connect(lambda _row: self.ask())

    @property
    def count(self) -> int:
        """Source tables listed."""
        return self.tables.count()

    def show_standing(self, standing: Standing) -> None:
        """Follow the project's samples."""
        known = (
            standing.path,
            standing.samples,
            standing.stated,
            standing.name_matches,
            standing.spec and standing.spec.digest,
        )
        if known == self._known:
            return
        self._known, self._profiles = known, {}
        sampled = [file.table for file in standing.samples]
        folded = {name.casefold() for name in sampled}
        listed = standing.spec.sources.tables if standing.spec else ()
        others = [table.name for table in listed if table.name.casefold() not in folded]
        chosen = self.tables.currentText()
        self.tables.blockSignals(True)
        self.tables.clear()
        self.tables.addItems([*sampled, *others])
        self.tables.setCurrentIndex(max(0, self.tables.findText(chosen)))
        self.tables.blockSignals(False)
        self.tables.setVisible(self.tables.count() > 0)
        self.ask()

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
            self._say(self.tr("No source tables yet: drop their CSV or Parquet files here, or a schema.sql."))
        elif table in self._profiles:
            self._show(self._profiles[table])
        elif table.casefold() not in {file.table.casefold() for file in standing.samples}:
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
        if keys:
            words += " · " + self.tr("differs on each row: {keys}").format(keys=keys)
        self.note.setText(words)
        self.bars.show_profile(found)
        self.pages.setCurrentIndex(1)

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.pages.setCurrentIndex(0)
