"""The sample handed over masked, drafted outside from what lies in the folder, and read back in its own names."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from signoff.cli.main import main
from signoff.core.domain.expressions import Origin
from signoff.core.engines.sqltext import normalise
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.outside_names import outside_names
from signoff.core.pipeline.sample import make_sample_project
from signoff.core.project.outside_help import HandedOver
from signoff.core.project.project import Project

BY = "Maren Keller"
SHARE = 0.9
"""Columns that are drafted outside as inside, of those that are copied or understood as a pattern."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with patterns only, handed over, and drafted from the hand-over alone."""
    place = tmp_path_factory.mktemp("round")
    project = place / "sample.signoff"
    with make_sample_project(project, name="Sample", by=BY) as made:
        draft_project(made, None, None, by=BY)
    assert main(["export", str(project), "--masked", str(place / "masked"), "--by", BY]) == 0
    out = place / "masked"
    parts = [
        str(out / "document.xlsx"),
        "--sources",
        str(out / "sources"),
        "--existing",
        str(out / "existing"),
    ]
    assert main(["draft", *parts, "--generator", "none", "--out", str(place / "drafted")]) == 0
    return place


def test_most_columns_are_drafted_outside_as_inside(folder: Path) -> None:
    report = json.loads((folder / "drafted" / "report.json").read_text(encoding="utf-8"))
    with Project.open(folder / "sample.signoff", read_only=True) as project:
        handed = next(iter(project.all("handed_over", HandedOver).values()))
        names = outside_names(
            project.secret, handed.terms, dict(handed.kinds), handed.level, handed.identifiers
        )
        drafts = project.drafts()
    outside = {
        (names.unmask(target["name"]).casefold(), names.unmask(column["name"]).casefold()): [
            normalise(names.unmask(sql)) for sql in column["expressions"]
        ]
        for target in report["targets"]
        for column in target["columns"]
    }
    certain = [
        (draft.target, column)
        for draft in drafts
        for column in draft.columns
        if column.origin in (Origin.DIRECT, Origin.PATTERN)
    ]
    alike = [
        column.name
        for target, column in certain
        if outside.get((target.casefold(), column.name.casefold()))
        == [normalise(e.sql) for e in column.expressions]
    ]
    print(f"{len(alike)} of {len(certain)} columns are drafted outside as inside")
    assert len(alike) >= SHARE * len(certain)


def test_nothing_of_the_samples_own_words_is_outside(folder: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in (folder / "masked").rglob("*")
        if path.is_file() and path.suffix != ".xlsx"
    ]
    words = set(re.findall(r"[^\W\d_]+", "\n".join(texts).casefold()))
    assert words.isdisjoint({"vndr", "cntr", "supplier", "keller", "nordhafen", "prty"})
