"""Sets up what a target needs and runs it: `python3.11 packaging/setup TARGET [ARGUMENT...]`.

The Makefile and `.ci/run` are thin over this, so that the same works where there is no make.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import environment
import system_packages
from places import ROOT, venv_program
from speech import SetupError, say

DEFAULT_GENERATOR = "default"
SMALL_GENERATOR = "small"
WINDOW_TESTS = ("tests/gui", "tests/e2e/test_window.py")
"""Tests that need Qt; all others run as if it were not installed."""
MOST_WORKERS = 4
"""Each may hold a generator of 2 GB."""


def main(arguments: Sequence[str]) -> int:
    """Run one target; returns the exit code of what it ran."""
    if not arguments or arguments[0] not in TARGETS:
        say(f"Usage: python3.11 packaging/setup TARGET, where TARGET is one of: {', '.join(TARGETS)}.")
        return 2
    try:
        return TARGETS[arguments[0]](list(arguments[1:]))
    except SetupError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        say("Stopped; what was finished is kept, and the next run goes on from there.")
        return 130


def set_up(rest: list[str]) -> int:
    """The environment and the default generator: enough to use Signoff."""
    environment.ensure("runtime")
    return _obtain(DEFAULT_GENERATOR) or _tell(rest)


def run(rest: list[str]) -> int:
    """The window."""
    environment.ensure("runtime")
    system_packages.ensure(system_packages.missing_for_the_window(), "showing the window")
    return _obtain(DEFAULT_GENERATOR) or _program("signoff", *rest)


def demo(rest: list[str]) -> int:
    """The whole flow on the sample project, then dbt on what was exported."""
    environment.ensure("dbt")
    return _obtain(DEFAULT_GENERATOR) or _program("signoff", "demo", "--out", "build/demo", *rest)


def test(rest: list[str]) -> int:
    """Every test but the benchmarks and the evaluation: core and command line without Qt, then the window."""
    environment.ensure("dev")
    system_packages.ensure(system_packages.missing_for_drawing(), "testing the window")
    if rest:
        return _obtain(DEFAULT_GENERATOR) or _python("-m", "pytest", *rest)
    without_qt = (
        *_workers(),
        "-p",
        "no:pytest-qt",
        "-p",
        "tests.helpers.without_qt",
        *(f"--ignore={p}" for p in WINDOW_TESTS),
    )
    return (
        _obtain(DEFAULT_GENERATOR)
        or _python("-m", "pytest", *without_qt)
        or _python("-m", "pytest", *_workers(), *WINDOW_TESTS)
    )


def _workers() -> tuple[str, ...]:
    """Options that spread tests over this machine's cores; none where there is only one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ("-n", str(min(cores, MOST_WORKERS))) if cores > 1 else ()


def screenshots(rest: list[str]) -> int:
    """Pictures of every pane, from the sample project."""
    environment.ensure("runtime")
    system_packages.ensure(system_packages.missing_for_drawing(), "drawing the window")
    return _obtain(DEFAULT_GENERATOR) or _python("packaging/screenshots", *rest)


def check(rest: list[str]) -> int:
    """Lint, format, types, import contracts, then every test; stops at the first that fails."""
    environment.ensure("dev")
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    )
    for program, *options in steps:
        say(f"$ {' '.join((program, *options))}")
        if code := _program(program, *options):
            return code
    return test(rest)


def bench(rest: list[str]) -> int:
    """The benchmarks in tests/bench."""
    environment.ensure("dev")
    return _obtain(DEFAULT_GENERATOR) or _python("-m", "pytest", "tests/bench", *rest)


def evaluate(rest: list[str]) -> int:
    """How many columns come out right, by origin."""
    environment.ensure("dev")
    return _obtain(DEFAULT_GENERATOR) or _python("-m", "tests.eval", *rest)


def generator(rest: list[str]) -> int:
    """The default language model, or the one named."""
    environment.ensure("runtime")
    return _obtain(rest[0] if rest else DEFAULT_GENERATOR)


def generator_small(rest: list[str]) -> int:
    """The language model for machines with little memory."""
    return generator([SMALL_GENERATOR, *rest])


def lock(rest: list[str]) -> int:
    """The locks in requirements/, resolved anew."""
    environment.ensure("dev")
    return _python("packaging/setup/relock.py", *rest)


def packages(rest: list[str]) -> int:
    """The installed program's folder, archive and Debian package, into dist/, and all papers."""
    without = {"--only-program", "--without-language-model"}.intersection(rest)
    return (0 if without else generator([])) or _own_python("packaging/bundle", *rest)


def verify_packages(rest: list[str]) -> int:
    """What lies in dist/, installed and used on a clean Debian without network."""
    environment.ensure("runtime")
    return _obtain(DEFAULT_GENERATOR) or _own_python("packaging/verify", *rest)


def compare_builds(rest: list[str]) -> int:
    """Two builds, compared file by file, archives inside too."""
    return _own_python("packaging/papers/comparing.py", *rest)


def windows_installers(rest: list[str]) -> int:
    """Both installers of a program that was frozen on Windows."""
    return _own_python("packaging/windows/installers.py", *rest)


def windows_wheels(rest: list[str]) -> int:
    """Whether every package that runs has a wheel for Windows."""
    return _own_python("packaging/windows/wheels.py", *rest)


TARGETS = {
    "setup": set_up,
    "run": run,
    "demo": demo,
    "screenshots": screenshots,
    "test": test,
    "check": check,
    "bench": bench,
    "eval": evaluate,
    "generator": generator,
    "generator-small": generator_small,
    "lock": lock,
    "packages": packages,
    "verify-packages": verify_packages,
    "compare-builds": compare_builds,
    "windows-installers": windows_installers,
    "windows-wheels": windows_wheels,
}


def _own_python(*arguments: str) -> int:
    """This very Python: packaging makes environments of its own and leaves `.venv` alone."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode


def _obtain(which: str) -> int:
    return _python(Path(__file__).with_name("obtain_generator.py"), which)


def _tell(_rest: list[str]) -> int:
    say(f"Ready: {venv_program('signoff').relative_to(ROOT)} doctor tells what this machine has.")
    return 0


def _python(*arguments: str | Path) -> int:
    return _program("python", *arguments)


def _program(name: str, *arguments: str | Path) -> int:
    """Run a program of `.venv` in the checkout's root, with `.venv` first on its path."""
    program = venv_program(name)
    path = os.pathsep.join((str(program.parent), os.environ.get("PATH", "")))
    return subprocess.run(
        [program, *arguments], cwd=ROOT, env={**os.environ, "PATH": path}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
