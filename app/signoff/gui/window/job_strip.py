"""What is being done, how far it is, how long it takes yet, and Cancel; only for what takes over half a second."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from signoff.core.progress import Progress
from signoff.gui.jobs import Job, Jobs
from signoff.gui.widgets.basics import button, row
from signoff.gui.widgets.short_label import ShortLabel

_LONG_SECONDS = 0.5
_LOOK_MS = 200


class JobStrip(QFrame):
    """Shows the job that has run longest."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._news: Progress | None = None
        self._words = ShortLabel("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._left = ShortLabel("", "small")
        self._cancel = button(self.tr("Cancel"), self.cancel, kind="link", name=self.tr("Cancel this work"))
        parts = (self._words, self._bar, self._left, self._cancel)
        self.setLayout(row(*parts, 1, gap=12, margins=(24, 2, 24, 4)))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        jobs.changed.connect(self._timer.start)
        self.hide()

    def cancel(self) -> None:
        """Cancel what is shown."""
        if self._job is not None:
            self._job.cancel()
            self._left.setText(self.tr("stopping"))

    def _look(self) -> None:
        now = time.monotonic()
        shown = [
            j for j in self._jobs.open if j.shown and j.started_at and now - j.started_at > _LONG_SECONDS
        ]
        if not shown:
            self._job = self._news = None
            self.hide()
            if not self._jobs.open:
                self._timer.stop()
            return
        if shown[0] is not self._job:
            self._job, self._news = shown[0], None
            self._job.progressed.connect(self._take_news)
        self._show(self._job, now)
        self.show()

    def _take_news(self, news: Progress) -> None:
        if self.sender() is self._job:
            self._news = news

    def _show(self, job: Job, now: float) -> None:
        news, is_counted = self._news, self._news is not None and self._news.total > 0
        words = job.words + (f": {news.message}" if news and news.message else "")
        self._words.setText(words[:1].upper() + words[1:])
        self._bar.setRange(0, news.total if news and is_counted else 0)
        if news and is_counted:
            self._bar.setValue(news.done)
        if not job.token.cancelled:
            share = news.done / news.total if news and is_counted else 0.0
            self._left.setText(self._time_left(now - job.started_at, share))

    def _time_left(self, spent: float, share: float) -> str:
        if share <= 0.02:
            return self.tr("{n} s so far").format(n=int(spent))
        left = spent / share - spent
        if left < 60:
            return self.tr("about {n} s left").format(n=int(left) + 1)
        return self.tr("about {n} min left").format(n=round(left / 60))
