"""One file as it would be written, beside what lies on disk and what was last exported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.core.export.preview import FileState, PlannedFile
from signoff.gui.context import Context
from signoff.gui.panes.export.comparing import compared, needs_work
from signoff.gui.panes.export.words import counted, file_message, state_words
from signoff.gui.widgets.basics import button, column, label, panel, row
from signoff.gui.widgets.text_columns import TextColumns
from signoff.gui.widgets.text_rows import SideTexts


class Difference(QWidget):
    """Compares beside the window, and shows the answer if the file is still the chosen one."""

    shown = Signal()
    """The texts of the chosen file are on screen."""
    chosen = Signal(str, bool)
    """Path of an edited file, and whether it is to be written anew."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.file: PlannedFile | None = None
        """What is shown."""
        self._replaced: frozenset[str] = frozenset()
        self.title = label("", "heading", selectable=True)
        self.title.setMinimumWidth(60)  # a long path must not widen the window
        self.state = label("", "chip")
        self.message = label("", wraps=True)
        self._kept = panel("question")
        self._kept_words = label("", wraps=True)
        self.keep = button(self.tr("Keep their version"), lambda: self._choose(is_replaced=False))
        self.replace = button(
            self.tr("Replace by what was signed"),
            lambda: self._choose(is_replaced=True),
            hint=self.tr("Their version is set aside in the folder “replaced”, so that nothing is lost."),
        )
        self._kept.setLayout(column(self._kept_words, row(self.keep, self.replace, 1), margins=10, gap=8))
        self.count = label("", "small")
        self.previous = button(self.tr("Previous"), lambda: self.step(-1), kind="quiet", hint="Shift+F7")
        self.next = button(self.tr("Next"), lambda: self.step(1), kind="quiet", hint="F7")
        self.texts = TextColumns(context.look, self.tr("Text of the file"))
        head = row(self.title, self.state, 1, self.count, self.previous, self.next, gap=8)
        lines = column(head, self.message, self._kept, self.texts, gap=6)
        lines.setStretch(3, 1)
        self.setLayout(lines)
        self.show_file(None)

    def show_file(self, file: PlannedFile | None) -> None:
        """Show another file, or none."""
        is_same = file is not None and file == self.file
        if is_same:
            return
        self.file = file
        self.count.setText("")
        self._tell(file)
        if file is None or not needs_work(file):
            self._show(file, compared(file) if file else SideTexts((), ()))
            return
        self.count.setText(self.tr("comparing …"))
        self.texts.show_texts(SideTexts((), ()))
        words = self.tr("comparing {path}").format(path=file.path)
        job = self._context.jobs.start(
            self._context.jobs.files, words, lambda _report, _cancel: compared(file), shown=False
        )
        job.finished.connect(lambda texts: self._show(file, texts))
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    def show_replaced(self, paths: frozenset[str]) -> None:
        """Show which edited files are to be written anew."""
        self._replaced = paths
        self._tell(self.file)

    def _choose(self, *, is_replaced: bool) -> None:
        if self.file is not None:
            self.chosen.emit(self.file.path, is_replaced)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference."""
        self.texts.step(by)
        self.texts.setFocus()

    def _show(self, file: PlannedFile | None, texts: SideTexts) -> None:
        if file is not self.file:
            return
        self.texts.show_texts(texts)
        n = len(texts.differences)
        is_compared = file is not None and needs_work(file)
        words = counted(self.tr("1 difference   F7"), self.tr("{n} differences   F7"), n)
        self.count.setText(words if is_compared else "")
        for each in (self.previous, self.next):
            each.setVisible(is_compared and n > 0)
        self.shown.emit()

    def _tell(self, file: PlannedFile | None) -> None:
        self.title.setText(file.path if file else self.tr("No file is chosen"))
        self.title.setToolTip(self.title.text())
        self.state.setVisible(file is not None)
        is_kept = file is not None and file.state is FileState.EDITED
        self._kept.setVisible(is_kept)
        self.message.setVisible(not is_kept)
        is_replaced = file is not None and file.path in self._replaced
        words = (
            file_message(file, is_replaced=is_replaced)
            if file
            else self.tr("Choose a file to see what would be written.")
        )
        (self._kept_words if is_kept else self.message).setText(words)
        for each, words, is_chosen in (
            (self.keep, self.tr("Keep their version"), not is_replaced),
            (self.replace, self.tr("Replace by what was signed"), is_replaced),
        ):
            each.setText(f"✓ {words}" if is_chosen else words)
        if file is not None:
            self.state.setText(state_words(file, is_replaced=is_replaced))
