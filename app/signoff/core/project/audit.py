"""The audit chain: every act has an entry, and every entry's digest covers all entries before it.

The digest of an entry is ``sha256(digest of the previous entry ‖ canonical JSON of the entry)``. The head,
the last digest, is printed into every export: a copy outside the file, the witness that none was cut off.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Entry:
    """One act."""

    seq: int
    """From 1, without a gap."""
    at: str
    """ISO 8601, UTC, seconds."""
    by: str
    act: str
    """What was done, such as ``sign``."""
    subject: str
    """What it was done to, such as ``contract.party_name``; never a sample value."""
    payload: str
    """SHA-256 over everything the act wrote."""
    digest: str = ""
    early: bool = False
    """Marked: earlier in time than the entry before it."""


@dataclass(frozen=True)
class Break:
    """Where the chain no longer holds."""

    seq: int
    """The first entry that can't be trusted."""
    reason: str


def sha256(data: bytes) -> str:
    """Digest as 64 hexadecimal letters."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: object) -> str:
    """JSON with sorted keys and no blanks: equal values give equal text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def chained(previous: str, entry: Entry) -> str:
    """Digest of an entry that follows the entry of digest `previous` (empty for the first)."""
    fields = asdict(entry)
    del fields["digest"], fields["early"]
    return sha256((previous + canonical(fields)).encode("utf-8", "surrogatepass"))


def payload_digest(records: Iterable[tuple[str, str, str | None]]) -> str:
    """Digest over the (kind, key, body) of everything an act wrote, in order."""
    return sha256(canonical([list(record) for record in records]).encode("utf-8", "surrogatepass"))


def marked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, those earlier than their predecessor marked so."""
    result: list[Entry] = []
    for entry in entries:
        early = bool(result) and entry.at < result[-1].at
        result.append(Entry(**{**asdict(entry), "early": early}))
    return tuple(result)


def first_break(entries: Iterable[Entry], payloads: Mapping[int, str], head: tuple[int, str]) -> Break | None:
    """The first entry that does not hold, or None.

    Args:
        entries: in order of their number.
        payloads: digest of what lies in the file for each entry's number, computed anew.
        head: number and digest of the last entry as the file keeps them apart from the chain.
    """
    previous, seq = "", 0
    for seq, entry in enumerate(entries, start=1):
        if entry.seq != seq:
            return Break(seq, f"entry {seq} is missing")
        if chained(previous, entry) != entry.digest:
            return Break(seq, f"entry {seq} was changed, or an entry before it was put in or taken out")
        if payloads.get(seq, "") != entry.payload:
            return Break(seq, f"what entry {seq} ({entry.act}) wrote is no longer what lies in the file")
        previous = entry.digest
    if head != (seq, previous):
        place = min(head[0], seq) + 1
        return Break(place, f"the chain ends at entry {seq}, the file's own mark says {head[0]}")
    stray = min((number for number in payloads if not 1 <= number <= seq), default=None)
    return None if stray is None else Break(max(stray, 1), f"something was written without an entry {stray}")
