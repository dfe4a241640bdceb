"""``python packaging/bundle``: freezes the program and packs it into dist/, with all papers and each file's digest.

``--only-program`` stops after freezing and signing; ``--this-processor`` takes the libraries for
processors like this machine's alone, built in minutes; ``--without-wheelhouse`` and ``--without-language-model`` leave
these out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import archive
import building
import deb
import generator_set
import inventory
import made_of
import notes
import parts
import signing
import wheelhouse
from places import ROOT
from speech import SetupError, say

DIST = ROOT / "dist"


def main(arguments: list[str]) -> int:
    """Make every artefact; 0 when all are there."""
    try:
        variants = "--this-processor" not in arguments
        program = building.build(variants=variants)
        signing.sign(program)
        made_of.write_list(program, building.version_of_source(), building.parts_of_program())
        if "--only-program" in arguments:
            say(f"The program lies in {program}.")
            return 0
        for artefact in pack(program, arguments):
            say(f"{artefact.stat().st_size / 1e6:7.1f} MB  {artefact.relative_to(ROOT)}")
    except SetupError as error:
        say(str(error))
        return 3
    return 0


def pack(program: Path, options: list[str]) -> list[Path]:
    """Everything that is handed out; the digests last, signed where there is a command for it."""
    version, date = building.version_of_source(), building.date_of_source()
    DIST.mkdir(exist_ok=True)
    say("Packing: some minutes ...")
    variants = "--this-processor" not in options
    made = [] if "--without-wheelhouse" in options else [_wheelhouse(version, date, variants=variants)]
    made += [*papers(program, version, date), *_packed(program, version, date)]
    if "--without-language-model" not in options:
        _language_models(program)
    return [*made, *signing.write_sums(DIST, made)]


def papers(program: Path, version: str, date: int) -> Iterator[Path]:
    """What is written about the program, each paper's file."""
    stem = f"signoff-{version}-linux-x86_64"
    code = signing.to_sign(program)
    contents = {
        f"{stem}.files.txt": files_of(program),
        f"{stem}.to-sign.txt": "".join(f"{path.relative_to(program)}\n" for path in code),
        f"{stem}.cdx.json": bill_of_materials(version, date),
        f"signoff-{version}.release-notes.md": notes.release_notes(version),
        f"signoff-{version}.language-models.md": inventory.page(),
    }
    for name, text in contents.items():
        (DIST / name).write_text(text, encoding="utf-8")
        yield DIST / name


def _packed(program: Path, version: str, date: int) -> Iterator[Path]:
    portable = DIST / f"signoff-{version}-linux-x86_64.tar.xz"
    archive.pack(program, portable, date=date)
    yield portable
    package = deb.make_deb(program, building.BUILD, version=version, date=date)
    yield package.replace(DIST / package.name)


def bill_of_materials(version: str, date: int) -> str:
    """The CycloneDX text.

    Raises:
        SetupError: it could not be written.
    """
    told = {
        "name": "signoff",
        "version": version,
        "licence": "Apache-2.0",
        "date": date,
        "parts": parts.as_data(building.parts_of_program(), _house(version) / "wheels"),
        "generators": inventory.manifest()["generator"],
    }
    for entry in told["generators"]:
        entry.pop("parts", None)
    done = subprocess.run(
        [building.papers_python(), Path(signing.__file__).with_name("bill.py")],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"The bill of materials could not be written: {done.stderr.strip()[-300:]}")
    return done.stdout


def _house(version: str) -> Path:
    return building.BUILD / f"signoff-{version}-wheelhouse-linux-x86_64"


def _wheelhouse(version: str, date: int, *, variants: bool) -> Path:
    folder = _house(version)
    beside = wheelhouse.beside_the_code(inventory.outgoing_manifest())
    built = building.files_of_built(variants=variants)
    wheelhouse.make_wheelhouse(folder, building.VENV, built, version=version, date=date, beside=beside)
    packed = DIST / f"{folder.name}.tar"
    archive.pack(folder, packed, date=date)
    return packed


def _language_models(program: Path) -> None:
    """File sets of their own, with digests of their own: an update of the program does not carry them."""
    known = inventory.manifest()
    entry = next(each for each in known["generator"] if each["id"] == known["default"])
    place = generator_set.make_set(entry, generator_set.present_file(program, "default"), DIST)
    say(f"{entry['size'] / 1e6:7.1f} MB  {place.relative_to(ROOT)}/")


def files_of(program: Path) -> str:
    """Every file of the program with its digest: what an inventory compares with."""
    files = sorted(path for path in program.rglob("*") if path.is_file())
    return "".join(f"{signing.sha256(path)}  {path.relative_to(program)}\n" for path in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
