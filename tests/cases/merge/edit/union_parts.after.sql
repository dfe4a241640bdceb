select customer_id, name, 'none' as segment from customer
union all
(
  select country_id,
         country_name,
         'none' as segment
  from country
)
order by 1
