"""The frame: it opens projects, follows acts, undoes them, and leads to places."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from signoff.core.domain.resources import resources_folder
from signoff.core.domain.review import ROWS
from signoff.core.project import session as acts
from signoff.gui.look import DARK, LIGHT, contrast
from signoff.gui.main import make_window
from signoff.gui.places import Place, Step
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.palette import matches
from signoff.gui.window.tour import Tour
from signoff.gui.window.validate_step import ValidateStep
from tests.gui.conftest import BY, LONG_MS


def test_an_opened_project_shows_its_targets_and_the_step_of_decisions(garden: MainWindow) -> None:
    assert [t.name for t in garden.targets.model.targets] == ["garden_plot", "water_bill"]
    assert garden.pages.currentWidget() is garden.panes[Step.VALIDATE]
    assert "garden.signoff" in garden.windowTitle()


def test_a_file_that_is_no_project_keeps_the_open_one_and_says_why(
    garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.signoff"
    stray.write_text("nothing")
    with qtbot.waitSignal(garden.notify.said, timeout=LONG_MS):
        garden.session.open(stray)
    assert "stray.signoff" in garden.notices.text
    assert garden.session.standing is not None and garden.session.standing.path.name == "garden.signoff"


def test_an_act_is_shown_undone_and_done_again(garden: MainWindow, qtbot: QtBot) -> None:
    def approved() -> list[str]:
        chosen = garden.session.chosen
        assert chosen is not None and chosen.dossier is not None
        return [d.column for d in chosen.dossier.decisions]

    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("approve rows", lambda p: acts.approve(p, "garden_plot", [ROWS], by=BY))
    assert approved() == [ROWS] and garden.session.undo_words == "approve rows"
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.commands.run("edit.undo")
    assert approved() == [] and garden.session.redo_words == "approve rows"
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.commands.run("edit.redo")
    assert approved() == [ROWS]


def test_the_window_fits_on_720_pixels_in_every_step(garden: MainWindow, qtbot: QtBot) -> None:
    for step in Step:
        garden.go(Place(step, "water_bill"))
        qtbot.waitUntil(lambda step=step: garden.pages.currentWidget() is garden.panes[step], timeout=LONG_MS)
        assert garden.minimumSizeHint().width() <= 720, step.name


def test_going_to_a_column_chooses_target_and_column(garden: MainWindow) -> None:
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total"))
    assert (garden.session.target, garden.session.column) == ("water_bill", "bill_total")
    assert garden.targets.view.currentIndex().row() == 1


def test_filtering_the_target_tables_keeps_those_whose_name_or_state_fits(garden: MainWindow) -> None:
    garden.targets.filter.setText("update")
    assert [t.name for t in garden.targets.model.targets] == ["water_bill"]


def test_the_window_reopens_where_it_was(
    garden: MainWindow, qtbot: QtBot, qapp: QApplication, preferences: Preferences, project_file: Path
) -> None:
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total"))
    garden.close()
    again = make_window(qapp, preferences)
    again.show()
    with qtbot.waitSignal(again.session.changed, timeout=LONG_MS):
        again.open_files(list(preferences.recent[:1]))
    assert again.session.standing is not None and again.session.standing.path.samefile(project_file)
    assert (again.session.target, again.session.column) == ("water_bill", "bill_total")
    qtbot.waitUntil(lambda: again.step is Step.VALIDATE, timeout=LONG_MS)
    again.close()


def test_a_fault_is_told_without_any_value_and_its_report_can_be_copied(
    garden: MainWindow, qtbot: QtBot
) -> None:
    def fail(_project: object) -> None:
        raise ValueError("secret value 4711")

    with qtbot.waitSignal(garden.notify.said, timeout=LONG_MS) as said:
        garden.session.act("try", fail)
    notice = said.args[0]
    assert "4711" not in notice.text + notice.details and "ValueError" in notice.details


def test_the_palette_finds_columns_and_commands_by_name(garden: MainWindow) -> None:
    entries = garden.palette_._entries()
    assert matches(entries, "bill total")[0].words == "water_bill.bill_total"
    assert matches(entries, "go to generate")[0].words == "Go to Generate"


def test_first_start_asks_once_then_opens_the_sample_and_the_tour(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = make_window(qapp, Preferences(tmp_path / "new"))
    window.show()
    assert window.body.currentWidget() is window.first
    window.first.name.setText("Maren Keller")
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        window.first.choices[PersonRole.DECIDES].click()
    tour = next(child for child in window.children() if isinstance(child, Tour))
    while tour.isVisible():
        qtbot.keyClick(tour, Qt.Key.Key_Escape) if window.step is Step.VALIDATE else tour.go_on()
    assert window.preferences.tour_seen and window.preferences.name == "Maren Keller"
    assert window.session.standing is not None and len(window.session.standing.targets) > 10
    window.close()


def test_the_line_at_the_foot_counts_sockets_over_all_processes(garden: MainWindow) -> None:
    words = [label.text() for label in garden.status.findChildren(QLabel)]
    assert "0 network sockets open" in words


def test_f1_opens_the_page_of_the_place(garden: MainWindow, qtbot: QtBot) -> None:
    def page(place: Place) -> str:
        garden.go(place)
        garden.menus.close_help()
        garden.commands.run("help.place")
        assert garden.menus.help is not None
        return garden.menus.help.browser.document().firstBlock().text()

    assert page(Place(Step.VALIDATE, "garden_plot", ROWS)).startswith("Rows: what one row is")
    assert page(Place(Step.VALIDATE, "garden_plot", "tenant")) == "Validate: your decisions"
    assert page(Place(Step.ENHANCE, part="template")) == "Prompt template"
    assert page(Place(Step.ENHANCE, part="prompt")).startswith("Enhance")
    step = garden.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    garden.go(Place(Step.VALIDATE, "garden_plot", "tenant", "checks"))
    garden.activateWindow()
    step.diff.checks.view.setFocus()
    qtbot.waitUntil(step.diff.checks.view.hasFocus, timeout=LONG_MS)
    assert step.help_page == "checks"


def test_every_link_of_a_help_page_leads_to_a_page() -> None:
    folder = resources_folder() / "help"
    for page in folder.glob("*.md"):
        for name in re.findall(r"\]\((\w+)\.md\)", page.read_text(encoding="utf-8")):
            assert (folder / f"{name}.md").is_file(), f"{page.name} leads to {name}"


def test_keys_in_the_palette_are_legible_in_both_looks(window: MainWindow) -> None:
    window.palette_.focus()
    for name, tokens in (("dark", DARK), ("light", LIGHT)):
        window.look.choose(name)
        item = window.palette_.list.topLevelItem(0)
        assert item is not None and item.foreground(1).color() == tokens.color("dim")
        assert contrast(tokens.dim, tokens.panel) >= 4.5 and contrast(tokens.dim, tokens.soft) >= 4.5
    window.palette_.close()
