select
    production.unit_cd as unit_cd,
    production.read_on as gen_date,
    sum(production.mwh) as mwh
from production
group by
    production.unit_cd,
    production.read_on
