"""Goal T13: names of targets end up inside the folder, valid on Windows, and never on each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.export.names import LONGEST, model_name, model_names
from signoff.core.export.writing import write_folder

HOSTILE = [
    "../x", "..\\x", "/etc/passwd", "C:\\x", "a:b", "a/b", "CON", "con", "Con.txt", "NUL", "COM1", "LPT9",
    "aux", "x" * 300, "", " ", ".", "..", "a.", "a ", " a", "a\0b", "a\nb", "a\u202eb", "tab\tle", "Größe",
    "表", "<x>", 'a"b', "a|b", "a?b", "a*b", "{{ x }}", "{% x %}", "-rf", "1st", "_", "contract.sql",
    "p\u0430rty", "ﬁle", "\ud800",
]  # fmt: skip
DEVICES = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize("target", HOSTILE, ids=ascii)
def test_a_hostile_name_becomes_a_plain_one(target: str) -> None:
    name = model_name(target)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and len(name) <= LONGEST
    assert name.casefold() not in DEVICES
    assert name == target or re.search(r"_[0-9a-f]{8}$", name)


def test_plain_names_stay() -> None:
    assert model_names(["contract_party", "X1", "_t"]) == {n: n for n in ("contract_party", "X1", "_t")}


def test_names_never_collide_by_case_or_look() -> None:
    alike = [
        *HOSTILE,
        "party",
        "PARTY",
        "Party",
        "pärty",
        "p\u0430rty",
        "par ty",
        "par_ty",
        "par-ty",
        "y" * 301,
    ]
    names = model_names(dict.fromkeys(alike))
    assert len({name.casefold() for name in names.values()}) == len(set(alike))


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a\\b", "c:x", ""])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(SignoffError, match="inside"):
        write_folder(tmp_path / "out", {path: b"x"})
    assert not any(tmp_path.iterdir())
