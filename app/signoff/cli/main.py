"""The command line's entry: picks the verb, runs it, turns errors into sentences and exit codes."""

from __future__ import annotations

import argparse
import importlib
import sys
import traceback
from collections.abc import Sequence

from signoff import __version__
from signoff.cli.exit_codes import ExitCode
from signoff.core.domain.policies import policy
from signoff.core.errors import Cancelled, SignoffError

VERBS = (
    "new",
    "sources",
    "parse",
    "lint",
    "mask",
    "prompt",
    "generate",
    "merge",
    "verify",
    "review",
    "export",
    "draft",
    "generator",
    "demo",
    "doctor",
    "self-test",
    "audit",
    "delta",
    "take",
)
"""In the order of the flow; each is a module of `signoff.cli.verbs`, a hyphen written as an underscore."""


def build_parser(known: Sequence[str] = VERBS) -> argparse.ArgumentParser:
    """The parser with the arguments of some verbs; each verb that is known loads what it works with."""
    parser = argparse.ArgumentParser(
        prog="signoff",
        description="From a mapping document to dbt models that a subject-matter expert has signed off.",
    )
    parser.add_argument("--version", action="version", version=f"signoff {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name in known:
        module = importlib.import_module(f"signoff.cli.verbs.{name.replace('-', '_')}")
        verb = verbs.add_parser(name, help=module.SUMMARY, description=module.__doc__)
        module.add_arguments(verb)
        verb.set_defaults(run=module.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; returns its exit code and never lets a traceback be the first thing a user reads."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = [given[0]] if {*given[:1]} & set(VERBS) else [] if given == ["--version"] else VERBS
    parsed = build_parser(asked).parse_args(given)
    try:
        policy()  # one that can't be used stops everything, before anything is done
        return int(parsed.run(parsed))
    except SignoffError as error:
        print(error, file=sys.stderr)
        return ExitCode.BAD_INPUT
    except (Cancelled, KeyboardInterrupt):
        print("Stopped; everything up to the last finished step is kept.", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.DONE
    except Exception:  # the outermost handler of the command line
        print("Signoff has a fault. What you had saved is kept. Please send us this report:", file=sys.stderr)
        traceback.print_exc()
        return ExitCode.BUG
