"""Hold a new version of the mapping document against a project: what differs, and what it would reopen."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.cli.proposing import add_document, proposed
from signoff.core.domain.codec import to_data
from signoff.core.domain.delta import ColumnDelta, FieldChange, TargetDelta
from signoff.core.domain.review import ROWS
from signoff.core.domain.versions import Outcome, Preview, TargetEffect
from signoff.core.pipeline.taking import preview
from signoff.core.project.project import Project

SUMMARY = "show what a new version of the document would change"
_LONGEST = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project and document."""
    add_project(parser)
    add_document(parser)
    parser.add_argument("--json", action="store_true", help="print the whole of it as JSON")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print what differs, table by table; nothing is changed."""
    with Project.open(arguments.project, read_only=True) as project:
        proposal = proposed(project, arguments)
        told = preview(project, proposal)
    if arguments.json:
        data = {**to_data(told), "reopens": told.reopens, "same_file": proposal.is_known}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return ExitCode.DONE
    if proposal.is_known:
        print(f"{told.new} is in the project already.")
        return ExitCode.DONE
    print("\n".join(lines_of(told)))
    return ExitCode.DONE


def lines_of(told: Preview) -> Iterator[str]:
    """Lines a person can read."""
    yield f"{told.old} → {told.new}" if told.old else f"{told.new}, another document"
    for effect in told.effects:
        yield f"{effect.target}: {_effect(effect)}"
        yield from _differences(effect.delta)
        yield from (f"    {reason}" for reason in effect.because)
        for contradiction in effect.contradictions:
            yield (
                f"    ? {contradiction.column}: {contradiction.by} answered “{_short(contradiction.answer)}”; "
                f"the new rule says “{_short(contradiction.new_rule)}”"
            )
    reopened, signed = len(told.of(Outcome.REOPENS)), len(told.of(Outcome.STAYS_SIGNED))
    yield f"{signed} of {signed + reopened} signed tables stay signed."


def _effect(effect: TargetEffect) -> str:
    words = [
        f"in {effect.held_elsewhere} already, left out" if effect.held_elsewhere else effect.outcome.value
    ]
    if effect.look_again:
        names = ", ".join("the rows" if name == ROWS else name for name in effect.look_again)
        words.append(f"look again at {names}")
    if effect.to_decide and effect.outcome is not Outcome.NEW:
        words.append(f"new: {', '.join(effect.to_decide)}")
    if effect.kept:
        words.append(f"{effect.kept} decisions hold")
    words += [f"delivered {each.at[:10]} to {each.folder}" for each in effect.delivered]
    return "; ".join(words)


def _differences(delta: TargetDelta) -> Iterator[str]:
    if delta.was:
        yield f"  was {delta.was}. {' '.join(delta.evidence)}"
    for column in delta.columns:
        name = f"{column.column} (was {column.was})" if column.was else column.column
        yield f"  {name}: {', '.join(kind.value for kind in column.kinds)}{_evidence(column)}"
        yield from (f"    {_field(each)}" for each in column.fields)
    yield from (f"  {_field(each)}" for each in delta.rows)


def _evidence(column: ColumnDelta) -> str:
    return f". {' '.join(column.evidence)}" if column.evidence else ""


def _field(change: FieldChange) -> str:
    return f"{change.field}: {_short(change.old) or 'nothing'} → {_short(change.new) or 'nothing'}"


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"
