"""A small dbt project as it lies on a disk."""

from __future__ import annotations

import json
from pathlib import Path

MODEL = """{{ config(materialized='incremental', unique_key='order_id') }}
{%- set methods = payment_methods() %}

with orders as (
    select * from {{ source('erp', 'orders') }}
    {% if is_incremental() %}
    where updated_at > (select max(updated_at) from {{ this }})
    {% endif %}
)

select
    o.order_id,
    {{ cents('o.amount') }} as amount,
    {% for method in methods -%}
    {{ bookkeeping.flag('o.method', method) }} as is_{{ method }},
    {% endfor -%}
    {{ nobody_knows('o.order_id') }} as code
from orders as o
"""
MACROS = """{% macro cents(name) -%}
round({{ name }} / 100.0, 2)
{%- endmacro %}

{% macro payment_methods() %}{{ return(var('methods')) }}{% endmacro %}
"""
COMPILED = """

with orders as (
    select * from "db"."raw"."ORD"

)

select
    o.order_id,
    round(o.amount / 100.0, 2) as amount,
    o.method = 'card' as is_card,
    o.method = 'cash' as is_cash,
    'x' || o.order_id as code
from orders as o
"""


def write_dbt_project(folder: Path, *, compiled: bool = False, manifest: bool = False) -> Path:
    """A project with one model deep below, its macros, a package, and what dbt compiled."""
    texts = {
        "dbt_project.yml": (
            "name: shop\nversion: '1.0'\nmodel-paths: [models]\n"
            "vars:\n  shop:\n    methods: [card, cash]\n  other: 1\n"
        ),
        "models/marts/core/sales/fct_orders.sql": MODEL,
        "models/staging/stg_customer.sql": "select 1 as id",
        "models/staging/sources.yml": (
            "version: 2\nsources:\n  - name: erp\n    tables:\n      - name: orders\n        identifier: ORD\n"
        ),
        "macros/money.sql": MACROS,
        "macros/unused.sql": "{% macro unused() %}{{ ''.__class__ }}{% endmacro %}",
        "dbt_packages/bookkeeping/dbt_project.yml": "name: bookkeeping\n",
        "dbt_packages/bookkeeping/macros/flag.sql": (
            "{% macro flag(a, b) %}{{ return(adapter.dispatch('flag', 'bookkeeping')(a, b)) }}{% endmacro %}\n"
            "{% macro default__flag(a, b) %}{{ a }} = '{{ b }}'{% endmacro %}\n"
        ),
    }
    if compiled:
        texts["target/compiled/shop/models/marts/core/sales/fct_orders.sql"] = COMPILED
    if manifest:
        node = {
            "resource_type": "model",
            "name": "fct_orders",
            "alias": "orders_fact",
            "compiled_code": COMPILED,
        }
        texts["target/manifest.json"] = json.dumps({"nodes": {"model.shop.fct_orders": node}, "macros": {}})
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
