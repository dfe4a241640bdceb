with orders as (

    select *
    from {{ ref('stg_recharge__order') }}

), order_line_items as (

    select
        order_id,
        sum(quantity) as order_item_quantity,
        round(sum(quantity * price), 2) as order_line_item_total
    from {{ ref('stg_recharge__order_line_item') }}
    group by 1

), charges as (

    select *
    from {{ ref('stg_recharge__charge') }}

), joined as (

    select
        orders.order_id,
        orders.external_order_id,
        orders.customer_id,
        orders.email,
        orders.order_created_at,
        orders.order_scheduled_at,
        orders.order_processed_at,
        orders.order_status,
        orders.order_type,
        orders.is_prepaid,
        orders.order_total_price,
        coalesce(order_line_items.order_item_quantity, 0) as order_item_quantity,
        coalesce(order_line_items.order_line_item_total, 0) as order_line_item_total,
        orders.charge_id,
        charges.charge_status,
        charges.charge_type

        {% for column in var('recharge__order_extra_columns', []) %}
        , orders.{{ column }}
        {% endfor %}

    from orders
    left join order_line_items
        on order_line_items.order_id = orders.order_id
    left join charges
        on charges.charge_id = orders.charge_id
)

select *
from joined
