"""A masked hand-over on the command line: `signoff export --masked`, and what comes back with `signoff take`."""

from __future__ import annotations

import argparse
import sys

from signoff.cli.exit_codes import ExitCode
from signoff.cli.speech import say_progress
from signoff.core.domain.masking import MaskingLevel
from signoff.core.pipeline.handed_back import take_handed_back
from signoff.core.pipeline.handing_over import hand_over
from signoff.core.project.project import Project


def run_masked(arguments: argparse.Namespace) -> ExitCode:
    """Hand the project over masked; what would leak is a sentence, and then nothing is written."""
    with Project.open(arguments.project, by=arguments.by) as project:
        handed = hand_over(
            project.require_writing(),
            arguments.masked,
            by=arguments.by,
            level=MaskingLevel(arguments.level),
            report=say_progress,
        )
    for path in handed.files:
        print(handed.folder / path)
    print(handed.words, file=sys.stderr)
    return ExitCode.DONE


def run_taken(arguments: argparse.Namespace) -> ExitCode:
    """Take a folder that came back; exit 1 when something of it could not be unmasked or placed."""
    with Project.open(arguments.project, by=arguments.by) as project:
        taken = take_handed_back(project.require_writing(), arguments.document, by=arguments.by)
    for line in taken.lines:
        print(line)
    if taken.columns:
        print(f"Next: signoff generate {arguments.project} --by NAME", file=sys.stderr)
    return ExitCode.NOT_DONE if taken.odd else ExitCode.DONE
