select
    client,
    sum(paid) as paid
from web
group by client
