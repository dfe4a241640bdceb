with events as (
    select
        repository,
        cast(date_trunc('month', opened_at) as date) as month_start,
        1 as opened,
        0 as closed
    from int_issues
    union all
    select
        repository,
        cast(date_trunc('month', closed_at) as date) as month_start,
        0 as opened,
        1 as closed
    from int_issues
    where closed_at is not null
),

months as (
    select
        repository,
        month_start,
        sum(opened) as issues_opened,
        sum(closed) as issues_closed
    from events
    group by repository, month_start
),

merged as (
    select
        repository,
        cast(date_trunc('month', merged_at) as date) as month_start,
        count(*) as pull_requests_merged
    from fct_pull_requests
    where merged_at is not null
    group by all
)

select
    m.repository,
    m.month_start,
    m.issues_opened,
    m.issues_closed,
    sum(m.issues_opened - m.issues_closed) over (partition by m.repository order by m.month_start) as open_at_month_end,
    lag(m.issues_opened) over (partition by m.repository order by m.month_start) as opened_before,
    coalesce(p.pull_requests_merged, 0) as pull_requests_merged
from months as m
left join merged as p on p.repository = m.repository and p.month_start = m.month_start
