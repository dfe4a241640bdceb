"""Installers for Windows, compiled here with a stand-in for the program; what they do is read from their tables."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

DATE = 1_760_000_000
MADE_UP = ("signoff.exe", "signoff-window.exe", "_internal/python311.dll", "_internal/a b.txt", "docs/x.md")
NAMES = (*MADE_UP, "signoff.ico")

needs_nsis = pytest.mark.skipif(
    shutil.which("makensis") is None, reason="makensis is not here: apt-get install nsis"
)
needs_wixl = pytest.mark.skipif(
    shutil.which("wixl") is None or shutil.which("msiinfo") is None,
    reason="wixl or msiinfo is not here: apt-get install wixl msitools",
)


@pytest.fixture
def installers() -> ModuleType:
    return importlib.import_module("installers")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A stand-in for the folder that PyInstaller makes on Windows."""
    folder = tmp_path / "signoff"
    for name in MADE_UP:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"MZ " + name.encode())
    building = importlib.import_module("building")
    building.draw_icon(Path(sys.executable), folder / "signoff.ico")
    return folder


def test_a_folder_that_was_frozen_elsewhere_is_refused(installers: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"signoff\.exe: it must be the folder that was frozen on Windows"):
        installers.make_installers(tmp_path, tmp_path / "out", version="0.1.0", date=DATE)


def test_each_file_is_laid_and_taken_away_by_name(installers: ModuleType, frozen: Path) -> None:
    (frozen / "_internal" / "a$.txt").touch()
    install, remove = list(installers._install_lines(frozen)), list(installers._remove_lines(frozen))
    assert sum(line.startswith("File ") for line in install) == len(NAMES) + 1
    assert 'SetOutPath "$INSTDIR\\_internal"' in install and "a$.txt" in "".join(install)
    assert 'Delete "$INSTDIR\\_internal\\a$$.txt"' in remove
    assert remove.index('Delete "$INSTDIR\\docs\\x.md"') < remove.index('RMDir "$INSTDIR\\docs"')
    assert not any("/r" in line for line in remove)  # what others laid there stays


@needs_nsis
def test_the_installer_for_one_user_compiles_and_is_the_same_twice(
    installers: ModuleType, frozen: Path, tmp_path: Path
) -> None:
    made = [
        installers.make_user_installer(frozen, tmp_path / name, version="0.1.0", date=DATE)
        for name in ("one", "other")
    ]
    assert made[0].name == "signoff-0.1.0-windows-x86_64-user.exe"
    data = made[0].read_bytes()
    assert data[:2] == b"MZ" and data == made[1].read_bytes()
    assert b'level="asInvoker"' in data and b"requireAdministrator" not in data
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == [made[0].name]


def test_the_icon_has_every_size_and_its_pictures_lie_where_it_says(frozen: Path) -> None:
    data = (frozen / "signoff.ico").read_bytes()
    count = struct.unpack_from("<HHH", data)[2]
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * n) for n in range(count)]
    assert [entry[0] or 256 for entry in entries] == [16, 20, 24, 32, 40, 48, 64, 128, 256]
    assert entries[-1][7] + entries[-1][6] == len(data)
    for width, *_others, bits, length, place in entries:
        head, wide, high, planes, depth = struct.unpack_from("<IiiHH", data, place)
        size = width or 256
        assert (head, wide, high, planes, depth) == (40, size, 2 * size, 1, bits) and length > 4 * size * size
    assert len(set(data[entries[-1][7] + 40 :])) > 8  # a drawing, not an empty square


def tables(msi: Path) -> dict[str, list[list[str]]]:
    """Every table of an MSI, each row's fields."""
    listed = subprocess.run(["msiinfo", "tables", msi], capture_output=True, text=True, check=True).stdout
    found = {}
    for table in listed.split():
        if not table.startswith("_"):
            command = ["msiinfo", "export", msi, table]  # it writes icons into the folder where it is run
            told = subprocess.run(command, cwd=msi.parent, capture_output=True, text=True, check=True)
            found[table] = [line.split("\t") for line in told.stdout.splitlines()[3:]]
    return found


@pytest.fixture
def msi(installers: ModuleType, frozen: Path, tmp_path: Path) -> Path:
    return Path(installers.make_machine_installer(frozen, tmp_path / "out", version="0.1.0", date=DATE))


@needs_wixl
def test_the_msi_installs_for_a_machine_without_asking_and_replaces_older_versions(
    msi: Path, installers: ModuleType
) -> None:
    found = tables(msi)
    properties = dict(row[:2] for row in found["Property"])
    assert properties["ALLUSERS"] == "1" and properties["ProductVersion"] == "0.1.0"
    assert properties["UpgradeCode"] == f"{{{str(installers.UPGRADE_CODE).upper()}}}"
    assert not found.get("Dialog") and not found.get("CustomAction")
    assert any(row[0] == properties["UpgradeCode"] for row in found["Upgrade"])
    actions = {row[0] for row in found["InstallExecuteSequence"]}
    assert {"FindRelatedProducts", "RemoveExistingProducts", "InstallFiles", "RemoveFiles"} <= actions


