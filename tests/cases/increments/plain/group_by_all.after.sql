select
    driver,
    sum(km) as km,
    car
from trip
group by all
