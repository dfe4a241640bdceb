"""The text behind an evaluated prompt that was kept on disk: its token numbers give the whole of it back."""

from __future__ import annotations

import struct
from pathlib import Path

from signoff.core.engines.llama import library

_HEADER = struct.Struct("<III")
_MAGIC = 0x67677371
"""ggsq: the state of one sequence."""


def tokens_in(state: Path) -> list[int]:
    """Numbers of the tokens in a kept state."""
    data = state.read_bytes()
    magic, _version, count = _HEADER.unpack_from(data)
    assert magic == _MAGIC, f"{state.name} is no kept state"
    return list(struct.unpack_from(f"<{count}i", data, _HEADER.size))


def text_in(state: Path, generator: Path) -> str:
    """The text of a kept state.

    Args:
        state: the file.
        generator: the model file it was made with; only its vocabulary is read.
    """
    lib = library.llama()
    params = lib.llama_model_default_params()
    params.vocab_only = True
    model = lib.llama_model_load_from_file(str(generator).encode(), params)
    vocabulary = lib.llama_model_get_vocab(model)
    room = lib.ctypes.create_string_buffer(256)
    pieces = []
    for token in tokens_in(state):
        length = lib.llama_token_to_piece(vocabulary, token, room, len(room), 0, True)
        pieces.append(room.raw[:length])
    lib.llama_model_free(model)
    return b"".join(pieces).decode("utf-8", "replace")
