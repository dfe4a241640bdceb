"""Which language model is used where nobody names one, and why; files for everybody, in folders and on sticks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from signoff.core.domain import folders
from signoff.core.errors import SignoffError
from signoff.core.generate import choosing, importing, store
from signoff.core.generate.choosing import Machine, choose
from signoff.core.generate.importing import file_in, import_from
from signoff.core.generate.manifest import Manifest, ManifestEntry
from tests.helpers.policy import set_policy

LARGE_CONTENT, SMALL_CONTENT = b"GGUF\x03\x00\x00\x00large" * 9, b"GGUF\x03\x00\x00\x00small"
STRONG, WEAK, ONE_CORE = Machine(16 << 30, 8), Machine(3 << 30, 4), Machine(16 << 30, 1)


def entry(name: str, content: bytes) -> ManifestEntry:
    return ManifestEntry(
        *(name, f"{name}.gguf", name.title(), "us", "CC0-1.0", "a page", "chatml"),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


LARGE, SMALL = entry("large", LARGE_CONTENT), entry("small-one", SMALL_CONTENT)
MANIFEST = Manifest("large", "small-one", (LARGE, SMALL))


def here(*entries: ManifestEntry) -> Callable[[ManifestEntry], bool]:
    return lambda asked: asked in entries


@pytest.mark.parametrize(
    ("machine", "present", "chosen", "words"),
    [
        (STRONG, (LARGE, SMALL), "large", "Large"),
        (Machine(None, 8), (LARGE, SMALL), "large", "Large"),
        (Machine(int(3.9 * 2**30), 2), (LARGE, SMALL), "large", "Large"),
        (WEAK, (LARGE, SMALL), "small-one", "Small-One, the smaller one: this machine has 3.0 GiB of memory"),
        (ONE_CORE, (LARGE, SMALL), "small-one", "the smaller one: this machine has one core"),
        (WEAK, (LARGE,), "large", "Large, since Small-One is not here"),
        (STRONG, (SMALL,), "small-one", "Small-One, since Large is not here"),
    ],
)
def test_what_fits_the_machine_is_chosen_and_the_reason_said(
    machine: Machine, present: tuple[ManifestEntry, ...], chosen: str, words: str
) -> None:
    choice = choose(machine, MANIFEST, here(*present))
    assert choice.id == chosen and choice.is_here and words in choice.words


def test_one_that_a_person_accepted_is_used_before_none() -> None:
    assert choose(STRONG, MANIFEST, here(), (("mine", "mine.gguf"),)).id == "mine"


@pytest.mark.parametrize(("machine", "wanted"), [(STRONG, "Large"), (WEAK, "Small-One")])
def test_where_there_is_none_the_one_that_fits_is_named(machine: Machine, wanted: str) -> None:
    choice = choose(machine, MANIFEST, here())
    assert not choice.is_here and f"{wanted} fits this machine" in choice.words


@pytest.mark.parametrize(("free", "told"), [(LARGE.size - 1, True), (LARGE.size, False), (None, False)])
def test_where_it_has_no_room_that_is_said(free: int | None, told: bool) -> None:
    choice = choose(Machine(16 << 30, 8, free), MANIFEST, here())
    assert ("no room" in choice.words) is told and not choice.is_here


def test_room_is_looked_for_where_a_language_model_would_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(choosing, "free_bytes", lambda folder: asked.append(folder) or 7)
    assert choosing.this_machine(tmp_path).free == 7 and asked == [tmp_path]


@pytest.fixture
def machine_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for all users, two known language models, and a user who has none."""
    for module in (store, importing):
        monkeypatch.setattr(module, "load_manifest", lambda: MANIFEST)
    monkeypatch.delenv("SIGNOFF_GENERATORS", raising=False)
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(store, "machine_folders", lambda: (tmp_path / "everybody",))
    monkeypatch.setattr(store, "this_machine", lambda _folder: STRONG)
    (tmp_path / "everybody").mkdir()
    return tmp_path / "everybody"


def test_one_for_all_users_is_found_read_only_and_checked(machine_folder: Path) -> None:
    assert not store.chosen().is_here
    file = machine_folder / "large.gguf"
    file.write_bytes(LARGE_CONTENT)
    file.chmod(0o444)
    machine_folder.chmod(0o555)
    assert store.chosen().is_here
    located = store.locate()
    assert located.path == file and located.known
    assert sorted(path.name for path in machine_folder.iterdir()) == ["large.gguf"]
    machine_folder.chmod(0o755)
    file.chmod(0o644)
    file.write_bytes(LARGE_CONTENT[:-1] + b"!")
    with pytest.raises(SignoffError, match="not the file its makers publish"):
        store.locate()


def test_one_that_the_administrator_does_not_allow_is_not_chosen(
    machine_folder: Path, no_policy: Path
) -> None:
    (machine_folder / "large.gguf").write_bytes(LARGE_CONTENT)
    (machine_folder / "small-one.gguf").write_bytes(SMALL_CONTENT)
    set_policy(no_policy, f'[language_models]\nallowed = ["{SMALL.sha256}"]')
    assert store.chosen().id == "small-one"
    assert store.locate().sha256 == SMALL.sha256


def test_folders_for_all_users_are_not_those_of_a_user() -> None:
    assert all(place.is_absolute() and place.name == "language-models" for place in folders.machine_folders())
    assert not any(place.is_relative_to(Path.home()) for place in folders.machine_folders())


def test_from_a_stick_the_known_file_is_taken_the_default_first(machine_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "sets" / "two").mkdir(parents=True)
    (stick / "other.gguf").write_bytes(b"GGUF\x03\x00\x00\x00unknown to all")
    (stick / "small.gguf").write_bytes(SMALL_CONTENT)
    assert file_in(stick) == stick / "small.gguf"
    (stick / "sets" / "two" / "downloaded.gguf").write_bytes(LARGE_CONTENT)
    assert import_from(stick).sha256 == LARGE.sha256
    assert store.locate("large").path == store.own_folder() / "downloaded.gguf"


def test_a_folder_without_one_or_with_several_unknown_is_a_sentence(
    machine_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(SignoffError, match=r"holds no \.gguf file"):
        file_in(tmp_path)
    (tmp_path / "a.gguf").write_bytes(b"GGUF\x03\x00\x00\x00one")
    assert file_in(tmp_path) == tmp_path / "a.gguf"
    (tmp_path / "b.gguf").write_bytes(b"GGUF\x03\x00\x00\x00another")
    with pytest.raises(SignoffError, match=r"several files, .*a\.gguf, b\.gguf"):
        file_in(tmp_path)
    assert file_in(tmp_path / "b.gguf") == tmp_path / "b.gguf"
