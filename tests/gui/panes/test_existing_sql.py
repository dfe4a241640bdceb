"""Existing SQL that is dropped: listed with what it is, its table an update from then on, its edits a click away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from signoff.core.review.standing import TargetState
from signoff.gui.panes.importing import ImportPane
from signoff.gui.panes.importing.existing_block import ExistingBlock
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from signoff.gui.wording import target_words
from tests.gui.conftest import LONG_MS

PLOTS = "-- one row a plot\nselect p.PLT_NO as plot_id, p.TEN_NM as tenant from PLT as p\n"


@pytest.fixture
def block(garden: MainWindow, qtbot: QtBot) -> ExistingBlock:
    """What the small project lists of its existing SQL."""
    pane = garden.panes[Step.INPUT]
    assert isinstance(pane, ImportPane)
    garden.show_step(Step.INPUT)
    pane.side.tabs.choose("sources")
    qtbot.waitUntil(lambda: bool(pane.side.sources.existing.told), timeout=LONG_MS)
    return pane.side.sources.existing


def _drop(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        window.open_files(list(paths))


def test_a_piece_is_told_with_its_table_and_what_it_is(block: ExistingBlock) -> None:
    (told,) = block.told
    assert (told.name, told.target, told.what) == ("water_bill", "water_bill", "dbt model, table")
    assert told.columns == ("bill_no", "plot_id") and not told.trouble


def test_sql_dropped_later_makes_its_table_an_update_that_waits_to_be_drafted(
    garden: MainWindow, block: ExistingBlock, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "garden_plot.sql"
    file.write_text(PLOTS)
    _drop(garden, qtbot, file)
    qtbot.waitUntil(lambda: len(block.told) == 2, timeout=LONG_MS)
    assert block.told[0].what == "query" and block.told[0].target == "garden_plot"
    standing = garden.session.standing
    assert standing is not None
    target = next(t for t in standing.targets if t.name == "garden_plot")
    assert target.is_update and target_words(target).startswith("update")
    assert target.state is TargetState.REDRAFT
    assert "Now an update of an existing table: garden_plot." in garden.notices.text


def test_sql_of_no_table_of_the_document_is_listed_as_not_used(
    garden: MainWindow, block: ExistingBlock, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "elsewhere.sql"
    file.write_text("create view elsewhere as select 1 as one")
    _drop(garden, qtbot, file)
    qtbot.waitUntil(lambda: len(block.told) == 2, timeout=LONG_MS)
    assert (block.told[1].name, block.told[1].target) == ("elsewhere", "")


def test_sql_that_cannot_be_read_says_why(
    garden: MainWindow, block: ExistingBlock, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "garden_plot.sql"
    file.write_text("select {{ 'never closed")
    _drop(garden, qtbot, file)
    qtbot.waitUntil(lambda: len(block.told) == 2, timeout=LONG_MS)
    assert block.told[0].trouble.endswith(".") and block.told[0].what == "can't be read"


def test_a_click_leads_to_the_edits(garden: MainWindow, block: ExistingBlock) -> None:
    link = next(b for b in block.findChildren(QPushButton) if b.text() == "water_bill")
    link.click()
    assert garden.step is Step.VALIDATE and garden.session.chosen is not None
    assert garden.session.chosen.name == "water_bill"


def test_a_dbt_project_folder_is_taken_for_the_tables_of_the_document(
    garden: MainWindow, block: ExistingBlock, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "shop"
    (folder / "models").mkdir(parents=True)
    (folder / "dbt_project.yml").write_text("name: shop\nversion: '1'\n")
    (folder / "models" / "garden_plot.sql").write_text("{{ config(materialized='view') }}\n" + PLOTS)
    (folder / "models" / "other.sql").write_text("select 1 as one")
    _drop(garden, qtbot, folder)
    qtbot.waitUntil(lambda: len(block.told) == 2, timeout=LONG_MS)
    assert [(t.name, t.what) for t in block.told] == [
        ("garden_plot", "dbt model, view"),
        ("water_bill", "dbt model, table"),
    ]
