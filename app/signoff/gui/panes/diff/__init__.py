"""The pane for SQL and diff."""

from __future__ import annotations

from signoff.gui.panes.diff.pane import DiffPane

__all__ = ["DiffPane"]
