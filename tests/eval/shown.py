"""Figures as a person reads them: tables in a terminal, and tables of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.eval.metrics import Figures, by_half, by_kind, by_origin, by_project
from tests.eval.results import TargetResult

_WIDTH = 26
NOT_RUN = "Not run yet."


def share(part: int, whole: int) -> str:
    """A share in per cent; a dash where there is nothing to share."""
    return f"{part / whole:.1%}" if whole else "–"


def number(value: float | None, digits: int = 1) -> str:
    """A number, or a dash for none."""
    return "–" if value is None else f"{value:.{digits}f}"


def summary(results: Sequence[TargetResult]) -> str:
    """All tables of one run."""
    parts = [
        _columns("half", by_half(results)),
        _columns("project", by_project(results)),
        _columns("kind of rule", by_kind(results)),
        _columns("origin", by_origin(results)),
        _doubts(by_half(results)),
    ]
    return "\n\n".join(parts)


def _columns(title: str, lines: Mapping[str, Figures]) -> str:
    head = f"{title:<{_WIDTH}}{'targets':>8}{'run':>5}{'columns':>9}{'bind':>6}{'matching':>9}{'right':>7}{'share':>8}"
    out = [f"{head}{'not trivial':>13}{'right':>7}{'share':>8}"]
    for name, f in lines.items():
        out.append(
            f"{name:<{_WIDTH}}{f.targets:>8}{f.run:>5}{f.columns:>9}{f.bound:>6}{f.on_matching:>9}{f.right:>7}"
            f"{share(f.right, f.columns):>8}{f.not_trivial:>13}{f.not_trivial_right:>7}"
            f"{share(f.not_trivial_right, f.not_trivial):>8}"
        )
    return "\n".join(out)


def _doubts(lines: Mapping[str, Figures]) -> str:
    out = []
    for name, f in lines.items():
        out += [
            f"{name}",
            f"  wrong without question or remark     {f.silent:>5} of {f.columns:<5} {share(f.silent, f.columns)}"
            f" (remarks on rows not counted: {f.silent_themselves})",
            f"  right among those shown as certain   {f.certain_right:>5} of {f.certain:<5} "
            f"{share(f.certain_right, f.certain)} (on matching rows: {f.certain_on_matching})",
            f"  questions on what was right already  {f.pointless:>5} of {f.questions:<5} "
            f"{share(f.pointless, f.questions)}",
            f"  seconds and tokens a right column    {number(f.seconds_a_right_column, 2)} s, "
            f"{number(f.tokens_a_right_column)} tokens",
        ]
    return "\n".join(out)


def table(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a sentence where it has no lines."""
    rows = [[str(cell) for cell in line] for line in lines]
    if not rows:
        return NOT_RUN
    rule = [":--" if n == 0 else "--:" for n in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (list(head), rule, *rows))
