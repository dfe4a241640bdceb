"""The look: every colour that carries words can be read, in both palettes; the fonts are the shipped ones."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from signoff.gui.look import DARK, LIGHT, Look, Tokens, contrast, load_fonts

READABLE = 4.5
WORDS_ON = [
    *((word, back) for word in ("text", "dim", "accent") for back in ("background", "panel")),
    *((word, "soft") for word in ("text", "accent")),
    *((word, "hover") for word in ("text", "dim")),
    ("on_accent", "accent"),
    *((word, back) for word in ("attention", "good", "bad") for back in ("panel", f"{word}_back")),
    *(("text", back) for back in ("attention_back", "good_back", "bad_back")),
    ("dim", "attention_back"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "back"), WORDS_ON)
def test_words_can_be_read_on_what_they_stand_on(tokens: Tokens, words: str, back: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, back)) >= READABLE


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_shipped_fonts_are_loaded(qapp: QApplication) -> None:
    assert {"Inter", "JetBrains Mono"} <= set(load_fonts())


def test_choosing_a_look_changes_palette_and_tokens(qapp: QApplication) -> None:
    look = Look(qapp, "dark")
    assert look.tokens is DARK and qapp.palette().window().color().name().upper() == DARK.background
    look.choose("light")
    assert look.tokens is LIGHT and qapp.palette().window().color().name().upper() == LIGHT.background
