"""Generate: what goes and what does not, what would be written, what is kept, and the way to what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signoff.core.domain.backfills import BackfillProof, BackfillState
from signoff.core.export.names import model_names
from signoff.core.export.preview import FileState
from signoff.core.export.proof import ProofResult
from signoff.core.progress import CancelToken
from signoff.core.project.standing import Standing
from signoff.gui.panes.export import ExportPane
from signoff.gui.panes.export import proving as proving_module
from signoff.gui.places import Place, Step
from signoff.gui.widgets.text_rows import SideTexts, TextCell, Tone
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS
from tests.helpers.signed_projects import EXISTING, UPDATED, make, review

Open = Callable[[Path], Standing]
NAME = model_names(["party clean"])["party clean"]
MODEL = f"models/{NAME}.sql"


@pytest.fixture(autouse=True)
def no_dbt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dbt takes seconds; one test of the core runs it."""
    monkeypatch.setattr(proving_module, "is_dbt_there", lambda: False)


@pytest.fixture
def pane(window: MainWindow, open_project: Open, tmp_path: Path, qtbot: QtBot) -> ExportPane:
    """Generate, with one of three target tables signed, what goes out looked at."""
    with make(tmp_path / "shop.signoff") as project:
        review(project, "party clean")
    open_project(tmp_path / "shop.signoff")
    pane = window.panes[Step.GENERATE]
    assert isinstance(pane, ExportPane)
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        window.go(Place(Step.GENERATE))
    return pane


def look_again(pane: ExportPane, qtbot: QtBot) -> None:
    """Look at the folder once more, and wait for it."""
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        pane.context.commands.run("target.look_at_folder")


def write(pane: ExportPane, qtbot: QtBot) -> None:
    """Write, and wait until the folder was looked at again."""
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        pane.context.commands.run("target.export")


def chosen(pane: ExportPane, path: str, qtbot: QtBot) -> None:
    """Choose a file and wait for its texts."""
    if pane.difference.file is None or pane.difference.file.path != path:
        with qtbot.waitSignal(pane.difference.shown, timeout=LONG_MS):
            pane.files.choose(path)
    qtbot.waitUntil(lambda: bool(pane.difference.texts.texts.headings), timeout=LONG_MS)


def test_with_nothing_signed_the_step_leads_to_the_nearest_target(
    window: MainWindow, open_project: Open, tmp_path: Path
) -> None:
    make(tmp_path / "shop.signoff").close()
    open_project(tmp_path / "shop.signoff")
    window.go(Place(Step.GENERATE))
    pane = window.panes[Step.GENERATE]
    assert isinstance(pane, ExportPane)
    assert pane.pages.currentIndex() == 0 and not pane.write_button.isVisible()
    state = pane.empty.state
    assert state is not None and "party_count is nearest" in state.sentence.text()
    pane.empty.lead()
    assert (window.step, window.session.target) == (Step.VALIDATE, "party_count")


def test_a_target_that_is_not_signed_says_why_and_each_reason_leads_to_its_place(
    pane: ExportPane, window: MainWindow
) -> None:
    lines = {line.name: line for line in pane.targets.model.lines}
    assert lines["party clean"].goes and "Ada Brandt" in lines["party clean"].words
    blocked = lines["party_report"]
    reason = next(each for each in blocked.reasons if each.words.startswith("party_name"))
    row = list(lines).index("party_report")
    top = pane.targets.model.index(row, 0)
    pane.targets.view.activated.emit(pane.targets.model.index(blocked.reasons.index(reason), 0, top))
    assert (window.session.target, window.session.column) == ("party_report", "party_name")
    assert window.step is Step.VALIDATE


def test_reasons_can_be_filtered_and_copied(pane: ExportPane) -> None:
    pane.targets.filter.setText("parties is not decided")
    assert [line.name for line in pane.targets.model.lines] == ["party_count"]
    assert "party_count\t" in pane.targets.model.as_text()


