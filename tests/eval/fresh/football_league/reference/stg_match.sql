with latest as (
    select *
    from matches
    qualify row_number() over (partition by match_id order by loaded_at desc) = 1
)

select
    match_id,
    season,
    cast(kickoff as date) as match_date,
    home_team as home_team_id,
    away_team as away_team_id,
    case when state = 'F' then coalesce(home_goals, 0) else home_goals end as home_goals,
    case when state = 'F' then coalesce(away_goals, 0) else away_goals end as away_goals,
    case state when 'F' then 'finished' when 'P' then 'postponed' when 'S' then 'scheduled' else 'unknown' end
        as match_status,
    nullif(attendance, 0) as attendance,
    coalesce(nullif(trim(referee), ''), 'not named') as referee_name
from latest
where season is not null
