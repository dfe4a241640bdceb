"""What a run has at hand: the sandbox, the generator, the terms, and what people have said so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from signoff.core.domain.cells import Cell
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.mandates import Marks, Since
from signoff.core.domain.masking import Alias, MaskingLevel, MaskReceipt, Term
from signoff.core.domain.prompts import ClearedPrompt, Generation, ProjectExample, Prompt
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken, Report, silent
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.templates import SHIPPED, Templates
from signoff.core.verify.profile import TableProfile


@dataclass(frozen=True)
class PromptRecord:
    """One prompt as it was sent, with the proof that it was clean and what came back."""

    target: str
    column: str
    """Target column; a condition's text stands for joins and filters."""
    rule: str
    """The rule as the document has it."""
    masked: str
    """The rule as the generator sees it."""
    prompt: Prompt
    receipt: MaskReceipt
    aliases: tuple[Alias, ...]
    generations: tuple[Generation, ...]


class GeneratorLost(SignoffError):
    """The generator can't work, or died: the run stops, and no target is kept as one that can't be drafted."""


class Proposer(Protocol):
    """Whatever proposes expressions for a prompt."""

    @property
    def identity(self) -> str:
        """Digest of the generator's file and its library's build."""
        ...

    def load(self) -> None:
        """Make sure that it can work at all; a SignoffError says why not."""
        ...

    def generate(
        self, prompt: ClearedPrompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        """Candidates for one prompt, the most likely first."""
        ...


class Preview:
    """Proposes nothing, so that every prompt can be seen before one is sent."""

    identity = "nothing is sent"

    def load(self) -> None:
        """Nothing is needed."""

    def generate(
        self, prompt: ClearedPrompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        """No candidate."""
        return ()


@dataclass(frozen=True)
class Said:
    """What people have said about a document: answers by question id, expressions and comments by column."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """A choice's id or a value, by question id."""
    written: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """Expression and its writer, by target and column, both case-folded."""
    comments: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Requests for a change, oldest first, by target and column, both case-folded."""


@dataclass
class Desk:
    """One run's tools; serves one caller at a time."""

    sandbox: Sandbox
    generator: Proposer | None
    """None drafts without a language model: what is not certain stays unresolved."""
    examples: ExampleBank
    settled: Mapping[tuple[str, str], Collection[ProjectExample]] = field(default_factory=dict)
    """Rules of the project that helped approved columns, by target and column, case-folded: no others help those, so
    that approving one thing does not draft another anew."""
    terms: tuple[Term, ...] = ()
    level: MaskingLevel = MaskingLevel.IDENTIFIERS
    """How much is hidden from the generator."""
    said: Said = field(default_factory=Said)
    templates: Templates = SHIPPED
    """The texts around rules in prompts."""
    candidates: int = 2
    """Expressions asked of the generator for one rule."""
    repairs: int = 2
    """Times an expression that fails goes back to the generator."""
    token_budget: int = 1200
    """Tokens a prompt's body may take."""
    stop_on_leak: bool = True
    """A prompt that would leak a term stops the run; when False its rule is not sent and stays unresolved."""
    report: Report = silent
    cancel: CancelToken = field(default_factory=CancelToken)
    recalled: dict[str, tuple[Generation, ...]] = field(default_factory=dict)
    """What this generator answered to a prompt before, by the prompt's hash: it is not asked again."""
    profiles: dict[str, TableProfile] = field(default_factory=dict)
    """Profiles of sample tables taken so far, by case-folded name."""
    colours: Mapping[Cell, str] = field(default_factory=dict)
    """What colours of the document's cells say in words."""
    marks: Marks = field(default_factory=dict)
    """What the document's headings, colours and change log say of rows of existing tables; set by a run."""
    settings_texts: Mapping[str, tuple[tuple[str, Cell | None], ...]] = field(default_factory=dict)
    """Texts of the document that may say how an existing model is kept, by case-folded target, with their cells."""
    since: Mapping[str, Since] = field(default_factory=dict)
    """The version of the document that existing SQL was made from, by case-folded target; only where it is another."""
    dialect: str = "duckdb"
    """sqlglot's name of the warehouse's SQL, in which existing SQL is read unless its text shows another."""
    around: Surroundings = ALONE
    """The dbt project that existing SQL stands in."""
    held_back: list[tuple[str, Prompt]] = field(default_factory=list)
    """Every prompt that the gate stopped while `stop_on_leak` is False, with where its answer would stand."""
    ledger: list[PromptRecord] = field(default_factory=list)
    """Every prompt of the run, in order."""
