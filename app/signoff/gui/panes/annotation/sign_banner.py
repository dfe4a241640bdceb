"""Where a sign-off stands: ready, signed with its sentence, or changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from signoff.core.domain.dossier import GateReason
from signoff.core.domain.review import SignOff
from signoff.core.project.standing import TargetStanding
from signoff.core.review.stale import Change
from signoff.core.review.standing import TargetState
from signoff.gui.panes.annotation.words import sign_words, with_bold
from signoff.gui.widgets.basics import button, column, label, restyle, row, set_role
from signoff.gui.wording import moment

_MOST_CHANGES = 12


class SignBanner(QFrame):
    """Shown over the rows of a target that is ready, signed, or no longer what was signed."""

    sign_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "good", wraps=True)
        self.sentence = label("", wraps=True, selectable=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.changes = label("", wraps=True, selectable=True)
        self.sign = button("", self.sign_asked.emit, kind="primary")
        self.withdraw = button(self.tr("Withdraw with a reason …"), self.withdraw_asked.emit, kind="link")
        lines = (self.title, self.sentence, self.changes, row(self.sign, self.withdraw, 1))
        self.setLayout(column(*lines, margins=12, gap=6))
        self.hide()

    def show_target(self, target: TargetStanding, *, can_write: bool) -> None:
        """Show where the sign-off of a target stands; hides itself when nobody is to sign yet."""
        signed = target.dossier.sign_off if target.dossier else None
        is_ready, is_stale = target.state is TargetState.READY, target.state is TargetState.STALE
        self.setVisible(is_ready or signed is not None)
        restyle(self, "kind", "question" if is_stale else "good")
        set_role(self.title, "attention" if is_stale else "good")
        self.changes.hide()
        self.sign.setVisible(is_ready or is_stale)
        self.sign.setEnabled(can_write)
        self.sign.setText(sign_words(target) or self.tr("See what is left …"))
        self.withdraw.setVisible(signed is not None)
        self.withdraw.setEnabled(can_write)
        self.sentence.setVisible(signed is not None)
        if signed is None:
            self.title.setText(
                self.tr("Everything is decided; {name} can be signed.").format(name=target.name)
            )
        else:
            self._show_signed(signed, target.name, is_stale)

    def show_changes(self, bars: Sequence[GateReason], changes: Sequence[Change]) -> None:
        """Say what changed since it was signed; what was said since, where all that was signed is the same."""
        told = [change.sentence for change in changes] or [bar.message for bar in bars]
        lines = [f"· {line}" for line in told[:_MOST_CHANGES]]
        if len(told) > _MOST_CHANGES:
            lines.append(self.tr("and {n} more").format(n=len(told) - _MOST_CHANGES))
        self.changes.setText("\n".join(lines))
        self.changes.setVisible(bool(lines))

    def _show_signed(self, signed: SignOff, name: str, is_stale: bool) -> None:
        words = (
            self.tr("Look again: {target} changed after {name} signed it ({when}).")
            if is_stale
            else self.tr("Signed by {name} · {when} · {meaning}")
        )
        when = moment(signed.at)
        self.title.setText(words.format(target=name, name=signed.by, when=when, meaning=signed.meaning))
        where = self.tr("account {account} on {machine}")
        self.title.setToolTip(where.format(account=signed.account, machine=signed.machine))
        self.sentence.setText(with_bold(signed.sentence, signed.target))
