"""What changes in the result: in a sentence, in rows with the way to see them, and column by column."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signoff.core.domain.review import ROWS
from signoff.core.verify.compare import ResultDifference
from signoff.gui.context import Context
from signoff.gui.panes.diff.base import BaseKind
from signoff.gui.panes.diff.comparing import Compared, Comparing
from signoff.gui.panes.diff.result_lines import ResultLine, headline, result_lines
from signoff.gui.panes.diff.result_view import ResultView
from signoff.gui.panes.diff.share_bar import ShareBar
from signoff.gui.panes.diff.words import row_sentences
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, clear, column, holder, label, row, set_role
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.find import FilterField

_COLORS = {"": "line", "changed": "attention", "gone": "bad", "added": "good"}


class MeaningPage(QStackedWidget):
    """Shows what `Comparing` found out about the results."""

    rows_asked = Signal(str, str)
    """A part of the Rows tab (``changed``, ``gone``, ``added``) and a column, or empty."""

    def __init__(self, context: Context, comparing: Comparing) -> None:
        super().__init__()
        self._context, self._comparing = context, comparing
        self._said: tuple[str, ...] = ()
        self._all: tuple[ResultLine, ...] = ()
        self.headline = label("", "heading", wraps=True, selectable=True)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._bar = ShareBar(context.look)
        self.filter = FilterField(self.tr("filter"), self.tr("Filter columns"))
        self.filter.wanted.connect(lambda _text: self._filter())
        self.only = button(self.tr("Only what changes"), self._filter, kind="tab")
        self.only.setCheckable(True)
        self.list = ResultView(context.look)
        self.list.column_asked.connect(self._lead_to)
        self.list.rows_asked.connect(self._ask_rows)
        bar = row(self.only, self.filter, 1, gap=6)
        inside = column(bar, self.list, gap=4)
        inside.setStretch(1, 1)
        columns = holder(inside)
        lines = column(self.headline, holder(self._rows), columns, gap=6, margins=(2, 2, 4, 2))
        lines.setStretch(2, 1)
        self._first = EmptyState(
            self.tr("Nothing to compare with yet"),
            self.tr(
                "This is the first draft of a new table. Once it is drafted again, this says what became different."
            ),
        )
        self.addWidget(holder(lines))
        self.addWidget(self._first)
        comparing.result_changed.connect(self._show)
        self._show(None)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said, for screen readers and copies."""
        return (*self._said, *(f"{line.title}: {line.verdict}" for line in self._all))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._comparing.want_result()

    def _show(self, result: Compared | None) -> None:
        self._said = ()
        self.setCurrentIndex(1 if result and result.kind is BaseKind.NOTHING else 0)
        self._bar.setParent(None)
        clear(self._rows)
        if result is None:
            self._all = ()
            self._tell(self.tr("Comparing the results on the sample rows …"), "dim")
        else:
            self._fill(result)
        for each in (self.only, self.filter, self.list):
            each.setVisible(bool(self._all))
        self._filter()

    def _fill(self, result: Compared) -> None:
        dossier = self._comparing.dossier
        is_update = result.kind is BaseKind.EXISTING
        proof = dossier.proof if dossier and is_update else None
        script = dossier.draft.edits if dossier and is_update else None
        self._all = result_lines(proof, result.difference, script)
        barred = any(line.bars for line in self._all)
        if is_update:
            self._tell(
                headline(proof, self._all), "bad" if barred else "attention" if proof is None else "good"
            )
        else:
            self._tell(self.tr("From the previous draft to this one, on the sample rows"), "heading")
        if result.trouble:
            self._rows.addWidget(self._words(self._why_not(result), "attention"))
        elif result.difference is not None:
            self._fill_rows(result.difference, keyed=bool(result.key))

    def _fill_rows(self, difference: ResultDifference, *, keyed: bool) -> None:
        counts = (difference.same, difference.changed, difference.only_old, difference.only_new)
        parts = row_sentences(difference)
        if any(counts):
            self._rows.addWidget(self._bar)
            self._bar.show()
            words = " · ".join(words for _part, words in parts)
            self._bar.show_shares(tuple(zip(counts, _COLORS.values(), strict=True)), words)
        line = row(gap=6)
        for part, words in parts:
            for widget in self._row_words(part, words):
                line.addWidget(widget)
        line.addStretch(1)
        self._rows.addLayout(line)
        if not parts:
            self._rows.addWidget(self._words(self.tr("Neither gives a row on the samples"), ""))
        if not keyed and (difference.only_old or difference.only_new):
            words = self.tr(
                "No key is marked, so rows are compared whole: a changed row counts as one gone and one new."
            )
            self._rows.addWidget(self._words(words, "small"))

    def _row_words(self, part: str, words: str) -> tuple[QWidget, ...]:
        self._said = (*self._said, words)
        swatch = ShareBar(self._context.look)
        swatch.setFixedWidth(10)
        swatch.show_shares(((1, _COLORS[part]),), words)
        if not part:
            return swatch, label(words)
        made = button(
            words, partial(self.rows_asked.emit, part, ""), kind="link",
            name=self.tr("See the rows: {words}").format(words=words),
        )  # fmt: skip
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return swatch, made

    def _tell(self, words: str, role: str) -> None:
        self._said = (*self._said, words)
        self.headline.setText(words)
        set_role(self.headline, role)

    def _words(self, words: str, role: str) -> QWidget:
        self._said = (*self._said, words)
        return label(words, role, wraps=True, selectable=True)

    def _filter(self) -> None:
        wanted, changes = self.filter.text().strip().casefold(), self.only.isChecked()
        kept = [
            line
            for line in self._all
            if wanted in f"{line.title} {line.verdict}".casefold() and not (changes and line.is_quiet)
        ]
        self.list.results.show(kept)

    def _ask_rows(self, name: str) -> None:
        result = self._comparing.result
        difference = result.difference if result else None
        if name == ROWS and difference is not None:
            self.rows_asked.emit("gone" if difference.only_old else "added", "")
        else:
            self.rows_asked.emit("changed", name)

    def _lead_to(self, name: str) -> None:
        dossier = self._comparing.dossier
        if dossier is not None:
            self._context.go(Place(Step.VALIDATE, dossier.target, name))

    def _why_not(self, result: Compared) -> str:
        words = (
            self.tr("The existing SQL can't be run on the samples, so the results can't be compared. {why}")
            if result.kind is BaseKind.EXISTING
            else self.tr("The two drafts can't be compared on the samples. {why}")
        )
        return words.format(why=result.trouble)
