"""SQL in colours: keywords, texts, numbers and comments."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from signoff.gui.look import Look

_KEYWORDS = """
all and any as asc between by case cast cross date day desc distinct else end except exists extract false filter first
following from full group having ilike in inner intersect interval into is join last lateral left like limit month
natural not null nulls offset on or order outer over partition preceding qualify range recursive right row rows select
similar then timestamp to top true try_cast unbounded union using values when where window with within year
"""
_WORDS = "|".join(sorted(_KEYWORDS.split(), key=len, reverse=True))
_PIECES = re.compile(
    r"(?P<comment>--.*|/\*.*?\*/|\{#.*?#\})|(?P<jinja>\{\{.*?\}\}|\{%.*?%\})|(?P<text>'(?:[^']|'')*'?)"
    rf'|(?P<name>"(?:[^"]|"")*"?)|(?P<number>\b\d+(?:\.\d+)?\b)|(?P<keyword>\b(?:{_WORDS})\b)',
    re.IGNORECASE,
)
_LONGEST = 4_000
"""Letters of one line that are coloured; the rest stays plain, so that a generated line never holds up typing."""
_IN_COMMENT = 1
_COLOURS = {
    "comment": "dim",
    "jinja": "attention",
    "text": "good",
    "name": "text",
    "number": "attention",
    "keyword": "accent",
}


class SqlHighlighter(QSyntaxHighlighter):
    """Colours the SQL of one document, anew when the look changes."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._formats: dict[str, QTextCharFormat] = {}
        self._take_colours()
        look.changed.connect(self._look_changed)

    def highlightBlock(self, text: str) -> None:
        """Colour one line; a block comment may reach over several."""
        self.setCurrentBlockState(0)
        start = 0
        if self.previousBlockState() == _IN_COMMENT:
            start = self._end_of_comment(text, 0, 0)
        for found in _PIECES.finditer(text[:_LONGEST], start):
            kind = found.lastgroup or ""
            self.setFormat(found.start(), found.end() - found.start(), self._formats[kind])
        opened = _without_pieces(text[:_LONGEST], start).find("/*")
        if opened >= 0:
            self._end_of_comment(text, opened, opened + 2)

    def _end_of_comment(self, text: str, first: int, after: int) -> int:
        """Colour a block comment from `first`; returns where it ends, and notes when that is not in this line."""
        closed = text.find("*/", after)
        end = len(text) if closed < 0 else closed + 2
        self.setFormat(first, end - first, self._formats["comment"])
        if closed < 0:
            self.setCurrentBlockState(_IN_COMMENT)
        return end

    def _look_changed(self) -> None:
        self._take_colours()
        self.rehighlight()

    def _take_colours(self) -> None:
        for kind, colour in _COLOURS.items():
            made = QTextCharFormat()
            made.setForeground(self._look.tokens.color(colour))
            made.setFontItalic(kind == "comment")
            if kind == "keyword":
                made.setFontWeight(QFont.Weight.DemiBold)
            self._formats[kind] = made


def _without_pieces(text: str, start: int) -> str:
    """The line with everything coloured blanked out, its places kept."""
    blank = " " * start + text[start:]
    return _PIECES.sub(lambda found: " " * len(found.group()), blank)
