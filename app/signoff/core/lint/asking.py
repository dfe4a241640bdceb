"""How lint rules ask: a question with choices, each of which says what it changes in the spec.

A question's id is a digest of target, column, part, code and what is asked, never of cells: a document that is sorted
anew asks nothing twice. Questions of one topic have the same choices, so that one rule of the whole file answers all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signoff.core.domain.amending import AS_WRITTEN, Edit, EditKind
from signoff.core.domain.review import ROWS, Choice, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, SourceTable, TargetMapping
from signoff.core.lint.context import Context, bare_name

DATE_FORMATS = ("DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD", "YYYYMMDD")
"""Ways a date is written that are offered as answers."""
MOST_OFFERED = 4
"""Names offered as answers; more are no help."""

ROUNDING = "rounding"
DATES = "dates"
ZERO = "division by zero"
TODAY = "today"
ZONE = "time zone"
OTHERS = "any other value"
WITHDRAWN = "withdrawn rows"
LENGTH = "too long texts"
HISTORY = "history"
REJECTED = "rejected rows"
REQUIRED = "required and missing"
EXAMPLES = "examples"
TABLE = "table"
COLUMN = "column"
"""Topics of one table's or column's name, with the name behind it."""

TOPIC_SENTENCES = {
    ROUNDING: "ask.topic_rounding",
    DATES: "ask.topic_dates",
    ZERO: "ask.topic_zero",
    TODAY: "ask.topic_today",
    ZONE: "ask.topic_zone",
    OTHERS: "ask.topic_others",
    WITHDRAWN: "ask.topic_withdrawn",
    LENGTH: "ask.topic_length",
    HISTORY: "ask.topic_history",
    REJECTED: "ask.topic_rejected",
    REQUIRED: "ask.topic_required",
    EXAMPLES: "ask.topic_examples",
}


def topic_words(topic: str) -> str:
    """What a rule of the whole file is about, for a person."""
    if topic.startswith(f"{TABLE} "):
        return say("ask.topic_table", table=topic.removeprefix(f"{TABLE} "))
    if topic.startswith(f"{COLUMN} "):
        return say("ask.topic_column", column=topic.removeprefix(f"{COLUMN} "))
    return say(TOPIC_SENTENCES[topic]) if topic in TOPIC_SENTENCES else topic


def is_topic(name: str) -> bool:
    """Whether questions of lint have that topic."""
    return name in TOPIC_SENTENCES or is_name(name)


def is_name(topic: str) -> bool:
    """Whether a topic is a name that no source has: such a name is asked about once, wherever it stands."""
    return topic.startswith((f"{TABLE} ", f"{COLUMN} "))


def name_topic(name: str, table: str = "") -> str:
    """Topic of a name that no source has: of a column in a real table, or of a table when none is given."""
    return f"{COLUMN} {table}.{name}" if table else f"{TABLE} {name}"


def asked(
    code: str,
    target: TargetMapping,
    column: ColumnMapping | None,
    text: str,
    choices: Iterable[Choice],
    *,
    own: Edit | None = None,
    hint: str = "",
    topic: str = "",
    what: str = "",
) -> Question:
    """A question on a column, or on the rows of a target.

    Args:
        code: of the lint rule.
        target: what it is about.
        column: one of its rows; None for the rows card.
        text: one sentence that ends in a question mark.
        choices: ways to answer, each with its edit.
        own: what words of one's own change; None when only a choice answers.
        hint: an example of such words.
        topic: one of the topics above, where equal questions may stand on many columns.
        what: tells two questions of one rule on one column apart; never a cell.
    """
    name = column.name if column else ROWS
    section = column.section if column else ""
    identity = question_id(target.name, f"{name}|{section}", code, what)
    return Question(
        identity,
        target.name,
        name,
        code,
        text,
        tuple(choices),
        free=own is not None,
        own=own,
        hint=hint,
        topic=topic,
        section=section,
    )


def choice(
    identity: str, text: str, kind: EditKind = EditKind.NOTHING, change: str = "", of: str = ""
) -> Choice:
    """One way to answer and what it changes."""
    return Choice(identity, text, edit=Edit(kind, change, of))


def as_written(text: str) -> Choice:
    """The answer that nothing is wrong; it changes nothing and settles the remark."""
    return Choice("as-written", text, edit=AS_WRITTEN)


def date_choices(kind: EditKind, lead: str) -> tuple[Choice, ...]:
    """The usual ways to write a date.

    Args:
        kind: what the answer changes.
        lead: words before the pattern, such as ``date in the format ``.
    """
    return tuple(choice(each, each, kind, f"{lead}{each}") for each in DATE_FORMATS)


def shared_columns(left: SourceTable | None, right: SourceTable | None) -> tuple[str, ...]:
    """Names of the columns that two tables share, those that look like keys first."""
    if left is None or right is None:
        return ()
    names = [c.name for c in left.columns if right.column(c.name) is not None]
    keys = {name.casefold() for name in (*left.key, *right.key)}
    return tuple(sorted(names, key=lambda n: (n.casefold() not in keys, not _KEYISH.search(n))))[
        :MOST_OFFERED
    ]


def tables_of(context: Context, target: TargetMapping) -> tuple[SourceTable, ...]:
    """The known source tables a target names, in the document's order."""
    names = [ref.table for row in target.columns for ref in row.sources if ref.table]
    names += [step.table for step in target.steps if step.table]
    found = {bare_name(name): context.table(name) for name in names}
    return tuple(table for table in found.values() if table is not None)


_KEYISH = re.compile(r"(?:^|_)(?:id|key|no|nr|cd|code|sk|num|number)$|id$", re.IGNORECASE)
