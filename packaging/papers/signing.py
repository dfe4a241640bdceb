"""Signing: which files are to be signed, the command that signs each before packing, digests and their signature."""

from __future__ import annotations

import hashlib
import os
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path

from speech import SetupError, say

HOOK = "SIGN_HOOK"
"""Variable with a command; each file's path is put after it."""
SUMS_HOOK = "SIGN_SUMS_HOOK"
"""Variable with a command that is given SHA256SUMS and leaves a detached signature beside it."""
SUMS = "SHA256SUMS"
SIGNATURES = (".asc", ".sig", ".p7s", ".minisig")
_CODE = (b"\x7fELF", b"MZ")


def to_sign(program: Path) -> list[Path]:
    """Every file of a program that a processor runs, by what it begins with: programs and libraries."""
    files = (path for path in sorted(program.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if _begins(path).startswith(_CODE)]


def sign(program: Path) -> int:
    """Run the signing command on each file; returns how many were signed, 0 where there is no command.

    Raises:
        SetupError: the command failed, or left a file that was there before gone or empty.
    """
    command = shlex.split(os.environ.get(HOOK, ""))
    if not command:
        return 0
    files = to_sign(program)
    say(f"Signing {len(files)} files with {command[0]} ...")
    for path in files:
        _run([*command, str(path)])
        if not path.is_file() or not _begins(path).startswith(_CODE):
            raise SetupError(f"{command[0]} left {path} spoilt: it must sign in place or beside.")
    return len(files)


def write_sums(folder: Path, files: Iterable[Path]) -> list[Path]:
    """Write the digests of files in a folder, and have them signed where there is a command for it.

    A signature of earlier digests is taken away: it would no longer hold.

    Returns:
        The file of digests, and its signature where there is one.

    Raises:
        SetupError: the command failed or left no signature.
    """
    sums = folder / SUMS
    for ending in SIGNATURES:
        (folder / f"{SUMS}{ending}").unlink(missing_ok=True)
    sums.write_text("".join(f"{sha256(path)}  {path.name}\n" for path in sorted(files)), encoding="utf-8")
    command = shlex.split(os.environ.get(SUMS_HOOK, ""))
    if not command:
        return [sums]
    _run([*command, str(sums)])
    signed = [folder / f"{SUMS}{ending}" for ending in SIGNATURES if (folder / f"{SUMS}{ending}").is_file()]
    if not signed:
        raise SetupError(f"{command[0]} left no {SUMS} with one of the endings {', '.join(SIGNATURES)}.")
    return [sums, *signed]


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SetupError(f"The signing command could not be run: {error}.") from error
    if done.returncode:
        raise SetupError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
