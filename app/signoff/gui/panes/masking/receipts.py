"""Sentences on prompts: what came back, and what the leak scan found."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.masking import MaskReceipt
from signoff.gui.panes.masking.rules import ShownPrompt
from signoff.gui.panes.masking.words import counted, say


def receipt_words(receipt: MaskReceipt) -> str:
    """What the leak scan of one prompt found."""
    short, terms = receipt.prompt_hash[:4], f"{receipt.terms:,}"
    if not receipt.leaks:
        return say("prompt {short}…: {terms} terms searched, none found").format(short=short, terms=terms)
    found = say(
        "prompt {short}…: {terms} terms searched, {found} found; it is not given to the language model"
    )
    return found.format(short=short, terms=terms, found=f"{len(receipt.leaks):,}")


def project_words(sent: Sequence[MaskReceipt], previewed: Sequence[MaskReceipt]) -> str:
    """What the leak scans of the whole project found."""
    if sent:
        words = counted(
            len(sent),
            say("The whole project: 1 prompt was given to the language model on this machine"),
            say("The whole project: {n} prompts were given to the language model on this machine"),
        )
        return f"{words}, {_found(sent)}"
    if previewed:
        words = counted(
            len(previewed),
            say("The whole project: 1 prompt would be given to the language model on this machine"),
            say("The whole project: {n} prompts would be given to the language model on this machine"),
        )
        return f"{words}, {_found(previewed)}"
    return say("The whole project: nothing was given to the language model so far")


def came_back_words(shown: ShownPrompt) -> str:
    """What the language model answered."""
    if not shown.is_sent:
        return say("not given to the language model yet: this is what it would read")
    count, tokens = len(shown.generations), sum(g.tokens for g in shown.generations)
    words = counted(count, say("1 candidate came back"), say("{n} candidates came back"))
    told = counted(tokens, say("1 token"), say("{n} tokens"))
    return f"{words}, {told} · {shown.prompt.template}"


def _found(receipts: Sequence[MaskReceipt]) -> str:
    found = sum(len(receipt.leaks) for receipt in receipts)
    return counted(found, say("1 term found"), say("{n} terms found"))
