"""What changes in the result, in sentences: columns, and rows with the way to see them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from signoff.core.verify.compare import ResultDifference
from signoff.gui.context import Context
from signoff.gui.panes.diff.base import BaseKind
from signoff.gui.panes.diff.comparing import Compared, Comparing
from signoff.gui.panes.diff.share_bar import ShareBar
from signoff.gui.panes.diff.words import column_sentences, row_sentences
from signoff.gui.widgets.basics import button, caption, clear, holder, label, row
from signoff.gui.widgets.empty import EmptyState

_COLORS = {"": "line", "changed": "attention", "gone": "bad", "added": "good"}


class MeaningPage(QStackedWidget):
    """Shows what `Comparing` found out about the results."""

    rows_asked = Signal(str, str)
    """A part of the Rows tab (``changed``, ``gone``, ``added``) and a column, or empty."""

    def __init__(self, context: Context, comparing: Comparing) -> None:
        super().__init__()
        self._context, self._comparing = context, comparing
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(2, 4, 8, 4)
        self._lines.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside := holder(self._lines))
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setAccessibleName(self.tr("What changes in the result"))
        self._first = EmptyState(
            self.tr("Nothing to compare with yet"),
            self.tr(
                "This is the first draft of a new table. Once it is drafted again, this says what became different."
            ),
        )
        self._bar = ShareBar(context.look)
        self.addWidget(area)
        self.addWidget(self._first)
        comparing.result_changed.connect(self._show)
        self._show(None)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said, for screen readers and copies."""
        return self._said

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._comparing.want_result()

    def _show(self, result: Compared | None) -> None:
        self._said: tuple[str, ...] = ()
        self.setCurrentIndex(1 if result and result.kind is BaseKind.NOTHING else 0)
        self._bar.setParent(None)
        clear(self._lines)
        if result is None:
            self._add(self.tr("Comparing the results on the sample rows …"), "dim")
        elif result.trouble:
            self._add(self._why_not(result), "attention")
        elif result.difference is not None:
            self._fill(result.kind, result.difference, keyed=bool(result.key))
        self._lines.addStretch(1)

    def _fill(self, kind: BaseKind, difference: ResultDifference, *, keyed: bool) -> None:
        self._lines.addWidget(
            caption(
                self.tr("From the existing SQL to the proposed one, on the sample rows")
                if kind is BaseKind.EXISTING
                else self.tr("From the previous draft to this one, on the sample rows")
            )
        )
        counts = (difference.same, difference.changed, difference.only_old, difference.only_new)
        parts = row_sentences(difference)
        if any(counts):
            self._lines.addWidget(self._bar)
            self._bar.show()
            words = " · ".join(words for _part, words in parts)
            self._bar.show_shares(tuple(zip(counts, _COLORS.values(), strict=True)), words)
        for part, words in parts:
            self._add_rows(part, words)
        if not parts:
            self._add(self.tr("Neither gives a row on the samples"))
        if not keyed and (difference.only_old or difference.only_new):
            self._add(
                self.tr(
                    "No key is marked, so rows are compared whole: a changed row counts as one gone and one new."
                ),
                "dim",
            )
        for each in difference.columns:
            if each.rows:
                self._add_column(each.name, each.rows)
        for words in column_sentences(difference):
            self._add(words)

    def _add(self, words: str, role: str = "") -> None:
        self._said = (*self._said, words)
        self._lines.addWidget(label(words, role, wraps=True, selectable=True))

    def _add_rows(self, part: str, words: str) -> None:
        self._said = (*self._said, words)
        swatch = ShareBar(self._context.look)
        swatch.setFixedWidth(10)
        swatch.show_shares(((1, _COLORS[part]),), words)
        line = row(swatch, label(words), gap=6)
        if part:
            line.addWidget(self._link(part, "", words))
        line.addStretch(1)
        self._lines.addLayout(line)

    def _add_column(self, name: str, count: int) -> None:
        words = (
            self.tr("{name} differs in 1 row").format(name=name)
            if count == 1
            else self.tr("{name} differs in {n} rows").format(name=name, n=f"{count:,}")
        )
        self._said = (*self._said, words)
        line = row(label(words), self._link("changed", name, words), 1, gap=4, margins=(18, 0, 0, 0))
        self._lines.addLayout(line)

    def _link(self, part: str, name: str, words: str) -> QWidget:
        made = button(
            self.tr("See them"), partial(self.rows_asked.emit, part, name), kind="link",
            name=self.tr("See the rows: {words}").format(words=words),
        )  # fmt: skip
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def _why_not(self, result: Compared) -> str:
        words = (
            self.tr("The existing SQL can't be run on the samples, so the results can't be compared. {why}")
            if result.kind is BaseKind.EXISTING
            else self.tr("The two drafts can't be compared on the samples. {why}")
        )
        return words.format(why=result.trouble)
