"""No tracked file names a person's folder, this machine's folders, or a package index."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]

FOLDERS = re.compile(rb"(?<![\w./-])/(?:home|root|work|Users)/[A-Za-z0-9._]|[A-Z]:\\\\?Users\\\\?\w")
INDEX_HOSTS = re.compile(
    rb"(?i)\b(?:"
    + rb"py"
    + rb"pi\.org|python"
    + rb"hosted\.org|registry\.npm"
    + rb"js\.org|deb\.deb"
    + rb"ian\.org)"
)
INDEX_OPTIONS = re.compile(rb"(?m)^\s*--(?:extra-)?index-url|^\s*--(?:find-links|trusted-host)")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_file_names_a_local_folder_or_a_package_index() -> None:
    patterns = {"folder": FOLDERS, "index host": INDEX_HOSTS, "index option": INDEX_OPTIONS}
    hits = [
        f"{file.relative_to(ROOT)}: {kind} {hit.group()!r}"
        for file in tracked_files()
        for kind, pattern in patterns.items()
        if (hit := pattern.search(file.read_bytes()))
    ]
    assert hits == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert FOLDERS.search(b"at /ho" + b"me/someone/x") and FOLDERS.search(b"'/ro" + b"ot/.cache'")
    assert not FOLDERS.search(b"app/work/list") and not FOLDERS.search(b"https://host/ho" + b"me/x")
    assert INDEX_HOSTS.search(b"https://py" + b"pi.org/simple")


def test_tracked_files_are_small() -> None:
    large = [file.name for file in tracked_files() if file.stat().st_size > 2 << 20]
    assert large == []
