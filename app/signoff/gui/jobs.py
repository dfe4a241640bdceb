"""Work beside the window: the one file of the window in which threads are born.

A `Lane` is one thread for one thing that serves one caller at a time (the project file, the language model, the
sample rows, files). A `Job` is one piece of work in it: a plain function ``(report, cancel) -> result``. Outcomes reach
the window's thread by queued signals, news in batches 50 ms apart.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from signoff.core.errors import Cancelled
from signoff.core.garbage import uncollected
from signoff.core.progress import CancelToken, Progress, Report

NEWS_MS = 50
"""Time between two batches of news."""

_T = TypeVar("_T")
Work = Callable[[Report, CancelToken], Any]


class Job(QObject):
    """One piece of work; its signals come on the window's thread, each job ends with exactly one of the three."""

    finished = Signal(object)
    """The result."""
    failed = Signal(object)
    """The exception."""
    cancelled = Signal()
    progressed = Signal(object)
    """The newest `Progress`."""
    ended = Signal()
    """After any of the three."""

    _outcome = Signal(str, object)

    def __init__(self, words: str, work: Work, *, shown: bool = True) -> None:
        """Prepare.

        Args:
            words: what is done, for a person, such as ``drafting 6 target tables``.
            work: called on the lane's thread.
            shown: whether a person should see it when it takes long.
        """
        super().__init__()
        self.words = words
        self.shown = shown
        self.token = CancelToken()
        self.started_at = 0.0
        """Monotonic seconds; 0 while it waits."""
        self.is_over = False
        self.outcome = ""
        """``finished``, ``failed`` or ``cancelled`` once it is over."""
        self.news: deque[Progress] = deque()
        """What was reported and not shown yet; appended on the lane's thread."""
        self._work = work
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask it to stop; safe at any time."""
        self.token.cancel()

    def run(self) -> None:
        """Do the work; called once, on the lane's thread."""
        self.started_at = time.monotonic()
        try:
            self.token.check()
            result = self._work(self.news.append, self.token)
        except Cancelled:
            self._outcome.emit("cancelled", None)
        except Exception as error:  # the outermost handler of this thread; the window says what it is
            self._outcome.emit("failed", error)
        else:
            self._outcome.emit("finished", result)

    def flush_news(self) -> None:
        """Hand on the newest news, if there is any; called on the window's thread."""
        newest = None
        while self.news:
            newest = self.news.popleft()
        if newest is not None and not self.is_over:
            self.progressed.emit(newest)

    def _deliver(self, how: str, value: object) -> None:
        self.flush_news()
        self.is_over, self.outcome = True, how
        if how == "finished":
            self.finished.emit(value)
        elif how == "failed":
            self.failed.emit(value)
        else:
            self.cancelled.emit()
        self.ended.emit()


@dataclass(frozen=True)
class _Call:
    """Work that a thread of another lane waits for."""

    work: Callable[[], Any]
    answer: Future[Any]

    def run(self) -> None:
        try:
            self.answer.set_result(self.work())
        except Exception as error:  # handed to the waiting thread as it is
            self.answer.set_exception(error)


class Lane:
    """One thread that does jobs one after the other."""

    def __init__(self, name: str, around: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        """Start the thread.

        Args:
            name: for the thread.
            around: each job runs within the context this gives.
        """
        self.name = name
        self._around = around
        self.on_end: Callable[[], None] = lambda: None
        """Called last, on the lane's thread: closes what belongs to the thread."""
        self._jobs: SimpleQueue[Job | _Call | None] = SimpleQueue()
        self._open: list[Job] = []
        self._thread = threading.Thread(target=self._serve, name=f"signoff {name}", daemon=True)
        self._thread.start()

    def put(self, job: Job) -> Job:
        """Queue a job."""
        self._open.append(job)
        job.ended.connect(lambda: self._open.remove(job))
        self._jobs.put(job)
        return job

    def wait_for(self, work: Callable[[], _T]) -> _T:
        """What `work` gives on this lane; for threads of other lanes, never for the window's."""
        call = _Call(work, Future())
        self._jobs.put(call)
        result: _T = call.answer.result()
        return result

    def cancel_all(self) -> None:
        """Ask every queued and running job to stop."""
        for job in self._open:
            job.cancel()

    def close(self) -> None:
        """Cancel what is left, wait for the thread's end."""
        self.cancel_all()
        self._jobs.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            with self._around():
                job.run()
        self.on_end()


class Jobs(QObject):
    """Every lane of the window, and what is being done in them."""

    started = Signal(object)
    """A `Job` that was queued."""
    changed = Signal()
    """The list of open jobs changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = Lane("project", uncollected)
        self.drafting = Lane("drafting")
        self.samples = Lane("samples")
        self.files = Lane("files", uncollected)
        self.proving = Lane("proving")
        """dbt on what was exported: minutes, and nobody else should wait for it."""
        self.watching = Lane("watching")
        """What is counted every few seconds."""
        self.open: list[Job] = []
        """Queued and running jobs, oldest first."""
        self._timer = QTimer(self)
        self._timer.setInterval(NEWS_MS)
        self._timer.timeout.connect(self._flush)

    def start(self, lane: Lane, words: str, work: Work, *, shown: bool = True) -> Job:
        """Queue a piece of work; connect to its signals before control returns to the event loop."""
        job = Job(words, work, shown=shown)
        self.open.append(job)
        job.ended.connect(lambda: self._forget(job))
        lane.put(job)
        self._timer.start()
        self.started.emit(job)
        self.changed.emit()
        return job

    def close(self) -> None:
        """Cancel everything and wait for the threads' end; outcomes that come now reach nobody.

        The project's lane ends last: the others may still wait for it.
        """
        self._timer.stop()
        lanes = (self.drafting, self.samples, self.files, self.proving, self.watching, self.project)
        for lane in lanes:
            lane.cancel_all()
        for lane in lanes:
            lane.close()
        for job in self.open:
            job.blockSignals(True)
        self.open.clear()

    def _forget(self, job: Job) -> None:
        self.open.remove(job)
        if not self.open:
            self._timer.stop()
        self.changed.emit()
        job.deleteLater()

    def _flush(self) -> None:
        for job in tuple(self.open):
            job.flush_news()
