"""The chosen change in full: the text before and now with changed words marked, and what is said beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from signoff.core.domain.wordspans import Span, changed_spans
from signoff.gui.look import Look
from signoff.gui.panes.importing.compare_lines import ChangeLine, TableLine, say
from signoff.gui.widgets.basics import caption, column, holder, label, row
from signoff.gui.widgets.rich import piece, rich_label


class CompareDetail(QFrame):
    """Follows the tree of changes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._look = look
        self.head = label("", "heading", wraps=True, selectable=True)
        self.old, self.new = rich_label(), rich_label()
        self.told = label("", wraps=True, selectable=True)
        self._heads = caption(""), caption("")
        texts = self.old, self.new
        sides = [column(head, text, 1, gap=4) for head, text in zip(self._heads, texts, strict=True)]
        across = row(*sides, gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self._texts = holder(across)
        inside = QWidget()
        inside.setLayout(column(self.head, self._texts, self.told, 1, margins=12, gap=8))
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        for under in (inside, area.viewport()):
            under.setAutoFillBackground(False)
        self.setLayout(column(area, margins=1))
        self._shown: tuple[TableLine | None, ChangeLine | None] = (None, None)
        look.changed.connect(lambda: self.show_line(*self._shown))

    def show_line(self, table: TableLine | None, change: ChangeLine | None) -> None:
        """Show one change, or what is said of a whole table."""
        self._shown = (table, change)
        self._texts.setVisible(change is not None and bool(change.old or change.new))
        if table is None:
            self.head.setText(say("Nothing fits the filter."))
            self.told.setText("")
            return
        if change is None:
            self.head.setText(f"{table.name}: {table.sentence}")
            self.told.setText("\n".join(table.told) or say("Nothing more is said of this table."))
            return
        self.head.setText(f"{table.name}.{change.column}: {change.what}")
        usual = say("Before"), say("Now")
        for head, words, else_words in zip(self._heads, change.heads, usual, strict=True):
            head.setText((words or else_words).upper())
        lefts, rights = changed_spans(change.old, change.new)
        self.old.setText(self._marked(change.old, lefts, "bad_back") or self._nothing())
        self.new.setText(self._marked(change.new, rights, "good_back") or self._nothing())
        self.told.setText("\n".join(change.told))

    def _nothing(self) -> str:
        return piece(say("nothing"), color=self._look.tokens.dim, italic=True)

    def _marked(self, text: str, spans: tuple[Span, ...], back: str) -> str:
        """The text with the characters that differ on a colour of their own."""
        shade, pieces, end = str(getattr(self._look.tokens, back)), [], 0
        for first, last in spans:
            pieces += [piece(text[end:first]), piece(text[first:last], back=shade, bold=True)]
            end = last
        return "".join([*pieces, piece(text[end:])]) if text else ""
