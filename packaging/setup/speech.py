"""How set-up speaks: one line a step on stderr, the rest in logs, one sentence when it can't go on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


class SetupError(Exception):
    """What is missing and how to bring it in, as one sentence."""


def say(sentence: str) -> None:
    """One line for the person who waits."""
    print(sentence, file=sys.stderr, flush=True)


def telling_lines(output: str) -> list[str]:
    """The few lines of a failed program's output that say why, cut to a readable length."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    complaints = [line for line in lines if line.lower().startswith(("error", "e:", "fatal", "failed"))]
    return [line[:160] for line in (complaints or lines)[-2:]]


def run_logged(
    command: Sequence[str | Path], log: Path, failure: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command with its output in `log`.

    Args:
        command: Program and arguments.
        log: File that gets the output; written anew.
        failure: Sentence to show when the command fails; the log's name is added.
        environment: Variables to set on top of ours.

    Raises:
        SetupError: the command failed; the log's telling lines are shown first.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            check=False,
        )
    if done.returncode:
        for line in telling_lines(log.read_text(encoding="utf-8", errors="replace")):
            say(f"    {line}")
        raise SetupError(f"{failure} The whole output is in {log}.")
