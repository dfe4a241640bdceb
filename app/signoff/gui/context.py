"""What every pane is handed, and all it knows of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from signoff.gui.commands import Commands
from signoff.gui.drafter import Drafter
from signoff.gui.jobs import Jobs
from signoff.gui.look import Look
from signoff.gui.notify import Notifier
from signoff.gui.places import Place
from signoff.gui.preferences import Preferences
from signoff.gui.samples import Samples
from signoff.gui.session import Session


@dataclass(frozen=True)
class Context:
    """The window's services."""

    jobs: Jobs
    session: Session
    samples: Samples
    drafter: Drafter
    commands: Commands
    notify: Notifier
    preferences: Preferences
    look: Look
    go: Callable[[Place], None]
    """Shows a place, in whatever step it is."""
    help: Callable[[str], None]
    """Opens a help page by its name, such as ``validate``."""
