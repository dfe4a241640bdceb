"""What changes from one result to another."""

from __future__ import annotations

import pytest

from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.compare import ValueChange, compare

OLD = "select id, status, code, amount from orders where id < 4"
NEW = """
with more as (select id, coalesce(status, 'none') as Status, code, cast(amount as double) as amount from orders)
select *, 1 as version from more where id > 1;
"""


def counts(found: object) -> list[int]:
    return [getattr(found, name) for name in ("only_old", "only_new", "changed", "same")]


def test_rows_are_partners_by_their_key(sandbox: Sandbox) -> None:
    found = compare(OLD, NEW, ["ID"], sandbox)
    assert counts(found) == [1, 1, 2, 0]
    assert (found.added, found.gone) == (("version",), ())
    assert [(c.name, c.before, c.after) for c in found.retyped] == [("amount", "DECIMAL(18,2)", "DOUBLE")]
    assert [(c.name, c.rows) for c in found.columns if c.rows] == [("Status", 1), ("amount", 1)]
    assert found.changes == (
        ValueChange((2,), "Status", None, "none"),
        ValueChange((3,), "amount", "100.50", 100.5),
    )
    assert [row[0] for row in found.gone_rows.rows] == [1]
    assert [row[0] for row in found.added_rows.rows] == [4]


def test_without_a_key_whole_rows_are_compared(sandbox: Sandbox) -> None:
    twice = "select id from parties"
    found = compare(twice, "select distinct id from parties union all select 7", [], sandbox)
    assert counts(found) == [1, 1, 0, 2]
    assert (found.gone_rows.rows, found.added_rows.rows) == (((2,),), ((7,),))


def test_equal_keys_do_not_multiply_and_no_value_is_a_key(sandbox: Sandbox) -> None:
    rows = "select * from (values (2, 'a'), (2, 'b'), (null, 'c')) as v(id, name)"
    assert counts(compare(rows, rows, ["id"], sandbox)) == [0, 0, 0, 3]
    less = f"{rows} where name <> 'b'"
    assert counts(compare(rows, less, ["id"], sandbox)) == [1, 0, 0, 2]


def test_only_so_many_rows_are_given_in_full(sandbox: Sandbox) -> None:
    old, new = (f"select range as id, range + {n} as v from range(50)" for n in (0, 1))
    found = compare(old, new, ["id"], sandbox, limit=10)
    assert (len(found.changes), found.more_changes, found.changed) == (10, True, 50)


@pytest.mark.parametrize(
    "old, new, key, words",
    [
        ("select nope from orders", OLD, [], "The old SQL can't be compared"),
        (OLD, "drop table orders", [], "The new SQL can't be compared"),
        (OLD, "select id from orders", ["status"], "choose a key"),
        (OLD, "select cast(code as integer) as id from orders", ["id"], "can't be compared"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(
    sandbox: Sandbox, old: str, new: str, key: list[str], words: str
) -> None:
    with pytest.raises(SignoffError, match=words) as raised:
        compare(old, new, key, sandbox)
    assert "abc" not in str(raised.value)


def test_comparing_can_be_cancelled(sandbox: Sandbox) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        compare(OLD, NEW, [], sandbox, cancel=token)
