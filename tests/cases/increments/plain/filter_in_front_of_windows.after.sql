with views as (
    select * from view
),

sessions as (
    select distinct
        session_id,
        count(*) over (partition by session_id) as views,
        min(seen_at) over (partition by session_id) as started_at,
        max(seen_at) over (partition by session_id) as ended_at,
        first_value(path) over (partition by session_id order by view_id) as first_path
    from views
    where is_bot = false
)

select
    session_id,
    views,
    first_path,
    date_diff('second', started_at, ended_at) as seconds
from sessions
