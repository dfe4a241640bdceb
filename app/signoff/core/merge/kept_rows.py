"""Notes that rows without a partner stay: ``Patients who are not in PATIENT are kept``, ``stays without a guest stay``.

Beside a left join such a note says nothing new; an inner join becomes one that keeps them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.sectiondraft import SectionDraft

_STAYS = (
    r"(?:(?:are|is|get|gets|must\s+be|have\s+to\s+be|should\s+be)\s+(?:still\s+|also\s+)?(?:kept|loaded|included|taken|migrated|retained)"
    r"|(?:still\s+)?(?:stays?|remains?|counts?))(?:\s+(?:too|as\s+well|all\s+the\s+same|anyway|in(?:\s+the\s+\w+)?))*"
)
_LACKS = (
    r"(?:(?:(?:who|that|which)\s+)?(?:(?:are|is|were|was)\s+)?(?:not|missing|absent)\s+(?:found\s+|listed\s+|present\s+|known\s+)?(?:in|from)"
    r"|(?:(?:who|that|which)\s+)?(?:do|does)\s+not\s+(?:appear|exist|occur)\s+in|without(?:\s+(?:any|an?))?"
    r"|(?:(?:who|that|which)\s+)?(?:have|has|having|with)\s+no(?:\s+(?:row|entry|match|partner)\s+in)?)"
)
_KEPT = re.compile(
    rf"^(?P<what>[\w -]+?)\s+{_LACKS}\s+(?:the\s+|table\s+|list\s+)*(?P<table>[\w.]+)(?:\s+table)?\s+{_STAYS}$",
    re.IGNORECASE,
)
_KEEP = re.compile(
    rf"^(?:also\s+)?(?:keep|load|include|take)\s+(?:also\s+|all\s+)*(?P<what>[\w -]+?)\s+{_LACKS}\s+"
    r"(?:the\s+|table\s+)*(?P<table>[\w.]+)$",
    re.IGNORECASE,
)


def with_kept_rows(draft: SectionDraft) -> None:
    """Turn inner joins into left ones where a note, or a rule for all tables, says that rows without a partner stay."""
    if draft.target.keeps_partnerless:
        for place, relation in enumerate(draft.relations):
            if place and relation.kind_assumed and relation.join in (JoinKind.INNER, JoinKind.LEFT):
                draft.relations[place] = replace(relation, join=JoinKind.LEFT, kind_assumed=False)
    for note in draft.notes:
        match = _KEPT.match(note.text.strip(" .")) or _KEEP.match(note.text.strip(" ."))
        for place, relation in enumerate(draft.relations):
            if match is None or not place or relation.join is not JoinKind.INNER:
                continue
            if not _is_called(match["table"], (relation.table, relation.alias)):
                continue
            draft.relations[place] = replace(relation, join=JoinKind.LEFT, kind_assumed=False)
            message = say("merge.partnerless_kept", table=relation.table, clause=note.text)
            step = Step(draft.target.name, 0, StepKind.NOTE, condition=note.text, cell=note.cell)
            draft.report("D215", message, step, Severity.WARNING)


def _is_called(said: str, names: tuple[str, ...]) -> bool:
    wanted = {singular(word) for word in words(said)}
    return any(
        squashed(said) == squashed(name) or wanted <= {singular(word) for word in words(name)}
        for name in names
    )
