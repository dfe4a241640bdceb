"""A document that comes while a project is open: asked what it is, compared, and taken or not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from rapidfuzz import fuzz

from signoff.core.project.documents import KeptDocument
from signoff.gui.context import Context
from signoff.gui.panes.importing.asked_document import AskedDocument
from signoff.gui.panes.importing.compare_page import ComparePage
from signoff.gui.panes.importing.reading import Reading
from signoff.gui.panes.importing.versions import Versions
from signoff.gui.places import Place, Step


class Incoming(QObject):
    """Ties the question, the comparison and its page together; the pane only shows and hides the page."""

    shown = Signal()
    """The page is filled and wants to be seen."""
    ended = Signal()
    """The comparison is over."""

    def __init__(self, context: Context, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.versions = Versions(context, reading, self)
        self.asked = AskedDocument()
        self.page = ComparePage(context.look)
        self._waiting: list[Path] = []
        """Documents that came while another one was being decided on."""
        self.asked.version_wanted.connect(self._compare)
        self.asked.another_wanted.connect(lambda path: self._compare(path, ""))
        self.versions.compared.connect(self._show)
        self.versions.done.connect(self._end)
        self.asked.left.connect(self._ask_next)
        self.asked.project_wanted.connect(lambda _path: self._waiting.clear())
        self.page.all_wanted.connect(self.versions.take)
        self.page.some_wanted.connect(self.versions.take)
        self.page.aside_wanted.connect(self.versions.put_aside)
        self.page.left.connect(self.versions.leave)
        context.session.opened.connect(lambda _standing: self._forget())

    @property
    def is_shown(self) -> bool:
        """Whether a comparison waits for a decision."""
        return self.versions.held is not None

    def ask(self, path: Path) -> None:
        """Ask what a document is, one at a time; nothing to ask where the project has none."""
        if self.is_shown or not self.asked.isHidden():
            self._waiting.append(path)
            return
        self._context.go(Place(Step.INPUT))
        standing = self._context.session.standing
        names = [each.name for each in standing.documents if not each.is_older_version] if standing else []
        names.sort(key=lambda name: -fuzz.ratio(name.casefold(), path.name.casefold()))
        if names:
            self.asked.ask(path, names)
        else:
            self._compare(path, "")

    def look_at_aside(self, name: str, shown: str) -> None:
        """Compare a document that was put aside with the document that is shown."""
        kept = self._kept(shown)
        newest = self._kept_at(kept.counting.version_of) if kept and kept.is_older_version else kept
        self.versions.compare_aside(name, newest)

    def _compare(self, path: Path, name: str) -> None:
        """Hold a document against one of the project's; against none of them when no name is given."""
        self.versions.compare(path, self._kept(name))

    def _kept(self, name: str) -> KeptDocument | None:
        standing = self._context.session.standing
        return standing.document_named(name) if standing and name else None

    def _kept_at(self, key: str) -> KeptDocument | None:
        standing = self._context.session.standing
        return next((d for d in standing.documents if d.key == key), None) if standing else None

    def _show(self) -> None:
        held = self.versions.held
        if held is not None:
            self.page.show_preview(held.preview, is_aside=held.is_aside)
            self.shown.emit()

    def _end(self) -> None:
        self.ended.emit()
        self._ask_next()

    def _ask_next(self) -> None:
        if self._waiting:
            self.ask(self._waiting.pop(0))

    def _forget(self) -> None:
        self._waiting.clear()
        self.asked.hide()
        self.versions.leave()
