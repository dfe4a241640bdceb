"""How far a run of drafting is, target by target, from the news it sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from signoff.core.progress import Progress
from signoff.core.project.standing import Standing

_TELLING_SHARE = 0.03
"""Share done from which the time left can be told."""


class RunState(StrEnum):
    """What becomes of a target in this run."""

    WAITING = "waiting"
    AT_WORK = "at work"
    DRAFTED = "drafted"
    LEFT = "left"
    """Not part of the run."""


@dataclass
class Run:
    """One run; follows `Drafter.progressed` and `Drafter.target_drafted`."""

    columns: Mapping[str, Sequence[str]]
    """Names of the columns of every target of the run, by target."""
    current: str = ""
    done: dict[str, int] = field(default_factory=dict)
    """Columns done by target."""
    drafted: set[str] = field(default_factory=set)

    def take(self, news: Progress) -> None:
        """Follow news: ``target`` when one begins, ``target.column`` while a column is drafted."""
        target, _, name = news.message.partition(".")
        if target not in self.columns:
            return
        if self.current and self.current != target:
            self.done[self.current] = len(self.columns[self.current])
        names = list(self.columns[target])
        self.current = target
        self.done[target] = max(self.done.get(target, 0), names.index(name) if name in names else 0)

    def end_target(self, target: str) -> None:
        """A target is drafted, checked and kept."""
        if target in self.columns:
            self.drafted.add(target)
            self.done[target] = len(self.columns[target])

    def state_of(self, target: str) -> RunState:
        """What becomes of a target."""
        if target not in self.columns:
            return RunState.LEFT
        if target in self.drafted:
            return RunState.DRAFTED
        return RunState.AT_WORK if target == self.current else RunState.WAITING

    @property
    def share(self) -> float:
        """How much of the run is done, 0 to 1."""
        total = sum(len(names) for names in self.columns.values())
        return sum(self.done.values()) / total if total else 0.0

    def seconds_left(self, spent: float) -> float | None:
        """How long it takes yet, by the time spent; None while that can't be told."""
        return spent / self.share - spent if self.share > _TELLING_SHARE else None


@dataclass(frozen=True)
class Outcome:
    """What came of a run."""

    drafted: int
    unresolved: int
    """Columns of the drafted targets without an expression."""
    questions: int
    is_whole: bool
    """False when it was stopped."""


def run_of(standing: Standing, wanted: Sequence[str]) -> Run:
    """A run of the targets wanted, all when none is named."""
    targets = [t for t in standing.targets if not wanted or t.name in wanted]
    return Run({t.name: tuple(dict.fromkeys(c.name for c in t.mapping.columns)) for t in targets})


def outcome_of(run: Run, standing: Standing, *, is_whole: bool) -> Outcome:
    """What came of a run, read from the project after it."""
    found = [t for t in standing.targets if t.name in run.drafted and t.dossier]
    unresolved = sum(
        c.origin.value == "unresolved" for t in found if t.dossier for c in t.dossier.draft.columns
    )
    questions = sum(len(t.review.open_questions) for t in found if t.review)
    return Outcome(len(found), unresolved, questions, is_whole)
