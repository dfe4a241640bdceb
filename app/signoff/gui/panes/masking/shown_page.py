"""What is still readable in the prompts: every word that no stand-in hides, with how often and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from signoff.core.domain.masking import Term, TermKind
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.still_shown import PlacedPrompt, ShownWord, WhyShown, why_words, words_shown
from signoff.core.pipeline.desk import PromptRecord
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.glossary import accept_terms
from signoff.core.project.standing import Standing
from signoff.core.prompt.fixed_text import shipped_text_of_prompts
from signoff.gui.context import Context
from signoff.gui.panes.masking.facts import Facts
from signoff.gui.panes.masking.previews import Previews
from signoff.gui.panes.masking.suggested_page import SuggestedPage
from signoff.gui.panes.masking.suggestion_model import Suggestion
from signoff.gui.panes.masking.words import counted
from signoff.gui.widgets.basics import column


class ShownPage(QWidget):
    """A list of words, those to look at first; A hides the chosen one."""

    def __init__(self, context: Context, previews: Previews) -> None:
        super().__init__()
        self._context, self._previews = context, previews
        self._facts: Facts | None = None
        self._key: tuple[object, ...] = ()
        self._words: tuple[ShownWord, ...] = ()
        self.list = SuggestedPage(
            context.look,
            self.tr("Words that are not hidden"),
            self.tr(
                "What the language model reads as it stands, with the reason. "
                "A hides the chosen word from the next draft on."
            ),
            can_refuse=False,
        )
        self.list.accept.setText(self.tr("Hide it"))
        self.list.accept.setAccessibleName(self.tr("Hide this word"))
        self.list.accepted.connect(self._hide)
        self.setLayout(column(self.list))
        previews.changed.connect(self._show)

    def show_facts(self, standing: Standing, facts: Facts) -> None:
        """Show the words of the prompts as they would be sent now; where those can't be had, as they were sent."""
        self._facts = facts
        self._previews.want(standing, facts.templates)
        self._show()

    def _show(self) -> None:
        standing, facts = self._context.session.standing, self._facts
        if standing is None or facts is None or standing.spec is None or not self.isVisible():
            return
        prompts: Sequence[PromptRecord | StoredPrompt] = self._previews.prompts
        if not prompts and not self._previews.is_done:
            prompts = facts.sent
        key = (prompts, standing.glossary, standing.spec.digest)
        if key != self._key:
            self._key = key
            terms = terms_of(standing.spec, standing.sources, standing.glossary)
            self._words = words_shown(_placed(prompts), shipped_text_of_prompts(), terms)
        can_write = self._context.session.can_write and standing.glossary_lock is None
        self.list.show_found(tuple(map(self._line, self._words)), self._state_words(), can_write=can_write)

    def _state_words(self) -> str:
        if self._words:
            odd = sum(word.why is WhyShown.UNLISTED for word in self._words)
            words = counted(
                len(self._words), self.tr("1 word is readable"), self.tr("{n} words are readable")
            )
            told = counted(odd, self.tr("1 is in no list"), self.tr("{n} are in no list"))
            return f"{words}; {told}." if odd else f"{words}."
        if self._previews.is_running:
            return self.tr("The prompts are being put together …")
        if self._previews.trouble:
            return self._previews.trouble
        return self.tr("No prompt holds a word of this project: nothing needs the language model.")

    def _line(self, word: ShownWord) -> Suggestion:
        times = counted(word.count, self.tr("once"), self.tr("{n} times"))
        why = why_words(word.why)
        return Suggestion(word.text, why, times, (Term(word.text, TermKind.WORD),), (why,), word.places)

    def _hide(self, word: Suggestion) -> None:
        by = self._context.session.by
        self._context.session.act(
            self.tr("hide {term}").format(term=word.text),
            lambda project: accept_terms(project, word.terms, by=by),
        )


def _placed(prompts: Sequence[PromptRecord | StoredPrompt]) -> Iterator[PlacedPrompt]:
    """The newest prompt of each place."""
    newest = {(each.target, each.column): each for each in prompts}
    for (target, name), each in newest.items():
        yield PlacedPrompt(
            f"{target}.{name}", each.prompt, {alias.alias.casefold() for alias in each.aliases}
        )
