with sessions as (
    select distinct
        session_id,
        count(*) over (partition by session_id) as views,
        first_value(path) over (
            partition by session_id order by view_id
            rows between unbounded preceding and unbounded following
        ) as first_path
    from view
)

select
    session_id,
    views,
    first_path
from sessions
