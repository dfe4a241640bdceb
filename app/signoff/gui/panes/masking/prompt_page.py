"""One prompt at a time: before and after masking, what came back, and the proof that nothing leaked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from signoff.core.domain.expressions import Origin
from signoff.core.project.standing import Standing, TargetStanding
from signoff.gui.context import Context
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.pieces import sides_of
from signoff.gui.panes.masking.previews import Previews
from signoff.gui.panes.masking.receipts import came_back_words, project_words, receipt_words
from signoff.gui.panes.masking.rules import RuleLine, ShownPrompt, rules_of
from signoff.gui.panes.masking.side_by_side import SideBySide
from signoff.gui.panes.masking.words import nothing_sent_words
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, holder, label, row, rule, set_role
from signoff.gui.widgets.pick import Pick
from signoff.gui.widgets.short_label import ShortLabel


class PromptPage(QWidget):
    """Follows the chosen target table; a list of its rules chooses the prompt."""

    column_asked = Signal(str)
    """The person chose a rule of a column."""
    proof_asked = Signal()
    """The person wants it proven for the whole project."""

    def __init__(self, context: Context, previews: Previews) -> None:
        super().__init__()
        self._context, self._previews = context, previews
        self._target: TargetStanding | None = None
        self._facts: Facts | None = None
        self.lines: tuple[RuleLine, ...] = ()
        self._wanted = ""
        """The rule somebody chose; empty shows the first one that needs the language model."""
        self._number = 0
        """Which of the prompts of a rule is shown."""
        self._build()
        self._connect()

    @property
    def line(self) -> RuleLine | None:
        """The rule that is shown."""
        place = self.rules.currentIndex()
        return self.lines[place] if 0 <= place < len(self.lines) else None

    @property
    def shown(self) -> ShownPrompt | None:
        """The prompt that is shown."""
        line = self.line
        return line.prompts[self._number] if line and line.prompts else None

    def show_facts(self, standing: Standing, facts: Facts) -> None:
        """Show the chosen target's rules; the chosen rule stays chosen."""
        self._facts = facts
        before = self._target.name if self._target else ""
        self._target = self._context.session.chosen or (standing.targets[0] if standing.targets else None)
        if self._target is not None and self._target.name != before:
            self._wanted = self._context.session.column
        if self._target is not None and self._target.dossier is None:
            self._previews.want(standing, facts.templates)
        self._fill()

    def choose(self, name: str) -> None:
        """Show the rule of a column or a condition; one that is not there leaves what is shown."""
        names = [line.column.casefold() for line in self.lines]
        self._wanted = name
        if name.casefold() in names:
            self.rules.setCurrentIndex(names.index(name.casefold()))

    def _build(self) -> None:
        self.rules = Pick(self.tr("Rule whose prompt is shown"))
        self.count = ShortLabel("", "small")
        self.whole = button(
            self.tr("Everything it reads"),
            hint=self.tr("The texts and worked examples around the rule too: they ship with Signoff."),
        )
        self.whole.setCheckable(True)
        self.whole.setChecked(self._context.preferences.text("enhance.whole") == "yes")
        self.sides = SideBySide(self._context.look)
        self.empty = label("", "dim", wraps=True)
        self.again = button(self.tr("Try again"), self._previews.again)
        nothing = holder(column(self.empty, row(self.again, 1), 1, margins=(0, 12, 0, 0)))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sides)
        self.stack.addWidget(nothing)
        self.came_back = label("", "dim", wraps=True)
        self.earlier = button(self.tr("earlier"), lambda: self._step(-1), kind="link")
        self.later = button(self.tr("later"), lambda: self._step(1), kind="link")
        self.open = button(self.tr("Open its card"), self._open_card, kind="link")
        self.receipt = label("", "good", wraps=True, selectable=True)
        self.of_all = label("", "small", wraps=True)
        self.prove = button(self.tr("Prove it"), self.proof_asked.emit, kind="link")
        whole = row(self.of_all, self.prove)
        whole.setStretch(0, 1)
        head = row(self.rules, self.whole, gap=12)
        told = row(self.came_back, self.earlier, self.later, self.open)
        told.setStretch(0, 1)
        lines = column(head, self.count, self.stack, told, rule(), self.receipt, whole)
        lines.setStretch(2, 1)
        self.setLayout(lines)

    def _connect(self) -> None:
        self.rules.currentIndexChanged.connect(self._rule_changed)
        self.rules.activated.connect(self._rule_activated)
        self.whole.toggled.connect(self._whole_changed)
        self._previews.changed.connect(self._fill)
        self._context.session.column_chosen.connect(self.choose)

    def _fill(self) -> None:
        if self._target is None or self._facts is None:
            return
        lines = rules_of(self._target, self._facts, self._previews.prompts)
        if lines != self.lines:
            before, self.lines = self.lines, lines
            self._refill([line.column for line in before], self._wanted)
        self._show()

    def _refill(self, before: list[str], kept: str) -> None:
        names = [line.column for line in self.lines]
        self.rules.blockSignals(True)
        if names != before:
            self.rules.clear()
            self.rules.addItems([" ".join(name.split()) for name in names])
        wanted = [name.casefold() for name in names]
        self.rules.setCurrentIndex(wanted.index(kept.casefold()) if kept.casefold() in wanted else 0)
        self.rules.blockSignals(False)
        self._number = max(0, len(self.line.prompts) - 1) if self.line else 0

    def _rule_changed(self, _place: int) -> None:
        self._number = max(0, len(self.line.prompts) - 1) if self.line else 0
        self._show()

    def _rule_activated(self, _place: int) -> None:
        if self.line is not None and self._target is not None:
            self._wanted = self.line.column
            columns = {c.name for c in self._target.mapping.columns}
            if self.line.column in columns:
                self._context.session.choose_column(self.line.column)

    def _whole_changed(self, is_whole: bool) -> None:
        self._context.preferences.keep_text("enhance.whole", "yes" if is_whole else "")
        self._show()

    def _step(self, by: int) -> None:
        self._number += by
        self._show()

    def _open_card(self) -> None:
        if self._target is not None and self.line is not None:
            known = {c.name for c in self._target.mapping.columns}
            name = self.line.column if self.line.column in known else ""
            self._context.go(Place(Step.VALIDATE, self._target.name, name))

    def _show(self) -> None:
        shown = self.shown
        self._show_counts()
        self._show_links()
        self.stack.setCurrentIndex(0 if shown else 1)
        self.whole.setEnabled(shown is not None)
        self.receipt.setVisible(shown is not None)
        self.came_back.setText(came_back_words(shown) if shown else "")
        if shown is None:
            self._show_nothing()
            return
        self.receipt.setText(receipt_words(shown.receipt))
        self.receipt.setToolTip(self.tr("SHA-256 of the prompt: {hash}").format(hash=shown.prompt.hash))
        set_role(self.receipt, "bad" if shown.receipt.leaks else "good")
        is_whole = self.whole.isChecked()
        self.sides.show_sides(
            sides_of(shown.prompt, shown.aliases, shown.rule, shown.generations, whole=is_whole)
        )

    def _show_counts(self) -> None:
        assert self._facts is not None and self._target is not None
        count = sum(bool(line.prompts) for line in self.lines)
        one = self.tr("1 of {all} rules of {target} needs the language model")
        many = self.tr("{n} of {all} rules of {target} need the language model")
        words = one if count == 1 else many
        told = {"n": f"{count:,}", "all": f"{len(self.lines):,}", "target": self._target.name}
        self.count.setText(words.format(**told))
        sent = [each.receipt for each in self._facts.sent]
        previewed = [each.receipt for each in self._previews.prompts]
        from_whom = self.tr("Names are hidden from the language model, not from the reader.")
        self.of_all.setText(f"{project_words(sent, previewed)}. {from_whom}")

    def _show_links(self) -> None:
        prompts = self.line.prompts if self.line else ()
        for link, is_shown in (
            (self.earlier, self._number > 0),
            (self.later, self._number + 1 < len(prompts)),
        ):
            link.setVisible(len(prompts) > 1)
            link.setEnabled(is_shown)
        self.open.setVisible(self._target is not None and self._target.dossier is not None)

    def _show_nothing(self) -> None:
        line, previews = self.line, self._previews
        origin = line.origin if line else None
        may_come = origin in (None, Origin.UNRESOLVED)
        standing = self._context.session.standing
        if may_come and standing is not None and self._facts is not None:
            previews.want(standing, self._facts.templates)
        self.again.setVisible(bool(may_come and previews.trouble))
        if may_come and previews.is_running:
            self.empty.setText(
                self.tr("The prompts are being put together; the language model is not asked yet.")
            )
        elif may_come and previews.trouble:
            self.empty.setText(previews.trouble)
        else:
            name = " ".join(line.column.split()) if line else ""
            self.empty.setText(f"{name}\n{nothing_sent_words(origin)}" if name else "")
