with cohorts as (
    select user_id, min(started_on) as first_start
    from stg_subscriptions
    group by user_id
),
cash as (
    select s.user_id, sum(i.paid_eur - i.refunded_eur) as net
    from int_invoices as i
    inner join stg_subscriptions as s on s.subscription_id = i.subscription_id
    group by s.user_id
),
tickets as (
    select
        user_id,
        count(*) filter (where lower(state) is distinct from 'closed') as open_count,
        coalesce(nullif(lower(regexp_extract(
            coalesce(first(subject order by opened_at desc), ''), '\[([^\]]*)\]', 1
        )), ''), 'other') as topic
    from raw_tickets
    where user_id is not null
    group by user_id
)
select
    cast(row_number() over (order by u.signed_up_at, u.user_id) as integer) as user_sk,
    u.user_id as user_id,
    u.email as email,
    u.country_code as country_code,
    u.signed_up_at as signed_up_at,
    coalesce(
        nullif(concat_ws(', ', u.last_name, u.first_name), ''), split_part(u.email, '@', 1), 'user #' || u.user_id
    ) as display_name,
    case
        when u.birth_date is null then 'n/k'
        when u.birth_date > date '2025-06-30' - interval 18 year then 'under 18'
        when u.birth_date > date '2025-06-30' - interval 25 year then '18-24'
        when u.birth_date > date '2025-06-30' - interval 40 year then '25-39'
        when u.birth_date > date '2025-06-30' - interval 65 year then '40-64'
        else '65+'
    end as age_band,
    r.email as referrer_email,
    coalesce(f.channel, 'none') as first_channel,
    f.campaign_name as first_campaign,
    strftime(c.first_start, '%Y-%m') as cohort_month,
    cast(coalesce(k.net, 0) as decimal(14, 2)) as lifetime_paid_eur,
    cast(coalesce(t.open_count, 0) as integer) as open_tickets,
    t.topic as last_ticket_topic
from stg_users as u
left join stg_users as r on r.user_id = u.referrer_user_id
left join int_first_touch as f on f.user_id = u.user_id
left join cohorts as c on c.user_id = u.user_id
left join cash as k on k.user_id = u.user_id
left join tickets as t on t.user_id = u.user_id
