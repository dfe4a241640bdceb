"""Generator files: found, checked once, brought in by hand, refused with the next step."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from signoff.core.errors import Cancelled, SignoffError
from signoff.core.generate import importing, store
from signoff.core.generate.importing import import_file
from signoff.core.generate.manifest import Manifest, ManifestEntry, load_manifest
from signoff.core.progress import CancelToken

CONTENT = b"GGUF\x03\x00\x00\x00" + b"tiny" * 100


@pytest.fixture
def entry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ManifestEntry:
    """A manifest of one tiny generator, and an empty folder for files."""
    known = ManifestEntry(
        *("tiny", "tiny.gguf", "Tiny", "us", "CC0-1.0", "a page", "chatml"),
        size=len(CONTENT),
        sha256=hashlib.sha256(CONTENT).hexdigest(),
    )
    for module in (store, importing):
        monkeypatch.setattr(module, "load_manifest", lambda: Manifest("tiny", "tiny", (known,)))
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path / "generators"))
    return known


@pytest.fixture
def downloaded(tmp_path: Path) -> Path:
    file = tmp_path / "downloads" / "Tiny (1).gguf"
    file.parent.mkdir()
    file.write_bytes(CONTENT)
    return file


def test_missing_file_names_the_next_step(entry: ManifestEntry) -> None:
    with pytest.raises(SignoffError, match=r"missing: run 'make generator'.*signoff generator import FILE"):
        store.locate()


def test_unknown_id_lists_the_known_ones(entry: ManifestEntry) -> None:
    with pytest.raises(SignoffError, match=r"no generator 'huge': choose one of tiny"):
        store.locate("huge")


def test_import_of_a_known_digest_is_found_under_the_manifests_id(
    entry: ManifestEntry, downloaded: Path
) -> None:
    import_file(downloaded)
    located = store.locate("tiny")
    assert (located.path.name, located.sha256, located.known) == ("Tiny (1).gguf", entry.sha256, True)


def test_digest_is_computed_once_until_the_file_changes(
    entry: ManifestEntry, downloaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = import_file(downloaded).path
    with monkeypatch.context() as no_reading:
        no_reading.setattr(store, "chunks", None)
        assert store.locate().path == place
    place.write_bytes(CONTENT[:-1] + b"!")
    os.utime(place, ns=(1, 1))
    with pytest.raises(SignoffError, match="not the file its makers publish"):
        store.locate()


def test_unknown_digest_needs_the_persons_word_and_is_recorded(entry: ManifestEntry, tmp_path: Path) -> None:
    other = tmp_path / "mine.gguf"
    other.write_bytes(CONTENT + b"more")
    with pytest.raises(SignoffError, match="--accept-unknown"):
        import_file(other)
    assert not store.own_folder().joinpath("mine.gguf").exists()
    import_file(other, accept_unknown=True, family="llama3")
    located = store.locate("mine")
    assert (located.known, located.family) == (False, "llama3")
    [row] = json.loads((store.own_folder() / store.REGISTRY).read_text())
    assert row["accepted_unknown"] is True and row["sha256"] == located.sha256


def test_a_known_name_with_another_content_is_never_taken(entry: ManifestEntry, tmp_path: Path) -> None:
    impostor = tmp_path / "tiny.gguf"
    impostor.write_bytes(CONTENT + b"more")
    with pytest.raises(SignoffError, match="damaged or another file"):
        import_file(impostor, accept_unknown=True)


@pytest.mark.parametrize(
    "content", [b"", b"GG", b"PK\x03\x04rest", b"GGUF\x01\x00\x00\x00", b"FUGG\x03\x00\x00\x00"]
)
def test_what_is_no_gguf_file_is_refused(entry: ManifestEntry, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.gguf"
    file.write_bytes(content)
    with pytest.raises(SignoffError, match="not a GGUF file"):
        import_file(file, accept_unknown=True)


def test_an_absent_file_is_told(entry: ManifestEntry, tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="can't be read"):
        import_file(tmp_path / "nowhere.gguf")


def test_an_imported_file_that_changed_is_not_used(entry: ManifestEntry, tmp_path: Path) -> None:
    other = tmp_path / "mine.gguf"
    other.write_bytes(CONTENT + b"more")
    place = import_file(other, accept_unknown=True).path
    place.write_bytes(CONTENT + b"less!")
    with pytest.raises(SignoffError, match="changed since it was imported"):
        store.locate("mine")
    place.unlink()
    with pytest.raises(SignoffError, match="is gone"):
        store.locate("mine")


def test_cancelled_import_leaves_nothing(entry: ManifestEntry, downloaded: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        import_file(downloaded, cancel=cancel)
    assert not list(store.own_folder().glob("*.gguf*"))


def test_a_damaged_memory_of_digests_is_ignored(entry: ManifestEntry, downloaded: Path) -> None:
    import_file(downloaded)
    (store.own_folder() / "verified.json").write_text("{not json")
    assert store.locate().sha256 == entry.sha256


def test_shipped_manifest_names_makers_licence_and_digest_of_each() -> None:
    manifest = load_manifest()
    assert {manifest.default, manifest.small} == {entry.id for entry in manifest.entries}
    default = manifest.entry("default")
    assert default is not None and default.size == 1_117_320_768
    assert default.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    for entry in manifest.entries:
        assert entry.licence == "Apache-2.0" and entry.maker and entry.published
        assert [part.member[-6:-4] for part in entry.parts] == [
            f"{n + 1:02d}" for n in range(len(entry.parts))
        ]


def test_damaged_manifest_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "manifest.toml"
    broken.write_text("schema = 1\n[[generator]]\nid = 3\n")
    with pytest.raises(SignoffError, match=r"manifest\.toml can't be read"):
        load_manifest(broken)
