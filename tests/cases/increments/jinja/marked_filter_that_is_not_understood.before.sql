select
    guest,
    count(*) as visits,
    sum(spent) as spent
from {{ ref('visits') }}
group by guest
