"""``signoff draft``: a document and sample files in, SQL files and a report out; no project, no person."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signoff.core.domain.cells import Cell
from signoff.core.domain.checks import Check
from signoff.core.domain.codec import to_data
from signoff.core.domain.findings import Finding
from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.policies import policy
from signoff.core.domain.reversing import ReverseReading
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import to_dialect
from signoff.core.errors import SignoffError
from signoff.core.pipeline.drafting import DraftOutcome
from signoff.core.pipeline.files import write_pieces_atomically
from signoff.core.review.confidence import Confidence, confidence_of, known_of
from signoff.core.review.questions import put_first, questions_from, ranked

FIRST_LINE = "-- draft, approved by nobody"
_CLOSED_LINE = "/* draft, approved by nobody */"
"""The same where a tag behind it takes its line end away, and a comment would go on with the query."""
_MARK = "\ufeff"
_TRIMS = re.compile(r"\s*\{[%{#]-")
"""A tag of Jinja that takes away the blanks before it, line ends too."""


@dataclass(frozen=True)
class GeneratorFacts:
    """Which generator drafted."""

    name: str
    sha256: str


@dataclass(frozen=True)
class ReportFacts:
    """What the report says of the run as a whole."""

    document: str
    dialect: str
    generator: GeneratorFacts | None
    masking: MaskingLevel = MaskingLevel.IDENTIFIERS


def read_answers(path: Path | None) -> dict[str, str]:
    """Answers by question id from a JSON file ``{id: choice or value}``.

    Raises:
        SignoffError: the file is missing or not such a JSON object.
    """
    if path is None:
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SignoffError(say("flow.answers_unreadable", file=path.name, reason=error)) from error
    if not isinstance(data, dict):
        raise SignoffError(say("flow.answers_no_object", file=path.name))
    return {str(key): "" if value is None else str(value) for key, value in data.items()}


def file_text(outcome: DraftOutcome, dialect: str) -> str:
    """What stands in ``OUT/<target>.sql``."""
    text = outcome.draft.text
    if dialect != "duckdb" and not outcome.draft.existing:
        text = to_dialect(outcome.draft.sql, dialect)
    end = "" if outcome.draft.existing else "\n"
    return with_first_line(f"{text}{end}")


def with_first_line(text: str) -> str:
    """A draft under the line that says what it is; a byte order mark stays at the beginning."""
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    line = _CLOSED_LINE if _TRIMS.match(body) else FIRST_LINE
    return f"{mark}{line}\n{body}"


def write_report(
    out: Path,
    facts: ReportFacts,
    targets: Iterable[Mapping[str, Any]],
    findings: Sequence[Finding],
) -> None:
    """Write ``OUT/report.json`` whole or not at all; only one target's entry is held in memory at a time."""
    head = {
        "document": facts.document,
        "masking": facts.masking.value,
        "generator": None if facts.generator is None else vars(facts.generator),
        "dialect": facts.dialect,
    }
    tail = {"findings": [_finding(f) for f in findings]}
    write_pieces_atomically(out / "report.json", _report_text(head, targets, tail))


def _report_text(
    head: Mapping[str, Any], targets: Iterable[Mapping[str, Any]], tail: Mapping[str, Any]
) -> Iterator[str]:
    """The text `json.dumps(…, indent=1)` would give for all of it, piece by piece."""
    yield _json(head).removesuffix("\n}") + ',\n "targets": ['
    joint = "\n"
    for target in targets:
        yield f"{joint}  " + _json(target).replace("\n", "\n  ")
        joint = ",\n"
    yield ("]" if joint == "\n" else "\n ]") + "," + _json(tail).removeprefix("{") + "\n"


def _json(data: object) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


def file_name(target: str) -> str:
    """``<target>.sql``, with what no folder may hold replaced, so that it lies inside OUT on every system."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", target).strip(". ")[:120]
    return f"{plain or 'target'}.sql"


def target_entry(outcome: DraftOutcome, findings: Iterable[Finding]) -> dict[str, Any]:
    """The report's entry of one target.

    Args:
        outcome: its draft.
        findings: on this target, of reading and lint.
    """
    draft, checks = outcome.draft, outcome.verification.checks
    asked = {q.id: q for q in (*outcome.questions, *questions_from(draft))}
    told = (*findings, *draft.findings)
    return {
        "name": draft.target,
        "file": file_name(draft.target),
        "job": "increment" if draft.existing else "initial load",
        "seconds": draft.seconds,
        "tokens": sum(e.tokens for c in draft.columns for e in c.expressions),
        "columns": [
            _column(
                column, checks, confidence_of(column, known_of(column.name, asked.values(), told, checks))
            )
            for column in draft.columns
        ],
        "checks": [to_data(check) for check in checks if not check.column],
        "proof": None if draft.proof is None else to_data(draft.proof),
        "rows": None if outcome.verification.card is None else outcome.verification.card.rows,
        "findings": [_finding(f) for f in told],
        "questions": [_question(q) for q in ranked(asked.values())],
        "ask_first": [q.id for q in put_first(asked.values())],
        **({} if draft.reading is None else {"existing": reading_data(draft.reading)}),
    }


def reading_data(reading: ReverseReading) -> list[dict[str, Any]]:
    """The report's lines on the existing SQL beside the mapping."""
    return [
        {
            "name": column.name,
            "state": column.state.value,
            "says": column.says,
            "line": column.line,
            "sources": [f"{table}.{name}" for table, name in column.sources],
            "mandate": None if column.mandate is None else column.mandate.state.value,
            "why": "" if column.mandate is None else column.mandate.why,
            "cell": _cell(column.cell),
            "mandate_cell": None if column.mandate is None else _cell(column.mandate.cell),
        }
        for column in reading.columns
    ]


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    return None if cell is None else {"sheet": cell.sheet, "row": cell.row, "column": cell.letter}


def _column(column: DraftColumn, checks: tuple[Check, ...], sure: Confidence) -> dict[str, Any]:
    first = column.expressions[0]
    cell = column.cell
    return {
        "name": column.name,
        "type": column.type,
        "origin": column.origin.value,
        "confidence": {"word": sure.word, "reason": sure.reason, "record": sure.record, "rows": sure.rows},
        "expression": first.sql if len(column.expressions) == 1 else None,
        "expressions": [e.sql for e in column.expressions],
        "method": first.method,
        "alternatives": list(first.alternatives),
        "cell": _cell(cell),
        "checks": [to_data(check) for check in checks if check.column.casefold() == column.name.casefold()],
        "seconds": round(sum(e.seconds for e in column.expressions), 3),
        "tokens": sum(e.tokens for e in column.expressions),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    cell = finding.cell
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "target": finding.target,
        "column": finding.column,
        "cell": _cell(cell),
    }


def _question(question: Question) -> dict[str, Any]:
    shown = policy().values_in_exports
    made_up = list(question.made_up) if shown else list(range(len(question.made_up)))
    return {
        "id": question.id,
        "column": question.column,
        "code": question.code,
        "text": question.text,
        "rows": [dict(row) for n, row in enumerate(question.rows) if shown or n in question.made_up],
        "made_up": made_up,
        "decides": question.decides,
        "choices": [{"id": choice.id, "text": choice.text} for choice in question.choices],
    }
