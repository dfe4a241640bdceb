"""The parent's side: documents are read in a child process, so that a hostile one costs only itself."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.codec import from_data
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied, ChildFault, Limits
from signoff.core.progress import CancelToken

_LIMITS = Limits(memory_bytes=2 * 2**30, call_seconds=60.0)


def read_document(path: Path, *, cancel: CancelToken | None = None) -> tuple[SheetGrid, ...]:
    """All sheets of a mapping document as text, read in a child process of its own.

    Args:
        path: workbook (.xlsx, .xlsm, .xls), delimited text or Markdown, told apart by content.
        cancel: looked at while the child works.

    Raises:
        SignoffError: the document can't be read; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    with Child("signoff.core.engines.documents.worker", _LIMITS, "document reader") as child:
        try:
            data = child.call("read", {"path": str(path.resolve())}, cancel=cancel)
        except (ChildDied, ChildFault) as error:
            raise SignoffError(
                f"{path.name} is built in a way that can't be read safely; "
                "copy the mapping sheets into a new workbook and use that."
            ) from error
    return from_data(data, tuple[SheetGrid, ...])
