"""``python packaging/verify``: installs what lies in dist/ on a clean Debian without network, and works with it.

Each line is one thing that must hold, with its figure. Needs root; the language model's file must be here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from clean_root import USER, CleanRoot
from memory import Memory
from next_version import GONE, NEW, next_version
from papers_hold import papers_hold
from places import ROOT
from speech import SetupError, say

DIST = ROOT / "dist"
MODELS = Path("usr/share/signoff/language-models")
HARD_PATH = "Ordner mit Umlauten äöü und Leerzeichen " + "x" * 160
UNWANTED = re.compile(
    r"libQt6Network|libssl|_ssl\.|libllama-common|libggml.*\n.*_internal/libggml|diskcache|QtWebEngine"
)
_SOCKET = re.compile(r"socket\(AF_(?!UNIX)\w+")


def main() -> int:
    """Check everything; 0 when all holds."""
    try:
        failed = [name for name, holds, figure in checks() if not _told(name, holds, figure)]
    except SetupError as error:
        say(str(error))
        return 3
    say(f"{len(failed) or 'None'} failed{': ' + ', '.join(failed) if failed else ''}.")
    return 1 if failed else 0


def checks() -> Iterator[tuple[str, bool, str]]:
    """What must hold: its name, whether it does, and the figure."""
    package, portable = only(DIST.glob("signoff_*.deb")), only(DIST.glob("signoff-*.tar.xz"))
    yield "package size", package.stat().st_size <= 90e6, f"{package.stat().st_size / 1e6:.1f} MB"
    yield "archive size", portable.stat().st_size <= 90e6, f"{portable.stat().st_size / 1e6:.1f} MB"
    listing = only(DIST.glob("*.files.txt")).read_text(encoding="utf-8")
    unwanted = UNWANTED.findall(listing)
    yield "inventory", not unwanted, ", ".join(unwanted) or "none of the unwanted libraries"
    yield from papers_hold(DIST)
    root = CleanRoot()
    root.ensure(_depends(package))
    before = root.files()
    yield from _installed(root, package)
    yield from _unpacked(root, portable)
    yield _upgraded(root, package)
    shutil.rmtree(root.folder / MODELS.parent)  # the administrator's, not the package's
    root.run("apt-get", "purge", "-y", "-qq", "signoff")
    left = root.files() - before
    yield "removal", not left, ", ".join(sorted(left)[:5]) or "no file left behind"


def only(found: Iterator[Path]) -> Path:
    """The one artefact of a kind.

    Raises:
        SetupError: there is none, or there are several.
    """
    paths = list(found)
    if len(paths) != 1:
        raise SetupError(
            f"dist/ holds {len(paths)} files of one kind where one is wanted: run 'make packages' first."
        )
    return paths[0]


def _installed(root: CleanRoot, package: Path) -> Iterator[tuple[str, bool, str]]:
    inside = root.folder / "tmp" / package.name
    shutil.copyfile(package, inside)
    root.run("dpkg", "--install", f"/tmp/{package.name}")
    _lend_generator(root.folder / MODELS)
    unpacked = sum(path.stat().st_size for path in (root.folder / "usr/lib/signoff").rglob("*"))
    yield "unpacked size", unpacked <= 300e6, f"{unpacked / 1e6:.0f} MB"
    yield _timed("window under Xvfb, cold", 5.0, lambda: _window(root, "signoff"))
    yield _self_test(root, "self-test of the package", "signoff")
    yield from _whole_flow(root)


def _upgraded(root: CleanRoot, package: Path) -> tuple[str, bool, str]:
    """The version after, installed over this one: what is new comes, what is gone goes, the program answers."""
    later = next_version(package, root.folder / "tmp")
    root.run("dpkg", "--install", f"/tmp/{later.name}")
    later.unlink()
    done = root.run("signoff", "--version", user=USER, check=False)
    holds = (root.folder / NEW).is_file() and not (root.folder / GONE).exists() and done.returncode == 0
    return "upgrade", holds, done.stdout.strip() or done.stderr.strip()[-200:]


def _unpacked(root: CleanRoot, portable: Path) -> Iterator[tuple[str, bool, str]]:
    place = root.folder / "home" / USER / HARD_PATH
    if place.exists():
        shutil.rmtree(place)
    place.mkdir()
    shutil.copyfile(portable, place / portable.name)
    root.run("tar", "-xf", f"/home/{USER}/{HARD_PATH}/{portable.name}", "-C", f"/home/{USER}/{HARD_PATH}")
    root.run("chmod", "-R", "a-w", f"/home/{USER}/{HARD_PATH}/signoff")
    program = f"/home/{USER}/{HARD_PATH}/signoff/signoff"
    yield _self_test(root, "self-test of the archive, hard path, read-only", program)
    shutil.rmtree(place)


def _self_test(root: CleanRoot, name: str, program: str) -> tuple[str, bool, str]:
    started = time.monotonic()
    done = root.run(program, "self-test", user=USER, check=False)
    wrong = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    figure = "; ".join(wrong) or done.stderr.strip()[-200:] or f"{time.monotonic() - started:.1f} s"
    return name, done.returncode == 0, figure


def _window(root: CleanRoot, program: str) -> None:
    root.run("env", "QT_QPA_PLATFORM=xcb", "xvfb-run", "-a", program, "--window-probe", user=USER)


def _whole_flow(root: CleanRoot) -> Iterator[tuple[str, bool, str]]:
    """The sample project from document to exported dbt project, every socket of every process counted."""
    trace = "/tmp/sockets.txt"
    with Memory(root.folder) as memory:
        _demo(root, trace)
    yield "memory, all processes", memory.most <= 3e9, f"{memory.most / 1e9:.2f} GB at the most"
    exported = list((root.folder / f"home/{USER}/demo").rglob("dbt_project.yml"))
    sockets = _SOCKET.findall((root.folder / trace.lstrip("/")).read_text(encoding="utf-8"))
    shutil.rmtree(root.folder / f"home/{USER}/demo", ignore_errors=True)
    figure = f"{'exported' if exported else 'NOT exported'}, {len(sockets)} sockets other than AF_UNIX"
    yield "whole flow", bool(exported) and not sockets, figure


def _demo(root: CleanRoot, trace: str) -> None:
    root.run(
        "strace", "-f", "-qq", "-e", "trace=socket", "-o", trace,
        "signoff", "demo", "--out", f"/home/{USER}/demo", user=USER, check=False, seconds=3600,
    )  # fmt: skip


def _timed(name: str, most: float, work: Callable[[], None]) -> tuple[str, bool, str]:
    started = time.monotonic()
    work()
    took = time.monotonic() - started
    return name, took <= most, f"{took:.1f} s, at most {most:.0f}"


def _lend_generator(folder: Path) -> None:
    """The default language model's file, as an administrator lays it for all users."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [ROOT / ".venv/bin/signoff", "generator", "path"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetupError("The language model's file is not here: run 'make generator' first.")
    file = Path(done.stdout.strip())
    shutil.copyfile(file, folder / file.name)


def _depends(package: Path) -> list[str]:
    told = subprocess.run(
        ["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True
    ).stdout
    return [name.split()[0] for name in told.strip().split(",")]


def _told(name: str, holds: bool, figure: str) -> bool:
    say(f"{'ok' if holds else 'FAILED':8}{name:50}{figure}")
    return holds


if __name__ == "__main__":
    sys.exit(main())
