"""The left side of the step: how much is hidden, the glossary with its lock, found terms and groups."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from signoff.core.project.glossary import accept_terms, refuse_terms
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.masking.level_choice import LevelChoice
from signoff.gui.panes.masking.lock_line import LockLine
from signoff.gui.panes.masking.sharing import Sharing
from signoff.gui.panes.masking.suggested_page import SuggestedPage
from signoff.gui.panes.masking.suggesting import Suggesting
from signoff.gui.panes.masking.suggestion_model import Suggestion, of_candidate, of_group, still_open
from signoff.gui.panes.masking.terms_panel import TermsPanel
from signoff.gui.widgets.basics import column, rule
from signoff.gui.widgets.tabs import Tabs

_MOST_FOUND = 500


class GlossaryPanel(QFrame):
    """Level, lock, and three lists: hidden, found, groups."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "panel")
        self.level = LevelChoice(context)
        self.lock = LockLine(context)
        self.suggesting = Suggesting(context)
        self.terms = TermsPanel(context)
        self.found = SuggestedPage(
            context.look,
            self.tr("Found terms"),
            self.tr(
                "What may give you away, the most telling first. A accepts, R refuses, G takes the group."
            ),
            can_refuse=True,
        )
        self.groups = SuggestedPage(
            context.look,
            self.tr("Suggested groups"),
            self.tr("Terms that are written in several ways and are one thing. A accepts the whole group."),
            can_refuse=False,
        )
        self.tabs = Tabs()
        self.tabs.add("hidden", self.tr("Hidden"), self.terms)
        self.tabs.add("found", self.tr("Found"), self.found)
        self.tabs.add("groups", self.tr("Groups"), self.groups)
        lines = column(self.level, rule(), self.tabs, self.lock, margins=12)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self.setMinimumWidth(280)
        self.tabs.chosen.connect(lambda _key: self.show_suggestions())
        self.suggesting.changed.connect(self.show_suggestions)
        for page in (self.found, self.groups):
            page.accepted.connect(self._accept)
        self.found.refused.connect(self._refuse)
        self.found.grouped.connect(self._accept_group)
        self.sharing = Sharing(context, self)

    def show_standing(self, standing: Standing) -> None:
        """Show level, lock and what is suggested."""
        self.level.show_standing(standing)
        self.lock.show_standing(standing)
        self.show_suggestions()

    def show_suggestions(self) -> None:
        """Show what is found and not decided yet; it is looked for when one of the two lists is in front."""
        standing = self._context.session.standing
        if standing is None or self.tabs.current == "hidden":
            return
        self.suggesting.want(standing)
        found = self.suggesting.found
        listed, refused = standing.glossary, standing.refused_terms
        groups = self._open_groups(standing)
        in_group = {term.text.casefold(): group.text for group in groups for term in group.terms}
        candidates = found.candidates if found else ()
        lines = tuple(of_candidate(each, in_group.get(each.text.casefold(), "")) for each in candidates)
        can_write = self._context.session.can_write and standing.glossary_lock is None
        for key, words, page, shown in (
            ("found", self.tr("Found"), self.found, still_open(lines, listed, refused)[:_MOST_FOUND]),
            ("groups", self.tr("Groups"), self.groups, groups),
        ):
            page.show_found(shown, self._state_words(bool(shown)), can_write=can_write)
            self.tabs.set_words(key, f"{words} {len(shown):,}" if found else words)

    def _open_groups(self, standing: Standing) -> tuple[Suggestion, ...]:
        """Suggested groups that are not listed as they are."""
        found = self.suggesting.found
        groups = tuple(map(of_group, found.groups)) if found else ()
        return still_open(groups, standing.glossary, standing.refused_terms)

    def _state_words(self, has_lines: bool) -> str:
        if self.suggesting.trouble:
            return self.suggesting.trouble
        if self.suggesting.found is None:
            return self.tr("Looking for terms …")
        return "" if has_lines else self.tr("Nothing is left to decide.")

    def _accept(self, suggestion: Suggestion) -> None:
        by = self._context.session.by
        self._context.session.act(
            self.tr("list {term}").format(term=suggestion.text),
            lambda project: accept_terms(project, suggestion.terms, by=by),
        )

    def _accept_group(self, name: str) -> None:
        standing = self._context.session.standing
        groups = self._open_groups(standing) if standing else ()
        for group in groups:
            if group.text == name:
                self._accept(group)

    def _refuse(self, suggestion: Suggestion) -> None:
        by = self._context.session.by
        self._context.session.act(
            self.tr("refuse {term}").format(term=suggestion.text),
            lambda project: refuse_terms(project, [suggestion.text], by=by),
        )
