"""The rules of one target table and what is, or would be, sent for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Origin
from signoff.core.domain.masking import Alias, MaskReceipt
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.pipeline.desk import PromptRecord
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.standing import TargetStanding
from signoff.gui.panes.masking.facts import Facts


@dataclass(frozen=True)
class ShownPrompt:
    """One prompt, sent or about to be."""

    prompt: Prompt
    receipt: MaskReceipt
    aliases: tuple[Alias, ...]
    rule: str
    """The rule as the document has it; empty when it can't be told."""
    generations: tuple[Generation, ...] = ()
    is_sent: bool = False


@dataclass(frozen=True)
class RuleLine:
    """A column's rule, or a condition."""

    column: str
    """Column name, or the condition's text."""
    prompts: tuple[ShownPrompt, ...]
    """Oldest first; empty when nothing is sent."""
    origin: Origin | None = None
    """How the column came about; None before it is drafted, and for a condition."""


def rules_of(target: TargetStanding, facts: Facts, previewed: Sequence[PromptRecord]) -> tuple[RuleLine, ...]:
    """The rules of a target: those with a prompt first, each kind in the document's order.

    Args:
        target: as it stands.
        facts: holds the prompts that were sent.
        previewed: prompts that would be sent; used where none was.
    """
    names = tuple(dict.fromkeys(c.name for c in target.mapping.columns))
    own_sent = [p for p in facts.sent if p.target.casefold() == target.name.casefold()]
    own_previewed = [p for p in previewed if p.target.casefold() == target.name.casefold()]
    origins = {c.name.casefold(): c.origin for c in target.dossier.draft.columns} if target.dossier else {}
    lines = [
        RuleLine(
            name,
            _shown(name, _rule(target, name), own_sent, own_previewed),
            origins.get(name.casefold()),
        )
        for name in (*names, *_conditions(names, own_sent, own_previewed))
    ]
    return tuple(sorted(lines, key=lambda line: not line.prompts))


def _shown(
    name: str, rule: str, sent: Sequence[StoredPrompt], previewed: Sequence[PromptRecord]
) -> tuple[ShownPrompt, ...]:
    found = tuple(
        ShownPrompt(p.prompt, p.receipt, p.aliases, rule, p.generations, is_sent=True)
        for p in sent
        if p.column.casefold() == name.casefold()
    )
    return found or tuple(
        ShownPrompt(p.prompt, p.receipt, p.aliases, p.rule)
        for p in previewed
        if p.column.casefold() == name.casefold()
    )


def _conditions(names: Iterable[str], *prompts: Sequence[StoredPrompt | PromptRecord]) -> tuple[str, ...]:
    """Texts of joins and filters that have prompts, each once."""
    columns = {name.casefold() for name in names}
    texts = [p.column for each in prompts for p in each if p.column.casefold() not in columns]
    return tuple(dict.fromkeys(texts))


def _rule(target: TargetStanding, name: str) -> str:
    """A column's rule as the document has it; a condition is its own text."""
    for mapping in target.mapping.columns:
        if mapping.name.casefold() == name.casefold():
            return mapping.rule_resolved or mapping.rule
    return name
