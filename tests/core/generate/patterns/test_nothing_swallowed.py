"""A rule that is understood, with words behind it that change it, is not understood as if they were not there."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from tests.helpers.group_rules import GroupRule, Page, pages
from tests.helpers.group_rules import compiled as compiled_group
from tests.helpers.spoken_wordings import WORDINGS, Wording, compiled
from tests.helpers.voices import Rule, Voice, voices
from tests.helpers.voices import compiled as compiled_voice

TAILS = (
    " of the last 3 orders",
    " except for staff",
    ", only for web orders",
    " before 2020",
    " unless the customer objected",
    " (business days only)",
    " for new customers",
    " without the first one",
    ", weekends left out",
    " if the shop is open",
    " until the due date",
    " plus one day",
    ", but not for the second order",
    " among the returned ones",
    ", negative where returned",
    " times the exchange rate",
    " not older than a year",
)
EVERY = 4
"""One wording of so many is tried: each takes two compilations."""


def _number(text: str) -> int:
    return zlib.crc32(text.encode())


def _tried() -> list[tuple[Wording, str]]:
    understood = [w for w in WORDINGS if w.wanted is not None and _number(w.rule) % EVERY == 0]
    return [(w, TAILS[_number(f"tail of {w.rule}") % len(TAILS)]) for w in understood]


@pytest.mark.parametrize(("wording", "tail"), _tried(), ids=lambda part: getattr(part, "rule", part))
def test_words_behind_a_rule_are_not_passed_over(wording: Wording, tail: str) -> None:
    plain = compiled(wording)
    more = compiled(replace(wording, rule=wording.rule.rstrip(". ") + tail))
    assert plain is not None
    assert more is None or more.sql != plain.sql


def _said() -> list[tuple[Voice, Rule, str]]:
    """Every rule of the voices in plain words, each with other words behind it."""
    said = [(voice, rule) for voice in voices() if voice.name[0] in "cde" for rule in voice.cases]
    return [(v, r, TAILS[_number(f"tail of {r.text}") % len(TAILS)]) for v, r in said]


@pytest.mark.parametrize(
    ("voice", "rule", "tail"), _said(), ids=lambda part: getattr(part, "text", getattr(part, "name", part))
)
def test_words_behind_a_rule_in_plain_words_are_not_passed_over(voice: Voice, rule: Rule, tail: str) -> None:
    plain = compiled_voice(voice, rule)
    more = compiled_voice(voice, replace(rule, text=rule.text.rstrip(". ") + tail))
    assert more is None or plain is None or more.sql != plain.sql


def _grouped() -> list[tuple[Page, GroupRule, str]]:
    """Every rule of the newer pages on several rows, each with other words behind it."""
    told = [(page, rule) for page in pages() if page.name[0] in "vx" for rule in page.rules if rule.means]
    return [(p, r, TAILS[_number(f"tail of {r.text}") % len(TAILS)]) for p, r in told]


@pytest.mark.parametrize(
    ("page", "rule", "tail"), _grouped(), ids=lambda part: getattr(part, "text", getattr(part, "name", part))
)
def test_words_behind_a_rule_on_several_rows_are_not_passed_over(
    page: Page, rule: GroupRule, tail: str
) -> None:
    plain = compiled_group(page, rule)
    more = compiled_group(page, replace(rule, text=rule.text.rstrip(". ") + tail))
    assert more is None or plain is None or more.sql != plain.sql


@pytest.mark.parametrize(
    ("rule", "sources"),
    [
        ("total number of orders before 2020", ("order_id",)),
        ("orders.net_amount summed up before 2020", ("net_amount",)),
        ("median net amount, negative where returned", ("net_amount",)),
        ("highest net_amount among the last 3 orders", ("net_amount",)),
        ("the latest order_date among the orders of the customer for new customers", ("order_date",)),
        ("Orders placed: count before 2020", ("order_id",)),
        ("How many orders have status 'CANCELLED' (business days only)", ("status",)),
        ("How many orders have status 'CANCELLED' in Germany", ("status",)),
        (
            "net_amount summed where channel = 'web' and is_paid among the returned ones",
            ("net_amount", "channel"),
        ),
        ("Number of orders, negative where returned", ("order_id",)),
    ],
)
def test_a_sum_over_other_rows_than_compilers_can_tell_is_left_open(
    rule: str, sources: tuple[str, ...]
) -> None:
    summed = next(w for w in WORDINGS if w.grouped_by == ("o.customer_id",))
    assert compiled(replace(summed, rule=rule, sources=sources, kind="DOUBLE")) is None


@pytest.mark.parametrize(
    "rule",
    [
        "hash key: md5 of order_no + '|' + product_code for new customers",
        "hash key: md5 of order_no + '|' + product_code unless the customer objected",
    ],
)
def test_texts_put_together_for_some_rows_only_are_left_open(rule: str) -> None:
    keyed = next(w for w in WORDINGS if w.rule.startswith("hash key: md5 of order_no"))
    assert compiled(replace(keyed, rule=rule)) is None


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            "status in lower case, a blank, and the order_no in brackets, like paid (90); "
            "only the status if there is no order_no",
            "CASE WHEN o.order_no IS NULL THEN o.status ELSE lower(o.status) || ' ' || '(' || o.order_no || ')' END",
        ),
        (
            "status in lower case, a blank, and the order_no in brackets",
            "lower(o.status) || ' ' || '(' || o.order_no || ')'",
        ),
        ("status, a blank and order_no, for example paid (90)", None),
    ],
)
def test_an_example_is_no_condition_and_what_is_done_to_a_part_stays(rule: str, wanted: str | None) -> None:
    plain = next(w for w in WORDINGS if not w.grouped_by)
    made = compiled(replace(plain, rule=rule, sources=("status", "order_no"), kind="VARCHAR"))
    assert (made.sql if made is not None else None) == wanted


def test_a_flag_that_is_empty_where_neither_of_its_conditions_holds_is_left_open() -> None:
    plain = next(w for w in WORDINGS if not w.grouped_by)
    rule = (
        "true if the absolute value of net_amount is at least 10 percent of the order's gross_amount. "
        "false if one of the two is missing or gross_amount is 0"
    )
    assert compiled(replace(plain, rule=rule, sources=("net_amount", "gross_amount"), kind="BOOLEAN")) is None
