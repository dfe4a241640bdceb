"""What several verbs open: the project, and the generator with its facts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signoff.core.errors import SignoffError
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import GeneratorFile, chosen, known, locate


def add_project(parser: argparse.ArgumentParser) -> None:
    """The project as the first argument."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a .signoff file")


def add_generator(parser: argparse.ArgumentParser) -> None:
    """Which generator to use."""
    parser.add_argument(
        "--generator", metavar="ID", help="language model to use, or 'none'; default: the default one"
    )


def add_by(parser: argparse.ArgumentParser) -> None:
    """Who acts: written into the audit chain."""
    parser.add_argument("--by", required=True, metavar="NAME", help="who does this; written into the record")


def require_library(generator: Generator) -> None:
    """Start the generator's child, so that what is missing is said before any work.

    Raises:
        SignoffError: the library is not installed, or the child can't start.
    """
    if not generator.identity:
        raise SignoffError("The language model's library did not say its version; run `signoff doctor`.")


@contextmanager
def opened_generator(wanted: str | None) -> Iterator[tuple[Generator | None, GeneratorFile | None]]:
    """The generator of that id and its file; nothing for ``none``."""
    if wanted == "none":
        yield None, None
        return
    file = locate(wanted)
    if wanted is None and file.id != known()[0].id:
        print(f"Language model: {chosen().words}", file=sys.stderr)
    with Generator(file.path, sha256=file.sha256, family=file.family) as generator:
        require_library(generator)
        yield generator, file
