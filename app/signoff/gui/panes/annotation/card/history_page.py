"""Everything that happened to a column, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signoff.core.project.past import Event, column_past
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.widgets.basics import column, label
from signoff.gui.wording import moment

_MOST = 60


class EventLine(QWidget):
    """Who, when, and what."""

    def __init__(self) -> None:
        super().__init__()
        self.who = label("", "small")
        self.words = label("", wraps=True, selectable=True)
        self.setLayout(column(self.who, self.words, gap=1))

    def show_event(self, event: Event) -> None:
        """Show one event."""
        self.who.setText(f"{event.by} · {moment(event.at)}")
        self.words.setText(event.words)


class HistoryPage(QWidget):
    """Read when it is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: tuple[str, str, int] | None = None
        lines = column(gap=6)
        self.lines = Pool(lines, EventLine)
        self.more = label("", "small")
        self.setLayout(column(lines, self.more, gap=6))

    def read(self, target: str, name: str) -> None:
        """Read the past of a column, and show it when it comes."""
        standing = self._context.session.standing
        wanted = (target, name, standing.entries if standing else 0)
        if wanted == self._wanted:
            return
        self._wanted = wanted

        def show(events: Sequence[Event]) -> None:
            if wanted == self._wanted:
                self._show(events)

        words = self.tr("history of {column}").format(column=name)
        self._context.session.read(words, lambda project: column_past(project, target, name), show)

    def _show(self, events: Sequence[Event]) -> None:
        newest = list(reversed(events))[:_MOST]
        for line, event in zip(self.lines.take(len(newest)), newest, strict=True):
            line.show_event(event)
        left = len(events) - len(newest)
        self.more.setText(self.tr("and {n} earlier ones, in the record").format(n=left))
        self.more.setVisible(left > 0)
