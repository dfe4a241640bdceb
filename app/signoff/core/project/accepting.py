"""Remarks on the document that stay, each with a reason and a name, before anything is drafted.

The waiver is the same as one given in review: it holds while the remark says what it said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from signoff.core.domain.findings import Finding
from signoff.core.domain.review import Waiver
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.project import Project
from signoff.core.review.gate import said_digest


def accept_remark(
    project: Project, finding: Finding, findings: Sequence[Finding], reason: str, *, by: str, until: str = ""
) -> Waiver:
    """Accept a remark on a target as it reads now.

    Args:
        project: open for writing.
        finding: the remark.
        findings: all remarks on the document: those of its code on its column are accepted together.
        reason: why it may stay.
        by: who says so.
        until: ISO date after which it counts again; empty for none.

    Raises:
        SignoffError: no reason is given, or the remark is on no target.
    """
    if not reason.strip():
        raise SignoffError(say("review.remark_reason"))
    if not finding.target:
        raise SignoffError(say("review.remark_on_document"))
    shown = said_digest(each for each in findings if _same(each, finding))
    waiver = Waiver(
        finding.target, finding.column, finding.code, reason.strip(), by, project.now(), until, shown
    )
    project.put_waiver(waiver)
    return waiver


def accepted(findings: Sequence[Finding], waivers: Iterable[Waiver], *, today: str) -> dict[Finding, Waiver]:
    """The remarks that a waiver covers: same target, column and code, not lapsed, and given for what is said now."""
    by_place = {
        (each.target.casefold(), each.column.casefold(), each.code): each
        for each in waivers
        if not (each.until and each.until < today)
    }
    said: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        said.setdefault(_place(finding), []).append(finding)
    return {
        finding: by_place[place]
        for place, alike in said.items()
        if place in by_place and by_place[place].shown in ("", said_digest(alike))
        for finding in alike
    }


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.target.casefold(), finding.column.casefold(), finding.code


def _same(one: Finding, other: Finding) -> bool:
    return _place(one) == _place(other)
