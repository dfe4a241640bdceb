"""The program as on an old processor: QEMU translates it, and every child process that it starts of itself.

QEMU hands what a program starts to the real processor. So the kernel is told, for as long as this lasts, that files
which begin like this one program are run by QEMU: they are known by their ELF header, which no other program shares.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import system_packages
from speech import SetupError

_NAME = "signoff-verify"
_HEADER = 64
"""Bytes of an ELF header: where a file's code begins and its tables lie is in it."""
_FOLDER = "/usr/local/bin"


class OldProcessor:
    """While it is entered, the program runs on the named processor, in a root folder and nowhere else."""

    def __init__(self, root: Path, program: Path, processor: str = "Nehalem") -> None:
        self._program, self._processor = program, processor
        self._folder = root / _FOLDER.lstrip("/")
        self._starter, self._qemu = self._folder / _NAME, self._folder / f"{_NAME}-qemu"
        self._rules = Path(tempfile.mkdtemp(prefix="signoff-rules-"))

    def __enter__(self) -> None:
        if system_packages.missing_programs("qemu-x86_64-static"):
            system_packages.ensure(["qemu-user-static"], "trying the program on an old processor")
        shutil.copy(shutil.which("qemu-x86_64-static") or "", self._qemu)
        starter = f'#!/bin/sh\nexec {_FOLDER}/{self._qemu.name} -cpu {self._processor} "$@"\n'
        self._starter.write_text(starter, encoding="ascii")
        self._starter.chmod(0o755)
        _run("mount", "-t", "binfmt_misc", "none", str(self._rules))
        (self._rules / "register").write_text(rule(self._program), encoding="ascii")

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        (self._rules / _NAME).write_text("-1", encoding="ascii")
        _run("umount", str(self._rules))
        self._rules.rmdir()
        self._starter.unlink()
        self._qemu.unlink()


def rule(program: Path) -> str:
    """What the kernel is told: by which bytes it knows the program, and what runs it."""
    with program.open("rb") as file:
        header = file.read(_HEADER)
    bytes_of_it = "".join(f"\\x{byte:02x}" for byte in header)
    return f":{_NAME}:M:0:{bytes_of_it}::{_FOLDER}/{_NAME}:"


def _run(*command: str) -> None:
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SetupError(f"The kernel takes no rule for an old processor: {told.stderr.strip()[-200:]}")
