with baskets as (select basket_id, owner from basket)
select b.basket_id, b.owner, l.total
from baskets b
cross join lateral (
    select sum(amount) as total from line where line.basket_id = b.basket_id
) l
