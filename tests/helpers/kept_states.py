"""The same rules over an evaluated prefix that came about in four ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from signoff.core.domain.prompts import ClearedPrompt
from signoff.core.generate.generator import Generator


def four_ways(
    make: Callable[[], Generator], prompts: Sequence[ClearedPrompt], other: ClearedPrompt
) -> dict[str, list[tuple[str, ...]]]:
    """The texts of all candidates of each prompt, by how the prefix came into memory.

    Args:
        make: a generator over an empty cache; called twice.
        prompts: with one prefix.
        other: with another prefix, to drive the first one out of memory.
    """
    found = {}
    with make() as first:
        found["cold"] = [_texts(first, prompt) for prompt in prompts]
        found["warm"] = [_texts(first, prompt) for prompt in reversed(prompts)][::-1]
        first.generate(other)
        found["loaded"] = [_texts(first, prompt) for prompt in prompts]
    with make() as second:
        found["resumed"] = [_texts(second, prompt) for prompt in reversed(prompts)][::-1]
    return found


def _texts(generator: Generator, prompt: ClearedPrompt) -> tuple[str, ...]:
    return tuple(f"{each.text} {each.logprob}" for each in generator.generate(prompt, candidates=2))
