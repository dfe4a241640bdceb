"""A sheet is shown as the customer drew it, legible in light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from signoff.core.engines.documents.drawn import Drawn, Look, Note
from signoff.core.engines.documents.grid import SheetGrid
from signoff.gui.look import DARK, LIGHT, Tokens
from signoff.gui.look import Look as ScreenLook
from signoff.gui.panes.importing.sheet_model import SheetModel
from signoff.gui.panes.importing.tinting import contrast, legible_ink, tinted

_FILLS = ("FFFF00", "1F4E78", "FF0000", "000000", "92D050", "FFC7CE", "7F7F7F")
_INKS = ("", "FFFFFF", "FF0000", "0000FF", "FFFF00")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("fill", _FILLS)
@pytest.mark.parametrize("ink", _INKS)
def test_every_ink_can_be_read_on_every_fill(tokens: Tokens, fill: str, ink: str) -> None:
    behind = tinted(fill, tokens)
    assert contrast(legible_ink(ink, behind, tokens), behind) >= 4.5
    assert contrast(legible_ink(ink, None, tokens), tokens.color("panel")) >= 4.5


def test_the_model_draws_fill_ink_strike_and_note(qapp: QApplication) -> None:
    model = SheetModel(ScreenLook(qapp, "light"))
    drawn = Drawn((Look("FFFF00", "FF0000", True),), (((2, 2, 0),),), ((1, 0), (2, -1)))
    model.show(SheetGrid("s", (("a", "b"), ("c", "d")), drawn=drawn, notes=(Note(2, 1, "look", "Sina"),)))
    struck, plain = model.index(0, 1), model.index(1, 1)
    font = struck.data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont) and font.strikeOut()
    assert struck.data(Qt.ItemDataRole.BackgroundRole).getRgb()[2] < 100
    assert plain.data(Qt.ItemDataRole.BackgroundRole) is plain.data(Qt.ItemDataRole.FontRole) is None
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "Note by Sina: look"
    assert set(model.notes) == {(2, 1)}
