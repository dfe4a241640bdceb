"""Jinja of a dbt file, rendered in a child process that is kept warm; the parent's side."""

from __future__ import annotations

import atexit
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied, Limits
from signoff.core.isolation.failures import ChildTimedOut

_WORKER = "signoff.core.engines.jinja.worker"
SECONDS = 10.0
"""Longest time one text may take."""
LIMITS = Limits(memory_bytes=1 << 30, call_seconds=SECONDS, grace_seconds=0.2)
LONGEST = 2_000_000
"""Characters of a text."""
_BLANKS = "\x1f\x1e\x1d\x1c"
"""One of these, a blank too, stands for a carriage return while jinja2 has the text: it would make it a line feed."""


@dataclass(frozen=True)
class Assumed:
    """What one rendering takes for granted."""

    incremental: bool = False
    branches: tuple[tuple[int, int], ...] = ()
    """Place of an ``{% if %}`` and the number of its branch that holds; one past the last for none of them."""


FIRST_LOAD = Assumed()


@dataclass(frozen=True)
class Stretch:
    """A stretch of the result and where it comes from."""

    start: int
    end: int
    """In the result."""
    file_start: int
    file_end: int
    as_written: bool
    """Letter for letter the same."""
    loop: int = -1
    """Place of the outermost loop around it; -1 outside loops."""
    turn: int = 0
    """Which turn of that loop, from 0."""


@dataclass(frozen=True)
class Remark:
    """Something that could not be told without running dbt."""

    kind: str
    """``value``, ``star``, ``nothing``, ``condition`` or ``loop``: what it was taken for, or what it is."""
    about: str
    place: int
    """Of its tag."""


@dataclass(frozen=True)
class Block:
    """A block of the text: its tags in order, from the opening to the end tag."""

    word: str
    tags: tuple[tuple[int, int], ...]
    said: str
    """What the opening tag says between its brackets."""

    @property
    def start(self) -> int:
        """Place of its first character."""
        return self.tags[0][0]

    @property
    def end(self) -> int:
        """Place behind its last character."""
        return self.tags[-1][1]

    @property
    def bodies(self) -> tuple[tuple[int, int], ...]:
        """Where each branch stands, tags left out."""
        return tuple((a[1], b[0]) for a, b in zip(self.tags, self.tags[1:], strict=False))


@dataclass(frozen=True)
class ListedLoop:
    """A loop over a list that is written out in the text."""

    place: int
    """Of the loop's tag."""
    name: str
    """Its variable."""
    start: int
    end: int
    """Of the list, brackets included."""
    items: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class State:
    """The result under one set of assumptions."""

    sql: str
    stretches: tuple[Stretch, ...]
    remarks: tuple[Remark, ...]
    refs: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    config: Mapping[str, str]
    """What the model configures, each value as JSON."""
    asked_incremental: bool
    """Whether the text asks ``is_incremental()``."""


@dataclass(frozen=True)
class Rendering:
    """A text's tags and blocks, and its results."""

    tags: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    lists: tuple[ListedLoop, ...]
    states: tuple[State, ...]


_child = Child(_WORKER, LIMITS, "Jinja")
atexit.register(_child.close)


def rendered(text: str, around: Surroundings, states: Sequence[Assumed]) -> Rendering:
    """A text as dbt would render it, once for each set of assumptions.

    Raises:
        SignoffError: it can't be read, is hostile, or takes too much time or memory; the sentence says which.
    """
    if len(text) > LONGEST:
        raise SignoffError(say("update.jinja_too_long", megabytes=LONGEST // 1_000_000))
    blank = next((b for b in _BLANKS if b not in text), _BLANKS[0])
    asked = {
        "text": text.replace("\r", blank),
        "digest": around.digest,
        "states": [[state.incremental, [list(b) for b in state.branches]] for state in states],
    }
    try:
        answer = _child.call("render", asked)
        if answer is None:
            answer = _child.call("render", {**asked, "around": around.data()})
    except ChildTimedOut as error:
        raise SignoffError(say("update.jinja_too_slow", seconds=int(SECONDS))) from error
    except ChildDied as error:
        raise SignoffError(say("update.jinja_too_much")) from error
    return _read(answer, blank)


def _read(answer: Mapping[str, Any], blank: str) -> Rendering:
    return Rendering(
        tuple((int(a), int(b)) for a, b in answer["tags"]),
        tuple(
            Block(str(word), tuple((int(a), int(b)) for a, b in tags), str(said))
            for word, tags, said in answer["blocks"]
        ),
        tuple(
            ListedLoop(int(place), str(name), int(start), int(end), tuple((int(a), int(b)) for a, b in items))
            for place, name, start, end, items in answer["lists"]
        ),
        tuple(_state(each, blank) for each in answer["states"]),
    )


def _state(data: Mapping[str, Any], blank: str) -> State:
    return State(
        str(data["sql"]).replace(blank, "\r"),
        tuple(Stretch(a, b, c, d, bool(e), f, g) for a, b, c, d, e, f, g in data["pieces"]),
        tuple(Remark(str(kind), str(about), int(place)) for kind, about, place in data["told"]),
        tuple(dict.fromkeys(map(str, data["refs"]))),
        tuple(dict.fromkeys((str(a), str(b)) for a, b in data["sources"])),
        {str(k): str(v) for k, v in data["config"].items()},
        bool(data["asked_incremental"]),
    )
