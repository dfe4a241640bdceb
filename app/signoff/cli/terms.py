"""What masking knows, a line each: prompts, the glossary, what is found for it and the groups that are suggested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from signoff.core.mask.candidates import Candidate
from signoff.core.mask.grouping import TermGroup
from signoff.core.pipeline.desk import PromptRecord
from signoff.core.project.project import Project

_SHOWN_PLACES = 3
_SHOWN_MEMBERS = 12


def prompts_as_data(records: Sequence[PromptRecord]) -> list[dict[str, Any]]:
    """Every rule before and after masking, with the receipt of its scan."""
    return [
        {
            "target": r.target,
            "column": r.column,
            "before": r.rule,
            "after": r.masked,
            "aliases": {a.alias: a.term.text for a in r.aliases},
            "terms_searched": r.receipt.terms,
            "leaks": len(r.receipt.leaks),
        }
        for r in records
    ]


def prompt_lines(records: Sequence[PromptRecord]) -> Iterator[str]:
    """The same for a person."""
    for record in records:
        yield f"{record.target}.{record.column}\n  before  {record.rule}\n  after   {record.masked}"
        for alias in record.aliases:
            yield f"          {alias.alias} = {alias.term.text}"
        yield f"  scan    {record.receipt.terms} terms searched, {len(record.receipt.leaks)} found"
    yield f"{len(records)} rules would reach the language model; the others are compiled or need an answer."


def listed_lines(project: Project) -> Iterator[str]:
    """The terms by group, then level, lock and where terms came from."""
    ordered = sorted(project.glossary, key=lambda term: (term.concept.casefold(), term.text.casefold()))
    for term in ordered:
        yield f"{term.text}\t{term.kind.value}\t{term.concept}"
    yield f"level: {project.masking_level.value}"
    lock = project.glossary_lock
    yield f"locked by {lock.by} on {lock.at[:10]}, digest {lock.digest[:16]}" if lock else "not locked"
    for each in project.glossary_unlocks():
        yield f"unlocked by {each.by} on {each.at[:10]}: {each.reason}"
    for origin in project.glossary_origins():
        head = f", record {origin.head[:16]}" if origin.head else ""
        yield (
            f"{origin.terms} terms from {origin.name}, digest {origin.digest[:16]}{head}, "
            f"by {origin.by} on {origin.at[:10]}"
        )


def candidate_lines(found: Sequence[Candidate]) -> Iterator[str]:
    """Score, kind and text; below it why, and the first places."""
    for each in found:
        yield f"{each.score:.2f}  {each.kind.value:<6} {each.text}"
        more = f" and {len(each.places) - _SHOWN_PLACES} more" if len(each.places) > _SHOWN_PLACES else ""
        places = f"; {', '.join(each.places[:_SHOWN_PLACES])}{more}" if each.places else ""
        yield f"      {', '.join(each.reasons)}{places}"


def group_lines(groups: Sequence[TermGroup]) -> Iterator[str]:
    """Name of each group, then its members with why they belong to it."""
    for group in groups:
        yield group.concept
        for member in group.members[:_SHOWN_MEMBERS]:
            yield f"  {member.term.text}" + (f"  ({member.reason})" if member.reason else "")
        if len(group.members) > _SHOWN_MEMBERS:
            yield f"  and {len(group.members) - _SHOWN_MEMBERS} more"
