"""The pinned requirements: every hash there, no index named, larger locks only add to smaller ones."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)


def pins(name: str) -> set[tuple[str, ...]]:
    text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    return {(pin[0].lower(), *pin[1:]) for pin in _PIN.findall(text)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_has_hashes_and_nothing_else_stands_there(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for requirement in text.replace("\\\n", " ").splitlines():
        pin, *hashes = requirement.split("--hash=sha256:")
        assert _PIN.match(pin) and hashes, requirement
        assert all(re.fullmatch(r"[0-9a-f]{64}", digest.strip()) for digest in hashes)


def test_runtime_is_part_of_dbt_and_dbt_part_of_dev() -> None:
    assert pins("runtime") <= pins("dbt") <= pins("dev")


def test_locks_leave_out_what_the_product_must_not_load() -> None:
    named = {pin[0] for pin in pins("runtime")}
    assert not named & {
        "diskcache",
        "requests",
        "urllib3",
        "sqlglotc",
        "sqlglotrs",
        "pyside6",
        "pyside6-addons",
        "llama-cpp-python",
    }


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[=<>;\[ ]", line, maxsplit=1)[0].lower() for line in project["dependencies"]}
    assert wanted <= {pin[0] for pin in pins("runtime")}
