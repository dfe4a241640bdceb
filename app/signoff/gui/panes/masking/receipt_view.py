"""The receipt of a look for names: what came of it, what was looked through, what was found and let through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from signoff.core.domain.mask_proof_words import (
    headline,
    hit_words,
    let_through_words,
    looked_words,
    way_words,
    where_words,
)
from signoff.core.domain.mask_proofs import MaskProof
from signoff.gui.panes.masking.words import level_name, say
from signoff.gui.widgets.basics import caption, clear, column, holder, label, rule
from signoff.gui.wording import moment

_MOST_LINES = 100


class ReceiptView(QScrollArea):
    """Shows one receipt; long lists are cut, the file of the receipt has them whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Receipt of the look for names"))
        self._lines = column(gap=6, margins=(0, 0, 8, 0))
        self._page = holder(self._lines)
        self.setWidget(self._page)
        for under in (self._page, self.viewport()):
            under.setAutoFillBackground(False)
        self.proof: MaskProof | None = None

    def show_proof(self, proof: MaskProof | None) -> None:
        """Show a receipt, or nothing."""
        if proof == self.proof:
            return
        self.proof = proof
        clear(self._lines)
        if proof is None:
            return
        for widget in self._widgets(proof):
            self._lines.addWidget(widget)
        self._lines.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """Everything that is shown, a line each."""
        return "\n".join(each.text() for each in self._page.findChildren(QLabel) if each.text())

    def _widgets(self, proof: MaskProof) -> list[QWidget]:
        head = label(headline(proof), "good" if proof.is_clean else "bad", wraps=True, selectable=True)
        made = self.tr("{by}, {when} · level: {level} · receipt {digest}…").format(
            by=proof.by, when=moment(proof.at), level=level_name(proof.level), digest=proof.digest[:16]
        )
        told = label(made, "small", wraps=True, selectable=True)
        told.setToolTip(self.tr("SHA-256 of the receipt: {digest}").format(digest=proof.digest))
        left_out = [sentence for each in proof.searched for sentence in each.not_searched]
        return [
            head,
            told,
            *self._part(self.tr("Found"), [hit_words(hit, with_term=True) for hit in proof.hits]),
            rule(),
            caption(self.tr("Looked through")),
            self._table(proof),
            *(label(sentence, "dim", wraps=True) for sentence in left_out[:_MOST_LINES]),
            *self._part(self.tr("Searched for"), way_words(proof)),
            *self._part(
                self.tr("There, but let through"),
                [let_through_words(each, with_term=True) for each in proof.let_through],
            ),
        ]

    def _table(self, proof: MaskProof) -> QWidget:
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(4)
        for place, each in enumerate(proof.searched):
            table.addWidget(label(where_words(each.where)), place, 0, Qt.AlignmentFlag.AlignTop)
            count = label(looked_words(each), "" if each.count else "dim", wraps=True)
            count.setToolTip(say("SHA-256: {digest}").format(digest=each.digest) if each.digest else "")
            table.addWidget(count, place, 1)
        table.setColumnStretch(1, 1)
        return holder(table)

    def _part(self, title: str, lines: Sequence[str]) -> list[QWidget]:
        if not lines:
            return []
        left = len(lines) - _MOST_LINES
        more = [self.tr("and {n} more; the saved receipt has them").format(n=f"{left:,}")] if left > 0 else []
        shown = [*lines[:_MOST_LINES], *more]
        return [rule(), caption(title), *(label(each, wraps=True, selectable=True) for each in shown)]
