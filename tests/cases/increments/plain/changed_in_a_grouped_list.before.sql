select
    page,
    sum(seconds) as seconds
from visit
group by page
