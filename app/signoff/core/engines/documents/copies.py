"""The parent's side of writing into a copy: the workbook's parts are edited in the child that reads documents."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from signoff.core.domain.annotations import Annotations, Page, SheetWords
from signoff.core.domain.harmless import harmless
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.copying.fresh import workbook_of
from signoff.core.engines.documents.copying.passing import annotations_to_json
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.guards import DocumentKind, kind_of
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied, ChildFault, Limits
from signoff.core.progress import CancelToken

_LIMITS = Limits(memory_bytes=2 * 2**30, call_seconds=180.0, grace_seconds=0.3)


def annotated_workbook(
    data: bytes, annotations: Annotations, *, name: str, cancel: CancelToken | None = None
) -> bytes:
    """A copy of a workbook with annotations; every part they don't touch is the same, byte for byte.

    Args:
        data: the workbook, .xlsx or .xlsm.
        annotations: what is written into it.
        name: the file's, for sentences.
        cancel: looked at while the child works.

    Raises:
        SignoffError: it is no such workbook, or its parts can't be edited.
        Cancelled: `cancel` was set.
    """
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        source, words, out = (Path(private) / each for each in ("document", "annotations.json", "copy"))
        source.write_bytes(data)
        words.write_text(annotations_to_json(annotations), encoding="utf-8")
        if kind_of(source) is not DocumentKind.WORKBOOK:
            raise SignoffError(say("copy.no_workbook", file=name))
        with Child("signoff.core.engines.documents.worker", _LIMITS, "document reader") as child:
            paths = {"path": str(source), "annotations": str(words), "out": str(out), "name": name}
            try:
                child.call("annotate", paths, cancel=cancel)
            except (ChildDied, ChildFault) as error:
                raise SignoffError(say("document.unsafe", file=name)) from error
        return out.read_bytes()


def annotated_text(grid: SheetGrid, words: SheetWords | None, page: Page) -> bytes:
    """A delimited or Markdown document as CSV with the added columns, and below it what stands on the page.

    Every text is harmless in a spreadsheet; the file begins with a byte order mark, so that one reads it as UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    width = grid.width
    added = {each.row: [cell.text for cell in each.cells] for each in words.rows} if words else {}
    if words:
        added[words.header_row or 1] = list(words.headers)
    for number, row in enumerate(grid.rows, 1):
        texts = [*row, *[""] * (width - len(row)), *added.get(number, ())]
        writer.writerow([harmless(text) for text in texts])
    writer.writerow([])
    for line in page.rows:
        writer.writerow([harmless(cell.text) for cell in line])
    return out.getvalue().encode("utf-8-sig")


def pages_workbook(*pages: Page) -> bytes:
    """A workbook that holds only pages of ours."""
    return workbook_of(pages)
