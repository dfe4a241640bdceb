"""Two builds compared file by file: folders, and what is inside archives and packages.

``python packaging/papers/comparing.py ONE OTHER``: one line for each file that differs; 0 when none does.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

_TARS = (".tar", ".tar.xz", ".tar.gz")


def contents(path: Path) -> dict[str, str]:
    """What lies in a folder, or in a file of one: the digest of each file with its mode, and of what archives hold."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file() or p.is_symlink())
    found: dict[str, str] = {}
    for file in files:
        name = file.name if file == path else file.relative_to(path).as_posix()
        if file.is_symlink():
            found[name] = f"link to {file.readlink()}"
            continue
        found[name] = f"{_digest(file)} {file.stat().st_mode & 0o777:o}"
        found.update((f"{name} > {inside}", told) for inside, told in _members(file))
    return found


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """A line for each file that only one has, or that is not the same in both."""
    lines = []
    for name in sorted(one.keys() | other.keys()):
        here, there = one.get(name), other.get(name)
        if here != there:
            alone = "only in the first" if there is None else "only in the second"
            lines.append(f"{alone if None in (here, there) else 'differs'}: {name}")
    return lines


def _members(file: Path) -> Iterator[tuple[str, str]]:
    if file.name.endswith(_TARS):
        with tarfile.open(file) as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isfile() else None
                digest = hashlib.file_digest(content, "sha256").hexdigest() if content else member.linkname
                about = (member.mtime, member.uid, member.gid, member.uname, f"{member.mode:o}", member.type)
                yield member.name, f"{digest} {about}"
    elif file.suffix == ".deb":
        with tempfile.TemporaryDirectory(prefix="signoff-compare-") as place:
            subprocess.run(["dpkg-deb", "--raw-extract", file, place], check=True)
            yield from contents(Path(place)).items()


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def main(arguments: list[str]) -> int:
    """Compare two places; 0 when they are the same."""
    if len(arguments) != 2 or not all(Path(place).exists() for place in arguments):
        print(
            "Usage: python packaging/papers/comparing.py ONE OTHER (two builds: folders or files)",
            file=sys.stderr,
        )
        return 2
    one, other = (contents(Path(place)) for place in arguments)
    lines = differences(one, other)
    for line in lines:
        print(line)
    print(f"{len(one.keys() | other.keys())} files, {len(lines)} differ", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
