"""What is photographed, and how each picture is set up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from signoff.core.domain.review import ROWS
from signoff.core.review.standing import ColumnState
from signoff.gui.main import make_application, make_window
from signoff.gui.places import Place, Step
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.window.main_window import MainWindow

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
    window.grab().save(str(path))
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


SHOTS = (
    Shot("input", lambda w: w.go(Place(Step.INPUT, "contract_party"))),
    Shot("enhance", lambda w: w.go(Place(Step.ENHANCE, "contract_party"))),
    Shot("rows", lambda w: w.go(Place(Step.VALIDATE, "contract_party", ROWS, "samples"))),
    Shot("column", lambda w: w.go(_column_with_question(w))),
    Shot("column-decided", lambda w: w.go(Place(Step.VALIDATE, "contract_party", "party_role", "checks"))),
    Shot("sql", lambda w: w.go(_update(w))),
    Shot("meaning", lambda w: w.go(Place(Step.VALIDATE, _update(w).target, "", "meaning"))),
    Shot("generate", lambda w: w.go(Place(Step.GENERATE))),
    Shot("palette", lambda w: w.palette_.focus()),
    Shot("help", lambda w: w.show_help("validate")),
)
