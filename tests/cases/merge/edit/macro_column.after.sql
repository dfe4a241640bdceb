select
    md5(c.name) as key,
    c.name,
    c.segment
from {{ ref('customer') }} as c
