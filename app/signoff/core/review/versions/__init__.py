"""A new version of a mapping document: what differs, and what it does to what was decided."""

from __future__ import annotations

from signoff.core.review.versions.compare import delta

__all__ = ["delta"]
