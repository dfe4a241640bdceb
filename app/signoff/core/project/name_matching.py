"""A person's answers to what names of the document stand for: each an act, undone like any other."""

from __future__ import annotations

from signoff.core.domain.name_matches import NameMatch, match_key
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.project import Project


def match_name(project: Project, name: str, real: str, *, by: str, table: str = "") -> NameMatch:
    """Keep what a name stands for; drafts that read it have to be made again.

    Args:
        project: holds the document.
        name: as the document writes it.
        real: as the source has it; empty when it is none of those offered.
        by: who says so.
        table: real table of a column; empty for a table.

    Raises:
        SignoffError: no name is given.
    """
    if not name.strip():
        raise SignoffError(say("names.which"))
    match = NameMatch(name.strip(), real.strip(), table, by, project.now())
    project.put("match name", "name_match", match.key, match, by=by)
    return match


def forget_match(project: Project, name: str, *, by: str, table: str = "") -> None:
    """Take an answer back: the name is asked about again.

    Raises:
        SignoffError: nothing was said of that name.
    """
    key = match_key(name, table)
    if not any(match.key == key for match in project.name_matches()):
        raise SignoffError(say("names.not_matched", name=name))
    project.put("match name", "name_match", key, None, by=by)
