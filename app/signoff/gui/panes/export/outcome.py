"""What became of an export: what was written, kept and held back, the record's head, and what dbt says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QWidget

from signoff.core.domain.backfills import BackfillProof
from signoff.core.export.proof import ProofResult
from signoff.core.export.view import ExportResult
from signoff.core.project.standing import Standing
from signoff.gui.look import code_font
from signoff.gui.panes.export.placing import PlacingBack
from signoff.gui.panes.export.words import counted
from signoff.gui.widgets.basics import button, caption, column, label, panel, restyle, row

_MOST_LISTED = 30


class Outcome(QScrollArea):
    """Says nothing until something was written."""

    check_asked = Signal()
    """The person wants dbt to check again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        """Where the last export of this session went."""
        self._log = ""
        self.written = label("", "heading", wraps=True)
        self.kept = label("", "attention", wraps=True, selectable=True)
        self.set_aside = label("", wraps=True, selectable=True)
        self.held = label("", "dim", wraps=True, selectable=True)
        self.record = label("", wraps=True, selectable=True)
        self.record.setFont(code_font())
        self.back = PlacingBack()
        self.open_folder = button(self.tr("Open folder"), self._open_folder)
        self._box = panel("panel")
        self.said = label("", "heading", wraps=True)
        self.details = label("", wraps=True, selectable=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("dbt is running"))
        self.copy_log = button(
            self.tr("Copy the log"), self._copy_log, kind="link", hint=self.tr("It may hold sample values.")
        )
        self.check_again = button(self.tr("Check again"), self.check_asked.emit)
        self._record_head = caption(self.tr("Record"))
        self._lay_out()

    def show_nothing(self) -> None:
        """Say that nothing was written yet."""
        self.folder = None
        self.back.show_nothing()
        self.written.setText(self.tr("Nothing was written since this project was opened."))
        for each in (
            self.kept,
            self.set_aside,
            self.held,
            self.open_folder,
            self._record_head,
            self.record,
            self._box,
        ):
            each.hide()

    def show_written(self, result: ExportResult, standing: Standing) -> None:
        """Show what was written."""
        self.folder = result.folder
        files = counted(self.tr("1 file written"), self.tr("{n} files written"), len(result.written))
        tables = counted(self.tr("1 target table"), self.tr("{n} target tables"), len(result.targets))
        words = self.tr("{files} for {tables}, into {folder}")
        self.written.setText(words.format(files=files, tables=tables, folder=result.folder))
        kept = self.tr("Kept as somebody edited them: {names}").format(names=_listed(result.kept))
        self._put(self.kept, kept if result.kept else "")
        aside = self.tr("Replaced; what somebody had made of them lies in {names}")
        self._put(self.set_aside, aside.format(names=_listed(result.set_aside)) if result.set_aside else "")
        names = [gate.target for gate in result.held_back]
        held = self.tr("Held back, since they are not signed: {names}").format(names=_listed(names))
        self._put(self.held, held if names else "")
        record = self.tr("{n} entries\nhead {head}").format(n=f"{standing.entries:,}", head=standing.head)
        self._put(self.record, record)
        self._record_head.show()
        self.open_folder.show()

    def show_checking(self) -> None:
        """Say that dbt is running."""
        self._say("panel", self.tr("dbt builds the export on the sample rows …"), "")
        self.bar.show()

    def show_no_dbt(self) -> None:
        """Say that there is no dbt here."""
        words = self.tr("dbt is not installed here: engineers can build it in their own project.")
        self._say("panel", words, "")
        self.check_again.hide()

    def show_proof(self, proof: ProofResult, backfills: Sequence[BackfillProof] = ()) -> None:
        """Show what dbt said of the export, and of tables that were run on and filled."""
        self._log = proof.log
        made = counted(self.tr("1 table built"), self.tr("{n} tables built"), proof.models)
        tests = counted(self.tr("1 test passed"), self.tr("{n} tests passed"), proof.tests)
        words = self.tr("{made} on the sample rows, {tests}").format(made=made, tests=tests)
        told = "\n".join(each.words for each in backfills)
        if proof.passed and not all(each.holds for each in backfills):
            said = self.tr("{words}; not every updated table holds when it is run on").format(words=words)
            self._say("bad", said, "\n".join(filter(None, (told, self._warned(proof)))))
        elif proof.passed:
            self._say("good", words, "\n".join(filter(None, (told, self._warned(proof)))))
        else:
            failed = counted(self.tr("1 failure"), self.tr("{n} failures"), len(proof.failed))
            said = self.tr("dbt did not build all of it: {failed}; {words}").format(
                failed=failed, words=words
            )
            self._say("bad", said if proof.failed else self.tr("dbt did not build it"), self._failed(proof))
        self.copy_log.setVisible(bool(proof.log))

    def show_trouble(self, words: str) -> None:
        """Say why dbt could not be asked."""
        self._say("bad", self.tr("dbt could not be asked"), words)

    def _warned(self, proof: ProofResult) -> str:
        if not proof.warned:
            return ""
        names = _listed([_plain(name) for name in proof.warned])
        return self.tr("Tests that only warn, since their remark was accepted: {names}").format(names=names)

    def _failed(self, proof: ProofResult) -> str:
        lines = [_failure(name) for name in proof.failed[:_MOST_LISTED]]
        more = len(proof.failed) - _MOST_LISTED
        lines += [self.tr("and {n} more").format(n=more)] if more > 0 else []
        return "\n".join([*lines, *filter(None, (proof.message, self._warned(proof)))])

    def _say(self, kind: str, words: str, details: str) -> None:
        restyle(self._box, "kind", kind)
        self.said.setText(words)
        self._put(self.details, details)
        self.bar.hide()
        self.copy_log.hide()
        self.check_again.setVisible(kind != "panel")
        self._box.show()

    def _put(self, line: QWidget, words: str) -> None:
        line.setProperty("text", words)
        line.setVisible(bool(words))

    def _open_folder(self) -> None:
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _copy_log(self) -> None:
        QGuiApplication.clipboard().setText(self._log)

    def _lay_out(self) -> None:
        buttons = row(self.check_again, self.copy_log, 1, gap=8)
        self._box.setLayout(
            column(
                caption(self.tr("Check with dbt")),
                self.said,
                self.bar,
                self.details,
                buttons,
                margins=12,
                gap=6,
            )
        )
        inside = QWidget()
        inside.setLayout(
            column(
                self.written, self.kept, self.set_aside, self.held, row(self.open_folder, 1),
                self._record_head, self.record, self._box, self.back, 1, margins=(0, 4, 10, 4), gap=10,
            )
        )  # fmt: skip
        self.setWidget(inside)
        self.setWidgetResizable(True)
        for each in (inside, self.viewport()):
            each.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_nothing()


def _listed(names: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(names[:_MOST_LISTED])
    return f"{shown} …" if len(names) > _MOST_LISTED else shown


def _plain(unique_id: str) -> str:
    """A name of dbt's, such as ``test.shop.unique_party_id.1a2b3c``, without its project and number."""
    parts = unique_id.split(".")
    return parts[2] if len(parts) > 2 else unique_id


def _failure(unique_id: str) -> str:
    name = _plain(unique_id)
    return f"test {name}" if unique_id.startswith("test.") else f"table {name}"
