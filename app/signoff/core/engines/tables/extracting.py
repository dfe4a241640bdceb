"""The parent's side: files of tables are opened in a child process, so that a hostile one costs only itself."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.codec import from_data
from signoff.core.domain.sentences import say
from signoff.core.engines.tables.extracted import Extracted
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied, ChildFault, Limits
from signoff.core.progress import CancelToken

_LIMITS = Limits(memory_bytes=3 << 30, call_seconds=240.0, grace_seconds=0.3)


def extract_tables(path: Path, folder: Path, *, cancel: CancelToken | None = None) -> Extracted:
    """The tables of a DuckDB or SQLite database, or those a manifest.json or catalog.json of dbt lists.

    Args:
        path: the file; it is never written to.
        folder: gets one sample file for each table with rows; what is in it afterwards stays with the caller.
        cancel: looked at while the child works.

    Raises:
        SignoffError: the file can't be read; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    with Child("signoff.core.engines.tables.worker", _LIMITS, "table reader") as child:
        try:
            params = {"path": str(path.resolve()), "folder": str(folder.resolve())}
            return from_data(child.call("extract", params, cancel=cancel), Extracted)
        except (ChildDied, ChildFault) as error:
            raise SignoffError(say("sample.unsafe", file=path.name)) from error
