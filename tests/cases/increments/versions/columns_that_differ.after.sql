-- sales as the till has them
select
    sale_id,
    amount + tax as total, -- with tax?
    shop as shop_name,
    channel
from sale
