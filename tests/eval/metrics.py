"""Figures over results: how much is right, how much of what is wrong is told, what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.eval.cases import plain_kind
from tests.eval.results import ColumnResult, TargetResult

Pair = tuple[TargetResult, ColumnResult]


@dataclass(frozen=True)
class Figures:
    """Counts over a set of columns and the targets they stand in."""

    targets: int = 0
    run: int = 0
    """Targets whose statement runs."""
    columns: int = 0
    bound: int = 0
    """Columns with an expression, in a statement that runs."""
    right: int = 0
    on_matching: int = 0
    """Columns that are right on the rows that draft and reference both have."""
    not_trivial: int = 0
    """Columns that are neither a direct move nor a constant."""
    not_trivial_right: int = 0
    silent: int = 0
    """Wrong columns with no question and no remark on them or on their target's rows."""
    silent_themselves: int = 0
    """The same, where a remark on the rows does not count for a column whose own values are wrong."""
    certain: int = 0
    certain_right: int = 0
    certain_on_matching: int = 0
    questions: int = 0
    pointless: int = 0
    """Questions on what was right already."""
    seconds: float = 0.0
    tokens: int = 0

    def share(self, part: str, whole: str) -> float | None:
        """One count as a share of another; None where there is nothing to share."""
        total = getattr(self, whole)
        return float(getattr(self, part)) / total if total else None

    @property
    def seconds_a_right_column(self) -> float | None:
        """Seconds of drafting for each right column; None without one."""
        return self.seconds / self.right if self.right else None

    @property
    def tokens_a_right_column(self) -> float | None:
        """Tokens written for each right column; None without one."""
        return self.tokens / self.right if self.right else None


def is_silent(target: TargetResult, column: ColumnResult) -> bool:
    """Whether a column is wrong and nothing on it or on its target's rows says that it may be."""
    said = column.questions or column.remarks or target.questions or target.remarks
    return not column.right and not said


def is_silent_itself(target: TargetResult, column: ColumnResult) -> bool:
    """As `is_silent`, but what is said of the rows excuses only a column that is wrong by its rows alone."""
    if column.right or column.questions or column.remarks:
        return False
    return not column.on_matching or not (target.questions or target.remarks)


def figures_of(results: Iterable[TargetResult]) -> Figures:
    """Figures over whole targets, with their time and the questions on their rows."""
    targets = list(results)
    of_columns = figures_of_columns([(t, c) for t in targets for c in t.columns])
    row_questions = sum(len(t.questions) for t in targets)
    pointless = sum(len(t.questions) for t in targets if t.rows_right)
    return Figures(
        **{
            **vars(of_columns),
            "targets": len(targets),
            "run": sum(t.runs for t in targets),
            "questions": of_columns.questions + row_questions,
            "pointless": of_columns.pointless + pointless,
            "seconds": sum(t.seconds for t in targets),
            "tokens": sum(t.tokens for t in targets),
        }
    )


def figures_of_columns(pairs: Sequence[Pair]) -> Figures:
    """Figures over columns, whatever targets they stand in: time and questions of the columns alone."""
    columns = [column for _, column in pairs]
    hard = [c for c in columns if not c.trivial]
    certain = [c for c in columns if c.certain]
    return Figures(
        targets=len({(t.project, t.target) for t, _ in pairs}),
        run=len({(t.project, t.target) for t, _ in pairs if t.runs}),
        columns=len(columns),
        bound=sum(c.bound for c in columns),
        right=sum(c.right for c in columns),
        on_matching=sum(c.on_matching for c in columns),
        not_trivial=len(hard),
        not_trivial_right=sum(c.right for c in hard),
        silent=sum(is_silent(t, c) for t, c in pairs),
        silent_themselves=sum(is_silent_itself(t, c) for t, c in pairs),
        certain=len(certain),
        certain_right=sum(c.right for c in certain),
        certain_on_matching=sum(c.on_matching for c in certain),
        questions=sum(len(c.questions) for c in columns),
        pointless=sum(len(c.questions) for c in columns if c.on_matching),
        seconds=sum(c.seconds for c in columns),
        tokens=sum(c.tokens for c in columns),
    )


def by_half(results: Sequence[TargetResult]) -> dict[str, Figures]:
    """Figures of each half, and of both."""
    parts = {
        "tuning half": [r for r in results if not r.held_out],
        "held-out half": [r for r in results if r.held_out],
        "both": list(results),
    }
    return {name: figures_of(part) for name, part in parts.items() if part}


def by_project(results: Sequence[TargetResult]) -> dict[str, Figures]:
    """Figures of each project, in the order of the results."""
    names = dict.fromkeys(r.project for r in results)
    return {name: figures_of([r for r in results if r.project == name]) for name in names}


def by_kind(results: Sequence[TargetResult]) -> dict[str, Figures]:
    """Figures of each kind of rule, the most frequent first; free text with its kind."""
    return _grouped(results, lambda column: plain_kind(column.kind))


def by_origin(results: Sequence[TargetResult]) -> dict[str, Figures]:
    """Figures of each origin, the most frequent first."""
    return _grouped(results, lambda column: column.origin)


def left_to_model(results: Sequence[TargetResult]) -> Figures:
    """Figures of the columns that no fixed rule builds: written by the language model, or left open."""
    pairs = [(r, c) for r in results for c in r.columns if c.origin in ("generated", "unresolved")]
    return figures_of_columns(pairs)


def _grouped(results: Sequence[TargetResult], name_of: Callable[[ColumnResult], str]) -> dict[str, Figures]:
    groups: dict[str, list[Pair]] = {}
    for result in results:
        for column in result.columns:
            groups.setdefault(name_of(column), []).append((result, column))
    ordered = sorted(groups, key=lambda name: (-len(groups[name]), name))
    return {name: figures_of_columns(groups[name]) for name in ordered}


def as_data(results: Sequence[TargetResult]) -> dict[str, Any]:
    """All figures for a program."""
    tables = {"half": by_half, "project": by_project, "kind": by_kind, "origin": by_origin}
    return {name: {each: vars(f) for each, f in made(results).items()} for name, made in tables.items()}
