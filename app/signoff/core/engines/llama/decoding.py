"""Writes answers token by token, never leaving the grammar: its mask is laid over the raw logits."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from signoff.core.domain.sentences import say
from signoff.core.engines.llama.context import MAIN, LlamaContext, Logits
from signoff.core.engines.llama.library import llama, llguidance
from signoff.core.errors import SignoffError

_WARMTH = 0.7
"""Temperature of every candidate but the first, which is greedy."""
_MOST_PENDING = 32
"""Tokens of one answer evaluated at once; several answers together stay within a piece."""
_NUCLEUS = 0.95
"""Share of probability that a sampled token is drawn from."""


@dataclass
class _Answer:
    """One answer being written."""

    sequence: int
    matcher: Any
    position: int
    draw: np.random.Generator | None
    """None for the greedy one."""
    tokens: list[int] = field(default_factory=list)
    pending: list[int] = field(default_factory=list)
    """Chosen but not evaluated yet."""
    finished: bool = False
    seconds: float = 0.0
    logprob: float = 0.0
    least: float = 1.0


@dataclass(frozen=True)
class Written:
    """One answer as it was written."""

    text: str
    tokens: int
    seconds: float
    finished: bool
    logprob: float
    """Sum of the natural logarithms of each token's probability, among the tokens the grammar admits there."""
    least: float
    """The smallest of those probabilities: how sure the least sure choice was."""


class Writer:
    """Writes under a grammar on one context; holds llguidance's view of the vocabulary."""

    def __init__(self, context: LlamaContext) -> None:
        self._context = context
        self._tokenizer = _tokenizer(context)
        self._end = int(llama().llama_vocab_eos(context.vocabulary))
        self._mask = np.zeros((context.words + 31) // 32, dtype=np.int32)

    def check(self, grammar: str) -> None:
        """Compile a grammar.

        Raises:
            SignoffError: llguidance refuses it.
        """
        self._matcher(grammar)

    def write(
        self,
        logits: Logits,
        start: int,
        grammar: str,
        seeds: Sequence[int | None],
        most_tokens: int,
        stop: Callable[[], bool],
        sure: float = 1.0,
    ) -> list[Written]:
        """One answer for each seed, all written at the same time; the first alone while each of its choices is sure.

        The others begin at the first choice of the first that is not, and are not written at all where there is none.

        Args:
            logits: what follows the prompt, from `LlamaContext.evaluate`.
            start: position after the prompt.
            grammar: in llguidance's Lark dialect.
            seeds: None for the most probable answer, a number for a drawn one.
            most_tokens: an answer longer than this stays unfinished.
            stop: ends the writing with `Cancelled`.
            sure: probability above which a choice of the first answer needs no other answer beside it.
        """
        began = time.monotonic()
        matcher = self._matcher(grammar)
        answers = [_Answer(MAIN, matcher.deep_copy(), start, _draw(seeds[0]))]
        self._extend(answers[0], logits, most_tokens, began)
        while True:
            if len(answers) < len(seeds) and answers[0].least <= sure:
                for sequence, seed in enumerate(seeds[1:], 1):
                    self._context.branch(sequence, start)
                    answers.append(_Answer(sequence, matcher.deep_copy(), start, _draw(seed)))
                    self._extend(answers[-1], logits, most_tokens, began)
            running = [answer for answer in answers if answer.pending]
            if not running:
                return [self._written(answer) for answer in answers]
            self._step(running, most_tokens, stop, began)

    def _step(self, running: list[_Answer], most_tokens: int, stop: Callable[[], bool], began: float) -> None:
        rows: list[tuple[int, int, int]] = []
        ends = []
        for answer in running:
            for token in answer.pending:
                rows.append((token, answer.position, answer.sequence))
                answer.position += 1
            answer.pending = []
            ends.append(len(rows) - 1)
        self._context.decode(rows, ends, stop)
        for answer, row in zip(running, ends, strict=True):
            self._extend(answer, self._context.logits(row), most_tokens, began)

    def _extend(self, answer: _Answer, logits: Logits, most_tokens: int, began: float) -> None:
        """Choose the next token, and those after it as long as the grammar leaves no choice."""
        allowed = self._allowed(answer.matcher)
        choice: int | None = self._chosen(allowed, logits, answer)
        while choice is not None:
            if choice == self._end:
                answer.finished, answer.pending = True, []
                break
            answer.matcher.consume_token(choice)
            answer.tokens.append(choice)
            answer.pending.append(choice)
            if answer.matcher.is_stopped():
                answer.finished, answer.pending = answer.matcher.is_accepting(), []
                break
            if len(answer.tokens) >= most_tokens:
                answer.pending = []
                break
            allowed = self._allowed(answer.matcher)
            forced = len(allowed) == 1 and len(answer.pending) < _MOST_PENDING
            choice = int(allowed[0]) if forced else None
        answer.seconds = time.monotonic() - began

    def _allowed(self, matcher: Any) -> NDArray[np.intp]:
        """Numbers of the tokens the grammar admits next."""
        matcher.unsafe_compute_mask_ptr(self._mask.ctypes.data, self._mask.nbytes)
        bits = np.unpackbits(self._mask.view(np.uint8), bitorder="little", count=self._context.words)
        return np.flatnonzero(bits)

    def _chosen(self, allowed: NDArray[np.intp], logits: Logits, answer: _Answer) -> int:
        """The next token, its probability noted."""
        scores = logits[allowed].astype(np.float64)
        scores -= scores.max()
        chances = np.exp(scores)
        chances /= chances.sum()
        draw = answer.draw if len(allowed) > 1 else None
        place = int(np.argmax(scores)) if draw is None else _drawn(scores, draw)
        answer.logprob += float(np.log(max(chances[place], 1e-30)))
        answer.least = min(answer.least, float(chances[place]))
        return int(allowed[place])

    def _matcher(self, grammar: str) -> Any:
        package = llguidance()
        matcher = package.LLMatcher(
            self._tokenizer, package.LLMatcher.grammar_from_lark(grammar), log_level=0
        )
        if matcher.is_error():
            raise SignoffError(say("model.grammar", reason=matcher.get_error()))
        return matcher

    def _written(self, answer: _Answer) -> Written:
        text = self._tokenizer.decode_bytes(answer.tokens).decode("utf-8", "replace")
        return Written(
            text,
            len(answer.tokens),
            round(answer.seconds, 3),
            answer.finished,
            round(answer.logprob, 4),
            round(answer.least, 4),
        )


def _draw(seed: int | None) -> np.random.Generator | None:
    return None if seed is None else np.random.default_rng(seed)


def _drawn(scores: NDArray[np.float64], draw: np.random.Generator) -> int:
    """Place of a token drawn from the nucleus."""
    weights = np.exp(scores / _WARMTH)
    weights /= weights.sum()
    order = np.argsort(-weights, kind="stable")
    kept = order[: int(np.searchsorted(np.cumsum(weights[order]), _NUCLEUS)) + 1]
    return int(draw.choice(kept, p=weights[kept] / weights[kept].sum()))


def _tokenizer(context: LlamaContext) -> Any:
    from llguidance.llamacpp import lltokenizer_from_vocab

    return lltokenizer_from_vocab(context.vocabulary)
