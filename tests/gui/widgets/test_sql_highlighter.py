"""SQL is coloured by what its words are, also in comments over several lines, and anew in another look."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from signoff.gui.look import DARK, LIGHT, Look
from signoff.gui.widgets.sql_highlighter import SqlHighlighter

SQL = "select 'from' as x, 12 -- from here\n/* case\nwhen */ from t /**/ as u\nselect 1"


def _colour(document: QTextDocument, line: int, word: str) -> str:
    block = document.findBlockByNumber(line)
    place = block.text().index(word)
    formats = [f for f in block.layout().formats() if f.start <= place < f.start + f.length]
    return formats[0].format.foreground().color().name().upper() if formats else ""


def test_each_kind_of_word_has_its_colour(qapp: QApplication) -> None:
    document, look = QTextDocument(SQL), Look(qapp, "light")
    highlighter = SqlHighlighter(document, look)
    highlighter.rehighlight()
    assert _colour(document, 0, "select") == LIGHT.accent
    assert _colour(document, 0, "'from'") == LIGHT.good
    assert _colour(document, 0, "12") == LIGHT.attention
    assert _colour(document, 0, "from here") == LIGHT.dim
    assert _colour(document, 0, "x,") == ""
    assert _colour(document, 1, "case") == _colour(document, 2, "when") == LIGHT.dim
    assert _colour(document, 2, "from") == LIGHT.accent
    assert _colour(document, 2, "as") == _colour(document, 3, "select") == LIGHT.accent
    look.choose("dark")
    assert _colour(document, 0, "select") == DARK.accent
