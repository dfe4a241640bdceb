with sessions as (
    select distinct
        session_id,
        count(*) over (partition by session_id) as views,
        first_value(path) over (
            partition by session_id order by view_id
            rows between unbounded preceding and unbounded following
        ) as first_path,
        last_value(path) over (partition by session_id order by view_id rows between unbounded preceding and unbounded following) as last_path,
        first_value(device) over (partition by session_id order by view_id rows between unbounded preceding and unbounded following) as first_device,
        sum(seconds) over (partition by session_id) as total_seconds,
        count(case when path = '/docs' then 1 end) over (partition by session_id) as doc_views,
        100 * (count(case when path = '/docs' then 1 end) over (partition by session_id) / nullif(count(*) over (partition by session_id), 0)) as doc_share
    from view
)

select
    session_id,
    views,
    first_path,
    last_path,
    first_device,
    total_seconds,
    doc_views,
    doc_share
from sessions
