select
    a.asset_id                    as id,
    coalesce(a.book_value, 0)     as book_value,
    a.bought_on                   as purchase_date
from asset as a
