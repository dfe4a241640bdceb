{{ config(materialized='table') }}

with

customers as (

    select customer_id, name from {{ ref('stg_customer') }}

),

orders as (

    select * from {{ ref('stg_order') }}

),

final as (

    select
        orders.order_id,
        orders.amount,
        customers.name as customer_name

    from orders
    left join customers on orders.customer_id = customers.customer_id

)

select * from final