@needs_wixl
def test_every_file_of_the_program_is_in_the_msi_below_program_files(msi: Path) -> None:
    found = tables(msi)
    names = sorted(row[2].rpartition("|")[2] for row in found["File"])
    assert names == sorted(Path(name).name for name in NAMES)
    parents = {row[0]: row[1] for row in found["Directory"]}
    for row in found["Component"]:
        place = row[2]
        while parents[place] not in ("TARGETDIR", ""):
            place = parents[place]
        assert place in ("ProgramFiles64Folder", "ProgramMenuFolder"), row
        assert int(row[3]) & 0x100, "a component of a 64-bit program is marked as one"
    cabinet = subprocess.run(["msiextract", "--list", msi], capture_output=True, text=True, check=True).stdout
    assert len(cabinet.split("\n")) - 1 == len(NAMES)


@needs_wixl
def test_the_msi_makes_a_menu_entry_a_file_type_and_names_to_start_it_by(msi: Path) -> None:
    found = tables(msi)
    assert any("signoff-window.exe" in field for row in found["Shortcut"] for field in row)
    keys = {(row[1], row[2]) for row in found["Registry"]}
    assert ("2", "Software\\Classes\\.signoff") in keys
    started = "Software\\Microsoft\\Windows\\CurrentVersion\\App Paths"
    assert ("2", "Software\\Classes\\Signoff.Project\\DefaultIcon") in keys
    assert [row[0] for row in found["Icon"]] == ["signoff.ico"]
    assert dict(row[:2] for row in found["Property"])["ARPPRODUCTICON"] == "signoff.ico"
    assert {("2", f"{started}\\signoff.exe"), ("2", f"{started}\\signoff-window.exe")} <= keys


@needs_wixl
def test_files_keep_their_numbers_in_the_next_version(installers: ModuleType, frozen: Path) -> None:
    def numbers(version: str) -> set[str]:
        root = ET.fromstring(installers.wix_plan(frozen, version, frozen.parent))
        return {each.get("Guid", "") for each in root.iter() if each.tag.endswith("}Component")}

    one, other = installers.wix_plan(frozen, "0.1.0", frozen), installers.wix_plan(frozen, "0.2.0", frozen)
    assert numbers("0.1.0") == numbers("0.2.0") and len(numbers("0.1.0")) == len(NAMES) + 2
    assert re.findall(r'Product Id="([^"]+)"', one) != re.findall(r'Product Id="([^"]+)"', other)


@needs_wixl
def test_the_msi_is_the_same_twice_and_its_code_another_for_other_contents(
    installers: ModuleType, frozen: Path, tmp_path: Path
) -> None:
    def made(name: str) -> Path:
        return Path(installers.make_machine_installer(frozen, tmp_path / name, version="0.1.0", date=DATE))

    def summary(msi: Path) -> str:
        told = subprocess.run(
            ["msiinfo", "suminfo", msi], env={**os.environ, "TZ": "UTC"}, capture_output=True, check=True
        )
        return told.stdout.decode()

    one = made("one")
    assert one.read_bytes() == made("other").read_bytes()
    assert "Oct  9 08:53:20 2025" in summary(one)
    (frozen / "docs" / "x.md").write_bytes(b"another page")
    codes = [re.findall(r"UUID\): (\S+)", summary(each))[0] for each in (one, made("changed"))]
    assert codes[0] != codes[1]


def test_conditions_of_the_locks_are_worked_out_for_windows() -> None:
    wheels = importlib.import_module("wheels")
    lock = (
        "a==1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "b==2 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
        "c==3 ; python_full_version >= '3.12' \\\n    --hash=sha256:dd\n"
    )
    assert dict(wheels.windows_lines(lock)) == {
        "a==1": "a==1 --hash=sha256:aa --hash=sha256:bb",
        "b==2": "b==2 --hash=sha256:cc",
    }
    with pytest.raises(KeyError):
        list(wheels.windows_lines("d==4 ; os_name == 'nt' \\\n    --hash=sha256:ee\n"))
    for name in wheels.LOCKS:
        text = (wheels.REQUIREMENTS / f"{name}.lock").read_text(encoding="utf-8")
        assert len(dict(wheels.windows_lines(text))) > 5


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("ggml.dll", False),
        ("llama.dll", False),
        ("_internal/llama_cpp/lib/ggml-cpu.dll", True),
        ("llama_cpp/lib/llama.dll", True),
        ("PySide6/Qt6Network.dll", False),
        ("libssl-3.dll", False),
        ("PySide6/Qt6Gui.dll", True),
        ("libQt6Network.so.6", False),
        ("libkrb5.so.3", False),
        ("libgio-2.0.so.0", False),
        ("libmd.so.0", False),
        ("llama_cpp_python-0.3.36.dist-info/direct_url.json", False),
        ("numpy-2.4.6.dist-info/RECORD", False),
        ("numpy-2.4.6.dist-info/METADATA", True),
        ("libxkbcommon.so.0", True),
        ("libglib-2.0.so.0", True),
        ("llama_cpp/lib/libllama.so", True),
    ],
)
def test_what_is_left_out_of_the_frozen_program(place: str, stays: bool) -> None:
    assert importlib.import_module("left_out").stays(place) is stays
