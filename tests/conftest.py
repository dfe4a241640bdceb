"""What holds for every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from signoff.core.domain import policy_place
from signoff.core.generate.store import GeneratorFile, locate

# Two busy cores make any deadline a coin toss; the same examples on every machine make a failure repeatable.
settings.register_profile("signoff", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("signoff")


@pytest.fixture(scope="session")
def generator_file() -> GeneratorFile:
    """The default language model's file, its digest checked; a run without it fails in a sentence."""
    return locate()


@pytest.fixture(autouse=True)
def no_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing this machine's administrator set reaches a test; one that writes this file sets it for itself.

    Who owns the file is another question, with tests of its own.
    """
    path = tmp_path / "policy-of-this-test" / "policy.toml"
    monkeypatch.setattr(policy_place, "policy_path", lambda: path)
    monkeypatch.setattr(policy_place, "written_by_others", lambda _path: None)
    return path


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of the test's own: nothing it remembers reaches the user's, and nothing of theirs reaches it."""
    folder = tmp_path / "settings-of-this-test"
    monkeypatch.setenv("SIGNOFF_SETTINGS", str(folder))
    return folder
