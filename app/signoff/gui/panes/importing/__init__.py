"""The pane for mapping import."""

from __future__ import annotations

from signoff.gui.panes.importing.pane import ImportPane

__all__ = ["ImportPane"]
