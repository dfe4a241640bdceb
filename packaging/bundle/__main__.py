"""``python packaging/bundle``: freezes the program and packs it into dist/, each file with its digest.

``--only-program`` stops after freezing.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

import archive
import building
import deb
from places import APP, ROOT
from speech import SetupError, say

DIST = ROOT / "dist"


def main(arguments: list[str]) -> int:
    """Make every artefact; 0 when all are there."""
    try:
        program = building.build()
        if "--only-program" in arguments:
            say(f"The program lies in {program}.")
            return 0
        for artefact in pack(program):
            say(f"{artefact.stat().st_size / 1e6:7.1f} MB  {artefact.relative_to(ROOT)}")
    except SetupError as error:
        say(str(error))
        return 3
    return 0


def pack(program: Path) -> list[Path]:
    """The frozen program as archive and Debian package, the list of its files, and the digests of all three."""
    version, date = version_of_source(), building.date_of_source()
    DIST.mkdir(exist_ok=True)
    say("Packing: some minutes ...")
    portable = DIST / f"signoff-{version}-linux-x86_64.tar.xz"
    archive.pack(program, portable, date=date)
    package = deb.make_deb(program, building.BUILD, version=version, date=date)
    package = package.replace(DIST / package.name)
    listing = DIST / f"signoff-{version}-linux-x86_64.files.txt"
    listing.write_text(files_of(program), encoding="utf-8")
    made = [portable, package, listing]
    sums = "".join(f"{sha256(path)}  {path.name}\n" for path in made)
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return [*made, DIST / "SHA256SUMS"]


def files_of(program: Path) -> str:
    """Every file of the program with its digest: what is to be signed, and what an inventory compares with."""
    files = sorted(path for path in program.rglob("*") if path.is_file())
    return "".join(f"{sha256(path)}  {path.relative_to(program)}\n" for path in files)


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def version_of_source() -> str:
    """The program's version, as its package says."""
    text = (APP / "signoff" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SetupError("app/signoff/__init__.py names no version.")
    return found.group(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
