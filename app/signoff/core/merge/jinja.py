"""Jinja of dbt files rendered to plain SQL with a map back to the file's characters.

jinja2 itself renders, in a child process (`engines.jinja`); a file without Jinja never starts it. Unless said
otherwise everything is taken as on a first load: ``is_incremental()`` is false. What can't be told without running
dbt becomes ``null`` or is left out, with a finding; the file itself is never touched here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import code_of, say
from signoff.core.engines.jinja.rendering import (
    FIRST_LOAD,
    Assumed,
    Block,
    ListedLoop,
    Remark,
    Rendering,
    State,
    Stretch,
    rendered,
)
from signoff.core.errors import SignoffError
from signoff.core.merge.jinjatags import say_what_is_open

_JINJA = re.compile(r"\{[{%#]")
_KEPT = 64
"""Results kept, so that a text is rendered once for all who ask."""
INCREMENTAL = Assumed(incremental=True)
"""A later load, where ``is_incremental()`` is true."""


@dataclass(frozen=True)
class Rendered:
    """Plain SQL of a file that may hold Jinja."""

    sql: str
    pieces: tuple[Stretch, ...]
    """Where each stretch of it comes from, in order, without gaps."""
    findings: tuple[Finding, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    """``source('erp', 'x')`` calls: source name and table, in order."""
    refs: tuple[str, ...] = ()
    """``ref('x')`` calls, in order."""
    tags: tuple[tuple[int, int], ...] = ()
    """Start and end of every Jinja tag in the file."""
    blocks: tuple[Block, ...] = ()
    """Blocks of the file that have an end tag, by their start."""
    lists: tuple[ListedLoop, ...] = ()
    """Loops over lists that are written out in the file."""
    config: Mapping[str, str] = field(default_factory=dict)
    """What the model configures, each value as JSON."""
    asks_incremental: bool = False
    """Whether the file asks ``is_incremental()``."""
    around: Surroundings = ALONE
    """What it was rendered with."""
    loops_of_queries: frozenset[int] = frozenset()
    """Places of loops that write whole queries: what is in them is edited in the loop's own text."""
    unknown: tuple[int, ...] = ()
    """Places of the tags that could not be worked out."""

    def file_start(self, place: int) -> int:
        """Place in the file of the character at `place` of the SQL; a substitution counts as a whole."""
        piece = self.piece(place)
        exact = piece.as_written and self._is_apart(piece)
        return piece.file_start + (place - piece.start) if exact else self._whole(piece)[0]

    def file_end(self, place: int) -> int:
        """Place in the file just behind the character before `place` of the SQL."""
        if place == 0:
            return 0
        piece = self.piece(place - 1)
        exact = piece.as_written and self._is_apart(piece)
        return piece.file_start + (place - piece.start) if exact else self._whole(piece)[1]

    def inner_start(self, place: int) -> int:
        """Like `file_start`, but inside a loop the place in the loop's own text."""
        piece = self.piece(place)
        return piece.file_start + (place - piece.start if piece.as_written else 0)

    def inner_end(self, place: int) -> int:
        """Like `file_end`, but inside a loop the place in the loop's own text."""
        piece = self.piece(max(0, place - 1))
        return piece.file_start + (place - piece.start) if piece.as_written else piece.file_end

    def piece(self, place: int) -> Stretch:
        """The stretch that holds the character at `place` of the SQL.

        Raises:
            SignoffError: there is no SQL at all.
        """
        if not self.pieces:
            raise SignoffError(say("update.no_sql"))
        found = bisect_right(self._starts, place) - 1
        return self.pieces[max(found, 0)]

    def block_at(self, place: int) -> Block | None:
        """The block whose opening tag begins at a place of the file."""
        return self._blocks.get(place)

    def _is_apart(self, piece: Stretch) -> bool:
        """Whether a stretch stands for itself and not for a loop around it."""
        return piece.loop < 0 or piece.loop in self.loops_of_queries

    def _whole(self, piece: Stretch) -> tuple[int, int]:
        """The stretch of the file a piece stands for: all of the outermost loop, or its tag."""
        block = self.block_at(piece.loop) if not self._is_apart(piece) else None
        return (piece.file_start, piece.file_end) if block is None else (block.start, block.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _blocks(self) -> dict[int, Block]:
        return {block.start: block for block in self.blocks}


def has_jinja(text: str) -> bool:
    """Whether a text holds anything Jinja would run."""
    return _JINJA.search(text) is not None


def render(text: str, around: Surroundings = ALONE, assumed: Assumed = FIRST_LOAD) -> Rendered:
    """The file as plain SQL, on a first load unless said otherwise.

    Args:
        text: the file.
        around: the dbt project it stands in.
        assumed: what is taken for granted.

    Raises:
        SignoffError: its Jinja can't be read, is hostile, or takes too much time or memory.
    """
    return render_states(text, around, (assumed,))[0]


def render_states(text: str, around: Surroundings, states: Sequence[Assumed]) -> tuple[Rendered, ...]:
    """The file once for each set of assumptions.

    Raises:
        SignoffError: as for `render`.
    """
    return _rendered(text, around, tuple(states))


@lru_cache(maxsize=_KEPT)
def _rendered(text: str, around: Surroundings, states: tuple[Assumed, ...]) -> tuple[Rendered, ...]:
    if not has_jinja(text):
        pieces = (Stretch(0, len(text), 0, len(text), True),) if text else ()
        return (Rendered(text, pieces, around=around),) * len(states)
    try:
        rendering = rendered(text, around, states)
    except SignoffError as error:
        if code_of(error) == "update.jinja_unreadable":
            say_what_is_open(text)
        raise
    return tuple(_one(rendering, state, around) for state in rendering.states)


def _one(rendering: Rendering, state: State, around: Surroundings) -> Rendered:
    return Rendered(
        state.sql,
        state.stretches,
        tuple(dict.fromkeys(_finding(remark) for remark in state.remarks)),
        state.sources,
        state.refs,
        rendering.tags,
        rendering.blocks,
        rendering.lists,
        state.config,
        state.asked_incremental,
        around,
        unknown=tuple(remark.place for remark in state.remarks if remark.kind != "condition"),
    )


def _finding(remark: Remark) -> Finding:
    if remark.kind == "condition":
        return Finding("D222", Severity.INFO, say("update.jinja_condition", condition=remark.about))
    if remark.kind == "loop":
        return Finding("D221", Severity.ERROR, say("update.jinja_for", listed=remark.about))
    if remark.kind == "star":
        return Finding("D221", Severity.WARNING, say("update.jinja_star", name=remark.about))
    if remark.kind == "nothing":
        return Finding("D221", Severity.WARNING, say("update.jinja_left_out", name=remark.about))
    return Finding("D221", Severity.WARNING, say("update.jinja_value", name=remark.about))
