"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from signoff.core.domain.policies import require_export_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text beside its place and rename it there, so that a reader sees the old or the new file.

    Raises:
        SignoffError: the folder can't be written to, or the disk is full.
    """
    write_pieces_atomically(path, [text])


def write_pieces_atomically(path: Path, pieces: Iterable[str]) -> None:
    """`write_atomically` for a text that comes in pieces.

    Raises:
        SignoffError: the folder can't be written to, or the disk is full.
    """
    _write(path, (piece.encode("utf-8", "surrogateescape") for piece in pieces))


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """`write_atomically` for bytes.

    Raises:
        SignoffError: the folder can't be written to, or the disk is full.
    """
    _write(path, [data])


def write_leaving(path: Path, content: str | bytes) -> None:
    """`write_atomically` for what leaves a project as a file of its own, where the administrator lets it go.

    Raises:
        SignoffError: it may not be written there, or can't be.
    """
    require_export_folder(path)
    if isinstance(content, str):
        write_atomically(path, content)
    else:
        write_bytes_atomically(path, content)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise SignoffError(say("input.not_written", path=path, reason=error.strerror)) from error
