"""The pane for glossary masking."""

from __future__ import annotations

from signoff.gui.panes.masking.pane import MaskingPane

__all__ = ["MaskingPane"]
