"""A person's answers to what names of the document stand for: each an act, undone like any other."""

from __future__ import annotations

from signoff.core.domain.name_matches import NameMatch, match_key
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule
from signoff.core.lint.asking import name_topic, topic_words
from signoff.core.lint.rules.L05_unknown_source import asked_names
from signoff.core.project.answering import answer_document, set_file_rule
from signoff.core.project.project import Project


def answer_name(project: Project, name: str, real: str, schema: Schema, *, by: str, table: str = "") -> None:
    """Say what a name stands for: where lint asks about it, this is the answer to that question, everywhere.

    Args:
        project: holds the document.
        name: as the document writes it.
        real: as the source has it; empty when it is none of those offered.
        schema: the source tables at hand.
        by: who says so.
        table: real table of a column; empty for a table.

    Raises:
        SignoffError: no name is given.
    """
    if not name.strip():
        raise SignoffError(say("names.which"))
    with project.act("match name", name.strip(), by=by):
        _take_back(project, name, table, by)
        spec, topic = project.amended_spec, name_topic(name.strip(), table).casefold()
        asked = asked_names(spec, schema).get(topic, ()) if spec and real.strip() else ()
        if not asked:
            match_name(project, name, real, by=by, table=table)
        for each in dict.fromkeys(question.topic for question in asked):
            _answer(project, tuple(q for q in asked if q.topic == each), real.strip(), by)


def match_name(project: Project, name: str, real: str, *, by: str, table: str = "") -> NameMatch:
    """Keep what a name stands for where lint does not ask; drafts that read it have to be made again.

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
    """Take an answer back, wherever it was given: the name is asked about again.

    Raises:
        SignoffError: nothing was said of that name.
    """
    with project.act("match name", name, by=by):
        if not _take_back(project, name, table, by):
            raise SignoffError(say("names.not_matched", name=name))


def _answer(project: Project, asked: tuple[Question, ...], real: str, by: str) -> None:
    """Answer what is asked of one name in one place or in several."""
    choices = (choice.id for question in asked for choice in question.choices)
    value = next((each for each in choices if each.casefold() == real.casefold()), real)
    if len(asked) == 1:
        answer_document(project, asked[0], value, by=by)
    else:
        topic = asked[0].topic
        set_file_rule(project, FileRule(topic, topic_words(topic), asked), value, by=by)


def _take_back(project: Project, name: str, table: str, by: str) -> bool:
    """Take out whatever was said of a name; whether there was anything."""
    key, topic = match_key(name, table), name_topic(name.strip(), table).casefold()
    said = [each for each in project.amendments() if each.topic.casefold() == topic]
    rules = [each for each in project.file_rules() if each.casefold() == topic]
    for each in said:
        project.drop_amendment(each.target, each.question, by=by)
    for rule in rules:
        project.put_file_rule(rule, None, by=by)
    matched = any(match.key == key for match in project.name_matches())
    if matched:
        project.put("match name", "name_match", key, None, by=by)
    return bool(said or rules or matched)
