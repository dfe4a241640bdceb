select
    s.sub_id as subscription_id,
    s.user_id,
    upper(s.plan_code) as plan_code,
    coalesce(p.plan_name, 'Legacy plan') as plan_name,
    s.started_on,
    s.ended_on,
    case
        when p.plan_code is null then 0
        when p.bill_every = 'year' then round(p.price_cents / 100 / 12, 2)
        else p.price_cents / 100
    end as monthly_price,
    coalesce(s.trial_until - s.started_on, 0) as trial_days,
    case
        when s.ended_on is null then null
        when upper(s.end_code) = 'U' then 'user'
        when upper(s.end_code) = 'P' then 'payment failed'
        when upper(s.end_code) = 'R' then 'refund'
        else 'unknown'
    end as end_reason
from subscriptions as s
inner join stg_users as u on u.user_id = s.user_id
left join plans as p on p.plan_code = upper(s.plan_code)
where s.started_on is not null
    and s.ended_on is distinct from s.started_on
