with subscriptions as (
    select *
    from {{ ref('stg_recharge__subscription') }}

), customers as (
    select *
    from {{ ref('stg_recharge__customer') }}

), charges as (
    select *
    from {{ ref('stg_recharge__charge') }}

), charge_totals as (
    select
        subscription_id,
        count(charge_id) as charge_count,
        sum(total_price) as total_charged,
        max(processed_at) as last_charged_at
    from charges
    group by 1

), joined as (
    select
        subscriptions.subscription_id,
        subscriptions.customer_id,
        customers.email as customer_email,
        subscriptions.product_title,
        subscriptions.price,
        subscriptions.quantity,
        subscriptions.status as subscription_status,
        subscriptions.created_at,
        subscriptions.cancelled_at,
        charge_totals.charge_count,
        charge_totals.total_charged,
        charge_totals.last_charged_at
    from subscriptions
    left join customers
        on customers.customer_id = subscriptions.customer_id
    left join charge_totals
        on charge_totals.subscription_id = subscriptions.subscription_id

), final as (
    select
        *,
        -- one delivery, not one month
        price * quantity as price_per_delivery
    from joined
)

select *
from final
