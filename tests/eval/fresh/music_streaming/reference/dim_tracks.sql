with timed as (
    select
        *,
        cast(round(duration_ms / 1000.0) as integer) as duration_seconds
    from songs
)

select
    t.song_id,
    trim(t.title) as track_title,
    t.artist_id,
    case when a.artist_id is null then 'Various' else trim(a.artist_name) end as artist_name,
    coalesce(lower(a.genre), 'unclassified') as genre,
    t.duration_seconds,
    case
        when t.duration_seconds < 150 then 'short'
        when t.duration_seconds <= 300 then 'regular'
        when t.duration_seconds > 300 then 'long'
        else 'unknown'
    end as length_class,
    (t.release_year // 10 * 10) || 's' as release_decade,
    coalesce(lower(t.explicit) = 'true', false) as is_explicit
from timed as t
left join artists as a on a.artist_id = t.artist_id
