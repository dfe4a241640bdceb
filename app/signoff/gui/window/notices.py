"""What was said, over the foot of the window: stays until it is closed when it is trouble, goes by itself when not."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from signoff.gui.notify import Notice, Notifier, Tone
from signoff.gui.widgets.basics import button, label, panel, restyle, row

_NEWS_MS = 6000


class Notices(QFrame):
    """One notice at a time; the newest wins, but news never hides trouble."""

    def __init__(self, notify: Notifier, parent: QWidget) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._text = label("", wraps=True, selectable=True)
        self._text.setAccessibleName(self.tr("Notice"))
        self._copy = button(self.tr("Copy report"), self._copy_report, kind="link")
        self._close = button(self.tr("Close"), self.close_notice, kind="quiet")
        self._frame = panel("notice")
        inside = row(self._text, self._copy, self._close, margins=10, gap=10)
        inside.setStretch(0, 1)
        self._frame.setLayout(inside)
        self.setLayout(row(self._frame, margins=(16, 0, 16, 6)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NEWS_MS)
        self._timer.timeout.connect(self.close_notice)
        self.hide()
        notify.said.connect(self.show_notice)

    @property
    def text(self) -> str:
        """What is said now; empty when nothing."""
        return self._notice.text if self._notice else ""

    def show_notice(self, notice: Notice) -> None:
        """Say something."""
        is_news = notice.tone is Tone.NEWS
        if is_news and self._notice is not None and self._notice.tone is not Tone.NEWS:
            return
        self._notice = notice
        self._text.setText(notice.text)
        self._copy.setVisible(bool(notice.details))
        restyle(self._frame, "kind", "notice" if is_news else "notice-bad")
        self.show()
        if is_news:
            self._timer.start()
        else:
            self._timer.stop()

    def close_notice(self) -> None:
        """Take it away."""
        self._notice = None
        self._timer.stop()
        self.hide()

    def _copy_report(self) -> None:
        if self._notice is not None:
            QGuiApplication.clipboard().setText(f"{self._notice.text}\n\n{self._notice.details}\n")
