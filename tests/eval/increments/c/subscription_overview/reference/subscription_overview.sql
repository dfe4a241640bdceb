with paid as (
  select subscription_id, sum(total_price) as total from stg_recharge__charge where status = 'SUCCESS' group by 1
), tried as (
  select subscription_id, count(charge_id) as n, max(processed_at) as latest from stg_recharge__charge group by 1
)
select s.subscription_id, s.customer_id, c.email as customer_email, s.product_title, s.price, s.quantity,
  case when s.cancelled_at is not null then 'cancelled' else lower(s.status) end as subscription_status,
  s.created_at, s.cancelled_at, tried.n as charge_count, coalesce(paid.total, 0) as total_charged,
  tried.latest as last_charged_at, s.price * s.quantity as price_per_delivery,
  s.cancelled_at::date - s.created_at::date as days_until_cancellation,
  case when s.cancellation_reason in ('Too expensive', 'Found it cheaper') then 'price'
       when s.cancellation_reason in ('Too much product', 'Moving away') then 'need'
       when s.cancellation_reason is not null then 'other' end as cancellation_group
from stg_recharge__subscription s
left join stg_recharge__customer c on c.customer_id = s.customer_id
left join tried on tried.subscription_id = s.subscription_id
left join paid on paid.subscription_id = s.subscription_id
