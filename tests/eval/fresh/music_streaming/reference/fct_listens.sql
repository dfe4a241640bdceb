with valid as (
    select *
    from listen_events
    qualify row_number() over (partition by event_id order by ms_played desc nulls last) = 1
),

kept as (
    select
        v.*,
        v.ms_played // 1000 as seconds_played,
        t.artist_id,
        t.duration_seconds,
        lag(v.started_at) over (partition by v.user_id order by v.started_at) as previous_start
    from valid as v
    inner join dim_tracks as t on t.song_id = v.song_id
    where v.user_id is not null and v.ms_played >= 5000
)

select
    event_id,
    user_id,
    song_id,
    artist_id,
    started_at,
    seconds_played,
    case
        when lower(platform) in ('ios', 'android') then 'mobile'
        when lower(platform) = 'web' then 'web'
        else 'other'
    end as platform,
    coalesce(seconds_played >= 0.9 * duration_seconds, false) as is_completed,
    date_diff('minute', previous_start, started_at) as minutes_since_previous,
    sum(case when previous_start is null or started_at > previous_start + interval 30 minute then 1 else 0 end)
        over (partition by user_id order by started_at) as session_number
from kept
