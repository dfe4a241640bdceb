"""What a project knows of its source tables: rows, remarks, joins, names that don't match; and what to ask for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_by, add_project
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.pipeline.dropped import sort_out
from signoff.core.pipeline.files import write_leaving
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.joining import Survey, given_in, survey
from signoff.core.pipeline.sourcing import as_sources, keep_sources, read_sources
from signoff.core.project.name_matching import answer_name, forget_match
from signoff.core.project.project import Project
from signoff.core.verify.extract_request import DIALECTS, ROWS, extract_request
from signoff.core.verify.overlaps import overlaps
from signoff.core.verify.profile import profile

SUMMARY = "source tables: what is doubtful, what joins, what to ask for"

_SHOWN_ROWS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The project, and one act; without one, everything known is listed."""
    add_project(parser)
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    add = acts.add_parser(
        "add", help="take source tables: CSV, Parquet, workbooks, databases, DDL, dbt's files"
    )
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    add_by(add)
    show = acts.add_parser("show", help="one table: its columns and first rows, as text and as they are used")
    show.add_argument("table", metavar="TABLE")
    acts.add_parser("overlaps", help="columns of different tables that hold the same values")
    request = acts.add_parser("request", help="queries to send to whoever keeps the database")
    request.add_argument("--dialect", default="postgres", choices=sorted(DIALECTS), help="default postgres")
    request.add_argument("--rows", type=int, default=ROWS, metavar="N", help=f"keys to draw (default {ROWS})")
    request.add_argument(
        "--all", action="store_true", help="for every join, not only those whose samples don't fit"
    )
    request.add_argument("--out", type=Path, metavar="FILE", help="write it there instead of printing it")
    match = acts.add_parser("match", help="say which real name a name of the document stands for")
    match.add_argument("name", metavar="NAME")
    match.add_argument("real", nargs="?", default="", metavar="REAL", help="left out: none of those offered")
    match.add_argument("--table", default="", metavar="TABLE", help="of a column: its real table")
    match.add_argument("--forget", action="store_true", help="take the answer back")
    add_by(match)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do one act, or list what is known; 1 when samples don't join or a name is not answered."""
    return _ACTS[arguments.act](arguments)


def _list(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        found = _survey(project)
        files = {file.table.casefold(): file for file in project.samples()}
        for table in found.schema.tables:
            file = files.get(table.name.casefold())
            rows = "no rows" if file is None else "made-up rows" if file.made_up else "rows"
            origin = f" from {file.origin}" if file and file.origin else ""
            print(f"{table.name}: {len(table.columns)} columns, {rows}{origin}")
    return _say(found)


def _say(found: Survey) -> ExitCode:
    for remark in found.remarks:
        print(f"{remark.severity} {remark.code} {remark.message}")
    for fit in found.fits:
        print(f"{'joins' if fit.fits else 'warning'} {fit.sentence}")
    for question in found.names:
        print(f"? {question.sentence} [{'; '.join(question.choices)}]")
    return ExitCode.NOT_DONE if found.apart or found.names else ExitCode.DONE


def _add(arguments: argparse.Namespace) -> ExitCode:
    given = as_sources(sort_out(arguments.paths))
    if not given.sources:
        raise SignoffError(
            say("input.no_source_table", files=", ".join(path.name for path in arguments.paths[:3]))
        )
    read = read_sources(given)
    with Project.open(arguments.project, by=arguments.by) as project:
        keep_sources(project.require_writing(), read, by=arguments.by, names=arguments.paths[0].name)
        for remark in read.remarks:
            print(f"note: {remark}", file=sys.stderr)
        for table in read.tables:
            print(f"taken {table.name}")
        named = {table.name.casefold() for table in read.tables}
        for stated in read.stated:
            if stated.name.casefold() not in named:
                print(f"taken {stated.name}, without rows")
        return _say(_survey(project)) if project.spec is not None else ExitCode.DONE


def _show(arguments: argparse.Namespace) -> ExitCode:
    with (
        Project.open(arguments.project, read_only=True) as project,
        samples_of(project, spec_of(project)) as (sandbox, _findings),
    ):
        facts = profile(arguments.table, sandbox)
        known = sandbox.schema().table(arguments.table)
        raw = sandbox.raw_rows(arguments.table, _SHOWN_ROWS)
    columns = {column.name: column for column in known.columns} if known else {}
    keys = ", ".join(" + ".join(key) for key in facts.candidate_keys[:3])
    print(f"{facts.name}: {facts.rows:,} rows" + (f"; differs on each row: {keys}" if keys else ""))
    for number, column in enumerate(facts.columns):
        stated = columns[column.name]
        size = f"({stated.length})" if stated.length else ""
        required = "" if stated.nullable else ", required"
        told = f"; {stated.description}" if stated.description else ""
        counts = f"{column.missing} missing, {column.blank} blank, {column.distinct} different"
        print(f"- {column.name}: {column.type}{size}{required}, {counts}{told}")
        texts = ["no value" if row[number] is None else repr(row[number]) for row in raw.rows]
        print(f"    {', '.join(texts)}")
    return ExitCode.DONE


def _overlaps(arguments: argparse.Namespace) -> ExitCode:
    with (
        Project.open(arguments.project, read_only=True) as project,
        samples_of(project, spec_of(project)) as (sandbox, _findings),
    ):
        profiles = [profile(file.table, sandbox) for file in project.samples()]
        for each in overlaps(profiles, sandbox):
            there = f"{each.other_table}.{each.other_column}"
            print(f"{each.table}.{each.column}: {each.found:,} of {each.values:,} values are in {there}")
    return ExitCode.DONE


def _request(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, read_only=True) as project:
        found = _survey(project)
    joins = [fit.join for fit in (found.fits if arguments.all else found.apart)]
    if not joins:
        print(
            "The samples join as the document joins them; --all writes the request all the same.",
            file=sys.stderr,
        )
        return ExitCode.DONE
    text = extract_request(joins, found.schema, arguments.dialect, max(1, arguments.rows))
    if arguments.out:
        write_leaving(arguments.out, text)
        print(arguments.out)
    else:
        print(text)
    return ExitCode.DONE


def _match(arguments: argparse.Namespace) -> ExitCode:
    with Project.open(arguments.project, by=arguments.by) as project:
        writable = project.require_writing()
        if arguments.forget:
            forget_match(writable, arguments.name, by=arguments.by, table=arguments.table)
            print(f"{arguments.name}: asked again")
        else:
            name, real, table = arguments.name, arguments.real, arguments.table
            answer_name(writable, name, real, _survey(writable).at_hand, by=arguments.by, table=table)
            print(f"{name}: {real or 'none of those offered'}")
    return ExitCode.DONE


def _survey(project: Project) -> Survey:
    spec = spec_of(project)
    with samples_of(project, spec) as (sandbox, _findings):
        return survey(spec, sandbox, given_in(project))


_ACTS: dict[str | None, Callable[[argparse.Namespace], ExitCode]] = {
    None: _list,
    "add": _add,
    "show": _show,
    "overlaps": _overlaps,
    "request": _request,
    "match": _match,
}
