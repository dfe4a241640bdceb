{{ config(materialized='table') }}

with orders as (

    select * from {{ ref('stg_orders') }}

), shops as (

    select * from {{ ref('stg_shops') }}

), joined as (

    select
        orders.order_id,
        orders.placed_at,
        orders.amount,
        shops.shop_name
    from orders
    left join shops
        on shops.shop_id = orders.shop_id

)

select * from joined
