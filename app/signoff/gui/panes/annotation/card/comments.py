"""What people remarked on a column, oldest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import Comment
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.widgets.basics import caption, column, label
from signoff.gui.wording import moment


class CommentLine(QWidget):
    """Who, when, and what."""

    def __init__(self) -> None:
        super().__init__()
        self.who = label("", "small")
        self.text = label("", wraps=True, selectable=True)
        self.setLayout(column(self.who, self.text, gap=1))

    def show_comment(self, comment: Comment) -> None:
        """Show one comment."""
        self.who.setText(f"{comment.by} · {moment(comment.at)}")
        self.text.setText(comment.text)


class Comments(QWidget):
    """The comments on one column; hidden when there are none."""

    def __init__(self) -> None:
        super().__init__()
        lines = column(gap=6)
        self.setLayout(column(caption(self.tr("Comments")), lines, gap=4))
        self._lines = Pool(lines, CommentLine)

    def show_column(self, dossier: Dossier, name: str) -> None:
        """Show the comments on a column."""
        found: Sequence[Comment] = [c for c in dossier.comments if c.column.casefold() == name.casefold()]
        for line, comment in zip(self._lines.take(len(found)), found, strict=True):
            line.show_comment(comment)
        self.setVisible(bool(found))
