"""Colours, fonts and the style sheet: one calm look in light and in dark, with contrast computed by a test."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from signoff.core.domain.resources import resources_folder
from signoff.gui.stylesheet import stylesheet

TEXT_FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"
TEXT_PX, TITLE_PX, CAPTION_PX, CODE_PX = 13, 16, 11, 12


@dataclass(frozen=True)
class Tokens:
    """Every colour of one look, as ``#RRGGBB``."""

    is_dark: bool
    background: str
    panel: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    """Text on the accent colour."""
    soft: str
    """Soft accent, for what is chosen."""
    attention: str
    attention_back: str
    good: str
    good_back: str
    bad: str
    bad_back: str
    hover: str

    def color(self, name: str) -> QColor:
        """One of the colours by its field's name."""
        return QColor(str(getattr(self, name)))


LIGHT = Tokens(
    is_dark=False,
    background="#F6F7F9",
    panel="#FFFFFF",
    line="#DFE3E8",
    text="#16202C",
    dim="#5B6775",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    soft="#E3F2F1",
    attention="#9A5B00",
    attention_back="#FFF4E0",
    good="#1B7A3D",
    good_back="#E6F5EB",
    bad="#B3261E",
    bad_back="#FCEDEB",
    hover="#EEF1F4",
)
DARK = Tokens(
    is_dark=True,
    background="#12171D",
    panel="#1A2129",
    line="#2C3641",
    text="#E6EBF0",
    dim="#97A4B2",
    accent="#4FC2B8",
    on_accent="#0C1A19",
    soft="#16332F",
    attention="#F0B35C",
    attention_back="#3A2C14",
    good="#6CCB8B",
    good_back="#16301F",
    bad="#F2877F",
    bad_back="#3A1C1A",
    hover="#222B35",
)


class Look(QObject):
    """The look in force; widgets that paint themselves read `tokens` and listen to `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, wanted: str) -> None:
        super().__init__(application)
        self._application = application
        self._wanted = wanted
        self.tokens = LIGHT
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(text_font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        self.choose(wanted)

    def choose(self, wanted: str) -> None:
        """Take ``light``, ``dark``, or what the system has."""
        self._wanted = wanted
        dark = wanted == "dark" or (
            wanted == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        self.tokens = DARK if dark else LIGHT
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._wanted == "system":
            self.choose("system")


@cache
def load_fonts() -> tuple[str, ...]:
    """Bring in the shipped fonts; returns their families. Where a file is missing the system's fonts serve."""
    families: list[str] = []
    for path in sorted((resources_folder() / "fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def text_font(px: int = TEXT_PX, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font of words."""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(px)
    font.setItalic(italic)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def code_font(px: int = CODE_PX, *, bold: bool = False, italic: bool = False) -> QFont:
    """The font of values and SQL."""
    font = QFont(CODE_FAMILY)
    font.setStyleHint(QFont.StyleHint.Monospace)
    # else <= is drawn as one sign, and what is signed is not what is seen
    font.setFeature(QFont.Tag("calt"), 0)
    font.setPixelSize(px)
    font.setItalic(italic)
    font.setBold(bold)
    return font


def palette_of(tokens: Tokens) -> QPalette:
    """Qt's palette for a look."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.background,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.panel,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.bad,
        QPalette.ColorRole.Highlight: tokens.soft,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.panel,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.dim,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Light: tokens.panel,
        QPalette.ColorRole.Shadow: tokens.line,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.HighlightedText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.dim))
    return palette


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
