-- sales as the till has them
select
    sale_id,
    amount as total, -- with tax?
    shop as shop_nm,
    note as remark
from sale
