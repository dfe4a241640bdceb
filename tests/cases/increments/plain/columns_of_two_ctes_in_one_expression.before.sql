with q as (select quote_id, item_id from quote)
   , i as (select item_id, item_name from item)
select q.quote_id
     , i.item_name
from q
join i using (item_id)
