"""Packs the program as frozen on Windows: an installer for one user (NSIS), and a silent one for a machine (MSI).

``python packaging/windows/installers.py FOLDER OUT``: FOLDER holds signoff.exe; both files go to OUT. It runs on Linux,
where NSIS and wixl are; nothing of Windows is needed.
"""

from __future__ import annotations

import hashlib
import os
import sys
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "papers"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bundle"))

import building
import summary
import system_packages
from places import LOGS
from signing import sha256
from speech import SetupError, run_logged, say

HERE = Path(__file__).resolve().parent
_OURS = uuid.UUID("2d9f6d5c-41f8-5a43-8d0c-6a1d4f0a7c11")
"""Namespace of every number in the MSI: the same file has the same number in every version."""
UPGRADE_CODE = uuid.uuid5(_OURS, "signoff")
"""The same for ever: by it Windows knows that a version replaces another."""
_WIX = "http://schemas.microsoft.com/wix/2006/wi"
_CLASSES = "Software\\Classes"
_ICON = "signoff.ico"
_STARTED = "Software\\Microsoft\\Windows\\CurrentVersion\\App Paths"


def make_installers(program: Path, out: Path, *, version: str, date: int) -> list[Path]:
    """Write both installers; returns their files.

    Raises:
        SetupError: the folder is no program for Windows, or a tool is missing or refused.
    """
    for name in ("signoff.exe", "signoff-window.exe", _ICON):
        if not (program / name).is_file():
            raise SetupError(f"{program} holds no {name}: it must be the folder that was frozen on Windows.")
    missing = ["nsis"] if system_packages.missing_programs("makensis") else []
    system_packages.ensure(
        missing + system_packages.missing_programs("wixl"), "packing installers for Windows"
    )
    out.mkdir(parents=True, exist_ok=True)
    return [
        make_user_installer(program, out, version=version, date=date),
        make_machine_installer(program, out, version=version, date=date),
    ]


def make_user_installer(program: Path, out: Path, *, version: str, date: int) -> Path:
    """The NSIS installer for one user."""
    lists = out / "lists"
    lists.mkdir(parents=True, exist_ok=True)
    (lists / "install.nsh").write_text("\n".join(_install_lines(program)) + "\n", encoding="utf-8-sig")
    (lists / "remove.nsh").write_text("\n".join(_remove_lines(program)) + "\n", encoding="utf-8-sig")
    made = out / f"signoff-{version}-windows-x86_64-user.exe"
    icon = (program / _ICON).resolve()
    given = {"VERSION": version, "LISTS": lists.resolve(), "ICON": icon, "OUT": made.resolve()}
    options = [f"-D{name}={value}" for name, value in given.items()]
    _run(["makensis", "-V2", "-WX", "-NOCD", *options, HERE / "signoff.nsi"], "nsis", date)
    for file in lists.iterdir():
        file.unlink()
    lists.rmdir()
    return made


def make_machine_installer(program: Path, out: Path, *, version: str, date: int) -> Path:
    """The MSI for a machine, made for `msiexec /qn`."""
    out.mkdir(parents=True, exist_ok=True)
    plan = out / "signoff.wxs"
    plan.write_text(wix_plan(program, version, out), encoding="utf-8")
    made = out / f"signoff-{version}-windows-x86_64.msi"
    _run(["wixl", "--arch", "x64", "--output", made, plan], "wixl", date)
    plan.unlink()
    contents = "".join(f"{path.relative_to(program)} {sha256(path)}\n" for path in _files(program))
    summary.make_alike(made, _number(f"package {version} {contents}"), date)
    return made


