"""One prompt put to the language model, unless it answered the same one before."""

from __future__ import annotations

from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.isolation import ChildDied
from signoff.core.pipeline.desk import Desk, GeneratorLost, Proposer


def asked(prompt: Prompt, desk: Desk, *, candidates: int | None = None) -> tuple[Generation, ...]:
    """Answers to a prompt; none to one that a generator in good order can't answer, such as one too long for it.

    Args:
        prompt: a prompt that carries a clean receipt.
        desk: its generator answers; what it answered to the same prompt before is recalled.
        candidates: answers wanted; default: the run's own number.

    Raises:
        GeneratorLost: the generator died, or can't work at all.
    """
    if desk.generator is None:
        return ()
    generations = desk.recalled.get(prompt.hash) or _answers(
        desk.generator, prompt, desk, candidates or desk.candidates
    )
    desk.recalled[prompt.hash] = generations
    return generations


def _answers(generator: Proposer, prompt: Prompt, desk: Desk, candidates: int) -> tuple[Generation, ...]:
    try:
        return generator.generate(prompt, candidates=candidates, cancel=desk.cancel)
    except ChildDied as error:
        raise GeneratorLost(say("draft.generator_lost", reason=error)) from error
    except SignoffError:
        _make_sure(generator)
        return ()


def _make_sure(generator: Proposer) -> None:
    try:
        generator.load()
    except SignoffError as error:
        raise GeneratorLost(say("draft.generator_lost", reason=error)) from error
