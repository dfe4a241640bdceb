"""The Debian package: the program under /usr/lib/signoff, a command, a menu entry, a file type, a manual page."""

from __future__ import annotations

import ast
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

from places import LOGS, ROOT
from speech import SetupError, run_logged

LINUX = ROOT / "packaging" / "linux"
_HOME = Path("usr/lib/signoff")
_UNSEEN = ("libseccomp2", "xkb-data")
"""What no loader names: the library by which child processes refuse sockets, and the maps of keys under X11."""
_LIBRARY = re.compile(r"^\s*\S+ => (/\S+)", re.MULTILINE)
_LIBC = re.compile(rb"GLIBC_(\d+\.\d+)\0")
_DESCRIPTION = """\
Description: from a mapping document to dbt models that an expert has signed off
 Reads the workbook that says which source columns feed which target column,
 drafts dbt models with a language model that runs on this machine, and has an
 expert review every column. It never talks to a network.
"""


def make_deb(program: Path, place: Path, *, version: str, date: int) -> Path:
    """Write the package; the same program gives the same bytes.

    Args:
        program: folder of the frozen program.
        place: folder for the ``.deb`` and for the tree it is made of.
        version: of the program.
        date: seconds since 1970 for every file.

    Raises:
        SetupError: a library's package isn't known, or dpkg-deb failed.
    """
    tree = place / "deb"
    if tree.exists():
        shutil.rmtree(tree)
    shutil.copytree(program, tree / _HOME, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/signoff").symlink_to("../lib/signoff/signoff")
    _lay("signoff.desktop", tree / "usr/share/applications/signoff.desktop")
    _lay("signoff.xml", tree / "usr/share/mime/packages/signoff.xml")
    _lay("signoff.svg", tree / "usr/share/icons/hicolor/scalable/apps/signoff.svg")
    _pack(manual_page(), tree / "usr/share/man/man1/signoff.1.gz", date)
    about = tree / "usr/share/doc/signoff"
    _pack((ROOT / "CHANGELOG.md").read_bytes(), about / "changelog.gz", date)
    shutil.copyfile(ROOT / "LICENSE", about / "copyright")
    _control(tree, version, needed_packages(program))
    _make_alike(tree, date)
    package = place / f"signoff_{version}_amd64.deb"
    run_logged(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, package],
        LOGS / "deb.log",
        "The Debian package could not be made.",
        {"SOURCE_DATE_EPOCH": str(date)},
    )
    return package


def manual_page() -> bytes:
    """The manual page with a line for each verb, from the verbs' own summaries."""
    verbs = sorted((ROOT / "app/signoff/cli/verbs").glob("[!_]*.py"))
    names = {verb: verb.stem.replace("_", "\\-") for verb in verbs}
    lines = "\n".join(f".TP\n.B {name}\n{summary_of(verb)}" for verb, name in names.items())
    return (LINUX / "signoff.1").read_text(encoding="utf-8").replace("@VERBS@", lines).encode()


def summary_of(verb: Path) -> str:
    """What a verb's module says it does, without importing it."""
    for node in ast.parse(verb.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == ["SUMMARY"]:
            return str(ast.literal_eval(node.value))
    raise SetupError(f"{verb} has no SUMMARY: the manual page needs one.")


def needed_packages(program: Path) -> tuple[str, ...]:
    """Debian packages of every library that the program loads and doesn't hold."""
    inside = {path.name for path in program.rglob("*.so*")}
    outside = {
        library
        for binary in [program / "signoff", *program.rglob("*.so*")]
        for library in _LIBRARY.findall(_told("ldd", str(binary)))
        if Path(library).name not in inside
    }
    owners = {_owner(library) for library in outside}
    least = least_libc(program)
    told = {f"{name} (>= {least})" if name == "libc6" and least else name for name in owners}
    return tuple(sorted(told.union(_UNSEEN)))


def least_libc(program: Path) -> str:
    """The oldest C library that has every function the program asks for; empty where it asks for none by version."""
    asked = {
        tuple(map(int, version.split(b".")))
        for binary in [program / "signoff", *program.rglob("*.so*")]
        if binary.is_file()
        for version in _LIBC.findall(binary.read_bytes())
    }
    return ".".join(map(str, max(asked))) if asked else ""


def _owner(library: str) -> str:
    for name in (library, str(Path(library).resolve()), library.removeprefix("/usr"), f"/usr{library}"):
        if owner := _told("dpkg", "-S", name):
            return owner.split(":")[0]
    raise SetupError(f"No Debian package holds {library}, which the program loads.")


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def _lay(name: str, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LINUX / name, place)


def _pack(content: bytes, place: Path, date: int) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(content, 9, mtime=date))


def _control(tree: Path, version: str, needed: tuple[str, ...]) -> None:
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"Package: signoff\nVersion: {version}\nArchitecture: amd64\n"
        f"Maintainer: The Signoff authors <signoff@localhost>\nInstalled-Size: {kilobytes}\n"
        f"Depends: {', '.join(needed)}\nSection: database\nPriority: optional\n{_DESCRIPTION}",
        encoding="utf-8",
    )
    sums = (
        f"{hashlib.md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  {p.relative_to(tree)}\n"
        for p in files
    )
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _make_alike(tree: Path, date: int) -> None:
    """One date, and modes by kind, whatever the umask was."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