def wix_plan(program: Path, version: str, folder: Path) -> str:
    """What the MSI holds and does, as WiX describes it.

    Args:
        program: the frozen folder.
        version: of the program.
        folder: where the plan will lie; files are named from there.
    """
    ET.register_namespace("", _WIX)
    root = ET.Element(f"{{{_WIX}}}Wix")
    product = _in(
        root, "Product", Id=_number(f"product {version}"), Name="Signoff", Version=version, Language="1033",
        Manufacturer="The Signoff authors", UpgradeCode=_braced(UPGRADE_CODE),
    )  # fmt: skip
    _in(
        product, "Package", Id=_number(f"package {version}"), InstallerVersion="500", Compressed="yes",
        InstallScope="perMachine", Description="Signoff", Manufacturer="The Signoff authors",
    )  # fmt: skip
    _in(product, "Media", Id="1", Cabinet="signoff.cab", EmbedCab="yes")
    _in(product, "MajorUpgrade", DowngradeErrorMessage="A newer version of Signoff is installed.")
    _in(product, "Property", Id="ARPNOMODIFY", Value="1")
    _in(product, "Icon", Id=_ICON, SourceFile=os.path.relpath(program / _ICON, folder))
    _in(product, "Property", Id="ARPPRODUCTICON", Value=_ICON)
    top = _in(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    files = _in(top, "Directory", Id="ProgramFiles64Folder")
    home = _in(files, "Directory", Id="INSTALLDIR", Name="Signoff")
    feature = _in(product, "Feature", Id="Signoff", Title="Signoff", Level="1")
    _add_files(program, folder, home, feature)
    menu = _in(top, "Directory", Id="ProgramMenuFolder")
    _add_links(home, menu, feature)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _add_files(program: Path, folder: Path, home: ET.Element, feature: ET.Element) -> None:
    places = {Path(): home}
    for path in sorted(program.rglob("*")):
        inside = path.relative_to(program)
        parent = places[inside.parent]
        if path.is_dir():
            places[inside] = _in(parent, "Directory", Id=_name("d", inside), Name=inside.name)
            continue
        part = _in(
            parent, "Component", Id=_name("c", inside), Guid=_number(f"file {inside.as_posix()}"), Win64="yes"
        )
        _in(
            part,
            "File",
            Id=_name("f", inside),
            Name=inside.name,
            Source=os.path.relpath(path, folder),
            KeyPath="yes",
        )
        _in(feature, "ComponentRef", Id=_name("c", inside))


def _add_links(home: ET.Element, menu: ET.Element, feature: ET.Element) -> None:
    """A menu entry, the file type, and the names by which Windows starts both programs wherever they lie."""
    kind = _in(home, "Component", Id="FileType", Guid=_number("file type"), Win64="yes")
    values = (
        (f"{_CLASSES}\\.signoff", "Signoff.Project"),
        (f"{_CLASSES}\\Signoff.Project", "Signoff project"),
        (f"{_CLASSES}\\Signoff.Project\\DefaultIcon", "[INSTALLDIR]signoff-window.exe,0"),
        (f"{_CLASSES}\\Signoff.Project\\shell\\open\\command", '"[INSTALLDIR]signoff-window.exe" "%1"'),
        (f"{_STARTED}\\signoff.exe", "[INSTALLDIR]signoff.exe"),
        (f"{_STARTED}\\signoff-window.exe", "[INSTALLDIR]signoff-window.exe"),
    )
    for number, (key, value) in enumerate(values):
        keeps = {"KeyPath": "yes"} if number == 0 else {}
        _in(kind, "RegistryValue", Root="HKLM", Key=key, Type="string", Value=value, **keeps)
    entry = _in(menu, "Component", Id="MenuEntry", Guid=_number("menu entry"), Win64="yes")
    _in(
        entry, "Shortcut", Id="MenuEntry", Name="Signoff", Target="[INSTALLDIR]signoff-window.exe",
        WorkingDirectory="INSTALLDIR",
    )  # fmt: skip
    _in(
        entry, "RegistryValue", Root="HKLM", Key="Software\\Signoff", Name="MenuEntry", Type="integer", Value="1",
        KeyPath="yes",
    )  # fmt: skip
    for name in ("FileType", "MenuEntry"):
        _in(feature, "ComponentRef", Id=name)


def _files(program: Path) -> list[Path]:
    return [path for path in sorted(program.rglob("*")) if path.is_file()]


def _install_lines(program: Path) -> Iterator[str]:
    """Each folder and file as NSIS lays it, in one order whatever the disk says."""
    for place in sorted([program, *(path for path in program.rglob("*") if path.is_dir())]):
        yield f'SetOutPath "$INSTDIR{_below(program, place)}"'
        yield from (f'File "{path.resolve()}"' for path in sorted(place.iterdir()) if path.is_file())


def _remove_lines(program: Path) -> Iterator[str]:
    """Each file and then each folder that was laid, the deepest first; a folder that holds anything else stays."""
    for path in sorted(program.rglob("*"), reverse=True):
        act = "RMDir" if path.is_dir() else "Delete"
        yield f'{act} "$INSTDIR{_below(program, path)}"'


def _below(program: Path, path: Path) -> str:
    inside = path.relative_to(program)
    return "" if inside == Path() else "\\" + _quoted(str(inside).replace("/", "\\"))


def _quoted(text: str) -> str:
    return text.replace("$", "$$").replace('"', '$\\"')


def _in(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{_WIX}}}{name}", attributes)


def _number(what: str) -> str:
    return _braced(uuid.uuid5(_OURS, what))


def _braced(number: uuid.UUID) -> str:
    return f"{{{str(number).upper()}}}"


def _name(kind: str, inside: Path) -> str:
    """A name that Windows takes for a row of a table: the same for the same file in every version."""
    return f"{kind}{hashlib.sha256(inside.as_posix().encode()).hexdigest()[:32]}"


def _run(command: list[str | Path], name: str, date: int) -> None:
    run_logged(
        command,
        LOGS / f"{name}.log",
        f"The installer could not be made with {name}.",
        {"SOURCE_DATE_EPOCH": str(date)},
    )


def main(arguments: list[str]) -> int:
    """Make both installers of a frozen folder."""
    if len(arguments) != 2:
        say("Usage: python packaging/windows/installers.py FOLDER OUT")
        return 2
    program, out = map(Path, arguments)
    version, date = building.version_of_source(), building.date_of_source()
    try:
        for made in make_installers(program, out, version=version, date=date):
            say(f"{made.stat().st_size / 1e6:7.1f} MB  {made}")
    except SetupError as error:
        say(str(error))
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
