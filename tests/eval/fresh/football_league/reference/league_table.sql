with summed as (
    select
        season,
        team_id,
        count(*) as played,
        count(*) filter (where result = 'W') as won,
        count(*) filter (where result = 'D') as drawn,
        count(*) filter (where result = 'L') as lost,
        sum(goals_for) - sum(goals_against) as goal_difference,
        sum(points) as points
    from fct_team_match
    group by season, team_id
)

select
    s.season,
    s.team_id,
    t.team_name,
    s.played,
    s.won,
    s.drawn,
    s.lost,
    s.goal_difference,
    s.points,
    row_number() over (partition by s.season order by s.points desc, s.goal_difference desc, t.team_name) as table_rank
from summed as s
left join dim_team as t on t.team_id = s.team_id
