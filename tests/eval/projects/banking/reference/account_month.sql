with known as (
    select m.* from account_movement as m inner join dim_account as k on k.account_no = m.account_no
),
bounds as (
    select
        account_no,
        date_trunc('month', min(moved_on)) as first_month,
        date_trunc('month', max(moved_on)) as last_month
    from known
    group by account_no
    having count(*) > 1
),
spine as (
    select
        account_no,
        cast(unnest(generate_series(cast(first_month as timestamp), cast(last_month as timestamp), interval 1 month)) as date)
            as month_start
    from bounds
),
summed as (
    select
        s.account_no,
        s.month_start,
        count(m.movement_id) as movements,
        coalesce(sum(m.amount_eur) filter (where m.amount_eur > 0), 0) as inflow,
        coalesce(-sum(m.amount_eur) filter (where m.amount_eur < 0), 0) as outflow
    from spine as s
    left join known as m on m.account_no = s.account_no and date_trunc('month', m.moved_on) = s.month_start
    group by s.account_no, s.month_start
)
select
    account_no,
    month_start,
    'Q' || quarter(month_start + interval 3 month) || '/' || year(month_start + interval 3 month) as fiscal_period,
    cast(movements as integer) as movements,
    cast(inflow as decimal(14, 2)) as inflow,
    cast(outflow as decimal(14, 2)) as outflow,
    cast(lag(inflow - outflow) over (partition by account_no order by month_start) as decimal(14, 2)) as net_prev_month,
    cast(sum(inflow - outflow) over (partition by account_no order by month_start) as decimal(14, 2)) as net_to_date
from summed
