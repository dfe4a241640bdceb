"""jinja2 renders a dbt file in a child: what a model sees, where each stretch comes from, what is refused."""

from __future__ import annotations

import pytest

from signoff.core.domain.dbt import ALONE, KnownColumns, MacroFile, SourceName, Surroundings
from signoff.core.engines.jinja import rendering
from signoff.core.engines.jinja.rendering import Assumed, Rendering, State, rendered
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, Limits

MACROS = """
{% macro cents(name, digits=2) -%}
round({{ name }} / 100.0, {{ digits }})
{%- endmacro %}
{% macro pair(name) %}{{ return([name, cents(name)]) }}{% endmacro %}
{% macro methods() %}{{ return(['card', 'cash']) }}{% endmacro %}
{% macro spoken(name) %}{{ return(adapter.dispatch('spoken')(name)) }}{% endmacro %}
{% macro default__spoken(name) %}upper({{ name }}){% endmacro %}
{% macro snowflake__spoken(name) %}wrong({{ name }}){% endmacro %}
"""
PROJECT = Surroundings(
    "shop",
    (
        MacroFile("", MACROS),
        MacroFile("parcels", "{% macro box(x) %}[{{ x }}]{% endmacro %}"),
    ),
    '{"orders": "{{ ref(\'stg_orders\') }}", "years": [2023, 2024], "day": "2020-01-01"}',
    (SourceName("erp", "orders", "ORD_T"),),
    (KnownColumns("customer", ("id", "Full Name"), ("INTEGER", "VARCHAR")),),
)

GIVES = {
    "select {{ cents('a') }}, {{ shop.cents('b', 3) }}": "select round(a / 100.0, 2), round(b / 100.0, 3)",
    "select {{ pair('q')[1] }}": "select round(q / 100.0, 2)",
    "{% for m in methods() %}{{ m }}{{ ',' if not loop.last }}{% endfor %}": "card,cash",
    "select {{ spoken('a') }}": "select upper(a)",
    "select '{{ parcels.box(1) }}'": "select '[1]'",
    "select * from {{ var('orders') }}": "select * from stg_orders",
    "select {% for y in var('years') %}{{ y }} {% endfor %}": "select 2023 2024 ",
    "select * from {{ source('erp', 'orders') }}": "select * from ORD_T",
    "select * from {{ source('erp', 'other') }}": "select * from other",
    "select * from {{ ref('order') }}": 'select * from "order"',
    "select {{ dbt_utils.star(from=ref('customer'), except=['ID', 'gone']) }}": "select * exclude (ID)",
    "select {{ dbt_utils.star(ref('customer'), prefix='c_') }}": (
        'select id as c_id,\n  "Full Name" as "c_Full Name"'
    ),
    "{% for c in adapter.get_columns_in_relation(ref('customer')) %}{{ c.name }} {% endfor %}": "id Full Name ",
}
ALONE_GIVES = {
    "{% set l = [] %}{% for c in ['a', 'b'] %}{% do l.append(c ~ '_x') %}{% endfor %}{{ l | join(', ') }}": "a_x, b_x",
    "{% set q %}select {{ 1 }}{% endset %}{{ q | trim | length }}{{ q == 'select 1' }}": "8True",
    "{% raw %}{{ x }}{% endraw %}": "{{ x }}",
    "{% filter upper %}a{{ 'b' }}{% endfilter %}": "AB",
    "{% call statement('x') %}select 1{% endcall %}select 2": "select 2",
    "{% macro two(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call two('x') %}y{% endcall %}": "xy",
    "{{ dbt_utils.group_by(3) }}": "group by 1, 2, 3",
    "{{ dbt_utils.pivot('kind', ['a'], agg='sum', then_value='x') }}": (
        "sum(case when kind = 'a' then x else 0 end) as \"a\""
    ),
    "{{ x | default('y') }}": "y",
    "{{ env_var('HOME', 'z') }}": "z",
    "{% snapshot s %}select 1{% endsnapshot %}": "select 1",
    "{{ config(materialized='table') }}{{ config.get('materialized') }}": "table",
    "a {{- 'b' -}} c {%- if true -%} d {%- endif %} e": "abcd e",
    "a\r\n{%- if true %}\r\nb{% endif -%}\r\nc": "a\r\nbc",
    "{% if execute %}x{% else %}y{% endif %}": "y",
    "{{ \"}}\" ~ {'a': {'b': 1}}['a']['b'] }}": "}}1",
    "{% set ns = namespace(n=0) %}{% for i in range(3) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}": "3",
}
HOSTILE = {
    "select 1,\n {{ ''.__class__.__mro__ }}": "line 2 .* reaches for __class__",
    "{{ cycler.__init__.__globals__ }}": "reaches for",
    "{{ '{0.__class__}'.format(1) }}": "reaches for",
    "{% include 'a' %}": "another file",
    "{% import 'a' as b %}": "another file",
    "{% from 'a' import b %}": "another file",
    "{% extends 'a' %}": "another file",
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}": "nested too deep",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}": "nested too deep",
    "{% for a in range(99999) %}{{ 'x' * 1000 }}{% endfor %}": "million characters",
    "{% set x = 'a' * 10000000000 %}{{ x }}": "memory",
}


def one(text: str, around: Surroundings = ALONE, assumed: Assumed | None = None) -> State:
    return rendered(text, around, [assumed or Assumed()]).states[0]


@pytest.mark.parametrize("text", GIVES)
def test_in_a_project(text: str) -> None:
    state = one(text, PROJECT)

    assert (state.sql, state.remarks) == (GIVES[text], ())


