"""What a person does on the card, each one act that can be undone; what changes an expression drafts again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from signoff.core.domain.dossier import Dossier
from signoff.core.errors import SignoffError
from signoff.core.pipeline.restating import is_compiled
from signoff.core.project import session as acts
from signoff.core.project.as_shown import approve_as_shown
from signoff.core.project.project import Project
from signoff.gui.context import Context


class CardActs(QObject):
    """Acts on the column shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.target = ""
        self.column = ""

    def ask_somebody(self, whom: str, text: str) -> None:
        """Note that somebody else is asked about the column."""
        target, column, by = self.target, self.column, self._context.session.by
        self._context.session.act(
            self.tr("ask {whom} about {column}").format(whom=whom, column=column),
            lambda project: acts.ask_somebody(project, target, column, whom, text, by=by),
        )

    def keep(self, shown: Dossier) -> None:
        """Approve the column as it is shown."""
        column, by = self.column, self._context.session.by
        self._context.session.act(
            self.tr("approve {column}").format(column=column),
            lambda project: approve_as_shown(project, shown, column, by=by),
        )

    def write(self, sql: str, reason: str) -> None:
        """Put an expression in place of the column's, and draft the target again."""
        target, column, by = self.target, self.column, self._context.session.by
        self._context.session.act(
            self.tr("write the expression of {column}").format(column=column),
            lambda project: acts.write_expression(project, target, column, sql, by=by, reason=reason),
            lambda _written: self._draft(target),
        )

    def restate(self, dossier: Dossier, rule: str) -> None:
        """Put a rule in place of the document's, and draft the target again; refused where no fixed rule builds it."""
        target, column, by = self.target, self.column, self._context.session.by

        def work(project: Project) -> None:
            if not is_compiled(dossier, column, rule):
                raise SignoffError(
                    self.tr(
                        "These parts do not fit {column}: its type or one of the tables does not allow them. "
                        "Pick others, or give it to an engineer."
                    ).format(column=column)
                )
            acts.restate(project, target, column, rule, by=by)

        words = self.tr("say how {column} is made").format(column=column)
        self._context.session.act(words, work, lambda _nothing: self._draft(target))

    def _draft(self, target: str) -> None:
        self._context.drafter.draft([target])
