"""What a person does to the listed terms, each one act in the project.

The acts' subject never names the term: the record is part of every export, and what is listed is confidential.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.project import Project

_SUBJECT = "glossary"


def add_term(
    project: Project, text: str, kind: TermKind = TermKind.WORD, *, by: str, group: str = ""
) -> tuple[Term, ...]:
    """List a term that must not be shown to the language model; returns the list as it is then.

    Raises:
        SignoffError: no text, more than one line, or the term is listed already.
    """
    text = text.strip()
    if not text or "\n" in text:
        raise SignoffError(say("glossary.bad_term"))
    if _listed(project, text) is not None:
        raise SignoffError(say("glossary.term_there", text=text))
    return _put(project, "add term", [*project.glossary, Term(text, kind, group.strip())], by)


def remove_term(project: Project, text: str, *, by: str) -> tuple[Term, ...]:
    """Take a term off the list; returns the list as it is then.

    Raises:
        SignoffError: it is not listed; what the document names itself is hidden without being listed.
    """
    gone = _required(project, text)
    return _put(project, "remove term", [term for term in project.glossary if term != gone], by)


def set_group(project: Project, text: str, group: str, *, by: str) -> tuple[Term, ...]:
    """Put a listed term into a group, or into none with an empty name; returns the list as it is then.

    Raises:
        SignoffError: it is not listed.
    """
    old = _required(project, text)
    new = replace(old, group=group.strip())
    if new == old:
        return project.glossary
    return _put(project, "group term", [new if term == old else term for term in project.glossary], by)


def _listed(project: Project, text: str) -> Term | None:
    wanted = text.strip().casefold()
    return next((term for term in project.glossary if term.text.casefold() == wanted), None)


def _required(project: Project, text: str) -> Term:
    found = _listed(project, text)
    if found is None:
        raise SignoffError(say("glossary.term_not_there", text=text))
    return found


def _put(project: Project, act: str, terms: Iterable[Term], by: str) -> tuple[Term, ...]:
    with project.act(act, _SUBJECT, by=by):
        project.put_glossary(tuple(terms), by=by)
    return project.glossary
