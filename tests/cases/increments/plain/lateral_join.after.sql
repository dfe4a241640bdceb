with baskets as (select basket_id, owner, currency from basket)
select b.basket_id, b.owner, l.total, b.currency
from baskets b
cross join lateral (
    select sum(amount) as total from line where line.basket_id = b.basket_id
) l
