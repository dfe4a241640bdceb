"""Copies and sheets of questions that are dropped again: their answers are taken up, and the rest is a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signoff.core.errors import SignoffError
from signoff.core.pipeline.returning import ReturnedFile, TakenUp, returned_file, same_document, take_up
from signoff.gui.context import Context
from signoff.gui.panes.importing.reading import Reading

Looked = list[tuple[Path, ReturnedFile | None]]


class ComingBack(QObject):
    """Looks in the files lane, takes on the project lane: one act a file."""

    other = Signal(object)
    """`Path` of a file that is a document, or a copy in which the mapping itself was changed."""

    def __init__(self, context: Context, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._reading = context, reading

    def look_at(self, paths: Sequence[Path]) -> None:
        """Tell our own files among documents; those that are more than that are handed on in turn."""
        name = paths[0].name
        words = self.tr("looking at {name}").format(name=name)
        job = self._context.jobs.start(
            self._context.jobs.files,
            words,
            lambda _report, cancel: [(path, returned_file(path, cancel=cancel)) for path in paths],
        )
        job.finished.connect(lambda looked: self._take(looked, words))
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    def _take(self, looked: Looked, words: str) -> None:
        for path, file in looked:
            if file is not None:
                self._take_up(file, self.tr("answers of {name}").format(name=path.name))
        for path, file in looked:
            if file is None or self._is_changed(file):
                self.other.emit(path)

    def _take_up(self, file: ReturnedFile, words: str) -> None:
        session, by = self._context.session, self._context.session.by
        session.act(words, lambda project: take_up(project, file, by=by), lambda done: self._tell(file, done))

    def _tell(self, file: ReturnedFile, done: TakenUp) -> None:
        if done.odd:
            lines = "\n".join([f"{file.name}: {done.words}", *done.odd])
            self._context.notify.trouble(SignoffError(lines))
        else:
            self._context.notify.tell(f"{file.name}: {done.words}")

    def _is_changed(self, file: ReturnedFile) -> bool:
        """Whether the customer's part differs from the document that is shown."""
        return file.is_copy and not same_document(file.grids, self._reading.grids)
