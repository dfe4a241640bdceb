"""The rule as the document has it, with what nothing does lit, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signoff.core.domain.amending import Amendment
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.facts import Facts, Piece, RuleText, Understood
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.widgets.rich import piece, rich_label


class Part(QWidget):
    """One text with the name of its part over it and a remark under it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "small", selectable=True)
        self.text = rich_label()
        self.note = label("", "attention", wraps=True, selectable=True)
        self.setLayout(column(self.name, self.text, self.note, gap=2))

    def show_part(self, shown: PartShown) -> None:
        """Show one part."""
        self.name.setText(shown.name)
        self.name.setVisible(bool(shown.name))
        self.text.setText(shown.text)
        self.note.setText(shown.note)
        self.note.setVisible(bool(shown.note))


@dataclass(frozen=True)
class PartShown:
    """One part, ready to be shown."""

    name: str
    text: str
    """Rich text."""
    note: str = ""


class RuleBlock(QWidget):
    """RULE and WE UNDERSTOOD."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._facts: Facts | None = None
        rules, understood = column(gap=6), column(gap=6)
        self.rules, self.understood = Pool(rules, Part), Pool(understood, Part)
        self._understood = QWidget()
        self._understood.setLayout(column(caption(self.tr("We understood")), understood, gap=4))
        said = column(gap=4)
        self.said = Pool(said, lambda: label("", "small", wraps=True, selectable=True))
        self.legend = rich_label("small")
        whole = column(caption(self.tr("Rule")), rules, self.legend, said, gap=4)
        self.setLayout(column(whole, self._understood, gap=12))
        context.look.changed.connect(self._paint_rules)

    def show_facts(self, facts: Facts) -> None:
        """Show the rules and readings of a column."""
        self._facts = facts
        self._paint_rules()
        shown = [self._reading(each) for each in facts.understood]
        for part, each in zip(self.understood.take(len(shown)), shown, strict=True):
            part.show_part(each)
        self._understood.setVisible(bool(shown))

    def _paint_rules(self) -> None:
        if self._facts is None:
            return
        shown = [self._rule(each) for each in self._facts.rules] or [self._no_rule()]
        for part, each in zip(self.rules.take(len(shown)), shown, strict=True):
            part.show_part(each)
        self._paint_legend([each for rule in self._facts.rules for each in rule.pieces])
        for line, said in zip(
            self.said.take(len(self._facts.amendments)), self._facts.amendments, strict=True
        ):
            line.setText(self._said(said))

    def _paint_legend(self, pieces: list[Piece]) -> None:
        """Say what underlined and lit words mean, where there are any."""
        tokens = self._context.look.tokens
        words = []
        if any(each.is_done for each in pieces):
            words.append(
                self.tr("{mark}: the draft does it").format(
                    mark=piece(self.tr("underlined"), underlined=True)
                )
            )
        if any(each.is_undone for each in pieces):
            lit = piece(self.tr("lit"), color=tokens.attention, back=tokens.attention_back)
            words.append(self.tr("{mark}: nothing in the draft does it").format(mark=lit))
        self.legend.setText(" &nbsp; ".join(words))
        self.legend.setVisible(bool(words))

    def _said(self, said: Amendment) -> str:
        words = self.tr("{name} answered “{answer}” on {day} to: {question}").format(
            name=said.by, day=said.at[:10], question=said.asked, answer=said.answer
        )
        document = said.now or said.before
        if not document or document.rpartition(": ")[2] in said.asked:
            return words
        return words + " " + self.tr("The document says “{words}”.").format(words=document)

    def _no_rule(self) -> PartShown:
        dim = self._context.look.tokens.dim
        return PartShown("", piece(self.tr("The document gives no rule for this column."), color=dim))

    def _rule(self, rule: RuleText) -> PartShown:
        tokens = self._context.look.tokens
        name = f"{rule.section} · {rule.lead}" if rule.section and rule.lead else rule.section or rule.lead
        if not rule.pieces:
            sources = ", ".join(rule.sources)
            words = (
                self.tr("No rule; the source is {sources}.") if sources else self.tr("No rule and no source.")
            )
            return PartShown(name, piece(words.format(sources=sources), color=tokens.dim))
        text = "".join(
            piece(each.text, color=tokens.attention, back=tokens.attention_back)
            if each.is_undone
            else piece(each.text, underlined=each.is_done)
            for each in rule.pieces
        )
        undone = list(dict.fromkeys(each.text.strip() for each in rule.pieces if each.is_undone))
        quotes = ", ".join(f"“{words}”" for words in undone)
        note = (
            self.tr("{phrases} is done by nothing yet.")
            if len(undone) == 1
            else self.tr("{phrases} are done by nothing yet.")
        )
        return PartShown(name, f"“{text}”", note.format(phrases=quotes) if undone else "")

    def _reading(self, understood: Understood) -> PartShown:
        note = ""
        if understood.unsaid:
            words = self.tr("Could not be put in words: {parts}. Look at its values closely.")
            note = words.format(parts=", ".join(understood.unsaid))
        return PartShown(understood.section, piece(understood.sentence), note)
