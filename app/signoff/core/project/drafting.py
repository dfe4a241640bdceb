"""What drafting leaves in a project: prompts with their receipts, drafts, checks, findings, questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from signoff.core.domain.checks import Verification
from signoff.core.domain.findings import Finding
from signoff.core.domain.masking import Alias, MaskReceipt
from signoff.core.domain.plan import Draft
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.review import Question
from signoff.core.project.store import Store


class PromptLike(Protocol):
    """One prompt as it was sent, however the caller keeps it."""

    @property
    def target(self) -> str:
        """Target the prompt is for."""

    @property
    def column(self) -> str:
        """Target column, or a condition's text."""

    @property
    def prompt(self) -> Prompt:
        """As it was sent."""

    @property
    def receipt(self) -> MaskReceipt:
        """The leak scan's proof."""

    @property
    def aliases(self) -> Sequence[Alias]:
        """What stood in for what."""

    @property
    def generations(self) -> Sequence[Generation]:
        """What came back."""


@dataclass(frozen=True)
class StoredPrompt:
    """One prompt as it was sent, the proof that it was clean, and what came back."""

    target: str
    column: str
    prompt: Prompt
    receipt: MaskReceipt
    aliases: tuple[Alias, ...] = ()
    generations: tuple[Generation, ...] = ()


@dataclass(frozen=True)
class GeneratorUsed:
    """The language model that drafted."""

    name: str
    digest: str
    """SHA-256 of its file."""
    masking: str = ""


class Drafting(Store):
    """Reads and writes of what drafting leaves."""

    def put_generator(self, generator: GeneratorUsed, *, by: str) -> None:
        """Keep which language model drafts."""
        self.put("choose generator", "generator", "generator", generator, by=by)

    @property
    def generator(self) -> GeneratorUsed | None:
        """The language model that drafted last; None when none did."""
        return self.get("generator", "generator", GeneratorUsed)

    def put_prompts(self, prompts: Iterable[PromptLike], *, by: str) -> None:
        """Keep prompts and what came back, in the order they were sent."""
        with self.act("prompt", "", by=by):
            for each in prompts:
                stored = StoredPrompt(
                    each.target,
                    each.column,
                    each.prompt,
                    each.receipt,
                    tuple(each.aliases),
                    tuple(each.generations),
                )
                self.put("prompt", "prompt", place(each.target, each.column), stored, by=by)

    def prompts(self, target: str, column: str | None = None) -> tuple[StoredPrompt, ...]:
        """Every prompt ever sent for a target, or one column of it, oldest first."""
        return tuple(
            p
            for p in self.history("prompt", StoredPrompt)
            if same(p.target, target) and (column is None or same(p.column, column))
        )

    def put_drafts(self, drafts: Sequence[Draft], *, by: str) -> None:
        """Keep one or more drafts; the ones before stay in the history."""
        with self.act("draft", ", ".join(d.target for d in drafts), by=by):
            for draft in drafts:
                self.put("draft", "draft", fold(draft.target), draft, by=by)

    def draft(self, target: str) -> Draft | None:
        """The present draft of a target."""
        return self.get("draft", fold(target), Draft)

    def drafts(self) -> tuple[Draft, ...]:
        """The present drafts, in the order the targets were first drafted."""
        return tuple(self.all("draft", Draft).values())

    def draft_history(self, target: str) -> tuple[Draft, ...]:
        """Every draft of a target, oldest first."""
        return self.history("draft", Draft, fold(target))

    def put_basis(self, target: str, basis: str, *, by: str) -> None:
        """Keep what of the document the present draft was made from."""
        self.put("draft", "basis", fold(target), basis, by=by)

    def basis(self, target: str) -> str:
        """What of the document the present draft was made from; empty when it was not kept."""
        return self.get("basis", fold(target), str) or ""

    def put_verifications(self, verifications: Sequence[Verification], *, by: str) -> None:
        """Keep what verify found out."""
        with self.act("verify", ", ".join(v.target for v in verifications), by=by):
            for each in verifications:
                self.put("verify", "verification", fold(each.target), each, by=by)

    def verification(self, target: str) -> Verification | None:
        """What verify found out about the present draft."""
        return self.get("verification", fold(target), Verification)

    def put_findings(self, target: str, findings: Sequence[Finding], *, by: str) -> None:
        """Keep the findings on a target; they take the place of the ones before."""
        self.put("note findings", "findings", fold(target), tuple(findings), by=by)

    def findings(self, target: str) -> tuple[Finding, ...]:
        """The present findings on a target; those on no target stand under the empty name."""
        return self.get("findings", fold(target), tuple[Finding, ...]) or ()

    def put_questions(self, target: str, questions: Sequence[Question], *, by: str) -> None:
        """Keep what is asked about a target; it takes the place of what was asked before."""
        with self.act("ask", target, by=by):
            self.put("ask", "questions", fold(target), tuple(questions), by=by)
            for question in questions:
                self.put("ask", "question", question.id, question, by=by)

    def questions(self, target: str) -> tuple[Question, ...]:
        """What is asked about a target at present, answered or not."""
        return self.get("questions", fold(target), tuple[Question, ...]) or ()

    def remember_question(self, question: Question, *, by: str) -> None:
        """Keep a question that follows from a draft, so that its answer can be read later."""
        if self.question(question.id) != question:
            self.put("ask", "question", question.id, question, by=by)

    def put_contradicted(self, target: str, column: str, question: Question | None, *, by: str) -> None:
        """Keep what is asked since a new version speaks against an answer; None asks no more."""
        self.put("ask", "contradiction", place(target, column), question, by=by)

    def contradicted(self, target: str) -> tuple[Question, ...]:
        """What is asked since a new version speaks against answers on a target, answered or not."""
        return tuple(q for q in self.all("contradiction", Question).values() if same(q.target, target))

    def question(self, question_id: str) -> Question | None:
        """A question ever asked."""
        return self.get("question", question_id, Question)

    def drafted_at(self, target: str) -> int:
        """Number of the entry that wrote the present draft; 0 when there is none."""
        return self.written_at("draft", fold(target))


def fold(name: str) -> str:
    """A name as a key: case does not tell names apart."""
    return name.casefold()


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for case."""
    return one.casefold() == other.casefold()


def place(target: str, column: str) -> str:
    """Key of one column of one target."""
    return f"{fold(target)}\x1f{fold(column)}"
