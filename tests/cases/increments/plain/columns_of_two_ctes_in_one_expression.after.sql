with q as (select quote_id, item_id, asked from quote)
   , i as (select item_id, item_name, list_price from item)
select q.quote_id
     , i.item_name
     , i.list_price - q.asked as discount
from q
join i using (item_id)
