"""A clean Debian 12 in a folder: no Python packages, no network once it is made, an ordinary user."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import system_packages
from places import LOGS, ROOT
from speech import SetupError, run_logged, say

USER = "expert"
_TOOLS = ("xvfb", "xauth", "xdotool", "strace", "xz-utils")
"""What the checks themselves need inside. Any Debian with a screen unpacks `.xz`; this smallest one does not."""


class CleanRoot:
    """The folder, and commands run in it."""

    def __init__(self, folder: Path = ROOT / "build" / "verify" / "root") -> None:
        self.folder = folder

    def ensure(self, packages: Sequence[str]) -> None:
        """Make it, with the system packages an administrator has to provide; a finished one is kept.

        Raises:
            SetupError: no root rights, or the packages can't be had.
        """
        done = self.folder / "made"
        wanted = " ".join(sorted({*packages, *_TOOLS}))
        if done.exists() and done.read_text(encoding="utf-8") == wanted:
            return
        system_packages.ensure(system_packages.missing_programs("debootstrap"), "a clean Debian to verify in")
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if not (self.folder / "etc").exists():
            say("Making a clean Debian 12 ...")
            run_logged(
                ["debootstrap", "--variant=minbase", "bookworm", self.folder],
                LOGS / "debootstrap.log",
                "A clean Debian could not be made: it takes root rights and Debian's packages.",
            )
            self.run("useradd", "--create-home", USER, network=True)
        self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted.split(), network=True)
        done.write_text(wanted, encoding="utf-8")

    def run(
        self,
        *command: str,
        user: str = "root",
        network: bool = False,
        seconds: int = 1800,
        check: bool = True,
    ) -> subprocess.CompletedProcess[str]:
        """A command inside, without network unless it is asked for.

        Raises:
            SetupError: it failed; its last lines are told.
        """
        inside = [
            "chroot",
            f"--userspec={user}",
            str(self.folder),
            "/usr/bin/env",
            "-i",
            *self._variables(user),
            *command,
        ]
        apart = ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={self.folder / 'proc'}"]
        apart += [] if network else ["--net"]
        done = subprocess.run(
            [*apart, *inside],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
        if check and done.returncode:
            told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
            raise SetupError(
                f"In the clean Debian, {' '.join(command)[:120]} ended with {done.returncode}:\n{told}"
            )
        return done

    def files(self) -> frozenset[str]:
        """Every file and folder but those of the system's own bookkeeping and of the ordinary user."""
        left_alone = (
            "proc/",
            "sys/",
            "dev/",
            "tmp/",
            "var/lib/dpkg/",
            "var/cache/",
            "var/log/",
            f"home/{USER}/",
        )
        found = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
        return frozenset(name for name in found if not name.startswith(left_alone))

    def _variables(self, user: str) -> list[str]:
        home = "/root" if user == "root" else f"/home/{user}"
        return [
            f"HOME={home}",
            f"USER={user}",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8",
            "DEBIAN_FRONTEND=noninteractive",
        ]
