"""The gate's seal on what it looked through. Only the gate may seal; an import contract holds that."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

_KEY = secrets.token_bytes(32)
"""Of this process alone: a seal is never kept, and none from elsewhere is valid."""


@dataclass(frozen=True)
class Seal:
    """A keyed digest of what was looked through."""

    mark: bytes

    def is_of(self, *parts: str) -> bool:
        """Whether this process's gate sealed exactly these parts."""
        return hmac.compare_digest(self.mark, _mark(parts))


def sealed(*parts: str) -> Seal:
    """The seal of some parts: for the gate alone."""
    return Seal(_mark(parts))


def _mark(parts: tuple[str, ...]) -> bytes:
    return hmac.digest(_KEY, "\0".join(parts).encode("utf-8", "surrogatepass"), "sha256")
