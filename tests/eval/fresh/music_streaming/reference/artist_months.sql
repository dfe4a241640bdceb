with monthly as (
    select
        artist_id,
        cast(date_trunc('month', started_at) as date) as month_start,
        count(*) as plays,
        count(*) filter (where is_completed) as completed_plays,
        count(distinct user_id) as listeners,
        round(sum(seconds_played) / 60.0, 1) as minutes_played
    from fct_listens
    group by 1, 2
),

compared as (
    select
        m.*,
        trim(a.artist_name) as artist_name,
        coalesce(lag(m.plays) over (partition by m.artist_id order by m.month_start), 0) as previous_plays
    from monthly as m
    inner join artists as a on a.artist_id = m.artist_id
)

select
    artist_id,
    artist_name,
    month_start,
    plays,
    completed_plays,
    listeners,
    minutes_played,
    previous_plays,
    round(100.0 * (plays - previous_plays) / nullif(previous_plays, 0), 1) as growth_pct,
    row_number() over (partition by month_start order by plays desc, artist_id) as month_rank
from compared
