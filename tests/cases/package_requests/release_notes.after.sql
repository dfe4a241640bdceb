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
    tracks.seconds as duration_seconds,
    artists.artist_name,
    artists.country as artist_country
from tracks
left join artists
    on artists.artist_id = tracks.artist_id
