"""Whether what lies beside the program in dist/ holds: digests, bill of materials, wheelhouse, no carriers named."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "papers"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import inventory
import parts
from places import venv_program

Check = tuple[str, bool, str]


def papers_hold(dist: Path) -> Iterator[Check]:
    """Each thing that must hold: its name, whether it does, and the figure."""
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=dist, capture_output=True, text=True, check=False,
    )  # fmt: skip
    yield "digests", done.returncode == 0, done.stdout.strip()[-200:] or "every file is as listed"
    yield bill_of_materials(dist)
    yield no_carriers(dist)
    for house in dist.glob("signoff-*-wheelhouse-*.tar"):
        yield wheelhouse(house)


def bill_of_materials(dist: Path) -> Check:
    """Every package that is pinned for running is listed, with a licence."""
    found = json.loads(next(dist.glob("*.cdx.json")).read_text(encoding="utf-8"))
    listed = {parts.plain(each["name"]): each for each in found["components"]}
    wanted = {name for name, _version in parts.pins("runtime", "llama")}
    lacking = sorted(name for name in wanted if not listed.get(name, {}).get("licenses"))
    return "bill of materials", not lacking, ", ".join(lacking) or f"{len(listed)} parts, each with a licence"


def no_carriers(dist: Path) -> Check:
    """The packages that carried the language models on a build machine are named in nothing that is handed out."""
    names = {
        form.encode()
        for entry in inventory.manifest()["generator"]
        for part in entry["parts"]
        for form in (part["package"], part["package"].replace("-", "_"))
    }
    texts = map(_text, dist.rglob("*"))
    found = {name.decode() for text in texts for name in names if name in text}
    return "no carriers named", not found, ", ".join(sorted(found)[:3]) or "in none of the files"


def _text(place: Path) -> bytes:
    """The bytes of a small file, and of small files in an archive."""
    if not place.is_file() or place.suffix == ".gguf":
        return b""
    if not place.name.endswith((".tar", ".tar.xz")):
        return place.read_bytes() if place.stat().st_size < 1 << 20 else b""
    with tarfile.open(place) as tar:
        small = (member for member in tar if member.isfile() and member.size < 1 << 20)
        return b"\n".join(file.read() for member in small if (file := tar.extractfile(member)) is not None)


def wheelhouse(house: Path) -> Check:
    """The wheels install into a new environment where no network exists, and the program answers."""
    with tempfile.TemporaryDirectory(prefix="signoff-wheelhouse-") as place:
        with tarfile.open(house) as tar:
            tar.extractall(place, filter="data")
        folder = next(Path(place).iterdir())
        venv.create(folder / "new", with_pip=True)
        python = venv_program("python", folder / "new")
        install = [
            "--no-index",
            "--find-links",
            "wheels",
            "--require-hashes",
            "--no-deps",
            "-r",
            "requirements.txt",
        ]
        alone = ["unshare", "-rn", "env", "PIP_CONFIG_FILE=/dev/null"]
        for command in (
            [*alone, str(python), "-m", "pip", "install", "--quiet", *install],
            [*alone, str(venv_program("signoff", folder / "new")), "--version"],
        ):
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                return "wheelhouse", False, done.stderr.strip()[-200:]
        return "wheelhouse", True, f"installed without a network: {done.stdout.strip()}"
