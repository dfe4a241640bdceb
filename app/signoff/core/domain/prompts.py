"""A prompt as it reaches the generator."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields

from signoff.core.domain.masking import MaskReceipt
from signoff.core.domain.sealing import Seal

SURE = 0.9
"""Probability of each of its tokens, among those the grammar admits, above which an answer is sure."""


@dataclass(frozen=True)
class ProjectExample:
    """A rule of the project itself that stands as a worked example in a prompt."""

    target: str
    column: str
    digest: str
    """Of its rule and its SQL as they were approved: a changed one is another example."""


@dataclass(frozen=True)
class Prompt:
    """One prompt, all names masked."""

    prefix: str
    """System text and fixed worked examples: the same for every rule, kept in the cache."""
    body: str
    """Columns in scope, chosen examples and the rule."""
    template: str
    """Template's name and version, such as ``expression/1``."""
    hash: str
    """SHA-256 of prefix and body."""
    columns: tuple[str, ...] = ()
    """Identifiers the grammar admits, as they stand in the prompt."""
    literals: tuple[str, ...] = ()
    """Fixed values of the rule, as they stand in the prompt."""
    condition: bool = False
    aggregate: bool = False
    rows: bool = False
    """A sentence on rows is to be told as one row operation, not an expression."""
    public: str = ""
    """The shipped part of the body (template lines and worked examples), for the leak scan."""
    column_types: tuple[str, ...] = ()
    """DuckDB type of each of `columns`, upper case; empty when not known."""
    target_type: str = ""
    """DuckDB type wanted; empty when not known."""
    rule: str = ""
    """The rule's masked text, with what people answered to it: its words may be meant as fixed values."""
    has_public_prefix: bool = False
    """The prefix is as shipped, nothing of a project in it: its evaluation may be kept outside the project."""
    examples: tuple[ProjectExample, ...] = ()
    """The project's own rules among the worked examples of the body."""


class NotCleared(Exception):
    """Something was about to reach the generator that the gate did not look through: a fault of the program."""


@dataclass(frozen=True)
class ClearedPrompt(Prompt):
    """A prompt that the gate looked through and found clean: all that the generator takes.

    Only the gate can make one. A copy with any other text has no valid seal.

    Raises:
        NotCleared: the seal is not the gate's seal of exactly this prompt, or the receipt tells of a leak.
    """

    receipt: MaskReceipt = field(kw_only=True)
    seal: Seal = field(kw_only=True, repr=False)

    def __post_init__(self) -> None:
        if self.receipt.leaks or not self.seal.is_of(digest_of(self), self.receipt.prompt_hash):
            raise NotCleared("a prompt without the gate's receipt was about to reach the generator")


def digest_of(prompt: Prompt) -> str:
    """SHA-256 of everything in a prompt that bears on what the generator sees."""
    parts = [str(getattr(prompt, each.name)) for each in fields(Prompt)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Generation:
    """What the generator answered."""

    text: str
    tokens: int
    seconds: float
    finished: bool
    """False when cut at the token limit: a failed candidate."""
    logprob: float = 0.0
    """Sum of the natural logarithms of its tokens' probabilities, under the grammar."""
    least: float = 0.0
    """Probability of its least probable token; 0 when not known."""
