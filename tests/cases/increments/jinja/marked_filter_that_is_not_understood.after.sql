select
    guest,
    count(*) as visits,
    sum(spent) as spent,
    avg(spent) as average_spent
from {{ ref('visits') }}
group by guest
