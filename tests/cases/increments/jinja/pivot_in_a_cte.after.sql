{% set parties = ['red', 'blue'] %}

with pivoted as (
    select
        town_id,
        {% for party in parties %}
        sum(case when party = '{{ party }}' then votes else 0 end) as {{ party }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ ref('vote') }}
    group by town_id
)

select
    t.town_id,
    t.town_name,
    p.red,
    p.blue,
    t.region
from {{ ref('town') }} as t
inner join pivoted as p using (town_id)
