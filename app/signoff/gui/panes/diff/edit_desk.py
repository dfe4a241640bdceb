"""What a person does on the cards of edits: accept, refuse, comment, undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditState, MandatedEdit
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.edit_choices import keep_choice, worked_out
from signoff.core.pipeline.edit_decisions import DecidedDraft
from signoff.core.progress import CancelToken
from signoff.core.project import session as acts
from signoff.core.project.as_shown import approve_as_shown
from signoff.core.project.edit_acts import with_approval
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnState
from signoff.gui.context import Context
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.comparing import Compared
from signoff.gui.panes.diff.edit_card import EditCard
from signoff.gui.panes.diff.edit_values import values_of
from signoff.gui.panes.diff.edit_words import title_of
from signoff.gui.places import Place, Step

_APPROVED = (ColumnState.APPROVED,)


class EditDesk(QObject):
    """Carries out what cards tell, on the target that is shown."""

    working = Signal(bool)
    """An edit is taken out or put back in: the SQL is run and checked anew."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._target: TargetStanding | None = None

    def follow(self, target: TargetStanding | None) -> None:
        """Take another target, or the same one as it stands now."""
        self._target = target

    def listen(self, card: EditCard) -> None:
        """Do what is done on a card."""
        card.accepted.connect(self.accept)
        card.refused.connect(self.refuse)
        card.commented.connect(self.comment)
        card.undone.connect(self.undo)
        card.cell_asked.connect(lambda cell: self._context.go(Place(Step.INPUT, cell=cell)))
        card.column_asked.connect(self._lead_to)

    def standing(
        self, contents: tuple[CardContent, ...], result: Compared | None = None
    ) -> tuple[CardContent, ...]:
        """Cards with what was said of their edits by now; a column that is approved accepts its edits.

        Args:
            contents: the cards as the texts give them.
            result: the results on the sample rows, for examples of values.
        """
        dossier = self._dossier
        if dossier is None:
            return contents
        script = dossier.draft.edits
        known = {edit.id: edit for edit in script.edits} if script else {}
        approved = self._approved()
        stand = (_as_it_stands(content, known, approved) for content in contents)
        made_up = bool(dossier.made_up & {table.name.casefold() for table in dossier.sources.tables})
        return tuple(replace(c, values=values_of(result, c.edit, made_up=made_up)) for c in stand)

    def accept(self, edit_id: str) -> None:
        """Accept an edit, and approve the column that it completes."""
        dossier, by = self._dossier, self._context.session.by
        if dossier is None:
            return
        script = dossier.draft.edits
        edit = script.edit(edit_id) if script else None
        if script is None or edit is None:
            words = self.tr("approve {name}").format(name=edit_id)
            self._context.session.act(
                words, lambda project: approve_as_shown(project, dossier, edit_id, by=by)
            )
            return
        words = self.tr("accept: {what}").format(what=title_of(edit))
        if edit.suggestion:
            self._set_state(edit, EditState.ACCEPTED, words, "")
            return
        self._context.session.act(words, lambda project: keep_choice(project, dossier, edit, None, by=by))

    def refuse(self, edit_id: str, reason: str) -> None:
        """Take an edit out of the proposed SQL; what needs it goes with it."""
        edit = self._edit(edit_id)
        if edit is not None:
            self._set_state(
                edit, EditState.REFUSED, self.tr("refuse: {what}").format(what=title_of(edit)), reason
            )
        elif (dossier := self._dossier) is not None:
            self._ask_change(dossier, edit_id, reason)

    def undo(self, edit_id: str) -> None:
        """Propose an edit again that was accepted or refused."""
        edit = self._edit(edit_id)
        if edit is not None:
            words = self.tr("propose again: {what}").format(what=title_of(edit))
            self._set_state(edit, EditState.PROPOSED, words, "")

    def comment(self, edit_id: str, text: str) -> None:
        """Leave a comment on the column of an edit."""
        dossier, edit, by = self._dossier, self._edit(edit_id), self._context.session.by
        if dossier is None:
            return
        column, target = edit.column if edit else edit_id, dossier.target
        words = self.tr("comment on {name}").format(name=column)
        told = self.tr("Your comment stands with {name}.").format(name=column)
        self._context.session.act(
            words,
            lambda project: acts.add_comment(project, target, column, text, by=by),
            lambda _comment: self._context.notify.tell(told),
        )

    @property
    def _dossier(self) -> Dossier | None:
        return self._target.dossier if self._target else None

    def _edit(self, edit_id: str) -> MandatedEdit | None:
        script = self._dossier.draft.edits if self._dossier else None
        return script.edit(edit_id) if script else None

    def _approved(self) -> frozenset[str]:
        review = self._target.review if self._target else None
        columns = review.columns if review else ()
        return frozenset(c.name.casefold() for c in columns if c.state in _APPROVED)

    def _set_state(self, edit: MandatedEdit, state: EditState, words: str, reason: str) -> None:
        dossier, session = self._dossier, self._context.session
        if dossier is None or not session.can_write:
            return

        def work(sandbox: Sandbox, cancel: CancelToken) -> DecidedDraft | None:
            drafts = session.read_now(lambda project: project.draft_history(dossier.target))
            return worked_out(drafts, dossier, edit, state, sandbox, cancel=cancel)

        def keep(decided: DecidedDraft | None) -> None:
            by = session.by
            session.act(
                words, lambda project: keep_choice(project, dossier, edit, decided, by=by, reason=reason)
            )

        self.working.emit(True)
        job = self._context.samples.ask(words, work, keep, shown=True)
        job.ended.connect(lambda: self.working.emit(False))

    def _ask_change(self, dossier: Dossier, column: str, reason: str) -> None:
        by, target = self._context.session.by, dossier.target
        if not reason:
            self._lead_to(column)
            return
        self._context.session.act(
            self.tr("ask for a change of {name}").format(name=column),
            lambda project: acts.request_change(project, target, column, reason, by=by),
        )

    def _lead_to(self, column: str) -> None:
        if self._target is not None:
            self._context.go(Place(Step.VALIDATE, self._target.name, column))


def _as_it_stands(
    content: CardContent, known: Mapping[str, MandatedEdit], approved: frozenset[str]
) -> CardContent:
    edit = with_approval(known.get(content.id, content.edit), approved, is_made=content.place.is_made)
    return replace(content, place=replace(content.place, edit=edit))
