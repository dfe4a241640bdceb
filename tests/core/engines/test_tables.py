"""Tables out of databases, workbooks and dbt's files: real files, opened in the real child process."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import duckdb
import pytest

from signoff.core.domain.spec import ForeignKey, SourceColumn
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.tables import extracted
from signoff.core.engines.tables.extracted import Room, write_rows
from signoff.core.engines.tables.extracting import extract_tables
from signoff.core.engines.tables.workbook_tables import extract_sheets
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken


def _duckdb_file(path: Path) -> Path:
    with duckdb.connect(str(path)) as made:
        made.execute(
            """
            create schema sales; create type mood as enum ('fine', 'grim');
            create table person (id integer primary key, name varchar not null default 'x', mood mood);
            comment on table person is 'who pays'; comment on column person.name is 'as signed';
            insert into person values (1, 'Ann; "A"', 'fine'), (2, '', null);
            create table sales.person (id integer, who integer references person(id), paid decimal(9,2));
            create view adults as select id, name from person where id > 1;
        """.replace("references person(id)", "")
        )
    return path


def test_a_duckdb_file_gives_tables_and_views_with_keys_words_and_rows(tmp_path: Path) -> None:
    found = extract_tables(_duckdb_file(tmp_path / "d.duckdb"), tmp_path)
    by_name = {each.table.name: each for each in found.tables}
    assert list(by_name) == ["adults", "person", "sales_person"] and found.remarks == ()
    person = by_name["person"]
    assert person.table.key == ("id",) and person.table.description == "who pays"
    assert person.table.column("name") == SourceColumn("name", "VARCHAR", False, "as signed", 0, "'x'")
    assert (tmp_path / person.file).read_text() == 'id,name,mood\n1,"Ann; ""A""",fine\n2,,\\N\n'
    assert (by_name["adults"].rows, by_name["sales_person"].rows) == (1, 0)


def test_a_sqlite_file_gives_its_values_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with sqlite3.connect(path) as made:
        made.executescript("""
            create table plant (code text primary key, name varchar(30) not null, price decimal(8,2) default 0);
            create table bed (n integer, plant text references plant(code), odd);
            insert into plant values ('007', 'Reed', 1.5), ('008', 'Köln', '12,5');
            insert into bed values (1, '007', x'ff00'), (2, null, 'a');
            create view reeds as select code from plant where name = 'Reed';
        """)
    made.close()
    found = extract_tables(path, tmp_path)
    bed, plant, reeds = found.tables
    assert plant.table.key == ("code",) and plant.table.column("name") == SourceColumn(
        "name", "VARCHAR", False, "", 30
    )
    assert bed.table.foreign_keys == (ForeignKey(("plant",), "plant", ("code",)),)
    assert (tmp_path / plant.file).read_text() == 'code,name,price\n007,Reed,1.5\n008,Köln,"12,5"\n'
    assert (tmp_path / bed.file).read_text() == "n,plant,odd\n1,007,ff00\n2,\\N,a\n"
    assert [column.type for column in bed.table.columns] == ["INTEGER", "VARCHAR", ""] and reeds.rows == 1


def test_dbt_lists_sources_and_models_with_types_of_its_warehouse(tmp_path: Path) -> None:
    manifest = {
        "metadata": {"adapter_type": "snowflake"},
        "sources": {
            "source.a.crm.customer": {
                "resource_type": "source",
                "name": "customer",
                "identifier": "CUSTOMER_V2",
                "description": "who buys",
                "columns": {
                    "ID": {"name": "ID", "data_type": "NUMBER(10,0)", "constraints": [{"type": "not_null"}]}
                },
            }
        },
        "nodes": {
            "model.a.stg": {
                "resource_type": "model",
                "name": "stg",
                "columns": {"x": {"name": "x", "description": "?"}},
            },
            "test.a": {"resource_type": "test", "name": "unique_x"},
        },
    }
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(manifest))
    customer, stg = (each.table for each in extract_tables(path, tmp_path).tables)
    assert (customer.name, customer.description) == ("CUSTOMER_V2", "who buys")
    assert customer.columns == (SourceColumn("ID", "DECIMAL(10,0)", False),)
    assert stg.columns == (SourceColumn("x", description="?"),)


