"""Draft every target of a project: compile what is certain, ask the language model for the rest, try it all."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_by, add_generator, add_project, opened_generator
from signoff.cli.speech import say_progress
from signoff.core.pipeline.flow import draft_project, generator_used
from signoff.core.project.project import Project

SUMMARY = "draft every target of a project"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Project, generator and who asks."""
    add_project(parser)
    add_generator(parser)
    add_by(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Draft and keep; prints one line a target."""
    with (
        Project.open(arguments.project, by=arguments.by) as project,
        opened_generator(arguments.generator) as (
            generator,
            file,
        ),
    ):
        project.require_writing()
        used = None if file is None else generator_used(file.name, file.sha256)
        drafts = draft_project(project, generator, used, by=arguments.by, report=say_progress)
    for outcome in drafts.outcomes:
        origins = Counter(column.origin.value for column in outcome.draft.columns)
        words = ", ".join(f"{count} {origin}" for origin, count in origins.items())
        print(f"{outcome.draft.target}: {words}; {len(outcome.questions)} questions")
    print("Next: signoff review PROJECT", file=sys.stderr)
    return ExitCode.DONE
