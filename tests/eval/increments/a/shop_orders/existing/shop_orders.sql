{{
    config(
        materialized='incremental',
        unique_key='order_id',
        incremental_strategy='delete+insert'
    )
}}

with orders as (

    select *
    from {{ ref('stg_order') }}

    {% if is_incremental() %}
    where updated_timestamp >= (select max(updated_timestamp) from {{ this }})
    {% endif %}

), order_lines as (

    select *
    from {{ ref('stg_order_line') }}

), order_line_aggregates as (

    select
        order_id,
        count(*) as line_item_count,
        sum(quantity) as total_quantity
    from order_lines
    group by 1

), joined as (

    select
        orders.order_id,
        orders.customer_id,
        orders.created_timestamp,
        orders.updated_timestamp,
        orders.financial_status,
        orders.fulfillment_status,
        orders.total_price,
        orders.total_discounts,
        order_line_aggregates.line_item_count,
        order_line_aggregates.total_quantity
    from orders
    left join order_line_aggregates
        on orders.order_id = order_line_aggregates.order_id

), windows as (

    select
        *,
        row_number() over (partition by customer_id order by created_timestamp) as customer_order_seq_number
    from joined

)

select *
from windows
