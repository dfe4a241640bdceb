"""The flow through the command line's `main`, with the real generator, DuckDB and dbt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.generate.store import GeneratorFile
from tests.e2e.small_project import EXISTING, write_small_project

_MOST_ROUNDS = 4
"""An answer may leave a further question, once the draft is made anew with it."""


@pytest.mark.generator
def test_from_document_to_built_dbt_project(
    tmp_path: Path, generator_file: GeneratorFile, capsys: pytest.CaptureFixture[str]
) -> None:
    given = write_small_project(tmp_path)
    project = str(tmp_path / "garden.signoff")
    by = ["--by", "Test Person"]
    folders = ["--sources", str(given / "sources"), "--existing", str(given / "existing")]

    assert main(["new", project, "--document", str(given / "garden.csv"), *folders, *by]) == ExitCode.DONE
    assert main(["lint", str(given / "garden.csv")]) == ExitCode.DONE
    assert main(["export", project, "--out", str(tmp_path / "early"), *by]) != ExitCode.DONE
    assert not (tmp_path / "early").exists(), "nothing is written before anything is signed"

    assert main(["generate", project, *by]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["mask", project, "--json"]) == ExitCode.DONE
    masked = json.loads(capsys.readouterr().out)
    assert [row["column"] for row in masked] == ["size_class"]
    assert "SQM" not in masked[0]["after"] and masked[0]["leaks"] == 0
    assert main(["prompt", project, "garden_plot", "size_class"]) == ExitCode.DONE
    assert "PLT" not in capsys.readouterr().out
    assert main(["merge", project, "water_bill", "--diff"]) == ExitCode.DONE
    changed = [line for line in capsys.readouterr().out.splitlines() if line[:1] in "+-"][2:]
    assert len([line for line in changed if line.startswith("-")]) <= 1
    assert main(["verify", project, *by]) == ExitCode.DONE

    assert main(["export", project, "--out", str(tmp_path / "early"), *by]) != ExitCode.DONE
    script = ["review", project, "--script", str(given / "reviewer.yml")]
    for _round in range(_MOST_ROUNDS):
        if main(script) == ExitCode.DONE:
            break
        assert main(["generate", project, *by]) == ExitCode.DONE
    assert main(script) == ExitCode.DONE
    assert main(["export", project, "--out", str(tmp_path / "dbt"), "--prove", *by]) == ExitCode.DONE
    assert main(["audit", project]) == ExitCode.DONE

    evidence = (tmp_path / "dbt" / "evidence" / "garden_plot.md").read_text(encoding="utf-8")
    assert "scripted test reviewer" in evidence
    assert "Ada Marsh" not in evidence, "no value of a real row leaves with the evidence"
    assert "{{ config(materialized='table') }}" in (tmp_path / "dbt/models/water_bill.sql").read_text()


def test_draft_without_generator_keeps_the_existing_file(tmp_path: Path) -> None:
    given, out = write_small_project(tmp_path), tmp_path / "out"
    arguments = [
        "--sources",
        str(given / "sources"),
        "--existing",
        str(given / "existing"),
        "--out",
        str(out),
    ]
    assert main(["draft", str(given / "garden.csv"), *arguments, "--generator", "none"]) == ExitCode.DONE

    first, *rest = (out / "water_bill.sql").read_text(encoding="utf-8").splitlines()
    assert first == "-- draft, approved by nobody"
    remaining = iter(rest)
    kept = [line.rstrip(",") for line in EXISTING.splitlines() if "plot_id" not in line]
    assert all(any(line in other for other in remaining) for line in kept), "every line stands in its order"
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    origins = {c["name"]: c["origin"] for t in report["targets"] for c in t["columns"]}
    assert origins == {
        "plot_id": "kept",
        "tenant": "pattern",
        "origin": "pattern",
        "size_class": "unresolved",
        "bill_no": "kept",
        "bill_total": "direct",
    }
    question = next(q for t in report["targets"] for q in t["questions"] if q["column"] == "size_class")
    answers = tmp_path / "answers.json"
    answers.write_text(
        json.dumps({question["id"]: "case when SQM >= 300 then 'large' end"}), encoding="utf-8"
    )
    again = [*arguments, "--generator", "none", "--answers", str(answers)]
    assert main(["draft", str(given / "garden.csv"), *again]) == ExitCode.DONE
    assert "'large'" in (out / "garden_plot.sql").read_text(encoding="utf-8")


def test_a_missing_document_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(
        ["draft", str(tmp_path / "no.xlsx"), "--sources", str(tmp_path), "--out", str(tmp_path / "o")]
    )
    assert code == ExitCode.BAD_INPUT
    speech = capsys.readouterr().err
    assert "Traceback" not in speech and len(speech.strip().splitlines()) == 1


def test_sums_without_a_stated_grouping_are_grouped_by_the_other_columns(tmp_path: Path) -> None:
    document, out = tmp_path / "totals.csv", tmp_path / "out"
    document.write_text(
        "Target Table,Target Column,Target Type,Source Table,Source Column,Rule\n"
        "totals,customer_id,integer,orders,customer_id,\n"
        'totals,order_total,"decimal(12,2)",orders,amount,Sum of amount\n',
        encoding="utf-8",
    )
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "orders.csv").write_text("customer_id,amount\n1,5.5\n1,2\n2,7\n", encoding="utf-8")
    arguments = ["--sources", str(tmp_path / "src"), "--out", str(out), "--generator", "none"]
    assert main(["draft", str(document), *arguments]) == ExitCode.DONE
    target = json.loads((out / "report.json").read_text(encoding="utf-8"))["targets"][0]
    assert [c["expression"] for c in target["columns"]] == [
        "orders.customer_id",
        "CAST(sum(orders.amount) AS DECIMAL(12,2))",
    ]
    assert "group by" in (out / "totals.sql").read_text(encoding="utf-8")
    assert "D214" in [f["code"] for f in target["findings"]], "a person is asked to confirm the grouping"
