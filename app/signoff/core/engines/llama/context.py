"""One loaded language model with its cache of evaluated tokens."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from signoff.core.domain.sentences import say
from signoff.core.engines.llama.library import llama
from signoff.core.errors import Cancelled, SignoffError

PIECE = 256
"""Tokens evaluated at once. Fixed: other pieces give other rounding and so, now and then, another answer."""
MAIN = 0
"""The sequence that holds prefix and body; further candidates branch off into sequences of their own."""
_ABORTED = 2

Logits = NDArray[np.float32]


class LlamaContext:
    """A model file in memory. Serves one caller; free it with `close`."""

    def __init__(self, path: Path, *, context_tokens: int, threads: int, sequences: int) -> None:
        """Load the file.

        Raises:
            SignoffError: the file is no GGUF file, or llama.cpp can't load it.
        """
        _check_magic(path)
        self._lib = llama()
        self._model = self._load(path)
        self._context = self._open(path, context_tokens, threads, sequences)
        self._memory = self._lib.llama_get_memory(self._context)
        self._batch = self._lib.llama_batch_init(PIECE, 0, 1)
        self._stop: Callable[[], bool] = lambda: False
        self._abort = self._lib.ggml_abort_callback(lambda _data: self._stop())
        self._lib.llama_set_abort_callback(self._context, self._abort, None)
        self.vocabulary = self._lib.llama_model_get_vocab(self._model)
        self.words = int(self._lib.llama_vocab_n_tokens(self.vocabulary))
        self.context_tokens = context_tokens
        self.sequences = sequences

    def _load(self, path: Path) -> Any:
        params = self._lib.llama_model_default_params()
        params.n_gpu_layers = 0
        params.check_tensors = False
        model = self._lib.llama_model_load_from_file(str(path).encode(), params)
        if not model:
            raise SignoffError(say("model.not_loaded", file=path.name))
        return model

    def _open(self, path: Path, context_tokens: int, threads: int, sequences: int) -> Any:
        params = self._lib.llama_context_default_params()
        params.n_ctx = context_tokens
        params.n_batch = params.n_ubatch = PIECE
        params.n_seq_max = sequences
        params.kv_unified = True
        params.n_threads = params.n_threads_batch = threads
        params.no_perf = True
        context = self._lib.llama_init_from_model(self._model, params)
        if not context:
            raise SignoffError(say("model.no_memory", file=path.name))
        return context

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        if self._context:
            self._lib.llama_batch_free(self._batch)
            self._lib.llama_free(self._context)
            self._lib.llama_model_free(self._model)
            self._context = self._model = None

    def tokens(self, text: str) -> list[int]:
        """The text as token numbers; chat markup becomes its control tokens."""
        raw = text.encode("utf-8")
        room = len(raw) + 8
        found = (self._lib.llama_token * room)()
        count = self._lib.llama_tokenize(self.vocabulary, raw, len(raw), found, room, False, True)
        return list(found[:count])

    def evaluate(self, tokens: Sequence[int], start: int, stop: Callable[[], bool]) -> Logits:
        """Evaluate tokens on the main sequence from position `start`, in fixed pieces.

        Returns:
            The logits after the last token: a copy, one number a word of the vocabulary.

        Raises:
            Cancelled: `stop` said so; what was evaluated of `tokens` is forgotten.
        """
        for offset in range(0, len(tokens), PIECE):
            piece = tokens[offset : offset + PIECE]
            last = offset + PIECE >= len(tokens)
            rows = [(token, start + offset + index, MAIN) for index, token in enumerate(piece)]
            try:
                self.decode(rows, [len(rows) - 1] if last else [], stop)
            except Cancelled:
                self.forget(MAIN, start)
                raise
        return self.logits(len(piece) - 1)

    def decode(
        self, rows: Sequence[tuple[int, int, int]], wanted: Sequence[int], stop: Callable[[], bool]
    ) -> None:
        """Evaluate up to `PIECE` tokens, each with its position and sequence.

        Args:
            rows: token, position, sequence.
            wanted: rows whose logits will be asked for.
            stop: asked between the steps of the calculation.

        Raises:
            Cancelled: `stop` said so.
        """
        batch = self._batch
        batch.n_tokens = len(rows)
        asked = frozenset(wanted)
        for index, (token, position, sequence) in enumerate(rows):
            batch.token[index] = token
            batch.pos[index] = position
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = sequence
            batch.logits[index] = index in asked
        self._stop = stop
        status = self._lib.llama_decode(self._context, batch)
        if status == _ABORTED or (status != 0 and stop()):
            raise Cancelled
        if status != 0:
            raise SignoffError(say("model.rule_too_long"))

    def logits(self, row: int) -> Logits:
        """Copy of the logits of one row of the last `decode`."""
        pointer = self._lib.llama_get_logits_ith(self._context, row)
        return np.ctypeslib.as_array(pointer, shape=(self.words,)).copy()

    def branch(self, sequence: int, end: int) -> None:
        """Let another sequence begin with what the main one holds before position `end`."""
        self._lib.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        self._lib.llama_memory_seq_cp(self._memory, MAIN, sequence, 0, end)

    def forget(self, sequence: int, start: int) -> None:
        """Drop what a sequence holds from position `start` on."""
        self._lib.llama_memory_seq_rm(self._memory, sequence, start, -1)

    def save(self, path: Path, tokens: Sequence[int]) -> bool:
        """Write the main sequence's state to a file; whether that worked."""
        array = (self._lib.llama_token * len(tokens))(*tokens)
        written = self._lib.llama_state_seq_save_file(
            self._context, str(path).encode(), MAIN, array, len(tokens)
        )
        return bool(written)

    def restore(self, path: Path, tokens: Sequence[int]) -> bool:
        """Read the main sequence's state from a file; False, and nothing kept, when it holds other tokens."""
        room = len(tokens)
        found = (self._lib.llama_token * room)()
        count = ctypes.c_size_t(0)
        read = self._lib.llama_state_seq_load_file(
            self._context, str(path).encode(), MAIN, found, room, ctypes.byref(count)
        )
        if read and count.value == room and list(found) == list(tokens):
            return True
        self.forget(MAIN, 0)
        return False


def _check_magic(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise SignoffError(say("model.unreadable", path=path, reason=error.strerror)) from error
    if magic != b"GGUF":
        raise SignoffError(say("model.no_gguf", file=path.name))
