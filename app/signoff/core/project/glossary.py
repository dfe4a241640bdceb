"""What a person does to the glossary, each one act in the project.

The acts' subject never names a term: the record is part of every export, and what is listed is confidential.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.codec import to_json
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.policies import require_level
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.masking_settings import (
    GlossaryLock,
    GlossaryOrigin,
    GlossaryUnlocked,
    locked_words,
)
from signoff.core.project.project import Project

_SUBJECT = "glossary"


def add_term(
    project: Project, text: str, kind: TermKind = TermKind.WORD, *, by: str, concept: str = ""
) -> tuple[Term, ...]:
    """List a term that must not be shown to the language model; returns the list as it is then.

    Raises:
        SignoffError: no text, more than one line, the term is listed already, or the glossary is locked.
    """
    text = _one_line(text)
    if _listed(project, text) is not None:
        raise SignoffError(say("glossary.term_there", text=text))
    return _put(project, "add term", [*project.glossary, Term(text, kind, concept=concept.strip())], by)


def accept_terms(project: Project, terms: Sequence[Term], *, by: str) -> tuple[Term, ...]:
    """List found terms together, in their groups; what is listed already is put into the group that is given.

    Returns:
        The list as it is then.

    Raises:
        SignoffError: a term is no text on one line, or the glossary is locked.
    """
    new = _merged(project.glossary, terms)
    return project.glossary if new == project.glossary else _put(project, "accept terms", new, by)


def refuse_terms(project: Project, texts: Sequence[str], *, by: str) -> frozenset[str]:
    """Say of found terms that they are none, so that they are not offered again; returns all refused ones.

    Raises:
        SignoffError: one of them is listed, or the glossary is locked.
    """
    for text in texts:
        if _listed(project, text) is not None:
            raise SignoffError(say("glossary.refused_listed", text=text))
    _require_open(project)
    refused = project.refused_terms | {_one_line(text).casefold() for text in texts}
    if refused != project.refused_terms:
        with project.act("refuse terms", _SUBJECT, by=by):
            project.put_refused_terms(refused, by=by)
    return refused


def edit_term(project: Project, text: str, new_text: str, kind: TermKind, *, by: str) -> tuple[Term, ...]:
    """Write a listed term otherwise, or say that it is of another kind; returns the list as it is then.

    Raises:
        SignoffError: it is not listed, the new text is no term or listed already, or the glossary is locked.
    """
    old, new_text = _required(project, text), _one_line(new_text)
    there = _listed(project, new_text)
    if there is not None and there != old:
        raise SignoffError(say("glossary.term_there", text=new_text))
    new = replace(old, text=new_text, kind=kind, group="" if kind is not old.kind else old.group)
    return project.glossary if new == old else _replace(project, "edit term", {old: new}, by)


def remove_terms(project: Project, texts: Sequence[str], *, by: str) -> tuple[Term, ...]:
    """Take terms off the list; returns the list as it is then.

    Raises:
        SignoffError: one is not listed, or the glossary is locked; what the document names itself is hidden without
            being listed.
    """
    gone = {_required(project, text) for text in texts}
    return _put(project, "remove terms", [term for term in project.glossary if term not in gone], by)


def group_terms(project: Project, texts: Sequence[str], concept: str, *, by: str) -> tuple[Term, ...]:
    """Say of listed terms that they are one thing, or none with an empty name; returns the list as it is then.

    Raises:
        SignoffError: one is not listed, or the glossary is locked.
    """
    old = [_required(project, text) for text in texts]
    changed = {
        term: replace(term, concept=concept.strip()) for term in old if term.concept != concept.strip()
    }
    return _replace(project, "group terms", changed, by) if changed else project.glossary


def import_terms(
    project: Project, terms: Sequence[Term], origin: GlossaryOrigin, *, by: str
) -> tuple[Term, ...]:
    """List terms that came from a file or another project, with a record of where; returns the new ones.

    Raises:
        SignoffError: the glossary is locked.
    """
    _require_open(project)
    before = {term.text.casefold() for term in project.glossary}
    merged = _merged(project.glossary, terms)
    added = tuple(term for term in merged if term.text.casefold() not in before)
    with project.act("import glossary", origin.name, by=by):
        _put(project, "import glossary", merged, by)
        project.put_glossary_origin(replace(origin, terms=len(added)))
    return added


def lock_glossary(project: Project, *, by: str) -> GlossaryLock:
    """Agree on the glossary as it is: nobody changes it without a reason.

    Raises:
        SignoffError: it is locked already.
    """
    _require_open(project)
    lock = GlossaryLock(by, project.now(), glossary_digest(project.glossary))
    with project.act("lock glossary", lock.digest[:16], by=by):
        project.put_glossary_lock(lock, by=by)
    return lock


def unlock_glossary(project: Project, reason: str, *, by: str) -> GlossaryUnlocked:
    """Take the lock off, with a reason.

    Raises:
        SignoffError: it is not locked, or no reason is given.
    """
    if project.glossary_lock is None:
        raise SignoffError(say("glossary.not_locked"))
    if not reason.strip():
        raise SignoffError(say("glossary.unlock_reason"))
    unlocked = GlossaryUnlocked(by, project.now(), reason.strip())
    with project.act("unlock glossary", _SUBJECT, by=by):
        project.put_glossary_lock(None, by=by)
        project.put_glossary_unlocked(unlocked)
    return unlocked


def choose_level(project: Project, level: MaskingLevel, *, by: str) -> None:
    """Choose how much is hidden; what the language model drafted at another level is to be drafted anew.

    Raises:
        SignoffError: the project can't be written, or the administrator wants more hidden.
    """
    require_level(level)
    if level is not project.masking_level:
        project.put_masking_level(level, by=by)


def glossary_digest(terms: Sequence[Term]) -> str:
    """SHA-256 of a glossary, whatever the order of its terms."""
    lines = "\n".join(sorted(to_json(term) for term in terms))
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def _merged(listed: Sequence[Term], terms: Sequence[Term]) -> tuple[Term, ...]:
    """A list with more terms; one that is there keeps its kind and takes over the group that is given."""
    merged = {term.text.casefold(): term for term in listed}
    for term in terms:
        text = _one_line(term.text)
        known = merged.get(text.casefold())
        merged[text.casefold()] = (
            replace(term, text=text)
            if known is None
            else replace(known, concept=term.concept or known.concept)
        )
    return tuple(merged.values())


def _one_line(text: str) -> str:
    text = text.strip()
    if not text or "\n" in text:
        raise SignoffError(say("glossary.bad_term"))
    return text


def _listed(project: Project, text: str) -> Term | None:
    wanted = text.strip().casefold()
    return next((term for term in project.glossary if term.text.casefold() == wanted), None)


def _required(project: Project, text: str) -> Term:
    found = _listed(project, text)
    if found is None:
        raise SignoffError(say("glossary.term_not_there", text=text))
    return found


def _require_open(project: Project) -> None:
    if project.glossary_lock is not None:
        raise SignoffError(locked_words(project.glossary_lock))


def _replace(project: Project, act: str, changed: dict[Term, Term], by: str) -> tuple[Term, ...]:
    return _put(project, act, [changed.get(term, term) for term in project.glossary], by)


def _put(project: Project, act: str, terms: Iterable[Term], by: str) -> tuple[Term, ...]:
    _require_open(project)
    terms = tuple(terms)
    listed = {term.text.casefold() for term in terms}
    with project.act(act, _SUBJECT, by=by):
        project.put_glossary(terms, by=by)
        if project.refused_terms & listed:
            project.put_refused_terms(project.refused_terms - listed, by=by)
    return project.glossary
