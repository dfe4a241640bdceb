"""Expressions in words, for who reads no SQL: "We understood: …"."""

from __future__ import annotations

from signoff.core.review.reading.reading import Reading, reading_of

__all__ = ["Reading", "reading_of"]
