"""What becomes of the rows an updated target has already, and the proof that they come out as in a full rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BackfillKind(StrEnum):
    """What old rows need so that an update's columns hold in them too."""

    NO_ROWS_KEPT = "no rows kept"
    """A view and the like: nothing to do."""
    MADE_ANEW = "made anew"
    """A table that every run makes anew: nothing to do."""
    BACKFILL = "backfill"
    """A statement fills the columns of the old rows."""
    REFRESH = "refresh"
    """No statement can: the table has to be made anew once, or its old rows stay without values."""
    HISTORY = "history"
    """A snapshot: what was can't be filled in."""
    NOTHING_NEW = "nothing new"
    """No column is new or changed."""
    UNKNOWN = "unknown"
    """Only dbt can tell how the rows are kept."""


@dataclass(frozen=True)
class Backfill:
    """What becomes of the rows one updated target has already."""

    target: str
    kind: BackfillKind
    words: tuple[str, ...]
    """Sentences for a person: what is done, why, and what a run of dbt does from then on."""
    columns: tuple[str, ...] = ()
    """New and changed columns, in the order of the result."""
    added: tuple[str, ...] = ()
    """Those of them the table does not have yet."""
    key: tuple[str, ...] = ()
    """Columns that tell its rows apart."""
    macro: str = ""
    """Text of the dbt macro that fills old rows; empty where there is none."""
    name: str = ""
    """Name of that macro."""
    marks: tuple[str, ...] = ()
    """Columns by which a run tells rows that are new, as the file's incremental part names them."""


class BackfillState(StrEnum):
    """What the proof found."""

    EQUAL = "equal"
    KEPT_EQUAL = "kept columns equal"
    """No backfill: new columns are left empty in old rows, as was said; all else is as in a full rebuild."""
    DIFFERS = "differs"
    DIFFERED_BEFORE = "differed before"
    """Only where the model as it was differs from its own full rebuild too."""
    COULD_NOT_RUN = "could not run"


@dataclass(frozen=True)
class BackfillProof:
    """One target built as it was, run on with the update and its backfill, beside a full rebuild of the update."""

    target: str
    state: BackfillState
    words: str
    """One sentence for a person."""
    rows: int = 0
    """Rows of the full rebuild."""
    first_rows: int = 0
    """Rows the table had when the update came."""
    columns: int = 0
    """Columns compared."""
    differing: tuple[str, ...] = ()
    """Columns that differ, with how many rows."""
    not_compared: tuple[str, ...] = ()
    """Columns filled with the time of the run, or that are different in each run."""
    before: str = ""
    """SHA-256 of the old text, once it is kept; likewise the next of the new one, and of the samples."""
    after: str = ""
    samples: str = ""
    macro: str = ""
    """The text of the backfill it ran, as SHA-256."""

    @property
    def holds(self) -> bool:
        """Nothing speaks against the update."""
        return self.state not in (BackfillState.DIFFERS, BackfillState.COULD_NOT_RUN)
