"""Drawings: nothing overlaps, every picture is told in words, saved, and reached by keys."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QGraphicsPathItem,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
)
from pytestqt.qtbot import QtBot

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.project import session as acts
from signoff.core.review.lineage import Lineage, SourceNode, Strand
from signoff.gui.drawings.lineage import LineageView
from signoff.gui.drawings.lineage_picture import LineagePicture, picture_of, words_of
from signoff.gui.drawings.lineage_scene import scene_of
from signoff.gui.drawings.progress import ProgressPicture, progress_of
from signoff.gui.look import LIGHT, Look
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import BY, LONG_MS

READING = "The trimmed name in capitals; where it has no value, the short name, and else the text ‘unknown’. "


def _lineage(tables: int, columns: int, sections: int = 1, repeats: int = 3) -> Lineage:
    strands = tuple(
        Strand(
            f"part {n}" if sections > 1 else "",
            tuple(
                SourceNode(f"SOURCE_TABLE_{t}", f"t{t}", f"A_LONG_NAME_OF_A_COLUMN_{c}", "VARCHAR")
                for t in range(tables)
                for c in range(columns)
            ),
            READING * repeats,
        )
        for n in range(sections)
    )
    return Lineage("party", "party_name", "VARCHAR(120)", strands)


def _plan(tables: int) -> Plan:
    relations = tuple(
        Relation(
            f"SOURCE_TABLE_{t}",
            f"t{t}",
            JoinKind.LEFT if t else JoinKind.DRIVING,
            Condition("", f"t{t}.ID = t0.ID", Origin.DIRECT) if t else None,
        )
        for t in range(tables)
    )
    return Plan("party", (SectionPlan("", relations),))


def _boxes(picture: LineagePicture) -> list[QRectF]:
    """Where the boxes and the words outside of boxes stand."""
    scene = scene_of(picture, LIGHT)
    items = scene.items()
    framed = [i.sceneBoundingRect() for i in items if isinstance(i, QGraphicsPathItem) and i.toolTip()]
    words = [
        i.sceneBoundingRect() for i in items if isinstance(i, QGraphicsSimpleTextItem | QGraphicsTextItem)
    ]
    return [*framed, *(w for w in words if not any(box.contains(w) for box in framed))]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look."""
    return Look(qapp, "light")


@pytest.mark.parametrize(
    ("tables", "columns", "sections", "repeats"),
    [(12, 1, 1, 1), (4, 3, 1, 3), (1, 1, 1, 12), (2, 2, 3, 4), (0, 0, 1, 1), (0, 0, 3, 1)],
)
def test_nothing_in_a_lineage_overlaps(
    look: Look, tables: int, columns: int, sections: int, repeats: int
) -> None:
    boxes = _boxes(picture_of(_lineage(tables, columns, sections, repeats), _plan(max(1, tables))))
    assert len(boxes) >= tables * columns * sections + sections + 1
    for one, other in combinations(boxes, 2):
        shared = one.adjusted(1, 1, -1, -1).intersected(other)
        assert shared.isEmpty(), f"{one} overlaps {other}"


def test_a_lineage_in_words_names_columns_reading_and_joins() -> None:
    words = words_of(picture_of(_lineage(2, 1, repeats=1), _plan(2)))
    assert "SOURCE_TABLE_1 as t1.A_LONG_NAME_OF_A_COLUMN_0" in words
    assert "We understood: The trimmed name in capitals" in words
    assert "add SOURCE_TABLE_1 as t1 by ID, rows without one stay" in words


def test_a_column_without_an_expression_is_drawn_alone(look: Look) -> None:
    picture = picture_of(Lineage("party", "later", "", ()))
    assert words_of(picture) == "party.later has no expression yet."
    assert len(_boxes(picture)) == 2


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> LineageView:
    """A lineage of twelve sources in a small view."""
    made = LineageView(look)
    qtbot.addWidget(made)
    made.resize(700, 260)
    made.show()
    made.show_lineage(_lineage(12, 1), _plan(12))
    return made


def test_a_large_drawing_is_shown_whole_and_zoomed_by_keys(view: LineageView, qtbot: QtBot) -> None:
    whole = view.scale_now
    assert whole < 1
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now == pytest.approx(whole * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.scale_now == pytest.approx(whole)
    view.close()


@pytest.mark.parametrize("name", ["drawing.png", "drawing.svg", "drawing"])
def test_a_drawing_is_saved_by_the_files_name(view: LineageView, tmp_path: Path, name: str) -> None:
    view.save(tmp_path / name)
    written = tmp_path / (name if "." in name else f"{name}.png")
    if written.suffix == ".svg":
        assert "party.party_name comes from" in written.read_text(encoding="utf-8")
    else:
        assert QImage(str(written)).width() > 1_000
    view.close()


def test_a_drawing_that_cannot_be_written_says_so(view: LineageView, tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="choose another folder"):
        view.save(tmp_path / "no such folder" / "drawing.png")
    view.close()


def test_save_picture_asks_without_blocking(view: LineageView, qtbot: QtBot) -> None:
    dialog = view.ask_where_to_save()
    assert isinstance(dialog, QFileDialog) and dialog.isVisible()
    dialog.close()
    view.close()


def test_progress_counts_what_is_approved_and_leads_to_a_table(garden: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("approve", lambda p: acts.approve(p, "garden_plot", [ROWS, "plot_id"], by=BY))
    standing = garden.session.standing
    assert standing is not None
    picture = ProgressPicture(garden.look)
    qtbot.addWidget(picture)
    picture.resize(400, 200)
    picture.show()
    picture.show_standing(standing)
    plot = picture.lines[0]
    assert (plot.approved, plot.total) == (2, 5) and plot.questions == 1
    picture.setCurrentIndex(picture.model().index(1, 0))
    with qtbot.waitSignal(picture.target_asked) as asked:
        qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert asked.args == ["water_bill"]
    picture.close()


def test_a_table_without_a_draft_waits_with_all_its_columns(garden: MainWindow) -> None:
    chosen = garden.session.chosen
    assert chosen is not None
    line = progress_of(replace(chosen, dossier=None, review=None))
    assert (line.approved, line.waiting) == (0, len(chosen.mapping.columns) + 1)
