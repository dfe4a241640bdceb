"""Prompts of no project, looked through by the gate: the generator takes no others."""

from __future__ import annotations

from signoff.core.domain.prompts import ClearedPrompt, Prompt
from signoff.core.mask.leaks import Gate

_NO_TERMS = Gate(())


def cleared(prompt: Prompt) -> ClearedPrompt:
    """A prompt in which nothing is to be hidden."""
    return _NO_TERMS.clear(prompt, "")
