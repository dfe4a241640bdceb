"""The administrator's policy: what its file may hold, what each key refuses, and who may have written it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain import policies, policy_place
from signoff.core.domain.folders import cache_folder, settings_folder, states_folder
from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import Policy, policy
from signoff.core.domain.policy_windows import FILE_RIGHTS, FOLDER_RIGHTS, System, first_loose
from signoff.core.errors import SignoffError
from tests.helpers.policy import set_policy

CASES = Path(__file__).parents[2] / "cases" / "policy" / "refused.yml"
DIGEST = "c" * 64
REAL_CHECK = policy_place.written_by_others


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text(encoding="utf-8")), ids=lambda c: c["name"])
def test_a_file_that_is_not_understood_stops_signoff_and_names_the_line(
    case: dict[str, Any], no_policy: Path
) -> None:
    set_policy(no_policy, case["text"], whole=True)
    with pytest.raises(SignoffError) as refused:
        policy()
    said = str(refused.value)
    assert [words for words in [*case["says"], str(no_policy), "administrator"] if words not in said] == []


def test_without_a_file_nothing_is_set() -> None:
    assert policy() == Policy() and policy().words() == ()


def test_a_file_that_changed_is_read_again(no_policy: Path) -> None:
    set_policy(no_policy, "[samples]\ndays = 3\n")
    assert policy().sample_days == 3
    set_policy(no_policy, "[samples]\ndays = 30\n")
    assert policy().sample_days == 30


def test_every_key_is_read_and_told(no_policy: Path, tmp_path: Path) -> None:
    set_policy(
        no_policy,
        f'[masking]\nleast = "full"\n[language_models]\nallowed = ["{DIGEST.upper()}"]\n'
        f'[exports]\nfolders = ["{tmp_path}", "~/dbt"]\ndialects = ["Snowflake"]\n'
        "[values]\nexports = false\nclipboard = false\n[allowed]\ndraft = false\nfree_select = false\n"
        f'[samples]\ndays = 30\n[folders]\ncache = "{tmp_path}/cache"\ndata = "{tmp_path}/data"\n',
    )
    assert policy() == Policy(
        masking_level=MaskingLevel.FULL,
        language_models=(DIGEST,),
        export_folders=(tmp_path, Path.home() / "dbt"),
        export_dialects=("snowflake",),
        values_in_exports=False,
        values_on_clipboard=False,
        draft=False,
        free_select=False,
        sample_days=30,
        cache_folder=tmp_path / "cache",
        data_folder=tmp_path / "data",
    )
    assert len(policy().words()) == 11


REFUSED: tuple[tuple[str, Callable[[], object]], ...] = (
    ('[masking]\nleast = "full"', lambda: policies.require_level(MaskingLevel.IDENTIFIERS)),
    ("[language_models]\nallowed = []", lambda: policies.require_generator(DIGEST, "a model")),
    ('[exports]\nfolders = ["/srv/dbt"]', lambda: policies.require_export_folder(Path("/srv/dbt2/models"))),
    ('[exports]\nfolders = ["/srv/dbt"]', lambda: policies.require_export_folder(Path("/srv/dbt/../x"))),
    ('[exports]\ndialects = ["duckdb"]', lambda: policies.require_dialect("snowflake")),
    ("[allowed]\ndraft = false", policies.require_draft),
    ("[allowed]\nfree_select = false", policies.require_free_select),
)
ALLOWED: tuple[tuple[str, Callable[[], object]], ...] = (
    ('[masking]\nleast = "identifiers"', lambda: policies.require_level(MaskingLevel.FULL)),
    (f'[language_models]\nallowed = ["{DIGEST}"]', lambda: policies.require_generator(DIGEST, "a model")),
    ('[exports]\nfolders = ["/srv/dbt"]', lambda: policies.require_export_folder(Path("/srv/dbt/models"))),
    ('[exports]\ndialects = ["duckdb"]', lambda: policies.require_dialect("DuckDB")),
    ("[allowed]\ndraft = true", policies.require_draft),
    ("[allowed]\nfree_select = true", policies.require_free_select),
)


@pytest.mark.parametrize(("text", "act"), REFUSED)
def test_what_is_refused_says_who_set_it(text: str, act: Callable[[], object], no_policy: Path) -> None:
    act()
    set_policy(no_policy, text)
    with pytest.raises(SignoffError, match="set by your administrator"):
        act()


@pytest.mark.parametrize(("text", "act"), ALLOWED)
def test_what_is_allowed_goes_on(text: str, act: Callable[[], object], no_policy: Path) -> None:
    set_policy(no_policy, text)
    act()


def test_a_link_out_of_an_export_folder_is_followed(no_policy: Path, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "way-out").symlink_to(tmp_path)
    set_policy(no_policy, f'[exports]\nfolders = ["{tmp_path}/inside"]')
    with pytest.raises(SignoffError, match="way-out"):
        policies.require_export_folder(tmp_path / "inside" / "way-out" / "export")


def test_folders_that_are_set_go_before_the_environment(
    no_policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SIGNOFF_CACHE", "SIGNOFF_SETTINGS"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    assert cache_folder() == settings_folder() == tmp_path / "own"
    set_policy(no_policy, f'[folders]\ncache = "{tmp_path}/c"\ndata = "{tmp_path}/d"')
    assert (cache_folder(), settings_folder()) == (tmp_path / "c", tmp_path / "d")
    assert states_folder() == tmp_path / "c" / "prefixes"


@pytest.mark.skipif(sys.platform == "win32", reason="owner and mode are of Linux")
@pytest.mark.parametrize("loose", ["file", "folder", "neither"])
def test_a_policy_that_others_may_write_is_not_trusted(
    loose: str, no_policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(no_policy, "[allowed]\ndraft = false")
    monkeypatch.setattr(policy_place, "written_by_others", REAL_CHECK)
    monkeypatch.setattr(policy_place, "_ADMINISTRATOR", os.getuid())
    no_policy.chmod(0o666 if loose == "file" else 0o644)
    no_policy.parent.chmod(0o777 if loose == "folder" else 0o755)
    if loose == "neither":
        assert not policy().draft
        return
    place = no_policy if loose == "file" else no_policy.parent
    with pytest.raises(SignoffError, match=r"is not trusted") as refused:
        policy()
    assert str(refused.value).startswith(str(place) + " ")


@pytest.mark.skipif(sys.platform == "win32", reason="owner and mode are of Linux")
def test_a_policy_that_somebody_else_owns_is_not_trusted(
    no_policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(no_policy, "[allowed]\ndraft = false")
    monkeypatch.setattr(policy_place, "_ADMINISTRATOR", os.getuid() + 1)
    assert REAL_CHECK(no_policy) == no_policy


class FakeWindows:
    """Windows as a test wants it: which rights this user has on which place."""

    def __init__(self, rights: dict[Path, set[int]], *, administrator: bool = False) -> None:
        self._rights, self._administrator = rights, administrator

    def common_folder(self) -> str:
        return "C:\\ProgramData"

    def is_administrator(self) -> bool:
        return self._administrator

    def may_open(self, path: Path, right: int) -> bool:
        return right in self._rights.get(path, set())


FILE, FOLDER = Path("Signoff") / "policy.toml", Path("Signoff")


def test_on_windows_each_right_to_change_the_file_or_its_folder_counts() -> None:
    assert first_loose(FILE, FakeWindows({})) is None
    for place, rights in ((FILE, FILE_RIGHTS), (FOLDER, FOLDER_RIGHTS)):
        for right in rights:
            assert first_loose(FILE, FakeWindows({place: {right}})) == place, hex(right)
    assert (
        first_loose(FILE, FakeWindows({FOLDER: {0x4}})) is None
    )  # adding a folder beside the policy changes nothing
    assert first_loose(FILE, FakeWindows({FILE: set(FILE_RIGHTS)}, administrator=True)) is None


class FakeLibraries:
    """The two libraries of Windows that are called, with what they were called with."""

    def __init__(self, *, handle: int | None, failed: int = 0) -> None:
        self.handle, self.failed = handle, failed
        self.opened: list[tuple[object, ...]] = []
        self.closed = 0
        self.shell32 = self
        self.kernel32 = self
        fake = self

        class Create:
            restype: object = None

            def __call__(self, *arguments: object) -> int | None:
                fake.opened.append(arguments)
                return fake.handle

        self.CreateFileW = Create()

    def SHGetFolderPathW(self, _window: None, which: int, _token: None, _flags: int, told: Any) -> int:
        assert which == 0x23
        told.value = "C:\\ProgramData"
        return self.failed

    def IsUserAnAdmin(self) -> int:
        return 1

    def CloseHandle(self, _handle: object) -> None:
        self.closed += 1


def test_windows_is_asked_with_the_right_alone_and_every_handle_is_closed() -> None:
    libraries = FakeLibraries(handle=7)
    system = System(libraries)
    assert system.common_folder() == "C:\\ProgramData" and system.is_administrator()
    assert system.may_open(FILE, 0x2)
    assert libraries.opened[0][:3] == (str(FILE), 0x2, 0x7) and libraries.closed == 1
    refused = FakeLibraries(handle=-1 & (1 << 64) - 1)
    assert not System(refused).may_open(FILE, 0x2) and refused.closed == 0
    with pytest.raises(OSError, match="does not tell"):
        System(FakeLibraries(handle=7, failed=5)).common_folder()


def test_the_administrators_page_shows_a_policy_with_every_key(no_policy: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "administrators.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    set_policy(no_policy, shown, whole=True)
    assert len(policy().words()) == 11
