"""The card of one column: its rule, what was understood, what is asked, and its values."""

from __future__ import annotations

from signoff.gui.panes.annotation.card.card import ColumnCard

__all__ = ["ColumnCard"]
