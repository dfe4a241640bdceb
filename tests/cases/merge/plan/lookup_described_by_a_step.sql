select
    coalesce(l.title, 'Unknown') as country_title
from address as a
left join country_list as l
    on l.code = upper(trim(a.country))
