"""What leaves the project from this step: a copy with remarks, questions for a person, the score as a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from signoff.core.pipeline.annotating import copy_name
from signoff.core.pipeline.files import write_leaving
from signoff.core.pipeline.papers import (
    Papers,
    annotated_copy,
    note_asked,
    papers_of,
    questions_for,
    sheet_of_questions,
    told_of,
)
from signoff.core.pipeline.readiness_page import readiness_page
from signoff.core.progress import CancelToken
from signoff.core.project.open_questions import OpenQuestion
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.panes.importing.asked_person import AskedPerson
from signoff.gui.panes.importing.reading import Reading
from signoff.gui.places import Step

Asks = Callable[[str, Path, Callable[[Path], None]], None]
"""Asks where a file goes: a title, the place proposed, and what is done with the one chosen."""


class Leaving(QObject):
    """Writes in the files lane; what is said is what stands on the screen."""

    def __init__(self, context: Context, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._reading, self._window = context, reading, parent
        self.asks: Asks = self._ask
        self.person = AskedPerson()
        self.person.wanted.connect(self.save_questions)

    def add_commands(self) -> list[QAction]:
        """Add the commands of this step that write files."""
        commands = (
            ("file.save_copy", self.tr("Save a copy with remarks …"), self.save_copy),
            ("file.save_questions", self.tr("Save questions for …"), self.ask_person),
            ("file.save_page", self.tr("Save the score as a page …"), self.save_page),
        )
        session = self._context.session
        return [
            self._context.commands.add(
                Command(name, words, (), Step.INPUT), run, enabled=lambda: session.is_open
            )
            for name, words, run in commands
        ]

    def ask_person(self) -> None:
        """Ask whom the open questions are for."""
        standing = self._context.session.standing
        self.person.ask([asked.whom for asked in standing.asked] if standing else [])

    def save_copy(self) -> None:
        """Ask where a copy of the document goes, and write it."""
        standing = self._context.session.standing
        if standing is not None and self._reading.name:
            place = standing.path.with_name(copy_name(self._reading.name))
            self.asks(self.tr("Save a copy with remarks"), place, self.write_copy)

    def save_page(self) -> None:
        """Ask where the page goes, and write it."""
        standing = self._context.session.standing
        if standing is not None and self._reading.name:
            place = standing.path.with_name(f"{Path(self._reading.name).stem} - readiness.html")
            self.asks(self.tr("Save the score as a page"), place, self.write_page)

    def save_questions(self, whom: str, only_theirs: bool) -> None:
        """Ask where the questions for a person go, and write them."""
        standing = self._context.session.standing
        if standing is not None:
            fit = "".join(letter if letter.isalnum() or letter in " -_." else "_" for letter in whom)
            place = standing.path.with_name(f"{standing.name} - questions for {fit}.xlsx")
            self.asks(
                self.tr("Save questions for {whom}").format(whom=whom),
                place,
                lambda path: self.write_questions(path, whom, only_theirs),
            )

    def write_copy(self, path: Path) -> None:
        """Write a copy of the document with everything that is said of it."""
        grids = self._reading.grids or None

        def work(cancel: CancelToken) -> None:
            papers = self._papers()
            write_leaving(path, annotated_copy(papers, told_of(papers), grids, cancel=cancel))

        self._write(path, work)

    def write_page(self, path: Path) -> None:
        """Write the readiness as a page."""
        grids = self._reading.grids
        self._write(path, lambda _cancel: write_leaving(path, readiness_page(told_of(self._papers()), grids)))

    def write_questions(self, path: Path, whom: str, only_theirs: bool) -> None:
        """Write the open questions for a person, and keep that they were asked."""

        def work(_cancel: CancelToken) -> tuple[OpenQuestion, ...]:
            papers = self._papers(whom)
            asked = questions_for(papers, whom, only_theirs=only_theirs)
            write_leaving(path, sheet_of_questions(papers, asked))
            return asked

        self._write(path, work, lambda asked: self._note(asked, whom))

    def _note(self, asked: tuple[OpenQuestion, ...], whom: str) -> None:
        session, by = self._context.session, self._context.session.by
        if session.can_write:
            words = self.tr("ask {whom}").format(whom=whom)
            session.act(words, lambda project: note_asked(project, asked, whom, by=by))

    def _papers(self, whom: str = "") -> Papers:
        """What is said of the document, counted as it stands on the screen, or anew while that is being counted."""
        standing, name, asked = self._context.session.standing, self._reading.name, self._reading.asked
        return self._context.session.read_now(
            lambda project: papers_of(project, document=name, whom=whom, standing=standing, questioned=asked)
        )

    def _write(
        self,
        path: Path,
        work: Callable[[CancelToken], object],
        then: Callable[..., None] = lambda _made: None,
    ) -> None:
        words = self.tr("writing {name}").format(name=path.name)
        job = self._context.jobs.start(self._context.jobs.files, words, lambda _report, cancel: work(cancel))
        job.finished.connect(then)
        told = self.tr("{name} was written.").format(name=path.name)
        job.finished.connect(lambda _made: self._context.notify.tell(told))
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    def _ask(self, title: str, place: Path, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window.window(), title, str(place.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(place.suffix.removeprefix("."))
        dialog.selectFile(place.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()
