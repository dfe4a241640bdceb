select
    lower(trim(page)) as page,
    sum(seconds) as seconds
from visit
group by lower(trim(page))
