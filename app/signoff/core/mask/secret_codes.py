"""Codes that nobody can guess or read without the project's secret, and the same each time with it."""

from __future__ import annotations

import hmac

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
CODE = 7
"""Letters of a code: 26 times 32 to the sixth."""
_TAG = 5
"""Bytes of the check in front of hidden text; it begins the key stream, so equal beginnings do not show."""
_LENGTH = 2
MOST_HIDDEN = 600
"""Bytes that one alias can carry."""
MOST_LETTERS = 1024
"""Letters that are more than it takes for them."""


def code(secret: bytes, *parts: str) -> str:
    """A code for something, beginning with a letter.

    Args:
        secret: of the project.
        parts: what it is a code of.
    """
    number = int.from_bytes(
        _digest(secret, b"code", "\0".join(parts).encode("utf-8", "surrogatepass")), "big"
    )
    number, first = divmod(number, 26)
    letters = [_LETTERS[first]]
    for _place in range(CODE - 1):
        number, rest = divmod(number, 32)
        letters.append(_LETTERS[rest])
    return "".join(letters)


def hidden(secret: bytes, text: str) -> str:
    """A text as letters and digits, its length first, that `shown` reads back.

    Raises:
        ValueError: it is longer than `MOST_HIDDEN` bytes.
    """
    plain = text.encode("utf-8", "surrogatepass")
    if len(plain) > MOST_HIDDEN:
        raise ValueError("too long for one alias")
    tag = _digest(secret, b"tag", plain)[:_TAG]
    letters = _to_letters(tag + _mixed(secret, tag, plain))
    high, low = divmod(len(letters), 32)
    return f"{_LETTERS[high]}{_LETTERS[low]}{letters}"


def shown(secret: bytes, letters: str) -> tuple[str, int] | None:
    """What was hidden in the letters at the beginning of a text, and how many they are; None where nothing was."""
    head = letters[:_LENGTH].lower()
    if len(head) < _LENGTH or any(each not in _LETTERS for each in head):
        return None
    length = _LETTERS.index(head[0]) * 32 + _LETTERS.index(head[1])
    body = letters[_LENGTH : _LENGTH + length].lower()
    if len(body) < length or any(each not in _LETTERS for each in body):
        return None
    data = _from_letters(body)
    tag, plain = data[:_TAG], _mixed(secret, data[:_TAG], data[_TAG:])
    if len(tag) < _TAG or not hmac.compare_digest(tag, _digest(secret, b"tag", plain)[:_TAG]):
        return None
    return plain.decode("utf-8", "surrogatepass"), _LENGTH + length


def _mixed(secret: bytes, tag: bytes, data: bytes) -> bytes:
    blocks = (len(data) + 31) // 32
    stream = b"".join(_digest(secret, b"stream", tag + bytes([number])) for number in range(blocks))
    return bytes(one ^ other for one, other in zip(data, stream, strict=False))


def _digest(secret: bytes, purpose: bytes, data: bytes) -> bytes:
    return hmac.digest(secret, purpose + b"\0" + data, "sha256")


def _to_letters(data: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(_LETTERS[int(bits[place : place + 5], 2)] for place in range(0, len(bits), 5))


def _from_letters(letters: str) -> bytes:
    bits = "".join(f"{_LETTERS.index(each):05b}" for each in letters)
    return bytes(int(bits[place : place + 8], 2) for place in range(0, len(bits) - len(bits) % 8, 8))
