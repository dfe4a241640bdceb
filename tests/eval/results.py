"""What became of each target and column: the score beside what the draft itself says of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from signoff.core.domain.review import ROWS
from tests.eval.cases import Case, is_trivial
from tests.eval.score import ColumnScore, score_folder


@dataclass(frozen=True)
class ColumnResult:
    """One column of one target."""

    name: str
    kind: str
    origin: str
    right: bool
    on_matching: bool
    """Right on the rows that draft and reference both have."""
    bound: bool
    """An expression was found, and the target's statement runs."""
    questions: tuple[str, ...] = ()
    """Codes of the questions asked on it, one for each."""
    remarks: tuple[str, ...] = ()
    """Codes of findings and of failed checks on it."""
    seconds: float = 0.0
    tokens: int = 0

    @property
    def trivial(self) -> bool:
        """Whether its rule is a direct move or a constant."""
        return is_trivial(self.kind)

    @property
    def certain(self) -> bool:
        """Whether it is shown as certain: understood wholly, with nothing asked and nothing remarked."""
        return self.origin in ("direct", "pattern") and not self.questions and not self.remarks


@dataclass(frozen=True)
class TargetResult:
    """One target with its columns."""

    project: str
    target: str
    held_out: bool
    runs: bool
    rows_right: bool
    columns: tuple[ColumnResult, ...]
    questions: tuple[str, ...] = ()
    """Codes of the questions on its rows."""
    remarks: tuple[str, ...] = ()
    """Codes of findings and of failed checks on its rows or on the whole of it."""
    seconds: float = 0.0
    tokens: int = 0


def results_of(case: Case, out: Path, only: Sequence[str] = ()) -> list[TargetResult]:
    """Score what was drafted into a folder.

    Args:
        case: whose reference it is held against.
        out: holds ``report.json`` and a file a target.
        only: names of targets to score; all when empty.
    """
    report: Any = json.loads((out / "report.json").read_text(encoding="utf-8"))
    facts = {str(target["name"]).casefold(): target for target in report["targets"]}
    scores: dict[str, list[ColumnScore]] = {}
    for score in score_folder(out, case.sources, case.reference):
        if not only or score.target.casefold() in {name.casefold() for name in only}:
            scores.setdefault(score.target, []).append(score)
    return [_target(case.name, each, facts.get(name.casefold(), {})) for name, each in scores.items()]


def _target(project: str, scores: Sequence[ColumnScore], facts: Mapping[str, Any]) -> TargetResult:
    first = scores[0]
    reported = {str(c["name"]).casefold(): c for c in facts.get("columns", ())}
    asked = [(str(q["column"]).casefold(), str(q["code"])) for q in facts.get("questions", ())]
    found = [(str(f["column"]).casefold(), str(f["code"])) for f in facts.get("findings", ())]
    found += [("", f"check {c['code']}") for c in facts.get("checks", ()) if c["state"] == "failed"]
    return TargetResult(
        project=project,
        target=first.target,
        held_out=first.held_out,
        runs=first.runs,
        rows_right=first.rows_right,
        columns=tuple(_column(s, reported.get(s.column.casefold(), {}), asked, found) for s in scores),
        questions=_codes(asked, "", ROWS),
        remarks=_codes(found, "", ROWS),
        seconds=float(facts.get("seconds", 0.0)),
        tokens=int(facts.get("tokens", 0)),
    )


def _column(
    score: ColumnScore,
    facts: Mapping[str, Any],
    asked: Sequence[tuple[str, str]],
    found: Sequence[tuple[str, str]],
) -> ColumnResult:
    failed = tuple(f"check {c['code']}" for c in facts.get("checks", ()) if c["state"] == "failed")
    return ColumnResult(
        name=score.column,
        kind=score.kind,
        origin=score.origin,
        right=score.right,
        on_matching=score.on_matching,
        bound=score.runs and score.origin not in ("unresolved", "missing"),
        questions=_codes(asked, score.column),
        remarks=(*_codes(found, score.column), *failed),
        seconds=float(facts.get("seconds", 0.0)),
        tokens=int(facts.get("tokens", 0)),
    )


def _codes(pairs: Iterable[tuple[str, str]], *names: str) -> tuple[str, ...]:
    wanted = {name.casefold() for name in names}
    return tuple(code for name, code in pairs if name in wanted)


def to_data(result: TargetResult) -> dict[str, Any]:
    """The result as JSON holds it."""
    return asdict(result)


def from_data(data: Mapping[str, Any]) -> TargetResult:
    """The result from what JSON held."""
    columns = tuple(
        ColumnResult(**{**c, "questions": tuple(c["questions"]), "remarks": tuple(c["remarks"])})
        for c in data["columns"]
    )
    lists = {"questions": tuple(data["questions"]), "remarks": tuple(data["remarks"])}
    return TargetResult(**{**data, "columns": columns, **lists})
