select
    ranked.customer_id,
    ranked.street
from (
    select
        customer_id,
        street,
        row_number() over (partition by customer_id order by changed_on desc) as rn
    from address
) as ranked
where ranked.rn = 1
