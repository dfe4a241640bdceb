"""Sample rows that have been in a project for longer than the administrator lets them: taken out, their bytes erased.

The record keeps that there were some, when they came and when they went; of the rows nothing stays.
"""

from __future__ import annotations

from datetime import date

from signoff.core.domain.policies import policy
from signoff.core.domain.sentences import say
from signoff.core.project.inputs import Inputs

BY = "policy"
"""Who does it, in the record."""
_ACT = "let samples expire"


def expire_samples(project: Inputs) -> str:
    """Take out what is too old, made-up rows left alone; returns what a person should be told, or nothing.

    Raises:
        SignoffError: the project can't be written, or the policy can't be used.
    """
    days = policy().sample_days
    if days is None:
        return ""
    today = date.fromisoformat(project.now()[:10])
    stays, old = set(project.bytes_beside_samples()), set[str]()
    for at, file in project.every_sample():
        is_old = not file.made_up and (today - date.fromisoformat(at[:10])).days > days
        (old if is_old else stays).add(file.digest)
    gone = old - stays - project.erased()
    if not gone:
        return ""
    present = [file for file in project.samples() if file.digest in gone]
    tables = ", ".join(file.table for file in present)
    with project.act(_ACT, tables or "earlier samples", by=BY):
        for file in present:
            project.put(_ACT, "sample", file.table, None, by=BY)
        for digest in sorted(gone):
            project.erase_bytes(digest, because=_ACT, by=BY)
    return say("policy.sample_expired", count=len(present), tables=tables, days=days) if present else ""
