"""Counts of right columns as text and for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tests.eval.score import ColumnScore


def tally(scores: Iterable[ColumnScore], field: str) -> list[tuple[str, int, int, int]]:
    """For each value of a field: columns, right ones, right ones on matching rows."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for score in scores:
        line = counts[str(getattr(score, field))]
        line[0] += 1
        line[1] += score.right
        line[2] += score.on_matching
    ordered = sorted(counts, key=lambda name: (-counts[name][0], name))
    return [(name, counts[name][0], counts[name][1], counts[name][2]) for name in ordered]


def table(title: str, lines: Sequence[tuple[str, int, int, int]]) -> str:
    """The counts as text."""
    out = [f"{title:<28}{'columns':>8}{'right':>8}{'share':>8}{'on matching rows':>18}"]
    for name, count, right, matching in lines:
        out.append(f"{name:<28}{count:>8}{right:>8}{right / count:>8.1%}{matching:>18}")
    return "\n".join(out)


def summary(scores: Sequence[ColumnScore]) -> str:
    """Tables by origin, by kind of rule, by target, and by half."""
    total = (len(scores), sum(s.right for s in scores), sum(s.on_matching for s in scores))
    halves = [
        (name, len(part), sum(s.right for s in part), sum(s.on_matching for s in part))
        for name, part in (
            ("tuning half", [s for s in scores if not s.held_out]),
            ("held-out half", [s for s in scores if s.held_out]),
        )
        if part
    ]
    parts = [
        table("origin", [*tally(scores, "origin"), ("all", *total)]),
        table("kind of rule (* free text)", tally(scores, "kind")),
        table("target", tally(scores, "target")),
        table("half", halves),
    ]
    return "\n\n".join(parts)


def as_json(scores: Sequence[ColumnScore]) -> dict[str, Any]:
    """Everything for a program."""
    return {
        "columns": len(scores),
        "right": sum(s.right for s in scores),
        "by_origin": {name: {"columns": n, "right": r} for name, n, r, _ in tally(scores, "origin")},
        "by_kind": {name: {"columns": n, "right": r} for name, n, r, _ in tally(scores, "kind")},
        "scores": [asdict(score) for score in scores],
    }
