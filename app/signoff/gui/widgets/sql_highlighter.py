"""SQL in colours: keywords, texts, numbers and comments."""

from __future__ import annotations

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from signoff.gui.look import Look
from signoff.gui.widgets.sql_pieces import Kind, pieces_of

_LONGEST = 4_000
"""Letters of one line that are coloured; the rest stays plain, so that a generated line never holds up typing."""
_IN_COMMENT = 1
_OPENS, _CLOSES = "/*", "*/"
_COLOURS = {
    Kind.REMARK: "dim",
    Kind.JINJA: "attention",
    Kind.TEXT: "good",
    Kind.NUMBER: "attention",
    Kind.KEYWORD: "accent",
}


class SqlHighlighter(QSyntaxHighlighter):
    """Colours the SQL of one document, anew when the look changes."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._formats: dict[Kind, QTextCharFormat] = {}
        self._take_colours()
        look.changed.connect(self._look_changed)

    def highlightBlock(self, text: str) -> None:
        """Colour one line; a block comment may reach over several, and is opened anew for each of them."""
        self.setCurrentBlockState(0)
        opened = _OPENS if self.previousBlockState() == _IN_COMMENT else ""
        line = opened + text[:_LONGEST]
        pieces = pieces_of(line)[0]
        for piece in pieces:
            start, end = max(0, piece.start - len(opened)), piece.end - len(opened)
            self.setFormat(start, end - start, self._formats[piece.kind])
        if pieces and pieces[-1].kind is Kind.REMARK and _is_open(line[pieces[-1].start : pieces[-1].end]):
            self.setCurrentBlockState(_IN_COMMENT)

    def _look_changed(self) -> None:
        self._take_colours()
        self.rehighlight()

    def _take_colours(self) -> None:
        for kind, colour in _COLOURS.items():
            made = QTextCharFormat()
            made.setForeground(self._look.tokens.color(colour))
            made.setFontItalic(kind is Kind.REMARK)
            if kind is Kind.KEYWORD:
                made.setFontWeight(QFont.Weight.DemiBold)
            self._formats[kind] = made


def _is_open(remark: str) -> bool:
    """Whether a comment goes on in the next line."""
    return remark.startswith(_OPENS) and not remark[len(_OPENS) :].endswith(_CLOSES)
