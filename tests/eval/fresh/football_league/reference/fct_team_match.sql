with sides as (
    select
        match_id,
        home_team_id as team_id,
        season,
        match_date,
        'Home' as venue,
        home_goals as goals_for,
        away_goals as goals_against
    from stg_match
    where match_status = 'finished'
    union all
    select
        match_id,
        away_team_id as team_id,
        season,
        match_date,
        'Away' as venue,
        away_goals as goals_for,
        home_goals as goals_against
    from stg_match
    where match_status = 'finished'
),

results as (
    select
        s.*,
        case when s.goals_for > s.goals_against then 'W' when s.goals_for = s.goals_against then 'D' else 'L' end
            as result
    from sides as s
    inner join dim_team as t on t.team_id = s.team_id
),

pointed as (
    select
        *,
        case result when 'W' then 3 when 'D' then 1 else 0 end as points
    from results
)

select
    match_id,
    team_id,
    season,
    match_date,
    venue,
    goals_for,
    goals_against,
    result,
    points,
    sum(points) over (partition by season, team_id order by match_date) as points_to_date
from pointed
