"""The database that dbt proves an export on holds the samples as the sandbox reads them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.engines.sql_proof import load_database


def test_samples_are_loaded_as_the_sandbox_loads_them(tmp_path: Path) -> None:
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "t.csv").write_text("code,amount\n007,1.50\n12,2\n")
    others = Schema((SourceTable("empty", (SourceColumn("a", "INTEGER"),)),))
    load_database(tmp_path / "proof.duckdb", samples, others)
    with duckdb.connect(str(tmp_path / "proof.duckdb"), read_only=True) as made:
        assert made.execute("select * from t").fetchall() == [("007", 1.5), ("12", 2.0)]
        assert made.execute("select count(*) from empty").fetchall() == [(0,)]
        assert made.execute("select distinct schema_name from duckdb_tables()").fetchall() == [("main",)]
