"""``python packaging/verify``: installs what lies in dist/ on a clean Debian without network, and works with it.

Each line is one thing that must hold, with its figure. Needs root; the language model's file must be here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import trials
from clean_root import USER, CleanRoot
from next_version import GONE, NEW, next_version
from old_processor import OldProcessor
from papers_hold import papers_hold
from places import ROOT
from speech import SetupError, say
from trials import Check

DIST = ROOT / "dist"
HOME = Path("usr/lib/signoff")
MODELS = Path("usr/share/signoff/language-models")
HARD_PATH = "Ordner mit Umlauten äöü und Leerzeichen " + "x" * 160
_MOST_PACKED, _MOST_UNPACKED = 90e6, 300e6
_UNWANTED = re.compile(
    r"libQt6Network|libssl[^/\n]*\.so|_ssl\.|libllama-common|_internal/lib(?:ggml|llama)|diskcache|QtWebEngine"
    r"|libQt6(?:Charts|DataVisualization|Graphs|HttpServer|Lottie|NetworkAuth|Quick3D|Quick|Qml|VirtualKeyboard)"
)
"""What opens connections, what Qt gives under the GPL alone, and second copies of the language model's library."""


def main() -> int:
    """Check everything; 0 when all holds."""
    try:
        failed = [name for name, holds, figure in checks() if not _told(name, holds, figure)]
    except SetupError as error:
        say(str(error))
        return 3
    say(f"{len(failed) or 'None'} failed{': ' + ', '.join(failed) if failed else ''}.")
    return 1 if failed else 0


def checks() -> Iterator[Check]:
    """What must hold: its name, whether it does, and the figure."""
    package, portable = only(DIST.glob("signoff_*.deb")), only(DIST.glob("signoff-*.tar.xz"))
    for name, file in (("package size", package), ("archive size", portable)):
        yield name, file.stat().st_size <= _MOST_PACKED, f"{file.stat().st_size / 1e6:.1f} MB"
    unwanted = _UNWANTED.findall(only(DIST.glob("*.files.txt")).read_text(encoding="utf-8"))
    yield "inventory", not unwanted, ", ".join(unwanted) or "none of the unwanted libraries"
    yield from papers_hold(DIST)
    root = CleanRoot()
    root.ensure(_depends(package))
    _take_away(root)
    before = root.files()
    yield from _installed(root, package)
    yield from _unpacked(root, portable)
    yield from _upgraded_and_removed(root, package, before)


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


def _installed(root: CleanRoot, package: Path) -> Iterator[Check]:
    inside = root.folder / "tmp" / package.name
    shutil.copyfile(package, inside)
    root.run("dpkg", "--install", f"/tmp/{package.name}")
    inside.unlink()
    lend_generator(root.folder / MODELS)
    unpacked = sum(path.lstat().st_size for path in (root.folder / HOME).rglob("*"))  # links take nothing
    yield "unpacked size", unpacked <= _MOST_UNPACKED, f"{unpacked / 1e6:.0f} MB"
    yield trials.cold_window(root, "signoff")
    yield trials.self_test(root, "self-test of the package", "signoff")
    yield trials.refuses_sockets(root, "signoff")
    yield from trials.whole_flow(root, "signoff", f"/home/{USER}/{HARD_PATH}")
    with OldProcessor(root.folder, root.folder / HOME / "signoff"):
        yield trials.self_test(root, "self-test on a Nehalem", "signoff", seconds=None)


def _unpacked(root: CleanRoot, portable: Path) -> Iterator[Check]:
    hard = f"/home/{USER}/{HARD_PATH}"
    place = root.folder / hard.lstrip("/")
    place.mkdir(exist_ok=True)
    shutil.copyfile(portable, place / portable.name)
    root.run("chown", USER, hard)
    root.run("tar", "-xf", f"{hard}/{portable.name}", "-C", hard, "--no-same-owner", user=USER)
    root.run("chmod", "-R", "a-w", f"{hard}/signoff", user=USER)
    yield trials.self_test(root, "self-test of the archive, hard path, read-only", f"{hard}/signoff/signoff")
    root.run("rm", "-r", f"{hard}/signoff", f"{hard}/{portable.name}")


def _upgraded_and_removed(root: CleanRoot, package: Path, before: frozenset[str]) -> Iterator[Check]:
    """The version after, installed over this one and taken away again: projects stay, and nothing else does."""
    later = next_version(package, root.folder / "tmp")
    root.run("dpkg", "--install", f"/tmp/{later.name}")
    later.unlink()
    done = root.run("signoff", "--version", user=USER, check=False)
    holds = (root.folder / NEW).is_file() and not (root.folder / GONE).exists() and done.returncode == 0
    yield "upgrade", holds, done.stdout.strip() or done.stderr.strip()[-200:]
    project = f"/home/{USER}/{HARD_PATH}/demo.signoff"
    done = root.run("signoff", "audit", project, user=USER, check=False)
    figure = done.stdout.strip().splitlines()[-1:] or [done.stderr.strip()[-200:]]
    yield "project after the upgrade", done.returncode == 0, figure[0]
    shutil.rmtree(root.folder / MODELS.parent)  # the administrator's, not the package's
    root.run("dpkg", "--purge", "signoff")
    left = root.files() - before
    kept = (root.folder / project.lstrip("/")).is_file()
    figure = [
        ", ".join(sorted(left)[:5]) or "no file left behind",
        "" if kept else "the user's project is gone",
    ]
    yield "removal", not left and kept, "; ".join(filter(None, figure))
    shutil.rmtree(root.folder / "home" / USER / HARD_PATH)


def _take_away(root: CleanRoot) -> None:
    """What an earlier check that was stopped may have left."""
    root.run("dpkg", "--purge", "signoff", check=False)
    for place in (MODELS.parent, Path("home", USER, HARD_PATH)):
        shutil.rmtree(root.folder / place, ignore_errors=True)


def lend_generator(folder: Path) -> None:
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
