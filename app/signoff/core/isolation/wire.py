"""Messages between parent and child: one JSON object a line, UTF-8, of limited length.

Never pickle: the parent would run what a compromised child sends.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

MAX_LINE = 64 * 1024 * 1024
"""Longest message in bytes, line feed included."""


class WireError(Exception):
    """A line that is no message: too long, cut off, no JSON, or no object."""


class TooLong(WireError):
    """A message that is longer than `MAX_LINE`: too much was asked for, or sent."""


def encode(message: Mapping[str, Any]) -> bytes:
    """The message as one line.

    Raises:
        TooLong: it is longer than `MAX_LINE`.
        WireError: it holds something JSON cannot.
    """
    try:
        line = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except (TypeError, ValueError, RecursionError) as error:
        raise WireError(f"cannot be written as JSON: {error}") from error
    if len(line) > MAX_LINE:
        raise TooLong(f"is {len(line)} bytes long, the limit is {MAX_LINE}")
    return line


def read(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message of the stream; None at its end.

    Raises:
        WireError: the next line is no message.
    """
    line = stream.readline(MAX_LINE + 1)
    if not line:
        return None
    if len(line) > MAX_LINE:
        raise WireError("is longer than the limit")
    if not line.endswith(b"\n"):
        raise WireError("ends in the middle")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise WireError("is not JSON") from error
    if not isinstance(message, dict):
        raise WireError("is not an object")
    return message
