"""The document reader's process: run as ``python -m``, answers one method, `read`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from signoff.core.domain.codec import to_data
from signoff.core.engines.documents.reading import read_grids
from signoff.core.isolation.serve import WorkerContext, serve


def read(params: dict[str, Any], _context: WorkerContext) -> Any:
    """Grids of the document at ``path`` (absolute), as plain data."""
    return to_data(read_grids(Path(params["path"])))


if __name__ == "__main__":
    serve({"read": read})
