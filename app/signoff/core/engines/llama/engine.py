"""Answers prompts on one loaded model: the prefix is evaluated once and kept, in memory and on disk."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.mask_proofs import KeptState
from signoff.core.domain.sentences import say
from signoff.core.engines.llama.context import MAIN, PIECE, LlamaContext
from signoff.core.engines.llama.decoding import Writer, Written
from signoff.core.engines.llama.kept_states import SUFFIX, Vocabulary, is_of, state_name, tokens_in
from signoff.core.engines.llama.library import build
from signoff.core.errors import SignoffError

CONTEXT_TOKENS = 4096
"""Tokens of prefix, body and all candidates together."""
MOST_CANDIDATES = 4
_KEPT_STATES = 4
"""Prefix states kept on disk; the longest unused one goes."""


def facts_of_states(sha256: str) -> str:
    """What decides the bytes of a kept evaluation beside its tokens and the threads."""
    return f"{sha256}|{build()}|{PIECE}|{CONTEXT_TOKENS}"


def decoded_states(model: Path, sha256: str, folder: Path) -> list[KeptState]:
    """Every kept evaluation of a folder as text; only the words of the model file are loaded.

    Raises:
        SignoffError: the library or the file is missing or broken.
    """
    vocabulary = Vocabulary(model)
    facts = facts_of_states(sha256)
    found = []
    try:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            with contextlib.suppress(OSError):
                tokens, size = tokens_in(path), path.stat().st_size
                is_ours = tokens is not None and is_of(path, facts, tokens)
                found.append(
                    KeptState(path.name, size, vocabulary.text(tokens) if tokens and is_ours else None)
                )
    finally:
        vocabulary.close()
    return found


@dataclass(frozen=True)
class Setup:
    """What the engine works with."""

    path: Path
    sha256: str
    """Digest of the file as it was checked: part of the name of what is kept on disk."""
    threads: int
    states: Path | None = None
    """Folder for evaluated prefixes; None keeps them in memory only."""


class Engine:
    """One model in memory, serving one caller."""

    def __init__(self, setup: Setup) -> None:
        """Load the model.

        Raises:
            SignoffError: the library or the file is missing or broken.
        """
        self._setup = setup
        self._context = LlamaContext(
            setup.path, context_tokens=CONTEXT_TOKENS, threads=setup.threads, sequences=MOST_CANDIDATES
        )
        self._writer = Writer(self._context)
        self._prefix: list[int] = []

    def close(self) -> None:
        """Free the memory."""
        self._context.close()

    def answer(
        self,
        prefix: str,
        body: str,
        grammar: str,
        seeds: Sequence[int | None],
        most_tokens: int,
        stop: Callable[[], bool],
        tell: Callable[[str], None],
        sure: float = 1.0,
        is_public: bool = False,
    ) -> list[Written]:
        """One answer for each seed, or only the first where each of its tokens is more probable than `sure`.

        `is_public` says that the prefix is as shipped: no other prefix is ever written to disk.

        Raises:
            SignoffError: the prompt is too long.
            Cancelled: `stop` said so; prefix and model stay ready.
        """
        body_tokens = self._context.tokens(body)
        prefix_tokens = self._context.tokens(prefix)
        needed = len(prefix_tokens) + len(body_tokens) + most_tokens * len(seeds)
        if needed > CONTEXT_TOKENS or len(seeds) > MOST_CANDIDATES:
            raise SignoffError(say("model.too_many_tokens", needed=needed, limit=CONTEXT_TOKENS))
        self._hold(prefix_tokens, stop, tell, is_public=is_public)
        logits = self._context.evaluate(body_tokens, len(prefix_tokens), stop)
        start = len(prefix_tokens) + len(body_tokens)
        return self._writer.write(logits, start, grammar, seeds, most_tokens, stop, sure)

    def _hold(
        self, tokens: list[int], stop: Callable[[], bool], tell: Callable[[str], None], *, is_public: bool
    ) -> None:
        """Have exactly the prefix in the cache, by the cheapest way there is."""
        for sequence in range(1, MOST_CANDIDATES):
            self._context.forget(sequence, 0)
        if tokens == self._prefix:
            self._context.forget(MAIN, len(tokens))
            return
        self._prefix = []
        self._context.forget(MAIN, 0)
        if not (is_public and self._restored(tokens)):
            tell("reading the worked examples")
            self._context.evaluate(tokens, 0, stop)
            if is_public:
                self._keep(tokens)
        self._prefix = tokens

    def _state_file(self, tokens: list[int]) -> Path | None:
        """Where the state of these tokens is kept, named by all that decides its bytes."""
        if self._setup.states is None:
            return None
        name = state_name(facts_of_states(self._setup.sha256), self._setup.threads, tokens)
        return self._setup.states / name

    def _restored(self, tokens: list[int]) -> bool:
        path = self._state_file(tokens)
        if path is None or not path.is_file():
            return False
        restored = self._context.restore(path, tokens)
        with contextlib.suppress(OSError):
            path.touch() if restored else path.unlink()
        return restored

    def _keep(self, tokens: list[int]) -> None:
        """Write the prefix's state, whole or not at all; a full disk only costs the next start its time."""
        path = self._state_file(tokens)
        if path is None:
            return
        part = path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            if self._context.save(part, tokens):
                part.replace(path)
            part.unlink(missing_ok=True)
            states = sorted(
                path.parent.glob(f"*{SUFFIX}"), key=lambda each: each.stat().st_mtime, reverse=True
            )
            for old in states[_KEPT_STATES:]:
                old.unlink(missing_ok=True)
