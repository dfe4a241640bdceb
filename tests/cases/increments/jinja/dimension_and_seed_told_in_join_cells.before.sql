{{ config(materialized='table') }}

with orders as (
    select * from {{ ref('stg_orders') }}
)

select
    orders.order_id,
    orders.customer_id,
    orders.order_date,
    orders.amount
from orders
where orders.status <> 'returned'
