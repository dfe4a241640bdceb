with genre_plays as (
    select
        l.user_id,
        t.genre,
        count(*) as plays
    from fct_listens as l
    inner join dim_tracks as t on t.song_id = l.song_id
    group by l.user_id, t.genre
),

favourites as (
    select user_id, genre
    from genre_plays
    qualify row_number() over (partition by user_id order by plays desc, genre) = 1
),

played as (
    select
        l.user_id,
        count(*) as plays,
        count(distinct l.session_number) as sessions,
        count(*) filter (where l.platform = 'mobile') as mobile_plays,
        arg_min(t.track_title, l.started_at) as first_track_title,
        cast(max(l.started_at) as date) as last_listened_on
    from fct_listens as l
    inner join dim_tracks as t on t.song_id = l.song_id
    group by l.user_id
)

select
    u.user_id,
    u.full_name,
    u.plan,
    coalesce(p.plays, 0) as plays,
    coalesce(p.sessions, 0) as sessions,
    coalesce(p.mobile_plays, 0) as mobile_plays,
    coalesce(f.genre, 'none') as favourite_genre,
    p.first_track_title,
    p.last_listened_on,
    case when p.plays >= 5 then 'heavy' when p.plays >= 1 then 'light' else 'silent' end as engagement
from stg_users as u
left join played as p on p.user_id = u.user_id
left join favourites as f on f.user_id = u.user_id
