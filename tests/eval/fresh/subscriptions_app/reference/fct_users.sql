with money as (
    select
        user_id,
        count(*) as payment_count,
        sum(net_amount) as lifetime_value,
        first(plan_code order by paid_at, payment_key) as first_plan,
        min(paid_at) as first_paid_at
    from int_payments
    group by user_id
),

activity as (
    select
        user_id,
        count(*) as active_days
    from int_user_days
    group by user_id
),

running as (
    select
        user_id,
        plan_name as current_plan
    from stg_subscriptions
    where ended_on is null
    qualify row_number() over (partition by user_id order by started_on desc) = 1
)

select
    u.user_id,
    u.country,
    u.signup_date,
    coalesce(m.payment_count, 0) as payment_count,
    coalesce(m.lifetime_value, 0) as lifetime_value,
    m.first_plan,
    cast(m.first_paid_at as date) - u.signup_date as days_to_pay,
    coalesce(a.active_days, 0) as active_days,
    r.current_plan,
    case
        when r.current_plan is not null then 'subscriber'
        when m.payment_count > 0 then 'lapsed'
        when a.active_days > 0 then 'free'
        else 'dormant'
    end as segment
from stg_users as u
left join money as m on m.user_id = u.user_id
left join activity as a on a.user_id = u.user_id
left join running as r on r.user_id = u.user_id
