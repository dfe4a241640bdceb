"""What leaves a project as a file and comes back: acts of `signoff review`, and options of `signoff lint`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.annotations import Mark
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.errors import SignoffError
from signoff.core.pipeline.annotating import Told, annotated_document
from signoff.core.pipeline.dropped import bytes_of
from signoff.core.pipeline.files import write_leaving
from signoff.core.pipeline.importing import ReadDocument, document_grids
from signoff.core.pipeline.papers import (
    annotated_copy,
    note_asked,
    papers_of,
    questions_for,
    sheet_of_questions,
    told_of,
)
from signoff.core.pipeline.questioning import Questioned, questioned_project
from signoff.core.pipeline.readiness_page import readiness_page
from signoff.core.pipeline.returning import returned_file, returned_grids, take_up
from signoff.core.project.project import Project

Act = Callable[[argparse.Namespace], ExitCode]


def add_acts(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The acts of `signoff review` that write files, and the one that reads them back."""
    copy = acts.add_parser("copy", help="a copy of the document with remarks, questions and decisions")
    page = acts.add_parser("page", help="the readiness of the document as one HTML file")
    asked = acts.add_parser("questions", help="the open questions as a workbook to be filled in")
    for each in (copy, page, asked):
        each.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    for each in (copy, page):
        each.add_argument("--document", default="", metavar="NAME", help="where the project holds several")
    asked.add_argument("--for", dest="whom", required=True, metavar="PERSON", help="whom they are for")
    asked.add_argument("--only-theirs", action="store_true", help="only what this person was asked already")
    taken = acts.add_parser("answers", help="take up the answers of a filled sheet, or of a copy")
    taken.add_argument("file", type=Path, metavar="FILE")
    for each in (asked, taken):
        each.add_argument(
            "--by", required=True, metavar="NAME", help="who does this; written into the record"
        )


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `signoff lint` that write files."""
    parser.add_argument(
        "--annotated",
        type=Path,
        metavar="FILE",
        help="write a copy of the document with remarks beside its rows",
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the readiness as one HTML file")


def write_of_document(arguments: argparse.Namespace, asked: Questioned, grids: tuple[SheetGrid, ...]) -> None:
    """Write what `add_options` asks for.

    Raises:
        SignoffError: the document can't be written into, or a file can't be written.
    """
    told = Told(asked, Mark(document=asked.spec.digest), dt.date.today().isoformat())
    if arguments.annotated:
        path = arguments.document
        write_leaving(arguments.annotated, annotated_document(path.name, bytes_of(path), grids, told))
    if arguments.html:
        write_leaving(arguments.html, readiness_page(told, grids))


def write_of_project(arguments: argparse.Namespace, project: Project) -> Questioned:
    """The same of a project's first document; returns what the whole project is asked about."""
    if not (arguments.annotated or arguments.html):
        return questioned_project(project)
    papers = papers_of(project)
    if arguments.annotated:
        write_leaving(arguments.annotated, annotated_copy(papers, told_of(papers)))
    if arguments.html:
        write_leaving(arguments.html, readiness_page(told_of(papers), document_grids(papers.document)))
    return questioned_project(project) if len(papers.standing.documents) > 1 else papers.questioned


def say_answers(read: ReadDocument) -> None:
    """Say that answers stand in a document that is a copy of ours: taking it takes up none of them."""
    file = returned_grids(read.name, read.spec.digest, read.grids)
    if file and file.filled:
        words = f"{read.name} is a copy that Signoff wrote, and answers stand in it"
        print(f"{words}: take them up with `signoff review PROJECT answers {read.name}`.", file=sys.stderr)


def _copy(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        papers = papers_of(project, document=arguments.document)
    write_leaving(arguments.out, annotated_copy(papers, told_of(papers)))
    print(arguments.out)
    return ExitCode.DONE


def _page(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        papers = papers_of(project, document=arguments.document)
    write_leaving(arguments.out, readiness_page(told_of(papers), document_grids(papers.document)))
    print(arguments.out)
    return ExitCode.DONE


def _questions(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, by=arguments.by) as project:
        papers = papers_of(project.require_writing(), whom=arguments.whom)
        asked = questions_for(papers, arguments.whom, only_theirs=arguments.only_theirs)
        write_leaving(arguments.out, sheet_of_questions(papers, asked))
        note_asked(project, asked, arguments.whom, by=arguments.by)
    questions = "question" if len(asked) == 1 else "questions"
    print(f"{arguments.out}: {len(asked)} {questions} for {arguments.whom}")
    return ExitCode.DONE


def _answers(arguments: argparse.Namespace) -> ExitCode:
    file = returned_file(arguments.file)
    if file is None:
        raise SignoffError(f"{arguments.file} is no file that Signoff wrote: it holds no mark of it.")
    with Project.open(arguments.project, by=arguments.by) as project:
        done = take_up(project.require_writing(), file, by=arguments.by)
    for each in done.taken:
        date = f" on {each.at}" if each.at else ""
        print(f"{each.cell}: {each.question} answered by {each.by}{date}: {each.value}")
    for line in done.odd:
        print(line)
    print(done.words)
    return ExitCode.NOT_DONE if done.odd else ExitCode.DONE


ACTS: dict[str, Act] = {"copy": _copy, "page": _page, "questions": _questions, "answers": _answers}
"""By the act's name."""
