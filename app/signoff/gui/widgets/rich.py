"""Pieces of rich text, always of escaped words: what comes from a document never becomes markup."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from signoff.gui.look import CODE_FAMILY
from signoff.gui.widgets.basics import label
from signoff.gui.widgets.values import drawn


def rich_label(role: str = "") -> QLabel:
    """A label for pieces made here; its text can be selected."""
    made = label("", role, wraps=True, selectable=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


def piece(
    text: str,
    *,
    color: str = "",
    back: str = "",
    bold: bool = False,
    italic: bool = False,
    underlined: bool = False,
    code: bool = False,
) -> str:
    """Words with a look of their own."""
    styles = {
        "color": color,
        "background-color": back,
        "font-weight": "600" if bold else "",
        "font-style": "italic" if italic else "",
        "text-decoration": "underline" if underlined else "",
        "font-family": f"'{CODE_FAMILY}'" if code else "",
    }
    style = ";".join(f"{name}:{value}" for name, value in styles.items() if value)
    words = html.escape(text).replace("\n", "<br>")
    return f'<span style="{style}">{words}</span>' if style else words


def value_piece(value: object, *, bold: bool = False) -> str:
    """A value as it is drawn: blanks visible, no value in italics."""
    shown = drawn(value)
    return piece(shown.text, bold=bold and not shown.is_missing, italic=shown.is_missing, code=True)
