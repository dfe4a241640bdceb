select
    production.unit as unit,
    sum(production.mwh) as mwh
from production
group by
    production.unit