@pytest.mark.parametrize("text", ALONE_GIVES)
def test_alone(text: str) -> None:
    assert one(text).sql == ALONE_GIVES[text]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_templates_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(SignoffError, match=HOSTILE[text]):
        one(text)


@pytest.mark.parametrize("text", [*GIVES, *ALONE_GIVES])
def test_every_stretch_leads_back(text: str) -> None:
    state = one(text, PROJECT)

    assert "".join(state.sql[s.start : s.end] for s in state.stretches) == state.sql
    for each in state.stretches:
        written = text[each.file_start : each.file_end]
        if each.as_written:
            assert written == state.sql[each.start : each.end]
        else:
            assert written.startswith("{")


def test_both_states_of_an_incremental_model() -> None:
    text = "select 1 {% if is_incremental() %}where x > (select max(x) from {{ this }}){% else %}where y{% endif %}"

    first, later = rendered(text, ALONE, [Assumed(), Assumed(incremental=True)]).states

    assert first.sql == "select 1 where y"
    assert later.sql == "select 1 where x > (select max(x) from this)"
    assert first.asked_incremental


def test_a_branch_can_be_asked_for() -> None:
    text = "{% if a == 1 %}x{% elif b %}y{% else %}z{% endif %}"

    states = rendered(text, ALONE, [Assumed(branches=((0, n),)) for n in range(3)]).states

    assert [s.sql for s in states] == ["x", "y", "z"]
    assert [s.remarks for s in states] == [(), (), ()]


def test_what_a_loop_repeats_is_known_as_such() -> None:
    text = "{% set names = ['a',\n 'b'] %}select {% for n in names %}x_{{ n }}, {% endfor %}z"

    found = rendered(text, ALONE, [Assumed()])

    loop = text.index("{% for")
    assert [(s.loop, s.turn) for s in found.states[0].stretches][1:3] == [(loop, 0), (loop, 0)]
    assert {s.turn for s in found.states[0].stretches if s.loop == loop} == {0, 1}
    listed = found.lists[0]
    assert (listed.place, listed.name) == (loop, "n")
    assert [text[a:b] for a, b in listed.items] == ["'a'", "'b'"]
    assert text[listed.start : listed.end] == "['a',\n 'b']"


def test_blocks_and_their_branches() -> None:
    text = "{% if a %}x{% elif b %}{% for c in d %}y{% endfor %}{% else %}z{% endif %}"

    found: Rendering = rendered(text, ALONE, [Assumed()])

    outer, inner = found.blocks
    assert [text[a:b] for a, b in outer.bodies] == ["x", "{% for c in d %}y{% endfor %}", "z"]
    assert text[inner.start : inner.end] == "{% for c in d %}y{% endfor %}"


def test_what_needs_a_database_is_told() -> None:
    text = (
        "{% set r = run_query('x') %}select {{ nobody.knows(1) }}"
        "{% if target.name != 'prod' %} limit 1{% endif %}{% for v in r %}{{ v }}{% endfor %}, {{ 'a' + 1 }}"
    )

    state = one(text)

    assert state.sql == "select *, null"
    assert [(r.kind, r.about) for r in state.remarks] == [
        ("star", "nobody.knows"),
        ("condition", "target.name != 'prod'"),
        ("loop", "r"),
        ("value", "'a' + 1"),
    ]


def test_the_real_environment_is_never_read() -> None:
    assert one("{{ env_var('PATH') }}").sql == "null"


def test_the_same_file_after_a_hostile_one() -> None:
    with pytest.raises(SignoffError):
        one("{% set x = 'a' * 10000000000 %}")

    assert one("select {{ cents('a') }}", PROJECT).sql == "select round(a / 100.0, 2)"


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{% for a in range(100000) %}{% set x = range(100000) | sum %}{% endfor %}"
    with Child(rendering._WORKER, Limits(call_seconds=0.2, grace_seconds=0.1), "Jinja") as child:
        monkeypatch.setattr(rendering, "_child", child)

        with pytest.raises(SignoffError, match="not done after"):
            one(text)

        assert one("select {{ 1 }}").sql == "select 1"


GUESSED = {
    "{{ hook() }}\nwith a as (select 1) select * from a": "\nwith a as (select 1) select * from a",
    "select {{ m.fill(1) }} from b": "select * from b",
    "select a, {{ m.fill(1) }}\nfrom b": "select a, *\nfrom b",
    "select a, {{ m.fill(1) }} as c from b": "select a, null as c from b",
    "select a, b {{ m.more(1) }} from c": "select a, b  from c",
    "select count(*) {{ m.more(1) }} from c": "select count(*)  from c",
    "select coalesce(a, {{ m.x() }}, 1) from c": "select coalesce(a, null, 1) from c",
    "select a from b where {{ m.x() }}": "select a from b where true",
    "select a from b where c = {{ m.x() }}": "select a from b where c = null",
    "select a from b where {{ m.x() }} = 1": "select a from b where null = 1",
    "select a from b join c on {{ m.x() }} where d": "select a from b join c on true where d",
    "select a from b -- where\n{{ m.x() }}": "select a from b -- where\n",
    "select a from b group by {{ m.x() }}": "select a from b group by null",
}


@pytest.mark.parametrize("text", GUESSED)
def test_what_is_not_known_lets_the_rest_stand(text: str) -> None:
    state = one(text)

    assert state.sql == GUESSED[text]
    assert len(state.remarks) == 1
