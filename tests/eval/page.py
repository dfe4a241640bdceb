"""Writes docs/evaluation.md, and the records the program tells of: ``python -m tests.eval.page [--out FOLDER]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from signoff.core.pipeline.files import write_atomically
from tests.eval.cases import ROOT
from tests.eval.comparing import (
    ENGINEER,
    EXPERT,
    FIRST,
    FULL,
    FULL_WITHOUT,
    NAIVE,
    SAMPLE,
    file_of,
    levels_of,
)
from tests.eval.drafting import ABLATIONS, UNMASKED
from tests.eval.metrics import Figures, by_half, by_kind, by_origin, by_project, figures_of, left_to_model
from tests.eval.records import FILE as RECORDS
from tests.eval.records import write_records
from tests.eval.results import TargetResult
from tests.eval.running import read
from tests.eval.shown import NOT_RUN, number, share, table

PAGE = ROOT / "docs" / "evaluation.md"
TEXT = Path(__file__).with_name("page.md")
"""The words of the page; ``{names}`` stand for tables."""


def page(out: Path, first: Path = FIRST) -> str:
    """The page.

    Args:
        out: folder of the runs; one that is not there is said to be missing.
        first: the first figures of the held-out half.
    """
    name = _whole(out)
    full, code = _read(out, name), _code(out / f"{name}.json")
    parts = {
        "set": _set(full),
        "about": _about(out / f"{name}.json"),
        "first": _first(first),
        "halves": _columns("", by_half(full)),
        "projects": _columns("Project", by_project(full)),
        "kinds": _columns("Kind of rule", by_kind(full)),
        "origins": _columns("Origin", by_origin(full)),
        "doubts": _doubts(by_half(full)),
        "answered": _answered(out, name, full, code),
        "levels": _levels(out),
        "naive": _naive(_read(out, NAIVE), full),
        "ablations": _ablations(out, code),
    }
    return TEXT.read_text(encoding="utf-8").format(**parts)


def _whole(out: Path) -> str:
    """Name of the run over the whole set: with the language model where it was run so."""
    return FULL if (out / f"{FULL}.json").exists() else FULL_WITHOUT


def _read(out: Path, name: str, code: str = "") -> list[TargetResult]:
    """Results of a run; none where it was not run, or with other code than asked for."""
    file = out / f"{name}.json"
    return read(file)[1] if file.exists() and code in ("", _code(file)) else []


def _code(file: Path) -> str:
    return str(read(file)[0]["code"]) if file.exists() else ""


def _set(full: Sequence[TargetResult]) -> str:
    head = ("Project", "Tables", "Columns", "Not trivial", "Tables held out", "Columns held out")
    lines = []
    for name, f in by_project(full).items():
        held = figures_of([r for r in full if r.project == name and r.held_out])
        lines.append((name, f.targets, f.columns, f.not_trivial, held.targets, held.columns))
    whole, held = figures_of(full), figures_of([r for r in full if r.held_out])
    if lines:
        lines.append(
            ("together", whole.targets, whole.columns, whole.not_trivial, held.targets, held.columns)
        )
    return table(head, lines)


def _about(file: Path) -> str:
    if not file.exists():
        return NOT_RUN
    about: Mapping[str, Any] = read(file)[0]
    generator = about["generator"]
    words = (
        f"{generator['name']} (sha256 `{generator['sha256'][:12]}…`)" if generator else "none, patterns only"
    )
    return (
        f"Language model: {words}; {about['threads']} threads on {about['cores']} cores. "
        f"Code: `{about['code'][:12]}…`."
    )


def _first(file: Path) -> str:
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    head = ("Project", "With", "Day", "Columns", "Right", "Share", "Not trivial", "Right", "Share")
    lines = [
        (
            name,
            generator,
            f["when"],
            f["columns"],
            f["right"],
            share(f["right"], f["columns"]),
            f["not_trivial"],
            f["not_trivial_right"],
            share(f["not_trivial_right"], f["not_trivial"]),
        )
        for generator, by_name in kept.items()
        for name, f in by_name.items()
    ]
    return table(head, lines)


def _columns(title: str, lines: Mapping[str, Figures]) -> str:
    head = (title, "Tables", "Run", "Columns", "Bind", "On matching rows", "Right", "Share")
    head += ("Not trivial", "Right", "Share")
    return table(head, (_counts(name, f) for name, f in lines.items()))


def _counts(name: str, f: Figures) -> tuple[object, ...]:
    return (
        name,
        f.targets,
        f.run,
        f.columns,
        f.bound,
        f.on_matching,
        f.right,
        share(f.right, f.columns),
        f.not_trivial,
        f.not_trivial_right,
        share(f.not_trivial_right, f.not_trivial),
    )


def _doubts(lines: Mapping[str, Figures]) -> str:
    head = (
        "",
        "Wrong, nothing said",
        "… nothing said on the column itself",
        "Right of those shown as certain",
    )
    head += (
        "… on matching rows",
        "Questions",
        "Pointless",
        "Seconds a right column",
        "Tokens a right column",
    )
    return table(
        head,
        (
            (
                name,
                f"{f.silent} of {f.columns} ({share(f.silent, f.columns)})",
                f.silent_themselves,
                f"{f.certain_right} of {f.certain} ({share(f.certain_right, f.certain)})",
                f.certain_on_matching,
                f.questions,
                f"{f.pointless} ({share(f.pointless, f.questions)})",
                number(f.seconds_a_right_column, 2),
                number(f.tokens_a_right_column),
            )
            for name, f in lines.items()
        ),
    )


def _answered(out: Path, run: str, full: Sequence[TargetResult], code: str) -> str:
    runs = {
        "no answers": list(full),
        "choices and values": _read(out, f"{run}-{EXPERT}", code),
        "and expressions by an engineer": _read(out, f"{run}-{ENGINEER}", code),
    }
    head = ("Answers", "Half", "Columns", "Right", "Share", "Not trivial", "Right", "Share", "Still asked")
    lines = [
        (
            name,
            half,
            f.columns,
            f.right,
            share(f.right, f.columns),
            f.not_trivial,
            f.not_trivial_right,
            share(f.not_trivial_right, f.not_trivial),
            f.questions,
        )
        for name, results in runs.items()
        for half, f in by_half(results).items()
        if results
    ]
    return table(head, lines)


def _levels(out: Path) -> str:
    """The largest part that was run at more than one level, by level; what the language model wrote apart."""
    runs = {part: levels_of(part) for part in (FULL, SAMPLE)}
    there = {
        part: [n for n, name in names.items() if (out / f"{name}.json").exists()]
        for part, names in runs.items()
    }
    part = next((each for each in (FULL, SAMPLE) if len(there[each]) > 1), SAMPLE)
    code = next((c for c in (_code(out / f"{runs[part][level]}.json") for level in there[part]) if c), "")
    results = {level: _read(out, runs[part][level], code) for level in there[part]}
    return table(
        _LEVEL_HEAD, [_level(n, found, results.get(UNMASKED, ())) for n, found in results.items() if found]
    )


_LEVEL_HEAD = (
    "Level",
    "Columns",
    "Bind",
    "Right",
    "Share",
    "Points lost",
    "Left to the model",
    "Bind",
    "Right",
    "Share",
)


def _level(name: str, found: Sequence[TargetResult], unmasked: Sequence[TargetResult]) -> tuple[object, ...]:
    whole, left = figures_of(found), left_to_model(found)
    shown = figures_of(unmasked)
    lost = 100 * (shown.right / shown.columns - whole.right / whole.columns) if shown.columns else None
    return (
        f"{name} (nothing hidden, measured only)" if name == UNMASKED else name,
        whole.columns,
        whole.bound,
        whole.right,
        share(whole.right, whole.columns),
        number(lost),
        left.columns,
        left.bound,
        left.right,
        share(left.right, left.columns),
    )


def _naive(naive: Sequence[TargetResult], full: Sequence[TargetResult]) -> str:
    asked = {(r.project, r.target) for r in naive}
    ours = [r for r in full if (r.project, r.target) in asked]
    runs = {"Signoff": ours, "whole table in one prompt": list(naive)} if naive and ours else {}
    head = ("Way", "Tables", "Run", "Columns", "Right", "Share", "Not trivial right", "Seconds")
    head += ("Seconds a right column",)
    return table(
        head,
        (
            (
                name,
                f.targets,
                f.run,
                f.columns,
                f.right,
                share(f.right, f.columns),
                f"{f.not_trivial_right} of {f.not_trivial}",
                number(f.seconds, 0),
                number(f.seconds_a_right_column, 2),
            )
            for name, f in ((name, figures_of(results)) for name, results in runs.items())
        ),
    )


def _ablations(out: Path, code: str) -> str:
    files = {"as it is": SAMPLE, **{v.name: file_of(v) for v in ABLATIONS}}
    found = {name: figures_of(results) for name, file in files.items() if (results := _read(out, file, code))}
    head = ("", "Columns", "Bind", "Right", "Share", "Not trivial right", "Wrong, nothing said")
    head += ("Seconds a right column",)
    return table(
        head,
        (
            (
                name,
                f.columns,
                f.bound,
                f.right,
                share(f.right, f.columns),
                f"{f.not_trivial_right} of {f.not_trivial}",
                f.silent,
                number(f.seconds_a_right_column, 2),
            )
            for name, f in found.items()
        ),
    )


def main(given: Sequence[str] | None = None) -> int:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.page", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "eval", help="folder of the runs")
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--records", type=Path, default=RECORDS, help="how often kinds of columns were right")
    arguments = parser.parse_args(given)
    write_atomically(arguments.page, page(arguments.out))
    whole = arguments.out / f"{_whole(arguments.out)}.json"
    if whole.exists():
        write_records(*read(whole), arguments.records)
    return 0


if __name__ == "__main__":
    sys.exit(main())
