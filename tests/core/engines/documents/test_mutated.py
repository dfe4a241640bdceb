"""Damaged workbooks: each one is read or refused in a sentence, never anything else."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets
from tests.helpers.documents import build_workbook

SHEETS = {
    "Mapping": {
        "rows": [
            ["Source Table", "Source Column", "Target Table", "Target Column", "Rule"],
            ["a", "b", "c", "=A2", "x"],
            ["a", 1.5, "c", True, "y"],
        ],
        "merges": ["A2:A3"],
    },
    "Rules": {"rows": [["q"]], "hidden": True},
}
MUTATIONS = 40


def _bytes_flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.3 else changed)


def _part_edited(members: dict[str, bytes], path: Path, chance: random.Random) -> None:
    edited = dict(members)
    name = chance.choice(sorted(edited))
    part = bytearray(edited[name])
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(part))
        edit = chance.choice(["letter", "cut", "double"])
        if edit == "letter":
            part[place] = chance.randrange(32, 127)
        elif edit == "cut":
            del part[place : place + chance.randint(1, 12)]
        else:
            part[place:place] = part[max(0, place - 20) : place]
    edited[name] = bytes(part)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in edited.items():
            archive.writestr(each, data)


def _read_or_refuse(path: Path) -> None:
    try:
        read_sheets(path.name, read_grids(path))
    except SignoffError as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize("seed", range(5))
def test_damaged_workbooks(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    book = build_workbook(SHEETS, tmp_path / "base.xlsx")
    whole = book.read_bytes()
    with zipfile.ZipFile(book) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(MUTATIONS):
        path = tmp_path / "damaged.xlsx"
        path.write_bytes(_bytes_flipped(whole, chance))
        _read_or_refuse(path)
        _part_edited(members, path, chance)
        _read_or_refuse(path)
