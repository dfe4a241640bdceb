with tracks as (

    select *
    from {{ ref('stg_music__track') }}

), artists as (

    select *
    from {{ ref('stg_music__artist') }}

)

select
    tracks.track_id,
    tracks.title,
    tracks.seconds,
    tracks.old_code,
    artists.artist_name
from tracks
left join artists
    on artists.artist_id = tracks.artist_id
