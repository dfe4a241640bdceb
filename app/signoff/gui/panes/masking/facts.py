"""What the step shows beside the standing: terms and their uses, prompts that were sent, templates and their edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.mask.uses import TermUse, terms_used
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.mask_proofs import last_mask_proof, prompts_since_proof
from signoff.core.project.project import Project
from signoff.core.project.templates import EditedTemplate
from signoff.core.prompt.templates import NAMES, Templates

_TERMS_FROM = ("spec", "sources", "glossary", "masking_level")
Marks = tuple[tuple[tuple[str, str], int], ...]


@dataclass(frozen=True)
class Facts:
    """One moment of the project, as the step shows it."""

    uses: tuple[TermUse, ...]
    sent: tuple[StoredPrompt, ...]
    """Every prompt ever sent, oldest first."""
    templates: Templates
    histories: Mapping[str, tuple[EditedTemplate, ...]]
    """Edits of each template, oldest first."""
    proof: MaskProof | None = None
    """Receipt of the last look for names; None when nobody asked for one."""
    prompts_since_proof: bool = False
    terms_marks: Marks = ()
    prompt_marks: Marks = ()

    def tokens(self, target: str) -> int:
        """Tokens the language model wrote for a target."""
        prompts = [p for p in self.sent if p.target.casefold() == target.casefold()]
        return sum(g.tokens for p in prompts for g in p.generations)


def read_facts(project: Project, before: Facts | None) -> Facts:
    """The facts of a project; what did not change is taken from those read before."""
    marks = project.marks()
    terms_marks, prompt_marks = _marks(marks, _TERMS_FROM), _marks(marks, ("prompt",))
    return Facts(
        uses=before.uses if before and before.terms_marks == terms_marks else _uses(project),
        sent=before.sent
        if before and before.prompt_marks == prompt_marks
        else project.history("prompt", StoredPrompt),
        templates=project.templates(),
        histories={name: project.template_history(name) for name in NAMES},
        proof=last_mask_proof(project),
        prompts_since_proof=prompts_since_proof(project),
        terms_marks=terms_marks,
        prompt_marks=prompt_marks,
    )


def _uses(project: Project) -> tuple[TermUse, ...]:
    spec = project.amended_spec
    return terms_used(spec, project.sources, project.glossary, project.masking_level) if spec else ()


def _marks(marks: Mapping[tuple[str, str], int], kinds: tuple[str, ...]) -> Marks:
    return tuple(sorted((key, seq) for key, seq in marks.items() if key[0] in kinds))
