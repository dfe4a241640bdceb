select
    c.id as customer_id,
    c.first_name || coalesce(' ' || c.last_name, '') as full_name,
    case when c.email like '%@%' then lower(trim(c.email)) end as email,
    nullif(upper(c.country), '') as country_code,
    coalesce(lower(c.opt_in) in ('yes', '1'), false) as is_opted_in,
    cast(date_trunc('month', c.signup_date) as date) as signup_month,
    min(f.order_date) as first_order_date,
    max(f.order_date) as last_order_date,
    count(f.order_id) as order_count,
    coalesce(sum(f.paid_amount), 0) as lifetime_value,
    case when count(f.order_id) <= 1 then 'new' when count(f.order_id) <= 4 then 'regular' else 'loyal' end as segment
from raw_customers as c
left join fct_orders as f on f.customer_id = c.id
group by all
