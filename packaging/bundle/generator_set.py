"""The language model as files of its own: checked, named after itself, and not carried by any update of the program."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from places import ROOT
from signing import sha256
from speech import SetupError, say

_README = """\
{name}

Maker: {maker}
Licence: {licence}, see {licence}.txt
Published: {published}
File: {file}, {size} bytes, SHA-256 {sha256}

For every user of a machine, as an administrator: lay {file} into /usr/share/signoff/language-models, on Windows into
%ProgramData%\\Signoff\\language-models. No update of the program carries it, and removing the program leaves it there.
For one user: signoff generator import {file}
Either way the digest is checked before the file is used.
"""


def make_set(entry: Mapping[str, Any], file: Path, folder: Path) -> Path:
    """Fill a folder, called after the language model, with its file, its licence, its digests and a page.

    Args:
        entry: of the manifest.
        file: the language model's file, wherever it lies.
        folder: where the new folder goes.

    Raises:
        SetupError: the file is not what the manifest says.
    """
    if file.stat().st_size != entry["size"] or sha256(file) != entry["sha256"]:
        raise SetupError(f"{file} is not {entry['name']}: another size or digest than its makers publish.")
    place = folder / f"signoff-language-model-{entry['id']}"
    if place.exists():
        shutil.rmtree(place)
    place.mkdir(parents=True)
    _lay(file, place / entry["file"])
    (place / "README.txt").write_text(_README.format(**entry), encoding="utf-8")
    (place / f"{entry['licence']}.txt").write_bytes(_licence_text(entry["licence"]))
    files = sorted(path for path in place.iterdir() if path.name != "SHA256SUMS")
    sums = "".join(f"{sha256(path)}  {path.name}\n" for path in files)
    (place / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return place


def present_file(program: Path, which: str) -> Path:
    """Where a known language model's file lies on this machine, told by the frozen program.

    Raises:
        SetupError: it is not here.
    """
    command = [program / "signoff", "generator", "path", which]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise SetupError(
            "The language model's file is not here: run 'make generator' first, or leave it out."
        )
    return Path(told.stdout.strip())


def _lay(file: Path, place: Path) -> None:
    """A second name for the same bytes where the disk can, since there are many."""
    try:
        place.hardlink_to(file)
    except OSError:
        say(f"Copying {file.name} ...")
        shutil.copyfile(file, place)


def _licence_text(licence: str) -> bytes:
    own = ROOT / "LICENSE"
    if licence == "Apache-2.0":
        return own.read_bytes()
    raise SetupError(
        f"There is no text of the licence {licence} here: lay it beside LICENSE and name it here."
    )
