"""The page that proves masking: one button, how far it is, and the receipt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.pipeline.mask_proving import write_receipt
from signoff.gui.context import Context
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.proving import Proving
from signoff.gui.panes.masking.receipt_view import ReceiptView
from signoff.gui.widgets.basics import button, column, holder, label, row


class ProofPage(QWidget):
    """Shows the receipt that was kept last; a new look takes its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._facts: Facts | None = None
        self.proving = Proving(context)
        self.intro = label(
            self.tr(
                "Looks for every term, in every spelling, in all that the language model was given or would be "
                "given, and in what lies on disk: logs, temporary files, kept evaluations."
            ),
            "dim",
            wraps=True,
        )
        self.limits = label(say("mask_proof.limits"), "small", wraps=True)
        self.prove = button(self.tr("Prove it"), self.proving.begin, kind="primary")
        self.save = button(
            self.tr("Save receipt …"),
            self._ask_place,
            hint=self.tr(
                "As JSON for a program, and beside it as a page for a person; both name what was found."
            ),
        )
        self.cancel = button(
            self.tr("Cancel"), self.proving.cancel, name=self.tr("Cancel the look for names")
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(self.tr("Progress of the look for names"))
        self.at = label("", "small")
        self.at.setMinimumWidth(1)
        self.said = label("", "attention", wraps=True)
        self.receipt = ReceiptView()
        self._running = holder(row(self.bar, self.at, gap=12))
        acts = row(self.prove, self.save, self.cancel, self._running, 1, gap=8)
        lines = column(self.intro, acts, self.said, self.receipt, self.limits, gap=10)
        lines.setStretch(3, 1)
        self.setLayout(lines)
        self.proving.changed.connect(self.show_state)

    @property
    def proof(self) -> MaskProof | None:
        """The receipt that is shown."""
        return self.proving.unkept or (self._facts.proof if self._facts else None)

    def show_facts(self, facts: Facts) -> None:
        """Show what the project keeps."""
        self._facts = facts
        self.show_state()

    def show_state(self) -> None:
        """Show what can be done and how far it is."""
        running, news = self.proving.is_running, self.proving.news
        self.prove.setEnabled(self.proving.can_begin)
        self.prove.setText(self.tr("Prove it again") if self.proof else self.tr("Prove it"))
        self.cancel.setVisible(running)
        self._running.setVisible(running)
        self.bar.setRange(0, news.total if news else 0)
        self.bar.setValue(news.done if news else 0)
        self.at.setText(" ".join(news.message.split()) if news else "")
        self.save.setVisible(self.proof is not None and not running)
        self.said.setText(self._said())
        self.said.setVisible(bool(self.said.text()))
        self.receipt.show_proof(self.proof)

    def save_to(self, name: str) -> None:
        """Write the receipt to a file and the page beside it."""
        if self.proof is None:
            return
        try:
            written = write_receipt(self.proof, Path(name))
        except SignoffError as error:
            self._context.notify.trouble(error)
            return
        names = ", ".join(path.name for path in written)
        self._context.notify.tell(self.tr("Written: {names}").format(names=names))

    def _said(self) -> str:
        if self.proving.trouble:
            return self.proving.trouble
        if self.proving.unkept is not None:
            return self.tr("The project is open for reading only, so this receipt is not kept in it.")
        if self.proof is not None and self._facts is not None and self._facts.prompts_since_proof:
            return self.tr("Prompts were given to the language model after this receipt; prove it again.")
        return ""

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Save receipt"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilter(self.tr("Receipt (*.json)"))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)
