"""Columns made as the file makes one of another value: only where both rows say all else alike."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.merge.like_values import with_other_value
from signoff.core.merge.sqlparts import parsed

_COUNT = "count(case when e.platform = 'web' then 1 end)"


@pytest.mark.parametrize(
    ("own", "other", "sql"),
    [
        (
            "events on web",
            "events on ios or android",
            _COUNT.replace("= 'web'", "in ('ios', 'android')").upper(),
        ),
        ("events on web", "events on 'tv'", _COUNT.replace("'web'", "'tv'").upper()),
        ("number of web events", "number of kiosk events", _COUNT.replace("'web'", "'kiosk'").upper()),
        ("events on web", "events not on web", ""),
        ("events on web", "events on any other platform", ""),
        ("events on web", "events on web on Sundays", ""),
        ("events on web", "people on ios", ""),
        ("events", "events on ios", ""),
        ("events on web", "events on web", ""),
    ],
)
def test_another_value(own: str, other: str, sql: str) -> None:
    source = (SourceRef("stg_events", "platform"),)
    rows = [ColumnMapping("t", name, sources=source, rule=rule) for name, rule in (("a", own), ("b", other))]
    tree = parsed(_COUNT)
    assert tree is not None
    assert with_other_value(tree, rows[0], rows[1]).upper() == sql.upper()


def test_another_source_is_another_thing() -> None:
    rows = [
        ColumnMapping("t", name, sources=(SourceRef("stg_events", name),), rule=rule)
        for name, rule in (("platform", "events on web"), ("channel", "events on ios"))
    ]
    tree = parsed(_COUNT)
    assert tree is not None
    assert with_other_value(tree, rows[0], rows[1]) == ""
