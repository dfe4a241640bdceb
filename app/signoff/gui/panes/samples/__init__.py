"""The pane for DuckDB samples."""

from __future__ import annotations

from signoff.gui.panes.samples.pane import SamplesPane

__all__ = ["SamplesPane"]
