"""A Debian package of the version after: one file more and one less, to see that an upgrade brings and takes them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

NEW = Path("usr/lib/signoff/docs/new-in-this-version.md")
GONE = Path("usr/lib/signoff/CHANGELOG.md")


def next_version(package: Path, place: Path) -> Path:
    """Write the package of the version after into a folder; returns it."""
    tree = place / "next"
    if tree.exists():
        shutil.rmtree(tree)
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8")
    control.write_text(re.sub(r"(?m)^Version: (.*)$", r"Version: \1+next", text), encoding="utf-8")
    (tree / NEW).write_text("new\n", encoding="utf-8")
    (tree / GONE).unlink()
    (tree / "DEBIAN" / "md5sums").unlink()
    made = place / "signoff_next.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, made], check=True, capture_output=True
    )
    shutil.rmtree(tree)
    return made
