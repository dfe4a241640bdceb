"""Equal questions over many columns as one rule of the whole file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.amended import amended
from signoff.core.domain.amending import Amendment
from signoff.core.domain.review import ROWS, Choice, Question, question_id
from signoff.core.domain.spec import Schema, Spec
from signoff.core.lint.asking import topic_words
from signoff.core.lint.context import Samples
from signoff.core.lint.run import lint

_SEVERAL = 2


@dataclass(frozen=True)
class FileRule:
    """One rule of the whole file, set or to be set."""

    topic: str
    words: str
    """What it is about, such as ``Rounding``."""
    questions: tuple[Question, ...]
    """What it answers, or would answer."""
    value: str = ""
    """A choice's id, or words of one's own; empty while each column is asked about."""
    here: int = 0
    """Columns with an answer of their own."""

    @property
    def id(self) -> str:
        """Id of the question that asks about all its columns at once."""
        return question_id("", ROWS, "rule of the whole file", self.topic)

    @property
    def is_open(self) -> bool:
        """Whether one answer would settle several questions."""
        return not self.value and len(self.questions) >= _SEVERAL and bool(self.choices or self.free)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices that all its questions have."""
        if not self.questions:
            return ()
        common = set.intersection(*({c.id for c in q.choices} for q in self.questions))
        return tuple(each for each in self.questions[0].choices if each.id in common)

    @property
    def free(self) -> bool:
        """Whether words of one's own are an answer."""
        return bool(self.questions) and all(question.free for question in self.questions)

    @property
    def answer(self) -> str:
        """The value as a person reads it."""
        return next((each.text for each in self.choices if each.id == self.value), self.value)


def file_rules(
    spec: Spec,
    amendments: Sequence[Amendment],
    values: Mapping[str, str],
    schema: Schema | None = None,
    samples: Samples | None = None,
) -> tuple[FileRule, ...]:
    """Every rule of the whole file that is set, and every one that would settle several questions at once.

    Args:
        spec: as the document was read, no answers worked in.
        amendments: the present answers.
        values: the rules that are set, by topic.
        schema: the source tables at hand; None when none were given.
        samples: their rows; None when none were given.
    """
    own = [each for each in amendments if not each.everywhere]
    asked: dict[str, dict[str, Question]] = {}
    for finding in lint(amended(spec, own), schema, samples):
        if (question := finding.question) is not None and question.topic:
            asked.setdefault(question.topic, {}).setdefault(question.id, question)
    here: dict[str, int] = {}
    for each in own:
        here[each.topic] = here.get(each.topic, 0) + bool(each.topic)
    made = [
        FileRule(
            topic,
            topic_words(topic),
            tuple(asked.get(topic, {}).values()),
            values.get(topic, ""),
            here.get(topic, 0),
        )
        for topic in dict.fromkeys((*asked, *values))
    ]
    return tuple(
        each
        for each in made
        if each.value or (each.questions and len(each.questions) + each.here >= _SEVERAL)
    )