def test_files_are_shown_before_they_are_written_and_then_lie_in_the_folder(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    assert pane.destination.folder == tmp_path / "shop_dbt" and not pane.destination.folder.exists()
    assert {file.state for file in pane.files.model.files.values()} == {FileState.NEW}
    assert pane.write_button.text() == f"Write {len(pane.files.model.files)} files"
    write(pane, qtbot)
    assert (tmp_path / "shop_dbt" / MODEL).is_file()
    assert pane.tabs.current == "outcome" and "1 target table" in pane.outcome.written.text()
    assert "party_count" in pane.outcome.held.text() and "not installed" in pane.outcome.said.text()
    standing = pane.context.session.standing
    assert standing is not None and standing.head in pane.outcome.record.text()


def test_after_writing_the_files_are_as_they_would_be_written(pane: ExportPane, qtbot: QtBot) -> None:
    write(pane, qtbot)
    assert pane.files.model.files[MODEL].state is FileState.SAME
    chosen(pane, MODEL, qtbot)
    assert pane.difference.texts.texts.headings == ("on disk",)


def test_a_file_edited_since_is_shown_with_three_texts_and_never_written(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    write(pane, qtbot)
    file = tmp_path / "shop_dbt" / MODEL
    file.write_text(file.read_text() + "-- by Bo\n")
    look_again(pane, qtbot)
    chosen(pane, MODEL, qtbot)
    assert pane.difference.texts.texts.headings == ("last exported", "on disk", "new")
    theirs = pane.difference.texts.texts.rows[pane.difference.texts.current][1]
    assert theirs is not None and (theirs.text, theirs.tone) == ("-- by Bo", Tone.ADDED)
    assert pane.files.kept.text() == "1 edited by somebody since the last export: it is kept."
    write(pane, qtbot)
    assert file.read_text().endswith("-- by Bo\n") and MODEL in pane.outcome.kept.text()


def test_a_signed_table_whose_file_is_another_says_so_and_leads_to_the_three_texts(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    write(pane, qtbot)
    file = tmp_path / "shop_dbt" / MODEL
    file.write_text(file.read_text() + "-- by Bo\n")
    look_again(pane, qtbot)
    model = pane.targets.model
    row = [line.name for line in model.lines].index("party clean")
    warning = model.index(0, 0, model.index(row, 0))
    assert warning.data() == "but the file on disk is not what you signed"
    pane.tabs.choose("outcome")
    pane.targets.view.activated.emit(warning)
    assert pane.tabs.current == "difference"
    chosen(pane, MODEL, qtbot)
    assert pane.difference.keep.text().startswith("✓") and pane.difference.replace.isVisible()


def test_their_version_is_replaced_when_the_person_says_so_and_set_aside(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    write(pane, qtbot)
    file = tmp_path / "shop_dbt" / MODEL
    signed = file.read_text()
    file.write_text(signed + "-- by Bo\n")
    look_again(pane, qtbot)
    chosen(pane, MODEL, qtbot)
    pane.difference.replace.click()
    assert pane.files.kept.text() == "" and "replaced" in pane.difference.state.text()
    pane.difference.keep.click()
    assert "1 edited by somebody" in pane.files.kept.text()
    pane.difference.replace.click()
    write(pane, qtbot)
    assert file.read_text() == signed and f"replaced/{MODEL}" in pane.outcome.set_aside.text()
    assert (tmp_path / "shop_dbt" / "replaced" / MODEL).read_text() == signed + "-- by Bo\n"
    assert pane.files.model.files[MODEL].state is FileState.SAME


def test_only_the_chosen_tables_of_those_signed_are_written(
    window: MainWindow, open_project: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    with make(tmp_path / "shop.signoff") as project:
        review(project, "party clean", "party_count")
    open_project(tmp_path / "shop.signoff")
    pane = window.panes[Step.GENERATE]
    assert isinstance(pane, ExportPane)
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        window.go(Place(Step.GENERATE))
    model = pane.targets.model
    row = [line.name for line in model.lines].index("party_count")
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        model.setData(model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert pane.targets.goes.text() == "1 of 2 signed target tables go; 1 left out"
    assert MODEL in pane.files.model.files and "models/party_count.sql" not in pane.files.model.files
    write(pane, qtbot)
    assert not (tmp_path / "shop_dbt" / "models" / "party_count.sql").exists()
    model.setData(model.index(1 - row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not pane.write_button.isEnabled()


def test_a_folder_that_holds_something_else_says_so_and_nothing_can_be_written(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "cat.jpg").write_bytes(b"cat")
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        pane.destination.take_folder(str(other))
    assert "not an export" in pane.files.counts.text()
    assert not pane.write_button.isEnabled() and not pane.files.model.files


def test_an_unfit_name_is_told_while_it_is_typed(pane: ExportPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        qtbot.keyClicks(pane.destination.name_field, "My Shop")
    assert "small letters" in pane.destination.said.text() and not pane.write_button.isEnabled()


def test_nothing_can_be_written_until_the_folder_typed_was_looked_at(
    pane: ExportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    assert pane.write_button.isEnabled()
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        pane.destination.take_folder(str(tmp_path / "elsewhere"))
        assert not pane.write_button.isEnabled()
    assert pane.write_button.isEnabled()


def test_evidence_shows_pages_and_follows_no_markup_of_the_document(pane: ExportPane) -> None:
    pane.tabs.choose("evidence")
    text = pane.evidence.page.toPlainText()
    assert pane.evidence.shown_name == NAME and "Ada Brandt" in text
    assert "<script>" in text


def test_differences_are_stepped_through_and_lines_copied(pane: ExportPane, qtbot: QtBot) -> None:
    write(pane, qtbot)
    chosen(pane, "evidence/manifest.json", qtbot)
    texts = pane.difference.texts
    first = texts.current
    assert texts.texts.differences[0] == first
    pane.context.commands.run("target.next_file_difference")
    assert texts.current == texts.texts.differences[1]
    assert texts.selection_as_text().endswith("\n")


def test_dbt_is_asked_after_writing_and_its_failures_are_named(
    pane: ExportPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(folder: Path, samples: Callable[[Path], object], **more: object) -> ProofResult:
        assert isinstance(more["cancel"], CancelToken) and (folder / MODEL).is_file()
        samples(folder.parent / "samples")
        return ProofResult(1, 0, failed=("test.shop.unique_party_id.1a",), log="1 of 2 FAIL")

    monkeypatch.setattr(proving_module, "is_dbt_there", lambda: True)
    monkeypatch.setattr(proving_module, "prove", failed)
    write(pane, qtbot)
    qtbot.waitUntil(lambda: pane.outcome.copy_log.isVisibleTo(pane.outcome), timeout=LONG_MS)
    assert "1 failure" in pane.outcome.said.text()
    assert pane.outcome.details.text() == "test unique_party_id"


def test_an_updated_table_that_does_not_hold_when_run_on_is_told(pane: ExportPane) -> None:
    built = ProofResult(2, 3)
    holds = BackfillProof("a", BackfillState.EQUAL, "a is the same as made anew.")
    pane.outcome.show_proof(built, (holds,))
    assert "2 tables built" in pane.outcome.said.text() and "does not" not in pane.outcome.said.text()
    assert pane.outcome.details.text() == "a is the same as made anew."
    pane.outcome.show_proof(built, (holds, BackfillProof("b", BackfillState.DIFFERS, "b differs in x (2).")))
    assert "not every updated table holds" in pane.outcome.said.text()
    assert pane.outcome.details.text().endswith("b differs in x (2).")


def test_signed_updates_go_back_into_their_dbt_project(
    window: MainWindow, open_project: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    with make(tmp_path / "shop.signoff") as project:
        review(project, "party_report")
    models = tmp_path / "dbt" / "models"
    models.mkdir(parents=True)
    (tmp_path / "dbt" / "dbt_project.yml").write_text("name: shop\n")
    (models / "party_report.sql").write_bytes(EXISTING.encode())
    open_project(tmp_path / "shop.signoff")
    pane = window.panes[Step.GENERATE]
    assert isinstance(pane, ExportPane)
    with qtbot.waitSignal(pane.looking.looked, timeout=LONG_MS):
        window.go(Place(Step.GENERATE))
    back = pane.outcome.back
    assert not back.isHidden()
    back.take_folder(str(tmp_path / "dbt"))
    qtbot.waitUntil(lambda: not back.said.isHidden(), timeout=LONG_MS)
    assert "models/party_report.sql" in back.said.text() and "By hand:" in back.said.text()
    assert (models / "party_report.sql").read_bytes() == UPDATED.encode()


def test_without_a_signed_update_nothing_goes_back(pane: ExportPane) -> None:
    assert pane.outcome.back.isHidden()


def test_a_change_far_to_the_right_is_scrolled_into_sight(qtbot: QtBot, pane: ExportPane) -> None:
    texts = pane.difference.texts
    long = "x" * 300
    cells = (TextCell(long, 1), TextCell(f"{long} end", 1, spans=((300, 304),)))
    texts.show_texts(SideTexts(("on disk", "new"), (cells,), (0,)))
    assert texts.horizontalScrollBar().value() > 0
