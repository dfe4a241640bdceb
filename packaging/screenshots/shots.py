"""What is photographed, and how each picture is set up."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from signoff.core.domain.review import ROWS
from signoff.core.review.standing import ColumnState
from signoff.gui.main import make_application, make_window
from signoff.gui.panes.annotation.card.pages import LINEAGE
from signoff.gui.places import Place, Step
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep

_SETTLE_MS = 2500
_WIDTH, _HEIGHT = 1440, 900


@dataclass(frozen=True)
class Shot:
    """One picture."""

    name: str
    set_up: Callable[[MainWindow], object]


def take(work: Path, out: Path, scale: str) -> int:
    """Take every picture in light and dark at one scale; returns the exit code."""
    application = make_application([])
    project = Path(shutil.copy(work / "sample.signoff", work / f"shown-{scale}.signoff"))
    preferences = Preferences()
    preferences.set_name("Maren Keller")
    preferences.set_tour_seen()
    _first_start(application, preferences, out, scale)
    preferences.set_role(PersonRole.DECIDES)
    window = make_window(application, preferences)
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    window.session.open(project)
    settle()
    for shot in SHOTS:
        shot.set_up(window)
        settle()
        for look in ("light", "dark"):
            _grab(window, look, out / f"{shot.name}-{look}-{scale}00.png")
        _tidy(window)
    window.close()
    return 0


def settle(ms: int = _SETTLE_MS) -> None:
    """Let the window and its lanes come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def few_colors(picture: QImage) -> QImage:
    """The picture with 256 colours, some of every hue there is: a quarter of the size, no difference to the eye."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    frequent = [color for color, _count in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    hues = {color & 0xF0F0F0: color for color in reversed(frequent)}
    table = list(dict.fromkeys((*list(hues.values())[::-1][:200], *frequent)))[:256]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _first_start(application: QApplication, preferences: Preferences, out: Path, scale: str) -> None:
    if preferences.role is not None:
        return
    window = make_window(application, preferences)
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    settle(300)
    for look in ("light", "dark"):
        _grab(window, look, out / f"first-start-{look}-{scale}00.png")
    window.close()


def _grab(window: MainWindow, look: str, path: Path) -> None:
    window.look.choose(look)
    settle(250)
    few_colors(window.grab().toImage()).save(str(path), "PNG", 0)
    print(path.name, flush=True)


def _tidy(window: MainWindow) -> None:
    window.palette_.close()
    window.notices.close_notice()
    window.menus.close_help()


def _column_with_question(window: MainWindow) -> Place:
    """A column the language model wrote and a person is asked about."""
    standing = window.session.standing
    for target in standing.targets if standing else ():
        for column in target.review.columns if target.review else ():
            if column.state is ColumnState.QUESTION and column.name != ROWS:
                return Place(Step.VALIDATE, target.name, column.name)
    return Place(Step.VALIDATE)


def _update(window: MainWindow) -> Place:
    standing = window.session.standing
    names = [target.name for target in standing.targets if target.is_update] if standing else [""]
    return Place(Step.VALIDATE, names[0], ROWS, "sql")


def _with_heat(window: MainWindow, place: Place) -> None:
    window.go(place)
    window.commands.run("view.readiness")


def _lineage(window: MainWindow) -> None:
    window.go(Place(Step.VALIDATE, "contract_party", "party_role", "checks"))
    settle()
    step = window.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    step.annotation.card.toggle(LINEAGE)


SHOTS = (
    Shot("input", lambda w: w.go(Place(Step.INPUT, "contract_party"))),
    Shot("readiness", lambda w: _with_heat(w, Place(Step.INPUT, "contract_party", part="sources"))),
    Shot("enhance", lambda w: w.go(Place(Step.ENHANCE, "contract_party"))),
    Shot("template", lambda w: w.go(Place(Step.ENHANCE, "contract_party", part="template"))),
    Shot("rows", lambda w: w.go(Place(Step.VALIDATE, "contract_party", ROWS, "samples"))),
    Shot("column", lambda w: w.go(_column_with_question(w))),
    Shot("column-decided", lambda w: w.go(Place(Step.VALIDATE, "contract_party", "party_role", "checks"))),
    Shot("lineage", _lineage),
    Shot("sql", lambda w: w.go(_update(w))),
    Shot("meaning", lambda w: w.go(Place(Step.VALIDATE, _update(w).target, "", "meaning"))),
    Shot("generate", lambda w: w.go(Place(Step.GENERATE))),
    Shot("progress", lambda w: w.go(Place(Step.GENERATE, part="progress"))),
    Shot("palette", lambda w: w.palette_.focus()),
    Shot("help", lambda w: w.show_help("validate")),
)
