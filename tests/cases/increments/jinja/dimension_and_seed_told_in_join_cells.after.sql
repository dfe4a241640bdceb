{{ config(materialized='table') }}

with orders as (
    select * from {{ ref('stg_orders') }}
),

dim_customers as (
    select * from {{ ref('dim_customers') }}
),

countries as (
    select * from {{ ref('countries') }}
)

select
    orders.order_id,
    orders.customer_id,
    orders.order_date,
    orders.amount,
    dim_customers.segment as customer_segment,
    coalesce(countries.country_name, 'Unknown') as country_name,
    row_number() over (partition by orders.customer_id order by orders.order_date, orders.order_id) as customer_order_number
from orders
left join dim_customers on orders.customer_id = dim_customers.customer_id
left join countries on dim_customers.country_code = countries.code
where orders.status <> 'returned'
