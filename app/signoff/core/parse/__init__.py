"""Parse: a mapping document becomes a spec, with a cell for every field."""

from __future__ import annotations

from signoff.core.parse.reader import parse_document, read_sheets, read_with_grids

__all__ = ["parse_document", "read_sheets", "read_with_grids"]