def test_a_catalog_gives_columns_in_their_order(tmp_path: Path) -> None:
    columns = {
        "B": {"name": "B", "index": 2, "type": "INT64"},
        "A": {"name": "A", "index": 1, "type": "STRING"},
    }
    node = {"metadata": {"name": "orders", "comment": "all"}, "columns": columns}
    path = tmp_path / "catalog.json"
    path.write_text(json.dumps({"nodes": {"model.a.orders": node}, "sources": {}}))
    (orders,) = (each.table for each in extract_tables(path, tmp_path).tables)
    assert [(c.name, c.type) for c in orders.columns] == [("A", "VARCHAR"), ("B", "BIGINT")]


def test_a_sheet_is_a_table_from_its_line_of_names(tmp_path: Path) -> None:
    rows = (
        ("Report of May",),
        (),
        ("Id", "Name", "Name"),
        ("007", "Ann", "x"),
        ("", "", ""),
        ("008", "", "y"),
    )
    grids = (
        SheetGrid("Customers", rows),
        SheetGrid("Notes", (("only words",),)),
        SheetGrid("Codes", (("A", "B"), ("1", "2"))),
    )
    found = extract_sheets("book.xlsx", grids, tmp_path)
    assert [(each.table.name, each.rows) for each in found.tables] == [("Customers", 2), ("Codes", 1)]
    assert (tmp_path / "Customers.csv").read_text() == "Id,Name,Name_2\n007,Ann,x\n008,\\N,y\n"
    assert len(found.remarks) == 1 and "Notes" in found.remarks[0]
    (only,) = extract_sheets("people.xlsx", (SheetGrid("Tabelle1", rows),), tmp_path).tables
    assert only.table.name == "people"


def test_no_more_rows_and_bytes_are_taken_than_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracted, "MOST_ROWS", 3)
    assert write_rows(tmp_path / "a.csv", ["n"], ([str(n)] for n in range(9)), Room()) == (3, True)
    assert write_rows(tmp_path / "b.csv", ["n"], ([str(n)] for n in range(3)), Room()) == (3, False)
    assert write_rows(tmp_path / "c.csv", ["n"], ([str(n)] for n in range(3)), Room(2)) == (1, True)


def _deep(path: Path) -> None:
    path.write_text('{"nodes":' * 100_000)


def _truncated(path: Path) -> None:
    whole = _duckdb_file(path.with_suffix(".whole")).read_bytes()
    path.write_bytes(whole[:5_000])


def _spoilt_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as made:
        made.executescript("create table t (a); insert into t values (1);")
    made.close()
    data = bytearray(path.read_bytes())
    data[100:1500] = b"\xff" * 1400
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("[1, 2]"), "neither dbt's"),
        (lambda path: path.write_text('{"nodes": {"a": 3, "b": {"columns": 7}}, "sources": []}'), ""),
        (_deep, "can't be read as JSON"),
        (_truncated, "as a database"),
        (_spoilt_sqlite, "as a database"),
        (lambda path: path.write_text("PNG"), "neither a DuckDB"),
    ],
    ids=["list", "odd parts", "deep", "truncated", "spoilt", "picture"],
)
def test_what_is_no_such_file_is_said_in_a_sentence(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "given.file"
    make(path)  # type: ignore[operator]  # one of the makers above
    if not words:
        assert extract_tables(path, tmp_path).tables == ()
        return
    with pytest.raises(SignoffError, match=words):
        extract_tables(path, tmp_path)


def test_a_view_that_reads_files_or_never_ends_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    path = tmp_path / "d.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute(f"create view spy as select * from read_csv('{tmp_path / 'secret.csv'}')")
        made.execute("create table good as select 1 as n")
    found = extract_tables(path, tmp_path)
    assert [(each.table.name, each.rows) for each in found.tables] == [("good", 1), ("spy", 0)]
    assert len(found.remarks) == 1 and "spy" in found.remarks[0]


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        extract_tables(_duckdb_file(tmp_path / "d.duckdb"), tmp_path, cancel=cancel)
