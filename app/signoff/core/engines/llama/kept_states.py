"""Evaluated prefixes on disk: how their files are named, and the text that each gives back."""

from __future__ import annotations

import ctypes
import hashlib
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.engines.llama.library import llama
from signoff.core.errors import SignoffError

SUFFIX = ".kv"
_HEAD = struct.Struct("=III")
"""Magic number, version of the format, how many tokens follow."""
_MOST_TOKENS = 1 << 20
_MOST_THREADS = 256


def state_name(facts: str, threads: int, tokens: Sequence[int]) -> str:
    """Name of the file that keeps the evaluation of some tokens.

    Args:
        facts: what decides its bytes beside the tokens and the threads, such as model file and library.
        threads: the evaluation ran on.
        tokens: what was evaluated.
    """
    return f"{hashlib.sha256(f'{facts}|{threads}|{list(tokens)}'.encode()).hexdigest()[:32]}{SUFFIX}"


def tokens_in(path: Path) -> list[int] | None:
    """The token numbers at the head of a kept evaluation; None where the file is none of this library.

    Raises:
        OSError: the file can't be read.
    """
    library = llama()
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return None
        magic, version, count = _HEAD.unpack(head)
        if magic != library.LLAMA_STATE_SEQ_MAGIC or version != library.LLAMA_STATE_SEQ_VERSION:
            return None
        raw = file.read(4 * count) if count <= _MOST_TOKENS else b""
    return list(struct.unpack(f"={count}i", raw)) if len(raw) == 4 * count else None


def is_of(path: Path, facts: str, tokens: Sequence[int]) -> bool:
    """Whether a file's name says that these tokens are numbers of this model's vocabulary."""
    return any(path.name == state_name(facts, threads, tokens) for threads in range(1, _MOST_THREADS + 1))


class Vocabulary:
    """The words of a model file, without its weights; free it with `close`."""

    def __init__(self, path: Path) -> None:
        """Load them.

        Raises:
            SignoffError: llama.cpp can't load the file.
        """
        self._lib = llama()
        params = self._lib.llama_model_default_params()
        params.n_gpu_layers = 0
        params.vocab_only = True
        self._model: Any = self._lib.llama_model_load_from_file(str(path).encode(), params)
        if not self._model:
            raise SignoffError(say("model.not_loaded", file=path.name))
        self._vocabulary = self._lib.llama_model_get_vocab(self._model)
        self._words = int(self._lib.llama_vocab_n_tokens(self._vocabulary))

    def text(self, tokens: Sequence[int]) -> str | None:
        """The text of token numbers, chat markup with it; None where a number is no word of this vocabulary."""
        if not all(0 <= token < self._words for token in tokens):
            return None
        array = (self._lib.llama_token * len(tokens))(*tokens)
        room = 16 * len(tokens) + 16
        count = -room
        while count < 0:
            room = -count
            found = ctypes.create_string_buffer(room)
            count = self._lib.llama_detokenize(self._vocabulary, array, len(tokens), found, room, False, True)
        return found.raw[:count].decode("utf-8", "replace")

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        if self._model:
            self._lib.llama_model_free(self._model)
            self._model = None
