"""Prompt templates as a project edited them; the shipped ones stay beside them."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.leaks import Gate
from signoff.core.project.masking_settings import MaskingSettings
from signoff.core.prompt.fixed_text import shipped_text_of_prompts
from signoff.core.prompt.templates import NAMES, Template, Templates


@dataclass(frozen=True)
class EditedTemplate:
    """One edit of one template."""

    name: str
    number: int
    """The project's number of the edit, from 1; never given twice."""
    version: str
    """As the evidence names it: version of the shipped text and number, such as ``1+p3``."""
    text: str
    by: str
    at: str


class PromptTemplates(MaskingSettings):
    """Reads and writes of the texts around a rule in its prompt."""

    def put_template(self, name: str, text: str, *, by: str) -> Template:
        """Edit a template; the drafts made with the earlier text stay as they are.

        Returns:
            The template now in use; the shipped text given back is the shipped template again.

        Raises:
            SignoffError: there is no such template, its placeholders are not as they should be, it is too long, or it
                holds a business term.
        """
        number = max((edit.number for edit in self.template_history(name)), default=0) + 1
        before = self.templates()
        after = before.with_edit(name, text, number=number)
        template = after.template(name)
        if template.text == before.template(name).text:
            return before.template(name)
        self._require_no_term(name, template.text)
        if name in after.edited:
            edit = EditedTemplate(name, number, template.version, template.text, by, self.now())
            self.put("edit prompt template", "template", name, edit, by=by)
        else:
            self.reset_template(name, by=by)
        return template

    def _require_no_term(self, name: str, text: str) -> None:
        """Say so at once; the leak scan of each prompt would find it too, when drafting has begun."""
        level = self.masking_level
        terms = terms_of(self.spec, self.sources, self.glossary, level) if self.spec else self.glossary
        leaks = Gate(terms, shipped_text_of_prompts(), level).scan(text).leaks
        if leaks:
            raise SignoffError(
                say("template.leaks", name=name, count=len(leaks), character=leaks[0].position + 1)
            )

    def reset_template(self, name: str, *, by: str) -> None:
        """Use the shipped text again; harmless when it is in use."""
        if self.get("template", name, EditedTemplate) is not None:
            self.put("reset prompt template", "template", name, None, by=by)

    def templates(self) -> Templates:
        """Every text a prompt is made of, as this project has it."""
        edits = self.all("template", EditedTemplate).values()
        return Templates({e.name: Template(e.version, e.text) for e in edits if e.name in NAMES})

    def template_history(self, name: str) -> tuple[EditedTemplate, ...]:
        """Every edit of a template, each once, oldest first."""
        return tuple(dict.fromkeys(self.history("template", EditedTemplate, name)))
