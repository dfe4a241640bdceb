"""The style sheet of a look. Widgets ask for a style by a property: ``role`` for words, ``kind`` for controls."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from signoff.gui.look import Tokens

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $background; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 16px; font-weight: 600; }
QLabel[role="heading"] { font-size: 13px; font-weight: 600; }
QLabel[role="caption"] { font-size: 11px; font-weight: 600; color: $dim; letter-spacing: 0.5px; }
QLabel[role="step-here"] { font-size: 13px; font-weight: 600; color: $accent; }
QLabel[role="dim"] { color: $dim; }
QLabel[role="small"] { color: $dim; font-size: 11px; }
QLabel[role="attention"] { color: $attention; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="chip"] { background: $hover; color: $dim; border-radius: 4px; padding: 1px 5px; font-size: 11px; }
QLabel[role="chip-attention"] { background: $attention_back; color: $attention; border-radius: 4px;
    padding: 1px 5px; font-size: 11px; }

QFrame[kind="panel"] { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="panel-lit"] { background: $panel; border: 2px solid $accent; border-radius: 8px; }
QFrame[kind="question"] { background: $attention_back; border: none; border-radius: 8px; }
QFrame[kind="good"] { background: $good_back; border: none; border-radius: 8px; }
QFrame[kind="bad"] { background: $bad_back; border: none; border-radius: 8px; }
QFrame[kind="step"] { background: transparent; border: 1px solid transparent; border-radius: 6px; }
QFrame[kind="step"]:hover { background: $hover; }
QFrame[kind="step-here"] { background: $soft; border: 1px solid $soft; border-radius: 6px; }
QFrame[kind="step"]:focus, QFrame[kind="step-here"]:focus { border: 1px solid $accent; }
QFrame[kind="notice"] { background: $panel; border: 1px solid $line; border-left: 4px solid $accent;
    border-radius: 6px; }
QFrame[kind="notice-bad"] { background: $panel; border: 1px solid $line; border-left: 4px solid $bad;
    border-radius: 6px; }
QFrame[kind="edit"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="edit"]:hover { background: $hover; }
QFrame[kind="edit-lit"] { background: $panel; border: 1px solid $accent; border-radius: 6px; }
QLabel[role="edit"] { font-size: 12px; }
QLabel[role="edit-attention"] { font-size: 12px; color: $attention; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="bar"] { background: $panel; border: none; border-bottom: 1px solid $line; border-radius: 0; }
QFrame[kind="foot"] { background: $panel; border: none; border-top: 1px solid $line; border-radius: 0; }

QPushButton { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 5px 12px;
    min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $soft; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $dim; background: $background; }
QPushButton:checked { background: $soft; color: $accent; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[kind="primary"]:focus { border: 1px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $dim; border-color: $line; }
QPushButton[kind="link"], QToolButton[kind="link"] { background: transparent; border: 1px solid transparent;
    color: $accent; padding: 2px 4px; text-align: left; border-radius: 4px; }
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border: 1px solid transparent;
    color: $dim; padding: 3px 6px; border-radius: 4px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 1px solid $accent; }
QPushButton[kind="quiet-small"] { background: transparent; border: 1px solid transparent; color: $dim;
    padding: 1px 4px; border-radius: 4px; font-size: 11px; min-height: 14px; }
QPushButton[kind="quiet-small"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet-small"]:focus { border: 1px solid $accent; }
QPushButton[kind="small"] { padding: 1px 7px; min-height: 16px; font-size: 12px; }
QPushButton[kind="number"], QPushButton[kind="number-quiet"] { background: transparent;
    border: 1px solid transparent; padding: 0 3px; min-height: 16px; border-radius: 4px; text-align: right; }
QPushButton[kind="number"] { color: $attention; font-weight: 600; }
QPushButton[kind="number-quiet"] { color: $text; }
QPushButton[kind="number"]:hover, QPushButton[kind="number-quiet"]:hover { background: $hover; }
QPushButton[kind="number"]:focus, QPushButton[kind="number-quiet"]:focus { border: 1px solid $accent; }
QPushButton[kind="answer"] { background: $panel; border: 1px solid $line; text-align: left; padding: 8px 12px; }
QPushButton[kind="tab"] { background: transparent; border: 1px solid transparent; color: $dim;
    padding: 5px 7px; border-radius: 6px; }
QPushButton[kind="tab"]:hover { background: $hover; }
QPushButton[kind="tab"]:checked { background: $soft; color: $accent; font-weight: 600; }
QPushButton[kind="tab"]:focus { border: 1px solid $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; }
QToolButton:hover { background: $hover; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit { background: $panel; border: 1px solid $line;
    border-radius: 6px; padding: 4px 8px; selection-background-color: $soft; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus
    { border: 1px solid $accent; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus { border: none; padding: 2px 4px; }
QPlainTextEdit[kind="code"], QTextEdit[kind="code"], QTextBrowser[kind="plain"],
QTextBrowser[kind="help"] { border: none; padding: 0;
    background: $panel; }
QComboBox { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 4px 8px; min-height: 18px; }
QComboBox:focus { border: 1px solid $accent; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; selection-background-color: $soft;
    selection-color: $text; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator { width: 12px; height: 12px; border: 1px solid $dim;
    border-radius: 4px; background: $panel; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QTreeView::indicator:checked { border: 1px solid $accent;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $accent, stop: 0.6 $accent, stop: 0.7 $panel, stop: 1 $panel); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }

QAbstractItemView { background: $panel; border: none; outline: none; selection-background-color: $soft;
    selection-color: $text; gridline-color: $line; alternate-background-color: $panel; }
QAbstractItemView:focus { border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QListView::item, QTreeView::item { padding: 4px 6px; border-radius: 6px; }
QTreeView[kind="lines"]::item { border-radius: 0; }
QListView::item:selected, QTreeView::item:selected { background: $soft; color: $text; }
QListView::item:hover:!selected, QTreeView::item:hover:!selected { background: $hover; }
QTableView { border: 1px solid $line; border-radius: 6px; }
QTableView:focus { border: 1px solid $accent; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $dim; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px; font-size: 11px; }
QTableView[kind="values"]::item { padding: 0 8px; }
QTableView[kind="values"] QHeaderView::section:vertical { border-bottom: none; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $panel; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 16px; border-radius: 4px; }
QMenu::item:selected { background: $soft; }
QMenu::item:disabled { color: $dim; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGraphicsView { background: $panel; border: none; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The sheet with a look's colours in it."""
    return _SHEET.substitute(vars(tokens))
