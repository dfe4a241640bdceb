select
    id as subscription_id,
    user_id as user_id,
    upper(trim(plan_code)) as plan_code,
    started_on as started_on,
    nullif(ended_on, date '9999-12-31') as ended_on,
    case lower(state) when 'a' then 'active' when 'p' then 'paused' when 'c' then 'cancelled' else 'unknown' end as status,
    case when seats >= 1 then seats else 1 end as seats,
    case
        when coalesce(trim(cancel_code), '') = '' then null
        when upper(cancel_code) = 'PRC' then 'too expensive'
        when upper(cancel_code) = 'FEA' then 'missing features'
        when upper(cancel_code) = 'SUP' then 'poor support'
        else 'other'
    end as cancel_reason,
    sales_rep as sales_rep,
    promo_code as promo_code,
    'FY' || strftime(started_on + interval 6 month, '%y') as fiscal_year
from raw_subscriptions
where user_id is not null
    and coalesce(upper(state), '') <> 'T'
    and (ended_on is null or ended_on >= started_on)
