"""Where a column comes from, as a drawing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.review.lineage import Lineage, lineage_of
from signoff.gui.context import Context
from signoff.gui.drawings.lineage import LineageView
from signoff.gui.widgets.basics import column

_HEIGHT = 240


class LineagePage(QWidget):
    """Worked out when it is open, and drawn when it comes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: tuple[object, ...] = ()
        self.view = LineageView(context.look)
        self.view.setFixedHeight(_HEIGHT)
        self.view.failed.connect(lambda error: context.notify.trouble(error, self.tr("saving the picture")))
        self.setLayout(column(self.view))

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Draw where a column comes from."""
        wanted = (dossier.draft.sql, dossier.target, name)
        if wanted == self._wanted:
            return
        self._wanted = wanted

        def show(lineage: Lineage) -> None:
            if wanted == self._wanted:
                self.view.show_lineage(lineage, dossier.draft.plan)

        words = self.tr("where {column} comes from").format(column=name)
        self._context.session.read(words, lambda _project: lineage_of(dossier, name), show)
