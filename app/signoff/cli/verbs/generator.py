"""Show the language models, bring a file in by hand, or print where a file lies."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.resources import in_checkout
from signoff.core.generate import store
from signoff.core.generate.importing import import_from
from signoff.core.generate.manifest import ManifestEntry
from signoff.core.progress import Progress
from signoff.core.prompt.markup import markup_of

SUMMARY = "show the language models, bring a file in, print its path"


def add_arguments(verb: argparse.ArgumentParser) -> None:
    """The sub-verbs show, import and path."""
    acts = verb.add_subparsers(dest="act", required=True, metavar="show|import|path")
    acts.add_parser("show", help="maker, licence, digest, publisher's page and state of each")
    bring = acts.add_parser("import", help="copy a GGUF file in, after its digest was checked")
    bring.add_argument("file", type=Path, metavar="FILE", help="the file, or the folder or stick it lies on")
    bring.add_argument(
        "--accept-unknown",
        action="store_true",
        help="use a file whose digest no manifest knows; the decision is recorded",
    )
    bring.add_argument("--family", help="chat markup of an unknown file (default: chatml)")
    path = acts.add_parser("path", help="print where a file lies, its digest checked")
    path.add_argument("generator", nargs="?", metavar="ID", help="default: the default language model")


def run(arguments: argparse.Namespace) -> int:
    """Run one sub-verb."""
    if arguments.act == "show":
        return _show()
    if arguments.act == "import":
        return _import(arguments)
    print(store.locate(arguments.generator).path)
    return ExitCode.DONE


def state_of(entry: ManifestEntry) -> str:
    """State of a known generator's file in words; reads no file."""
    place = store.find(entry)
    if place is None:
        return "missing"
    return "present, digest checked" if store.is_verified(place, entry.sha256) else "present, not yet checked"


def _show() -> int:
    blocks = ["\n".join(_describe(entry)) for entry in store.known()]
    for row in store.imported():
        trust = "accepted by hand, no manifest knows it" if row.accepted_unknown else "known by its digest"
        blocks.append(
            f"{row.id} (imported)\n  file       {row.file}, {row.size:,} bytes\n  SHA-256    {row.sha256}\n"
            f"  trust      {trust}, {row.imported_at}"
        )
    print("\n\n".join(blocks))
    print(f"\nUsed where none is named: {store.chosen().words}")
    return ExitCode.DONE


def _describe(entry: ManifestEntry) -> list[str]:
    place = store.find(entry)
    lines = [
        entry.id,
        f"  name       {entry.name}",
        f"  maker      {entry.maker}",
        f"  licence    {entry.licence}",
        f"  published  {entry.published}",
        f"  file       {entry.file}, {entry.size:,} bytes, needs {entry.memory} of memory",
        f"  SHA-256    {entry.sha256}",
        f"  state      {state_of(entry)}",
    ]
    if place:
        lines.append(f"  lies in    {place}")
    else:
        made = "'make generator' (or 'make generator-small'), or " if in_checkout() else ""
        lines.append(f"  to get it  {made}'signoff generator import PLACE': a file, a folder or a stick")
    return lines


def _import(arguments: argparse.Namespace) -> int:
    if arguments.family:
        markup_of(arguments.family)
    told = 0

    def report(news: Progress) -> None:
        nonlocal told
        tenth = news.done * 10 // max(news.total, 1)
        if tenth != told:
            told = tenth
            print(f"  {news.message}: {tenth * 10} %", file=sys.stderr)

    brought = import_from(arguments.file, arguments.accept_unknown, arguments.family, report)
    trust = (
        "its digest is the one its makers publish"
        if brought.known
        else "no manifest knows it; you accepted it"
    )
    print(f"{brought.path}: {brought.name}, SHA-256 {brought.sha256}; {trust}.")
    return ExitCode.DONE
