select
    ranked.customer_id,
    ranked.street,
    ranked.city
from (
    select
        customer_id,
        street,
        row_number() over (partition by customer_id order by changed_on desc) as rn,
        city
    from address
) as ranked
where ranked.rn = 1
