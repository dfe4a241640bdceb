"""Records that point to stored bytes: the chain holds only while those bytes are what was put in."""

from __future__ import annotations

import json

_BY_DIGEST = ("aside", "document", "sample")
"""Kinds with a field `digest`."""
_BY_FILES = ("export",)
"""Kinds with a field `files`: path and digest of each."""


def digests_in(kind: str, body: str | None) -> tuple[str, ...]:
    """Digests of the stored bytes that a record points to; an empty one where the record says none."""
    if body is None or kind not in (*_BY_DIGEST, *_BY_FILES):
        return ()
    try:
        content = json.loads(body)
        if kind in _BY_DIGEST:
            return (str(content.get("digest", "")),)
        return tuple(str(digest) for _path, digest in content.get("files", ()))
    except (ValueError, AttributeError, TypeError):
        return ("",)
