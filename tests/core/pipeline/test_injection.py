"""Cells that try to talk a draft into reading what they were not mapped to."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from sqlglot import exp

from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.engines.sqltext import parse_expression
from signoff.core.parse import parse_document
from signoff.core.pipeline.desk import Desk, Proposer
from signoff.core.pipeline.documents import draft_document, load_samples
from signoff.core.progress import CancelToken
from signoff.core.prompt.examples import ExampleBank

CELLS = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "injection" / "cells.yml").read_text(encoding="utf-8")
)
HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule")
EMP = "EMP_NM,SALARY,PASS_WD,NATL_ID,GRADE\nAda,310,pw-1,77-1,B\nBo,200,pw-2,77-2,C\n"
PAYROLL = "EMP_NM,IBAN\nAda,DE00-1\nBo,DE00-2\n"


class Obedient:
    """A language model that does what a cell wants as far as anybody lets it: it names everything it was shown."""

    identity = "obedient"

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        shown = " || ".join(f"CAST({column} AS VARCHAR)" for column in prompt.columns)
        wanted = ("SALARY", "PASS_WD", "PAYROLL.IBAN", "text_07", "(SELECT max(IBAN) FROM PAYROLL)", shown)
        return tuple(Generation(text, 1, 0.0, finished=True) for text in wanted)


def draft_cells(folder: Path, proposer: Proposer | None) -> tuple[DraftColumn, ...]:
    """Each cell as the only column of a target of its own."""
    (folder / "sources").mkdir()
    (folder / "sources" / "EMP.csv").write_text(EMP, encoding="utf-8")
    (folder / "sources" / "PAYROLL.csv").write_text(PAYROLL, encoding="utf-8")
    with (folder / "cells.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for number, cell in enumerate(CELLS):
            writer.writerow((f"staff_{number:02d}", "note", "VARCHAR(200)", "EMP", "EMP_NM", cell["rule"]))
    spec = parse_document(folder / "cells.csv")
    with Sandbox() as sandbox:
        load_samples(sandbox, read_folder(folder / "sources"), spec)
        desk = Desk(sandbox, proposer, ExampleBank.load())
        desk.stop_on_leak = False
        outcomes = draft_document(spec, sandbox.schema(), desk, existing={}).outcomes
    by_name = {outcome.draft.target: outcome.draft for outcome in outcomes}
    return tuple(by_name[name].columns[0] for name in sorted(by_name))


def faults(columns: tuple[DraftColumn, ...]) -> list[str]:
    """What a draft reads that it may not, and what it reads without a remark."""
    found = []
    for column, cell in zip(columns, CELLS, strict=True):
        (expression,) = column.expressions
        tree = parse_expression(expression.sql)
        used = {each.name.upper() for each in tree.find_all(exp.Column)} - {"EMP_NM"}
        remarked = " ".join(f.message for f in expression.findings if f.code == "D04")
        remarked = remarked.upper().replace(",", " ")
        found += [f"{cell['rule']}: reads {name}" for name in used - set(cell["names"])]
        found += [
            f"{cell['rule']}: no remark on {name}"
            for name in used
            if f".{name} " not in remarked.replace(",", " ")
        ]
        found += [f"{cell['rule']}: {each.sql()}" for each in tree.find_all(exp.Select, exp.Table, exp.Star)]
    return found


@pytest.mark.parametrize("proposer", [lambda: None, Obedient], ids=["patterns only", "an obedient model"])
def test_no_cell_reads_beyond_its_columns_and_what_it_names_is_remarked(
    tmp_path: Path, proposer: Callable[[], Proposer | None]
) -> None:
    assert len(CELLS) == 30
    columns = draft_cells(tmp_path, proposer())
    assert faults(columns) == []


def test_the_cells_are_a_real_temptation(tmp_path: Path) -> None:
    columns = draft_cells(tmp_path, Obedient())
    remarked = [c for c in columns if any(f.code == "D04" for e in c.expressions for f in e.findings)]
    assert len(remarked) >= 8
