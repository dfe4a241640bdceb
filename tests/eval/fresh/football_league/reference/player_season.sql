with scored as (
    select
        m.season,
        g.player_id,
        count(*) as goals,
        count(*) filter (where g.kind = 'P') as penalties,
        min(m.match_date) as first_goal_on
    from goals as g
    inner join stg_match as m on m.match_id = g.match_id and m.match_status = 'finished'
    where g.kind is distinct from 'O'
    group by m.season, g.player_id
),

named as (
    select
        s.*,
        case
            when nullif(trim(p.first_name), '') is null then trim(p.last_name)
            else trim(p.first_name) || ' ' || trim(p.last_name)
        end as player_name,
        case upper(p.position_code)
            when 'GK' then 'Goalkeeper'
            when 'DF' then 'Defender'
            when 'MF' then 'Midfielder'
            when 'FW' then 'Forward'
            else 'Unknown'
        end as position_name,
        coalesce(t.team_name, 'No club') as team_name
    from scored as s
    inner join players as p on p.player_id = s.player_id
    left join dim_team as t on t.team_id = p.team_id
)

select
    season,
    player_id,
    player_name,
    position_name,
    team_name,
    goals,
    penalties,
    first_goal_on,
    case when goals = max(goals) over (partition by season) then 'Y' else 'N' end as is_top_scorer
from named
