"""The pane for SME annotation."""

from __future__ import annotations

from signoff.gui.panes.annotation.pane import AnnotationPane

__all__ = ["AnnotationPane"]
