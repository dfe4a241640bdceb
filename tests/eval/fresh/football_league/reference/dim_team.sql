select
    t.team_id,
    trim(t.team_name) as team_name,
    upper(coalesce(nullif(trim(t.short_code), ''), left(trim(t.team_name), 3))) as short_code,
    case when s.stadium_id is null then 'Unknown' else s.city end as city,
    trim(s.stadium_name) as stadium_name,
    coalesce(s.capacity, 0) as capacity,
    case
        when s.capacity >= 40000 then 'Large'
        when s.capacity >= 15000 then 'Medium'
        when s.capacity >= 1 then 'Small'
        else 'None'
    end as capacity_band,
    cast(case when t.founded in ('', 'n/k') then null else t.founded end as integer) as founded_year,
    case when t.left_league_on is not null then 'N' else 'Y' end as is_active
from teams as t
left join stadiums as s on s.stadium_id = t.stadium_id
