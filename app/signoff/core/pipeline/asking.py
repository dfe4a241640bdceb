"""The one way of a prompt to the language model: looked through for leaks, put unless it was before, recorded."""

from __future__ import annotations

from signoff.core.domain.prompts import ClearedPrompt, Generation, Prompt
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.isolation import ChildDied
from signoff.core.mask.leaks import Gate, LeakFound
from signoff.core.mask.masking import Masked
from signoff.core.pipeline.desk import Desk, GeneratorLost, PromptRecord, Proposer
from signoff.core.pipeline.places import Place
from signoff.core.prompt.fixed_text import shipped_text_of_prompts


def asked(
    prompt: Prompt,
    masked: Masked,
    text: str,
    place: Place,
    desk: Desk,
    *,
    candidates: int | None = None,
) -> tuple[Generation, ...]:
    """Answers to a prompt that was looked through for leaks; each that was put stands in the ledger.

    None to one that leaks where no person can be asked, or that a generator in good order can't answer.

    Args:
        prompt: what is about to reach the generator.
        masked: what it was made of.
        text: the same before it was masked.
        place: where the answer will stand.
        desk: its generator answers; what it answered to the same prompt before is recalled.
        candidates: answers wanted; default: the run's own number.

    Raises:
        LeakFound: the prompt holds a term.
        GeneratorLost: the generator died, or can't work at all.
    """
    try:
        cleared = Gate(desk.terms, shipped_text_of_prompts(), desk.level).clear(prompt, str(place))
    except LeakFound:
        if desk.stop_on_leak:
            raise
        desk.held_back.append((str(place), prompt))
        return ()
    generations = _recalled(cleared, desk, candidates)
    desk.ledger.append(
        PromptRecord(
            place.target,
            place.column,
            text,
            masked.rule.text,
            prompt,
            cleared.receipt,
            masked.aliases,
            generations,
        )
    )
    return generations


def _recalled(prompt: ClearedPrompt, desk: Desk, candidates: int | None) -> tuple[Generation, ...]:
    if desk.generator is None:
        return ()
    generations = desk.recalled.get(prompt.hash) or _answers(
        desk.generator, prompt, desk, candidates or desk.candidates
    )
    desk.recalled[prompt.hash] = generations
    return generations


def _answers(
    generator: Proposer, prompt: ClearedPrompt, desk: Desk, candidates: int
) -> tuple[Generation, ...]:
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
