"""What the installed program is made of: Python and its packages, the system's libraries that went in, the fonts.

Every part has its version, its licence and the text of that licence; one that lacks the text stops the packaging.
"""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from places import REQUIREMENTS, ROOT
from signing import sha256
from speech import SetupError

GIVEN = Path(__file__).with_name("licences")
"""Texts that wheels leave out, by their SPDX names; the GNU licences may be passed on word for word."""
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)")
_TEXT = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice|authors|copyright)[^/]*$", re.IGNORECASE)
_OWN_FONTS = (("Inter", "4.0"), ("JetBrains Mono", "2.242"))


@dataclass(frozen=True)
class Part:
    """One thing that somebody else made."""

    name: str
    version: str
    licence: str
    """An SPDX expression where the maker gives one, else their words."""
    kind: str
    """``pypi``, ``deb`` or ``generic``: as package addresses name it."""
    texts: tuple[tuple[str, str], ...] = ()
    """Name and words of each licence text."""


def plain(name: str) -> str:
    """A Python package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(*locks: str) -> frozenset[tuple[str, str]]:
    """Name and version of every package that locks pin."""
    lines = (
        line
        for lock in locks
        for line in (REQUIREMENTS / f"{lock}.lock").read_text(encoding="utf-8").splitlines()
    )
    return frozenset((plain(pin.group(1)), pin.group(2)) for line in lines if (pin := _PIN.match(line)))


def python_parts(packages: Path, *locks: str) -> Iterator[Part]:
    """The pinned packages that are installed in a folder, and Python itself.

    Args:
        packages: a `site-packages` folder.
        locks: names of the locks whose packages count; what is installed beside them does not.

    Raises:
        SetupError: one has no licence text.
    """
    pinned = pins(*locks)
    for each in sorted(importlib.metadata.distributions(path=[str(packages)]), key=lambda d: plain(d.name)):
        if (plain(each.name), each.version) in pinned:
            words = _licence_words(each)
            texts = tuple(_texts_of(each)) or _given(words)
            yield _whole(Part(each.name, each.version, words, "pypi", texts))
    places = [Path(folder) / "LICENSE.txt" for folder in (sysconfig.get_path("stdlib"), sys.base_prefix)]
    licence = next((place for place in places if place.is_file()), None)
    text = licence.read_text(encoding="utf-8") if licence else _debian_copyright("python3.11")
    version = ".".join(map(str, sys.version_info[:3]))
    yield _whole(Part("Python", version, "PSF-2.0", "generic", (("LICENSE.txt", text),) if text else ()))


def system_parts(program: Path, packages: Path) -> Iterator[Part]:
    """Packages of Debian whose libraries went into the program.

    Raises:
        SetupError: nobody is known to own a library, or its package has no copyright file.
    """
    known = set(_files_of_wheels(packages)) | set(_files_of_python())
    libraries = {path.name for path in program.rglob("*.so*") if path.name not in known}
    for owner in sorted({_owner(library) for library in libraries}):
        version = _told("dpkg-query", "--show", "--showformat=${Version}", owner).strip()
        text = _debian_copyright(owner)
        words = ", ".join(dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)))
        yield _whole(
            Part(owner, version, words or "see its text", "deb", (("copyright", text),) if text else ())
        )


def font_parts() -> Iterator[Part]:
    """The fonts beside the program."""
    text = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    for name, version in _OWN_FONTS:
        yield Part(name, version, "OFL-1.1", "generic", (("OFL.txt", text),))


def write_texts(parts: Iterable[Part], folder: Path) -> None:
    """Lay every licence text into a folder, and a list of all parts beside them."""
    lines = ["What is in this program besides our own work, and under which licence.", ""]
    for part in parts:
        place = folder / re.sub(r"[^\w.+-]+", "-", f"{part.name}-{part.version}")
        place.mkdir(parents=True, exist_ok=True)
        for name, text in part.texts:
            (place / name).write_text(text, encoding="utf-8")
        lines.append(f"{part.name} {part.version}: {part.licence} ({place.name}/)")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _whole(part: Part) -> Part:
    if not part.texts:
        raise SetupError(
            f"{part.name} {part.version} ({part.licence}) brings no licence text: lay it into {GIVEN}, called as its "
            "SPDX name."
        )
    return part


def _licence_words(package: importlib.metadata.Distribution) -> str:
    about = package.metadata
    said = about.get("License-Expression") or about.get("License") or ""
    classes = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License")]
    short = said.strip() if said and "\n" not in said.strip() else ""
    return short or ", ".join(classes) or "see its text"


def _texts_of(package: importlib.metadata.Distribution) -> Iterator[tuple[str, str]]:
    seen: dict[str, int] = {}
    for file in package.files or ():
        place = Path(str(file.locate()))
        if _TEXT.search(file.as_posix()) and ".dist-info" in file.as_posix() and place.is_file():
            number = seen[place.name] = seen.get(place.name, 0) + 1
            name = place.name if number == 1 else f"{place.stem}-{number}{place.suffix}"
            yield name, place.read_text(encoding="utf-8", errors="replace")


def _given(words: str) -> tuple[tuple[str, str], ...]:
    """Our copies of the licence that a package names but does not bring; of several to choose from, those we have."""
    names = re.findall(r"[\w.+-]+", words)
    found = [GIVEN / f"{name}.txt" for name in names if (GIVEN / f"{name}.txt").is_file()]
    return tuple((file.name, file.read_text(encoding="utf-8")) for file in found)


def _files_of_wheels(packages: Path) -> Iterator[str]:
    for each in importlib.metadata.distributions(path=[str(packages)]):
        yield from (Path(str(file)).name for file in each.files or ())


def _files_of_python() -> Iterator[str]:
    libraries = Path(sysconfig.get_path("stdlib")) / "lib-dynload"
    yield from (path.name for path in libraries.glob("*.so"))
    yield from (f"libpython3.{sys.version_info[1]}.so{end}" for end in ("", ".1.0"))


def _owner(library: str) -> str:
    for pattern in (f"/usr/lib/*/{library}", f"/lib/*/{library}", f"*/{library}"):
        if told := _told("dpkg", "-S", pattern):
            return told.split(":")[0]
    raise SetupError(f"Nobody is known to own {library}, which is in the program: its licence can't be told.")


def _debian_copyright(package: str) -> str:
    file = Path("/usr/share/doc") / package / "copyright"
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def as_data(parts: Iterable[Part], wheels: Path | None = None) -> list[Mapping[str, object]]:
    """Parts without their texts, for the bill of materials.

    Args:
        parts: what there is.
        wheels: folder with the wheels they came from, whose digests are told then.
    """
    found: dict[tuple[str, str], str] = {}
    for wheel in sorted(wheels.glob("*.whl")) if wheels else ():
        name, version = wheel.name.split("-")[:2]
        found[plain(name), version] = sha256(wheel)
    return [
        {
            "name": part.name,
            "version": part.version,
            "licence": part.licence,
            "kind": part.kind,
            "digests": [digest] if (digest := found.get((plain(part.name), part.version))) else [],
        }
        for part in parts
    ]
