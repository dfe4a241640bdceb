select
    driver,
    sum(km) as km
from trip
group by all
