"""Joins whose text is not understood: made by what is understood of it, or by the likeliest key, and asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.rowfilters import certain
from signoff.core.merge.sectiondraft import SectionDraft

_GOES_ON = re.compile(r"\s*(?:[,;:(]|\s-\s|\s(?:where|provided|if|only|and)\s)", re.IGNORECASE)


def add_likeliest(draft: SectionDraft, relation: Relation, step: Step) -> bool:
    """Join a table in the likeliest way; False where nothing points to one.

    What else the text says is open, so that the sign-off waits; the table's columns can be seen until then.
    """
    begins = _GOES_ON.split(step.condition, maxsplit=1)[0]
    likely = None
    if begins and begins != step.condition:
        resolve = certain(draft.resolve)
        likely = join_condition(begins, relation, draft.relations, draft.schema, resolve, step.cell)
    likely = likely or proposed_join(relation, draft.relations, draft.schema)
    if likely is None:
        return False
    draft.report("D203", say("merge.condition_guessed", table=relation.table, sql=likely.sql), step)
    guess = replace(likely, text=step.condition, origin=Origin.UNRESOLVED, cell=step.cell)
    draft.relations.append(replace(relation, on=guess))
    return True
