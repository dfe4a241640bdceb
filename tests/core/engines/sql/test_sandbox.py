"""Loading samples, asking about them, and coming back after the engine died."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused
from signoff.core.engines.sql.samples import SampleTable, read_folder, tables_from_folder
from signoff.core.engines.sql.sandbox import Job, Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.isolation import ChildDied, wire
from signoff.core.progress import CancelToken


@pytest.fixture(scope="module")
def engine() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def folder_of(place: Path, **files: str) -> Path:
    for name, text in files.items():
        (place / name.replace("_dot_", ".")).write_text(text, encoding="utf-8")
    return place


def test_no_value_and_blank_text_differ(engine: Sandbox, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, Codes_dot_csv='id,code,amount\n1,"",1.5\n2,\\N,\\N\n3,,2\n4,x,3\n')
    assert engine.load(tables_from_folder(folder)) == ()
    assert engine.bind("select * from codes") == (("id", "BIGINT"), ("code", "VARCHAR"), ("amount", "DOUBLE"))
    assert [row[1] for row in engine.run("select * from CODES").rows] == ["", None, "", "x"]


def test_an_empty_cell_makes_no_text_of_dates_and_numbers(engine: Sandbox, tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, Days_dot_csv="id,day,amount,note\n1,2024-01-31,,\n2,,2,x\n3,2024-02-01,3,y\n"
    )
    engine.load(tables_from_folder(folder))
    assert [kind for _, kind in engine.bind("select * from days")] == ["BIGINT", "DATE", "BIGINT", "VARCHAR"]
    rows = engine.run("select day is null, amount is null, note from days order by id").rows
    assert [tuple(row) for row in rows] == [(False, True, ""), (True, False, "x"), (False, False, "y")]


SCHEMA = """
-- written for another system
CREATE TABLE [dbo].[Orders] (
    [Order Id] INT NOT NULL PRIMARY KEY, [placed] DATETIME2(3) NULL, [total] MONEY, [open] BIT,
    [note] NVARCHAR(MAX)
);
GO
create table parts (a number(10, 2), b varchar2(20 char) not null, primary key (a, b));
insert into parts values (1, 'x');
create table broken (a;
"""


def test_stated_types_keys_and_missing_files(engine: Sandbox, tmp_path: Path) -> None:
    data = "order id,placed,open,extra\n1,2024-01-31 10:00:00,1,7\n2,,0,8\n"
    folder = read_folder(folder_of(tmp_path, schema_dot_sql=SCHEMA, orders_dot_csv=data))
    assert [finding.code for finding in folder.findings] == ["V02"]
    engine.load(folder.tables)
    orders, parts = engine.schema().table("ORDERS"), engine.schema().table("parts")
    assert orders is not None and parts is not None
    assert [(c.name, c.type, c.nullable) for c in orders.columns] == [
        ("Order Id", "INTEGER", False),
        ("placed", "TIMESTAMP", True),
        ("open", "BOOLEAN", True),
        ("extra", "BIGINT", True),
        ("total", "DECIMAL(19,4)", True),
        ("note", "VARCHAR", True),
    ]
    assert (orders.key, parts.key) == (("Order Id",), ("a", "b"))
    assert engine.count("select * from parts") == 0
    assert engine.run('select "order id", placed, open, total from orders').rows == (
        (1, "2024-01-31 10:00:00", True, None),
        (2, None, False, None),
    )


def test_a_value_that_does_not_fit_costs_only_its_column(engine: Sandbox, tmp_path: Path) -> None:
    schema = "create table t (id integer, d date, n decimal(10,2), x unheard_of)"
    folder = folder_of(
        tmp_path, schema_dot_sql=schema, t_dot_csv="id,d,n,x\n1,2024-02-30,1.5,a\n2,2024-02-28,2,b\n"
    )
    findings = engine.load(tables_from_folder(folder))
    assert [finding.code for finding in findings] == ["V01"]
    assert "t.d" in findings[0].message and "2024" not in findings[0].message
    assert engine.bind("select * from t") == (
        ("id", "INTEGER"),
        ("d", "VARCHAR"),
        ("n", "DECIMAL(10,2)"),
        ("x", "VARCHAR"),
    )


def test_dates_in_another_order_are_read_and_said(engine: Sandbox, tmp_path: Path) -> None:
    schema = "create table t (id integer, d date, at timestamp)"
    data = "id,d,at\n1,31/01/2024,2024-01-31 10:00:00\n2,\\N,\\N\n"
    findings = engine.load(tables_from_folder(folder_of(tmp_path, schema_dot_sql=schema, t_dot_csv=data)))
    assert ["YYYY-MM-DD" in finding.message for finding in findings] == [True]
    rows = engine.run("select * from t").rows
    assert rows == ((1, "2024-01-31", "2024-01-31 10:00:00"), (2, None, None))


def test_apostrophes_and_odd_values_stay(engine: Sandbox, tmp_path: Path) -> None:
    data = 'code,name,n\n007,\'quoted\',1\n"a,""b""",O\'Neil,2\n,"line\nbreak",\\N\n'
    assert engine.load(tables_from_folder(folder_of(tmp_path, odd_dot_csv=data))) == ()
    rows = engine.run("select * from odd").rows
    assert rows == (("007", "'quoted'", 1), ('a,"b"', "O'Neil", 2), ("", "line\nbreak", None))


def test_files_that_are_not_quite_csv(engine: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("id,name\n1,Müller\n".encode("latin-1"))
    (tmp_path / "semicolons.csv").write_text("id;name\n1;a\n2;b,c\n")
    (tmp_path / "empty.csv").write_text("id,name\n")
    findings = engine.load(tables_from_folder(tmp_path))
    assert ["Latin-1" in finding.message for finding in findings] == [True]
    assert engine.run("select name from latin").rows == (("Müller",),)
    assert engine.run("select name from semicolons").rows == (("a",), ("b,c",))
    assert engine.count("select * from empty") == 0


def test_a_folder_without_tables_is_said(tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="no CSV or Parquet"):
        read_folder(tmp_path)
    with pytest.raises(SignoffError, match="no folder"):
        read_folder(tmp_path / "missing")


def test_what_cannot_be_loaded_is_said(engine: Sandbox, tmp_path: Path) -> None:
    columns = (SourceColumn("a", "INTEGER"),)
    (tmp_path / "broken.parquet").write_bytes(b"no parquet at all")
    (tmp_path / "zeros.csv").write_bytes(b"\x00" * 100)
    for tables, words in (
        ([SampleTable("gone", tmp_path / "gone.csv")], "gone cannot be opened"),
        ([SampleTable("broken", tmp_path / "broken.parquet")], "broken cannot be read"),
        ([SampleTable("bare")], "neither a file nor columns"),
        ([SampleTable("twice", columns=columns), SampleTable("TWICE", columns=columns)], "cannot be loaded"),
    ):
        with pytest.raises(SignoffError, match=words):
            engine.load(tables)
    engine.load([SampleTable("zeros", tmp_path / "zeros.csv")])
    assert engine.count("select * from zeros") <= 1


def numbers(engine: Sandbox) -> None:
    rows = tuple((str(number), None if number == 3 else f"secret{number}") for number in range(1, 6))
    columns = (SourceColumn("n", "INTEGER"), SourceColumn("word", "VARCHAR"))
    engine.load([SampleTable("numbers", columns=columns, rows=rows)])


def test_values_are_exact_and_marked(engine: Sandbox) -> None:
    numbers(engine)
    sql = """select 1.10::decimal(9,2), 'NaN'::double, 1/0, date '2024-02-29', time '10:00:00',
             timestamp '2024-02-29 10:00:00.5', 123456789012345678901234567890::hugeint, true, [1, null],
             {'a': 0.5::decimal(2,1)}, '\\xC3\\xA4'::blob, null"""
    assert engine.run(sql).rows == (
        (
            *("1.10", "NaN", "Infinity", "2024-02-29", "10:00:00", "2024-02-29 10:00:00.500000"),
            *(123456789012345678901234567890, True, [1, None], {"a": "0.5"}, "c3a4", None),
        ),
    )


def test_limit_and_backward(engine: Sandbox) -> None:
    numbers(engine)
    first = engine.run("select n from numbers", limit=2)
    assert (first.rows, first.more) == (((1,), (2,)), True)
    assert engine.run("select n from numbers", limit=2, backward=True).rows == ((5,), (4,))
    assert not engine.run("select n from numbers", limit=5).more


def test_errors_hold_no_values(engine: Sandbox) -> None:
    numbers(engine)
    sqls = ["select cast(word as integer) from numbers", "select cast(n * 100 as tinyint) from numbers"]
    sqls += [
        "select strptime(word, '%Y') from numbers",
        "select word::date from numbers",
        "select nope from numbers",
    ]
    for outcome in engine.run_many(sqls):
        assert outcome.error and not outcome.refused
        assert "secret" not in outcome.error and "100" not in outcome.error and "LINE" not in outcome.error
    with pytest.raises(SqlFailed, match='"nope" not found'):
        engine.bind("select nope from numbers")
    with pytest.raises(SqlRefused, match="no source table elsewhere"):
        engine.bind("select * from elsewhere")


def test_targets_are_read_by_name_and_samples_stay(engine: Sandbox) -> None:
    numbers(engine)
    assert engine.create_table("Target One", "select n * 2 as m from numbers")
    assert engine.run('select m from "target one"', limit=1).rows == ((2,),)
    assert engine.run('select m from "target one"', limit=1, backward=True).rows == ((10,),)
    assert engine.create_table("numbered", "select row_number() over () as place, n from numbers")
    assert engine.run("select * from numbered", backward=True).rows[0] == (5, 5)
    assert engine.create_table("target one", "select n * 3 as m from numbers")
    assert engine.run('select m from "target one"', limit=1).rows == ((3,),)
    assert not engine.create_table("Numbers", "select 1 as n")
    assert engine.schema().table("target one") is not None
    with pytest.raises(SqlFailed):
        engine.create_table("bad", "select nope from numbers")


def test_everything_is_there_again_after_a_death(engine: Sandbox) -> None:
    numbers(engine)
    engine.create_table("doubled", "select n * 2 as m from numbers")
    pid = engine._child.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert engine.run("select sum(m) from doubled").rows == ((30,),)


def test_memory_and_time_have_limits(engine: Sandbox) -> None:
    numbers(engine)
    with pytest.raises((SqlFailed, ChildDied), match="memory"):
        engine.run("select len(range(3000000000))")
    assert engine.count("select * from numbers") == 5


MANY = "range(100000)"
ENDLESS = f"select count(*) from {MANY} a, {MANY} b, {MANY} c where a.range + b.range > c.range"


def test_a_statement_has_its_time_and_the_others_go_on() -> None:
    with Sandbox(statement_seconds=0.3) as engine:
        numbers(engine)
        slow, quick = engine.run_many([ENDLESS, "select max(n) from numbers"])
    assert "longer than 0.3 seconds" in slow.error
    assert quick.result is not None and quick.result.rows == ((5,),)


def test_a_statement_the_engine_dies_over_costs_only_itself() -> None:
    with Sandbox(statement_seconds=0.2) as engine:
        numbers(engine)
        deaf = "select levenshtein(repeat('a', 100000), repeat('b', 100000))"
        before, dying, after = engine.count_many(["select 1", f"{deaf} where true", "select n from numbers"])
        assert (before.count, after.count) == (1, 5)
        assert "did not stop" in dying.error or "longer than" in dying.error


@pytest.mark.parametrize(
    "limit, more", [(0, True), (2_000, True), (4_000, True), (4_001, False), (9_000, False)]
)
def test_a_long_result_comes_whole_and_in_its_order(engine: Sandbox, limit: int, more: bool) -> None:
    result = engine.run("select range as n from range(4001)", limit)
    assert result.rows == tuple((n,) for n in range(min(limit, 4001)))
    assert (result.columns, result.more) == (("n",), more)


def test_no_message_of_a_long_result_is_long(engine: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[int] = []
    monkeypatch.setattr(
        wire.json, "loads", lambda line: lines.append(len(line)) or json.JSONDecoder().decode(line.decode())
    )
    assert len(engine.run("select range as n from range(100000)", 100_000).rows) == 100_000
    assert max(lines) < 20_000


def test_rows_before_a_failure_do_not_reach_the_next_answer(engine: Sandbox) -> None:
    numbers(engine)
    late = "select cast(case when range = 9000 then 'x' else '1' end as integer) from range(9500)"
    failed, good = engine.run_many([late, "select max(n) from numbers"], 100_000)
    assert failed.error and failed.result is None
    assert good.result is not None and good.result.rows == ((5,),)


def test_an_answer_that_is_too_long_is_said(engine: Sandbox) -> None:
    numbers(engine)
    with pytest.raises(SignoffError, match="ask for fewer rows"):
        engine.run("select repeat('x', 1000000) from range(100)")
    assert engine.count("select * from numbers") == 5


def test_cancel_interrupts_the_engine(engine: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers(engine)
    token = CancelToken()
    looks = iter(range(100))
    monkeypatch.setattr(CancelToken, "cancelled", property(lambda _token: next(looks) > 3))
    with pytest.raises(Cancelled):
        engine.ask([Job("run", ENDLESS, 5)], token)
    monkeypatch.undo()
    pid = engine._child.pid
    assert engine.count("select * from numbers") == 5
    assert engine._child.pid == pid
