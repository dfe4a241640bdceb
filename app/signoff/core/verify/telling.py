"""Rows that tell what one column of a draft does: its input values beside the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.plan import Draft
from signoff.core.engines.sql.sandbox import Outcome, Sandbox, Value
from signoff.core.progress import CancelToken
from signoff.core.verify.telling_choice import FREQUENT, Wanted, choosing_statement, wanted_rows
from signoff.core.verify.telling_frames import (
    Frame,
    TellingInput,
    bare_frame,
    frames_of,
    missing_column,
)
from signoff.core.verify.trial import count_words

_FEWEST = 4
"""Rows of each part at least, when there are several."""


@dataclass(frozen=True)
class TellingRow:
    """Sample rows with the same inputs and the same result."""

    values: tuple[Value, ...]
    """One for each input of its section, as the samples have them."""
    result: Value
    why: str
    """Why it is shown, in words: ``no value in SHORT_NM; most frequent, 412 rows``; may be empty."""
    count: int
    """Sample rows like it."""


@dataclass(frozen=True)
class TellingSection:
    """The rows of one part of the query."""

    name: str
    """Empty when the query has one part."""
    inputs: tuple[TellingInput, ...]
    rows: tuple[TellingRow, ...]
    total: int
    """Rows that come into the result from this part; groups where it puts rows together."""


@dataclass(frozen=True)
class TellingRows:
    """The telling rows of one column, part by part."""

    column: str
    sections: tuple[TellingSection, ...]

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the first part's inputs."""
        return tuple(each.name for each in self.sections[0].inputs)

    @property
    def rows(self) -> tuple[TellingRow, ...]:
        """The rows of all parts."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def total(self) -> int:
        """Rows of all parts."""
        return sum(section.total for section in self.sections)


def telling_rows(
    draft: Draft,
    column: str,
    sandbox: Sandbox,
    *,
    most: int = 8,
    also: Sequence[tuple[str, str]] = (),
    cancel: CancelToken | None = None,
) -> TellingRows:
    """Rows that show what a column's expression does: missing values, blanks, every case, extremes.

    Two calls of the sandbox, whatever the number of rows. Where the query can't be taken apart, the result
    is shown without inputs.

    Args:
        draft: with or without a plan; its `sql` is read.
        column: a column of the draft, in any case.
        sandbox: holds the samples.
        most: rows shown; with several parts, each has its share.
        also: columns to show besides, each as relation (alias) and column; unknown relations are ignored.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: the draft has no such column, or its SQL does not run.
        Cancelled: `cancel` was set.
    """
    frames, types = _bound(draft, column, also, sandbox, cancel)
    share = most if len(frames) == 1 else max(_FEWEST, most // len(frames))
    wanted = [wanted_rows(frame, kinds, share) for frame, kinds in zip(frames, types, strict=True)]
    statements = [choosing_statement(*each) for each in zip(frames, wanted, strict=True)]
    limit = max(sum(each.most for each in one) for one in wanted)
    answers = sandbox.run_many(statements, limit, cancel)
    found = zip(frames, wanted, answers, strict=True)
    return TellingRows(column, tuple(_section(f, w, a.required(), share) for f, w, a in found))


def _bound(
    draft: Draft,
    column: str,
    also: Sequence[tuple[str, str]],
    sandbox: Sandbox,
    cancel: CancelToken | None,
) -> tuple[tuple[Frame, ...], list[tuple[str, ...]]]:
    """The frames that bind, with the types of what they give; else the result alone."""
    frames, bare = frames_of(draft, column, also), bare_frame(draft, column)
    *bound, last = sandbox.bind_many([_plain(frame) for frame in (*frames, bare)], cancel)
    if all(outcome.ok for outcome in bound):
        return frames, [_types(outcome) for outcome in bound]
    if last.error and draft.sql.strip() and sandbox.bind(draft.sql, cancel):
        raise missing_column(draft, column)
    return (bare,), [_types(last.required())]


def _plain(frame: Frame) -> str:
    prefix = f"WITH {frame.prefix}\n" if frame.prefix else ""
    return f"{prefix}SELECT {', '.join(frame.names)} FROM (\n{frame.sql}\n) AS f"


def _types(outcome: Outcome) -> tuple[str, ...]:
    return tuple(kind for _, kind in outcome.columns)


def _section(frame: Frame, wanted: Sequence[Wanted], answer: Outcome, most: int) -> TellingSection:
    """Rows in the order of what was wanted; one that was found twice tells both reasons."""
    assert answer.result is not None
    reasons: dict[str, list[str]] = {}
    kept: dict[str, tuple[Value, ...]] = {}
    rows = sorted(answer.result.rows, key=lambda row: int(row[0]))
    for number, _, count, *values in rows:
        key, why = repr(values), _why(wanted[number], count)
        if key not in kept and len(kept) < most:
            kept[key], reasons[key] = (count, *values), []
        if why and key in kept and not (wanted[number].most > 1 and reasons[key]):
            reasons[key].append(why)
    shown = tuple(
        TellingRow(row[1:-1], row[-1], "; ".join(reasons[key]), row[0]) for key, row in kept.items()
    )
    return TellingSection(frame.section, frame.inputs, shown, rows[0][1] if rows else 0)


def _why(wanted: Wanted, count: int) -> str:
    if wanted.why != FREQUENT:
        return wanted.why
    return f"{FREQUENT}, {count_words(count, 'row', 'rows')}"
