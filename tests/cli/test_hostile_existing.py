"""`signoff draft --existing` over files that are no SQL: each is told of, none is touched, the others are updated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signoff.cli.main import main

HOSTILE = {
    "broken": b"select id,\n  (name from customer",
    "no_letters": b"",
    "packed": b"PK\x03\x04\x14\x00\xff\xfe\x00",
    "latin": "select id from customer -- Größe\n".encode("latin-1"),
    "other_system": b"SELECT TOP 10 [id], ISNULL([name], '') AS [name] FROM [dbo].[customer] WITH (NOLOCK)",
    "long": b"select id\n" + b"-- x\n" * 400_000 + b"from customer",
    "deep": b"select * from " + b"(select * from " * 300 + b"customer" + b")" * 300,
    "unknown_table": b"select id from nowhere",
}
GOOD = b"select\r\n    id,\r\n    name -- as is\r\nfrom customer\r\n"


@pytest.fixture
def run(tmp_path: Path) -> tuple[dict[str, dict], Path]:
    sources, existing, out = (tmp_path / name for name in ("sources", "existing", "out"))
    sources.mkdir()
    existing.mkdir()
    (sources / "customer.csv").write_text("id,name,city\n1,Ann,Bonn\n2,Bo,Ulm\n", "utf-8")
    rows = ["Target Table,Target Column,Source Table,Source Column,Rule"]
    for name, data in {**HOSTILE, "good": GOOD}.items():
        (existing / f"{name}.sql").write_bytes(data)
        rows += [f"{name},id,customer,id,", f"{name},city,customer,city,upper case"]
    document = tmp_path / "map.csv"
    document.write_text("\n".join(rows), "utf-8")
    places = ["--sources", str(sources), "--existing", str(existing), "--out", str(out)]
    main(["draft", str(document), *places, "--generator", "none"])
    report = json.loads((out / "report.json").read_text("utf-8"))
    return {target["name"]: target for target in report["targets"]}, tmp_path


def test_every_hostile_file_gets_a_sentence_and_stays(run: tuple[dict[str, dict], Path]) -> None:
    targets, place = run
    for name, data in HOSTILE.items():
        assert (place / "existing" / f"{name}.sql").read_bytes() == data
        if not data:
            assert targets[name]["job"] == "initial load"
            continue
        if name in ("unknown_table", "other_system"):
            continue
        sentences = [f["message"] for f in targets[name]["findings"] if f["code"] == "D03"]
        assert len(sentences) == 1, name
        assert (place / "out" / f"{name}.sql").read_bytes().endswith(data)


def test_the_other_target_is_updated(run: tuple[dict[str, dict], Path]) -> None:
    targets, place = run

    assert [c["name"] for c in targets["good"]["columns"]] == ["id", "name", "city"]
    assert (
        (place / "out" / "good.sql")
        .read_bytes()
        .endswith(b"select\r\n    id,\r\n    name, -- as is\r\n    upper(city) as city\r\nfrom customer\r\n")
    )
    states = {c["name"]: (c["state"], c["mandate"]) for c in targets["good"]["existing"]}
    assert states == {
        "id": ("agrees", "unchanged"),
        "name": ("not in the mapping", "unchanged"),
        "city": ("missing", "new"),
    }


def test_sql_of_another_system_is_edited_in_its_own_words(run: tuple[dict[str, dict], Path]) -> None:
    _targets, place = run
    written = (place / "out" / "other_system.sql").read_text("utf-8").partition("\n")[2]
    old = HOSTILE["other_system"].decode()
    assert written == old.replace("AS [name]", "AS [name], UPPER([city]) AS [city]")


def test_sentences_name_place_and_next_step(run: tuple[dict[str, dict], Path]) -> None:
    targets, _place = run
    said = {n: " ".join(f["message"] for f in targets[n]["findings"]) for n in HOSTILE}

    assert "line 2, column 3" in said["broken"]
    assert "no text: see line 1, column 3" in said["packed"]
    assert "no text: see line 1, column 30" in said["latin"]
    assert "read as SQL of tsql: nobody chose that" in said["other_system"]
    assert "no more than 1000000 are read" in said["long"]
    assert "too many queries inside" in said["deep"]
    assert "made by text alone" in said["unknown_table"]
