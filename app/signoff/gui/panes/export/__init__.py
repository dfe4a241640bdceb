"""The pane for export."""

from __future__ import annotations

from signoff.gui.panes.export.pane import ExportPane

__all__ = ["ExportPane"]
